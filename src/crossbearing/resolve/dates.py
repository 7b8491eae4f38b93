"""Put time expressions on the calendar, with the whole report in view: its date of publication and what it
told before.

What cannot be put there stays unknown: its mention has a TIMEX value with X in it and no date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossbearing.model import (
    Basis,
    DatePrecision,
    DateValue,
    Mention,
    MentionKind,
    Part,
    PartKind,
    Published,
    Report,
    Sentence,
)
from crossbearing.model.timexes import (
    CalendarParts,
    Direction,
    TimeAnchor,
    TimeExpression,
    TimeForm,
    TimeUnit,
)
from crossbearing.resolve import dates_calendar as cal
from crossbearing.resolve import dates_reading as reading
from crossbearing.resolve.dates_calendar import Stretch
from crossbearing.resolve.dates_published import infer_published as infer_published
from crossbearing.resolve.dates_reading import Told
from crossbearing.resolve.dates_told import after, narrative, over_quarter, same_quarter
from crossbearing.resolve.dates_values import timex_of

_NEAR = 100
"""How many characters back a year in words lends itself to a month or day without one, where the report's
own year is known and no sentences are given."""

_NOT_TOLD = frozenset({PartKind.FURNITURE, PartKind.PRESS_HEAD, PartKind.BYLINE, PartKind.DATELINE})
"""Parts whose dates are about the report and not about what it tells."""


def resolve_times(
    report: Report, sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]
) -> tuple[Mention, ...]:
    """A time mention for every expression, in order, with its TIMEX and, where it can be known, its date."""
    told = Told()
    year_at: int | None = None
    mentions = []
    entries = [p for p in report.parts if p.stamp is not None]
    entry: Part | None = None
    for expression in expressions:
        here = next((p for p in entries if p.start <= expression.start < p.end), None)
        if here is not entry:
            entry, told = (
                here,
                Told(),
            )  # live pages run backwards: nothing told above counts for what is below
        published = _posted(here, report.published)
        if expression.form is TimeForm.DURATION:
            told = over_quarter(expression, told, published)
        if published.known and not _year_is_near(year_at, expression.start, sentences):
            told = replace(told, year=None)
        stretch = locate(expression, published, told)
        if expression.rule == "overnight":
            stretch = _night(expression, expressions, sentences, published, told) or stretch
        mentions.append(_mention(expression, stretch, published))
        if stretch is not None and report.part_at(expression.start) not in _NOT_TOLD:
            told = after(expression, stretch, told, published)
            if expression.parts.year is not None:
                year_at = expression.start
    return tuple(mentions)


def _posted(entry: Part | None, published: Published) -> Published:
    """When the entry of a live page was posted; when the report was published, for all other text."""
    if entry is None or entry.stamp is None or entry.stamp.day is None:
        return published
    return Published(entry.stamp.day, entry.stamp.day, Basis.BYLINE)


def _year_is_near(year_at: int | None, position: int, sentences: Sequence[Sentence]) -> bool:
    """True when a year at ``year_at`` stands in the same sentence."""
    if year_at is None:
        return False
    if not sentences:
        return position - year_at <= _NEAR
    return not any(year_at < s.start <= position for s in sentences)


def locate(expression: TimeExpression, published: Published, told: Told) -> Stretch | None:
    """The days that an expression means, before "since" or "early" narrow them; None when they cannot be
    known.
    """
    if not reading.readable(expression):
        return None
    if expression.value in ("PAST_REF", "FUTURE_REF") and expression.form is TimeForm.SHIFT:
        return None
    if expression.anchor is TimeAnchor.NARRATIVE and expression.form is TimeForm.CALENDAR:
        return _from_told(expression, published, told)
    if expression.anchor is TimeAnchor.NARRATIVE or expression.form is TimeForm.CLOCK:
        return narrative(expression, published, told)
    if expression.rule == "year_period" and expression.parts.year is not None:
        return same_quarter(expression.parts.year, told)
    constant = _constant(expression, published.end)
    if constant is not None:
        return constant
    return _read_between(expression, published, told)


def _night(
    expression: TimeExpression,
    expressions: Sequence[TimeExpression],
    sentences: Sequence[Sentence],
    published: Published,
    told: Told,
) -> Stretch | None:
    """ "overnight" is the night into the day on which somebody says so, else into the report's."""
    sayings = (e for e in expressions if e.of_saying and _together(expression.start, e.start, sentences))
    days = (locate(e, published, told) for e in sayings)
    told_on = next((d for d in days if d is not None and d.unit is TimeUnit.DAY and d.days == 1), None)
    day = told_on or (
        cal.day(published.end) if published.end is not None and published.start == published.end else None
    )
    return Stretch(day.start - timedelta(1), day.end, TimeUnit.DAY) if day is not None else None


def _together(one: int, two: int, sentences: Sequence[Sentence]) -> bool:
    """True when both positions lie in one sentence."""
    first, last = sorted((one, two))
    return last - first <= 2 * _NEAR and not any(first < s.start <= last for s in sentences)


def _from_told(expression: TimeExpression, published: Published, told: Told) -> Stretch | None:
    """ "the previous Friday", "the following spring": counted from the day that the text told last."""
    if told.day is not None:
        return _read_on(expression, told.day, told)
    if told.stretch is not None and expression.unit is not TimeUnit.DAY:
        return _read_on(expression, told.stretch.start, told)
    return _read_between(expression, published, told)


def _constant(expression: TimeExpression, published: date | None) -> Stretch | None:
    """What needs no anchor: full dates, years, ranges with a year, Hijri dates."""
    if expression.form is not TimeForm.CALENDAR:
        return None
    parts = expression.parts
    if expression.rule == "hijri":
        if parts.year is None or parts.month is None or parts.day is None:
            return None
        return cal.day(cal.hijri_to_date(parts.year, parts.month, parts.day))
    first = reading.fixed(parts)
    if first is None or expression.until is None:
        return first
    if expression.rule == "slashed":
        other = reading.fixed(expression.until)
        ahead = published is not None and first.start > published + timedelta(1) >= (other or first).start
        return other if ahead else first  # 05/03/2019 in a report of April is month first
    return _joined(first, reading.fixed(expression.until))


def _joined(first: Stretch, last: Stretch | None) -> Stretch | None:
    if last is None or last.end < first.start:
        return first
    return Stretch(first.start, last.end, first.unit)


def _read_on(expression: TimeExpression, anchor: date, told: Told) -> Stretch | None:
    """The expression read on one day."""
    if expression.form is TimeForm.CALENDAR:
        first = reading.calendar(expression, anchor, told, expression.parts)
        if first is None or expression.until is None:
            return first
        return _range_end(expression, first, told)
    if expression.form is TimeForm.STRETCH:
        return reading.running(expression, cal.day(anchor))
    if expression.unit is None or expression.amount is None:
        return None
    if expression.unit is TimeUnit.WEEKEND and expression.rule == "the_weekend":
        return reading.weekend_near(anchor, expression.direction)
    if expression.unit is TimeUnit.QUARTER and expression.rule in ("the_quarter", "current_unit"):
        return cal.quarter_shift(anchor, -1)  # firms tell of the quarter that is over
    years_ago = expression.rule == "count_ago" and expression.unit is TimeUnit.YEAR
    if years_ago and told.stretch is not None and told.stretch.unit is TimeUnit.QUARTER:
        # "a year ago" beside a quarter is that quarter of last year
        return reading.shifted(TimeUnit.YEAR, expression.amount, told.stretch)
    found = reading.shifted(expression.unit, expression.amount, cal.day(anchor))
    if found is not None and expression.rule == "weekday_week" and expression.parts.weekday is not None:
        return cal.day(found.start + timedelta(expression.parts.weekday))
    return found


def _range_end(expression: TimeExpression, first: Stretch, told: Told) -> Stretch | None:
    """The far end of a range: the weekday, day or month that follows the near one."""
    assert expression.until is not None
    parts = expression.until
    if parts.weekday is not None and parts.month is None:
        on = (parts.weekday - first.start.weekday()) % 7
        return Stretch(first.start, first.start + timedelta(on), TimeUnit.DAY)
    return _joined(
        first,
        reading.calendar(expression, first.start, told, replace(parts, year=parts.year or first.start.year)),
    )


def _read_between(expression: TimeExpression, published: Published, told: Told) -> Stretch | None:
    """The expression read on every day on which the report may have been published.

    Where all the days agree, that is the answer; where they differ by little, the days from the first to
    the last.
    """
    start, end = published.start, published.end
    if start is None or end is None:
        return _from_text(expression, told)
    if start == end or published.basis is not Basis.INFERRED:
        # a week that the outlet states (a digest, a weekly) tells of the days up to its first
        return _read_on(expression, start, told)
    if (end - start).days > 366:
        return _from_text(expression, told)
    step = max(1, (end - start).days // 31)
    days = [start + timedelta(n) for n in range(0, (end - start).days + 1, step)]
    found = [_read_on(expression, d, told) for d in (*days, end)]
    known = [s for s in found if s is not None]
    if not known or len(known) < len(found):
        return None
    first, last = min(s.start for s in known), max(s.end for s in known)
    if all(s == known[0] for s in known):
        return known[0]
    if known[0].unit is TimeUnit.DAY and (last - first).days > 10:
        return _from_text(expression, told)
    return Stretch(first, last, TimeUnit.WEEK if known[0].unit is TimeUnit.DAY else known[0].unit)


def _from_text(expression: TimeExpression, told: Told) -> Stretch | None:
    """Without a date of publication: a weekday in the week after the day told last, a month or day in the
    year told.
    """
    parts = expression.parts
    if expression.form is not TimeForm.CALENDAR or expression.year_shift is not None:
        return None
    if parts.weekday is not None and parts.month is None:
        if told.day is None or expression.amount is not None or expression.direction is Direction.FUTURE:
            return None
        return cal.day(told.day + timedelta((parts.weekday - told.day.weekday()) % 7))
    if told.year is None or expression.amount is not None:
        return None
    first = _in_told_year(parts, told.year)
    if first is None or expression.until is None:
        return first
    return _joined(first, _in_told_year(expression.until, told.year))


_FITTING_YEARS = 4
"""A date falls on the same weekday again after five, six or eleven years: of four at most one fits."""


def _in_told_year(parts: CalendarParts, year: int) -> Stretch | None:
    """The parts in that year; a day with its weekday in the first year from that one on that fits both."""
    if parts.weekday is None or parts.month is None or parts.day is None:
        return reading.fixed(replace(parts, year=year))
    for number in range(year, year + _FITTING_YEARS):
        found = cal.day_of(number, parts.month, parts.day)
        if found is not None and found.weekday() == parts.weekday:
            return cal.day(found)
    return None


def _mention(expression: TimeExpression, stretch: Stretch | None, published: Published) -> Mention:
    return Mention(
        kind=MentionKind.TIME,
        span=expression.span,
        text=expression.text,
        timex=timex_of(expression, stretch),
        date=_date_of(expression, stretch, published),
    )


def _date_of(expression: TimeExpression, stretch: Stretch | None, published: Published) -> DateValue | None:
    if stretch is None:
        return None
    narrow = reading.narrowed(stretch, expression.edge, published.end)
    single = published.start if published.start == published.end else None
    narrow = _loosened(expression, narrow, single)
    precision = cal.precision_of(narrow.start, narrow.end)
    if stretch.unit is TimeUnit.WEEK and precision is DatePrecision.DAY:
        precision = DatePrecision.WEEK
    return DateValue(narrow.start, narrow.end, precision, expression.text)


def _loosened(expression: TimeExpression, stretch: Stretch, day: date | None) -> Stretch:
    """ "ten days ago" is about ten days ago, "a week ago" a day more or less; "the past week" runs up to
    today.
    """
    if (
        day is not None
        and expression.rule == "unit_shift"
        and expression.text.lower().startswith(("the past", "the last"))
    ):
        return reading.running(replace(expression, direction=Direction.PAST), cal.day(day)) or stretch
    weeks = abs(expression.amount or 0)
    if (
        day is not None
        and expression.rule == "count_ago"
        and expression.unit is TimeUnit.WEEK
        and 1 <= weeks <= 8
    ):
        around, room = day - timedelta(7 * weeks), 1 if weeks == 1 else 3
        return Stretch(around - timedelta(room), around + timedelta(room), TimeUnit.WEEK)
    if (
        expression.rule == "count_ago"
        and expression.unit is TimeUnit.DAY
        and abs(expression.amount or 0) >= 7
    ):
        return Stretch(stretch.start - timedelta(2), stretch.end + timedelta(2), TimeUnit.WEEK)
    return stretch


def combine(mentions: Sequence[Mention]) -> DateValue | None:
    """The days that all the dated mentions allow ("Tuesday" and "8 March"), or None when there are none."""
    dates = [
        m.date for m in mentions if m.date is not None and m.date.start is not None and m.date.end is not None
    ]
    if not dates:
        return None
    start = max(d.start for d in dates if d.start is not None)
    end = min(d.end for d in dates if d.end is not None)
    if end < start:
        return None
    text = min(dates, key=lambda d: (d.end or end) - (d.start or start)).text
    return DateValue(start, end, cal.precision_of(start, end), text)


__all__ = ["combine", "infer_published", "locate", "resolve_times"]
