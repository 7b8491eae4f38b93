"""Builders for expressions that count from an anchor, say how long or how often, or only point ("now")."""

from __future__ import annotations

from dataclasses import replace

from crossbearing.annotate import times_build as build
from crossbearing.annotate.times_build import Builder, Match, base, clock_of, edge_of, part_of_day
from crossbearing.annotate.times_words import Word
from crossbearing.model import TimexType
from crossbearing.model.timexes import (
    CalendarParts,
    Direction,
    TimeAnchor,
    TimeExpression,
    TimeForm,
    TimeUnit,
)
from crossbearing.vocab.calendar import calendar_words

_CLOCK_UNITS = frozenset({TimeUnit.HOUR, TimeUnit.MINUTE, TimeUnit.SECOND})
_NUMBERS = frozenset({"NUMWORD", "HOURNUM", "DAYNUM", "NUMBER", "TENWORD", "HUNDRED", "A", "YEAR"})


def _unit(match: Match) -> TimeUnit | None:
    words = [w for w in match.words if w.kind in build.UNITS]
    return TimeUnit(str(words[-1].value)) if words else None


def count_of(words: tuple[Word, ...]) -> int | None:
    """How many, or None when the words do not tell ("several")."""
    if any(w.kind == "VAGUE" for w in words):
        return 2 if any(w.text == "couple" for w in words) else None
    if any(w.kind == "SLASH" for w in words):  # "5 1/2"
        return next(int(w.value) for w in words if w.kind == "HOURNUM")
    total = 0
    for word in words:
        if word.kind == "HUNDRED":
            total = max(total, 1) * int(word.value)
        elif word.kind in _NUMBERS and not (word.kind == "A" and total):
            total += int(word.value)
    return total or None


def duration_value(unit: TimeUnit, amount: int | None, half: bool = False) -> str:
    """TimeML's value of a stretch: P3D, PT72H, P2W, PXY; decades and centuries in years."""
    scale = {TimeUnit.DECADE: 10, TimeUnit.CENTURY: 100, TimeUnit.QUARTER: 3, TimeUnit.FORTNIGHT: 2}.get(
        unit, 1
    )
    letter = {
        TimeUnit.DECADE: "Y",
        TimeUnit.CENTURY: "Y",
        TimeUnit.FORTNIGHT: "W",
        TimeUnit.QUARTER: "M",
        TimeUnit.SEASON: "M",
        TimeUnit.WEEKEND: "WE",
    }.get(unit, unit.value[-1])
    prefix = "PT" if unit in _CLOCK_UNITS else "P"
    if amount is None:
        return f"{prefix}X{ {TimeUnit.DECADE: 'E', TimeUnit.CENTURY: 'C'}.get(unit, letter) }"
    if half and unit in (TimeUnit.YEAR, TimeUnit.HOUR, TimeUnit.DAY):
        rest = {TimeUnit.YEAR: "6M", TimeUnit.HOUR: "30M", TimeUnit.DAY: "T12H"}[unit]
        return (
            f"{prefix}{amount}{letter}{rest}" if amount else f"{'PT' if unit is TimeUnit.HOUR else 'P'}{rest}"
        )
    return f"{prefix}{amount * scale}{letter}"


def day_shift(match: Match) -> TimeExpression | None:
    """today, yesterday, tomorrow, tonight, last night, overnight, this morning."""
    match = build.trim(match)
    word = match.first("DAYWORD")
    amount = int(word.value) if word else 0
    part = part_of_day(match)
    if word is None and match.has("LAST"):
        amount = -1
    if match.has("TONIGHT"):
        part = "NI"
    expression = base(
        match, TimeForm.SHIFT, TimexType.TIME if part or clock_of(match.words) else TimexType.DATE
    )
    return replace(
        expression,
        anchor=TimeAnchor.PUBLISHED,
        unit=TimeUnit.DAY,
        amount=amount,
        day_part=part,
        clock=clock_of(match.words),
    )


def two_days(match: Match) -> TimeExpression | None:
    """the day before yesterday, the day after tomorrow."""
    step, word = match.first("BEFORE", "AFTER"), match.first("DAYWORD")
    if step is None or word is None or match.first("UNIT", "UNITS") is None:
        return None
    amount = int(word.value) + int(step.value)
    return replace(base(match, TimeForm.SHIFT), anchor=TimeAnchor.PUBLISHED, unit=TimeUnit.DAY, amount=amount)


def _counted(match: Match, sign: int, anchor: TimeAnchor) -> TimeExpression | None:
    at = next((i for i, w in enumerate(match.words) if w.kind in build.UNITS), None)
    if at is None:
        return None
    unit = TimeUnit(str(match.words[at].value))
    count = count_of(match.words[:at])  # "a week or two ago": the two is beyond the unit
    expression = replace(base(match, TimeForm.SHIFT), anchor=anchor, unit=unit, amount=None)
    if count is None:
        return replace(expression, value="PAST_REF" if sign < 0 else "FUTURE_REF")
    kind = TimexType.TIME if unit in _CLOCK_UNITS else TimexType.DATE
    return replace(expression, amount=sign * count, type=kind)


def ago(match: Match) -> TimeExpression | None:
    return _counted(match, -1, TimeAnchor.PUBLISHED)


def hence(match: Match) -> TimeExpression | None:
    return _counted(match, 1, TimeAnchor.PUBLISHED)


def narrative_count(match: Match) -> TimeExpression | None:
    """two days later, a day earlier, the day before, the week after, year-earlier."""
    step = match.first("BEFORE", "AFTER", "EARLIER", "LATER", "AGO")
    if step is None:
        return None
    part = match.first("PART")
    if part is not None:
        expression = base(match, TimeForm.SHIFT, TimexType.TIME)
        return replace(
            expression,
            anchor=TimeAnchor.NARRATIVE,
            unit=TimeUnit.DAY,
            amount=int(step.value),
            day_part=str(part.value),
        )
    if not match.has("A", "THE", *_NUMBERS, "VAGUE", "HYPHEN"):
        return None
    # "three days after the attack" says how far from the attack, not when
    if (
        step.kind in {"AFTER", "BEFORE"}
        and match.has(*_NUMBERS)
        and match.after
        and match.after.kind not in {"BREAK", "COMMA", "DOT"}
    ):
        return None
    single = match.has("THE") or match.has("HYPHEN")
    expr = _counted(match, int(step.value), TimeAnchor.NARRATIVE)
    if expr is not None and single and not match.has(*_NUMBERS):
        return replace(expr, amount=int(step.value), value=None)
    return expr


def unit_shift(match: Match) -> TimeExpression | None:
    """last week, this year, earlier this month, the end of the year."""
    words = [w for w in match.words if w.kind in build.SHIFTS]
    unit = _unit(match)
    if unit is None:
        return None
    if unit is TimeUnit.DAY and not words:
        return None
    plural = match.has("UNITS")
    if plural:
        return None
    expression = base(match, TimeForm.SHIFT)
    anchor = TimeAnchor.NARRATIVE if match.has("THAT") else TimeAnchor.PUBLISHED
    return replace(
        expression,
        anchor=anchor,
        unit=unit,
        amount=int(words[0].value) if words else 0,
        edge=edge_of(match, expression.edge),
    )


def in_unit(match: Match) -> TimeExpression | None:
    """Earlier in the week (this one); later in the day, late in the evening (of the day told last)."""
    part = match.first("PART")
    unit = TimeUnit.DAY if part else _unit(match)
    if unit is None:
        return None
    told = unit is TimeUnit.DAY or match.has("SAME")
    expression = base(match, TimeForm.SHIFT, TimexType.TIME if part else TimexType.DATE)
    return replace(
        expression,
        anchor=TimeAnchor.NARRATIVE if told else TimeAnchor.PUBLISHED,
        unit=unit,
        amount=0,
        edge=edge_of(match, expression.edge),
        day_part=str(part.value) if part else None,
    )


def weekend(match: Match) -> TimeExpression | None:
    """ "at the weekend": the last one in the past, the next one in the future."""
    if _unit(match) is not TimeUnit.WEEKEND:
        return None
    expression = base(match, TimeForm.SHIFT)
    return replace(expression, anchor=TimeAnchor.PUBLISHED, unit=TimeUnit.WEEKEND, amount=0)


def spoken_year(match: Match) -> TimeExpression | None:
    """nineteen ninety-six; "twenty sixteen" is not one of these (it has no ten)."""
    number = build.spoken_year_of(match.words)
    if number is None:
        return None
    return replace(base(match, TimeForm.CALENDAR), parts=CalendarParts(year=number), unit=TimeUnit.YEAR)


def stretch(match: Match) -> TimeExpression | None:
    """the past two weeks, the next three days, recent days."""
    unit = _unit(match)
    if unit is None:
        return None
    sign = 1 if match.has("NEXT", "COMING", "FOLLOWING") else -1
    count = count_of(match.words)
    anchor = TimeAnchor.NARRATIVE if match.has("PREVIOUS", "FOLLOWING") else TimeAnchor.PUBLISHED
    expression = replace(base(match, TimeForm.STRETCH, TimexType.DURATION), anchor=anchor, unit=unit)
    if count is None and (match.has("COMING") or (match.has("RECENT") and unit is TimeUnit.YEAR)):
        ref = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return replace(
            expression,
            value=ref,
            type=TimexType.DATE,
            amount=None,
            direction=Direction.PAST if sign < 0 else Direction.FUTURE,
        )
    return replace(
        expression,
        amount=sign * count if count else None,
        value=duration_value(unit, count),
        direction=Direction.PAST if sign < 0 else Direction.FUTURE,
    )


def narrative(match: Match) -> TimeExpression | None:
    """the next day, the previous night, the same evening, that day."""
    shift = match.first("NEXT", "FOLLOWING", "PREVIOUS", "SAME", "THAT")
    part = match.first("PART")
    unit = TimeUnit.DAY if part else _unit(match)
    if unit is None or shift is None:
        return None
    # "next week" counts from today; "the next week", "the following week" from what was told last
    bare_next = shift.kind == "NEXT" and match.words[0].kind != "THE"
    anchor = TimeAnchor.PUBLISHED if bare_next else TimeAnchor.NARRATIVE
    expression = base(match, TimeForm.SHIFT, TimexType.TIME if part else TimexType.DATE)
    return replace(
        expression,
        anchor=anchor,
        unit=unit,
        amount=int(shift.value),
        edge=edge_of(match, expression.edge),
        day_part=str(part.value) if part else None,
    )


def narrative_eve(match: Match) -> TimeExpression | None:
    expression = base(match, TimeForm.SHIFT)
    return replace(expression, anchor=TimeAnchor.NARRATIVE, unit=TimeUnit.DAY, amount=-1)


def clock(match: Match) -> TimeExpression | None:
    """A time of day without a day."""
    words = match.words
    time = clock_of(words)
    if time is None and match.rule == "four_digit_clock":
        digits = words[0].text.zfill(4)
        if not digits.isdigit() or int(digits[:2]) > 23 or int(digits[2:]) > 59:
            return None
        time = f"{digits[:2]}:{digits[2:]}"
    part = part_of_day(match) or ("MO" if match.has("CLOCKUNIT") else None)
    if time is not None and part in {"AF", "EV", "NI"} and match.rule == "clock_part" and int(time[:2]) < 12:
        time = f"{int(time[:2]) + 12:02d}{time[2:]}"
    if time is None and part is None:
        return None
    return replace(base(match, TimeForm.CLOCK, TimexType.TIME), clock=time, day_part=part)


def duration(match: Match) -> TimeExpression | None:
    unit = _unit(match)
    if unit is None:
        return None
    half = match.has("HALF", "SLASH")
    count = count_of(match.words)
    if match.has("HALF") and match.rule == "half_unit":
        value = {
            TimeUnit.YEAR: "P6M",
            TimeUnit.HOUR: "PT30M",
            TimeUnit.DAY: "PT12H",
            TimeUnit.MONTH: "P2W",
            TimeUnit.CENTURY: "P50Y",
            TimeUnit.DECADE: "P5Y",
        }.get(unit)
        return (
            replace(base(match, TimeForm.DURATION, TimexType.DURATION), unit=unit, value=value)
            if value
            else None
        )
    if match.has("OLD") and not _has_lasted(match):
        return None
    if count is None and not match.has("VAGUE", "UNITS"):
        count = 1
    if match.has("LONG") and match.has("UNITS") and not match.has("NUMWORD", "HOURNUM", "DAYNUM", "NUMBER"):
        count = None  # "a months-long siege"
    expression = base(match, TimeForm.DURATION, TimexType.DURATION)
    return replace(expression, unit=unit, amount=count, value=duration_value(unit, count, half))


def _has_lasted(match: Match) -> bool:
    """ "the ten-year-old war" tells a time; the age of a person or a house does not."""
    return match.after is not None and match.after.text in calendar_words().lasting


def bare_units(match: Match) -> TimeExpression | None:
    """ "for weeks", "days of fighting": some, untold how many. Not "the days", "seconds" of a count."""
    before = match.before[-1].kind if match.before else ""
    if before not in {"FOR", "OVER", "IN", "AFTER", "WITHIN", "BEFORE", "THAN", "AND", "OR"} or match.has(
        "CLOCKUNIT"
    ):
        return None if not (match.words[0].kind == "CLOCKUNIT" and before == "FOR") else duration(match)
    return duration(match)


_PERIODS = {"MO": "TMO", "AF": "TAF", "EV": "TEV", "NI": "TNI"}


def every(match: Match) -> TimeExpression | None:
    """every Friday, each day, every two weeks, on Fridays."""
    expression = base(match, TimeForm.SET, TimexType.SET)
    weekday, month = match.first("WEEKDAY", "WEEKDAYS"), match.first(*build.MONTHS)
    part = match.first("PART", "PARTS")
    suffix = _PERIODS[str(part.value)] if part else ""
    if weekday is not None:
        return replace(expression, value=f"XXXX-WXX-{int(weekday.value) + 1}{suffix}")
    if month is not None:
        return replace(expression, value=f"XXXX-{int(month.value):02d}")
    season = match.first(*build.SEASONS)
    if season is not None:
        return replace(expression, value=f"XXXX-{season.value}")
    if suffix:
        return replace(expression, value=f"XXXX-XX-XX{suffix}")
    unit = _unit(match)
    if unit is None:
        return None
    count = count_of(match.words) or (2 if match.has("OTHER", "SECOND") else 1)
    return replace(expression, unit=unit, value=duration_value(unit, count))


def often(match: Match) -> TimeExpression | None:
    """daily, weekly. Not in a newspaper's name ("Daily Post")."""
    return replace(base(match, TimeForm.SET, TimexType.SET), value=str(match.words[0].value))


def reference(match: Match) -> TimeExpression | None:
    word = match.first("PRESENT", "CURRENT", "PASTREF", "FUTUREREF", "FUTURE", "PAST")
    if word is None:
        return None
    value = "PAST_REF" if word.kind == "PAST" else str(word.value)
    return replace(base(match, TimeForm.REFERENCE), anchor=TimeAnchor.PUBLISHED, value=value)


BUILDERS: dict[str, Builder] = {
    "calendar": build.calendar, "bare_year": build.bare_year, "ordinal_day": build.ordinal_day,
    "century": build.century, "hijri": build.hijri, "range": build.range_, "weekday_week": build.weekday_week,
    "day_shift": day_shift, "two_days": two_days, "ago": ago, "hence": hence,
    "narrative_count": narrative_count,
    "unit_shift": unit_shift, "in_unit": in_unit, "stretch": stretch, "narrative": narrative,
    "narrative_eve": narrative_eve,
    "clock": clock, "duration": duration, "bare_units": bare_units, "every": every, "often": often,
    "reference": reference, "weekend": weekend, "spoken_year": spoken_year,
}  # fmt: skip
"""The builders by the names that the pattern table uses."""
