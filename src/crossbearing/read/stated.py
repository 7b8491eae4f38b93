"""The lines around a report's body that state a day: labels, stamps, datelines, weeks; and the clocks, years
and other headlines that must not be taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from crossbearing.model import Part, PartKind, Span
from crossbearing.read.claims import DayClaim
from crossbearing.read.clocks import Clock, clock_in
from crossbearing.read.dateforms import DayWritten, days_written
from crossbearing.read.datelines import read_dateline
from crossbearing.text.folding import fold
from crossbearing.text.paragraphs import first_line, lines

_LABEL = re.compile(
    r"""\b(?:first\ )?(?:published|posted|issued|filed|uploaded|publie|publicado|veroffentlicht
       |pubblicato|yayinlanma|diterbitkan)\b
      |\b(?:release\ date|date\ of\ release|for\ immediate\ release|pub(?:lication)?\.?\ date
       |submitted\ (?:by|on)|created\ on|added\ on)\b
      |^\s*(?:date(?:line)?|released?|sent|fecha|datum|data)\s*:
      |\b(?:live|rolling)\ coverage\ (?:for|of|on)\b""",
    re.VERBOSE,
)
_CLOCK = re.compile(
    r"""(?<![a-z])(?:last\ )?(?:updated?|refreshed|refreshes|modified|changed|edited|revised|reviewed
       |corrected|actualizado|mis\ a\ jour)\b
      |\b(?:page|site)\ (?:loaded|generated)\b
      |\b(?:generated|retrieved|accessed|printed|crawled|today(?:\ is|'s\ date|:)|current\ time
        |local\ time|now:|next\ issue|archived|last\ visit|captured|cached|joined|member\ since
        |registered|expires?|valid\ until|deadline)\b
      |©|\(c\)|\bcopyright\b|\bcomments?\b|\breplied\b|\breply\b|\bfile\ (?:photo|picture)\b""",
    re.VERBOSE,
)
_SEPARATOR = re.compile(r"\s[|•·]\s|[|•]")
_TIME = re.compile(r"\d\d?[:.h]\d\d|\d\s?[ap]\.?m\b")
_SIGN_OFF = re.compile(r"\b\d{6} ?(?:gmt|utc|z)\b")
_US_ZONE = re.compile(r"\b(?:et|est|edt|pst|pdt|cst|cdt|pt)\b")
_WEEK_OF = re.compile(r"\b(?:week|period)(?: of| from|:)?\s+(?P<first>\d{1,2})\s?(?:-|to|until)\s?(?=\d)")
_NEAR = 28
"""A time of day belongs to a day that it stands so near to: "Wed, 7 August 2013, at about 2:10 PM GMT"."""
_LONG = 260
"""A line longer than this is told prose, whatever stands in it."""


class Meaning(StrEnum):
    """What a day in a line around the body is."""

    LABELLED = "labelled line"
    ALONE = "line"
    CLOCK = "clock"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Stated:
    """A day that a line states, at its place in the text."""

    day: DayWritten
    meaning: Meaning
    clock: Clock | None = None

    @property
    def span(self) -> Span:
        return Span(self.day.start, self.day.end)


@dataclass(frozen=True, slots=True)
class Zones:
    """The stretches of a text that can date it: what stands around the body, and the datelines."""

    around: tuple[tuple[int, int, PartKind], ...]
    datelines: tuple[tuple[int, int], ...]
    first_body: int


def zones(text: str, parts: Sequence[Part]) -> Zones:
    """Where to look: the lines that are no body, and an opening such as "Our live coverage for Friday"."""
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
    if told:
        line = first_line(text, told[0].start, told[0].end)
        if line.end - line.start < 200 and _LABEL.search(fold(line.of(text))):
            around.append((line.start, line.end, PartKind.BODY))
    return Zones(tuple(around), datelines, first_body)


def stated_days(text: str, where: Zones) -> Iterator[Stated]:
    """Days stated around the body, each with what it means: labelled ones may stand anywhere, bare ones only
    above the body or in a sign-off."""
    after_clock = False
    for start, end, kind in where.around:
        if end - start > _LONG:
            continue
        folded = fold(text[start:end])
        days = days_written(folded)
        if not days:
            after_clock = _bare_clock(folded)
            continue
        after_clock, before = False, after_clock
        if before and len(folded) < 60 and not _LABEL.search(folded):
            yield from (Stated(_shift(day, start), Meaning.CLOCK) for day in days)
            continue
        bare = (start < where.first_body and kind is not PartKind.HEADLINE) or _SIGN_OFF.search(folded)
        for stated in _of_line(folded, days):
            meaning = Meaning.BELOW if stated.meaning is Meaning.ALONE and not bare else stated.meaning
            if not (meaning is Meaning.BELOW and kind is PartKind.HEADLINE):
                yield Stated(_shift(stated.day, start), meaning, stated.clock)


def _bare_clock(folded: str) -> bool:
    """A clock with a time of day, whose day may stand in the next line."""
    return bool(_TIME.search(folded) and _CLOCK.search(folded) and not _LABEL.search(folded))


def _of_line(folded: str, days: Sequence[DayWritten]) -> Iterator[Stated]:
    """The days of one line: each belongs to the label or the clock before it in its segment."""
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
        if owner == "label":
            yield Stated(day, Meaning.LABELLED, _clock_beside(folded, day, marks))
        elif owner == "none" and not stray_clock:
            yield Stated(day, Meaning.ALONE, _clock_beside(folded, day, marks))
        else:
            yield Stated(day, Meaning.CLOCK)


def _clock_beside(folded: str, day: DayWritten, marks: Sequence[tuple[int, str]]) -> Clock | None:
    """The time of day that stands behind the day, else before it, no other mark between them."""
    stop = min((at for at, _ in marks if at >= day.end), default=len(folded))
    first = max((at for at, _ in marks if at <= day.start), default=0)
    behind = folded[day.end : min(stop, day.end + _NEAR)]
    return (
        clock_in(behind)
        or clock_in(folded[max(first, day.start - _NEAR) : day.start])
        or clock_in(folded[day.start : day.end])
    )


def _sensible(folded: str, days: Sequence[DayWritten]) -> Iterator[DayWritten]:
    """Figures read day first, unless the line's time zone is American."""
    american = bool(_US_ZONE.search(folded))
    for day in days:
        yield day.swapped() if day.swappable and american else day


def dateline_days(text: str, where: Zones) -> Iterator[DayWritten]:
    """The days of the first dateline."""
    for start, end in where.datelines[:1]:
        dateline = read_dateline(text[start:end] + " ", first=True)
        if dateline and dateline.date:
            first, last = dateline.date
            for day in days_written(text[start + first : start + last]):
                yield _shift(day, start + first)


def _shift(day: DayWritten, by: int) -> DayWritten:
    return DayWritten(day.start + by, day.end + by, day.year, day.month, day.day, day.weekday, day.swappable)


def week_claim(text: str, where: Zones) -> DayClaim | None:
    """ "Week of 11-17 March 2024" at the head of a weekly: out on its last day or in the week after."""
    for start, end, _ in where.around:
        folded = fold(text[start:end]) if start < where.first_body else ""
        match = _WEEK_OF.search(folded)
        if not match:
            continue
        day = next((d for d in days_written(folded) if d.start >= match.start() and d.year), None)
        last = day.in_year(day.year) if day and day.year else None
        if last and day:
            span = Span(start + match.start(), start + day.end)
            return DayClaim("week line", "line that names a week", last, last + timedelta(days=7), span)
    return None
