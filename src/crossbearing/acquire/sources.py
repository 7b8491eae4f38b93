"""A source: bytes with a name, wherever they come from, within bounds.

Files, members of archives and standard input all become one of these. Bytes that were packed are counted as
they come out, so that what was made to swell without end is stopped in the middle.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BufferedIOBase
from typing import Protocol

from crossbearing.acquire.intake import Intake
from crossbearing.acquire.kinds import HEAD
from crossbearing.acquire.limits import MB, Limits
from crossbearing.errors import TooLarge, Unsafe


class Readable(Protocol):
    """All that is asked of a stream to begin with."""

    def read1(self, size: int, /) -> bytes:
        """At most ``size`` bytes, what there is without asking twice: where the next piece is broken, this
        one still comes out. None at the end."""


class Allowance:
    """How many bytes may still come out of one packed input, all that is nested in it included."""

    def __init__(self, limits: Limits, where: str) -> None:
        self._left = limits.unpacked
        self._limits = limits
        self._where = where

    def spend(self, count: int) -> None:
        """Count bytes that came out. Raises Unsafe when they are too many."""
        self._left -= count
        if self._left < 0:
            most = self._limits.unpacked // (1024 * MB)
            raise Unsafe(self._where, f"holds more than {most} GB when unpacked; give its parts one by one")


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes with a name.

    ``name`` is the id that it would have as a report; ``where`` is what the user knows it by; the ending of
    ``title`` says what it is when its bytes do not. ``head`` are the first bytes, and ``stream`` gives all of
    them from the start. ``nesting`` counts the archives that it lies in.
    """

    name: str
    where: str
    title: str
    head: bytes
    stream: BufferedIOBase
    intake: Intake
    allowance: Allowance
    nesting: int = 0

    @property
    def limits(self) -> Limits:
        return self.intake.limits

    def holding(self, stream: BufferedIOBase, *, member: str = "", title: str = "") -> Source:
        """What lies in this source: a member of an archive, or the one file in a .gz."""
        inner = f"/{member}" if member else ""
        return replace(
            opened(
                stream,
                self.name + inner,
                self.where + inner,
                self.intake,
                title=title or member or self.title,
            ),
            allowance=self.allowance,
            nesting=self.nesting + 1,
        )

    def bytes(self, most: int) -> bytes:
        """All of it. Raises TooLarge when that is more than ``most``."""
        content = self.stream.read(most + 1)
        if len(content) > most:
            raise TooLarge(self.where, f"is larger than {most // MB} MB, more than a report can be")
        return content


def opened(
    stream: BufferedIOBase, name: str, where: str, intake: Intake, *, title: str | None = None
) -> Source:
    """A source of a stream that stands at its start. ``title``: its name, where ``name`` is not its name."""
    start = stream.tell() if _can_go_back(stream) else None
    head, error = _head(stream)
    if start is not None and error is None:
        stream.seek(start)
    else:
        stream = io.BufferedReader(_Joined(head, stream, error), HEAD)
    allowance = Allowance(intake.limits, where)
    return Source(name, where, name if title is None else title, head, stream, intake, allowance)


def metered(stream: Readable, source: Source, packed: Callable[[], int]) -> BufferedIOBase:
    """``stream``, counted as it comes out of ``source``; ``packed`` says how many bytes went in so far.

    Reading raises Unsafe when more comes out than any text would give.
    """
    return io.BufferedReader(_Metered(stream, source, packed), HEAD)


@contextmanager
def seekable(source: Source) -> Iterator[BufferedIOBase]:
    """The stream of a source, in which one can go back: itself, or a temporary copy (deleted afterwards)."""
    if _can_go_back(source.stream):
        yield source.stream
        return
    with tempfile.SpooledTemporaryFile(max_size=16 * MB) as copy:
        most = source.limits.packed_copy
        while piece := source.stream.read(MB):
            copy.write(piece)
            if copy.tell() > most:
                size = f"{most // (1024 * MB)} GB"
                raise TooLarge(source.where, f"is larger than {size}; unpack it and give the folder")
        copy.seek(0)
        yield copy  # type: ignore[misc]  # it is one in all but name


class Counted(io.RawIOBase):
    """A stream that knows how many bytes were read from it."""

    def __init__(self, inner: Readable) -> None:
        self._inner = inner
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._inner.read1(len(buffer))
        buffer[: len(piece)] = piece
        self.count += len(piece)
        return len(piece)


class _Joined(io.RawIOBase):
    """The bytes that were looked at, then the rest; or the error that came instead of the rest."""

    def __init__(self, head: bytes, rest: BufferedIOBase, error: Exception | None) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest
        self._error = error

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._head.read(len(buffer))
        if not piece:
            if self._error:
                raise self._error
            piece = self._rest.read1(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


class _Metered(Counted):
    """Counts what comes out of a packed source."""

    def __init__(self, inner: Readable, source: Source, packed: Callable[[], int]) -> None:
        super().__init__(inner)
        self._source = source
        self._packed = packed

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        count = super().readinto(buffer)
        limits = self._source.limits
        self._source.allowance.spend(count)
        if self.count > limits.ratio_from and self.count > limits.ratio * max(self._packed(), 1):
            raise Unsafe(self._source.where, swollen(limits))
        return count


def swollen(limits: Limits) -> str:
    """What is said of a file that packs more than text can."""
    return f"unpacks to more than {limits.ratio} times its size, as files do that are made to fill a disk"


def _head(stream: BufferedIOBase) -> tuple[bytes, Exception | None]:
    """The first bytes, also where they come in drops; and the error that they ended in, if they did."""
    pieces: list[bytes] = []
    left = HEAD
    try:
        while left > 0 and (piece := stream.read1(left)):
            pieces.append(piece)
            left -= len(piece)
    except Exception as error:  # whatever it is: it is raised again where the bytes end
        return b"".join(pieces), error
    return b"".join(pieces), None


def _can_go_back(stream: BufferedIOBase) -> bool:
    """Whether a stream can be read from its start again at no cost: a file can, what is unpacked cannot."""
    if isinstance(stream, io.BytesIO):
        return True
    try:
        return os.fstat(stream.fileno()) is not None and stream.seekable()
    except (OSError, AttributeError, ValueError):
        return False
