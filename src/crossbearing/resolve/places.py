"""Says where on earth a report's place expressions lie, with the whole report in view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crossbearing.model.distance import distance_km
from crossbearing.model.document import Sentence
from crossbearing.model.mentions import Mention, MentionKind
from crossbearing.model.report import Report
from crossbearing.model.toponyms import PlaceExpression, Relation, Role
from crossbearing.model.values import Place
from crossbearing.resolve.places_crossing import Statement, cross, statement
from crossbearing.resolve.places_evidence import countries_of
from crossbearing.resolve.places_geometry import Fix, between, fix, side_of
from crossbearing.resolve.places_ranking import Grounds, Ranked, is_stray, rank
from crossbearing.vocab.gazetteer import Candidate, Entry, Gazetteer, gazetteer

_COUNTY_KM = 120.0
_OUTER = frozenset({"country", "province", "region"})


@dataclass(frozen=True, slots=True)
class _Meant:
    """What the names of one expression mean: the entry (None: in no gazetteer), its rival's entry for
    "between".
    """

    best: Ranked | None
    other: Entry | None = None


def resolve_places(
    report: Report,
    sentences: Sequence[Sentence],
    expressions: Sequence[PlaceExpression],
    known: Gazetteer | None = None,
) -> tuple[Mention, ...]:
    """The place mentions, in the order of their expressions; without coordinates where nothing tells where
    they lie.

    A name that is only spelled like a place abroad, and that no word beside it makes a place ("Fatah men"),
    is none.
    """
    known = known or gazetteer()
    options = [known.lookup(e.name) if e.known else () for e in expressions]
    countries = countries_of(report, expressions, options)
    first = _round(expressions, options, Grounds(countries), known)
    containers = _containers(expressions, first, known)
    anchors = _anchors(expressions, first)
    second = _round(expressions, options, Grounds(countries, anchors, containers), known)
    again = _anchors(expressions, second)
    third = (
        second
        if again == anchors
        else _round(expressions, options, Grounds(countries, again, containers), known)
    )
    places = [_place(report, e, m, again, known) for e, m in zip(expressions, third, strict=True)]
    places = _crossed(expressions, third, places)
    places = _by_context(sentences, expressions, places)
    return tuple(
        Mention(MentionKind.PLACE, e.span, e.span.of(report.text), place=p)
        for e, p, choice in zip(expressions, places, options, strict=True)
        if p.located or not e.known or e.feature or e.within or any(c.match > 1 for c in choice)
    )


def _round(
    expressions: Sequence[PlaceExpression],
    options: Sequence[Sequence[Candidate]],
    grounds: Grounds,
    known: Gazetteer,
) -> list[_Meant]:
    found = []
    for expression, choice in zip(expressions, options, strict=True):
        ranked = rank(expression, choice, grounds) if choice else []
        best = ranked[0] if ranked and not is_stray(expression, ranked[0], grounds) else None
        other = None
        if expression.relation is Relation.BETWEEN and expression.other and best:
            here = replace(grounds, anchors=[best.entry])
            plain = replace(expression, name=expression.other, feature="", relation=Relation.AT)
            rivals = rank(plain, known.lookup(expression.other), here)
            other = rivals[0].entry if rivals else None
        found.append(_Meant(best, other))
    return found


def _anchors(expressions: Sequence[PlaceExpression], meant: Sequence[_Meant]) -> list[Entry]:
    """Places that others may be near to: each once, no countries, the surest forty."""
    found: dict[str, Entry] = {}
    for expression, m in zip(expressions, meant, strict=True):
        if (
            m.best
            and m.best.entry.feature not in ("country", "continent", "sea")
            and expression.role is Role.PLACE
        ):
            found.setdefault(m.best.entry.id, m.best.entry)
    return list(found.values())[:40]


def _containers(
    expressions: Sequence[PlaceExpression], meant: Sequence[_Meant], known: Gazetteer
) -> dict[str, list[Entry]]:
    """Name → the entries that the report says it lies in or by, wherever in the report it says so."""
    by_name = {e.name: m.best.entry for e, m in zip(expressions, meant, strict=True) if m.best}
    found: dict[str, list[Entry]] = defaultdict(list)
    for name, _, m in _statements(expressions, meant):
        if m.best is not None:
            found[name].append(m.best.entry)
    for expression in expressions:
        outer = expression.within
        if outer is None:
            continue
        if outer in by_name:
            found[expression.name].append(by_name[outer])
        found[expression.name] += [
            c.entry for c in known.lookup(outer) if c.entry.feature in _OUTER and c.match > 1
        ]
    return {name: list(dict.fromkeys(entries)) for name, entries in found.items()}  # a list says it often


def _crossed(
    expressions: Sequence[PlaceExpression], meant: Sequence[_Meant], places: Sequence[Place]
) -> list[Place]:
    """Give a name that is in no gazetteer the point at which all that the report says of it meets."""
    said: dict[str, list[tuple[Statement, Entry]]] = defaultdict(list)
    for name, behind, m in _statements(expressions, meant):
        if m.best is not None:
            said[name].append((statement(m.best.entry, behind), m.best.entry))
    filled = list(places)
    for n, (expression, place) in enumerate(zip(expressions, places, strict=True)):
        told = said.get(expression.name)
        if told and not place.located:
            filled[n] = _found(place, told)
    return filled


def _statements(
    expressions: Sequence[PlaceExpression], meant: Sequence[_Meant]
) -> Iterator[tuple[str, PlaceExpression, _Meant]]:
    """(name, expression, what it means) for every expression that says where the name before it lies."""
    name = ""
    for expression, m in zip(expressions, meant, strict=True):
        if expression.apposed:
            yield name, expression, m
        else:
            name = expression.name


def _found(place: Place, told: Sequence[tuple[Statement, Entry]]) -> Place:
    here, entry = cross([s for s, _ in told]), told[0][1]
    names = ", ".join(dict.fromkeys(e.name for _, e in told))
    return replace(
        place, lat=here.lat, lon=here.lon, precision=here.precision, radius_km=here.radius_km,
        admin1=entry.admin1 or None, country=entry.country or None,
        reasons=(*place.reasons, f"{here.reason}: {names}"),
    )  # fmt: skip


def _place(
    report: Report, expression: PlaceExpression, meant: _Meant, anchors: Sequence[Entry], known: Gazetteer
) -> Place:
    text = expression.span.of(report.text)
    reasons = _role_reasons(expression)
    if meant.best is None or _stray_county(expression, meant.best.entry, anchors):
        return Place(expression.name, text=text, reasons=(*reasons, "in no gazetteer"))
    entry = meant.best.entry
    if expression.relation is Relation.BETWEEN and meant.other is not None:
        here = between(entry, meant.other, expression)
        name = f"{expression.name}–{expression.other}"
        ident = None
    else:
        here, name, ident = _fix(entry, expression, known), expression.name, entry.id
    if entry.name != expression.name:
        reasons = (*reasons, f"in the gazetteer: {entry.name}")
    return _placed(entry, here, name, ident, text, (*reasons, here.reason, *meant.best.reasons))


def _fix(entry: Entry, expression: PlaceExpression, known: Gazetteer) -> Fix:
    side = expression.bearing if expression.relation is Relation.PART and entry.feature == "country" else None
    return (side_of(entry, side, known.provinces(entry.country)) if side is not None else None) or fix(
        entry, expression
    )


def _stray_county(expression: PlaceExpression, entry: Entry, anchors: Sequence[Entry]) -> bool:
    """True where "Laurel County" would be a town called Laurel far from all else: it is unknown then."""
    if expression.feature != "county" or entry.feature == "district":
        return False
    others = [a for a in anchors if a.id != entry.id and a.precision == 1]
    return all(distance_km(entry.lat, entry.lon, a.lat, a.lon) > _COUNTY_KM for a in others)


def _placed(
    entry: Entry, here: Fix, name: str, ident: str | None, text: str, reasons: tuple[str, ...]
) -> Place:
    return Place(
        name=name, id=ident, lat=here.lat, lon=here.lon, precision=here.precision, radius_km=here.radius_km,
        admin1=entry.admin1 or None, country=entry.country or None, text=text, reasons=reasons,
    )  # fmt: skip


def _role_reasons(expression: PlaceExpression) -> tuple[str, ...]:
    if expression.role is Role.SPEAKER:
        return ("may be metonym",)
    return ("part of a body's name",) if expression.role is Role.ORGANISATION else ()


def _by_context(
    sentences: Sequence[Sentence], expressions: Sequence[PlaceExpression], places: Sequence[Place]
) -> list[Place]:
    """Give a village that is in no gazetteer the point of the place it is said to lie in or by, as a
    coder would.
    """
    filled = list(places)
    for n, (expression, place) in enumerate(zip(expressions, places, strict=True)):
        if not place.located:
            outer = _outer(sentences, expressions, places, n)
            if outer is not None:
                filled[n] = _borrowed(expression, place, outer)
    return filled


def _outer(
    sentences: Sequence[Sentence], expressions: Sequence[PlaceExpression], places: Sequence[Place], at: int
) -> Place | None:
    wanted = expressions[at].within
    for expression, place in zip(expressions[at + 1 : at + 4], places[at + 1 : at + 4], strict=True):
        if wanted and expression.name == wanted and place.located:
            return place
    if not expressions[at].feature and not wanted:
        return None
    sentence = _sentence_of(sentences, expressions[at].span.start)
    same = [
        (place.precision or 9, abs(e.span.start - expressions[at].span.start), n)
        for n, (e, place) in enumerate(zip(expressions, places, strict=True))
        if place.located and (place.precision or 9) <= 4 and _sentence_of(sentences, e.span.start) == sentence
        and e.role is Role.PLACE
    ]  # fmt: skip
    if same:
        return places[min(same)[2]]
    return _home(expressions, places, at) if expressions[at].feature == "county" else None


def _home(expressions: Sequence[PlaceExpression], places: Sequence[Place], at: int) -> Place | None:
    """The nearest name before or after that is a located town or state: where a local report is at home."""
    near = [
        (abs(n - at), n)
        for n, (e, place) in enumerate(zip(expressions, places, strict=True))
        if place.located and (place.precision or 9) <= 4 and e.role is Role.PLACE
    ]
    return places[min(near)[1]] if near else None


def _sentence_of(sentences: Sequence[Sentence], position: int) -> int:
    for sentence in sentences:
        if sentence.start <= position < sentence.end:
            return sentence.index
    return -1


def _borrowed(expression: PlaceExpression, place: Place, outer: Place) -> Place:
    precision = max(outer.precision or 1, 3 if expression.feature == "district" else 2)
    radius = max(20.0, (outer.radius_km or 0.0) + (10.0 if precision <= 2 else 0.0))
    return replace(
        place, lat=outer.lat, lon=outer.lon, precision=precision, radius_km=radius, admin1=outer.admin1,
        country=outer.country, reasons=(*place.reasons, f"placed by context: {outer.name}"),
    )  # fmt: skip
