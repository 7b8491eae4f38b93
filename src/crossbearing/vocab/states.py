"""Loads ``states.yaml``: how reports say who holds which place, and how strong a force is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from crossbearing.errors import VocabError
from crossbearing.vocab.loading import load_table
from crossbearing.vocab.words import any_of

SOURCE = "states.yaml"

_PART = re.compile(r"\{([A-Z_]+)\}")


@dataclass(frozen=True, slots=True)
class Construction:
    """One way of saying a state of affairs, with an invented sentence that says it."""

    pattern: re.Pattern[str]
    example: str


@cache
def control_constructions() -> tuple[Construction, ...]:
    """What says that an actor holds a place; groups ``who`` and ``held`` (or ``held_town``: "the town")."""
    return tuple(_constructions("control"))


@cache
def not_control(where: str) -> re.Pattern[str]:
    """The words that undo a statement of control ``before`` it, ``within`` it or ``behind`` it."""
    return any_of(load_table(SOURCE)["not_control"][where]["words"])


@cache
def strength_constructions() -> tuple[Construction, ...]:
    """What says how strong a force is; groups ``n``, the count, and ``who``, if named."""
    return tuple(_constructions("strength"))


@cache
def strength_words(name: str) -> re.Pattern[str]:
    """The words of ``strength_estimates``, ``not_strength`` or ``strength_tellers``."""
    return any_of(load_table(SOURCE)[name])


@cache
def strength_units() -> Mapping[str, str]:
    """Noun that is counted → the unit of the measure: "gunmen" → "fighters"."""
    table = load_table(SOURCE)["strength_units"]
    return {noun: unit for unit, nouns in table.items() for noun in nouns}


def _constructions(name: str) -> Iterator[Construction]:
    table = load_table(SOURCE)
    for i, row in enumerate(table[name], 1):
        if not row.get("pattern") or not row.get("example"):
            raise VocabError(f"{SOURCE}: {name} row {i} needs a pattern and an example sentence")
        try:
            pattern = re.compile(_whole(row["pattern"], table["parts"]))
        except (re.error, KeyError) as exc:
            raise VocabError(
                f"{SOURCE}: {name} row {i} is no pattern, or names an unknown part: {exc}"
            ) from exc
        yield Construction(pattern, row["example"])


def _whole(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern with its parts, and theirs, put in."""
    while _PART.search(pattern):
        pattern = _PART.sub(lambda m: parts[m[1]], pattern)
    return pattern
