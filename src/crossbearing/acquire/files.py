"""One source: what it is, and the reports in it."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator

from crossbearing.acquire.archives import read_gzip, read_zip
from crossbearing.acquire.delimited import looks_like_table, read_delimited
from crossbearing.acquire.feeds import read_feed
from crossbearing.acquire.finding import Found
from crossbearing.acquire.intake import Intake
from crossbearing.acquire.jsons import read_json_document, read_json_lines
from crossbearing.acquire.kinds import (
    ENDINGS,
    HEAD,
    MEDIA_TYPES,
    Kind,
    beginning,
    ending_of,
    kind_of,
    why_binary,
)
from crossbearing.acquire.parquet import read_parquet
from crossbearing.acquire.places import Storage, printable, refusal
from crossbearing.acquire.sources import Source, opened
from crossbearing.acquire.warcs import holds_warc, read_warc
from crossbearing.errors import InputError, NotReadable, NotText, Unsafe
from crossbearing.model import RawReport

_HEAVY = (Kind.PDF, Kind.DOCX)
"""Documents whose pictures weigh more than their text."""

_BROKEN = (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, zipfile.LargeZipFile)
"""What the libraries raise for packed files that are not whole."""

_BLANK = b" \t\r\n\f\v\0\xef\xbb\xbf\xff\xfe"
"""White space in any encoding, and byte order marks."""


def read_file(found: Found, storage: Storage, intake: Intake) -> Iterator[RawReport | InputError]:
    """The reports in a file. When it was another one before it was read than after, that is said."""
    where = printable(str(found.path))
    try:
        with storage.open(found.path) as stream:
            yield from read_source(opened(stream, found.name, where, intake))
        after = storage.look(found.path)
    except OSError as error:
        yield refusal(found.path, error)
        return
    if (after.size, after.changed) != (found.look.size, found.look.changed):
        yield NotReadable(where, "changed while it was read, so what was read may be half of each; run again")


def read_source(source: Source) -> Iterator[RawReport | InputError]:
    """The reports in a source. What cannot be read comes out as an error in its place; nothing is raised."""
    try:
        yield from _read(source)
    except InputError as error:
        yield error
    except _BROKEN as error:
        yield NotReadable(source.where, f"is broken or cut off ({error}); get it again")
    except OSError as error:
        yield refusal(source.where, error)


def _read(source: Source) -> Iterator[RawReport | InputError]:
    if len(source.head) < HEAD and not source.head.strip(_BLANK):
        source.stream.read()  # raises what cut it off, if it is empty only for that
        yield NotText(source.where, "is empty")
        return
    kind = kind_of(source.head, source.title)
    if kind is Kind.TEXT and ending_of(source.title) not in ENDINGS and _is_table(source):
        kind = Kind.DELIMITED
    if not isinstance(kind, Kind):
        yield NotReadable(source.where, kind)
    elif kind in MEDIA_TYPES:
        yield _report(source, kind)
    elif kind is Kind.GZIP and holds_warc(source.head):
        yield from read_warc(source)
    elif kind in (Kind.GZIP, Kind.ZIP):
        yield from _packed(source, kind)
    else:
        yield from _several(source, kind)


def _packed(source: Source, kind: Kind) -> Iterator[RawReport | InputError]:
    if source.nesting > source.limits.nesting:
        raise Unsafe(source.where, "lies in too many archives, one within the other; unpack the outer ones")
    yield from (read_gzip if kind is Kind.GZIP else read_zip)(source, read_source)


def _several(source: Source, kind: Kind) -> Iterator[RawReport | InputError]:
    """A table, an archive of the web, a feed: many reports in one file."""
    found = False
    for item in _MANY[kind](source):
        found = True
        yield item
    if not found:
        yield NotText(source.where, "is empty")


def _report(source: Source, kind: Kind) -> RawReport | InputError:
    """The one report that a source is."""
    content = source.bytes(source.limits.document if kind in _HEAVY else source.limits.text)
    reason = None if kind in _HEAVY else why_binary(source.head)
    if reason is not None:
        return NotText(source.where, f"{reason}; save its text as .txt")
    if not content.strip(_BLANK):
        return NotText(source.where, "is empty")
    return RawReport(source.name, content, MEDIA_TYPES[kind])


def _is_table(source: Source) -> bool:
    return looks_like_table(beginning(source.head), source.intake.columns)


def _feed(source: Source) -> Iterator[RawReport | InputError]:
    return read_feed(source.bytes(source.limits.feed), source.where, source.name)


_MANY = {
    Kind.JSON: read_json_document,
    Kind.JSON_LINES: read_json_lines,
    Kind.DELIMITED: read_delimited,
    Kind.FEED: _feed,
    Kind.PARQUET: read_parquet,
    Kind.WARC: read_warc,
}
