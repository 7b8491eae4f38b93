"""What the tagger looks at, in training and in use: the word, its shape and ends, and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_DIGIT = re.compile(r"\d")
_UPPER = re.compile(r"[A-Z]")
_LOWER = re.compile(r"[a-z]")
_RUN = re.compile(r"(.)\1+")


def shape(word: str) -> str:
    """The word's shape, runs collapsed: ``Qa'im`` → ``Xx'x``, ``2,400`` → ``d,d``."""
    return _RUN.sub(r"\1", _LOWER.sub("x", _UPPER.sub("X", _DIGIT.sub("d", word))))


_LONGEST_KEPT = 40
"""Characters of the longest word whose features are remembered: nothing longer comes twice."""


class _Of(NamedTuple):
    """The features that one word gives: to itself, and to its neighbours."""

    own: tuple[str, ...]
    before: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    second_left: str
    second_right: str


def _of(word: str) -> _Of:
    low, form = word.lower(), shape(word)
    return _Of(
        (
            "w=" + low,
            "s1=" + low[-1:],
            "s2=" + low[-2:],
            "s3=" + low[-3:],
            "s4=" + low[-4:],
            "p2=" + low[:2],
            "p3=" + low[:3],
            "sh=" + form,
        ),
        "-1w|w=" + low + "|",
        ("-1w=" + low, "-1s3=" + low[-3:], "-1sh=" + form),
        ("+1w=" + low, "+1s3=" + low[-3:], "+1sh=" + form),
        "-2w=" + low,
        "+2w=" + low,
    )


_remembered = lru_cache(20_000)(_of)
"""Most words of a report were in the one before; 20,000 of them take about 30 MB."""


def features(words: Sequence[str]) -> list[list[str]]:
    """One list of CRF features a word, for one sentence."""
    known = [_remembered(w) if len(w) <= _LONGEST_KEPT else _of(w) for w in words]
    last = len(words) - 1
    out = []
    for i, word in enumerate(known):
        row = [*word.own]
        if i:
            row += known[i - 1].left
            row.append(known[i - 1].before + word.own[0][2:])
        else:
            row.append("bos")
        if i > 1:
            row.append(known[i - 2].second_left)
        if i < last:
            row += known[i + 1].right
        else:
            row.append("eos")
        if i < last - 1:
            row.append(known[i + 2].second_right)
        out.append(row)
    return out
