"""The words of a report as place recognition sees them: letters only, with a folded form and a case."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?|[A-Z]\. ?Va\b|[^\W\d_]+(?:['’ʼ`ʿ][^\W\d_]+)*")
_DOTTED = frozenset({"st", "mt", "ft", "sta", "ste", "dr"})


class Word(NamedTuple):
    """A word: ``text[start:end]`` without a possessive, its folded form, whether it begins with a capital.

    A tuple, since there is one for every word of every report.
    """

    start: int
    end: int
    folded: str
    capital: bool
    possessive: bool = False


def words_of(text: str, folded: str, start: int, end: int) -> list[Word]:
    """The words of ``text[start:end]``, in order; ``folded`` is the whole text, folded."""
    found = []
    for match in _WORD.finditer(text, start, end):
        s, e = match.span()
        possessive = e - s > 3 and text[e - 2] in "'’" and text[e - 1] in "sS"
        if possessive:
            e -= 2
        found.append(Word(s, e, folded[s:e], text[s].isupper(), possessive))
    return found


def joined(text: str, left: Word, right: Word) -> bool:
    """True when two neighbouring words may belong to one name: "Al-Qaim", "Tal Afar", "St. Louis"; not
    "Hit, Iraq".
    """
    if left.possessive:
        return False
    gap = text[left.end : right.start]
    return (
        gap in (" ", "-", "\u2013", "\u2010", "\u2011", "\u00a0")
        or (gap == ". " and left.folded in _DOTTED)
        or (gap == "\n" and left.capital and right.capital)
    )
