"""Place expressions: words of a report that name a place, before anyone has said where on earth it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crossbearing.model.spans import Span


class Relation(StrEnum):
    """How the meant place stands to the named one."""

    AT = "at"  # the named place itself
    NEAR = "near"  # "near Kirkuk", "the outskirts of Kirkuk"
    OFFSET = "offset"  # "60 km south of Mosul"; "south of Mosul" has no distance
    DISTANCE = "distance"  # "20 miles from Mosul": no bearing
    PART = "part"  # "northern Idlib", "the east of the province"
    BETWEEN = "between"  # "between A and B", "the A-B road"


class Role(StrEnum):
    """What the name does in its sentence, as far as its neighbours tell."""

    PLACE = "place"
    ORGANISATION = "organisation"  # part of a body's name: "Kirkuk Joint Operations Command"
    SPEAKER = "speaker"  # subject of a verb of saying: "Washington said"; may stand for a government


@dataclass(frozen=True, slots=True)
class PlaceExpression:
    """A place as one report names it.

    ``span`` covers the words that make up the place, relation and feature words included ("60 km south of
    Mosul", "Kirkuk province"); ``name_span`` the toponym alone; ``name`` is that toponym as written,
    without a possessive. ``feature`` is the kind of place that the words beside it tell ("province",
    "village"), or ''. ``other`` and ``other_span`` hold the second name of "between A and B". ``bearing``
    is degrees clockwise from north, ``distance_km`` kilometres. ``within`` is the name that this one is
    said to lie in, as written ("Hit, Anbar province": Anbar), ``within_feature`` its feature word;
    ``beside`` is True where that name is only near. ``apposed`` is True where the words say where the name
    before them lies ("Xyz, 30 km south of Hit"). ``known`` is False when the name is in no gazetteer and
    only its context says that it is a place. ``confidence`` is 0 to 1: how sure the words make it that a
    place is meant.
    """

    span: Span
    name_span: Span
    name: str
    feature: str = ""
    relation: Relation = Relation.AT
    bearing: float | None = None
    distance_km: float | None = None
    other: str | None = None
    other_span: Span | None = None
    within: str | None = None
    within_feature: str = ""
    beside: bool = False
    role: Role = Role.PLACE
    apposed: bool = False
    known: bool = True
    confidence: float = 1.0
