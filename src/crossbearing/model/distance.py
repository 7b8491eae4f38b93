"""How far apart two points are: the one measure that all stages share."""

from __future__ import annotations

import math

_EARTH_KM = 12742.0
"""The mean diameter of the earth."""


def distance_km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Great-circle kilometres between two points in degrees (haversine, on a sphere).

    At most about half a per cent off the ellipsoid's, far less than a gazetteer's points are; fast enough to
    rank candidates.
    """
    a, b, c, d = map(math.radians, (lat, lon, lat2, lon2))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
