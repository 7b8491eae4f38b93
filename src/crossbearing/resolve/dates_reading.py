"""What a time expression means when it is read on a given day, with what the text has told before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from crossbearing.model.timexes import CalendarParts, Direction, Edge, TimeExpression, TimeForm, TimeUnit
from crossbearing.resolve import dates_calendar as cal
from crossbearing.resolve.dates_calendar import Stretch
from crossbearing.vocab.calendar import calendar_words


@dataclass(frozen=True, slots=True)
class Told:
    """The time that the text told last: narrative expressions count from it. ``day`` is the last single
    day.
    """

    stretch: Stretch | None = None
    day: date | None = None
    year: int | None = None  # a year in so many words, near by


def weekday_near(anchor: date, weekday: int, direction: Direction | None, amount: int | None) -> date:
    """The day that a weekday means: today if it is today's name, else the past one, or the next one in the
    future.

    ``amount`` is -1 for "last Friday", 1 for "next Friday": never today.
    """
    back = (anchor.weekday() - weekday) % 7
    on = (weekday - anchor.weekday()) % 7
    if amount == -1:
        return anchor - timedelta(back or 7)
    if amount == 1:
        return anchor + timedelta(on or 7)
    if direction is Direction.FUTURE:
        return anchor + timedelta(on)
    return anchor - timedelta(back)


def _nearest(
    options: list[Stretch], anchor: date, direction: Direction | None, edge: Edge | None = None
) -> Stretch | None:
    """The one that the clause's tense wants; without a tense the nearest."""
    if not options:
        return None
    slack = timedelta(1)  # a report dated in one time zone may tell of a day that has begun in another
    past = [o for o in options if o.start <= anchor + slack]
    future = [o for o in options if o.end >= anchor]
    if direction is Direction.FUTURE and future:
        coming = min(future, key=lambda o: o.start)
        if coming.start - anchor <= _FORESEEN or not past:
            return coming
        return max(past, key=lambda o: o.start)
    whole = options[0].unit is not TimeUnit.DAY
    if direction is Direction.PAST and past and whole and edge is not Edge.UNTIL:
        return max(past, key=lambda o: o.start)
    # "set a hearing for 22 November": a day near ahead is likelier than one of eleven months ago, whatever
    # the verb
    ahead = 2 if direction is Direction.PAST else 1
    if whole:
        ahead = (
            2 if edge is Edge.UNTIL else 4
        )  # a bare month is rather a past one, unless something lasts until it
    return min(options, key=lambda o: (o.start - anchor).days * (ahead if o.start > anchor else -1))


_FORESEEN = timedelta(300)
"""What is planned is planned for the next months: "by 14 January" in a report of the 15th was yesterday."""


def _in_year(parts: CalendarParts, year: int) -> list[Stretch]:
    """What the parts mean in that year: none, one, or (Hijri feasts) two stretches."""
    if parts.holiday is not None:
        return cal.holiday(year, calendar_words().holidays[parts.holiday])
    if parts.month is not None and parts.day is not None:
        found = cal.day_of(year, parts.month, parts.day)
        return [cal.day(found)] if found is not None and parts.weekday in (None, found.weekday()) else []
    if parts.month is not None:
        return [cal.month(year, parts.month)]
    if parts.quarter is not None and 1 <= parts.quarter <= 4:
        return [cal.quarter(year, parts.quarter)]
    return [cal.season(year, parts.season)] if parts.season is not None else []


def fixed(parts: CalendarParts) -> Stretch | None:
    """What the parts mean without any anchor: they name the year, the decade or the century."""
    if parts.decade is not None:
        return cal.decade(parts.decade)
    if parts.century is not None:
        return cal.century(parts.century) if 1 <= parts.century <= 20 else None
    if parts.year is None or not 1 <= parts.year <= 9998:
        return None
    if parts == CalendarParts(year=parts.year):
        return cal.year(parts.year)
    # a weekday that does not fit its full date is the writer's slip: the date stands
    found = _in_year(parts, parts.year) or _in_year(
        CalendarParts(parts.year, parts.month, parts.day), parts.year
    )
    return found[0] if found else None


def _moved(parts: CalendarParts, amount: int, anchor: date, expression: TimeExpression) -> Stretch | None:
    """ "last November", "next summer", "this March": the nearest before, after, or in the anchor's year."""
    options = [s for y in range(anchor.year - 2, anchor.year + 3) for s in _in_year(parts, y)]
    if amount < 0:
        past = [
            s for s in options if s.end < anchor or (parts.season and s.start <= anchor and s.end < anchor)
        ]
        return max(past, key=lambda s: s.start) if past else None
    if amount > 0:
        future = [s for s in options if s.start > anchor]
        return min(future, key=lambda s: s.start) if future else None
    same = [s for s in options if s.start.year == anchor.year]
    return same[0] if same else _nearest(options, anchor, expression.direction)


def calendar(expression: TimeExpression, anchor: date, told: Told, parts: CalendarParts) -> Stretch | None:
    """Calendar words read on the day ``anchor``."""
    stretch = fixed(parts)
    if stretch is not None:
        return stretch
    if expression.year_shift is not None:
        found = _in_year(parts, anchor.year + expression.year_shift)
        return found[0] if found else None
    if parts.month is None and parts.day is not None and parts.weekday is None:
        return _day_of_month(parts.day, anchor, told)
    if parts.weekday is not None and parts.month is None:
        return cal.day(weekday_near(anchor, parts.weekday, expression.direction, expression.amount))
    if expression.amount is not None:
        return _moved(parts, expression.amount, anchor, expression)
    planned = expression.direction is Direction.FUTURE  # "invited in 2017, it will join on 12 March"
    if told.year is not None and told.year < anchor.year and parts.weekday is None and not planned:
        found = _in_year(parts, told.year)
        if found:
            return found[0]
    if parts.quarter is not None:
        return _quarter(parts, anchor)
    options = [s for y in range(anchor.year - 2, anchor.year + 3) for s in _in_year(parts, y)]
    return _nearest(options, anchor, expression.direction, expression.edge) or _weekday_slip(
        parts, anchor, expression
    )


def _quarter(parts: CalendarParts, anchor: date) -> Stretch | None:
    """ "the third quarter" is this year's, unless it lies more than a quarter ahead."""
    found = _in_year(parts, anchor.year)
    if found and (found[0].start - anchor).days > 100:
        found = _in_year(parts, anchor.year - 1)
    return found[0] if found else None


def _weekday_slip(parts: CalendarParts, anchor: date, expression: TimeExpression) -> Stretch | None:
    """No year near by fits both weekday and date: the date stands, as above."""
    if parts.weekday is None or parts.month is None:
        return None
    bare = CalendarParts(month=parts.month, day=parts.day)
    return _nearest(
        [s for y in range(anchor.year - 2, anchor.year + 3) for s in _in_year(bare, y)],
        anchor,
        expression.direction,
    )


def _day_of_month(number: int, anchor: date, told: Told) -> Stretch | None:
    """ "the 16th": of the month that the text is in, else the last 16th before the anchor."""
    base = told.day or anchor
    for by in (0, -1, -2):
        first = cal.month_shift(base, by).start
        found = cal.day_of(first.year, first.month, number)
        if found is not None and (told.day is not None or found <= anchor):
            return cal.day(found)
    return None


def shifted(unit: TimeUnit, amount: int, anchor: Stretch) -> Stretch | None:
    """The unit that lies ``amount`` units from the anchor."""
    base = anchor.start
    try:
        return _shifted(unit, amount, anchor, base)
    except (ValueError, OverflowError):
        return None  # out of the calendar: "four thousand years ago"


def _shifted(unit: TimeUnit, amount: int, anchor: Stretch, base: date) -> Stretch | None:
    match unit:
        case TimeUnit.DAY:
            return Stretch(base + timedelta(amount), anchor.end + timedelta(amount), TimeUnit.DAY)
        case TimeUnit.WEEK:
            return cal.week(base, amount)
        case TimeUnit.FORTNIGHT:
            return cal.week(base, 2 * amount)
        case TimeUnit.WEEKEND:
            return _weekend(base, amount)
        case TimeUnit.MONTH:
            return cal.month_shift(base, amount)
        case TimeUnit.QUARTER:
            return cal.quarter_shift(base, amount)
        case TimeUnit.YEAR if anchor.unit is TimeUnit.QUARTER:
            return cal.quarter_shift(base, 4 * amount)
        case TimeUnit.YEAR:
            return cal.year(base.year + amount)
        case TimeUnit.DECADE:
            return cal.year(base.year + 10 * amount) if amount < 0 else cal.decade(base.year // 10 + amount)
        case TimeUnit.CENTURY:
            return cal.century(base.year // 100 + amount)
        case TimeUnit.HOUR if abs(amount) < 24:
            return cal.day(base)
        case TimeUnit.HOUR:
            return cal.day(base + timedelta(round(amount / 24)))
        case TimeUnit.MINUTE | TimeUnit.SECOND:
            return cal.day(base)
    return None


def _weekend(base: date, amount: int) -> Stretch:
    """ "last weekend" is the one that is over; "this weekend" the running or coming one, on a Monday the
    last.
    """
    if amount == 0 and base.weekday() < 2:
        return cal.weekend(base, -1)
    return cal.weekend(base, amount)


def weekend_near(anchor: date, direction: Direction | None) -> Stretch:
    """ "at the weekend": the running one or the last one, or the running or next one when it is to come."""
    if direction is Direction.FUTURE or anchor.weekday() >= 5:
        return cal.weekend(anchor)
    return cal.weekend(anchor, -1)


_SPANS = {
    TimeUnit.HOUR: 0,
    TimeUnit.MINUTE: 0,
    TimeUnit.SECOND: 0,
    TimeUnit.DAY: 1,
    TimeUnit.WEEK: 7,
    TimeUnit.WEEKEND: 7,
    TimeUnit.FORTNIGHT: 14,
    TimeUnit.MONTH: 30,
    TimeUnit.QUARTER: 91,
    TimeUnit.YEAR: 365,
}
_FEW = {TimeUnit.HOUR: 1, TimeUnit.DAY: 7, TimeUnit.WEEK: 5, TimeUnit.MONTH: 4}
"""How many units "recent days", "weeks", "months" reach back at most."""


def running(expression: TimeExpression, anchor: Stretch) -> Stretch | None:
    """The days of "the past two weeks", "recent days", "the next three days"."""
    unit = expression.unit
    if unit is None or unit not in _SPANS or (expression.amount is None and unit not in _FEW):
        return None
    count = abs(expression.amount) if expression.amount is not None else _FEW[unit]
    days = max(1, round(count / 24)) if unit is TimeUnit.HOUR else count * _SPANS[unit]
    if days > 3660:
        return None
    if expression.direction is Direction.FUTURE:
        return Stretch(anchor.end, anchor.end + timedelta(days), unit)
    return Stretch(anchor.start - timedelta(days), anchor.end, unit)


def narrowed(stretch: Stretch, edge: Edge | None, anchor: date | None) -> Stretch:
    """The part of a stretch that "early", "since", "earlier this" leave."""
    if edge is Edge.SINCE and anchor is not None and anchor >= stretch.start:
        return Stretch(stretch.start, anchor, stretch.unit)
    if edge is Edge.EARLIER and anchor is not None and stretch.start <= anchor <= stretch.end:
        return Stretch(stretch.start, anchor, stretch.unit)
    if edge is Edge.LATER and anchor is not None and stretch.start <= anchor <= stretch.end:
        return Stretch(anchor, stretch.end, stretch.unit)
    return cal.part_of(stretch, edge)


def readable(expression: TimeExpression) -> bool:
    """True when the expression can mean days at all."""
    return expression.form not in (TimeForm.DURATION, TimeForm.SET, TimeForm.REFERENCE)
