"""The TIMEX3 type and value of a time expression, after TimeML as TempEval uses it."""

from __future__ import annotations

from crossbearing.model import Timex, TimexType
from crossbearing.model.timexes import CalendarParts, TimeExpression, TimeForm, TimeUnit
from crossbearing.resolve import dates_calendar as cal
from crossbearing.resolve.dates_calendar import Stretch

_MASKS = {
    TimeUnit.DAY: "XXXX-XX-XX", TimeUnit.WEEK: "XXXX-WXX", TimeUnit.WEEKEND: "XXXX-WXX-WE",
    TimeUnit.MONTH: "XXXX-XX",
    TimeUnit.QUARTER: "XXXX-QX", TimeUnit.YEAR: "XXXX", TimeUnit.FORTNIGHT: "XXXX-WXX",
    TimeUnit.DECADE: "XXX",
    TimeUnit.CENTURY: "XX",
}  # fmt: skip


def timex_of(expression: TimeExpression, stretch: Stretch | None) -> Timex:
    """The TIMEX of an expression that was put on the days of ``stretch`` (None: nowhere)."""
    if expression.value is not None:
        return Timex(expression.type, expression.value)
    value = (
        _masked(expression)
        if stretch is None or _vague(expression, stretch)
        else _unit_value(expression, stretch)
    )
    if expression.clock is not None:
        return Timex(TimexType.TIME, f"{value}T{expression.clock}")
    if expression.day_part is not None and expression.until is None:
        return Timex(TimexType.TIME, f"{value}T{expression.day_part}")
    return Timex(expression.type, value)


def _vague(expression: TimeExpression, stretch: Stretch) -> bool:
    """True when a single day was meant and only a stretch is known."""
    return expression.unit is TimeUnit.DAY and stretch.unit is TimeUnit.WEEK and expression.until is None


def _unit_value(expression: TimeExpression, stretch: Stretch) -> str:
    holiday = expression.parts.holiday
    if holiday is not None and stretch.days > 20:
        return cal.value_of(cal.month(stretch.start.year, stretch.start.month))
    return cal.value_of(stretch)


def _masked(expression: TimeExpression) -> str:
    """The value with X for what is not known: XXXX-04-05, XXXX-WXX-2, XXXX-10."""
    if expression.form in (TimeForm.SHIFT, TimeForm.CLOCK, TimeForm.STRETCH):
        return _MASKS.get(expression.unit or TimeUnit.DAY, "XXXX-XX-XX")
    return _masked_parts(expression.parts)


def _masked_parts(parts: CalendarParts) -> str:
    year = f"{parts.year:04d}" if parts.year is not None else "XXXX"
    if parts.month is not None:
        return f"{year}-{parts.month:02d}" + (f"-{parts.day:02d}" if parts.day is not None else "")
    if parts.weekday is not None:
        return f"XXXX-WXX-{parts.weekday + 1}"
    if parts.day is not None:
        return f"XXXX-XX-{parts.day:02d}"
    if parts.quarter is not None:
        return f"{year}-Q{parts.quarter}"
    if parts.season is not None:
        return f"{year}-{parts.season}"
    return "XXXX-XX-XX" if parts.holiday is not None else year
