"""Calendar arithmetic: stretches of days, their units, their TIMEX values; Hijri months and moving feasts.

Everything here is a pure function of its arguments; days are proleptic Gregorian.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from crossbearing.model import DatePrecision
from crossbearing.model.timexes import Edge, TimeUnit
from crossbearing.vocab.calendar import Holiday

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which a season of the northern half begins; winter runs into the next year."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``start`` to ``end``, both included, which are one ``unit`` of the calendar or lie in one."""

    start: date
    end: date
    unit: TimeUnit

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def shift(self, days: int) -> Stretch:
        return Stretch(self.start + timedelta(days), self.end + timedelta(days), self.unit)


def day(value: date) -> Stretch:
    return Stretch(value, value, TimeUnit.DAY)


def day_of(year: int, month: int, number: int) -> date | None:
    """The day, or None when there is no such day (31 April)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month(year: int, number: int) -> Stretch:
    return Stretch(date(year, number, 1), date(year, number, monthrange(year, number)[1]), TimeUnit.MONTH)


def month_shift(anchor: date, by: int) -> Stretch:
    """The month that lies ``by`` months from the anchor's."""
    count = anchor.year * 12 + anchor.month - 1 + by
    return month(count // 12, count % 12 + 1)


def year(number: int) -> Stretch:
    return Stretch(date(number, 1, 1), date(number, 12, 31), TimeUnit.YEAR)


def decade(number: int) -> Stretch:
    """``number`` is the year without its last digit: 199 for the 1990s."""
    return Stretch(date(number * 10, 1, 1), date(number * 10 + 9, 12, 31), TimeUnit.DECADE)


def century(number: int) -> Stretch:
    """``number`` is the year without its last two digits: 19 for the 20th century."""
    return Stretch(date(number * 100, 1, 1), date(number * 100 + 99, 12, 31), TimeUnit.CENTURY)


def quarter(number_of_year: int, number: int) -> Stretch:
    first = month(number_of_year, number * 3 - 2)
    return Stretch(first.start, month(number_of_year, number * 3).end, TimeUnit.QUARTER)


def quarter_shift(anchor: date, by: int) -> Stretch:
    count = anchor.year * 4 + (anchor.month - 1) // 3 + by
    return quarter(count // 4, count % 4 + 1)


def season(number_of_year: int, name: str) -> Stretch:
    """The season that begins in the year: the winter of 2016 runs from December 2016 to February 2017."""
    first = date(number_of_year, SEASON_MONTHS[name], 1)
    return Stretch(first, month_shift(first, 2).end, TimeUnit.SEASON)


def week(anchor: date, by: int = 0) -> Stretch:
    """Monday to Sunday, ``by`` weeks from the week that holds the anchor."""
    monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * by)
    return Stretch(monday, monday + timedelta(6), TimeUnit.WEEK)


def weekend(anchor: date, by: int = 0) -> Stretch:
    saturday = week(anchor, by).start + timedelta(5)
    return Stretch(saturday, saturday + timedelta(1), TimeUnit.WEEKEND)


_HALVES = {
    # unit: (days of "early", first day of "mid" and its length, days of "late"), counted in days
    TimeUnit.WEEK: (3, 2, 3, 3),
    TimeUnit.MONTH: (10, 10, 10, 11),
    TimeUnit.QUARTER: (31, 31, 30, 31),
    TimeUnit.SEASON: (31, 31, 30, 31),
    TimeUnit.YEAR: (120, 120, 123, 122),
    TimeUnit.DECADE: (1461, 1096, 1461, 1461),
    TimeUnit.CENTURY: (12053, 12053, 12053, 12053),
}


def part_of(stretch: Stretch, edge: Edge | None) -> Stretch:
    """ "early", "mid" or "late" of a stretch; a day is not divided."""
    sizes = _HALVES.get(stretch.unit)
    if sizes is None or edge not in (Edge.START, Edge.MID, Edge.END):
        return stretch
    early, mid, mid_days, late = sizes
    if edge is Edge.START:
        return Stretch(stretch.start, stretch.start + timedelta(early - 1), stretch.unit)
    if edge is Edge.MID:
        start = stretch.start + timedelta(mid)
        return Stretch(start, start + timedelta(mid_days - 1), stretch.unit)
    return Stretch(stretch.end - timedelta(late - 1), stretch.end, stretch.unit)


def precision_of(start: date, end: date) -> DatePrecision:
    """The finest precision that a stretch of so many days still deserves."""
    days = (end - start).days + 1
    for limit, precision in (
        (3, DatePrecision.DAY),  # "overnight from Thursday to Friday", "3 to 5 May"
        (15, DatePrecision.WEEK),
        (45, DatePrecision.MONTH),
        (123, DatePrecision.QUARTER),
    ):
        if days <= limit:
            return precision
    return DatePrecision.YEAR


def value_of(stretch: Stretch) -> str:
    """The TIMEX value of a whole unit: 2016-10-25, 2016-W43, 2016-10, 2016-Q4, 2016-FA, 2016, 201, 20."""
    start = stretch.start
    iso = start.isocalendar()
    match stretch.unit:
        case TimeUnit.WEEK | TimeUnit.FORTNIGHT:
            return f"{iso.year}-W{iso.week:02d}"
        case TimeUnit.WEEKEND:
            return f"{iso.year}-W{iso.week:02d}-WE"
        case TimeUnit.MONTH:
            return f"{start.year}-{start.month:02d}"
        case TimeUnit.QUARTER:
            return f"{start.year}-Q{(start.month - 1) // 3 + 1}"
        case TimeUnit.SEASON:
            name = next(n for n, m in SEASON_MONTHS.items() if m == start.month)
            return f"{start.year}-{name}"
        case TimeUnit.YEAR:
            return f"{start.year}"
        case TimeUnit.DECADE:
            return f"{start.year // 10}"
        case TimeUnit.CENTURY:
            return f"{start.year // 100}"
    return start.isoformat()


def easter(number: int) -> date:
    """Easter Sunday of the western churches (Gauss, after Meeus)."""
    a, b, c = number % 19, number // 100, number % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    whole = h + m - 7 * n + 114
    return date(number, whole // 31, whole % 31 + 1)


def hijri_to_date(number: int, month_number: int, day_number: int) -> date:
    """The day of the tabular Islamic calendar; what is announced by the moon may differ by a day or two."""
    days = (
        day_number
        + (59 * (month_number - 1) + 1) // 2
        + (number - 1) * 354
        + (3 + 11 * number) // 30
        + 227014  # ordinal of the eve of 1 Muharram 1 (19 July 622, proleptic Gregorian)
    )
    return date.fromordinal(days)


def _hijri_feast(number: int, holiday: Holiday) -> list[Stretch]:
    assert holiday.hijri is not None
    guess = int((number - 622) * 33 / 32)
    out = []
    for lunar in range(guess - 1, guess + 3):
        start = hijri_to_date(lunar, *holiday.hijri)
        if start.year == number:
            out.append(Stretch(start, start + timedelta(holiday.days - 1), TimeUnit.DAY))
    return out


def holiday(number: int, feast: Holiday) -> list[Stretch]:
    """The days of a feast that begin in the year; a Hijri feast may fall twice into one, or once in two."""
    if feast.hijri is not None:
        return _hijri_feast(number, feast)
    if feast.gregorian is not None:
        start = date(number, *feast.gregorian)
    elif feast.easter is not None:
        start = easter(number) + timedelta(feast.easter)
    elif feast.weekday is not None:
        start = nth_weekday(number, *feast.weekday)
    else:
        return []
    return [Stretch(start, start + timedelta(feast.days - 1), TimeUnit.DAY)]


def nth_weekday(number: int, month_number: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; -1 is the last."""
    whole = month(number, month_number)
    if nth < 0:
        return whole.end - timedelta((whole.end.weekday() - weekday) % 7)
    return whole.start + timedelta((weekday - whole.start.weekday()) % 7 + 7 * (nth - 1))
