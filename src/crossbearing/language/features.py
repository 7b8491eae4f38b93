"""What the tagger looks at, in training and in use: the word, its shape and ends, and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DIGIT = re.compile(r"\d")
_UPPER = re.compile(r"[A-Z]")
_LOWER = re.compile(r"[a-z]")
_RUN = re.compile(r"(.)\1+")


def shape(word: str) -> str:
    """The word's shape, runs collapsed: ``Qa'im`` → ``Xx'x``, ``2,400`` → ``d,d``."""
    return _RUN.sub(r"\1", _LOWER.sub("x", _UPPER.sub("X", _DIGIT.sub("d", word))))


def features(words: Sequence[str]) -> list[list[str]]:
    """One list of CRF features a word, for one sentence."""
    lowered = [w.lower() for w in words]
    shapes = [shape(w) for w in words]
    last = len(words) - 1
    out = []
    for i, low in enumerate(lowered):
        row = [
            "w=" + low,
            "s1=" + low[-1:],
            "s2=" + low[-2:],
            "s3=" + low[-3:],
            "s4=" + low[-4:],
            "p2=" + low[:2],
            "p3=" + low[:3],
            "sh=" + shapes[i],
        ]
        if i:
            row += ["-1w=" + lowered[i - 1], "-1s3=" + lowered[i - 1][-3:], "-1sh=" + shapes[i - 1]]
            row.append("-1w|w=" + lowered[i - 1] + "|" + low)
        else:
            row.append("bos")
        if i > 1:
            row.append("-2w=" + lowered[i - 2])
        if i < last:
            row += ["+1w=" + lowered[i + 1], "+1s3=" + lowered[i + 1][-3:], "+1sh=" + shapes[i + 1]]
        else:
            row.append("eos")
        if i < last - 1:
            row.append("+2w=" + lowered[i + 2])
        out.append(row)
    return out
