"""From bytes to text: which encoding, how we know, and what was mended on the way.

The order: a byte order mark; UTF-16 and UTF-32 by their zero bytes; UTF-8 whenever the bytes are valid UTF-8
(text in another encoding is so by chance only when there is hardly a foreign character in it), whatever is
declared; then what is declared, if the text that it gives can be text; then a guess, if it is sure enough.
What is left is refused with the likeliest encoding and what to do.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossbearing.errors import NotText
from crossbearing.model import RawReport
from crossbearing.read.charsets import Declared, codec_of, declared
from crossbearing.read.detecting import CLEAR, SURE, guess, plausibility
from crossbearing.text.mending import may_be_garbled


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that it was in (None for what arrived as text), and what is to be said of it."""

    text: str
    encoding: str | None = None
    notes: tuple[str, ...] = ()


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_WIDE = ("utf-32le", "utf-32be", "utf-16le", "utf-16be")
_WIDE_CODECS = {name: name.replace("le", "-le").replace("be", "-be") for name in _WIDE}
_CONTROL = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
_FEW_CONTROLS = 0.02
"""The share of control bytes that scraped text may hold; a binary file has a tenth and more."""


def fingerprint(raw: RawReport) -> str:
    """The sha256 of the bytes as they arrived, or of the UTF-8 form of a row's text."""
    content = raw.content if isinstance(raw.content, bytes) else raw.content.encode("utf-8", "surrogatepass")
    return hashlib.sha256(content).hexdigest()


def plain_text(raw: RawReport) -> Decoded:
    """The text of a plain report: a row's to the character, a file's as decoded (a byte order mark is no
    character of it).

    Raises NotText for what is empty, holds NUL, or is in no encoding that can be told.
    """
    return decoded(raw, markup=False)


def decoded(raw: RawReport, *, markup: bool) -> Decoded:
    """The content as text. ``markup``: it may declare its own encoding, as HTML and XML do.

    ``raw.metadata["charset"]`` is what the HTTP or MIME header says. Raises NotText.
    """
    if isinstance(raw.content, str):
        return Decoded(refuse_empty(raw.id, raw.content))
    found = decode(raw.id, raw.content, declared(raw.content, raw.metadata.get("charset"), markup=markup))
    refuse_empty(raw.id, found.text)
    return _written_twice(found)


def refuse_empty(name: str, text: str) -> str:
    """``text`` itself; raises NotText when there is nothing in it to read."""
    if "\0" in text:
        raise NotText(name, "holds NUL characters, so it is a binary file and no text")
    if not text.strip("\ufeff\ufffd \t\r\n\f\v\xa0\u200b"):
        raise NotText(name, "empty: there is no text in it")
    return text


def decode(name: str, content: bytes, said: Sequence[Declared] = ()) -> Decoded:
    """The text in ``content``; ``said`` is what is declared of its encoding. Raises NotText."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _marked(name, content[len(mark) :], encoding)
    if b"\0" in content:
        return _wide(name, content)
    if len(content) - len(content.translate(None, _CONTROL)) > max(2, _FEW_CONTROLS * len(content)):
        raise NotText(name, "binary: it is full of control characters, so there is no text in it")
    return _unicode(content, said) or _as_declared(content, said) or _guessed(name, content)


def _marked(name: str, content: bytes, encoding: str) -> Decoded:
    text = content.decode(_WIDE_CODECS.get(encoding, encoding), "replace")
    lost = text.count("\ufffd")
    if lost > max(2, len(text) // 100):
        raise NotText(name, f"begins with the mark of {encoding} but is not in it; save it as UTF-8")
    return Decoded(text, encoding, _lost(lost))


def _wide(name: str, content: bytes) -> Decoded:
    """UTF-16 or UTF-32 without a mark: the reading in which nearly all is letters, blanks and marks."""
    readings = []
    for encoding in _WIDE:
        try:
            text = content.decode(_WIDE_CODECS[encoding])
        except UnicodeDecodeError:
            continue
        usual = sum(c.isalnum() or c.isspace() or 32 <= ord(c) < 127 for c in text[:4000])
        readings.append((usual / max(1, len(text[:4000])) * plausibility(text[:4000]), encoding, text))
    surety, encoding, text = max(readings, default=(0.0, "", ""))
    if surety < SURE or "\0" in text:
        raise NotText(name, "binary: it holds zero bytes and is neither UTF-16 nor UTF-32")
    return Decoded(text, encoding, (f"read as {encoding}: no byte order mark, told by its zero bytes",))


_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def _unicode(content: bytes, said: Sequence[Declared]) -> Decoded | None:
    """UTF-8, or UTF-8 with a few flaws: a stray byte of windows-1252, a character cut in two."""
    other = next((d for d in said if d.encoding != "utf-8"), None)
    if b"\x1b" in content and other is not None and other.encoding == "iso-2022-jp":
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        whole = len(_MULTIBYTE.findall(content))
        stray = len(re.findall(rb"[\x80-\xff]", _MULTIBYTE.sub(b"", content)))
        if whole < 3 or whole < 4 * stray:
            return None
        mended = content.decode("utf-8", "crossbearing-1252")
        return Decoded(mended, "utf-8", (f"bytes that are not UTF-8 ({stray}) were read as windows-1252",))
    if other is not None and not text.isascii():
        return Decoded(text, "utf-8", (f"{other.where} says {other.encoding}, but it is UTF-8",))
    return Decoded(text, "utf-8")


def _stray_byte(error: UnicodeError) -> tuple[str, int]:
    """An error handler: bytes that are not UTF-8 as windows-1252, those that it lacks as U+FFFD."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("crossbearing-1252", _stray_byte)


def _as_declared(content: bytes, said: Sequence[Declared]) -> Decoded | None:
    """What is declared, if it gives text: a label on a server is wrong often enough to be checked."""
    for claim in said:
        if claim.encoding == "utf-8":
            continue
        text = content.decode(codec_of(claim.encoding), "replace")
        lost = text.count("\ufffd")
        if lost <= max(2, len(text) // 100) and _can_be(text, content):
            return Decoded(text, claim.encoding, _lost(lost))
    return None


def _can_be(text: str, content: bytes) -> bool:
    """Whether this reading of ``content`` can be text, and no other is much better."""
    fitting = plausibility(text[:20_000])
    if fitting >= CLEAR or fitting < SURE:
        return fitting >= SURE
    other = guess(content)
    return other is None or other.confidence < fitting + 0.1


def _lost(characters: int) -> tuple[str, ...]:
    return (f"characters that could not be decoded: {characters}",) if characters else ()


def _guessed(name: str, content: bytes) -> Decoded:
    likely = guess(content)
    if likely is None or likely.confidence < SURE:
        how = (
            f"perhaps {likely.encoding}: try iconv -f {likely.encoding} -t UTF-8" if likely else "convert it"
        )
        raise NotText(name, f"not UTF-8, and its encoding cannot be told for sure ({how}, and look at it)")
    text = content.decode(codec_of(likely.encoding), "replace")
    note = (
        f"read as {likely.encoding}: nothing declares its encoding, this fits best ({likely.confidence:.2f})"
    )
    return Decoded(text, likely.encoding, (note, *_lost(text.count("\ufffd"))))


def _written_twice(found: Decoded) -> Decoded:
    """UTF-8 that was read as another encoding and written again, when the whole text is so.

    ftfy judges; it must come out by undoing the mistake for every character (encode, then decode as UTF-8),
    so that the mended text is still nothing but the decoded file. Text that is so only in places is left as
    it is and mended in the reading copy.
    """
    if not may_be_garbled(found.text):
        return found
    from ftfy import fix_encoding_and_explain

    mended, steps = fix_encoding_and_explain(found.text)
    steps = steps or []
    if not steps or any(step.action not in ("encode", "decode") for step in steps):
        return found
    if not any(step.action == "decode" and step.parameter.startswith("utf-8") for step in steps):
        return found
    wrong = ", ".join(_wrong_encodings(steps))
    return Decoded(mended, found.encoding, (*found.notes, f"mended: UTF-8 that had been read as {wrong}"))


def _wrong_encodings(steps: Sequence[tuple[str, str]]) -> Iterator[str]:
    for action, parameter in steps:
        if action == "encode":
            yield parameter.removeprefix("sloppy-")
