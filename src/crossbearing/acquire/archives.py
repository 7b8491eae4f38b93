"""What is packed: gzip files and zip archives, with all that makes them dangerous looked for first."""

from __future__ import annotations

import gzip
import struct
import zipfile
from collections.abc import Callable, Iterator
from io import BufferedIOBase
from pathlib import PurePosixPath
from typing import cast

from crossbearing.acquire.kinds import ENDINGS, MEDIA_TYPES, REFUSED, Kind, is_wanted
from crossbearing.acquire.places import printable
from crossbearing.acquire.sources import Counted, Source, metered, opened, seekable, swollen
from crossbearing.errors import InputError, NotFound, NotReadable, Unsafe
from crossbearing.model import RawReport

Reader = Callable[[Source], Iterator[RawReport | InputError]]

_OFFICE = {
    "xl/workbook.xml": REFUSED[".xlsx"],
    "xl/workbook.bin": REFUSED[".xlsx"],
    "ppt/presentation.xml": "a PowerPoint presentation, which is not read; save its text as .txt",
    "META-INF/container.xml": REFUSED[".epub"],
    "META-INF/MANIFEST.MF": "a program (.jar)",
    "AndroidManifest.xml": "a program (.apk)",
}
"""Files by which a zip archive is known to be something else."""

_OPEN_DOCUMENT = "content.xml"
_WORD = "word/document.xml"

_STUMBLES = (ValueError, RuntimeError, struct.error, OverflowError, IndexError, EOFError)
"""What the library raises, besides its own, over directories and headers that are broken or of a kind that it
does not know (NotImplementedError is a RuntimeError, UnicodeDecodeError a ValueError)."""

_WACZ, _WACZ_RECORDS = "datapackage.json", "archive/"
"""A crawl packed as WACZ: its records lie in one folder, beside indexes and logs that are no reports."""

_FIXED_HEADER = 30
"""Bytes before each member's name: the least that lies between two members."""

_ENCRYPTED = 0x1
_LINK, _KIND_BITS = 0o120000, 0o170000
"""How Unix marks a link in the mode of a member."""


def read_gzip(source: Source, read: Reader) -> Iterator[RawReport | InputError]:
    """What lies in a .gz file. It keeps its own name as id: it is one file, only packed."""
    packed = Counted(source.stream)
    title = source.title
    inner = title[: -len(".gz")] if title.lower().endswith(".gz") else title
    with gzip.GzipFile(fileobj=packed) as unpacked:
        stream = metered(unpacked, source, lambda: packed.count)
        yield from read(source.holding(stream, title=inner))


def read_zip(source: Source, read: Reader) -> Iterator[RawReport | InputError]:
    """The members of a zip archive that can be read, sorted by name; or the document that it is."""
    with seekable(source) as stream, _opened(stream) as archive:
        names = set(archive.namelist())
        what = next((what for name, what in _OFFICE.items() if name in names), None)
        if what is None and {_OPEN_DOCUMENT, "mimetype"} <= names:
            what = REFUSED[".odt"]
        if what is not None:
            yield NotReadable(source.where, f"is {what}")
            return
        _check_directory(archive, source)
        if _WORD in names:
            yield _word_document(stream, source)
            return
        yield from _members(archive, source, read)


def _opened(stream: BufferedIOBase) -> zipfile.ZipFile:
    """The archive. Raises BadZipFile for all that a broken directory makes the library stumble over."""
    try:
        return zipfile.ZipFile(stream)
    except _STUMBLES as error:
        raise zipfile.BadZipFile(str(error)) from error


def _word_document(stream: BufferedIOBase, source: Source) -> RawReport:
    stream.seek(0)
    whole = opened(stream, source.name, source.where, source.intake)
    return RawReport(source.name, whole.bytes(source.limits.document), MEDIA_TYPES[Kind.DOCX])


def _check_directory(archive: zipfile.ZipFile, source: Source) -> None:
    """Raises Unsafe for an archive that is made to fill a disk or a memory, before anything is unpacked."""
    limits = source.limits
    members = archive.infolist()
    if len(members) > limits.members:
        raise Unsafe(source.where, f"holds more than {limits.members} files; give them in several archives")
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if size > limits.ratio_from and size > limits.ratio * max(packed, 1):
        raise Unsafe(source.where, swollen(limits))
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            raise Unsafe(source.where, f"is not a proper archive: {_name(member)} lies within another member")
        end = member.header_offset + _FIXED_HEADER + member.compress_size


def _members(archive: zipfile.ZipFile, source: Source, read: Reader) -> Iterator[RawReport | InputError]:
    found = False
    names = archive.namelist()
    crawl = _WACZ in names and any(name.startswith(_WACZ_RECORDS) for name in names)
    for member in sorted(archive.infolist(), key=lambda member: member.filename):
        name = _name(member)
        if member.is_dir() or _is_hidden(name) or not is_wanted(name):
            continue
        if crawl and not name.startswith(_WACZ_RECORDS):
            continue
        found = True
        yield from _member(archive, member, source, read)
    if not found:
        yield NotFound(source.where, f"holds no file that ends in {', '.join(ENDINGS)}")


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: Source, read: Reader
) -> Iterator[RawReport | InputError]:
    where = f"{source.where}/{_name(member)}"
    if member.flag_bits & _ENCRYPTED:
        yield NotReadable(where, "is locked with a password; unpack it and give the folder")
        return
    if (member.external_attr >> 16) & _KIND_BITS == _LINK:
        yield Unsafe(where, "is a link out of the archive; unpack it and give the folder")
        return
    try:
        unpacked = archive.open(member)
    except (zipfile.BadZipFile, *_STUMBLES) as error:
        yield NotReadable(where, f"cannot be unpacked ({error}); unpack the archive and give the folder")
        return
    with unpacked:
        stream = metered(cast("zipfile.ZipExtFile", unpacked), source, lambda: member.compress_size)
        yield from read(source.holding(stream, member=_name(member)))


def _name(member: zipfile.ZipInfo) -> str:
    """The path in the archive, without the parts that lead out of it."""
    parts = PurePosixPath(member.filename.replace("\\", "/")).parts
    return printable("/".join(part for part in parts if part not in ("/", "..", ".")))


def _is_hidden(name: str) -> bool:
    """Files of the system and not of the user: ``.DS_Store``, ``__MACOSX/``."""
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
