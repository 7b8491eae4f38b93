"""The body of an answer, unpacked, within bounds: nothing is held that is larger than it may be.

Only gzip is asked for, and unpacked here piece by piece, because a few kilobytes of it can hold gigabytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

PIECE = 256 * 1024
"""The most that is unpacked in one step."""

_GZIP = 31
"""zlib's number for "gzip, with any window"."""


class TooLargeError(Exception):
    """The body is larger than it may be."""


class BrokenPackingError(Exception):
    """The body is not what its Content-Encoding says; the message says what is wrong."""


def bounded(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The pieces; raises TooLargeError as soon as they come to more than ``most`` bytes."""
    came = 0
    for piece in pieces:
        came += len(piece)
        if came > most:
            raise TooLargeError
        yield piece


def unpacked(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The pieces of a body with this Content-Encoding, unpacked, each at most ``PIECE`` bytes long."""
    names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
    names = [name for name in names if name != "identity"]
    if not names:
        return iter(pieces)
    if names not in (["gzip"], ["x-gzip"]):
        raise BrokenPackingError(f"is packed as {', '.join(names)}, which was not asked for")
    return gunzipped(pieces)


def gunzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What is in a gzip stream (several, one behind the other, are one), piece by piece; nothing in nothing."""
    unpack = zlib.decompressobj(_GZIP)
    began = False
    for piece in pieces:
        waiting, made = piece, b""
        while waiting or len(made) == PIECE:  # a full piece: zlib may hold more that needs no new bytes
            if unpack.eof:
                if not waiting.strip(b"\0"):
                    break  # padding behind the last stream
                unpack = zlib.decompressobj(_GZIP)
            began = True
            try:
                made = unpack.decompress(waiting, PIECE)
            except zlib.error as error:
                raise BrokenPackingError(f"is said to be gzip and is not ({error})") from error
            if made:
                yield made
            waiting = unpack.unused_data if unpack.eof else unpack.unconsumed_tail
    if began and not unpack.eof:
        raise BrokenPackingError("ends in the middle of its gzip stream")
