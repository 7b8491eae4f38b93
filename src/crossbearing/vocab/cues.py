"""Loads ``cues.yaml`` and ``weapons.yaml``: words that change what a sentence tells, and the means of violence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from crossbearing.text.folding import fold

HERE = Path(__file__).parent


def _alternation(phrases: list[str]) -> re.Pattern[str]:
    ordered = sorted((fold(str(p)) for p in phrases), key=len, reverse=True)
    return re.compile(
        r"(?<![\w])(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in ordered) + r")(?![\w])"
    )


@cache
def cues() -> Mapping[str, re.Pattern[str]]:
    """Cue name → pattern over folded text."""
    table = yaml.safe_load((HERE / "cues.yaml").read_text(encoding="utf-8"))
    return {name: _alternation(row["phrases"]) for name, row in table.items()}


@cache
def weapons() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(event code, pattern over folded text), in the order in which a clause is asked."""
    table = yaml.safe_load((HERE / "weapons.yaml").read_text(encoding="utf-8"))
    return tuple((code, _alternation(words)) for code, words in table.items())
