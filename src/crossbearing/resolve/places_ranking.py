"""Ranks the places that a name may mean, with the whole report in view; every score carries its reasons."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossbearing.model.distance import distance_km
from crossbearing.model.toponyms import PlaceExpression, Relation
from crossbearing.resolve.places_evidence import Countries
from crossbearing.vocab.gazetteer import Candidate, Entry

_CITIES = frozenset({"city", "village", "neighbourhood"})
_SETTLED = frozenset({"city", "town", "village", "camp", "base", "neighbourhood", "crossing", "airport"})
_SITES = frozenset({"area", "airport", "camp", "base", "crossing", "facility", "road", "border"})
_DOUBTED = _SETTLED | {"district"}
_NATURAL = frozenset({"mountains", "river", "lake", "forest", "desert", "valley", "island", "sea"})
_SMALL, _LARGE = frozenset({"village", "neighbourhood"}), 50_000
_KNOWN, _WELL_KNOWN = 100_000, 1_000_000
_THOROUGH = frozenset({"US", "GB", "IE", "CA", "AU", "NZ"})
"""Where the gazetteer holds nearly every place, and where local papers name no country."""
_CLOSE_KM = 250.0  # two days' drive: a report across a border names places on both sides of it
_PROVINCES = frozenset({"province", "state", "region"})

CONFLICT_COUNTRIES = frozenset(
    [
        "AF",
        "AM",
        "AZ",
        "BD",
        "BF",
        "BI",
        "CD",
        "CF",
        "CM",
        "CO",
        "DZ",
        "EC",
        "EG",
        "ER",
        "ET",
        "GT",
        "HN",
        "HT",
        "IL",
        "IN",
        "IQ",
        "IR",
        "KE",
        "KG",
        "LB",
        "LY",
        "MM",
        "ML",
        "MX",
        "MZ",
        "NE",
        "NG",
        "PG",
        "PH",
        "PK",
        "PS",
        "RU",
        "SD",
        "SO",
        "SS",
        "SY",
        "TD",
        "TH",
        "TJ",
        "TR",
        "UA",
        "UG",
        "VE",
        "YE",
    ]
)
"""Countries with armed conflict in the last fifteen years (UCDP): a weak prior when a report names no
country.
"""


_MOST = 40  # San José has hundreds of namesakes; beyond the 40 most populous none was ever right


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the report as a whole says: countries with weights, and places already fixed nearby."""

    countries: Countries
    anchors: Sequence[Entry] = ()
    containers: Mapping[str, Sequence[Entry]] | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score and the reasons for it."""

    entry: Entry
    score: float
    reasons: tuple[str, ...]
    match: int = 3
    """As in ``Candidate``: 3 main name, 2 other name, 1 likely spelling."""


def rank(expression: PlaceExpression, options: Sequence[Candidate], grounds: Grounds) -> list[Ranked]:
    """The candidates, best first; ties by population, then id, so that the order never depends on chance."""
    ranked = [_score(expression, option, grounds) for option in options[:_MOST]]
    return sorted(ranked, key=lambda r: (-r.score, -r.entry.population, r.entry.id))


def _score(expression: PlaceExpression, option: Candidate, grounds: Grounds) -> Ranked:
    entry = option.entry
    parts = [
        (0.4 * math.log10(entry.population + 10), ""),
        ({3: 0.5, 2: 0.2, 1: -0.4}[option.match], "spelled alike" if option.match == 1 else ""),
        _feature(expression, entry, option.match),
        _country(entry, grounds),
        _container(expression, entry, grounds),
        _near(entry, grounds),
    ]
    return Ranked(entry, sum(p for p, _ in parts), tuple(reason for p, reason in parts if reason and p != 0),
                  option.match)  # fmt: skip


def is_stray(expression: PlaceExpression, ranked: Ranked, grounds: Grounds) -> bool:
    """True where only a namesake abroad bears the name: the place that the report means is in no gazetteer.

    A village near Wapenamanda is not its namesake in Cameroon. A large town may well be named out of the
    blue, so only small ones, and likelier spellings of middling ones, are doubted; never what the report
    itself places ("Xyz, Cameroon") or what lies close to its other places.
    """
    entry, loose = ranked.entry, ranked.match == 1
    if any(reason.startswith("in or by") for reason in ranked.reasons):
        return False
    if loose and entry.feature != expression.feature and expression.feature in _NATURAL:
        return True  # "the Karjokh mountains" are no town that is spelled alike
    if expression.feature in _SMALL and entry.population > _LARGE and ranked.match < 3:
        return True  # "the village of Suwaida" is not the capital of a province, spelled so
    if not grounds.countries.named or not entry.country or entry.country in grounds.countries.named:
        return False
    if entry.feature not in _DOUBTED and not loose:
        return False
    if entry.country in _THOROUGH and not loose:
        return False
    if entry.own and not loose:
        return False
    if entry.population > (_KNOWN if ranked.match == 3 else _WELL_KNOWN):
        return False
    others = (a for a in grounds.anchors if a.id != entry.id)
    return not any(distance_km(entry.lat, entry.lon, a.lat, a.lon) < _CLOSE_KM for a in others)


def _feature(expression: PlaceExpression, entry: Entry, match: int) -> tuple[float, str]:
    told, is_ = expression.feature, entry.feature
    if told in _PROVINCES:
        return (2.0, f"a {told}") if is_ in ("province", "region") else (-0.8, "")
    if told in _CITIES:
        if is_ in ("province", "country", "region"):
            return -2.0, ""
        return (-1.0, "") if told == "village" and entry.population > 300_000 else (0.4, f"a {told}")
    if told in ("district", "county"):
        return (1.0, "a district") if is_ == "district" else (0.0 if is_ in _SETTLED else -1.0, "")
    if told and told == is_:
        return 2.5, f"a {told}"
    if told in _SITES:
        told = ""  # "Kirkuk airport" and "Kirkuk area" say nothing about which Kirkuk
    if expression.relation is Relation.PART and is_ in ("province", "region"):
        return 0.9, "part of a province"
    if not told and is_ in _SETTLED:
        return 0.6, ""  # "Kirkuk" alone is the city, not the province
    if is_ == "country":
        return (1.4, "a country") if match == 3 else (0.8, "")
    return (0.9, "") if is_ in ("sea", "region", "continent") else (0.0, "")


def _country(entry: Entry, grounds: Grounds) -> tuple[float, str]:
    if not grounds.countries.weights:
        return (0.4, "in a country at war") if entry.country in CONFLICT_COUNTRIES else (0.0, "")
    weight = grounds.countries.weights.get(entry.country, 0.0)
    return 2.6 * math.sqrt(weight), f"the report is about {entry.country}" if weight > 0.3 else ""


def _container(expression: PlaceExpression, entry: Entry, grounds: Grounds) -> tuple[float, str]:
    best = (0.0, "")
    for outer in (grounds.containers or {}).get(expression.name, ()):
        if outer.id == entry.id:
            continue
        if outer.feature == "country":
            gain = 3.0 if outer.country == entry.country and entry.feature != "country" else 0.0
        elif outer.feature in ("province", "region"):
            inside = (
                entry.admin1 == outer.admin1
                and entry.country == outer.country
                and outer.feature == "province"
            )
            far = _apart(entry.lat, entry.lon, outer.lat, outer.lon)
            gain = (
                3.2
                if inside and entry.feature != "province"
                else (1.5 if far < outer.radius_km * 1.5 else 0.0)
            )
        else:
            far = _apart(entry.lat, entry.lon, outer.lat, outer.lon)
            gain = 2.0 if far < 60 else 1.0 if far < 150 else 0.0
        if gain > best[0]:
            best = gain, f"in or by {outer.name}"
    return best


_apart = lru_cache(50_000)(distance_km)
"""The same few places are held against each other for every mention of them."""


@lru_cache(50_000)
def _pull(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """How much a place draws another to it: 1 at the same point, a third 150 km off."""
    return math.exp(-distance_km(lat, lon, lat2, lon2) / 150.0)


def _near(entry: Entry, grounds: Grounds) -> tuple[float, str]:
    if entry.feature in ("country", "continent", "sea"):
        return 0.0, ""
    lat, lon, own = entry.lat, entry.lon, entry.id
    pulls = [
        _pull(lat, lon, a.lat, a.lon) for a in grounds.anchors if -5.0 < lat - a.lat < 5.0 and a.id != own
    ]
    pulls.sort(reverse=True)
    pull = sum(p * w for p, w in zip(pulls[:3], (0.8, 0.5, 0.4), strict=False))
    return pull, "close to other places of the report" if pull > 0.5 else ""
