"""Cells of the CSV formats: how values become text, and how a spreadsheet is kept from running them.

A text cell that starts with ``=``, ``+``, ``-``, ``@``, a tab or a line break gets an apostrophe in front:
reports come from strangers, and spreadsheets run such cells as formulas. Numbers that crossbearing wrote (a
latitude of -1.5) are left as they are. Who needs the exact text of such a cell takes the ``jsonl`` format,
which never touches it. Unknown is an empty cell, never a zero. Rows end in a line feed; text is UTF-8 without
a mark in front.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO

Cell = str | int | float | None
Row = Mapping[str, Cell]

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def cell(value: Cell) -> str:
    """The text of one cell.

    >>> cell("=1+1"), cell(-1.5), cell(None)
    ("'=1+1", '-1.5', '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_STARTS_FORMULA) else value
    return repr(value)


def joined(values: Iterable[str | None], by: str = "; ") -> str:
    """The values that are known, each once, in order of first appearance."""
    return by.join(dict.fromkeys(v for v in values if v))


def write_rows(header: Sequence[str], rows: Iterable[Row], out: BinaryIO, tags: Row | None = None) -> None:
    """Write a CSV table; ``tags`` is an extra row under the header (HXL). A key without a column is an
    error."""
    known = set(header)
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        lines = csv.writer(text, lineterminator="\n")
        lines.writerow(header)
        if tags is not None:
            lines.writerow([tags[column] for column in header])
        for row in rows:
            if stray := row.keys() - known:
                raise KeyError(f"no such column: {', '.join(sorted(stray))}")
            lines.writerow([cell(row.get(column)) for column in header])
    finally:
        text.detach()  # or the wrapper would close a stream that is the caller's
