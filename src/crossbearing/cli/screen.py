"""What the verbs show: progress on a terminal and nothing in a pipe; complaints; the table of events."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars
from rich.table import Table
from rich.text import Text

from crossbearing.errors import ExportError, InputError
from crossbearing.flow import Progress
from crossbearing.model import Actor, DatePrecision, DateValue, Event, Modality, Place, Slot, Toll

MOST_ROWS = 20
"""Rows of events that ``run`` prints; all of them are in the store."""

WIDTH_IN_A_PIPE = 160
"""Columns of the table when there is no terminal that has a width of its own."""


def complain(message: str) -> None:
    """One line on standard error."""
    print(f"crossbearing: {message}", file=sys.stderr)


@contextmanager
def progress() -> Iterator[Progress]:
    """A bar on a terminal, silence in a pipe; rejections are named on standard error either way."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield Plain()
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=console, transient=True) as bars:
        yield Moving(bars)


class Plain(Progress):
    """Says nothing but what was turned down or left out."""

    def rejected(self, error: InputError) -> None:
        complain(f"rejected: {error}")

    def noticed(self, message: str) -> None:
        complain(f"note: {message}")


class Moving(Plain):
    """A bar for the stage at hand; how many reports will come is not known before they have come."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._task = bars.add_task("", total=None)

    def stage(self, name: str) -> None:
        self._bars.update(self._task, description=name)

    def finished(self, report: str) -> None:  # noqa: ARG002 (the count is enough)
        self._bars.advance(self._task)

    def rejected(self, error: InputError) -> None:
        self._bars.console.print(Text(f"crossbearing: rejected: {error}"), soft_wrap=True)

    def noticed(self, message: str) -> None:
        self._bars.console.print(Text(f"crossbearing: note: {message}"), soft_wrap=True)


@contextmanager
def output(path: Path | None) -> Iterator[BinaryIO]:
    """The file at ``path``, or standard output. The file appears whole or not at all."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    draft = path.with_name(f".{path.name}.part")
    try:
        with writing(path):
            with draft.open("wb") as stream:
                yield stream
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """While ``path`` is written: what the system refuses becomes an error that names it."""
    try:
        yield
    except OSError as error:
        raise ExportError(f"{path}: cannot be written: {error.strerror or error}") from error


def other_languages(counts: Mapping[str, int]) -> str:
    """``, 12 not in English: ar 8, fr 4``, the most frequent first; nothing when all were in English."""
    if not counts:
        return ""
    each = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return f", {sum(counts.values())} not in English: " + ", ".join(f"{name} {n}" for name, n in each)


def event_table(events: Sequence[Event]) -> None:
    """The events, earliest first, as a table on standard output."""
    if not events:
        return
    console = Console(width=None if sys.stdout.isatty() else WIDTH_IN_A_PIPE)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("date", "place", "type", "side a", "side b", "deaths", "status"):
        table.add_column(name, no_wrap=name in {"date", "deaths"}, overflow="fold")
    table.add_column("reports", justify="right")
    for event in sorted(events, key=_by_day)[:MOST_ROWS]:
        table.add_row(*_cells(event))
    console.print(table)
    if len(events) > MOST_ROWS:
        console.print(Text(f"… and {len(events) - MOST_ROWS} more"))


def _by_day(event: Event) -> tuple[bool, str, str]:
    day = event.date.start
    return day is None, day.isoformat() if day else "", event.id


def _cells(event: Event) -> list[Text]:
    cells = (
        date_cell(event.date),
        place_cell(event.place),
        type_cell(event),
        actors_cell(event.side_a),
        actors_cell(event.side_b),
        deaths_cell(event.deaths),
        event.status.value.replace("_", " "),
        str(len(event.reports)),
    )
    return [Text(cell) for cell in cells]  # Text: a name in square brackets is not markup


def type_cell(event: Event) -> str:
    """The type, and whether it happened where that is not so: ``operation launch (planned)``."""
    happened = event.modality in {Modality.OCCURRED, Modality.ONGOING}
    return event.type.replace("_", " ") + ("" if happened else f" ({event.modality})")


def date_cell(value: DateValue) -> str:
    """``2016-03-12``, ``2016-03``, ``2016``, ``2016-03-12/2016-03-18``, or ``?``."""
    if value.start is None or value.end is None:
        return "?"
    start, end = value.start.isoformat(), value.end.isoformat()
    shown = {DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}.get(value.precision, 10)
    return start[:shown] if start[:shown] == end[:shown] else f"{start}/{end}"


def place_cell(place: Place | None) -> str:
    """The name and country; a name that is in no gazetteer has ``(?)`` behind it."""
    if place is None:
        return "?"
    return ", ".join(filter(None, (place.name, place.country))) + ("" if place.located else " (?)")


def actors_cell(actors: Sequence[Actor]) -> str:
    """The first two names, and how many more there are."""
    more = f" +{len(actors) - 2}" if len(actors) > 2 else ""
    return "; ".join(actor.name for actor in actors[:2]) + more or "–"


def deaths_cell(deaths: Mapping[Slot, Toll]) -> str:
    """All dead of the event: the best estimate and, when wider, the range: ``12 (10–15)``, ``6+``."""
    if not deaths:
        return "–"
    tolls = list(deaths.values())
    low, best = sum(t.low for t in tolls), sum(t.best for t in tolls)
    if any(t.high is None for t in tolls):
        return f"{best}+"
    high = sum(t.high or 0 for t in tolls)
    return str(best) if low == best == high else f"{best} ({low}–{high})"
