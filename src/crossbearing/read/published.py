"""When a report was published, as far as the page or the text says it outright.

Clocks ("last updated"), years of copyright and days of other headlines are never the day of publication; a
year of theirs may only complete a day that the report gives without one, and only if the weekday fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crossbearing.model import Basis, Evidence, Part, PartKind, Published, Span
from crossbearing.read.dateforms import WEEKDAYS, DayWritten, days_written, iso_day, years_in
from crossbearing.read.datelines import read_dateline
from crossbearing.text.folding import fold
from crossbearing.text.paragraphs import lines

_LABEL = re.compile(
    r"""\b(?:first\ )?(?:published|posted|issued|filed|publie|publicado|veroffentlicht)\b
      |\b(?:release\ date|date\ of\ release)\b
      |^\s*date(?:line)?\s*:|\b(?:live|rolling)\ coverage\ (?:for|of|on)\b""",
    re.VERBOSE,
)
_CLOCK = re.compile(
    r"""\b(?:last\ )?(?:updated?|refreshed|refreshes|modified|changed|edited)\b
      |\b(?:page|site)\ (?:loaded|generated)\b
      |\b(?:generated|retrieved|accessed|printed|crawled|today\ is|next\ issue|archived)\b
      |©|\(c\)|\bcopyright\b|\bcomments?\b|\bfile\ (?:photo|picture)\b""",
    re.VERBOSE,
)
_SEPARATOR = re.compile(r"\s[|•·]\s|[|•]")
_TIME = re.compile(r"\d\d?[:.h]\d\d|\d\s?[ap]\.?m\b")
_SIGN_OFF = re.compile(r"\b\d{6} ?(?:gmt|utc|z)\b")
_US_ZONE = re.compile(r"\b(?:et|est|edt|pst|pdt|cst|cdt|pt)\b")
_WEEK_OF = re.compile(r"\b(?:week|period)(?: of| from|:)?\s+(?P<first>\d{1,2})\s?(?:-|to|until)\s?(?=\d)")
_WEEKDAY = re.compile(r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b")


@dataclass(frozen=True, slots=True)
class Stated:
    """A day that a line states: labelled as publication, or standing alone."""

    day: DayWritten
    labelled: bool


@dataclass(frozen=True, slots=True)
class Zones:
    """The stretches of a text that can date it: what stands around the body, and the datelines."""

    around: tuple[tuple[int, int, PartKind], ...]
    datelines: tuple[tuple[int, int], ...]
    first_body: int


def read_published(
    text: str, parts: Sequence[Part], row: str | None, page: date | None, url: tuple[date, date] | None
) -> Published:
    """The publication date by the surest ground there is; unknown when nothing states it.

    ``row``: what came with an article row; ``page``: what the markup says; ``url``: the days of the address.
    """
    for known in (_row_day(row), page):
        if known:
            return Published(known, known, Basis.METADATA)
    zones = _zones(text, parts)
    stated = list(_stated(text, zones))
    full = [s for s in stated if s.day.year is not None]
    labelled = [s.day for s in full if s.labelled]
    dated = list(_dateline_days(text, zones))
    for days, basis in ((labelled, Basis.BYLINE), ([d for d in dated if d.year], Basis.DATELINE)):
        if days:
            return _as_published(text, days[0], basis)
    alone = [s.day for s in full if not s.labelled]
    yearless = [(d, Basis.DATELINE) for d in dated] + [(s.day, Basis.BYLINE) for s in stated if s.labelled]
    for day, _ in yearless:
        same = next((d for d in alone if (d.month, d.day) == (day.month, day.day)), None)
        if same:
            return _as_published(text, same, Basis.BYLINE)
    week = _week(text, zones)
    if week:
        return week
    if url and url[0] == url[1]:
        return Published(*url, Basis.METADATA)
    if alone:
        return _as_published(text, alone[0], Basis.BYLINE)
    yearless += [(s.day, Basis.BYLINE) for s in stated if not s.day.year]
    if url:
        return _in_month(text, url, yearless) or Published(*url, Basis.METADATA)
    return _completed(text, zones, yearless)


def _row_day(row: str | None) -> date | None:
    if not row:
        return None
    return iso_day(row) or next((d.in_year(d.year) for d in days_written(row) if d.year), None)


def _zones(text: str, parts: Sequence[Part]) -> Zones:
    told = [p for p in parts if p.kind.told and p.end - p.start >= 90]
    first_body = told[0].start if told else len(text)
    around: list[tuple[int, int, PartKind]] = []
    for part in parts:
        if not part.kind.told and part.kind not in (PartKind.DATELINE, PartKind.CAPTION):
            around += [
                (line.start, line.end, part.kind)
                for line in lines(text, part.start, part.end)
                if not line.blank
            ]
    datelines = tuple((p.start, p.end) for p in parts if p.kind is PartKind.DATELINE)
    if told:  # an opening such as "Welcome to our rolling coverage for Friday"
        line = lines(text, told[0].start, told[0].end)[0]
        if line.end - line.start < 200 and _LABEL.search(fold(line.of(text))):
            around.append((line.start, line.end, PartKind.BODY))
    return Zones(tuple(around), datelines, first_body)


def _stated(text: str, zones: Zones) -> Iterator[Stated]:
    """Days stated around the body: labelled ones anywhere, bare ones only above it or in a sign-off."""
    after_clock = False
    for start, end, kind in zones.around:
        folded = fold(text[start:end])
        if len(folded) > 260:
            continue
        days = days_written(folded)
        clock = _CLOCK.search(folded) and not _LABEL.search(folded)
        if after_clock and days and len(folded) < 60 and not _LABEL.search(folded):
            after_clock = False
            continue
        after_clock = bool(clock and not days and _TIME.search(folded))
        head = start < zones.first_body
        for stated in _of_line(folded, days):
            if stated.labelled or (head and kind is not PartKind.HEADLINE) or _SIGN_OFF.search(folded):
                yield Stated(_shift(stated.day, start), stated.labelled)


def _of_line(folded: str, days: Sequence[DayWritten]) -> Iterator[Stated]:
    """The days of one line that are no clock's: each belongs to the label before it in its segment."""
    marks = sorted([(m.start(), "label") for m in _LABEL.finditer(folded)]
                   + [(m.start(), "clock") for m in _CLOCK.finditer(folded)]
                   + [(m.start(), "none") for m in _SEPARATOR.finditer(folded)])  # fmt: skip
    stray_clock = False
    for i, (at, what) in enumerate(marks):
        stop = marks[i + 1][0] if i + 1 < len(marks) else len(folded)
        dated = any(at <= d.start < stop for d in days)
        stray_clock = stray_clock or (what == "clock" and not dated and bool(_TIME.search(folded[at:stop])))
    for day in _sensible(folded, days):
        before = [what for at, what in marks if at <= day.start]
        owner = before[-1] if before else "none"
        if owner == "label" or (owner == "none" and not stray_clock):
            yield Stated(day, owner == "label")


def _sensible(folded: str, days: Sequence[DayWritten]) -> Iterator[DayWritten]:
    """Figures read day first, unless the line's time zone is American."""
    american = bool(_US_ZONE.search(folded))
    for day in days:
        yield day.swapped() if day.swappable and american else day


def _dateline_days(text: str, zones: Zones) -> Iterator[DayWritten]:
    for start, end in zones.datelines[:1]:
        dateline = read_dateline(text[start:end] + " ", first=True)
        if dateline and dateline.date:
            first, last = dateline.date
            for day in days_written(text[start + first : start + last]):
                yield _shift(day, start + first)


def _shift(day: DayWritten, by: int) -> DayWritten:
    return DayWritten(day.start + by, day.end + by, day.year, day.month, day.day, day.weekday, day.swappable)


def _as_published(text: str, day: DayWritten, basis: Basis) -> Published:
    assert day.year is not None
    found = day.in_year(day.year)
    return Published(found, found, basis, (Evidence.cut(text, Span(day.start, day.end), "published"),))


def _week(text: str, zones: Zones) -> Published | None:
    """ "Week of 11-17 March 2024" at the head of a weekly: out on its last day or in the week after."""
    for start, end, _ in zones.around:
        folded = fold(text[start:end])
        match = _WEEK_OF.search(folded)
        if not match or start >= zones.first_body:
            continue
        day = next((d for d in days_written(folded) if d.start >= match.start() and d.year), None)
        last = day.in_year(day.year) if day and day.year else None
        if last and day:
            span = Span(start + match.start(), start + day.end)
            evidence = (Evidence.cut(text, span, "published"),)
            return Published(last, last + timedelta(days=7), Basis.BYLINE, evidence)
    return None


def _in_month(
    text: str, month: tuple[date, date], yearless: Sequence[tuple[DayWritten, Basis]]
) -> Published | None:
    """The day without a year that falls into the month of the address."""
    for day, basis in yearless:
        found = day.in_year(month[0].year)
        if found and month[0] <= found <= month[1]:
            return Published(
                found, found, basis, (Evidence.cut(text, Span(day.start, day.end), "published"),)
            )
    return None


def _completed(text: str, zones: Zones, yearless: Sequence[tuple[DayWritten, Basis]]) -> Published:
    """A day without a year, completed by the one year written in the text in which its weekday fits."""
    years = sorted(set(years_in(text)) | {d.year for d in days_written(text) if d.year})
    opening = fold(text[zones.first_body : zones.first_body + 600])
    told = {WEEKDAYS[m] for m in _WEEKDAY.findall(opening)}
    for day, basis in yearless:
        fits = [y for y in years if _weekday_fits(day, y, told)]
        if len(fits) == 1:
            found = day.in_year(fits[0])
            return Published(
                found, found, basis, (Evidence.cut(text, Span(day.start, day.end), "published"),)
            )
    return Published()


def _weekday_fits(day: DayWritten, year: int, told: set[int]) -> bool:
    """In that year the day is the weekday written with it, or the one the report speaks of or its morrow."""
    found = day.in_year(year)
    if found is None:
        return False
    if day.weekday is not None:
        return True
    return found.weekday() in told or (found.weekday() - 1) % 7 in told
