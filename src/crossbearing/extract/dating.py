"""Incidents and the calendar: what lies ahead of the report, what is long past, what it dates itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as date_type
from datetime import timedelta

from crossbearing.extract.incidents import Incident
from crossbearing.model import (
    FAMILY_OF,
    DatePrecision,
    DateValue,
    Document,
    Family,
    Mention,
    MentionKind,
    Modality,
    Part,
    PartKind,
    Report,
    Span,
)

_BACKGROUND_AFTER = timedelta(days=400)
"""Older than about a year before the report: background, which coders leave out (ACLED, UCDP)."""


def in_time(incident: Incident, now: date_type | None) -> Incident | None:
    """The incident, planned if it lies after ``now``, the day of its report; None if it is long past."""
    date = incident.date.date if incident.date is not None else None
    if now is None or date is None or date.start is None or date.end is None:
        return incident
    if date.end < now - _BACKGROUND_AFTER:
        return None
    if date.start > now and incident.modality is Modality.OCCURRED:
        return replace(incident, modality=Modality.PLANNED)
    return incident


def day_of(document: Document) -> date_type | None:
    """The day of the report; failing that, the last day that it names."""
    if document.report.published.end is not None:
        return document.report.published.end
    days = [
        m.date.end
        for m in document.of_kind(MentionKind.TIME)
        if m.date is not None and m.date.end is not None and m.date.start == m.date.end
    ]
    return max(days, default=None)


def dated_by_report(incident: Incident, report: Report) -> Incident:
    """News told without a day, in the present perfect, is dated by the report's own date line.

    Only where the report prints its date (so that a passage says it) and to the day; ACLED's coders do
    the same.
    """
    published = report.published
    if incident.date is not None or incident.modality in (Modality.PLANNED, Modality.THREATENED):
        return incident
    if incident.part is PartKind.LIVE_ENTRY:
        return _dated_by_entry(incident, report)
    if incident.modality is not Modality.OCCURRED or not incident.perfect:
        return incident
    if FAMILY_OF[incident.code] is Family.STRATEGIC:
        return (
            incident  # "has deployed troops" may be weeks old; only violence and protest are told while fresh
        )
    if published.start is None or published.start != published.end or not published.evidence:
        return incident
    passage = published.evidence[0]
    date = DateValue(published.start, published.end, DatePrecision.DAY, passage.quote)
    return replace(incident, date=Mention(MentionKind.TIME, passage.span, passage.quote, date=date))


def _dated_by_entry(incident: Incident, report: Report) -> Incident:
    """What an entry of a live page tells without a day is of the day on which it was posted."""
    if not incident.violent or incident.outcome_only:
        return incident
    stamped = [p for p in report.parts if p.stamp is not None]
    told = (p for s in incident.spans for p in stamped if p.start <= s.start < p.end)
    entry = next(told, None)  # a headline that tells it, too, lies in no entry
    published = report.published
    day = published.start if published.start == published.end else None
    if entry is not None and entry.stamp is not None and entry.stamp.day is not None:
        day = entry.stamp.day
    if day is None or entry is None:
        return incident
    span = _stamp_span(entry, report)
    quote = span.of(report.text)
    return replace(
        incident,
        date=Mention(MentionKind.TIME, span, quote, date=DateValue(day, day, DatePrecision.DAY, quote)),
    )


def _stamp_span(entry: Part, report: Report) -> Span:
    """Where the page prints the stamp of an entry: the line right before it, else its first line."""
    before = [p for p in report.parts if p.kind is PartKind.BYLINE and p.end <= entry.start]
    start, end = (before[-1].start, before[-1].end) if before else (entry.start, entry.end)
    line = report.text[start:end].split("\n", 1)[0].rstrip()
    return Span(start, start + len(line))
