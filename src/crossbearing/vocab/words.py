"""Loads ``words.yaml``: the lists of words that the rules of the annotation and the extraction go by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from crossbearing.errors import VocabError
from crossbearing.text.folding import fold
from crossbearing.vocab.loading import load_table

SOURCE = "words.yaml"


@cache
def lists() -> Mapping[str, frozenset[str]]:
    """Name of a list → its words, in lower case. Raises VocabError for a row that is no list of words."""
    out: dict[str, frozenset[str]] = {}
    for name, row in load_table(SOURCE).items():
        given = row.get("words") if isinstance(row, dict) else None
        if not given or not all(isinstance(word, str) for word in given):
            raise VocabError(f"{SOURCE}: entry {name!r} lacks a list of words (quote on, off, yes and no)")
        out[name] = frozenset(given)
    return out


def words(name: str) -> frozenset[str]:
    """The words of one list.

    >>> "launch" in words("light_verbs")
    True
    """
    return lists()[name]


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern over folded text that finds the words of one list, as whole words."""
    return any_of(words(name))


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern over folded text that finds any of the phrases, as whole words, the longest first.

    >>> any_of(["air strike", "air"]).findall("an air  strike")
    ['air  strike']
    """
    ordered = sorted((fold(phrase) for phrase in phrases), key=lambda p: (-len(p), p))
    alternatives = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in ordered)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
