"""Loads ``cues.yaml`` and ``weapons.yaml``: words that change what is told, and the means of violence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from crossbearing.vocab.loading import load_table
from crossbearing.vocab.words import any_of


@cache
def cues() -> Mapping[str, re.Pattern[str]]:
    """Cue name → pattern over folded text."""
    table = load_table("cues.yaml")
    return {name: any_of(map(str, row["phrases"])) for name, row in table.items()}


@cache
def weapons() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(event code, pattern over folded text), in the order in which a clause is asked."""
    table = load_table("weapons.yaml")
    return tuple((code, any_of(map(str, words))) for code, words in table.items())
