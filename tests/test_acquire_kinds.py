"""What a file is: its first bytes say it, then its ending, then how its text begins."""

from __future__ import annotations

import io

import pytest

from acquire_inputs import one, packed, refused, reports, taken, zipped
from crossbearing.acquire import acquire
from crossbearing.errors import NotReadable, NotText
from crossbearing.model import RawReport

TEXT, HTML, XHTML = "text/plain", "text/html", "application/xhtml+xml"
PDF, MAIL, SAVED = "application/pdf", "message/rfc822", "multipart/related"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

MESSAGE = b"From: desk@post.example\r\nMIME-Version: 1.0\r\nMessage-ID: <1@post.example>\r\n\r\nGunmen came."
PAGE_WITHIN = b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x"
DOCUMENT = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"})

KINDS = [
    # what it is, name, content, media type
    ("a text", "a.txt", b"Gunmen came.", TEXT),
    ("a text of no known ending", "LATEST", b"Gunmen came.", TEXT),
    ("a page", "a.html", b"<p>Gunmen came.", HTML),
    ("a page called a text", "a.txt", b"\n<!DOCTYPE html><p>Gunmen came.", HTML),
    ("a page called a PDF", "a.pdf", b"<!-- saved --><html><p>Not found", HTML),
    ("a page after a long comment", "a.bin", b"<!--" + b"-" * 9000 + b"--><html>x", HTML),
    ("a page in XHTML", "a.xhtml", b"<html xmlns='x'><p>Gunmen came.</p></html>", XHTML),
    ("a page in XHTML called XML", "a.xml", b"<?xml version='1.0'?>\n<html xmlns='x'><p>x</p></html>", XHTML),
    ("a page with an XML line", "a.html", b"<?xml version='1.0'?><html><p>x</p></html>", HTML),
    ("a PDF", "a.pdf", b"%PDF-1.7 ...", PDF),
    ("a PDF called a text", "a.txt", b"%PDF-1.7 ...", PDF),
    ("a PDF after a blank line", "a.pdf", b"\r\n%PDF-1.7 ...", PDF),
    ("a Word document", "a.docx", DOCUMENT, WORD),
    ("a Word document called an archive", "a.zip", DOCUMENT, WORD),
    ("mail", "a.eml", b"Subject: Raid\r\n\r\nGunmen came.", MAIL),
    ("mail without an ending", "mail", MESSAGE, MAIL),
    ("a text that begins like mail", "note", b"From: the front\nGunmen came.", TEXT),
    ("mail in a text file stays a text", "a.txt", MESSAGE, TEXT),
    ("a saved page", "a.mhtml", PAGE_WITHIN, SAVED),
    ("a saved page called a page", "a.htm", PAGE_WITHIN, SAVED),
    ("text in UTF-16", "a.txt", "Gunmen came.".encode("utf-16"), TEXT),
    ("text in UTF-16 without a mark", "a.txt", "Gunmen came.".encode("utf-16-le"), TEXT),
    ("a page in UTF-16", "a.txt", "<html><p>Gunmen came.".encode("utf-16"), HTML),
    ("text in Latin-1", "a.txt", "Un café brûlé".encode("latin-1"), TEXT),
    ("JSON in a text", "a.txt", b'{"text": "Gunmen came."}', TEXT),
]


@pytest.mark.parametrize(
    ("name", "content", "media_type"), [row[1:] for row in KINDS], ids=[r[0] for r in KINDS]
)
def test_a_report_is_brought_as_it_is_with_what_it_is(name: str, content: bytes, media_type: str) -> None:
    report = one(content, name)
    assert (report.id, report.media_type) == (name, media_type)
    assert report.content == content


@pytest.mark.parametrize(
    ("name", "content", "media_type"), [row[1:] for row in KINDS], ids=[r[0] for r in KINDS]
)
def test_packed_it_is_the_same(name: str, content: bytes, media_type: str) -> None:
    report = one(packed(content), f"{name}.gz")
    assert (report.id, report.media_type, report.content) == (f"{name}.gz", media_type, content)


FEED = b"<?xml version='1.0'?><rss version='2.0'><channel><item><title>Raid</title></item></channel></rss>"

TABLES = [
    # what it is, name, content
    ("JSON lines", "a.jsonl", b'{"text": "Gunmen came."}\n'),
    ("JSON lines called JSON", "a.json", b'{"text": "Gunmen came."}\n{"text": "They left."}\n'),
    ("a JSON list", "a.json", b'[{"text": "Gunmen came."}]'),
    ("a JSON list called JSON lines", "a.jsonl", b'[\n{"text": "Gunmen came."}]'),
    ("a table", "a.csv", b"id,text\n1,Gunmen came.\n"),
    ("a feed", "a.rss", FEED),
    ("a feed called a text", "a.txt", FEED),
]


@pytest.mark.parametrize(("name", "content"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES])
def test_of_a_table_each_row_is_a_report_also_on_standard_input(name: str, content: bytes) -> None:
    found = reports(taken(content, name))
    assert found
    assert all(isinstance(report.content, str) for report in found)
    for piped in (content, packed(content)):
        again = list(acquire(["-"], stdin=io.BytesIO(piped)))
        assert [item.content for item in again if isinstance(item, RawReport)] == [r.content for r in found]


def test_standard_input_may_come_in_drops() -> None:
    class Drops(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            return super().read1(min(3, size or 3))

    (report,) = acquire(["-"], stdin=Drops(b"%PDF-1.7 ..."))
    assert isinstance(report, RawReport)
    assert (report.media_type, report.content) == (PDF, b"%PDF-1.7 ...")


REFUSALS = [
    # name, content, part of the reason
    ("a.png", b"\x89PNG\r\n\x1a\n", "a picture"),
    ("a.txt", b"RIFF\x10\x00\x00\x00WAVEfmt ", "a sound"),
    ("a.xlsx", zipped({"xl/workbook.xml": b"<workbook/>"}), "save the sheet as .csv"),
    ("a.odt", zipped({"mimetype": b"application/vnd.oasis", "content.xml": b"<x/>"}), "save it as .docx"),
    ("a.tgz", packed(b"\0" * 257 + b"ustar  \0" + b"\0" * 200), "a tar archive"),
    ("a.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", "7-Zip"),
    ("a.mbox", b"From desk Mon Mar 1 2021\nSubject: x\n\nGunmen came.", "a mailbox"),
    ("a.sqlite", b"SQLite format 3\x00", "a database"),
]


@pytest.mark.parametrize(("name", "content", "reason"), REFUSALS, ids=[row[0] for row in REFUSALS])
def test_what_cannot_be_read_is_refused_with_what_to_do(name: str, content: bytes, reason: str) -> None:
    error = refused(content, name)
    assert isinstance(error, NotReadable)
    assert error.where == name
    assert reason in error.reason


@pytest.mark.parametrize(
    "content", [b"", b" \r\n\t", b"\xef\xbb\xbf\n", "\n".encode("utf-16"), packed(b"\n")]
)
@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.jsonl", "a.json", "a.html", "a.rss", "a.warc"])
def test_what_is_empty_is_named_so(name: str, content: bytes) -> None:
    error = refused(content, name)
    assert isinstance(error, NotText)
    assert "empty" in error.reason
