"""Where it happened: the most precise place that the accounts give."""

from __future__ import annotations

import math
from collections.abc import Sequence

from crossbearing.model import Contradiction, Place, distance_km
from crossbearing.reconcile.tellings import Telling, affirming, contradiction, grouped
from crossbearing.text.folding import name_key

APART_KM = 50.0
"""Precise places further apart than this can not both be right."""

PRECISE = 2
"""UCDP's precision up to which a place is a spot and not an area."""

COARSEST = 7


def settle_place(tellings: Sequence[Telling]) -> tuple[Place | None, Contradiction | None]:
    """The most precise place, among those the one that most independent origins give, and the places that
    clash."""
    placed = [t for t in affirming(tellings) if t.account.place is not None]
    if not placed:
        return None, None
    best = min(placed, key=lambda t: (_coarseness(t), -_backing(t, placed), _spread(t), t.account.id))
    chosen = best.account.place
    far = [t for t in placed if _clashes(best, t)]
    if not far:
        return chosen, None
    near = [t for t in placed if t not in far and _is_precise(t)]
    return chosen, contradiction("place", grouped([*near, *far], lambda t: _place(t).name))


def _place(telling: Telling) -> Place:
    assert telling.account.place is not None
    return telling.account.place


def _coarseness(telling: Telling) -> tuple[bool, int]:
    """Places with coordinates first; exact before vague. An exact place and one near it count alike."""
    place = _place(telling)
    return not place.located, max(PRECISE, place.precision or COARSEST)


def _spread(telling: Telling) -> tuple[int, float]:
    place = _place(telling)
    return place.precision or COARSEST, place.radius_km if place.radius_km is not None else math.inf


def _backing(telling: Telling, placed: Sequence[Telling]) -> int:
    """How many independent origins give this place, by id, name or nearness."""
    return len({t.origin for t in placed if _agree(_place(telling), _place(t))})


def _agree(left: Place, right: Place) -> bool:
    if (left.id is not None and left.id == right.id) or name_key(left.name) == name_key(right.name):
        return True
    distance = _kilometres(left, right)
    return distance is not None and distance <= (left.radius_km or 0.0) + (right.radius_km or 0.0)


def _is_precise(telling: Telling) -> bool:
    place = _place(telling)
    return place.located and (place.precision or COARSEST) <= PRECISE


def _clashes(best: Telling, other: Telling) -> bool:
    distance = _kilometres(_place(best), _place(other))
    return distance is not None and distance > APART_KM and _is_precise(best) and _is_precise(other)


def _kilometres(left: Place, right: Place) -> float | None:
    """How far apart they are; None when one of the two has no coordinates."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    return distance_km(left.lat, left.lon, right.lat, right.lon)
