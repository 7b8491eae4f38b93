"""Packed things and web archives: bombs, archives within archives, lengths and names that lie."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib

from hostile_cases import TOLD, Case, seeded


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # ZipInfo: one fixed time
    return stream.getvalue()


def _within(levels: int) -> bytes:
    content = zipped({"a.txt": TOLD.encode()})
    for _ in range(levels):
        content = zipped({"a.zip": content})
    return content


def _gzips(levels: int) -> bytes:
    content = TOLD.encode()
    for _ in range(levels):
        content = gzip.compress(content, mtime=0)
    return content


def _overlapping() -> bytes:
    """A zip whose directory names one member a thousand times (after Fifield's bomb)."""
    one = zipped({"a.txt": b"A" * 1_000_000})
    directory_at = struct.unpack("<I", one[-6:-2])[0]
    entry = one[directory_at:-22]
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1000, 1000, len(entry) * 1000, directory_at, 0)
    return one[:directory_at] + entry * 1000 + tail


def _lying() -> bytes:
    """A zip whose directory says that its member is 10 bytes long; it is a megabyte."""
    one = bytearray(zipped({"a.txt": b"A" * 1_000_000}))
    directory_at = struct.unpack("<I", one[-6:-2])[0]
    one[directory_at + 24 : directory_at + 28] = struct.pack("<I", 10)
    return bytes(one)


def _bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([*(packer.compress(b"a" * 1_000_000) for _ in range(megabytes)), packer.flush()])


def _zips() -> list[Case]:
    told = TOLD.encode()
    names = {
        f"../../{'x/' * 50}etc/passwd.txt": told,
        "/etc/shadow.txt": told,
        "C:\\con.txt": told,
        "a\0b.txt": told,
        "\u202etxt.exe": told,
        "a" * 5000 + ".txt": told,
        ".": b"",
        "folder/": b"",
    }
    return [
        Case("bomb.gz", lambda: _bomb(300)),
        Case("bomb.txt.gz", lambda: _bomb(300)),
        Case("bomb.jsonl.gz", lambda: _bomb(100)),
        Case("bomb.csv.gz", lambda: _bomb(100)),
        Case("bomb.warc.gz", lambda: _bomb(100)),
        Case("bomb.zip", lambda: zipped({"a.txt": b"A" * 100_000_000})),
        Case("overlapping.zip", _overlapping),
        Case("lying.zip", _lying),
        Case("zips-in-zips.zip", lambda: _within(40)),
        Case("gzips-in-gzips.gz", lambda: _gzips(60)),
        Case("zip-of-bombs.zip", lambda: zipped({f"{n}.gz": _bomb(20) for n in range(5)})),
        Case("names.zip", lambda: zipped(names)),
        Case("members-20000.zip", lambda: zipped({f"{n}.bin": b"" for n in range(20_000)})),
        Case("same-name.zip", _overlapping),
        Case("cut.zip", lambda: zipped({"a.txt": told * 50})[:100]),
        Case("cut-foot.zip", lambda: zipped({"a.txt": told * 50})[:-15]),
        Case("head-cut.zip", lambda: zipped({"a.txt": told * 50})[20:]),
        Case("nothing-in-it.zip", lambda: zipped({})),
        Case("encrypted.zip", lambda: _marked(zipped({"a.txt": told}), 6, 1)),
        Case("method-unknown.zip", lambda: _marked(zipped({"a.txt": told}), 8, 99)),
        Case("crc-wrong.zip", lambda: zipped({"a.txt": told}).replace(struct.pack("<I", zlib.crc32(told)), b"abcd")),
        Case("cut.gz", lambda: gzip.compress(told * 100, mtime=0)[:60]),
        Case("crc-wrong.gz", lambda: gzip.compress(told, mtime=0)[:-8] + b"12345678"),
        Case("rubbish-behind.gz", lambda: gzip.compress(told, mtime=0) + b"rubbish" * 100),
        Case("members-5000.gz", lambda: gzip.compress(b"Two died. ", mtime=0) * 5000),
        Case("head-only.gz", lambda: b"\x1f\x8b"),
        Case("no-gzip.gz", lambda: told),
        Case("empty.gz", lambda: b""),
        Case("no-zip.zip", lambda: told),
        Case("zip-called.html", lambda: zipped({"a.txt": told})),
        Case("gzip-called.csv", lambda: gzip.compress(b"id,text\n1,a\n", mtime=0)),
        Case("tar.tar", lambda: b"a.txt".ljust(257, b"\0") + b"ustar".ljust(8000, b"\0")),
    ]  # fmt: skip


def _marked(content: bytes, at: int, value: int) -> bytes:
    """The zip with a field of its member's head and of the directory's entry changed."""
    made = bytearray(content)
    entry = made.index(b"PK\x01\x02")
    struct.pack_into("<H", made, at, value)
    struct.pack_into("<H", made, entry + at + 2, value)
    return bytes(made)


def record(body: bytes, length: int | str | None = None, head: str = "", kind: str = "response") -> bytes:
    """A WARC record; ``length`` is what it says of itself."""
    said = len(body) if length is None else length
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:a>\r\nWARC-Date: 2019-05-05T00:00:00Z\r\n"
            f"WARC-Target-URI: http://a.example/1\r\nContent-Type: application/http; msgtype=response\r\n{head}"
            f"Content-Length: {said}\r\n\r\n"
        ).encode()
        + body
        + b"\r\n\r\n"
    )


def answer(body: bytes, head: str = "Content-Type: text/html\r\n") -> bytes:
    return f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + body


def _warcs() -> list[Case]:
    page = f"<html><body>{f'<p>{TOLD}</p>' * 4}</body></html>".encode()
    good = record(answer(page))
    return [
        Case("good.warc", lambda: good * 3),
        Case("length-too-long.warc", lambda: record(answer(page), 10**9) + good),
        Case("length-too-short.warc", lambda: record(answer(page), 20) + good),
        Case("length-negative.warc", lambda: record(answer(page), -5) + good),
        Case("length-no-number.warc", lambda: record(answer(page), "many") + good),
        Case("length-huge.warc", lambda: record(answer(page), "9" * 400) + good),
        Case("head-only.warc", lambda: b"WARC/1.0\r\n"),
        Case("head-endless.warc", lambda: b"WARC/1.0\r\nX: " + b"a" * 2_000_000),
        Case("heads-100000.warc", lambda: record(answer(page), head="X-A: b\r\n" * 100_000) + good),
        Case("head-folded.warc", lambda: record(answer(page), head="X-A: b\r\n c\r\n" * 1000)),
        Case("cut.warc", lambda: (good * 3)[:-200]),
        Case("no-http.warc", lambda: record(page) + good),
        Case("chunked-lies.warc", lambda: record(answer(b"FFFFFFFF\r\nabc\r\n-1\r\n", "Transfer-Encoding: chunked\r\n"))),
        Case("packed-lies.warc", lambda: record(answer(page, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"))),
        Case("packed-bomb.warc", lambda: record(answer(_bomb(100), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")) + good),
        Case("packed-brotli.warc", lambda: record(answer(b"\xff" * 500, "Content-Type: text/html\r\nContent-Encoding: br\r\n"))),
        Case("charset-lies.warc", lambda: record(answer(page, "Content-Type: text/html; charset=klingon\r\n"))),
        Case("type-unknown.warc", lambda: record(answer(page), kind="nonsense") + good),
        Case("address-absurd.warc", lambda: good.replace(b"http://a.example/1", b"http://[::1\xff")),
        Case("date-absurd.warc", lambda: good.replace(b"2019-05-05T", b"99999-13-45")),
        Case("noise.warc", lambda: b"WARC/1.0\r\n" + seeded("warc").randbytes(50_000)),
        Case("empty.warc", lambda: b""),
        Case("packed-cut.warc.gz", lambda: gzip.compress(good * 3, mtime=0)[:-40]),
        Case("packed-whole.warc.gz", lambda: gzip.compress(good * 3, mtime=0)),
        Case("text.warc", lambda: TOLD.encode()),
    ]  # fmt: skip


def cases() -> list[Case]:
    return [*_zips(), *_warcs()]
