"""A time expression: what its words say, before anything is put on the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crossbearing.model.spans import Span
from crossbearing.model.values import TimexType


class TimeForm(StrEnum):
    """How an expression says when."""

    CALENDAR = "calendar"  # names parts of the calendar: "5 April", "Tuesday", "the summer of 2012"
    SHIFT = "shift"  # counts from an anchor: "yesterday", "last week", "two days ago", "the next day"
    STRETCH = "stretch"  # a stretch that ends or begins at the anchor: "the past two weeks"
    CLOCK = "clock"  # a time of day without a day: "at 19:40", "at dawn"
    DURATION = "duration"  # "for three days"
    SET = "set"  # "every Friday"
    REFERENCE = "reference"  # "now", "recently", "soon"


class TimeUnit(StrEnum):
    """The calendar's units, from the finest; the value is the letter that TimeML's durations use."""

    SECOND = "TS"
    MINUTE = "TM"
    HOUR = "TH"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    FORTNIGHT = "F"
    MONTH = "M"
    QUARTER = "Q"
    SEASON = "S"
    YEAR = "Y"
    DECADE = "E"
    CENTURY = "C"


class TimeAnchor(StrEnum):
    """What an expression counts from."""

    CALENDAR = "calendar"  # itself; what is left out ("5 April") is filled from the day of publication
    PUBLISHED = "published"  # the day of publication: "yesterday"
    NARRATIVE = "narrative"  # the day that the text told last: "the next day"


class Direction(StrEnum):
    """Whether the clause tells of the past or of what is to come; decides which "Friday" or "December" is
    meant.
    """

    PAST = "past"
    FUTURE = "future"


class Edge(StrEnum):
    """Which stretch of the named time is meant, or on which side of it."""

    SINCE = "since"
    UNTIL = "until"
    START = "start"
    MID = "mid"
    END = "end"
    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class CalendarParts:
    """The parts of the calendar that the words name; None where they are silent.

    ``weekday`` counts from Monday = 0; ``season`` is TimeML's SP, SU, FA or WI; ``decade`` is the year
    without its last digit (199 for the 1990s); ``century`` likewise without two (19); ``holiday`` is a key
    of the calendar vocabulary.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    season: str | None = None
    holiday: str | None = None
    decade: int | None = None
    century: int | None = None

    @property
    def full(self) -> bool:
        """True when they name one day of one year."""
        return self.year is not None and self.month is not None and self.day is not None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """The words ``text`` at ``span`` name a time in the way that ``form`` says.

    ``unit`` is the grain of what is named, ``amount`` how many units (None: some, untold): with a sign for
    shifts ("yesterday" is -1 day). ``until`` is the far end of a range. ``day_part`` is TimeML's (MO, MI,
    AF, EV, NI, DT), ``clock`` is ``HH:MM``. ``year_shift`` is the year as counted from the anchor's ("May
    last year": -1). ``of_saying`` is True when it is when somebody said so ("officials said Tuesday"), not
    when it happened. ``value`` is the TIMEX value where the words alone decide it. ``rule`` names the row
    of the pattern table.
    """

    span: Span
    text: str
    rule: str
    type: TimexType
    form: TimeForm
    anchor: TimeAnchor = TimeAnchor.CALENDAR
    parts: CalendarParts = CalendarParts()
    until: CalendarParts | None = None
    unit: TimeUnit | None = None
    amount: int | None = None
    edge: Edge | None = None
    direction: Direction | None = None
    day_part: str | None = None
    clock: str | None = None
    year_shift: int | None = None
    of_saying: bool = False
    value: str | None = None

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end
