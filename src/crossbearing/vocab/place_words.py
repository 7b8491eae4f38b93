"""The words that make a name a place or forbid it: ``places/words.yaml``, ``common_words.txt``,
``given_names.txt``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from crossbearing.text.folding import fold
from crossbearing.vocab.loading import load_table
from crossbearing.vocab.place_tables import FOLDER


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Sets of folded words; ``features`` maps a feature word to the kind of place, ``units_km`` a unit to
    kilometres.
    """

    features: dict[str, str]
    before_of: frozenset[str]
    prepositions: frozenset[str]
    strong_prepositions: frozenset[str]
    directions: frozenset[str]
    titles: frozenset[str]
    organisations: frozenset[str]
    outlets: frozenset[str]
    speech_verbs: frozenset[str]
    never: frozenset[str]
    inner_particles: frozenset[str]
    leading_particles: frozenset[str]
    units_km: dict[str, float]
    common: frozenset[str]
    given: frozenset[str]


def _lines(name: str) -> frozenset[str]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line.strip()) for line in lines if line.strip() and not line.startswith("#"))


@cache
def place_words() -> PlaceWords:
    """The word lists, read once."""
    # BaseLoader: every scalar stays a string ("on", "no" and "off" are words here, not truth values)
    raw = load_table("places/words.yaml", plain=True)
    lists = {key: frozenset(value) for key, value in raw.items() if isinstance(value, list)}
    features = {word: kind for kind, words in raw["features"].items() for word in words}
    units = {word: float(km) for word, km in raw["units_km"].items()}
    return PlaceWords(features=features, units_km=units, common=_lines("common_words.txt"),
                      given=_lines("given_names.txt"), **lists)  # fmt: skip
