"""What one coder wrote down, in one form: rows from gold sheets, from a second coder's export, and from
accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from json import JSONDecodeError, loads
from pathlib import Path, PurePath
from typing import Any

from crossbearing.errors import NotFound, NotReadable
from crossbearing.model import Account, AccountKind, Actor, Count, Slot
from crossbearing.text.folding import name_key

SLACK_DAYS = {"day": 0, "week": 7, "month": 16, "quarter": 31, "year": 92}
"""How far a date may stray beyond one that is only known so finely."""

TOLERANCE_KM = 25.0
"""How far apart two coders' points for one place may lie where the sheet gives no tolerance of its own."""

_SIDES = {"a": Slot.SIDE_A, "b": Slot.SIDE_B, "civilians": Slot.CIVILIANS, "unknown": Slot.UNKNOWN}

Range = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """A point that counts as the right place, and how far from it one may be."""

    lat: float
    lon: float
    tolerance_km: float


@dataclass(frozen=True, slots=True)
class Row:
    """One incident as one coder put it down. Where several answers are right, all are listed, the first one
    best.

    Rows of one ``incident`` are several tellings of it and count once; an empty one is an incident of its
    own. ``sides`` holds for each side the actors, each as the set of keys of all its names. None: the coder
    left it open.
    """

    report: str
    id: str
    types: tuple[str, ...]
    modalities: tuple[str, ...]
    quotes: tuple[str, ...]
    spans: tuple[tuple[int, int], ...] = ()
    incident: str = ""
    core: bool = True
    dates: tuple[date, date] | None = None
    slack: timedelta = timedelta(0)
    spots: tuple[Spot, ...] = ()
    sides: tuple[tuple[frozenset[str], ...], tuple[frozenset[str], ...]] = ((), ())
    sides_open: bool = False
    deaths: Mapping[Slot, Range] = field(default_factory=dict)
    injured: Mapping[Slot, Range] = field(default_factory=dict)


def report_key(report: str) -> str:
    """The key under which two coders' names for one report meet: the file name without its folder."""
    return PurePath(report.split("?")[0]).name


def read_gold(gold: Path) -> Mapping[str, Sequence[Row]]:
    """Report key → the gold rows of that report. ``gold`` is a folder of sheets or an export of accounts
    (.jsonl).

    Raises NotFound when there is no such path, or nothing of that form in it, and NotReadable when a file is
    broken.
    """
    if gold.is_dir():
        found = dict(sheet for path in sorted(gold.glob("*.json")) for sheet in _sheet(path))
        found = _with_incidents(found, gold / "links.json")
        if not found:
            raise NotFound(
                str(gold), "holds no coding sheets (JSON files with the keys 'report' and 'events')"
            )
        return found
    if not gold.is_file():
        raise NotFound(str(gold), "no such file or folder; give a folder of sheets or an accounts.jsonl")
    return _second_coder(gold)


def rows_of(accounts: Iterable[Account]) -> Mapping[str, Sequence[Row]]:
    """Report key → the rows of our own coding; accounts of control and strength are left out."""
    found: dict[str, list[Row]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: a.id):
        if account.kind is AccountKind.EVENT:
            found[report_key(account.report)].append(_from_account(account))
    return found


def _with_incidents(sheets: Mapping[str, Sequence[Row]], links: Path) -> dict[str, Sequence[Row]]:
    """The rows with their ``incident``: those of one report that ``links`` joins, in so far as there is such
    a file."""
    joined: dict[tuple[str, str], tuple[str, str]] = {}

    def top(row: tuple[str, str]) -> tuple[str, str]:
        while joined.get(row, row) != row:
            row = joined[row]
        return row

    for left, right, same, *_ in _json(links, links.read_text(encoding="utf-8")) if links.is_file() else ():
        (one, first), (other, second) = left.rsplit(":", 1), right.rsplit(":", 1)
        if same and PurePath(one).stem == PurePath(other).stem:
            low, high = sorted((top((PurePath(one).stem, first)), top((PurePath(one).stem, second))))
            joined[high] = low
    return {
        key: [replace(row, incident=top((PurePath(key).stem, row.id))[1]) for row in rows]
        for key, rows in sheets.items()
    }


def _sheet(path: Path) -> Iterable[tuple[str, Sequence[Row]]]:
    data = _json(path, path.read_text(encoding="utf-8"))
    if isinstance(data, dict) and "report" in data and "events" in data:
        key = report_key(data["report"])
        undated = bool(data.get("published", {}).get("may_be_unknown"))
        yield key, [_from_sheet(key, event, path, undated) for event in data["events"]]


def _json(path: Path, text: str) -> Any:
    try:
        return loads(text)
    except JSONDecodeError as exc:
        raise NotReadable(str(path), f"is not JSON: {exc}") from exc


def _from_sheet(report: str, event: Mapping[str, Any], path: Path, undated: bool) -> Row:
    """A row of a coding sheet; a day that follows only from a publication date the report lacks is left
    open."""
    try:
        when = None if undated and event.get("date_needs_metadata") else event.get("date")
        places = [place for place in (event.get("where"), *event.get("any_where", [])) if place]
        return Row(
            report=report,
            id=event["id"],
            types=tuple(event["type"]),
            modalities=tuple(event["modality"]),
            quotes=(event["quote"],),
            spans=(tuple(event["span"]),) if event.get("span") else (),
            core=event.get("core", True),
            dates=_dates(when),
            slack=timedelta(days=SLACK_DAYS.get((when or {}).get("precision", "day"), 0)),
            spots=tuple(Spot(p["lat"], p["lon"], p.get("tolerance_km", TOLERANCE_KM)) for p in places),
            sides=(_names(event.get("a")), _names(event.get("b"))),
            sides_open=bool(event.get("a_optional")),
            deaths=_sheet_counts(event.get("deaths")),
            injured=_sheet_counts(event.get("injured")),
        )
    except (KeyError, TypeError, ValueError) as exc:
        raise NotReadable(str(path), f"is not a coding sheet: event {event.get('id')}: {exc!r}") from exc


def _dates(when: Mapping[str, Any] | None) -> tuple[date, date] | None:
    if not when or not when.get("start"):
        return None
    start = date.fromisoformat(when["start"])
    return start, date.fromisoformat(when.get("end") or when["start"])


def _names(actors: Sequence[Mapping[str, Any]] | None) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(name_key(name) for name in actor["names"]) for actor in actors or ())


def _sheet_counts(counts: Mapping[str, Any] | None) -> Mapping[Slot, Range]:
    return {_SIDES[side]: (value[0] or 0, value[1]) for side, value in (counts or {}).items() if value}


def _second_coder(path: Path) -> Mapping[str, Sequence[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                row = _exported(_json(path, line), f"{path}:{number}")
                if row is not None:
                    found[row.report].append(row)
    if not found:
        raise NotFound(str(path), "holds no accounts of events")
    return found


def _exported(record: Mapping[str, Any], where: str) -> Row | None:
    """A row of an export of accounts; None for control and strength."""
    if record.get("kind", "event") != "event":
        return None
    try:
        place, when = record.get("place") or {}, record.get("date") or {}
        evidence = record["evidence"]
        return Row(
            report=report_key(record["report"]),
            id=record["id"],
            types=(record["type"],),
            modalities=(record["modality"],),
            quotes=tuple(e["quote"] for e in evidence),
            spans=tuple((e["start"], e["end"]) for e in evidence),
            dates=_dates(when),
            slack=timedelta(days=SLACK_DAYS.get(when.get("precision", "day"), 0)),
            spots=() if place.get("lat") is None else (Spot(place["lat"], place["lon"], TOLERANCE_KM),),
            sides=(_exported_side(record, "side_a"), _exported_side(record, "side_b")),
            deaths=_exported_counts(record.get("deaths")),
            injured=_exported_counts(record.get("injured")),
        )
    except KeyError as exc:
        reason = f"is not an account: it has no key {exc}; give what 'export --what accounts' wrote"
        raise NotReadable(where, reason) from exc
    except (TypeError, ValueError) as exc:
        raise NotReadable(where, f"is not an account: {exc}") from exc


def _exported_side(record: Mapping[str, Any], side: str) -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(name_key(n) for n in (a.get("name"), a.get("mention"), *a.get("aliases", [])) if n)
        for a in record.get(side) or ()
    )


def _exported_counts(counts: Mapping[str, Any] | None) -> Mapping[Slot, Range]:
    return {Slot(slot): (count["low"], count.get("high")) for slot, count in (counts or {}).items() if count}


def _from_account(account: Account) -> Row:
    place = account.place
    located = place is not None and place.lat is not None and place.lon is not None
    dates = (account.date.start, account.date.end)
    return Row(
        report=report_key(account.report),
        id=account.id,
        types=(account.type or "",),
        modalities=(str(account.modality),),
        quotes=tuple(e.quote for e in account.evidence),
        spans=tuple((e.start, e.end) for e in account.evidence),
        dates=None if dates[0] is None or dates[1] is None else (dates[0], dates[1]),
        spots=(Spot(place.lat or 0.0, place.lon or 0.0, TOLERANCE_KM),) if place and located else (),
        sides=(_side(account.side_a), _side(account.side_b)),
        deaths=_counts(account.deaths),
        injured=_counts(account.injured),
    )


def _side(actors: Sequence[Actor]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(name_key(n) for n in (a.name, a.mention, *a.aliases)) for a in actors)


def _counts(counts: Mapping[Slot, Count]) -> Mapping[Slot, Range]:
    return {slot: (count.low, count.high) for slot, count in counts.items()}
