"""What a text has told so far, and what counts from it: "the next day", "a year earlier", "that evening"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from crossbearing.model import Published
from crossbearing.model.timexes import Direction, TimeExpression, TimeForm, TimeUnit
from crossbearing.resolve import dates_calendar as cal
from crossbearing.resolve import dates_reading as reading
from crossbearing.resolve.dates_calendar import Stretch
from crossbearing.resolve.dates_reading import Told


def after(expression: TimeExpression, stretch: Stretch, told: Told, published: Published) -> Told:
    """What the text has told once this expression has been read; when somebody said so is not told."""
    if expression.form in (TimeForm.STRETCH, TimeForm.CLOCK) or expression.of_saying:
        return told
    future = expression.direction is Direction.FUTURE
    if stretch.start > published.end if published.end is not None else future:
        return told
    if future and stretch.end == published.end:
        return told  # "will be produced in court today"
    if (
        expression.unit is TimeUnit.YEAR and expression.form is TimeForm.SHIFT
    ) or expression.rule == "year_period":
        return told  # a comparison ("a year earlier") does not move the story
    single = stretch.end if stretch.unit is TimeUnit.DAY and stretch.days <= 3 else None
    named = expression.parts.year if expression.parts.year is not None else told.year
    return Told(stretch, single or told.day, named)


def same_quarter(year: int, told: Told) -> Stretch:
    """ "the 2016 period": the quarter that the text is in, of that year; else the year."""
    if told.stretch is None or told.stretch.unit is not TimeUnit.QUARTER:
        return cal.year(year)
    return cal.quarter(year, (told.stretch.start.month + 2) // 3)


_PARTS_OF_YEAR = (6, 9)
"""Months that firms sum up beside a quarter: "for the nine months … a year earlier" compares years."""


def over_quarter(expression: TimeExpression, told: Told, published: Published) -> Told:
    """A figure of six or nine months ends the talk of a quarter."""
    summed = expression.unit is TimeUnit.MONTH and expression.amount in _PARTS_OF_YEAR
    if not summed or told.stretch is None or told.stretch.unit is not TimeUnit.QUARTER:
        return told
    return replace(told, stretch=cal.year((published.end or told.stretch.end).year))


def narrative(expression: TimeExpression, published: Published, told: Told) -> Stretch | None:
    """Counted from the day that the text told last; a time of day is on that day, or on the day of
    publication.
    """
    day = told.day
    if expression.form is TimeForm.CLOCK:
        if day is None and published.start is not None and published.start == published.end:
            day = published.start
        return cal.day(day) if day is not None else None
    if expression.amount is None or expression.unit is None:
        return None
    if expression.rule == "year_earlier" and not _in_quarter(told):
        return cal.year(published.end.year + expression.amount) if published.end is not None else None
    if expression.rule == "in_unit" and _is_stale(told.day, published):
        return (
            cal.day(published.end) if published.end is not None and published.start == published.end else None
        )
    if told.stretch is None:
        return None
    coarse = expression.unit not in (TimeUnit.DAY, TimeUnit.HOUR, TimeUnit.MINUTE)
    if day is None and not coarse:
        return None
    anchor = told.stretch if coarse or day is None else cal.day(day)
    return reading.shifted(expression.unit, expression.amount, anchor)


_STALE = timedelta(10)
"""News goes on about the days before it; "earlier in the day" is never of an older day told as background."""


def _is_stale(day: date | None, published: Published) -> bool:
    return day is None or (published.end is not None and published.end - day > _STALE)


def _in_quarter(told: Told) -> bool:
    return told.stretch is not None and told.stretch.unit is TimeUnit.QUARTER
