"""Archives of the web (WARC 0.18 to 1.1, ISO 28500): each page, text and PDF in them as a report.

A record is called by the address that it was fetched from. When it was fetched is passed on as ``retrieved``
and says nothing about when it was published. Redirects, errors, pictures, scripts and requests are no
reports; ``revisit`` records repeat what another record holds.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BufferedIOBase
from typing import Any, BinaryIO, cast

from crossbearing.acquire.kinds import HEAD, MEDIA_TYPES, Kind, kind_of
from crossbearing.acquire.limits import MB
from crossbearing.acquire.payloads import BrokenBodyError, body_as_meant
from crossbearing.acquire.places import printable
from crossbearing.acquire.sources import Source, swollen
from crossbearing.errors import InputError, NotReadable, NotText, TooLarge, Unsafe
from crossbearing.model import RawReport

_TAKEN = frozenset({*MEDIA_TYPES.values()} - {MEDIA_TYPES[Kind.EMAIL], MEDIA_TYPES[Kind.MHTML]})
"""The media types of reports."""
_UNSURE = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/x-download"})
"""Media types that say nothing, so that the bytes decide."""

_FOR_MACHINES = re.compile(r"^https?://[^/]+/(?:robots|ads|app-ads|humans|security|llms)\.txt(?:\?|$)", re.I)
"""Texts that sites keep for programs; every crawl has them."""

_START = re.compile(rb"WARC/\d\.\d+\r?\n")
_GZIP_START = b"\x1f\x8b\x08"

_PIECE = 64 * 1024
_REMEMBERED = 8
"""Pieces that are kept to look for the next record in after a broken one. The library reads one ahead."""


def read_warc(source: Source) -> Iterator[RawReport | InputError]:
    """Each record that is a report. After a broken record, reading goes on at the next one that begins."""
    reading = _Reading(source)
    yield from reading.reports()
    if not reading.taken:
        yield NotText(source.where, "holds no page, text or PDF that a server sent with success")


class _Reading:
    """One archive while it is read. ``taken``: whether anything came out of it."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._tape = _Tape(source.stream)
        self._number = 0
        self._position = 0
        self._size = 0
        self.taken = False

    def reports(self) -> Iterator[RawReport | InputError]:
        going_on = True
        while going_on:
            try:
                yield from self._until_broken()
                return
            except OSError as error:  # what the library raises, whatever is wrong
                if self._tape.error is not None:
                    raise self._tape.error from error
                self.taken = True
                yield NotReadable(
                    f"{self._source.where}:{self._number + 1}",
                    f"a record after byte {self._position} is broken ({error}); the next ones are read",
                )
            self._number += 1
            going_on = self._tape.find_next(self._position + 1)
            self._position = self._tape.tell()  # where it goes on: the next search begins behind it

    def _until_broken(self) -> Iterator[RawReport | InputError]:
        from fastwarc.warc import ArchiveIterator  # only those who read archives wait for it

        for record in ArchiveIterator(cast("BinaryIO", self._tape), parse_http=True):
            self._number += 1
            self._position = max(self._position, record.stream_pos)
            self._meter(record)
            report = self._report(record)
            if report is not None:
                self.taken = True
                yield report

    def _meter(self, record: Any) -> None:
        """Count what a record says it holds, before any of it is unpacked."""
        source, limits = self._source, self._source.limits
        source.allowance.spend(record.content_length)
        self._size += record.content_length
        if self._size > limits.ratio_from and self._size > limits.ratio * max(self._tape.tell(), 1):
            raise Unsafe(source.where, swollen(limits))

    def _report(self, record: Any) -> RawReport | InputError | None:
        address = str(record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
        where = f"{self._source.where}:{self._number}"
        said = f"the record at byte {record.stream_pos}{f' ({printable(address)})' if address else ''}"
        if not _is_whole(record):
            return NotReadable(where, f"{said} is broken: its header is cut off; get the archive again")
        media_type = _media_type(record, address)
        if media_type is None:
            return None
        try:
            content = self._content(record, media_type, where)
        except BrokenBodyError as error:
            return NotReadable(where, f"{said} is broken: {error}")
        except TooLarge as error:
            return TooLarge(where, f"{said} {error.reason}")
        kind = kind_of(content[:HEAD], "")
        if media_type in _UNSURE or kind is Kind.PDF:
            media_type = MEDIA_TYPES.get(kind, "") if isinstance(kind, Kind) else ""
        if media_type not in _TAKEN or not content.strip():
            return None
        return RawReport(
            address or f"{self._source.name}:{self._number}", content, media_type, _metadata(record, address)
        )

    def _content(self, record: Any, media_type: str, where: str) -> bytes:
        limits = self._source.limits
        most = limits.document if media_type == MEDIA_TYPES[Kind.PDF] else limits.text
        length = record.content_length
        if length > most:
            raise TooLarge(where, f"holds more than {most // MB} MB, more than a report can be")
        cut = record.headers.get("WARC-Truncated")
        if cut:
            raise BrokenBodyError(f"the crawler cut it off ({printable(str(cut))})")
        if record.headers.get("WARC-Segment-Number"):
            raise BrokenBodyError("it is one segment of a record in several, which are not put together")
        body: bytes = record.reader.read(most + 1)
        if len(body) < length:
            raise BrokenBodyError(f"it ends after {len(body)} of {length} bytes; get the archive again")
        headers = record.http_headers
        if headers is None:
            return body
        transfer, packing = headers.get("Transfer-Encoding"), headers.get("Content-Encoding")
        return body_as_meant(body, str(transfer or ""), str(packing or ""), most, where)


def _is_whole(record: Any) -> bool:
    """Whether the header came to its end: the library passes on what there is of one that did not."""
    length = str(record.headers.get("Content-Length") or "")
    is_answer = str(record.headers.get("Content-Type") or "").startswith("application/http; msgtype=response")
    return length.strip().isdigit() and not (is_answer and record.http_headers is None)


def _media_type(record: Any, address: str) -> str | None:
    """What a record says it is, when it may be a report; None when it is none."""
    from fastwarc.warc import WarcRecordType

    if _FOR_MACHINES.match(address):
        return None
    if record.record_type == WarcRecordType.response:
        headers = record.http_headers
        if headers is None or headers.status_code != 200:
            return None
        said = record.http_content_type
    elif record.record_type in (WarcRecordType.resource, WarcRecordType.conversion):
        said = str(record.headers.get("Content-Type") or "").partition(";")[0]
    else:
        return None
    said = (said or "").strip().lower()
    return said if said in _TAKEN or said in _UNSURE else None


def _metadata(record: Any, address: str) -> dict[str, str]:
    found = {
        "url": address if address.startswith(("http://", "https://")) else None,
        "retrieved": record.headers.get("WARC-Date"),
        "charset": record.http_charset if record.http_headers is not None else None,
    }
    return {key: str(value) for key, value in found.items() if value}


class _Tape:
    """The archive's bytes as the library asks for them, and the last of them once more after an error."""

    def __init__(self, inner: BufferedIOBase) -> None:
        self._inner = inner
        self._pieces: list[bytes] = []
        self._again = b""
        self._given = 0
        self.error: OSError | None = None

    def tell(self) -> int:
        """How many bytes were given out."""
        return self._given

    def read(self, size: int = -1) -> bytes:
        if self._again:
            size = _PIECE if size < 0 else size
            piece, self._again = self._again[:size], self._again[size:]
        else:
            piece = self._next()
        self._pieces = [*self._pieces[1 - _REMEMBERED :], piece]
        self._given += len(piece)
        return piece

    def _next(self) -> bytes:
        try:
            return self._inner.read1(_PIECE)
        except OSError as error:
            self.error = error  # the system's own, to be told from what the library finds wrong
            raise

    def find_next(self, position: int) -> bool:
        """Go to the first record that begins at ``position`` or after it; False when there is none."""
        window = b"".join(self._pieces) + self._again
        start = self._given - sum(map(len, self._pieces))
        at = max(position - start, 0)
        self._pieces, self._again, self._given = [], b"", start
        while True:
            found = _record_start(window, at)
            if found is not None:
                self._given, self._again = start + found, window[found:]
                return True
            more = self._next()
            if not more:
                return False
            kept = max(len(window) - _PIECE, 0)  # what may be the first half of a beginning
            start, window, at = start + kept, window[kept:] + more, max(at - kept, 0)


def _record_start(window: bytes, at: int) -> int | None:
    """Where a record begins, packed or not."""
    plain = _START.search(window, at)
    packed = window.find(_GZIP_START, at)
    while packed >= 0 and not holds_warc(window[packed : packed + 1024]):
        packed = window.find(_GZIP_START, packed + 1)
    found = [place for place in (plain.start() if plain else -1, packed) if place >= 0]
    return min(found, default=None)


def holds_warc(head: bytes) -> bool:
    """Whether what begins with these bytes is a packed archive of the web, each record packed by itself."""
    try:
        return zlib.decompressobj(31).decompress(head, 16).startswith(b"WARC/")
    except zlib.error:
        return False
