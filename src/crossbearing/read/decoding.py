"""From what arrived to text: nothing is changed, what cannot be decoded is refused."""

from __future__ import annotations

import hashlib

from crossbearing.errors import NotText
from crossbearing.model import RawReport


def fingerprint(raw: RawReport) -> str:
    """The sha256 of the bytes as they arrived, or of the UTF-8 form of a row's text."""
    content = raw.content if isinstance(raw.content, bytes) else raw.content.encode("utf-8", "surrogatepass")
    return hashlib.sha256(content).hexdigest()


def plain_text(raw: RawReport) -> str:
    """The text of a plain report, to the character (a byte order mark is no character of it).

    Raises NotText for what is empty, holds NUL, or is not UTF-8.
    """
    if isinstance(raw.content, str):
        text = raw.content
    else:
        try:
            text = raw.content.decode("utf-8-sig")
        except UnicodeDecodeError as exc:
            reason = f"not UTF-8 (byte {exc.start}); convert it, for example with iconv -t UTF-8"
            raise NotText(raw.id, reason) from exc
    return refuse_empty(raw.id, text)


def refuse_empty(name: str, text: str) -> str:
    """``text`` itself; raises NotText when there is nothing in it to read."""
    if "\0" in text:
        raise NotText(name, "holds NUL characters, so it is a binary file and no text")
    if not text.strip():
        raise NotText(name, "empty: there is no text in it")
    return text
