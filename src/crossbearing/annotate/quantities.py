"""Finds counts: "at least 12 people", "between 25 and 33", "dozens of villagers", "a shepherd".

A number grammar of our own, because the common libraries read "six to eight" as 14 and "no one" as 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossbearing.model import Mention, MentionKind, Quantity, Sentence, Span, Token
from crossbearing.vocab import numbers
from crossbearing.vocab.words import words

_DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+")
_NOUN = ("NN", "NNS", "NNP", "NNPS")
_INSIDE = ("JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "NNS", "NNPS", "HYPH", "FW")
_SKIP_AFTER = frozenset(
    {"of", "the", "other", "others", "more", "its", "his", "their", "her", "our", "additional", "or", "so"}
)
_NEEDS_ARTICLE = frozenset({"few", "couple", "pair", "score", "handful", "trio", "dozen"})
_BEFORE_NUMBER = words("indefinite_numbers")
_MONEY = frozenset({"$", "€", "£", "rs", "us$", "usd"})
_MAX_NP = 7  # words between the number and its noun in "40 heavily armed men of the eastern front"


@dataclass(frozen=True, slots=True)
class _Number:
    """A number expression over tokens ``start..end`` (end excluded)."""

    start: int
    end: int
    low: int
    high: int | None


def find_quantities(text: str, sentence: Sentence) -> tuple[Mention, ...]:
    """Quantity mentions of one tagged sentence, each over the number, its bound words and the noun counted.

    ``Quantity.unit`` is the lower-case head noun ("policemen" in "two local policemen"); None for a bare
    number. Money, ordinals, percentages, decimals and clock times are no counts.
    """
    tokens = sentence.tokens
    return tuple(_mention(text, tokens, number) for number in _bounded(tokens))


def _mention(text: str, tokens: Sequence[Token], number: _Number) -> Mention:
    noun = _noun_after(tokens, number.end)
    last = noun if noun is not None else number.end - 1
    span = Span(tokens[number.start].start, tokens[last].end)
    unit = tokens[noun].text.lower() if noun is not None else None
    quantity = Quantity(number.low, number.high, unit)
    return Mention(MentionKind.QUANTITY, span, span.of(text), quantity=quantity)


def _bounded(tokens: Sequence[Token]) -> Iterator[_Number]:
    """Numbers with ranges joined and bound words ("at least") taken in."""
    i = 0
    while i < len(tokens):
        number = _plain(tokens, i)
        if number is None:
            i += 1
            continue
        number = _with_range(tokens, number)
        number = _with_bounds(tokens, number)
        if not _not_a_count(tokens, number):
            yield number
        i = number.end


_MOST_DIGITS = 15
"""Digits of the longest number that can be a count of anything; a longer one is a code or a mistake."""


@lru_cache(20_000)
def _value(word: str) -> int | None:
    if _DIGITS.fullmatch(word):
        digits = re.sub(r"\D", "", word)
        return int(digits) if len(digits) <= _MOST_DIGITS else None
    return _word_value(word)


def _word_value(word: str) -> int | None:
    if word in numbers.UNITS:
        return numbers.UNITS[word]
    if word in numbers.TENS:
        return numbers.TENS[word]
    tens, _, unit = word.partition("-")
    if tens in numbers.TENS and unit in numbers.UNITS:
        return numbers.TENS[tens] + numbers.UNITS[unit]
    return None


def _plain(tokens: Sequence[Token], i: int) -> _Number | None:
    """A number without its bounds: digits, number words, or a vague word such as "dozens"."""
    word = tokens[i].text.lower()
    if word in numbers.VAGUE and not (word == "score" and tokens[i].tag.startswith("VB")):
        return _vague(tokens, i, word)
    value = _value(word)
    if value is None:
        if word in {"a", "an"} and i + 1 < len(tokens) and tokens[i + 1].text.lower() in numbers.SCALES:
            return _scaled(tokens, i, 1, i + 1)
        return None
    return _scaled(tokens, i, value, i + 1)


def _vague(tokens: Sequence[Token], i: int, word: str) -> _Number | None:
    """ "dozens", "half a dozen", "a few", "tens of thousands"; None where the word does not count ("few")."""
    if word == "number" and (_words(tokens, i + 1, 1) != ("of",) or not _indefinite(tokens, i)):
        return None
    low, high = numbers.VAGUE[word]
    start, end = i, i + 1
    before = tokens[i - 1].text.lower() if i else ""
    if word == "dozen" and before in {"half", "half-a"}:
        low = high = 6
    if word == "dozen" and i >= 2 and before == "a" and tokens[i - 2].text.lower() == "half":
        low, high, start = 6, 6, i - 2
    elif before in {"a", "the"}:
        start = i - 1
    if word in _NEEDS_ARTICLE and before not in {"a", "half", "the"}:
        if word != "dozen":
            return None  # "few people": no count
        if not _word_value(before):
            return _Number(i, end, 12, 12)
    if _words(tokens, end, 2) == ("of", "thousands"):
        low, end = low * 1000 if word != "hundreds" else 100_000, end + 2
    return _Number(start, end, low, high)


def _indefinite(tokens: Sequence[Token], i: int) -> bool:
    """ "a number of", "a large number of", "huge number of": not "the number of"."""
    before = _words(tokens, max(i - 2, 0), min(i, 2))
    return "the" not in before and (not before or before[-1] in _BEFORE_NUMBER)


def _scaled(tokens: Sequence[Token], start: int, value: int, i: int) -> _Number:
    """Reads on through "hundred", "and twenty", "thousand", "dozen"."""
    total, current = 0, value
    while i < len(tokens):
        word = tokens[i].text.lower()
        if word in numbers.SCALES:
            scale = numbers.SCALES[word]
            current *= scale
            if scale >= 1000:
                total, current = total + current, 0
        elif word == "dozen":
            current *= 12
        elif word == "and" and i + 1 < len(tokens) and _after_scale(tokens, i):
            current += _word_value(tokens[i + 1].text.lower()) or 0
            i += 1
        else:
            break
        i += 1
    number = total + current
    return _Number(start, i, number, number)


def _after_scale(tokens: Sequence[Token], i: int) -> bool:
    return (
        tokens[i - 1].text.lower() in numbers.SCALES and _word_value(tokens[i + 1].text.lower()) is not None
    )


def _words(tokens: Sequence[Token], start: int, count: int) -> tuple[str, ...]:
    return tuple([t.text.lower() for t in tokens[start : start + count]]) if start >= 0 else ()


def _with_range(tokens: Sequence[Token], number: _Number) -> _Number:
    """ "between 25 and 33", "six to eight", "300-400", "15 or 20"."""
    if number.end + 1 >= len(tokens) or number.high is None:
        return number
    joint = tokens[number.end].text.lower()
    second = _plain(tokens, number.end + 1)
    if second is None or second.high is None:
        return number
    before = tokens[number.start - 1].text.lower() if number.start else ""
    between = before == "between" and joint in {"and", "to"}
    if between or (joint in {"to", "-", "–", "or"} and second.high > number.low and before not in {"from"}):
        start = number.start - 1 if between else number.start
        low = number.low * (1000 if second.low >= 1000 > number.low and second.low % 1000 == 0 else 1)
        return _Number(start, second.end, min(low, second.low), second.high)
    return number


_BOUNDS: tuple[tuple[tuple[tuple[str, ...], ...], str], ...] = (
    (numbers.AT_LEAST, "least"),
    (numbers.UP_TO, "up_to"),
    (numbers.FEWER_THAN, "fewer"),
    (numbers.MORE_THAN, "more"),
    (numbers.ABOUT, "about"),
)


def _bounds_by_last_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Last word of a bound phrase → the phrases that it ends, with what they do, in the order of _BOUNDS."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrases, name in _BOUNDS:
        for phrase in phrases:
            out.setdefault(phrase[-1], []).append((phrase, name))
    return out


_BY_LAST_WORD = _bounds_by_last_word()


def _with_bounds(tokens: Sequence[Token], number: _Number) -> _Number:
    """Bound words before the number; "or more" and "or so" behind it."""
    start, bound = _bound(tokens, number.start)
    after = _words(tokens, number.end, 2)
    if after == ("or", "more"):
        return _Number(start, number.end + 2, number.low, None)
    if after == ("or", "so"):
        return _Number(start, number.end + 2, number.low, number.high)
    low, high = _bounded_by(bound, number.low, number.high)
    return _Number(start, number.end, low, high)


def _bound(tokens: Sequence[Token], start: int) -> tuple[int, str]:
    """Where the bound words before token ``start`` begin, and what they do: the nearest but "about"."""
    bound = ""
    while start:
        found = (
            (len(phrase), name)
            for phrase, name in _BY_LAST_WORD.get(tokens[start - 1].text.lower(), ())
            if _words(tokens, start - len(phrase), len(phrase)) == phrase
        )
        length, name = next(found, (0, ""))
        if not length:
            break
        start -= length
        bound = bound if bound and bound != "about" else name
    return start, bound


def _bounded_by(bound: str, low: int, high: int | None) -> tuple[int, int | None]:
    """The lowest and highest count that a bound leaves: "more than 12" is 13 or more, "up to 12" 0 to 12."""
    if bound == "least":
        return low, None
    if bound == "more" and high is not None:
        return low + 1, None
    if bound == "up_to":
        return 0, high if high is not None else low
    if bound == "fewer":
        return 0, max(low - 1, 0)
    return low, high


def _not_a_count(tokens: Sequence[Token], number: _Number) -> bool:
    before = tokens[number.start - 1].text.lower() if number.start else ""
    after = tokens[number.end].text.lower() if number.end < len(tokens) else ""
    return (
        before in _MONEY
        or before.endswith("$")
        or (before == "no" and number.low == 1)  # "no one"
        or _is_year(tokens, number)
        or after in {"%", "percent", "per", "pc", "'s", "a.m.", "p.m.", "am", "pm", "º", "°"}
    )


_YEARS = range(1900, 2101)


def _is_year(tokens: Sequence[Token], number: _Number) -> bool:
    """ "the 2016 bombing", "in 2014": four bare digits, unless a plural counts by them ("2000 families")."""
    text = tokens[number.end - 1].text
    if number.end - number.start != 1 or not text.isdigit() or len(text) != 4 or number.low not in _YEARS:
        return False
    following = tokens[number.end].tag if number.end < len(tokens) else ""
    return following not in ("NNS", "JJ") or number.low % 50 != 0


def _noun_after(tokens: Sequence[Token], start: int) -> int | None:
    """Position of the head noun of the phrase that begins at ``start``; None when the number is bare."""
    i, head = start, None
    while i < min(len(tokens), start + _MAX_NP):
        token = tokens[i]
        if token.text.lower() in _SKIP_AFTER and head is None:
            i += 1
            continue
        if token.tag in ("VBN", "VBD", "VBG") and (head is not None or not _noun_follows(tokens, i)):
            break
        if token.tag in _NOUN:
            head = i
        elif token.tag not in _INSIDE and token.tag not in ("RB", "POS"):
            break
        i += 1
    return head


def _noun_follows(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].tag in (*_NOUN, "JJ")
