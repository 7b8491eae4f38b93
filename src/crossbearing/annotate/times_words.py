"""Turn a text into words with a class each, and the classes into a string that the time patterns are
matched on.

Every word becomes one character that stands for its class in vocab/calendar.yaml. The patterns of
times_patterns.py are regular expressions over that string: short to write, and fast, since a text has six
times fewer words than characters and most of them are of no class.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from crossbearing.model import Sentence
from crossbearing.text.folding import fold
from crossbearing.vocab.calendar import calendar_words

# Classes of tokens that are told by their shape, beside those of the vocabulary.
SHAPES = (
    "OTHER", "BREAK", "ISO", "SLASHED", "CLOCK", "DECADE", "ORDINAL", "HOURNUM", "DAYNUM", "NUMBER", "YEAR",
    "QNUM",
    "COMMA", "DOT", "HYPHEN", "SLASH", "APOS", "OPEN", "CLOSE", "MONEY", "HOLIDAY", "HIJRI", "COUNTED",
    "BASE",  # the verb after "to": "agreed to [meet]"
    "NOVERB",  # ends like a verb of the past and is none: "United", "armed"
)  # fmt: skip

_TOKEN = re.compile(
    r"(?P<q>\bq[1-4]\b)"
    r"|(?P<w>[ap]\.m\b\.?|o'clock|'ll\b|[a-z]+)"  # most by far; nothing below begins with a letter
    r"|(?P<ISO>\b\d{4}-\d{2}-\d{2}(?:t\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?z?)?\b)"
    r"|(?P<SLASHED>(?<![\d/.])(?:\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{1,2}/\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}/\d{1,2}/\d{1,2})"
    r"(?![\d/]))"
    r"|(?P<CLOCK>(?<![\d:.])(?:[01]?\d|2[0-4])[:][0-5]\d(?::[0-5]\d)?(?![\d:])"
    r"|(?<![\d:.])\d{1,2}\.\d\d(?= ?[ap]\.?m\b))"
    r"|(?P<DECADE>\b(?:1[6-9]|20)\d0'?s\b|'\d0s\b)"
    r"|(?P<ORDINAL>\b\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<n>\d[\d,]*\d(?:\.\d+)?%?|\d(?:\.\d+)?%?)"
    r"|(?P<BREAK>\n[ \t\r]*\n\s*)"
    r"|(?P<APOS>'s\b|')"
    r"|(?P<p>[-,./$£€():;?!\"|–])"
)
_MARKS = {
    "-": "HYPHEN", ",": "COMMA", ".": "DOT", "/": "SLASH", "$": "MONEY", "£": "MONEY", "€": "MONEY",
    "(": "OPEN", ")": "CLOSE", ":": "OTHER", ";": "BREAK", "?": "BREAK", "!": "BREAK", '"': "OTHER",
    "|": "BREAK",
}  # fmt: skip


class Word(NamedTuple):
    """A word or mark: where it stands, folded, its class and its value in the vocabulary.

    A tuple, since there is one for every word of every report: making it is the cost that counts.
    """

    start: int
    end: int
    text: str
    kind: str
    value: str | int = 0


@dataclass(frozen=True, slots=True)
class Classes:
    """The character of each class, and the other way round."""

    char: dict[str, str]

    def of(self, names: Iterable[str]) -> str:
        """The characters of several classes, for a regular expression's [...]."""
        return "".join(self.char[n] for n in names)


@cache
def classes() -> Classes:
    """One character of the private use area for each class."""
    names = (*SHAPES, *calendar_words().classes)
    return Classes({name: chr(0xE000 + i) for i, name in enumerate(names)})


def _number(start: int, end: int, text: str) -> Word:
    if not text.isdigit():
        plain = text.replace(",", "")
        return Word(start, end, text, "NUMBER", int(plain) if plain.isdigit() and len(plain) < 9 else 0)
    value = int(text) if len(text) < 10 else 0
    if len(text) <= 2 and 1 <= value <= 12:
        return Word(start, end, text, "HOURNUM", value)
    if len(text) <= 2 and 13 <= value <= 31:
        return Word(start, end, text, "DAYNUM", value)
    if len(text) == 4 and 1500 <= value <= 2099:
        return Word(start, end, text, "YEAR", value)
    return Word(start, end, text, "NUMBER", value)


# Names of the calendar are written with a capital; without it these words are ordinary ones ("they march",
# "may").
_CAPITAL_ONLY = frozenset({"MONTHWORD", "MONTHABBR", "WEEKDAYABBR"})


def _word(start: int, end: int, text: str, original: str, entry: tuple[str, str | int]) -> Word:
    kind, value = entry
    if kind in _CAPITAL_ONLY and not original[start].isupper():
        return Word(start, end, text, "OTHER")
    return Word(start, end, text, kind, value)


def _words_of(folded: str, original: str) -> list[Word]:
    out: list[Word] = []
    table, counted = calendar_words().words, calendar_words().counted
    for match in _TOKEN.finditer(folded):
        kind = match.lastgroup or "OTHER"
        (start, end), text = match.span(), match.group()
        if kind == "w":
            entry = table.get(text)
            out.append(
                _word(start, end, text, original, entry)
                if entry is not None
                else Word(start, end, text, "COUNTED" if text in counted else "OTHER")
            )
        elif kind == "n":
            out.append(_number(start, end, text))
        elif kind == "p":
            out.append(Word(start, end, text, _MARKS.get(text, "OTHER")))
        elif kind == "ORDINAL":
            value = int(text[:-2])
            out.append(Word(start, end, text, "ORDINAL" if 1 <= value <= 31 else "OTHER", value))
        elif kind == "q":
            out.append(Word(start, end, text, "QNUM", int(text[1])))
        elif kind == "DECADE":
            digits = text.strip("'s")
            out.append(
                Word(
                    start,
                    end,
                    text,
                    "DECADE",
                    int(digits) // 10 if len(digits) == 4 else 190 + int(digits) // 10,
                )
            )
        else:
            out.append(Word(start, end, text, kind))
    return out


@cache
def _phrases() -> dict[str, list[tuple[str, str, str | int]]]:
    """First word → (phrase, class, value), the longest phrase first."""
    vocab = calendar_words()
    entries: list[tuple[str, str, str | int]] = [(n, "HOLIDAY", k) for n, k in vocab.holiday_names.items()]
    entries += [(n, "HIJRI", m) for n, m in vocab.hijri_months.items()]
    out: dict[str, list[tuple[str, str, str | int]]] = {}
    for phrase, kind, value in sorted(entries, key=lambda e: -len(e[0])):
        first = re.split(r"[ '.-]", phrase)[0]
        out.setdefault(first, []).append((phrase, kind, value))
    return out


def _phrase_at(word: Word, folded: str) -> tuple[int, str, str | int] | None:
    for phrase, kind, value in _phrases().get(word.text, ()):
        end = word.start + len(phrase)
        if folded.startswith(phrase, word.start) and not folded[end : end + 1].isalnum():
            return end, kind, value
    return None


def _join_phrases(words: list[Word], folded: str, original: str) -> list[Word]:
    """Feasts and Hijri months of several words become one word. They, too, need a capital ("easter" does
    not count).
    """
    phrases = _phrases()
    out: list[Word] = []
    skip_to = 0
    for word in words:
        if word.start < skip_to:
            continue
        hit = _phrase_at(word, folded) if word.text in phrases else None
        if hit and any(c.isupper() for c in original[word.start : hit[0]]):
            end, kind, value = hit
            out.append(Word(word.start, end, folded[word.start : end], kind, value))
            skip_to = end
        else:
            out.append(word)
    return out


def _tagged(sentences: Sequence[Sentence]) -> dict[int, str]:
    """Position → class, where the tags tell more than the word: "may" and "march" as verbs, verbs of the
    past.
    """
    out: dict[int, str] = {}
    for sentence in sentences:
        for token in sentence.tokens:
            if token.tag == "VBD":
                out[token.start] = "WAS"
            elif token.tag == "VB":
                out[token.start] = "BASE"
            elif token.text.endswith("ed") and not token.tag.startswith("V"):
                out[token.start] = "NOVERB"
            elif token.tag in _VERB_TAGS and fold(token.text) in ("may", "march"):
                out[token.start] = "OTHER"
    return out


_VERB_TAGS = frozenset({"MD", "VBP", "VBZ"})


def _ends_sentence(words: list[Word], word: Word, original: str) -> bool:
    """A rough guess for text without sentences: a full stop after a word of some length, before a capital."""
    if len(words) < 2 or words[-1].kind != "DOT" or word.start == words[-1].end:
        return False
    return (
        original[word.start].isupper()
        and words[-2].kind != "MONTHABBR"
        and words[-2].end - words[-2].start > 3
    )


def _breaks(words: list[Word], sentences: Sequence[Sentence], original: str) -> list[Word]:
    """A break before every sentence, so that no expression runs across; not after "Jan." or "p.m." split in
    error.
    """
    starts = {s.start for s in sentences}
    tagged = _tagged(sentences)
    out: list[Word] = []
    for word in words:
        abbreviated = len(out) > 1 and (out[-2].kind == "MONTHABBR" or out[-1].kind == "AMPM")
        starting = word.start in starts if starts else _ends_sentence(out, word, original)
        if starting and out and not abbreviated:
            out.append(Word(word.start, word.start, "", "BREAK"))
        known = tagged.get(word.start) if word.kind in ("OTHER", "MONTHWORD") else None
        if not starts and word.kind == "OTHER" and out and out[-1].kind == "TO":
            known = "BASE"
        out.append(word._replace(kind=known) if known else word)
    return out


def words_of(text: str, sentences: Sequence[Sentence]) -> list[Word]:
    """The words of the text with their classes, feasts joined, breaks between sentences."""
    folded = fold(text)
    return _breaks(_join_phrases(_words_of(folded, text), folded, text), sentences, text)


def class_string(words: Sequence[Word]) -> str:
    """One character a word."""
    char = classes().char
    return "".join([char[w.kind] for w in words])


CORE = (
    "ISO", "SLASHED", "CLOCK", "DECADE", "ORDINAL", "YEAR", "QNUM", "HOLIDAY", "HIJRI", "MONTH",
    "MONTHWORD", "MONTHABBR",
    "WEEKDAY", "WEEKDAYS", "WEEKDAYABBR", "SEASON", "SEASONWORD", "UNIT", "UNITS", "QUARTER", "CLOCKUNIT",
    "PART", "PARTS",
    "MOMENT", "OVERNIGHT", "DAYWORD", "TONIGHT", "PRESENT", "CURRENT", "PASTREF", "FUTUREREF", "FUTURE",
    "RECENT", "OFTEN",
    "EVERY", "TENWORD", "DECADEWORD", "AMPM", "ZONE", "OCLOCK", "EVE", "PAST",
)  # fmt: skip
"""Every time pattern holds a word of one of these classes."""


_WATER = ("OTHER", "BREAK", "COUNTED", "BASE", "NOVERB", "MOVED", "INTENT")
"""Classes that no time pattern names, save OTHER as a word that may be skipped."""


@cache
def _land() -> re.Pattern[str]:
    return re.compile(f"[^{classes().of(_WATER)}]+")


@cache
def _core() -> re.Pattern[str]:
    return re.compile(f"[{classes().of(CORE)}]")


def _islands(string: str) -> Iterator[tuple[int, int]]:
    """The stretches of words that patterns name, if one of CORE is among them."""
    for match in _land().finditer(string):
        if _core().search(string, *match.span()):
            yield match.span()


_SHORE = 2
"""Words kept on either side of an island: what a pattern may look at beyond the expression, or skip inside
it.
"""


def islands(string: str) -> tuple[str, list[int]]:
    """The stretches of a class string that may hold an expression, joined by breaks, and where each word
    came from.

    Most of a text is far from any time word; the patterns need not be tried there.
    """
    pieces: list[str] = []
    places: list[int] = []
    end = 0
    for start, stop in _islands(string):
        first = max(end, start - _SHORE)
        last = min(len(string), stop + _SHORE)
        if last <= end:
            continue
        if first > end or not places:
            pieces.append(classes().char["BREAK"])
            places.append(-1)
        pieces.append(string[first:last])
        places.extend(range(first, last))
        end = last
    pieces.append(classes().char["BREAK"])
    return "".join(pieces), places
