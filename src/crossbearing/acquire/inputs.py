"""What the user names: a file, a folder, a glob, ``-`` for standard input, an address.

Ids: a file found in a folder is called by its path relative to that folder (always with ``/``); a file given
by name, by its name; a file found by a glob, by its path relative to the part of the pattern before the first
wildcard. What happens when two claim one id stands in ``identity``.
"""

from __future__ import annotations

import glob
import os.path
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from crossbearing.acquire.files import READABLE, as_report, read_file
from crossbearing.acquire.identity import Register
from crossbearing.acquire.places import Disk, Storage, printable, refusal
from crossbearing.acquire.rows import read_rows
from crossbearing.acquire.web import Web, is_address
from crossbearing.errors import InputError, NotFound
from crossbearing.model import RawReport

Found = tuple[Path, str] | InputError
"""A file with the id that it would have, or why there is none."""


def acquire(
    inputs: Sequence[str],
    *,
    storage: Storage | None = None,
    stdin: BinaryIO | None = None,
    web: Web | None = None,
) -> Iterator[RawReport | InputError]:
    """The reports that ``inputs`` name, in order, each once; an InputError stands where one could not be
    taken in.

    Folders are gone through in sorted order, so the same input gives the same sequence. A file that is
    reached twice (named and in a folder, or through a link) is read once. ``web`` says how addresses are
    fetched; without it, as ``Fetching()`` has it.
    """
    storage = storage or Disk()
    register = Register()
    read: set[str] = set()
    with web or Web() as opened:
        for item in chain.from_iterable(_one(name, storage, stdin, read, opened) for name in inputs):
            admitted = register.admit(item) if isinstance(item, RawReport) else item
            if admitted is not None:
                yield admitted


def _one(
    name: str, storage: Storage, stdin: BinaryIO | None, read: set[str], web: Web
) -> Iterator[RawReport | InputError]:
    if name == "-":
        yield from _standard_input(stdin or sys.stdin.buffer)
    elif is_address(name):
        yield from web.gather(name)
    else:
        yield from _files(_find(name, storage), storage, read)


def _files(found: Iterable[Found], storage: Storage, read: set[str]) -> Iterator[RawReport | InputError]:
    for item in found:
        if isinstance(item, InputError):
            yield item
            continue
        path, name = item
        real = os.path.realpath(path)
        if real not in read:
            read.add(real)
            yield from read_file(path, name, storage)


def _find(name: str, storage: Storage) -> Iterator[Found]:
    path = Path(name)
    try:
        if path.is_dir():
            yield from _folder(path, path, storage, frozenset())
        elif path.exists():
            yield path, printable(path.name)
        elif glob.has_magic(name):
            yield from _glob(name, storage)
        else:
            yield NotFound(printable(name), "no such file or folder")
    except OSError as error:  # a name that is too long, a loop of links, a parent that we may not enter
        yield refusal(name, error)


def _folder(folder: Path, base: Path, storage: Storage, above: frozenset[str]) -> Iterator[Found]:
    """The readable files below ``folder``. ``above`` holds the real folders that we are in: a link back is
    not followed."""
    found = False
    for item in _walk(folder, base, storage, above):
        found = True
        yield item
    if not found:
        yield NotFound(printable(str(folder)), f"holds no file that ends in {', '.join(READABLE)}")


def _walk(folder: Path, base: Path, storage: Storage, above: frozenset[str]) -> Iterator[Found]:
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        entries = sorted(storage.entries(folder))
    except OSError as error:
        yield refusal(folder, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue  # .git, .DS_Store and the like are never reports
        if entry.is_dir():
            yield from _walk(entry, base, storage, above | {real})
        elif entry.suffix.lower() in READABLE:
            yield entry, printable(entry.relative_to(base).as_posix())


def _glob(pattern: str, storage: Storage) -> Iterator[Found]:
    matches = sorted(Path(match) for match in glob.glob(pattern, recursive=True))  # noqa: PTH207 (absolute patterns)
    if not matches:
        yield NotFound(printable(pattern), "no file matches this pattern")
    base = _fixed_part(pattern)
    for path in matches:
        if path.is_dir():
            yield from _walk(path, base, storage, frozenset())
        elif path.suffix.lower() in READABLE or not _is_recursive(pattern):
            yield path, printable(path.relative_to(base).as_posix())


def _fixed_part(pattern: str) -> Path:
    """The folder that a pattern starts in: ``data/2016`` of ``data/2016/*/x.txt``."""
    parts = Path(pattern).parts
    fixed = next((i for i, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    return Path(*parts[:fixed])


def _is_recursive(pattern: str) -> bool:
    return "**" in pattern


def _standard_input(stream: BinaryIO) -> Iterator[RawReport | InputError]:
    """Rows when the first character that is not white space is ``{``; otherwise one text, called
    ``stdin``."""
    head: list[bytes] = []
    for line in stream:
        head.append(line)
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            break
    if head and head[-1].lstrip(b" \t\r\n\xef\xbb\xbf").startswith(b"{"):
        yield from read_rows(chain(head, stream), "stdin", "stdin")
    else:
        yield as_report(b"".join([*head, stream.read()]), "stdin", "text/plain", "stdin")
