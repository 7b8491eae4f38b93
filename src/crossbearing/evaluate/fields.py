"""Whether two rows agree on a field: True, False, or None where the first coder left the field open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crossbearing.evaluate.rows import Range, Row, Spot
from crossbearing.model import SYMMETRIC, Slot, distance_km

_SWAP = {Slot.SIDE_A: Slot.SIDE_B, Slot.SIDE_B: Slot.SIDE_A}


def type_agrees(gold: Row, ours: Row) -> bool | None:
    """Whether our code is one of those that are right."""
    return bool(set(gold.types) & set(ours.types))


def modality_agrees(gold: Row, ours: Row) -> bool | None:
    return bool(set(gold.modalities) & set(ours.modalities))


def date_agrees(gold: Row, ours: Row) -> bool | None:
    """A day must be met exactly, a stretch of days may be narrowed, a vaguer date allows its slack."""
    if gold.dates is None:
        return None
    if ours.dates is None:
        return False
    (start, end), (first, last) = gold.dates, ours.dates
    inside = start - gold.slack <= first and last <= end + gold.slack
    return inside and first <= end and start <= last


def place_agrees(gold: Row, ours: Row) -> bool | None:
    """Whether our point lies within the tolerance of a right one."""
    if not gold.spots:
        return None
    return any(_near(right, spot) for right in gold.spots for spot in ours.spots)


def _near(right: Spot, spot: Spot) -> bool:
    return distance_km(right.lat, right.lon, spot.lat, spot.lon) <= right.tolerance_km


def actors_agree(gold: Row, ours: Row) -> bool | None:
    """At least one right actor on every side that the first coder filled, and no wrong one there."""
    if gold.sides_open or not any(gold.sides):
        return None
    straight = _sides_agree(gold, ours.sides)
    either_way = bool(set(gold.types) & SYMMETRIC)
    return straight or (either_way and _sides_agree(gold, (ours.sides[1], ours.sides[0])))


def _sides_agree(gold: Row, sides: tuple[tuple[frozenset[str], ...], ...]) -> bool:
    for right, given in zip(gold.sides, sides, strict=True):
        if right and not (given and all(any(names & known for known in right) for names in given)):
            return False
    return True


def deaths_agree(gold: Row, ours: Row) -> bool | None:
    return _counts_agree(gold, gold.deaths, ours.deaths)


def injured_agree(gold: Row, ours: Row) -> bool | None:
    return _counts_agree(gold, gold.injured, ours.injured)


def _counts_agree(gold: Row, right: Mapping[Slot, Range], given: Mapping[Slot, Range]) -> bool | None:
    """Every figure alike in every slot; a figure that only one of the two gives is a disagreement."""
    right, given = _people(_told(right)), _people(_told(given))
    if not right and not given:
        return None
    if right == given:
        return True
    swapped = {_SWAP.get(slot, slot): count for slot, count in given.items()}
    return bool(set(gold.types) & SYMMETRIC) and right == swapped


def _told(counts: Mapping[Slot, Range]) -> dict[Slot, Range]:
    """The counts without those that say "none"."""
    return {slot: count for slot, count in counts.items() if count != (0, 0)}


def _people(counts: dict[Slot, Range]) -> dict[Slot, Range]:
    """Whether "people" are civilians or not told is taste: a lone count of either kind is one slot."""
    if Slot.UNKNOWN in counts and Slot.CIVILIANS not in counts:
        counts[Slot.CIVILIANS] = counts.pop(Slot.UNKNOWN)
    return counts


FIELDS: Mapping[str, Callable[[Row, Row], bool | None]] = {
    "type": type_agrees,
    "modality": modality_agrees,
    "date": date_agrees,
    "place": place_agrees,
    "actors": actors_agree,
    "deaths": deaths_agree,
    "injured": injured_agree,
}
"""Field → whether two rows agree on it."""
