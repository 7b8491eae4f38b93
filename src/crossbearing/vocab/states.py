"""Loads ``states.yaml``: how reports say who holds which place, and how strong a force is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from crossbearing.vocab.loading import load_table

_GAP = r"[^.;PA]{0,60}?"


@cache
def control_patterns() -> tuple[re.Pattern[str], ...]:
    """Patterns over a folded sentence in which each place is written "P" and each armed actor "A"."""
    return tuple(
        re.compile(row["pattern"].replace("{GAP}", _GAP)) for row in load_table("states.yaml")["control"]
    )


@cache
def strength_units() -> Mapping[str, str]:
    """Noun that is counted → the unit of the measure: "gunmen" → "fighters"."""
    table = load_table("states.yaml")["strength_units"]
    return {noun: unit for unit, nouns in table.items() for noun in nouns}
