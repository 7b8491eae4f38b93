"""Tables in Parquet, a few rows at a time. Needs pyarrow, the extra ``parquet``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crossbearing.acquire.columns import no_text
from crossbearing.acquire.limits import MB
from crossbearing.acquire.rows import RowPlace, row_report
from crossbearing.acquire.sources import Source, seekable
from crossbearing.errors import BadRow, InputError, NotReadable, NotText
from crossbearing.model import RawReport

_AT_A_TIME = 64
"""Rows that are held in memory together: with 8 MB for each, the largest that is taken, half a gigabyte; for
news less than a megabyte."""

_READ_AHEAD = MB
"""Bytes of a column that are read from the file at once; without a bound, a whole row group is."""


def read_parquet(source: Source) -> Iterator[RawReport | InputError]:
    """Each row as a report; a row that has neither id nor url is called ``<name>:<number>``, from 1 on."""
    try:
        from pyarrow import parquet
    except ImportError:
        yield NotReadable(
            source.where,
            "is a Parquet table, for which pyarrow is needed: pip install 'crossbearing[parquet]'",
        )
        return
    with seekable(source) as stream:
        try:
            # Nothing is read ahead in threads: an archive's stream is not made for that.
            table = parquet.ParquetFile(stream, buffer_size=_READ_AHEAD, pre_buffer=False)
            yield from _rows(table, source)
        except InputError:
            raise
        except Exception as error:  # what broken bytes make the library raise is not to be foreseen
            yield NotReadable(source.where, f"is broken or cut off ({_first_line(error)}); get it again")


def _rows(table: Any, source: Source) -> Iterator[RawReport | InputError]:
    there = tuple(str(name) for name in table.schema_arrow.names)
    found = source.intake.columns.find(there)
    if not found.content:
        yield NotText(source.where, no_text(there))
        return
    wanted = [name for name in there if name in found.columns]
    number = 0
    for batch in table.iter_batches(batch_size=_AT_A_TIME, columns=wanted, use_threads=False):
        columns = [_strings(column) for column in batch.columns]
        for values in zip(*columns, strict=True):
            number += 1
            place = RowPlace(f"{source.name}:{number}", f"{source.where}:{number}")
            yield _row(dict(zip(batch.schema.names, values, strict=True)), source, place)


def _row(row: dict[str, Any], source: Source, place: RowPlace) -> RawReport | InputError:
    size = sum(len(value) for value in row.values() if isinstance(value, str))
    if size > source.limits.row:
        return BadRow(place.where, f"is longer than {source.limits.row // MB} MB, more than a report can be")
    return row_report(row, source.intake.columns, place)


def _strings(column: Any) -> list[Any]:
    """The values of a column: times as ISO strings (Arrow's own have nanoseconds that Python's cannot hold),
    bytes as the text that older writers mean by them."""
    import pyarrow

    kind = column.type
    if pyarrow.types.is_timestamp(kind) or pyarrow.types.is_date(kind):
        column = column.cast(pyarrow.string())
    values: list[Any] = column.to_pylist()
    if pyarrow.types.is_binary(kind) or pyarrow.types.is_large_binary(kind):
        return [value if value is None else value.decode("utf-8", "replace") for value in values]
    return values


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
