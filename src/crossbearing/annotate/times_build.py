"""Read the matched words of a time pattern into a TimeExpression. One builder for each way of reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crossbearing.annotate.times_words import Word
from crossbearing.model import Span, TimexType
from crossbearing.model.timexes import (
    CalendarParts,
    Direction,
    Edge,
    TimeAnchor,
    TimeExpression,
    TimeForm,
    TimeUnit,
)
from crossbearing.vocab.calendar import calendar_words

MONTHS = frozenset({"MONTH", "MONTHWORD", "MONTHABBR"})
WEEKDAYS = frozenset({"WEEKDAY", "WEEKDAYABBR", "WEEKDAYS"})
SEASONS = frozenset({"SEASON", "SEASONWORD"})
UNITS = frozenset({"UNIT", "UNITS", "QUARTER", "CLOCKUNIT"})
DAYPARTS = frozenset({"PART", "PARTS", "MOMENT", "OVERNIGHT"})
SHIFTS = frozenset({"THIS", "LAST", "NEXT", "PAST", "PREVIOUS", "FOLLOWING", "COMING"})
EDGES = {
    "EARLY": Edge.START, "START": Edge.START, "LATE": Edge.END, "END": Edge.END, "MID": Edge.MID,
    "MIDDLE": Edge.MID,
    "EARLIER": Edge.EARLIER, "LATER": Edge.LATER,
}  # fmt: skip
SAYING = frozenset(
    {
        "said",
        "says",
        "say",
        "told",
        "announced",
        "reported",
        "stated",
        "confirmed",
        "declared",
        "claimed",
        "statement",
    }
)
"""Verbs just before a time expression that make it the time of saying."""
STARTING = frozenset({"starting", "effective"})
NOON = {"noon": "12:00", "midday": "12:00", "noontime": "12:00", "midnight": "24:00"}


@dataclass(frozen=True, slots=True)
class Match:
    """The words that a pattern matched, the words before them (nearest last) and the one after."""

    rule: str
    words: tuple[Word, ...]
    before: tuple[Word, ...]
    after: Word | None
    direction: Direction | None

    def first(self, *kinds: str) -> Word | None:
        return next((w for w in self.words if w.kind in kinds), None)

    def has(self, *kinds: str) -> bool:
        return any(w.kind in kinds for w in self.words)


Builder = Callable[[Match], TimeExpression | None]


def _int(word: Word | None) -> int | None:
    return int(word.value) if word is not None else None


def base(match: Match, form: TimeForm, kind: TimexType = TimexType.DATE) -> TimeExpression:
    """An expression with nothing read yet but where it stands, its direction, and "since" or "until" before
    it.
    """
    start, end = match.words[0].start, match.words[-1].end
    edge = None
    previous = match.before[-1].kind if match.before else ""
    direction = match.direction
    if previous == "SINCE":
        edge, direction = Edge.SINCE, Direction.PAST
    elif previous == "UNTIL":
        edge = Edge.UNTIL
    near = {w.text for w in match.before}
    of_day = match.has(*WEEKDAYS, "DAYNUM", "HOURNUM", "ORDINAL")
    if match.after is not None and match.after.kind == "APOS" and match.has("WEEKDAY"):
        direction = Direction.PAST  # "would appeal Wednesday's ruling"
    elif (
        (previous == "BY" and direction is None) or (previous in ("FOR", "AS") and of_day) or near & STARTING
    ):
        direction = (
            Direction.FUTURE
        )  # "by Friday", "a strike for Saturday", "as early as Friday", "starting Friday"
    return TimeExpression(
        Span(start, end),
        "",
        match.rule,
        kind,
        form,
        edge=edge,
        direction=direction,
        of_saying=bool(near & SAYING),
    )


def trim(match: Match) -> Match:
    """Without words at either end that are no part of the expression ("from", "on", "about", commas)."""
    words = list(match.words)
    while words and words[0].kind in {"FROM", "BETWEEN", "ON", "COMMA"}:
        words.pop(0)
    while words and words[-1].kind in {"COMMA", "HYPHEN", "OF"}:
        words.pop()
    return replace(match, words=tuple(words))


def clock_of(words: Sequence[Word]) -> str | None:
    """The time of day as HH:MM, from "19:40", "5:40 p.m.", "5 pm", "noon"."""
    for i, word in enumerate(words):
        after = next((w for w in words[i + 1 : i + 3] if w.kind != "HYPHEN"), None)
        half = int(after.value) if after is not None and after.kind == "AMPM" else None
        if word.kind == "CLOCK":
            hour, minute = (int(n) for n in word.text.replace(".", ":").split(":")[:2])
        elif word.kind in {"HOURNUM", "NUMWORD"} and after is not None and after.kind in {"AMPM", "OCLOCK"}:
            hour, minute = int(word.value), 0
        elif word.text in NOON:
            return NOON[word.text]
        else:
            continue
        if half is not None and hour <= 12:
            hour = hour % 12 + half
        return f"{hour:02d}:{minute:02d}"
    return None


def _day_word(words: Sequence[Word]) -> Word | None:
    """The number that is the day of the month, not the hour of a clock time."""
    for i, word in enumerate(words):
        if word.kind in {"DAYNUM", "HOURNUM", "ORDINAL", "ORDWORD", "SECOND"}:
            after = words[i + 1].kind if i + 1 < len(words) else ""
            near = {w.kind for w in words[max(0, i - 2) : i + 3]}
            if after not in {"AMPM", "OCLOCK"} and near & MONTHS:
                return word
    return None


def parts_of(words: Sequence[Word]) -> CalendarParts:
    """The calendar parts that the words name."""

    def one(kinds: frozenset[str] | set[str]) -> Word | None:
        return next((w for w in words if w.kind in kinds), None)

    day, season = _day_word(words), one(SEASONS)
    ordinal, holiday, decade = one({"ORDWORD", "SECOND", "ORDINAL"}), one({"HOLIDAY"}), one({"DECADE"})
    quarter = ordinal if one({"QUARTER"}) else one({"QNUM"})
    word_decade = one({"DECADEWORD"})
    tens = next((w for w in words if w.kind == "TENWORD"), None)
    day_value = _int(day)
    if day is not None and tens is not None and day.kind in {"ORDWORD", "SECOND"}:
        day_value = int(tens.value) + int(day.value)
    return CalendarParts(
        year=_int(one({"YEAR"})) or spoken_year_of(words),
        month=_int(one(MONTHS)),
        day=day_value,
        weekday=_int(one(WEEKDAYS)),
        quarter=_int(quarter),
        season=str(season.value) if season else None,
        holiday=str(holiday.value) if holiday else None,
        decade=_int(decade) if decade else (190 + int(word_decade.value) if word_decade else None),
    )


def spoken_year_of(words: Sequence[Word]) -> int | None:
    """1994 for "nineteen ninety-four"; None when no year is spoken."""
    tens = next((i for i, w in enumerate(words) if w.kind == "TENWORD" and i), None)
    if tens is None or int(words[tens - 1].value) != 19 or words[tens - 1].kind != "NUMWORD":
        return None
    return 1900 + sum(int(w.value) for w in words[tens : tens + 3] if w.kind in {"TENWORD", "NUMWORD"})


def grain_of(parts: CalendarParts) -> TimeUnit:
    """The grain of what the parts name."""
    if parts.day is not None or parts.weekday is not None or parts.holiday is not None:
        return TimeUnit.DAY
    if parts.month is not None:
        return TimeUnit.MONTH
    if parts.quarter is not None:
        return TimeUnit.QUARTER
    if parts.season is not None:
        return TimeUnit.SEASON
    return TimeUnit.DECADE if parts.decade is not None else TimeUnit.YEAR


def edge_of(match: Match, given: Edge | None) -> Edge | None:
    word = match.first(*EDGES)
    if word is None or match.has("CLOCKUNIT"):
        return given
    return given or EDGES[word.kind]


def part_of_day(match: Match) -> str | None:
    word = match.first(*DAYPARTS)
    if word is not None:
        return str(word.value)
    return "MO" if match.has("CLOCKUNIT") and match.has("EARLY") else None


def _year_shift(words: Sequence[Word]) -> int | None:
    """-1 for "May last year", 0 for "May this year"; None when no year is counted."""
    for this, unit in pairwise(words):
        if unit.kind == "UNIT" and unit.value == "Y" and this.kind in SHIFTS:
            return int(this.value)
    return None


def calendar(match: Match) -> TimeExpression | None:
    """Anything that names parts of the calendar."""
    match = trim(match)
    words = match.words
    if words[0].kind == "ISO":
        return _iso(match)
    if match.has("SLASHED"):
        return _slashed(match)
    expression = base(match, TimeForm.CALENDAR)
    parts, shift_year = parts_of(words), _year_shift(words)
    shift = next((w for w in words if w.kind in SHIFTS), None) if shift_year is None else None
    clock, part = clock_of(words), part_of_day(match)
    return replace(
        expression,
        anchor=TimeAnchor.NARRATIVE if match.has("PREVIOUS", "FOLLOWING") else expression.anchor,
        parts=parts,
        unit=grain_of(parts),
        amount=_int(shift),
        year_shift=shift_year,
        edge=edge_of(match, expression.edge),
        clock=clock,
        day_part=part,
        type=TimexType.TIME if clock or part else TimexType.DATE,
    )


def _iso(match: Match) -> TimeExpression | None:
    text = match.words[0].text
    year, month, day = (int(n) for n in text[:10].split("-"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    clock = text[11:16] if len(text) > 10 else None
    parts = CalendarParts(year, month, day)
    kind = TimexType.TIME if clock else TimexType.DATE
    return replace(base(match, TimeForm.CALENDAR), parts=parts, unit=TimeUnit.DAY, clock=clock, type=kind)


def _slashed(match: Match) -> TimeExpression | None:
    """Day first, unless only month first is a date; ``until`` keeps the other reading when both are dates."""
    word = match.first("SLASHED")
    assert word is not None
    a, b, c = (int(n) for n in word.text.replace(".", "/").split("/"))
    if a > 31:
        a, b, c = c, b, a
    year = c if c > 99 else (2000 + c if c < 60 else 1900 + c)
    readings = [CalendarParts(year, m, d) for d, m in ((a, b), (b, a)) if 1 <= m <= 12 and 1 <= d <= 31]
    if not readings or not 1900 <= year <= 2099:
        return None
    other = readings[1] if len(readings) > 1 and readings[1] != readings[0] else None
    weekday = match.first("WEEKDAY", "WEEKDAYABBR")
    first = replace(readings[0], weekday=_int(weekday))
    return replace(base(match, TimeForm.CALENDAR), parts=first, until=other, unit=TimeUnit.DAY)


YEAR_BEFORE = frozenset(
    {"IN", "SINCE", "OF", "BY", "UNTIL", "FROM", "TO", "LATE", "EARLY", "MID", "DURING", "AND", "OPEN",
    "BETWEEN",
     "BEFORE", "AFTER", "OVER", "THE", "COMMA", "OR", "THAN"}
)  # fmt: skip


def bare_year(match: Match) -> TimeExpression | None:
    """A number of four digits that can only be a year: not an amount, not a count, not a number plate."""
    before = match.before[-1] if match.before else None
    after = match.after.kind if match.after else "BREAK"
    if after in {"COUNTED", "MONEY", "SLASH", "UNITS", "CLOCKUNIT"} or (
        before and before.kind in {"MONEY", "NUMBER", "SLASH"}
    ):
        return None
    if after == "HYPHEN" and match.after and match.after.end == match.after.start:
        return None
    if before is not None and before.text in calendar_words().numbered:
        return None
    value = int(match.words[0].value)
    likely = before is None or before.kind in YEAR_BEFORE
    if not likely and not 1900 <= value <= 2050:
        return None
    if not likely and before is not None and before.kind in {"HYPHEN", "ABOUT", "UPTO", "HUNDRED"}:
        return None
    return replace(base(match, TimeForm.CALENDAR), parts=CalendarParts(year=value), unit=TimeUnit.YEAR)


def ordinal_day(match: Match) -> TimeExpression | None:
    """ "the 16th": a day of the month that the text is in."""
    word = match.first("ORDINAL")
    return replace(base(match, TimeForm.CALENDAR), parts=CalendarParts(day=_int(word)), unit=TimeUnit.DAY)


def century(match: Match) -> TimeExpression | None:
    unit, number = match.first("UNIT"), match.first("ORDINAL", "ORDWORD", "SECOND")
    if unit is None or number is None or unit.value != "C":
        return None
    parts = CalendarParts(century=int(number.value) - 1)
    return replace(
        base(match, TimeForm.CALENDAR), parts=parts, unit=TimeUnit.CENTURY, edge=edge_of(match, None)
    )


def hijri(match: Match) -> TimeExpression | None:
    """A Hijri date: its parts are in the Islamic calendar; ``rule`` says so to the resolver."""
    month, year = match.first("HIJRI"), match.words[-1]
    day = match.first("HOURNUM", "DAYNUM", "ORDINAL")
    if not 1300 <= int(year.value) <= 1500:
        return None
    parts = CalendarParts(int(year.value), _int(month), _int(day))
    return replace(base(match, TimeForm.CALENDAR), parts=parts, unit=TimeUnit.DAY)


_JOINS = frozenset({"TO", "AND", "HYPHEN", "UNTIL", "SLASH"})


_AND_RANGES = frozenset({"day_range", "day_range_month_first"})
"""Where "and" joins two days of one month to one date ("3 and 4 May"); "Monday and Friday" are two."""


def range_(match: Match) -> TimeExpression | None:
    """Two ends: what one end leaves out it takes from the other ("3-5 May": both are in May)."""
    between = match.has("BETWEEN")
    match = trim(match)
    joint = next((i for i, w in enumerate(match.words) if w.kind in _JOINS), None)
    if joint is None or (match.words[joint].kind == "AND" and not between and match.rule not in _AND_RANGES):
        return None
    left, right = _ends(match.words[:joint], match.words[joint + 1 :])
    expression = base(match, TimeForm.CALENDAR)
    return replace(expression, parts=left, until=right, unit=grain_of(left), day_part=part_of_day(match))


def _ends(left: Sequence[Word], right: Sequence[Word]) -> tuple[CalendarParts, CalendarParts]:
    a, b = parts_of(left), parts_of(right)
    days = {"DAYNUM", "HOURNUM", "ORDINAL"}
    if a.day is None:
        a = replace(a, day=next((int(w.value) for w in left if w.kind in days), None))
    if b.day is None:
        b = replace(b, day=next((int(w.value) for w in right if w.kind in days), None))
    return (
        replace(a, month=a.month or b.month, year=a.year or b.year),
        replace(b, month=b.month or a.month, year=b.year or a.year),
    )


def weekday_week(match: Match) -> TimeExpression | None:
    """ "Friday last week": a weekday of a week counted from the anchor's."""
    unit, shift, day = match.words[-1], match.words[-2], match.words[0]
    if unit.value != "W":
        return None
    expression = base(match, TimeForm.SHIFT)
    return replace(
        expression,
        anchor=TimeAnchor.PUBLISHED,
        parts=CalendarParts(weekday=_int(day)),
        unit=TimeUnit.WEEK,
        amount=_int(shift),
    )
