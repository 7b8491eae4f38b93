"""What the user names: a file, a folder, a pattern, ``-`` for standard input, an address."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BufferedIOBase
from itertools import chain
from typing import BinaryIO, cast

from crossbearing.acquire.files import read_file, read_source
from crossbearing.acquire.finding import Found, find
from crossbearing.acquire.identity import Register
from crossbearing.acquire.intake import Intake
from crossbearing.acquire.places import Disk, Storage
from crossbearing.acquire.sources import opened
from crossbearing.acquire.web import Web, is_address
from crossbearing.errors import InputError, NotText
from crossbearing.model import RawReport


def acquire(
    inputs: Sequence[str],
    intake: Intake | None = None,
    *,
    storage: Storage | None = None,
    stdin: BinaryIO | None = None,
    web: Web | None = None,
) -> Iterator[RawReport | InputError]:
    """The reports that ``inputs`` name, in order, each once; an InputError stands where one could not be
    taken in.

    Folders are gone through in sorted order, so the same input gives the same sequence. A file that is
    reached twice (named and in a folder, or through a link) is read once. What happens when two reports claim
    one id stands in ``identity``. A column that the user named and no table has is told of at the end.
    ``web`` fetches addresses; without it, they are fetched as ``intake.fetching`` says.
    """
    intake, storage = intake or Intake(), storage or Disk()
    register = Register()
    read: set[str] = set()
    with web or Web(intake.fetching) as opened_web:
        ways = _Ways(storage, stdin, opened_web, intake)
        for item in chain.from_iterable(_one(name, ways, read) for name in inputs):
            admitted = register.admit(item) if isinstance(item, RawReport) else item
            if admitted is not None:
                yield admitted
    for pair in intake.columns.unmet():
        reason = "no table of the input has this column; mend its name, or take the option away"
        yield NotText(f"--column {pair}", reason)


@dataclass(frozen=True, slots=True)
class _Ways:
    """Where inputs come from, and how."""

    storage: Storage
    stdin: BinaryIO | None
    web: Web
    intake: Intake


def _one(name: str, ways: _Ways, read: set[str]) -> Iterator[RawReport | InputError]:
    if name == "-":
        yield from _standard_input(ways)
    elif is_address(name):
        yield from ways.web.gather(name, ways.intake)
    else:
        yield from _files(find(name, ways.storage, ways.intake.limits), ways, read)


def _files(
    found: Iterable[Found | InputError], ways: _Ways, read: set[str]
) -> Iterator[RawReport | InputError]:
    for item in found:
        if isinstance(item, InputError):
            yield item
        elif item.look.real not in read:
            read.add(item.look.real)
            yield from read_file(item, ways.storage, ways.intake)


def _standard_input(ways: _Ways) -> Iterator[RawReport | InputError]:
    """Whatever comes, known by how it begins; a text is called ``stdin``."""
    stream = cast("BufferedIOBase", ways.stdin or sys.stdin.buffer)
    yield from read_source(opened(stream, "stdin", "stdin", ways.intake))
