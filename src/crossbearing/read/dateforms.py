"""The forms in which a page writes a day: "Tuesday 25 Oct 2016", "08/02/2023", "15NOV2023", "10 Jul".

Only calendar days in figures or with a month's name are read here; "yesterday" and "last week" are read
elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from crossbearing.text.folding import fold

_MONTH_NAMES = (
    "january jan janvier enero janeiro januar gennaio ocak januari",
    "february feb febr fevrier febrero fevereiro februar febbraio subat februari",
    "march mar mars marzo marco marz maerz mart maret",
    "april apr avril abril aprile nisan",
    "may mai mayo maio maggio mayis mei",
    "june jun juin junio junho juni giugno haziran",
    "july jul juillet julio julho juli luglio temmuz",
    "august aug aout agosto agustus agustos",
    "september sep sept septembre septiembre setembro settembre eylul",
    "october oct octobre octubre outubro oktober okt ottobre ekim",
    "november nov novembre noviembre novembro kasim",
    "december dec decembre diciembre dezembro dezember dez dicembre aralik desember dic",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon lundi lunes montag", "tuesday tue tues mardi martes dienstag",
            "wednesday wed mercredi miercoles mittwoch", "thursday thu thur thurs jeudi jueves donnerstag",
            "friday fri vendredi viernes freitag", "saturday sat samedi sabado samstag",
            "sunday sun dimanche domingo sonntag",
        )
    )
    for name in names.split()
}  # fmt: skip

_M = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_D = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er)?"
_Y = r"(?P<year>(?:19|20)\d\d)"

_WEEKDAY_BEFORE = re.compile(
    r"\b(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\.?,?\s*(?:the\s+)?$"
)
_BEGINS = "|".join(sorted({name[:3] for name in MONTHS}))
_FIGURES = re.compile(r"\d[/.-]\d")
_NAMED = re.compile(rf"\d(?:st|nd|rd|th|er)?[ -]?(?:of |de )?(?:{_BEGINS})|(?:{_BEGINS})[a-z]*\.? ?\d")
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Form:
    """A form in which a day is written, like ``example``.

    The patterns are too slow to be tried wherever a figure stands: each of ``needs`` must be found before.
    ``weekday``: one may stand before it. It is looked for behind the match, because a pattern that may begin
    with any of forty names is slow.
    """

    example: str
    needs: tuple[re.Pattern[str], ...]
    pattern: re.Pattern[str]
    weekday: bool = False
    month_may_lead: bool = False


_FORMS = (
    _Form("2016-10-25", (_FIGURES, _FULL_YEAR),
          re.compile(rf"(?<!\d){_Y}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)")),
    _Form("Tuesday 25th of October, 2016", (_NAMED, _FULL_YEAR),
          re.compile(rf"(?<![\d.,:]){_D}[ -]?(?:of |de )?{_M}(?:,? |-| de )?{_Y}(?!\d)"), weekday=True),
    _Form("Tue, October 25th, 2016", (_NAMED, _FULL_YEAR),
          re.compile(rf"\b{_M} ?{_D},?(?: \(?[a-z]{{2,9}}day\)?,?)? {_Y}(?!\d)"), weekday=True),
    _Form("15NOV2023", (_NAMED, _FULL_YEAR), re.compile(rf"(?<!\d){_D}{_M}{_Y}(?!\d)")),
    _Form("2016/10/25", (_FIGURES, _FULL_YEAR),
          re.compile(rf"(?<!\d){_Y}[/.](?P<month>[01]?\d)[/.](?P<day>[0-3]?\d)(?!\d)")),
    _Form("Tue 25/10/2016", (_FIGURES,),
          re.compile(rf"(?<![\d/]){_D}(?P<sep>[/.-])(?P<month>[0-3]?\d)(?P=sep)"
                     rf"(?:{_Y}|(?P<short>\d\d))(?![\d/])"), weekday=True, month_may_lead=True),
    _Form("131940 GMT MAR 16", (_NAMED, re.compile(r"\d{6} ?[guz]")),
          re.compile(rf"(?<!\d)(?P<day>[0-3]\d)[0-2]\d[0-5]\d ?(?:gmt|utc|z) ?{_M} ?(?P<short>\d\d)\b")),
    _Form("Tuesday 25 Oct", (_NAMED,),
          re.compile(rf"(?<![\d.,:/]){_D} (?:of |de )?{_M}\b(?! ?\d{{4}})"), weekday=True),
    _Form("Tue, Oct 25", (_NAMED,),
          re.compile(rf"\b{_M} ?{_D}\b(?!,? ?(?:19|20)\d\d|[:.]\d)"), weekday=True),
)  # fmt: skip
"""The fullest first."""
_NEEDED = frozenset(needed for form in _FORMS for needed in form.needs)


@dataclass(frozen=True, slots=True)
class DayWritten:
    """A day as written at ``start:end`` of a text. ``year`` None: not told. ``weekday``: 0 Monday … 6,
    if told.

    ``swappable``: in figures, and day and month could change places ("08/02/2023").
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None = None
    swappable: bool = False

    def in_year(self, year: int) -> date | None:
        """The day in that year; None when there is none (29 February) or the weekday does not fit."""
        try:
            found = date(year, self.month, self.day)
        except ValueError:
            return None
        return found if self.weekday is None or found.weekday() == self.weekday else None

    def swapped(self) -> DayWritten:
        """The same figures read month first."""
        return DayWritten(self.start, self.end, self.year, self.day, self.month, self.weekday, True)


_FIGURE = re.compile(r"\d+")
_MONTH_BEHIND = re.compile(rf"(?:st|nd|rd|th|er)?[ -]?(?:of |de )?(?:{_BEGINS})|[/.-]\d")
_MONTH_BEFORE = re.compile(rf"(?:(?:{_BEGINS})[a-z]*\.? ?|\d[/.-])$")
"""What stands right beside the figures of a day; "12 people at the market" has none of it."""
_MONTH = 14
"""Characters of the longest month's name, its dot and a blank."""
_LEFT, _RIGHT = 26, 40
"""How far a day may reach before and behind the figures that stand beside its month, and what must not follow
it: "131940 GMT September 16", "25th, (Wednesday), 2016"."""
_WEEKDAY_REACH = 45
"""How far before them its weekday may begin."""


def days_written(text: str) -> tuple[DayWritten, ...]:
    """Every day written in ``text``, in order, without overlap; the fullest form wins.

    Only the stretches around figures that have a month's name or a separator right beside them are looked at:
    the forms are too slow for every word of a report.
    """
    return _days_in(fold(text)) if _FIGURE.search(text) else ()


@lru_cache(maxsize=256)
def _days_in(folded: str) -> tuple[DayWritten, ...]:
    found: list[DayWritten] = []
    for start, end in _stretches(folded):
        taken: list[DayWritten] = []
        there = {needed for needed in _NEEDED if needed.search(folded, start, end)}
        for form in _FORMS:
            if not there.issuperset(form.needs):
                continue
            for match in form.pattern.finditer(folded, start, end):
                at = match.start()
                before = (
                    _WEEKDAY_BEFORE.search(folded, max(0, at - _WEEKDAY_REACH), at) if form.weekday else None
                )
                day = _read(match, before, month_may_lead=form.month_may_lead)
                if day:
                    _take(taken, day)
        found += taken
    return tuple(found)


def _take(taken: list[DayWritten], day: DayWritten) -> None:
    """Put a day among those that are taken, in its place, unless it overlaps one of them."""
    place = bisect_left(taken, day.end, key=lambda other: other.start)
    if not place or taken[place - 1].end <= day.start:
        taken.insert(place, day)


def _stretches(folded: str) -> Iterator[tuple[int, int]]:
    """The stretches that can hold a day, apart from each other."""
    start = end = 0
    for figure in _FIGURE.finditer(folded):
        first, last = figure.span()
        if not _MONTH_BEHIND.match(folded, last) and not _MONTH_BEFORE.search(
            folded, max(0, first - _MONTH), first
        ):
            continue
        if first - _LEFT > end and end:
            yield start, end
            end = 0
        if not end:
            start = max(0, first - _LEFT)
        end = last + _RIGHT
    if end:
        yield start, end


def _read(match: re.Match[str], before: re.Match[str] | None, *, month_may_lead: bool) -> DayWritten | None:
    groups = match.groupdict()
    raw_month = groups["month"]
    month = MONTHS[raw_month] if raw_month in MONTHS else int(raw_month)
    day = int(groups["day"])
    short = groups.get("short")
    year = int(groups["year"]) if groups.get("year") else 2000 + int(short) if short else None
    weekday = WEEKDAYS[before["weekday"]] if before else None
    swappable = month_may_lead and day <= 12 and month <= 12 and day != month
    if month_may_lead and month > 12 >= day:
        day, month = month, day
    start, end = before.start() if before else match.start(), match.end()
    written = DayWritten(start, end, year, month, day, weekday, swappable)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year is None:
        return written
    if written.in_year(year):
        return written
    other = written.swapped()
    if swappable and other.in_year(year):
        return DayWritten(start, end, year, other.month, other.day, weekday)
    # a weekday that fits no reading is a misprint: the figures count
    plain = DayWritten(start, end, year, month, day)
    return plain if plain.in_year(year) else None


def iso_day(value: str) -> date | None:
    """The day of an ISO date or time ("2016-10-25T06:15:00+04:00"), as it is written, whatever the zone."""
    match = re.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)", value)
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


_YEAR = re.compile(r"(?:199|20\d)\d(?![\d,]|\.\d)")


def years_in(text: str) -> Iterator[int]:
    """Every year between 1990 and 2099 that is written in ``text``."""
    return (year for _, year in years_at(text))


def years_at(text: str) -> Iterator[tuple[int, int]]:
    """The same, each with its place."""
    for match in _YEAR.finditer(text):
        before = text[match.start() - 1] if match.start() else " "
        if not before.isdecimal() and before not in ",.-":
            yield match.start(), int(match[0])
