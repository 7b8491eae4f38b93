"""Loads ``numbers.yaml``: English number words, and the words that make a number a bound."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crossbearing.vocab.loading import load_table

Phrases = tuple[tuple[str, ...], ...]
_TABLE: Mapping[str, Any] = load_table("numbers.yaml")


def _phrases(name: str) -> Phrases:
    """The phrases of one sort of bound, each as its words, in the order of the table."""
    return tuple(tuple(str(phrase).split()) for phrase in _TABLE[name])


UNITS: Mapping[str, int] = _TABLE["units"]
TENS: Mapping[str, int] = _TABLE["tens"]
SCALES: Mapping[str, int] = _TABLE["scales"]
VAGUE: Mapping[str, tuple[int, int | None]] = {w: (low, high) for w, (low, high) in _TABLE["vague"].items()}
"""Word → the least and the most that it can mean; None: no upper bound."""
AT_LEAST, MORE_THAN, UP_TO = _phrases("at_least"), _phrases("more_than"), _phrases("up_to")
FEWER_THAN, ABOUT = _phrases("fewer_than"), _phrases("about")
