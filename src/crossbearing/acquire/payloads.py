"""What a server sent: the body of an HTTP answer without the packing that was put around it on its way."""

from __future__ import annotations

import io
import zlib

from crossbearing.errors import TooLarge

_GZIP_OR_ZLIB = 47
"""zlib's number for "gzip or zlib, with any window"."""
_RAW = -15
"""The same for deflate without either, which some servers send under that name."""


class BrokenBodyError(ValueError):
    """A body is packed, and cannot be unpacked to its end; the message says why."""


def body_as_meant(body: bytes, transfer: str, content: str, most: int, where: str) -> bytes:
    """The body without chunks and packing, as its headers Transfer-Encoding and Content-Encoding name them.

    Many crawlers unpack a body and keep the header; what does not look packed is taken as it is. Raises
    TooLarge when more than ``most`` bytes come out, BrokenBodyError when they end in the middle.
    """
    if "chunked" in transfer.lower():
        body = _without_chunks(body)
    for name in reversed([name.strip().lower() for name in content.split(",")]):
        body = _unpacked(body, name, most, where)
    return body


def _without_chunks(body: bytes) -> bytes:
    """The chunks in one piece; the body itself when it has none."""
    pieces: list[bytes] = []
    at = 0
    while at < len(body):
        end = body.find(b"\r\n", at, at + 100)
        try:
            size = int(body[at:end].partition(b";")[0].strip() or b"x", 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            if not pieces:
                return body
            raise BrokenBodyError("its chunks are broken")
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[end + 2 : end + 2 + size])
        if len(pieces[-1]) < size:
            raise BrokenBodyError("its last chunk is cut off")
        at = end + 2 + size + 2
    raise BrokenBodyError("its last chunk is missing")


def _unpacked(body: bytes, name: str, most: int, where: str) -> bytes:
    if name in ("gzip", "x-gzip"):
        return _inflated(body, _GZIP_OR_ZLIB, most, where) if body.startswith(b"\x1f\x8b") else body
    if name == "deflate":
        if body[:1] == b"\x78":
            return _inflated(body, _GZIP_OR_ZLIB, most, where)
        return body if body.lstrip()[:1] == b"<" else _inflated(body, _RAW, most, where)
    if name == "br":
        return _unbrotlied(body, most, where)
    return body


def _inflated(body: bytes, window: int, most: int, where: str) -> bytes:
    inflater = zlib.decompressobj(window)
    try:
        content = inflater.decompress(body, most + 1)
    except zlib.error as error:
        raise BrokenBodyError(f"its packing is broken ({error})") from error
    if len(content) > most:
        raise _too_large(where)
    if not inflater.eof:
        raise BrokenBodyError("its packing is cut off")
    return content


def _unbrotlied(body: bytes, most: int, where: str) -> bytes:
    """Brotli has no first bytes by which it is known: what cannot be unpacked is taken for unpacked."""
    from fastwarc.stream_io import BrotliReader

    try:
        content: bytes = BrotliReader(io.BytesIO(body)).read(most + 1)
    except OSError:
        return body
    if len(content) > most:
        raise _too_large(where)
    return content or body


def _too_large(where: str) -> TooLarge:
    return TooLarge(where, "unpacks to more than a report can be")
