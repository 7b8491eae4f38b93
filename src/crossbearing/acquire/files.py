"""One file: its bytes, checked for being text at all."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from crossbearing.acquire.places import Storage, printable, refusal
from crossbearing.acquire.rows import read_rows
from crossbearing.errors import InputError, NotText
from crossbearing.model import RawReport

MEDIA_TYPES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}
TABLES = (".jsonl",)
READABLE = (*MEDIA_TYPES, *TABLES)
"""The endings that are looked for in a folder. A file given by name may have another one; it is taken as
text."""

LATER = {
    ".csv": "a table", ".parquet": "a table", ".warc": "a web archive", ".gz": "a packed file",
    ".rss": "a feed", ".atom": "a feed", ".xml": "a feed", ".json": "one JSON document",
}  # fmt: skip
"""Endings that would be misread as plain text: refused by name until they can be read."""

MAGIC = {
    b"%PDF-": "a PDF", b"PK\x03\x04": "a packed file (zip, docx, odt …)", b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an Office file", b"{\\rtf": "an RTF file", b"SQLite format 3\x00": "a database",
}  # fmt: skip
"""First bytes of files that are often saved under a wrong name."""

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def read_file(path: Path, name: str, storage: Storage) -> Iterator[RawReport | InputError]:
    """The report in a file, or the reports in a table; ``name`` is the id of the one, the table's name in the
    other."""
    suffix = path.suffix.lower()
    if suffix in LATER:
        yield InputError(
            printable(str(path)),
            f"is {LATER[suffix]} ({suffix}), which cannot be read yet; give it as .jsonl, one article a line",
        )
        return
    try:
        with storage.open(path) as stream:
            if suffix in TABLES:
                yield from _table(stream, path, name)
            else:
                yield as_report(stream.read(), name, MEDIA_TYPES.get(suffix, "text/plain"), str(path))
    except OSError as error:
        yield refusal(path, error)


def _table(stream: Iterator[bytes], path: Path, name: str) -> Iterator[RawReport | InputError]:
    empty = True
    for item in read_rows(stream, name, printable(str(path))):
        empty = False
        yield item
    if empty:
        yield NotText(printable(str(path)), "is empty")


def as_report(content: bytes, name: str, media_type: str, where: str) -> RawReport | InputError:
    """The bytes as a report, or why they are none. ``where`` is the input as the user knows it."""
    reason = _why_not_text(content, media_type)
    if reason is not None:
        return NotText(printable(where), reason)
    return RawReport(id=name, content=content, media_type=media_type)


def _why_not_text(content: bytes, media_type: str) -> str | None:
    if not content.strip(b" \t\r\n\f\v\xef\xbb\xbf"):
        return "is empty"
    for mark, what in MAGIC.items():
        if content.startswith(mark):
            return f"is not text but {what}; save its text as .txt"
    if content.startswith(_WIDE_MARKS):
        return "is in UTF-16 or UTF-32; save it as UTF-8"
    if b"\0" in content:
        return "is not text: it holds zero bytes"
    if media_type == "text/html":
        return None  # a page may say its own encoding; reading it finds out
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(content, error.start)
    return None


def _not_utf8(content: bytes, position: int) -> str:
    likely = likely_encoding(content)
    how = f"it looks like {likely}; try: iconv -f {likely} -t UTF-8" if likely else "convert it to UTF-8"
    return f"is not in UTF-8 (byte {position + 1}); {how}"


def likely_encoding(content: bytes) -> str | None:
    """The encoding that the bytes are probably in, by the name that iconv knows; None when no guess is worth
    saying.

    Only the first 64 KB are looked at: this names an encoding in a message, no text is decoded by it.
    """
    from charset_normalizer import from_bytes  # 40 ms to import, needed only for broken input

    best = from_bytes(content[:65536]).best()
    return best.encoding.replace("_", "-").upper().replace("CP125", "WINDOWS-125") if best else None
