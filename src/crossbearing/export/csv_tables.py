"""CSV: one row a record, flat columns for what people filter and sort by, nested values as JSON in a cell.

Columns (empty: unknown):

- all dates: ``…_start`` and ``…_end``, ISO days, both included;
- ``place_*``: name, GeoNames id, WGS 84 degrees, UCDP where_prec, radius in km, province, ISO country, words
  used;
- ``side_a``, ``side_b``: names, joined by "; "; ``side_a_ids`` in the same order;
- ``deaths_SLOT_low|high`` (accounts) and ``deaths_SLOT_low|best|high`` (events), the same for ``injured``,
  where SLOT is side_a, side_b, civilians or unknown. An empty high beside a filled low means "or more";
- ``other_counts``, ``figures``, ``evidence``, ``contradictions``: JSON, as in the jsonl format;
- lists (ids, agencies) are joined by "; ".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from crossbearing.export.cells import Cell, joined, write_rows
from crossbearing.export.records import RECORDS
from crossbearing.model.bundle import Bundle
from crossbearing.model.codes import Slot
from crossbearing.model.records import Record

SLOTS: tuple[str, ...] = tuple(Slot)
_PLACE_KEYS = ("name", "id", "lat", "lon", "precision", "radius_km", "admin1", "country", "text")


def _json(value: object) -> str | None:
    """Nested values as JSON; nothing (empty list or object) as an empty cell."""
    return msgspec.json.encode(value).decode() if value else None


def _place(place: Record | None) -> dict[str, Cell]:
    return {f"place_{key}": (place or {}).get(key) for key in _PLACE_KEYS}


def _date(date: Record) -> dict[str, Cell]:
    return {f"date_{key}": date[key] for key in ("start", "end", "precision", "text")}


def _sides(record: Record) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for side in ("side_a", "side_b"):
        cells[side] = joined(actor["name"] for actor in record[side])
        cells[f"{side}_ids"] = joined(actor["id"] for actor in record[side])
    return cells


def _counts(record: Record, what: str, ends: tuple[str, ...]) -> dict[str, Cell]:
    told = record[what]
    return {f"{what}_{slot}_{end}": (told.get(slot) or {}).get(end) for slot in SLOTS for end in ends}


def report_row(record: Record) -> dict[str, Cell]:
    published = record["published"]
    return {
        **{key: record[key] for key in ("report", "url", "outlet", "title", "language")},
        "published_start": published["start"],
        "published_end": published["end"],
        "published_basis": published["basis"],
        "dateline": (record["dateline"] or {}).get("name"),
        "wire": joined(record["wire"]),
        "byline": record["byline"],
        **{key: record[key] for key in ("copy_of", "copy_group", "sha256", "encoding", "text")},
        "notes": joined(record["notes"]),
        "furniture": _json(record["furniture"]),
    }


def account_row(record: Record) -> dict[str, Cell]:
    measure, said = record["measure"] or {}, record["attribution"]
    return {
        **{key: record[key] for key in ("id", "report", "kind", "type", "modality")},
        **_date(record["date"]),
        **_place(record["place"]),
        **_sides(record),
        **_counts(record, "deaths", ("low", "high")),
        **_counts(record, "injured", ("low", "high")),
        "other_counts": _json({what: counts for what, counts in record["other_counts"].items() if counts}),
        **{f"measure_{key}": measure.get(key) for key in ("unit", "low", "high")},
        "speaker": said["speaker"],
        "speaker_role": said["role"],
        "via": joined(said["via"]),
        "figures": _json(record["figures"]),
        "evidence": _json(record["evidence"]),
        "confidence": record["confidence"],
        "origin": f"{record['origin']['component']} {record['origin']['version']}",
    }


def event_row(record: Record) -> dict[str, Cell]:
    return {
        **{key: record[key] for key in ("id", "type", "modality", "status", "independent_origins")},
        **_date(record["date"]),
        **_place(record["place"]),
        **_sides(record),
        **_counts(record, "deaths", ("low", "best", "high")),
        **_counts(record, "injured", ("low", "best", "high")),
        "contradictions": _json(record["contradictions"]),
        **{key: joined(record[key]) for key in ("reports", "accounts", "decisions")},
        "confidence": record["confidence"],
    }


_ROWS: dict[str, Callable[[Record], dict[str, Cell]]] = {
    "reports": report_row,
    "accounts": account_row,
    "events": event_row,
}


def write_csv(what: str, bundle: Bundle, out: BinaryIO) -> None:
    """Write the records of ``what`` as a CSV table."""
    write_rows(COLUMNS[what], table_rows(what, bundle), out)


def table_rows(what: str, bundle: Bundle) -> Iterator[dict[str, Cell]]:
    """The rows of the table of ``what``, by column name."""
    yield from map(_ROWS[what], RECORDS[what](bundle))


def _numbered(what: str, ends: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{what}_{slot}_{end}" for slot in SLOTS for end in ends)


_WHEN_WHERE_WHO = (
    *(f"date_{key}" for key in ("start", "end", "precision", "text")),
    *(f"place_{key}" for key in _PLACE_KEYS),
    *("side_a", "side_a_ids", "side_b", "side_b_ids"),
)

COLUMNS: dict[str, tuple[str, ...]] = {
    "reports": (
        *("report", "url", "outlet", "title", "language"),
        *("published_start", "published_end", "published_basis"),
        *("dateline", "wire", "byline", "copy_of", "copy_group"),
        *("sha256", "encoding", "text", "notes", "furniture"),
    ),
    "accounts": (
        *("id", "report", "kind", "type", "modality"),
        *_WHEN_WHERE_WHO,
        *_numbered("deaths", ("low", "high")),
        *_numbered("injured", ("low", "high")),
        *("other_counts", "measure_unit", "measure_low", "measure_high", "speaker", "speaker_role", "via"),
        *("figures", "evidence", "confidence", "origin"),
    ),
    "events": (
        *("id", "type", "modality", "status", "independent_origins"),
        *_WHEN_WHERE_WHO,
        *_numbered("deaths", ("low", "best", "high")),
        *_numbered("injured", ("low", "best", "high")),
        *("contradictions", "reports", "accounts", "decisions", "confidence"),
    ),
}
"""WHAT → the columns of its table, in order."""
