"""How sure the words make it that a capitalised name is a place: a table of signs with weights.

The weights were set by hand and checked on public news; a name is taken as a place from ``THRESHOLD`` on.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from crossbearing.vocab.gazetteer import Candidate

THRESHOLD = 0.45


class Sign(Enum):
    """A sign for or against a place: its weight, and an example that also keeps equal weights apart."""

    COUNTRY = (0.9, "Iraq")
    BIG = (0.72, "100,000 people or more, a province, a region: Kirkuk")
    MEDIUM = (0.5, "15,000 people or more, or in our own tables")
    SMALL = (0.34, "a smaller place")
    LOOSE = (0.18, "only a likely transliteration of a smaller place")
    UNKNOWN = (0.0, "in no gazetteer")
    COMMON_WORD = (-0.6, "Hit, Mine, Police")
    SEEN_LOWER = (-0.45, "the report writes the same word without a capital elsewhere")
    GIVEN_NAME = (-0.3, "Jordan, Victoria, Obama")
    AT_HOME = (0.15, "a town of a country that the report names")
    WORD_AT_HOME = (0.35, "Hit, Tank: a word, but a town of a country that the report names")
    PREPOSITION = (0.32, "in Hit")
    WEAK_PREPOSITION = (0.12, "left Kano")
    FEATURE_AFTER = (0.55, "Hit district")
    FEATURE_BEFORE = (0.55, "the town of Hit, Mount Sinjar")
    CONTAINED = (0.42, "Hit, Anbar; Xyz in Anbar")
    RELATION = (0.4, "60 km south of Hit")
    STATED = (0.5, "Xyz, 30 km south of Hit")
    DATELINE = (0.4, "stands in the dateline")
    TITLE = (-0.85, "Mr Paris, General Lattakia")
    GIVEN_BEFORE = (-0.75, "Karim Sinjari")
    CAPITAL_BEFORE = (-0.42, "Xyz Sinjari")
    CAPITAL_AFTER = (-0.42, "Jordan Smith")
    OUTLET = (-1.2, "Washington Post")
    CODE_NAME = (-1.5, "the offensive, dubbed “Hit Shield”; Operation Hit Shield")
    ORGANISATION = (-0.2, "Kirkuk Operations Command: the place stays, weakly")
    PERSON_ELSEWHERE = (-0.55, "Karim Sinjari … Sinjari said")
    ESTABLISHED = (0.3, "a place elsewhere in the report")

    @property
    def weight(self) -> float:
        """What the sign adds to a name's confidence."""
        return self.value[0]


def of_candidates(candidates: Iterable[Candidate]) -> Sign:
    """How much the name by itself says "place": by the best-known place that it may mean."""
    best = Sign.UNKNOWN
    for candidate in candidates:
        entry = candidate.entry
        if candidate.match == 1 and entry.population < 100_000 and not entry.own:
            sign = Sign.LOOSE
        elif entry.feature == "country":
            sign = Sign.COUNTRY
        elif entry.population >= 100_000 or entry.feature in ("province", "region"):
            sign = Sign.BIG
        elif entry.population >= 15_000 or entry.own:
            sign = Sign.MEDIUM
        else:
            sign = Sign.SMALL
        if sign.weight > best.weight:
            best = sign
    return best


def confidence(signs: Iterable[Sign]) -> float:
    """The sum of the signs' weights, cut to 0..1."""
    return max(0.0, min(1.0, round(sum(sign.weight for sign in signs), 3)))
