"""Relative places as geometry on the ellipsoid: "60 km south of Mosul" is a point with a radius, not Mosul.

Distances are kilometres, bearings degrees clockwise from north, points (latitude, longitude) in WGS 84
degrees.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from statistics import fmean

from geographiclib.geodesic import Geodesic

from crossbearing.model.distance import distance_km
from crossbearing.model.toponyms import PlaceExpression, Relation
from crossbearing.vocab.gazetteer import Entry

_COUNTRY = 6  # UCDP's precision of one
_FEWEST = 6  # provinces: of fewer, the outermost third says too little
_AREAS = frozenset({"country", "province", "region", "district", "continent"})
_LINES = frozenset({"river", "mountains", "road", "desert", "sea", "valley", "border", "lake", "forest"})
_SITES = frozenset({"camp", "base", "airport", "crossing", "facility"})


@dataclass(frozen=True, slots=True)
class Fix:
    """A point, how far from it the thing may lie, and UCDP's precision of it; with the reason."""

    lat: float
    lon: float
    radius_km: float
    precision: int
    reason: str


def shift(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point ``km`` from another in the direction ``bearing``."""
    line = Geodesic.WGS84.Direct(lat, lon, bearing, km * 1000.0)
    return round(line["lat2"], 5), round(line["lon2"], 5)


def midpoint(lat: float, lon: float, lat2: float, lon2: float) -> tuple[float, float, float]:
    """The middle of the way between two points, and the length of that way."""
    line = Geodesic.WGS84.Inverse(lat, lon, lat2, lon2)
    half = Geodesic.WGS84.Direct(lat, lon, line["azi1"], line["s12"] / 2)
    return round(half["lat2"], 5), round(half["lon2"], 5), line["s12"] / 1000.0


def fix(entry: Entry, expression: PlaceExpression) -> Fix:
    """Where the expression lies, given the gazetteer entry that its name means."""
    if expression.relation is Relation.OFFSET:
        return _offset(entry, expression)
    if expression.relation is Relation.DISTANCE:
        km = expression.distance_km or 0.0
        precision = max(entry.precision, 2 if km <= 30 else 5)
        return Fix(entry.lat, entry.lon, round(km + entry.radius_km, 1), precision, f"{km:.0f} km from it")
    if expression.relation is Relation.NEAR:
        return _near(entry, expression)
    if expression.relation is Relation.PART and expression.bearing is None and entry.precision == _COUNTRY:
        return Fix(entry.lat, entry.lon, round(entry.radius_km * 0.6, 1), 5, "its middle")
    if expression.relation is Relation.PART and expression.bearing is not None:
        return _part(entry, expression.bearing)
    return _at(entry, expression)


def _at(entry: Entry, expression: PlaceExpression) -> Fix:
    radius, precision, feature = entry.radius_km, entry.precision, expression.feature
    if precision == 1 and feature in ("district", "county", "province", "state", "region"):
        return Fix(entry.lat, entry.lon, max(25.0, radius), 3, f"{feature} named after its seat")
    if precision == 1 and feature in _LINES and entry.feature != feature:
        return Fix(entry.lat, entry.lon, max(40.0, radius), 5, f"{feature} of that name")
    if precision == 1 and feature in _SITES and entry.feature != feature:
        return Fix(entry.lat, entry.lon, max(12.0, radius + 5), 2, f"{feature} of that name")
    if precision == 6 and feature == "border":
        return Fix(entry.lat, entry.lon, radius, 5, "its border")
    if precision == 1 and feature == "area":
        return Fix(entry.lat, entry.lon, max(15.0, radius + 8), 2, "its area")
    return Fix(entry.lat, entry.lon, radius, precision, "named")


def _near(entry: Entry, expression: PlaceExpression) -> Fix:
    if entry.precision > 2:
        return Fix(entry.lat, entry.lon, round(entry.radius_km * 1.2, 1), entry.precision, "near it")
    radius = max(15.0, entry.radius_km + 10)
    if expression.bearing is None:
        return Fix(entry.lat, entry.lon, radius, 2, "near it")
    lat, lon = shift(entry.lat, entry.lon, expression.bearing, entry.radius_km * 0.7)
    return Fix(lat, lon, radius, 2, "its outskirts on that side")


def _offset(entry: Entry, expression: PlaceExpression) -> Fix:
    bearing = expression.bearing or 0.0
    if expression.distance_km is not None:
        km = expression.distance_km
        lat, lon = shift(entry.lat, entry.lon, bearing, km)
        precision = 2 if entry.precision <= 3 else 5
        return Fix(
            lat,
            lon,
            round(max(5.0, km * 0.2 + entry.radius_km), 1),
            precision,
            f"{km:.0f} km at {bearing:.0f}°",
        )
    if entry.feature in _AREAS or entry.feature in _LINES:
        lat, lon = shift(entry.lat, entry.lon, bearing, min(entry.radius_km * 0.6, 60.0))
        return Fix(lat, lon, max(entry.radius_km, 30.0), 5, f"beyond it at {bearing:.0f}°")
    lat, lon = shift(entry.lat, entry.lon, bearing, entry.radius_km + 5.0)
    return Fix(lat, lon, max(20.0, entry.radius_km + 10.0), 2, f"outside it at {bearing:.0f}°")


def _part(entry: Entry, bearing: float) -> Fix:
    if entry.precision <= 2:
        lat, lon = shift(entry.lat, entry.lon, bearing, min(entry.radius_km * 0.5, 6.0))
        return Fix(lat, lon, entry.radius_km, entry.precision, "that side of it")
    lat, lon = shift(entry.lat, entry.lon, bearing, entry.radius_km * 0.5)
    precision = 5 if entry.precision == 6 else entry.precision
    return Fix(lat, lon, round(entry.radius_km * 0.7, 1), precision, "that part of it")


def side_of(country: Entry, bearing: float, provinces: Sequence[Entry]) -> Fix | None:
    """A side of a country, by its provinces on that side: the outermost third (of a corner, a sixth).

    Countries are no discs: "northern Iraq" is where its northern provinces are. None where they are too few.
    """
    if len(provinces) < _FEWEST:
        return None
    outward = sorted(
        provinces, key=lambda p: -_along(p.lat - country.lat, p.lon - country.lon, country.lat, bearing)
    )
    share = 3 if bearing % 90 == 0 else 6  # a corner is smaller than a side
    chosen = outward[: max(2, len(outward) // share)]
    lat, lon = fmean(p.lat for p in chosen), fmean(p.lon for p in chosen)
    reach = max(distance_km(lat, lon, p.lat, p.lon) for p in chosen)
    return Fix(round(lat, 5), round(lon, 5), round(reach + 30.0, 1), 5, "its provinces on that side")


def _along(north: float, east: float, lat: float, bearing: float) -> float:
    angle = radians(bearing)
    return north * cos(angle) + east * cos(radians(lat)) * sin(angle)


def between(left: Entry, right: Entry, expression: PlaceExpression) -> Fix:
    """The middle between two places; the radius reaches both."""
    lat, lon, km = midpoint(left.lat, left.lon, right.lat, right.lon)
    precision = 5 if expression.feature in ("road", "border") or km > 50 else 2
    return Fix(lat, lon, round(max(5.0, km / 2), 1), precision, "between two places")
