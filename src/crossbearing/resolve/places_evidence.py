"""Which countries a report is about: the ground on which namesakes are told apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossbearing.model.report import Report
from crossbearing.model.toponyms import PlaceExpression, Role
from crossbearing.vocab.gazetteer import Candidate, country_by_iso, demonyms
from crossbearing.vocab.place_keys import exact_key

_PLAIN = frozenset({1.0, 0.6, 0.3})
"""The weights of a country's own name and of its capital's: they leave no doubt."""
_CAPITALISED = re.compile(
    r"\b(?:(?:North|South|Saudi|Sri|Costa|Sierra|Central|Puerto)\s)?[A-Z][a-zèéäö]{2,}\b"
)


@dataclass(frozen=True, slots=True)
class Countries:
    """What a report says about countries.

    ``weights``: ISO code → weight, 0 to 1, the country most spoken of at 1; empty where nothing tells.
    ``named``: those that it names (by name, adjective, capital or dateline), or of which two places without
    namesakes elsewhere are named. A single such place proves nothing: a village that no gazetteer holds may
    be spelled like it.
    """

    weights: Mapping[str, float]
    named: frozenset[str]


def countries_of(
    report: Report, expressions: Sequence[PlaceExpression], candidates: Sequence[Sequence[Candidate]]
) -> Countries:
    """The countries that a report is about, by all the names in it."""
    raw: dict[str, float] = defaultdict(float)
    sources: dict[str, set[str]] = defaultdict(set)
    for match in _CAPITALISED.finditer(report.text):
        iso = demonyms().get(exact_key(match.group()))
        if iso:
            raw[iso] += 0.7
            sources[iso] |= {"", "adjective"}
    for expression, options in zip(expressions, candidates, strict=True):
        for iso, weight in _told(expression, options).items():
            raw[iso] += weight
            sources[iso] |= {
                exact_key(expression.name),
                "" if weight in _PLAIN else exact_key(expression.name),
            }
    if report.dateline is not None and report.dateline.country:
        raw[report.dateline.country] += 1.0
        sources[report.dateline.country] |= {"", "dateline"}
    return Countries(_scaled(raw), frozenset(iso for iso, names in sources.items() if len(names) > 1))


def _told(expression: PlaceExpression, options: Sequence[Candidate]) -> dict[str, float]:
    """What one name says about countries: its own if it is one; that of a place without rivals."""
    if not options or expression.role is Role.ORGANISATION:
        return {}
    half = 0.5 if expression.role is Role.SPEAKER else 1.0
    for option in options:
        if option.entry.feature == "country":
            if any(o.match == 3 and o.entry.country != option.entry.country for o in options[:2]):
                return {option.entry.country: 0.35 * half}  # "Georgia", "Lebanon": as common a name elsewhere
            return {option.entry.country: 1.0 * half}
    entry = options[0].entry
    if country_by_iso().get(entry.country) and country_by_iso()[entry.country].capital == entry.name:
        return {entry.country: 0.6 * half}
    rivals = {o.entry.country for o in options if o.entry.population * 20 > entry.population and o.match >= 2}
    if entry.country and rivals <= {entry.country} and options[0].match >= 2:
        return {entry.country: 0.5 if entry.population >= 15_000 else 0.25}
    return {}


def _scaled(raw: Mapping[str, float]) -> dict[str, float]:
    top = max(raw.values(), default=0.0)
    return {iso: weight / top for iso, weight in raw.items()} if top else {}
