"""The days on which a report can have come out, given everything in its text that limits them.

All days from the latest lower bound to the earliest upper one are tried; those that pass every limit make the
interval. Without a lower or an upper bound, with bounds that contradict each other, or when more than a year
is left, the day is unknown, and the limits are kept as candidates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossbearing.model import Basis, Evidence, PartKind, Published, PublishedCandidate, Report
from crossbearing.model.timexes import TimeExpression, TimeForm
from crossbearing.resolve.dates_bounds import Bound, Fit, Telling, bounds

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WIDEST = 366
"""An interval wider than a year says nothing that a reader could use."""
_NARROW = 16
"""Within so many days the weekday of the news tells which of them are meant."""
_FARTHEST = 20 * 366
"""How far apart the outer bounds may lie for the days between them to be tried."""
_TRUST = 0.4


def inferred(
    report: Report, start: date, end: date, evidence: tuple[Evidence, ...], source: str, reason: str
) -> Published:
    """An inferred day or interval, beside the candidates that reading found."""
    chosen = PublishedCandidate(start, end, source, Basis.INFERRED, _TRUST, reason, True, evidence)
    candidates = (chosen, *report.published.candidates)
    return Published(start, end, Basis.INFERRED, evidence, reason=reason, candidates=candidates)


def bounded(of: Telling, weekday: TimeExpression | None) -> Published:
    """The interval that the limits leave, or unknown with the limits as candidates.

    ``weekday`` is the day that the news is of, where it is told.
    """
    limits = list(bounds(of))
    known = replace(
        of.report.published, candidates=(*_candidates(of.report, limits), *of.report.published.candidates)
    )
    lower = max((b.first for b in limits if isinstance(b, Bound) and b.first), default=None)
    upper = min((b.last for b in limits if isinstance(b, Bound) and b.last), default=None)
    if lower is None or upper is None or not _is_news(of):
        return replace(known, reason=_open(known, lower, upper))
    if upper < lower or (upper - lower).days > _FARTHEST:
        return replace(known, reason=f"The text contradicts itself: not before {lower}, not after {upper}.")
    days = [
        d for n in range((upper - lower).days + 1) if all(b.allows(d := lower + timedelta(n)) for b in limits)
    ]
    days = _on_news_days(days, weekday)
    if not days or (days[-1] - days[0]).days > _WIDEST:
        left = f"{days[0]} to {days[-1]}" if days else "no day"
        return replace(known, reason=f"Nothing states it, and the limits in the text leave {left}.")
    return _interval(of.report, known, days[0], days[-1], limits)


def _on_news_days(days: list[date], weekday: TimeExpression | None) -> list[date]:
    """Of a few days those on or after the weekday of the news."""
    number = weekday.parts.weekday if weekday is not None else None
    if number is None or not days or (days[-1] - days[0]).days > _NARROW:
        return days
    return [d for d in days if (d.weekday() - number) % 7 <= 1] or days


def _is_news(of: Telling) -> bool:
    """The text counts from its own day ("on Thursday", "yesterday", "last week") , so it is news."""
    return any(
        e.form is TimeForm.SHIFT
        or (e.form is TimeForm.CALENDAR and e.parts.weekday is not None and e.parts.month is None)
        for e in of.told
    )


def _interval(
    report: Report, known: Published, first: date, last: date, limits: Sequence[Bound | Fit]
) -> Published:
    evidence = tuple(
        Evidence.cut(report.text, b.span, "published")
        for b in limits
        if b.span.end and report.part_at(b.span.start) is not PartKind.FURNITURE
    )
    sources = ", ".join(dict.fromkeys(b.source for b in limits))
    days = f"{first}" if first == last else f"{first} to {last}"
    reason = f"Nothing states it; the limits in the text ({sources}) leave {days}."
    return inferred(replace(report, published=known), first, last, evidence, "limits in the text", reason)


def _candidates(report: Report, limits: Sequence[Bound | Fit]) -> list[PublishedCandidate]:
    """The limits as candidates: bounds with their days, fits without."""
    found = []
    for b in limits:
        first, last = (b.first, b.last) if isinstance(b, Bound) else (None, None)
        evidence = (Evidence.cut(report.text, b.span, "published"),) if b.span.end else ()
        found.append(
            PublishedCandidate(first, last, b.source, Basis.INFERRED, b.trust, b.reason, False, evidence)
        )
    return found


def _open(known: Published, lower: date | None, upper: date | None) -> str:
    """Why nothing follows."""
    told = [f"not before {lower}"] if lower else []
    told += [f"not after {upper}"] if upper else []
    return f"{known.reason or 'Nothing says when the report came out.'}" + (
        f" The text tells only: {', '.join(told)}." if told else ""
    )
