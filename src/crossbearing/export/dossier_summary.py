"""What the dossier says before any script runs: its figures, its opening line, and a plain row for each
event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crossbearing.export.telling import killed, names, total
from crossbearing.model.bundle import Bundle
from crossbearing.model.event import Event, Toll
from crossbearing.model.values import DateValue

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the masthead with what it counts."""

    label: str
    value: str


def figures(bundle: Bundle) -> tuple[Figure, ...]:
    """Events, reports and how many of them are copies, contradictions, how many events have a known toll."""
    contested = sum(bool(event.contradictions) for event in bundle.events)
    told = sum(bool(event.deaths) for event in bundle.events)
    return (
        Figure(_label(len(bundle.events), "event"), f"{len(bundle.events):,}"),
        Figure(_label(len(bundle.reports), "report"), f"{len(bundle.reports):,}"),
        Figure("of them copies of another", f"{len(bundle.copy_of()):,}"),
        Figure("events with a death toll told", f"{told:,}"),
        Figure("events on which accounts disagree", f"{contested:,}"),
    )


def lede(bundle: Bundle) -> str:
    """One sentence: how many events, from how many reports, over which days."""
    starts = [e.date.start for e in bundle.events if e.date.start]
    ends = [e.date.end for e in bundle.events if e.date.end]
    over = f", {day(min(starts))} to {day(max(ends))}" if starts and ends else ""
    events, reports = len(bundle.events), len(bundle.reports)
    return (
        f"{events:,} {_label(events, 'event')} told by {reports:,} {_label(reports, 'report')}{over}. "
        "Every value stands beside the passage that says it; where accounts disagree, both are kept."
    )


def event_row(event: Event) -> tuple[str, ...]:
    """Date, what, where, who, to whom, killed, injured, standing, independent origins, reports: as plain
    text."""
    modality = "" if event.modality.value == "occurred" else f" ({event.modality.value})"
    return (
        _date(event.date),
        event.type.replace("_", " ") + modality,
        event.place.name if event.place else UNKNOWN,
        names(event.side_a) or UNKNOWN,
        names(event.side_b) or UNKNOWN,
        _toll(killed(event)),
        _toll(total(event.injured.values())),
        event.status.value.replace("_", " "),
        str(event.independent_origins),
        str(len(event.reports)),
    )


def day(value: date) -> str:
    """A day as people write it, whatever the locale.

    >>> day(date(2024, 3, 4))
    '4 March 2024'
    """
    return f"{value.day} {value:%B} {value.year}"


def _date(value: DateValue) -> str:
    if value.start is None or value.end is None:
        return UNKNOWN
    return day(value.start) if value.start == value.end else f"{day(value.start)} to {day(value.end)}"


def _toll(toll: Toll | None) -> str:
    if toll is None:
        return UNKNOWN
    if toll.high is None:
        return f"{toll.best:,} or more"
    exact = toll.low == toll.best == toll.high
    return f"{toll.best:,}" if exact else f"{toll.best:,} ({toll.low:,} to {toll.high:,})"


def _label(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"
