"""Which formats there are for what, and the one door to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from crossbearing.errors import ExportError
from crossbearing.export.acled import write_acled
from crossbearing.export.csv_tables import write_csv
from crossbearing.export.ged import write_ged
from crossbearing.export.geojson import write_geojson
from crossbearing.export.hxl import write_hxl
from crossbearing.export.jsonl import write_jsonl
from crossbearing.export.parquet import write_parquet
from crossbearing.export.webannotation import write_webannotation
from crossbearing.model.bundle import Bundle

Writer = Callable[[Bundle, BinaryIO], None]

FORMATS: dict[str, dict[str, Writer]] = {
    "reports": {
        "jsonl": partial(write_jsonl, "reports"),
        "csv": partial(write_csv, "reports"),
        "parquet": partial(write_parquet, "reports"),
    },
    "accounts": {
        "jsonl": partial(write_jsonl, "accounts"),
        "csv": partial(write_csv, "accounts"),
        "parquet": partial(write_parquet, "accounts"),
        "webannotation": write_webannotation,
    },
    "events": {
        "jsonl": partial(write_jsonl, "events"),
        "csv": partial(write_csv, "events"),
        "parquet": partial(write_parquet, "events"),
        "geojson": write_geojson,
        "ged": write_ged,
        "acled": write_acled,
        "hxl": write_hxl,
    },
}
"""WHAT → FORMAT → its writer. Adding a format is adding a line here."""


def write(what: str, format: str, bundle: Bundle, out: BinaryIO) -> None:
    """Write ``what`` (reports, accounts, events) of the bundle to ``out`` in ``format``.

    Equal bundles give equal bytes. Raises ExportError as ``writer_of`` does.
    """
    writer_of(what, format)(bundle, out)


def writer_of(what: str, format: str) -> Writer:
    """What writes that. Raises ExportError, naming the combinations that exist, for one that does not."""
    if what not in FORMATS:
        raise ExportError(f"there is no {what!r} to export; there are: {', '.join(FORMATS)}")
    writer = FORMATS[what].get(format)
    if writer is None:
        raise ExportError(f"{what} cannot be written as {format!r}; {_possible(what, format)}")
    return writer


def _possible(what: str, format: str) -> str:
    """What can be done instead: the formats for ``what``, and what the format is for."""
    elsewhere = [other for other, writers in FORMATS.items() if format in writers]
    hint = f" ({format} is for {', '.join(elsewhere)})" if elsewhere else ""
    return f"possible: {', '.join(FORMATS[what])}{hint}"
