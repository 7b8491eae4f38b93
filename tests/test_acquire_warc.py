"""Archives of the web: which records are reports, how they are unpacked, what is done with broken ones."""

from __future__ import annotations

import zlib

import pytest

from acquire_inputs import DATE, errors, one, packed, refused, reports, taken, warc, zipped
from crossbearing.acquire import Intake, Limits
from crossbearing.errors import NotReadable, TooLarge, Unsafe

BODY = b"<html><p>Gunmen came to Redhill.</p></html>"
PAGE = {"Content-Type": "text/html; charset=windows-1251"}


def site(number: int) -> str:
    return f"http://post.example/{number}"


def pages(count: int, *, compressed: bool = False) -> bytes:
    records = (("response", site(n), BODY + b" %d" % n, PAGE) for n in range(count))
    return warc(*records, packed=compressed)


@pytest.mark.parametrize("compressed", [False, True])
def test_a_page_is_called_by_its_address_and_the_crawl_says_no_day_of_publication(compressed: bool) -> None:
    report = one(warc(("response", site(1), BODY, PAGE), packed=compressed), "in.warc")
    assert (report.id, report.content, report.media_type) == (site(1), BODY, "text/html")
    assert report.metadata == {"url": site(1), "retrieved": DATE, "charset": "windows-1251"}


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:9], body[9:])) + b"0\r\n\r\n"


PACKINGS = [
    ("gzip", packed(BODY), {"Content-Encoding": "gzip"}),
    ("unpacked by the crawler", BODY, {"Content-Encoding": "gzip"}),
    ("deflate", zlib.compress(BODY), {"Content-Encoding": "deflate"}),
    ("raw deflate", zlib.compress(BODY)[2:-4], {"Content-Encoding": "deflate"}),
    ("chunks", chunked(BODY), {"Transfer-Encoding": "chunked"}),
    ("chunks taken away by the crawler", BODY, {"Transfer-Encoding": "chunked"}),
    ("both", chunked(packed(BODY)), {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
    ("brotli, unpacked by the crawler", BODY, {"Content-Encoding": "br"}),
    ("brotli", b"\x0f\x15\x80" + BODY + b"\x03", {"Content-Encoding": "br"}),
]


@pytest.mark.parametrize(("body", "headers"), [p[1:] for p in PACKINGS], ids=[p[0] for p in PACKINGS])
def test_a_body_is_taken_out_of_its_packing(body: bytes, headers: dict[str, str]) -> None:
    assert one(warc(("response", site(1), body, {**PAGE, **headers})), "in.warc").content == BODY


RECORDS = [
    # what it is, type, address, body, headers, media type or None where it is no report
    ("a PDF served as anything", "response", site(1), b"%PDF-1.7 x", {"Content-Type": "text/html"},
     "application/pdf"),
    ("a page of no known type", "response", site(1), BODY, {}, "text/html"),
    ("a resource", "resource", "file:///in/a.html", BODY, {"Content-Type": "text/html"}, "text/html"),
    ("a text made of a page", "conversion", site(1), b"Gunmen came.", {"Content-Type": "text/plain"},
     "text/plain"),
    ("a redirect", "response", site(1), BODY, {**PAGE, "status": "302 Found"}, None),
    ("an error", "response", site(1), BODY, {**PAGE, "status": "404 Not Found"}, None),
    ("a picture", "response", site(1), b"\x89PNG", {"Content-Type": "image/png"}, None),
    ("what a site tells robots", "response", "http://post.example/robots.txt", b"User-agent: *",
     {"Content-Type": "text/plain"}, None),
    ("a repetition", "revisit", site(1), b"", PAGE, None),
    ("a request", "request", site(1), b"GET / HTTP/1.1\r\n\r\n", {"Content-Type": "application/http"}, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "address", "body", "headers", "media_type"),
    [r[1:] for r in RECORDS],
    ids=[r[0] for r in RECORDS],
)
def test_what_is_a_report(
    kind: str, address: str, body: bytes, headers: dict[str, str], media_type: str | None
) -> None:
    archive = warc((kind, address, body, headers), ("response", site(9), BODY, PAGE))
    found = [r for r in reports(taken(archive, "in.warc")) if r.id != site(9)]
    assert [(r.id, r.media_type) for r in found] == ([(address, media_type)] if media_type else [])
    assert errors(taken(archive, "in.warc")) == []


def test_the_same_page_fetched_twice_is_one_report_and_a_changed_one_another() -> None:
    again = {**PAGE, "WARC-Date": "2017-01-01T00:00:00Z"}
    found = taken(warc(("response", site(1), BODY, PAGE), ("response", site(1), BODY, again)), "in.warc")
    assert [r.id for r in reports(found)] == [site(1)]
    found = taken(
        warc(("response", site(1), BODY, PAGE), ("response", site(1), BODY + b"!", again)), "in.warc"
    )
    assert [r.id.partition("#")[0] for r in reports(found)] == [site(1)] * 2


# ---- what is broken ----------------------------------------------------------------------------------------


def broken_header(archive: bytes) -> bytes:
    at = archive.index(b"WARC/1.0", archive.index(site(1).encode()))
    return archive[:at] + b"XXXX" + archive[at + 4 :]


def broken_packing(archive: bytes) -> bytes:
    starts = [at for at in range(len(archive)) if archive.startswith(b"\x1f\x8b\x08", at)]
    middle = starts[3] + 40
    return (
        archive[:middle]
        + bytes(255 - byte for byte in archive[middle : middle + 30])
        + archive[middle + 30 :]
    )


DAMAGES = [
    ("a header", broken_header(pages(5)), [0, 1, 3, 4]),
    ("junk between records", pages(2).replace(b"\nWARC/1.0", b"\n\x00junk\r\n\r\nWARC/1.0"), [0, 1]),
    ("the packing", broken_packing(pages(5, compressed=True)), [0, 3, 4]),
    ("the end", pages(3)[:-30], [0, 1]),
    ("the packed end", pages(3, compressed=True)[:-40], [0, 1]),
    ("a few records in the middle of many", broken_header(pages(3000)), [*range(2), *range(3, 3000)]),
]


@pytest.mark.parametrize(("archive", "whole"), [d[1:] for d in DAMAGES], ids=[d[0] for d in DAMAGES])
def test_a_broken_record_is_named_and_the_rest_is_read(archive: bytes, whole: list[int]) -> None:
    found = taken(archive, "in.warc")
    assert set(map(site, whole)) <= {r.id for r in reports(found)}
    assert all(r.content == BODY + b" " + r.id.rpartition("/")[2].encode() for r in reports(found))
    assert errors(found)
    for error in errors(found):
        assert isinstance(error, NotReadable)
        assert error.where.startswith("in.warc:")
        assert "byte" in error.reason


def test_a_record_that_the_crawler_cut_off_is_named() -> None:
    error = refused(warc(("response", site(1), BODY, {**PAGE, "WARC-Truncated": "length"})), "in.warc")
    assert site(1) in error.reason
    assert "length" in error.reason


def test_bodies_that_end_in_the_middle_are_named() -> None:
    for body, headers in (
        (packed(BODY)[:-12], {"Content-Encoding": "gzip"}),
        (chunked(BODY)[:-9], {"Transfer-Encoding": "chunked"}),
    ):
        error = refused(warc(("response", site(1), body, {**PAGE, **headers})), "in.warc")
        assert isinstance(error, NotReadable)
        assert "cut off" in error.reason or "missing" in error.reason


def test_what_is_too_large_is_left_aside_by_name_and_a_bomb_ends_it() -> None:
    large = warc(("response", site(1), BODY * 90, PAGE), ("response", site(2), BODY, PAGE))
    found = taken(large, "in.warc", Intake(limits=Limits(text=2000)))
    assert [r.id for r in reports(found)] == [site(2)]
    assert isinstance(errors(found)[0], TooLarge)
    swells = warc(("response", site(1), packed(BODY * 90), {**PAGE, "Content-Encoding": "gzip"}))
    assert isinstance(refused(swells, "in.warc", Intake(limits=Limits(text=2000))), TooLarge)
    bomb = warc(("response", site(1), b"a" * 900_000, PAGE), packed=True)
    assert isinstance(refused(bomb, "in.warc.gz", Intake(limits=Limits(ratio_from=10_000))), Unsafe)


def test_an_archive_packed_as_a_whole_or_in_a_zip_is_read_too() -> None:
    assert one(packed(pages(1)), "in.warc.gz").id == site(0)
    assert one(zipped({"archive/data.warc.gz": pages(1, compressed=True)}), "in.zip").id == site(0)
