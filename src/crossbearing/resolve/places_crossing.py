"""Crosses what a report says of where a place lies: "20 km from Ashfield", "north of Mere" → a point.

As with bearings taken from two lighthouses: a place that no gazetteer holds can be found from those that it
does. All nearness is on the sphere; kilometres, degrees clockwise from north, WGS 84.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossbearing.model.distance import distance_km
from crossbearing.model.toponyms import PlaceExpression, Relation
from crossbearing.resolve.places_geometry import Fix, fix, shift
from crossbearing.vocab.gazetteer import Entry

_STEP, _FINE = 5, 1  # degrees between the points that are tried around a ring, first and then near the best
_TOLERANCE = (
    4.0  # mean squared error, in squares of the statements' own, from which they contradict each other
)
_LEAST_KM = 4.0  # reports round: no crossing is better than that
_ROUNDING = 0.1  # "20 km from" is said of 18 and of 22


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said: the place lies ``km`` from a point (0: at it), give or take ``sigma`` kilometres."""

    lat: float
    lon: float
    km: float
    sigma: float


def statement(entry: Entry, expression: PlaceExpression) -> Statement:
    """What an expression beside a name says of it, given the gazetteer entry of the place that it names."""
    if expression.relation is Relation.DISTANCE and expression.distance_km is not None:
        km = expression.distance_km
        return Statement(entry.lat, entry.lon, km, max(_LEAST_KM, km * _ROUNDING + entry.radius_km))
    here = fix(entry, expression)
    return Statement(here.lat, here.lon, 0.0, max(_LEAST_KM, here.radius_km))


def cross(statements: Sequence[Statement]) -> Fix:
    """The point that fits all statements best. Of statements that contradict each other the surest stands."""
    surest = min(statements, key=lambda s: s.sigma + s.km)
    if len(statements) == 1:
        return _alone(surest)
    points = [p for s in statements for p in _points(s, range(0, 360, _STEP))]
    best = min(points, key=lambda p: _error(p, statements))
    near = [p for s in statements for p in _points(s, range(0, 360, _FINE))
            if distance_km(*best, *p) < 2 * _STEP / 57.3 * max(s.km, 1.0)]  # fmt: skip
    best = min([best, *near], key=lambda p: _error(p, statements))
    if _error(best, statements) / len(statements) > _TOLERANCE:
        alone = _alone(surest)
        return Fix(
            alone.lat, alone.lon, alone.radius_km, alone.precision, "what is said of it does not agree"
        )
    radius = max(_LEAST_KM, sum(1 / s.sigma**2 for s in statements) ** -0.5)
    return Fix(*best, round(radius, 1), 2, f"crossed from {len(statements)} statements")


def _alone(told: Statement) -> Fix:
    radius = told.km + told.sigma
    return Fix(told.lat, told.lon, round(radius, 1), 2 if radius <= 40 else 5, "placed by what is said of it")


def _points(told: Statement, bearings: Iterable[int]) -> list[tuple[float, float]]:
    if told.km == 0.0:
        return [(told.lat, told.lon)]
    return [shift(told.lat, told.lon, float(b), told.km) for b in bearings]


def _error(point: tuple[float, float], statements: Sequence[Statement]) -> float:
    return sum(((distance_km(*point, s.lat, s.lon) - s.km) / s.sigma) ** 2 for s in statements)
