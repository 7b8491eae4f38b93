"""What a report's own text says of when it came out, where no line of the page does: bounds and fits.

A full date that it tells as past, a turning point of a war that it names, an office that somebody holds, the
clock and the copyright of its page bound the day. A weekday beside a date, or one event told with two dates,
fits some days only. Each has its passage and its reason; none is enough by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crossbearing.model import PartKind, Report, Sentence, Span
from crossbearing.model.timexes import CalendarParts, Direction, Edge, TimeExpression, TimeForm, TimeUnit
from crossbearing.resolve import dates_calendar as cal
from crossbearing.resolve import dates_reading as reading
from crossbearing.resolve.dates_reading import Told
from crossbearing.text.folding import fold
from crossbearing.vocab.known_events import KnownEvent, Term, events_named, offices_named

_HALF_YEAR = timedelta(days=180)
"""A date of the year before is told without its year for about half a year; one of the running year always
can be."""
_WEEK = timedelta(days=7)
"""News style (AP, Reuters, AFP alike) names a day of the last week by its weekday and older ones by their
date."""
_NAMES_SHARED = 2
_WORDS_SHARED = 1
"""Two sentences that share two proper names and a word of what happened tell one event."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The report came out from ``first`` to ``last`` (None: open), because of the words at ``span``."""

    first: date | None
    last: date | None
    source: str
    reason: str
    trust: float
    span: Span

    def allows(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Fit:
    """The report came out on a day that passes ``test``."""

    test: Callable[[date], bool]
    source: str
    reason: str
    trust: float
    span: Span

    def allows(self, day: date) -> bool:
        return self.test(day)


@dataclass(frozen=True, slots=True)
class Telling:
    """The report with the stretches of its sentences that tell, and its time expressions in them."""

    report: Report
    sentences: tuple[Span, ...]
    expressions: tuple[TimeExpression, ...]

    def words(self, span: Span) -> str:
        return self.report.text[span.start : span.end]

    @property
    def told(self) -> list[TimeExpression]:
        """Those in the report itself: lines around it may hold clocks."""
        kinds = [(e, self.report.part_at(e.start)) for e in self.expressions]
        return [e for e, kind in kinds if kind.told or kind.heads or kind is PartKind.CAPTION]

    def within(self, span: Span) -> list[TimeExpression]:
        return [e for e in self.expressions if span.start <= e.start < span.end]

    def sentence_of(self, expression: TimeExpression) -> Span | None:
        return next((s for s in self.sentences if s.start <= expression.start < s.end), None)


def telling(report: Report, sentences: Sequence[Sentence], told: Sequence[TimeExpression]) -> Telling:
    """``told``: the expressions outside furniture. Without sentences the text is one."""
    spans = tuple(s.span for s in sentences if s.part is not PartKind.FURNITURE)
    return Telling(report, spans or (Span(0, len(report.text)),), tuple(told))


def bounds(of: Telling) -> Iterator[Bound | Fit]:
    """Everything in the text that limits when it can have come out."""
    yield from _from_dates(of)
    yield from _from_events(of)
    yield from _from_offices(of)
    yield from _from_weekdays(of)
    yield from _from_months(of)
    yield from _told_twice(of)
    yield from _from_datelines(of)
    yield from _from_page(of.report)


def _is_past(expression: TimeExpression) -> bool:
    return expression.form is TimeForm.CALENDAR and expression.direction is not Direction.FUTURE


def _from_dates(of: Telling) -> Iterator[Bound]:
    """The latest time that is told with its year as past: the report is no older."""
    latest: tuple[date, TimeExpression] | None = None
    for e in of.told:
        stretch = reading.fixed(e.parts) if _is_past(e) and e.rule != "hijri" else None
        if (
            stretch is None
            or e.edge is Edge.UNTIL
            or e.parts.decade is not None
            or e.parts.century is not None
        ):
            continue
        start = cal.part_of(stretch, e.edge).start
        if latest is None or start > latest[0]:
            latest = (start, e)
    if latest:
        yield Bound(latest[0], None, "latest date told", "the report tells it as past", 0.9, latest[1].span)


def _from_events(of: Telling) -> Iterator[Bound]:
    """Known events that are named; and the year that one gives to a date beside it."""
    by_weekday = any(_is_weekday(e) for e in of.told)
    for sentence in of.sentences:
        for event, first, last in events_named(of.words(sentence)):
            span = Span(sentence.start + first, sentence.start + last)
            yield Bound(event.first, None, "event named", f"it names {_called(event)}", 0.8, span)
            dated = next((e for e in of.within(sentence) if _dates(e, event)), None)
            if dated is not None:
                reason = f"it dates {_called(event)} without the year, as one does for some months"
                day = by_weekday and dated.parts.day is not None and dated.parts.weekday is None
                earliest = event.first + _WEEK if day else event.first
                yield Bound(
                    earliest, _yearless_until(event.first), "date of an event", reason, 0.7, dated.span
                )


def _is_weekday(expression: TimeExpression) -> bool:
    """A weekday alone, told as past."""
    parts = expression.parts
    return _is_past(expression) and parts.weekday is not None and parts.month is None and parts.day is None


def _yearless_until(day: date) -> date:
    """The last day on which one would give that day without its year."""
    return max(date(day.year, 12, 31), day + _HALF_YEAR)


def _called(event: KnownEvent) -> str:
    return f"{event.name} ({event.first})"


def _dates(expression: TimeExpression, event: KnownEvent) -> bool:
    """The expression is the event's day or month, without its year."""
    parts = expression.parts
    bare = _is_past(expression) and parts.year is None and expression.year_shift is None
    return bare and parts.month == event.first.month and parts.day in (None, event.first.day)


def _from_offices(of: Telling) -> Iterator[Bound]:
    """Who holds an office, in a sentence that names no year. All terms of one person are one stretch."""
    found: dict[str, tuple[Term, Span]] = {}
    for sentence in of.sentences:
        if any(e.parts.year is not None for e in of.within(sentence)):
            continue
        for term, first, last in offices_named(of.words(sentence)):
            known = found.get(term.person)
            span = Span(sentence.start + first, sentence.start + last)
            found[term.person] = (
                term if known is None else _joined(known[0], term),
                known[1] if known else span,
            )
    for term, span in found.values():
        yield Bound(term.start, term.end, "office held", f"{term.person} was {term.role} then", 0.6, span)


def _joined(first: Term, other: Term) -> Term:
    start = min(first.start, other.start) if first.start and other.start else None
    end = max(first.end, other.end) if first.end and other.end else None
    return Term(first.person, first.names, first.role, start, end)


def _from_weekdays(of: Telling) -> Iterator[Fit]:
    """ "Tuesday, Oct. 18": only in some years; told as past, it lies in the months before."""
    for e in of.told:
        parts = e.parts
        if not _is_past(e) or parts.year is not None or None in (parts.weekday, parts.month, parts.day):
            continue
        if e.year_shift is None and e.amount is None:
            reason = "that date fell on that weekday in the months before"
            yield Fit(_fell(parts), "weekday with a date", reason, 0.7, e.span)


def _fell(parts: CalendarParts) -> Callable[[date], bool]:
    def test(day: date) -> bool:
        for year in (day.year, day.year - 1):
            found = cal.day_of(year, parts.month or 1, parts.day or 1)
            if found is not None and found <= day + timedelta(days=1) and day <= _yearless_until(found):
                return found.weekday() == parts.weekday
        return False

    return test


def _from_months(of: Telling) -> Iterator[Fit]:
    """ "in October", "late October", told as past without a year: the month is over, or it would be "this
    month"."""
    seen: set[int] = set()
    for e in of.told:
        parts = e.parts
        bare = _is_past(e) and parts == CalendarParts(month=parts.month) and parts.month is not None
        plain = bare and e.until is None and e.amount is None and e.year_shift is None
        if (
            not plain
            or e.edge not in (None, Edge.END, Edge.MID)
            or parts.month in seen
            or parts.month is None
        ):
            continue
        seen.add(parts.month)
        yield Fit(_not_in(parts.month), "month named", "a month so named is over", 0.6, e.span)


def _not_in(month: int) -> Callable[[date], bool]:
    return lambda day: day.month != month


def _told_twice(of: Telling) -> Iterator[Fit]:
    """One event told with two dates, "last week" here and "late October" there: the two must meet."""
    near = [(e, s) for e in of.expressions if _is_deictic(e) and (s := of.sentence_of(e))]
    far = [(e, s) for e in of.expressions if _is_period(e) and (s := of.sentence_of(e))]
    for relative, here in near:
        for period, there in far:
            if here != there and _one_event(of.words(here), of.words(there)):
                reason = f'the same is told with "{relative.text}" and with "{period.text}"'
                yield Fit(_meet(relative, period), "told with two dates", reason, 0.6, relative.span)


def _is_deictic(expression: TimeExpression) -> bool:
    """Counts from the day of publication: "last week", "yesterday", "last month"."""
    return (
        expression.form is TimeForm.SHIFT
        and expression.unit in (TimeUnit.DAY, TimeUnit.WEEK, TimeUnit.MONTH)
        and expression.amount is not None
        and -4 <= expression.amount <= 0
        and expression.anchor.value != "narrative"
        and not expression.of_saying
    )


def _is_period(expression: TimeExpression) -> bool:
    """A month or a day of a month, told as past."""
    return _is_past(expression) and expression.parts.month is not None and expression.year_shift is None


def _meet(relative: TimeExpression, period: TimeExpression) -> Callable[[date], bool]:
    def test(day: date) -> bool:
        near = reading.shifted(relative.unit or TimeUnit.DAY, relative.amount or 0, cal.day(day))
        far = reading.calendar(period, day, Told(), period.parts)
        if near is None or far is None:
            return False
        far = reading.narrowed(far, period.edge, day)
        return near.start <= far.end and far.start <= near.end

    return test


_NAME = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][\w'’-]{2,}")
_WORD = re.compile(r"[a-z]{5,}")
_COMMON = frozenset(
    {
        "since",
        "after",
        "before",
        "their",
        "there",
        "where",
        "which",
        "while",
        "would",
        "could",
        "other",
        "about",
        "under",
    }
)

_CALENDAR = frozenset(
    {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
    }
    | {"december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
"""Proper names of nothing that happened."""


def _one_event(first: str, second: str) -> bool:
    """The two sentences share proper names and words: they tell of the same thing."""
    names = set(_NAME.findall(first)) & set(_NAME.findall(second))
    names = {n for n in names if fold(n) not in _CALENDAR}
    words = ({w[:6] for w in _WORD.findall(fold(t)) if w not in _COMMON} for t in (first, second))
    shared = set.intersection(*words) - {fold(n)[:6] for n in names}
    return len(names) >= _NAMES_SHARED and len(shared) >= _WORDS_SHARED


def _from_datelines(of: Telling) -> Iterator[Fit]:
    """A dateline or a line of the head without its year: the report is of that day, or of the day after."""
    for c in of.report.published.candidates:
        if c.start is not None or c.end is not None or not c.evidence:
            continue
        at = c.evidence[0].start
        e = next(
            (e for e in of.expressions if e.start <= at < e.end or at <= e.start < c.evidence[0].end), None
        )
        if e is not None and e.parts.month is not None and e.parts.day is not None:
            reason = "the report is dated so, without the year"
            yield Fit(_dated_so(e.parts), c.source, reason, 0.8, Span(at, c.evidence[0].end))
            return


def _dated_so(parts: CalendarParts) -> Callable[[date], bool]:
    return lambda day: (
        (day.month, day.day) == (parts.month, parts.day) and parts.weekday in (None, day.weekday())
    )


_AFTER = re.compile(
    r"updat|modif|refresh|chang|edit|©|\(c\)|copyright|print|retriev|access|captur|archiv|generat|loaded|comment|repl"
)
_YEARS = re.compile(r"(?:©|\(c\)|copyright)\D{0,40}?(?P<a>(?:19|20)\d\d)(?:\s?[-–]\s?(?P<b>(?:19|20)?\d\d))?")
_BEHIND = re.compile(r"(?P<y>(?:19|20)\d\d)\s*(?:©|\(c\)|copyright)")


def _from_page(report: Report) -> Iterator[Bound]:
    """The clock and the copyright of the page: it was there before them."""
    for c in report.published.candidates:
        if c.end is not None and c.trust == 0 and c.evidence and _is_after(report.text, c.evidence[0].start):
            span = Span(c.evidence[0].start, c.evidence[0].end)
            yield Bound(None, c.end, c.source, "the page was changed, fetched or copied then", 0.8, span)
        elif c.end is not None and "modif" in c.source.lower():
            yield Bound(None, c.end, c.source, "the page was changed then", 0.8, Span(0, 0))
    for part in report.parts:
        if part.kind.read:
            continue
        folded = fold(report.text[part.start : part.end])
        for pattern in (_YEARS, _BEHIND):
            for match in pattern.finditer(folded):
                year = max(int(y) for y in match.groups() if y and len(y) == 4)
                span = Span(part.start + match.start(), part.start + match.end())
                yield Bound(None, date(year, 12, 31), "copyright", "the page existed in that year", 0.6, span)


def _is_after(text: str, position: int) -> bool:
    """The line in which a day stands says what came after the report."""
    start = text.rfind("\n", 0, position) + 1
    return _AFTER.search(fold(text[max(start, position - 120) : position])) is not None
