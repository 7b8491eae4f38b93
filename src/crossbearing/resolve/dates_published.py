"""Infer when a report was published from the dates that it tells, when nothing else says so.

For a day, two things together are needed, and nothing less: a full date (with its year) that is news, because
it stands in a caption, under a quoted post or in the lead, and a weekday that is news ("on Wednesday …
said"). The report is then of the first such weekday from that date on. A full date deep in the body is
background; so is a file photograph's. A date that stands on a line of its own at the head is the day of
publication; so is the weekday over a page, before the clock of its report. Where there is no such day, the
bounds of the text may leave an interval (``dates_interval``). A wrong date is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crossbearing.model import Evidence, PartKind, Published, PublishedCandidate, Report, Sentence
from crossbearing.model.timexes import Direction, Edge, TimeExpression, TimeForm, TimeUnit
from crossbearing.resolve.dates_bounds import telling
from crossbearing.resolve.dates_calendar import day_of
from crossbearing.resolve.dates_interval import WEEKDAY_NAMES, bounded, inferred
from crossbearing.resolve.dates_reading import fixed
from crossbearing.text.folding import fold

_ARCHIVE = re.compile(
    r"\b(?:file|archive|undated|stock)\b[- ]?(?:photo|picture|image|footage|shot)?|\(file\)|\barchives?\b"
)
_AGAIN = 120
"""A yearless date more than so many days after the latest full date is of the year before, not of its year.
"""
_HEAD = 1200
"""How many characters from the top a line with nothing but a date may stand and still be the report's
stamp.
"""
_LEAD = 700
"""How many characters of the body are its lead."""
_POST = re.compile(r"\(@\w{1,30}\)\s*$")
"""What stands before the date of a quoted post: "— Name (@name) March 3, 2019"."""
_RUNNING = re.compile(r"\b(?:on|of|dated)\s+(?:the\s+)?$")
"""What stands before a date in running text, as against one in the head of a page."""


@dataclass(frozen=True, slots=True)
class _Dated:
    expression: TimeExpression
    day: date


def infer_published(
    report: Report, sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]
) -> Published:
    """The report's own date if it has one; else one inferred from its text, with evidence; else unknown."""
    if report.published.known:
        return report.published
    told = [e for e in expressions if report.part_at(e.start).read]
    stamp = _stamp(report, told)
    if stamp is not None:
        return _published(report, stamp.day, stamp.expression)
    weekday = _news_weekday(report, told)
    latest = _latest(report, sentences, told)
    if weekday is not None and latest is not None:
        return _on(report, weekday, latest)
    masthead = _masthead(report, weekday)
    if masthead is not None:
        return masthead
    return bounded(telling(report, sentences, told), weekday)


def _stamp(report: Report, told: Sequence[TimeExpression]) -> _Dated | None:
    """A full date that is all there is on its line, at the head of the report."""
    for e in told:
        found = _single(e) if e.parts.full else None
        if e.start > _HEAD or found is None or e.until is not None:
            continue
        line_start = report.text.rfind("\n", 0, e.start) + 1
        line_end = report.text.find("\n", e.end)
        line = report.text[line_start : line_end if line_end >= 0 else len(report.text)]
        if len(line.strip(" .,;|-–()\t\r")) <= len(e.text) + 2:
            return _Dated(e, found.start)
    return None


def _masthead(report: Report, weekday: TimeExpression | None) -> Published | None:
    """The weekday alone over a page whose report says when it was last updated: the day of that name before
    the update, if the report tells of the days before it."""
    body = next((p.start for p in report.parts if p.kind.told), len(report.text))
    clock = next((c for c in report.published.candidates if _report_clock(report, c, body)), None)
    over = _BARE_WEEKDAY.search(fold(report.text), 0, body)
    if clock is None or clock.end is None or over is None or weekday is None or weekday.parts.weekday is None:
        return None
    number = WEEKDAY_NAMES.index(over[1])
    found = clock.end - timedelta((clock.end.weekday() - number) % 7)
    if (number - weekday.parts.weekday) % 7 > _NEWS_OF or (clock.end - found).days > _UPDATED_WITHIN:
        return None
    evidence = (Evidence(over.start(1), over.end(1), report.text[over.start(1) : over.end(1)], "published"),)
    return inferred(
        report, found, found, (*evidence, *clock.evidence), "weekday over the page",
        f"The page is of a {over[1].title()}, and its report was last updated on {clock.end}.",
    )  # fmt: skip


def _report_clock(report: Report, candidate: PublishedCandidate, body: int) -> bool:
    """The day behind "last updated" in the head of the report itself, not a clock of the site."""
    if candidate.trust or not candidate.evidence or candidate.end is None:
        return False
    start = candidate.evidence[0].start
    line = report.text.rfind("\n", 0, start) + 1
    before = fold(report.text[line:start])
    return (
        start < body and before.count("|") > 0 and re.search(r"updated\s*(?:on|:)?\s*$", before) is not None
    )


_BARE_WEEKDAY = re.compile(rf"(?<![\w|] )\b({'|'.join(WEEKDAY_NAMES)})\b(?!,? ?\d|,? [a-z]{{3,9}}\.? \d)")
"""A weekday without a date beside it."""
_NEWS_OF = 2
"""News is of the day of the paper or of the two days before it."""
_UPDATED_WITHIN = 3
"""A report is updated within so many days; a later change is of the page."""


def _on(report: Report, weekday: TimeExpression, latest: _Dated) -> Published:
    number = weekday.parts.weekday
    assert number is not None
    found = latest.day + timedelta((number - latest.day.weekday()) % 7)
    return _published(report, found, latest.expression, weekday)


def _published(report: Report, found: date, *expressions: TimeExpression) -> Published:
    evidence = tuple(Evidence.cut(report.text, e.span, "published") for e in expressions)
    source = "date on a line of its own" if len(expressions) == 1 else "date and weekday of the news"
    words = " and ".join(f'"{e.text}"' for e in expressions)
    return inferred(report, found, found, evidence, source, f"Nothing states it; {source}: {words}.")


def _news_weekday(report: Report, told: Sequence[TimeExpression]) -> TimeExpression | None:
    """The first bare weekday of the body or headline that is not to come: the day the news is of."""
    for e in told:
        bare = (
            e.parts.weekday is not None and e.parts.month is None and e.parts.day is None and e.until is None
        )
        part = report.part_at(e.start)
        if (
            bare
            and e.form is TimeForm.CALENDAR
            and e.amount is None
            and e.direction is not Direction.FUTURE
            and e.edge is not Edge.SINCE
            and (part.told or part.heads)
        ):
            return e
    return None


def _archived(report: Report, sentences: Sequence[Sentence], expression: TimeExpression) -> bool:
    """True for the date of a file photograph: it may be years old."""
    for sentence in sentences:
        if sentence.start <= expression.start < sentence.end:
            return _ARCHIVE.search(fold(report.text[sentence.start : sentence.end])) is not None
    near = report.text[max(0, expression.start - 120) : expression.end + 60]
    return _ARCHIVE.search(fold(near)) is not None


def _latest(report: Report, sentences: Sequence[Sentence], told: Sequence[TimeExpression]) -> _Dated | None:
    """The latest day that the report tells as past: a full date, or a yearless one soon after it."""
    full = [_Dated(e, s.start) for e in told if e.parts.full and (s := _single(e)) is not None]
    full = [d for d in full if d.expression.direction is not Direction.FUTURE]
    full = [
        d for d in full if not _archived(report, sentences, d.expression) and _is_news(report, d.expression)
    ]
    if not full:
        return None
    latest = max(full, key=lambda d: d.day)
    if _contradicted(told, latest.day):
        return None
    for e in told:
        after = _same_year(e, latest.day)
        if after is not None and timedelta(0) < after - latest.day <= timedelta(_AGAIN):
            latest = _Dated(e, after)
    return latest


def _is_news(report: Report, expression: TimeExpression) -> bool:
    """True where a full date tells of the news itself: a caption, a quoted post, the lead."""
    if report.part_at(expression.start) is PartKind.CAPTION:
        return True
    if _POST.search(report.text[max(0, expression.start - 60) : expression.start]):
        return True
    body = next((p.start for p in report.parts if p.kind.told), 0)
    if not body <= expression.start < body + _LEAD or expression.edge is Edge.SINCE:
        return False
    return _RUNNING.search(report.text[max(0, expression.start - 12) : expression.start]) is not None


def _single(expression: TimeExpression) -> _Single | None:
    if expression.form is not TimeForm.CALENDAR or expression.rule == "hijri":
        return None
    stretch = fixed(expression.parts)
    return _Single(stretch.start) if stretch is not None and stretch.unit is TimeUnit.DAY else None


@dataclass(frozen=True, slots=True)
class _Single:
    start: date


def _contradicted(told: Sequence[TimeExpression], latest: date) -> bool:
    """A later year told as past means that the full dates are background."""
    years = [
        e.parts.year for e in told if e.form is TimeForm.CALENDAR and e.direction is not Direction.FUTURE
    ]
    return any(y is not None and y > latest.year for y in years)


def _same_year(expression: TimeExpression, latest: date) -> date | None:
    parts = expression.parts
    if expression.form is not TimeForm.CALENDAR or expression.direction is Direction.FUTURE:
        return None
    if (
        parts.month is None
        or parts.day is None
        or parts.year is not None
        or expression.year_shift is not None
    ):
        return None
    return day_of(latest.year, parts.month, parts.day)
