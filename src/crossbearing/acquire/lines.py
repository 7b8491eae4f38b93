"""Lines of a table, each within bounds, however large the table is."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from io import BufferedIOBase

from crossbearing.acquire.kinds import HEAD, wide_encoding


def bounded_lines(stream: BufferedIOBase, most: int) -> Iterator[bytes | None]:
    """The lines of a stream; None in the place of one that is longer than ``most`` bytes."""
    while line := stream.readline(most + 1):
        if len(line) <= most:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(most + 1)
        yield None


def in_utf8(stream: BufferedIOBase, head: bytes) -> BufferedIOBase:
    """The stream in UTF-8 when a mark at its start says that it is in UTF-16 or UTF-32; else the stream."""
    wide = wide_encoding(head)
    return io.BufferedReader(_Recoded(stream, wide), HEAD) if wide else stream


class _Recoded(io.RawIOBase):
    """A stream in another encoding, as UTF-8; what is no character of it becomes U+FFFD."""

    def __init__(self, inner: BufferedIOBase, encoding: str) -> None:
        self._inner = inner
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            piece = self._inner.read(HEAD)
            self._ready = self._decoder.decode(piece, final=not piece).encode("utf-8", "replace")
            if not piece:
                break
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count
