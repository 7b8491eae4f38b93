"""Packed inputs: what lies in them is read like files, and what is made to fill a disk is refused before."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from acquire_inputs import errors, one, packed, refused, reports, taken, warc, zipped
from crossbearing.acquire import Intake, Limits
from crossbearing.errors import InputError, NotFound, NotReadable, TooLarge, Unsafe

TABLE = b"id,text\n1,Gunmen came.\n2,They left.\n"


def test_members_are_called_by_their_path_and_come_sorted() -> None:
    archive = zipped(
        {
            "z.txt": b"z",
            "in/b.html": b"<p>b",
            "in/t.csv": TABLE,
            "in/u.jsonl": b'{"text": "u"}',
            "logo.png": b"x",
        }
    )
    found = reports(taken(archive, "a.zip"))
    assert [r.id for r in found] == ["a.zip/in/b.html", "1", "2", "a.zip/in/u.jsonl:1", "a.zip/z.txt"]
    assert found[-1].content == b"z"


def test_archives_within_archives_are_read_two_deep() -> None:
    inner = zipped({"x.txt": b"x", "t.csv.gz": packed(TABLE)})
    assert [r.id for r in reports(taken(zipped({"in.zip": inner}), "a.zip"))] == [
        "1",
        "2",
        "a.zip/in.zip/x.txt",
    ]
    deep = zipped({"x.txt": b"x"})
    for _ in range(3):
        deep = zipped({"in.zip": deep})
    error = refused(deep, "a.zip")
    assert isinstance(error, Unsafe)
    assert error.where == "a.zip/in.zip/in.zip/in.zip"


def test_system_files_are_left_aside_and_an_archive_of_nothing_is_named() -> None:
    archive = zipped({"__MACOSX/._a.txt": b"junk", ".hidden.txt": b"x", "a/.b/c.txt": b"x", "notes.md": b"x"})
    assert isinstance(refused(archive, "a.zip"), NotFound)


def test_of_a_crawl_in_wacz_only_the_records_are_read() -> None:
    page = ("response", "http://post.example/1", b"<html><p>Gunmen came.", {"Content-Type": "text/html"})
    members = {
        "datapackage.json": b"{}",
        "archive/data.warc.gz": warc(page, packed=True),
        "pages/pages.jsonl": b'{"url": "http://post.example/1"}\n',
        "indexes/index.cdx.gz": packed(b"example,post)/1 20161102"),
    }
    assert one(zipped(members), "crawl.wacz").id == "http://post.example/1"


def test_what_is_packed_and_no_report_is_left_aside_where_nobody_named_it() -> None:
    members = {
        "dump.sql.gz": packed(b"INSERT"),
        "a.txt.gz": packed(b"a"),
        "b.gz": packed(b"b"),
        "c.tar.gz": b"c",
    }
    found = taken(zipped(members), "a.zip")
    assert [r.id for r in reports(found)] == ["a.zip/a.txt.gz", "a.zip/b.gz"]
    assert [e.where for e in errors(found)] == ["a.zip/c.tar.gz"]
    assert one(members["dump.sql.gz"], "dump.sql.gz").content == b"INSERT"


def test_paths_that_lead_out_of_an_archive_are_cut() -> None:
    assert one(zipped({"../../etc/a.txt": b"x"}), "a.zip").id == "a.zip/etc/a.txt"


def test_a_broken_member_costs_nothing_else() -> None:
    archive = bytearray(zipped({"a.txt": b"a" * 90, "b.txt": b"bcdefgh" * 9, "c.txt": b"c"}))
    at = archive.index(b"b.txt") + 8
    archive[at : at + 4] = b"\xff\xff\xff\xff"
    found = taken(bytes(archive), "a.zip")
    assert [r.id for r in reports(found)] == ["a.zip/a.txt", "a.zip/c.txt"]
    (error,) = errors(found)
    assert (error.where, type(error)) == ("a.zip/b.txt", NotReadable)


def test_a_member_whose_header_is_broken_costs_nothing_else() -> None:
    archive = zipped({"a.txt": b"a", "\u00e9.txt": b"b", "z.txt": b"z"})
    for broken in (b"\xff\xff.txt", b"xx.txt"):
        found = taken(archive.replace("\u00e9.txt".encode(), broken, 1), "a.zip")
        assert [r.id for r in reports(found)] == ["a.zip/a.txt", "a.zip/z.txt"]
        assert [e.where for e in errors(found)] == ["a.zip/\u00e9.txt"]


def test_what_was_whole_before_a_gzip_file_ends_is_read() -> None:
    rows = b"".join(
        b'{"id": "%d", "text": "%s"}\n' % (n, zlib.compress(b"%d" % n).hex().encode()) for n in range(5000)
    )
    found = taken(packed(rows)[:-5000], "t.jsonl.gz")
    assert len(reports(found)) > 1000
    assert "cut off" in errors(found)[-1].reason


@pytest.mark.parametrize("name", ["bomb.zip", "bomb.txt.gz"])
def test_a_bomb_is_refused(name: str) -> None:
    content = b"a" * (20 * 1024 * 1024)
    error = refused(zipped({"a.txt": content}) if name == "bomb.zip" else packed(content), name)
    assert isinstance(error, Unsafe)
    assert "200 times" in error.reason


def test_a_bomb_that_lies_about_its_size_is_stopped() -> None:
    archive = bytearray(zipped({"a.txt": b"a" * 300_000}))
    size = struct.pack("<L", 300_000)
    archive = archive.replace(size, struct.pack("<L", 1000))
    found = taken(bytes(archive), "a.zip", Intake(limits=Limits(ratio_from=500)))
    assert all(isinstance(item, InputError) or len(item.content) <= 1000 for item in found)


def test_the_ratio_is_counted_through_all_levels() -> None:
    inner = packed(b"a" * 400_000)
    found = taken(zipped({"a.txt.gz": inner}), "a.zip", Intake(limits=Limits(ratio_from=100_000)))
    assert [(e.where, type(e)) for e in errors(found)] == [("a.zip/a.txt.gz", Unsafe)]


def test_all_that_comes_out_of_one_input_is_bounded() -> None:
    intake = Intake(limits=Limits(unpacked=5000))
    members = {f"{n}.txt": bytes([97 + n]) * 1500 for n in range(6)}
    found = taken(zipped(members), "a.zip", intake)
    assert len(reports(found)) == 3
    assert isinstance(errors(found)[0], Unsafe)


def test_members_that_overlap_are_refused() -> None:
    archive = bytearray(zipped({"a.txt": b"a" * 50, "b.txt": b"b" * 50}))
    second = archive.rindex(b"PK\x01\x02")
    archive[second + 42 : second + 46] = struct.pack("<L", 4)  # where the second member begins
    error = refused(bytes(archive), "a.zip")
    assert isinstance(error, Unsafe)
    assert "within another" in error.reason


def test_too_many_members_are_refused() -> None:
    archive = zipped({f"{n}.txt": b"x" for n in range(12)})
    assert "more than 10 files" in refused(archive, "a.zip", Intake(limits=Limits(members=10))).reason


def test_a_locked_member_and_a_link_are_named() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("ok.txt", "x")
        archive.writestr("locked.txt", "x")
    content = bytearray(buffer.getvalue())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    found = taken(bytes(content), "a.zip")
    assert [r.id for r in reports(found)] == ["a.zip/ok.txt"]
    assert [(type(e), e.where) for e in errors(found)] == [
        (Unsafe, "a.zip/link.txt"),
        (NotReadable, "a.zip/locked.txt"),
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.html", "a.txt.gz"])
def test_a_report_that_is_too_large_is_refused(name: str) -> None:
    content = (b"%PDF-1.7" if name == "a.pdf" else b"x") + b"y" * 3000
    intake = Intake(limits=Limits(text=2000, document=2000))
    error = refused(packed(content) if name.endswith(".gz") else content, name, intake)
    assert isinstance(error, TooLarge)
