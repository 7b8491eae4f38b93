"""The reading copy: a text with its damage mended, of which every stretch is known in the original.

Articles must stay as they are to the character, but "CÃ´te dâ€™Ivoire" names no country and a word with a
soft hyphen in it is in no table. So stages read a mended copy and what they find is mapped back
(``restoring``). A text without damage is its own reading copy.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from crossbearing.model import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """``original[start:end]`` became ``copy[at:stop]``; when both are as long, character by character."""

    start: int
    end: int
    at: int
    stop: int

    @property
    def even(self) -> bool:
        return self.end - self.start == self.stop - self.at


@dataclass(frozen=True, slots=True)
class Layer:
    """One pass over a text: its edits, in order and without overlap."""

    edits: tuple[Edit, ...]
    _starts: tuple[int, ...] = field(repr=False)
    _ats: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, edits: Sequence[Edit]) -> Layer:
        return cls(tuple(edits), tuple(e.start for e in edits), tuple(e.at for e in edits))

    def back(self, span: Span) -> Span:
        """Where ``span`` of the copy stands in the original: all of every character that it touches."""
        if not len(span):
            start = self._origin(span.start)[0]
            return Span(start, start)
        return Span(self._origin(span.start)[0], self._origin(span.end - 1)[1])

    def _origin(self, position: int) -> tuple[int, int]:
        """The original stretch that the copy's character at ``position`` stands for."""
        i = bisect_right(self._ats, position) - 1
        if i < 0:
            return position, position + 1
        edit = self.edits[i]
        if position >= edit.stop:
            first = position - edit.stop + edit.end
            return first, first + 1
        if edit.even:
            first = position - edit.at + edit.start
            return first, first + 1
        return edit.start, edit.end

    def forth(self, position: int) -> int:
        """Where the original's ``position`` stands in the copy (the beginning of an uneven edit)."""
        i = bisect_right(self._starts, position) - 1
        if i < 0:
            return position
        edit = self.edits[i]
        if position >= edit.end:
            return position - edit.end + edit.stop
        return position - edit.start + edit.at if edit.even else edit.at


@dataclass(frozen=True, slots=True)
class Mended:
    """``original`` and its reading copy ``text``, with the passes that lead from one to the other."""

    original: str
    text: str
    layers: tuple[Layer, ...] = ()
    garbled: int = 0

    @property
    def changed(self) -> bool:
        return bool(self.layers)

    def back(self, span: Span) -> Span:
        """The stretch of ``original`` that ``span`` of the copy was read from."""
        for layer in reversed(self.layers):
            span = layer.back(span)
        return span

    def forth(self, position: int) -> int:
        """The position in the copy of a position in ``original``."""
        for layer in self.layers:
            position = layer.forth(position)
        return position


def mend(text: str) -> Mended:
    """The reading copy of ``text``.

    Mended are: UTF-8 read in another encoding (also twice over), C1 controls that were windows-1252, HTML's
    character references, broken apostrophes; dropped: soft hyphens, marks without width, byte order marks,
    marks of direction, control characters; made plain: line breaks, blanks of any width, ligatures, letters
    of full width, letters with separate accents; joined: words that are parted at the end of a line.

    >>> copy = mend("Câ€™est la CÃ´te")
    >>> copy.text, copy.back(Span(9, 13)).of(copy.original)
    ('C’est la Côte', 'CÃ´te')
    """
    mended, garbled, layers = text, 0, []
    for _ in range(_TIMES_GARBLED):
        found = list(_garbled(mended))
        if not found:
            break
        garbled = garbled or len(found)
        mended, layer = _apply(mended, found)
        layers.append(layer)
    found = list(_plain(mended))
    if found:
        mended, layer = _apply(mended, found)
        layers.append(layer)
    return Mended(text, mended, tuple(layers), garbled)


_Change = tuple[int, int, str]
"""Where in the text, and what stands there instead."""

_TIMES_GARBLED = 3
"""Text that went through three wrong hands has been seen, more has not."""


def _apply(text: str, changes: Sequence[_Change]) -> tuple[str, Layer]:
    pieces: list[str] = []
    edits: list[Edit] = []
    position = length = 0
    for start, end, new in changes:
        pieces += [text[position:start], new]
        length += start - position
        edits.append(Edit(start, end, length, length + len(new)))
        length += len(new)
        position = end
    pieces.append(text[position:])
    return "".join(pieces), Layer.of(edits)


_LOST_QUOTE = re.compile(r"â€(?:\ufffd|\?(?=[\s.,;)]|$)|(?=[\s.,;:!?)\]]|$))")
"""A closing quotation mark whose last byte, which windows-1252 lacks, was lost: "he said.â€"."""


_PAIR = re.compile(r"[^\x00-\x7f](?:[^\x00-\x7f]|(?<=[\xc2-\xf4\u0402-\u0453]) )")
"""Two foreign characters in a row, or one that may be a first byte before a blank that was a second one: no
garbled stretch is without."""


def may_be_garbled(text: str) -> bool:
    """False for most texts, at a small part of the price of looking closely."""
    return not text.isascii() and _PAIR.search(text) is not None


def _garbled(text: str) -> Iterator[_Change]:
    """Stretches of UTF-8 that were read in another encoding. ftfy knows what such stretches look like.

    Unless all of the text is so, each is mended by itself, because articles are put together from several
    sources. What can be real text ("«LIBERTÉ»" happens to end in two characters that are UTF-8 in
    windows-1252) is left.
    """
    if not may_be_garbled(text):
        return
    throughout = list(_throughout(text))
    yield from throughout or _in_places(text)


def _throughout(text: str) -> Iterator[_Change]:
    """The changes when the whole text can be put back by one encoding and be UTF-8 then."""
    from ftfy import fix_encoding_and_explain
    from ftfy.badness import is_bad

    steps = (fix_encoding_and_explain(text).explanation or []) if is_bad(text) else []
    if [step.action for step in steps[:2]] != ["encode", "decode"] or steps[1].parameter != "utf-8":
        return
    position = 0
    for char in text.encode(steps[0].parameter).decode("utf-8"):
        length = len(char.encode())
        if length > 1:
            yield position, position + length, char
        position += length


def _in_places(text: str) -> Iterator[_Change]:
    from ftfy import fix_encoding
    from ftfy.badness import is_bad
    from ftfy.chardata import UTF8_DETECTOR_RE

    found = {m.start(): (m.start(), m.end(), "”") for m in _LOST_QUOTE.finditer(text)}
    for match in UTF8_DETECTOR_RE.finditer(text):
        words = match[0]
        if match.start() not in found and is_bad(words):
            mended = fix_encoding(words)
            if mended != words:
                found[match.start()] = (match.start(), match.end(), mended)
    position = 0
    for start in sorted(found):
        if start >= position:
            yield found[start]
            position = found[start][1]


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of character that is made plain in the copy, with an example: as found, as read."""

    pattern: str
    new: Callable[[re.Match[str]], str]
    found: str
    read: str


def _nothing(_: re.Match[str]) -> str:
    return ""


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


def _windows(match: re.Match[str]) -> str:
    return match[0].encode("latin-1").decode("cp1252", "ignore")


def _reference(match: re.Match[str]) -> str:
    char = html.unescape(match[0])
    return " " if char == "\xa0" else "" if char in "\xad\u200b\u200d\u200e\u200f\ufeff" else char


_HYPHENATED = """
    anti pro non ex self semi multi cross counter co so long short well high low north south east west mid
    vice post pre inter ultra all one two three four five six seven eight nine ten twenty thirty forty fifty
    sixty seventy eighty ninety half quarter car truck suicide air ground surface rocket hand heavy armed
"""
_KEEPS_HYPHEN = frozenset(_HYPHENATED.split())
"""Before these a hyphen at the end of a line is one that the word has: "anti-aircraft", "twenty-five"."""


def hyphen_kept(left: str) -> bool:
    """Whether a word parted behind ``left`` at the end of a line is written with a hyphen.

    >>> hyphen_kept("sol"), hyphen_kept("anti"), hyphen_kept("hit-and")
    (False, True, True)
    """
    word = re.search(r"[\w-]*$", left)
    last = word[0].casefold() if word else ""
    return "-" in last or last in _KEEPS_HYPHEN


def _joined(match: re.Match[str]) -> str:
    return "-" if hyphen_kept(match.string[max(0, match.start() - 30) : match.start()]) else ""


RULES = (
    Rule(r"\xad\r?\n[ \t]*", _nothing, "sol\xad\n diers", "soldiers"),
    Rule(r"(?<=[^\W\d_]{2})-[ \t]*\r?\n[ \t]*(?=[a-zà-öø-ÿ])", _joined, "sol-\r\ndiers", "soldiers"),
    Rule(r"\r\n|[\r\x85\u2028\u2029]", lambda _: "\n", "one\r\ntwo", "one\ntwo"),
    Rule(r"[\xa0\u2000-\u200a\u202f\u205f\u3000]", lambda _: " ", "5\xa0May", "5 May"),
    Rule(r"[\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffe]",
         _nothing, "Mo\u200bsul", "Mosul"),
    Rule(r"[\x80-\x84\x86-\x9f]", _windows, "\x93No\x94", "“No”"),
    Rule(r"[\x00-\x08\x0e-\x1f\x7f]", _nothing, "Mo\x08sul", "Mosul"),
    Rule(r"[\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]", _composed, "o\ufb03cer", "officer"),
    Rule(r"[^\W\d_][\u0300-\u036f]+", lambda m: unicodedata.normalize("NFC", m[0]), "Pe\u0301", "Pé"),
    Rule(r"&(?:[a-zA-Z]{2,8}|\#\d{2,6}|\#x[0-9a-fA-F]{2,5});", _reference, "AT&amp;T", "AT&T"),
    Rule(r"(?<=[a-z])\ufffd(?=(?:s|t|d|m|re|ve|ll)\b)", lambda _: "’", "didn\ufffdt", "didn’t"),
)  # fmt: skip
"""Tried in this order at every position. None may hold a group of its own."""

_ANY = re.compile("|".join(f"(?P<r{i}>{rule.pattern})" for i, rule in enumerate(RULES)))


_SUSPECT = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\xa0\xad\u0300-\u036f\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    r"\ufb00-\ufb06\ufe00-\ufe0f\ufeff\uff10-\uff5a\ufffd\ufffe\r&-]"
)
"""The characters with which what a rule makes plain begins (marks over letters: the one behind its
beginning). The rules together are too slow to be tried at every character of every text."""


def _plain(text: str) -> Iterator[_Change]:
    position = 0
    while suspect := _SUSPECT.search(text, position):
        at = suspect.start()
        over_letter = "\u0300" <= text[at] <= "\u036f" and at > position
        match = (_ANY.match(text, at - 1) if over_letter else None) or _ANY.match(text, at)
        position = match.end() if match and match.end() > at else at + 1
        if match:
            new = RULES[int((match.lastgroup or "r0")[1:])].new(match)
            if new != match[0]:
                yield match.start(), match.end(), new
