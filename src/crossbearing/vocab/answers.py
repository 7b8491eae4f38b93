"""Loads ``answers.yaml``: how a sentence denies what was told before it, or gives another toll of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crossbearing.errors import VocabError
from crossbearing.vocab.loading import load_table

SOURCE = "answers.yaml"


@dataclass(frozen=True, slots=True)
class Answer:
    """One way of answering; ``pattern`` reads folded text."""

    name: str
    pattern: re.Pattern[str]
    example: str


@cache
def denials() -> tuple[Answer, ...]:
    """The ways of denying what was told before."""
    return _rows("denial")


@cache
def tolls() -> tuple[Answer, ...]:
    """The ways of giving a toll of what was told before; each pattern ends right before the count."""
    return _rows("toll")


def _rows(kind: str) -> tuple[Answer, ...]:
    try:
        return tuple(
            Answer(row["name"], re.compile(row["pattern"]), row["example"])
            for row in load_table(SOURCE)[kind]
        )
    except (KeyError, TypeError, re.error) as exc:
        raise VocabError(f"{SOURCE}: the rows of {kind!r}: {exc}") from exc
