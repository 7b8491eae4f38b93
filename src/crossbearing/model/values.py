"""What a mention can stand for: a calendar interval, a place, an actor, a quantity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DatePrecision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DateValue:
    """A calendar interval, both ends included, and the words it was read from.

    ``start`` and ``end`` are both None exactly when ``precision`` is unknown.
    """

    start: date | None
    end: date | None
    precision: DatePrecision
    text: str | None = None

    def __post_init__(self) -> None:
        if (self.start is None) != (self.end is None) or (self.start is None) != (
            self.precision is DatePrecision.UNKNOWN
        ):
            raise ValueError("a date has both ends and a precision, or none and precision 'unknown'")
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"date interval ends before it starts: {self.start}..{self.end}")


UNKNOWN_DATE = DateValue(None, None, DatePrecision.UNKNOWN)


class TimexType(StrEnum):
    """TimeML's four kinds of time expression."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with its TIMEX3 type and value (``2016-10-25``, ``2016-W43``, ``P3W`` …)."""

    type: TimexType
    value: str


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved place.

    ``precision`` is UCDP's where_prec: 1 exact place, 2 within about 25 km of it, 3 second-order
    district, 4 first-order province, 5 fuzzy or linear feature, 6 country, 7 international waters or
    airspace. ``radius_km`` is how far from the point the thing may lie. ``country`` is ISO 3166-1
    alpha-2, ``admin1`` a name. ``lat`` and ``lon`` are degrees in WGS 84, both None when the name is in
    no gazetteer: unknown, and said so.
    """

    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None
    radius_km: float | None = None
    admin1: str | None = None
    country: str | None = None
    text: str | None = None
    reasons: tuple[str, ...] = ()

    @property
    def located(self) -> bool:
        return self.lat is not None and self.lon is not None


class ActorKind(StrEnum):
    """What sort of actor, after ACLED's inter codes."""

    STATE = "state_forces"
    REBEL = "rebel_group"
    POLITICAL_MILITIA = "political_militia"
    IDENTITY_MILITIA = "identity_militia"
    RIOTERS = "rioters"
    PROTESTERS = "protesters"
    CIVILIANS = "civilians"
    EXTERNAL = "external_forces"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor as one report names it, and whom it was resolved to.

    ``id`` is a stable key (``ucdp:…`` only where the number is known, else ``xb:slug``); ``name`` the
    preferred name; ``mention`` the report's own words; ``aliases`` other names of the same actor;
    ``country`` ISO alpha-2. ``generic`` is True for words that name a role and not a body ("the gunmen",
    "rebels", "villagers"). ``reasons`` say why the words were taken for this actor.
    """

    id: str
    name: str
    mention: str
    aliases: tuple[str, ...] = ()
    kind: ActorKind = ActorKind.UNKNOWN
    country: str | None = None
    generic: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count as reported. ``high`` None: "or more"; ``unit``: the thing counted, as a lower-case noun."""

    low: int
    high: int | None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: the words for the speaker, the role if told, and the outlets that it came through."""

    name: str
    role: str | None = None
    via: tuple[str, ...] = ()
