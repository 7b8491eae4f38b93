"""Parquet: the columns of the CSV tables, typed. Needs pyarrow, an extra (``crossbearing[parquet]``).

Counts are 64-bit integers, degrees and kilometres doubles, days date32, all else text; unknown is null.
Texts are to the character: the apostrophe that keeps spreadsheets from running a cell is for CSV only.
"""

from __future__ import annotations

import importlib
from datetime import date
from types import ModuleType
from typing import Any, BinaryIO

from crossbearing.errors import ExportError
from crossbearing.export.cells import Cell
from crossbearing.export.csv_tables import COLUMNS, table_rows
from crossbearing.model.bundle import Bundle

_DAYS = ("date_start", "date_end", "published_start", "published_end")
_DOUBLES = ("place_lat", "place_lon", "place_radius_km", "confidence")
_INTEGERS = ("place_precision", "independent_origins", "_low", "_best", "_high")


def _needs(module: str) -> ModuleType:
    try:
        return importlib.import_module(module)
    except ImportError as exc:
        raise ExportError(
            "the parquet format needs pyarrow: pip install 'crossbearing[parquet]'; csv has the columns too"
        ) from exc


def kind(column: str) -> str:
    """The Arrow type of a column, by its name."""
    if column in _DAYS:
        return "date32"
    if column in _DOUBLES:
        return "float64"
    return "int64" if column.endswith(_INTEGERS) else "string"


def _value(column: str, value: Cell) -> Cell | date:
    """Days as dates, and doubles as such even where JSON had a whole number; the rest as it is."""
    if value is None or value == "":
        return None
    if column in _DAYS:
        return date.fromisoformat(str(value))
    return float(value) if column in _DOUBLES else value


def write_parquet(what: str, bundle: Bundle, out: BinaryIO) -> None:
    """Write the records of ``what`` as one Parquet table. Raises ExportError where pyarrow is missing."""
    arrow, parquet = _needs("pyarrow"), _needs("pyarrow.parquet")
    columns = COLUMNS[what]
    schema = arrow.schema([(column, getattr(arrow, kind(column))()) for column in columns])
    rows: list[dict[str, Any]] = [
        {column: _value(column, row.get(column)) for column in columns} for row in table_rows(what, bundle)
    ]
    parquet.write_table(arrow.Table.from_pylist(rows, schema=schema), out, compression="zstd")
