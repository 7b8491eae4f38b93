"""Tables with a column line: .csv, .tsv and what spreadsheets make of them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from crossbearing.acquire.columns import Columns, no_text
from crossbearing.acquire.kinds import HEAD, wide_encoding
from crossbearing.acquire.limits import MB
from crossbearing.acquire.rows import RowPlace, row_report
from crossbearing.acquire.sources import Source
from crossbearing.errors import BadRow, InputError, NotText
from crossbearing.model import RawReport

DELIMITERS = (",", ";", "\t", "|")
"""What stands between columns, the likeliest first. Spreadsheets in much of Europe write semicolons."""

_SEP_LINE = "sep="
"""Excel's own first line, which names the delimiter."""

_UTF_8 = "utf-8-sig"
"""UTF-8, with or without a byte order mark."""

_STRAY = re.compile("[\udc80-\udcff]")
"""What stands for a byte that is not UTF-8."""

_ENDS = ("\n", "\r")

_LONGEST_NAME = 80
"""Characters of a column's name; what is longer is a sentence, and the text no table."""


def read_delimited(source: Source) -> Iterator[RawReport | InputError]:
    """Each row as a report, its text to the character; broken rows are named by the line they begin in.

    A row that has neither id nor url is called ``<name>:<line>``.
    """
    encoding = _encoding(source.head)
    if encoding is None:
        yield NotText(source.where, "is in an encoding that cannot be found out; save it as UTF-8")
        return
    csv.field_size_limit(
        source.limits.row
    )  # the library knows one limit for all; ours is larger than its own
    start = source.head.decode(encoding, "replace").lstrip("\ufeff \r\n")
    yield from _Table(source, encoding, _delimiter(start)).reports()


class _Table:
    """One table while it is read."""

    def __init__(self, source: Source, encoding: str, delimiter: str) -> None:
        self._source = source
        # A byte that is not UTF-8 becomes a lone surrogate, by which its row is found.
        strays = "surrogateescape" if encoding == _UTF_8 else "replace"
        self._text = io.TextIOWrapper(
            cast("io.BufferedReader", source.stream), encoding, errors=strays, newline=""
        )
        # Strict: elsewise quotation marks that are not doubled would be dropped from a text without a word.
        self._reader = csv.reader(self._lines(), delimiter=delimiter, strict=True)
        self._encoding = encoding
        self._is_guess = encoding != _UTF_8 and wide_encoding(source.head) is None

    def reports(self) -> Iterator[RawReport | InputError]:
        try:
            yield from self._reports()
        finally:
            self._text.detach()  # it would close standard input with itself

    def _reports(self) -> Iterator[RawReport | InputError]:
        header: list[str] | None = None
        for line, cells in self._rows():
            place = RowPlace(f"{self._source.name}:{line}", f"{self._source.where}:{line}")
            if isinstance(cells, str):
                yield BadRow(place.where, cells)
            elif header is None:
                header = [name.strip() for name in cells]
                why_not = self._why_no_header(header)
                if why_not:
                    yield NotText(self._source.where, why_not)
                    return
            else:
                yield self._report(header, cells, place)

    def _why_no_header(self, header: list[str]) -> str | None:
        if not self._source.intake.columns.find(tuple(header)).content:
            return no_text(header)
        twice = sorted({name for name in header if name and header.count(name) > 1})
        return f"has two columns {twice[0]!r}; give them names of their own" if twice else None

    def _report(self, header: list[str], cells: list[str], place: RowPlace) -> RawReport | InputError:
        if len(cells) > len(header) and not any(cells[len(header) :]):
            cells = cells[: len(header)]  # a delimiter at the end of the line
        if len(cells) != len(header):
            return BadRow(
                place.where,
                f"has {len(cells)} columns, the first line {len(header)}; a quotation mark or a line break "
                "may stand where it should be quoted",
            )
        if self._encoding == _UTF_8 and any(not cell.isascii() and _STRAY.search(cell) for cell in cells):
            return BadRow(
                place.where, "is not in UTF-8, as the rest of the table is; convert the file to UTF-8"
            )
        row = {name: cell or None for name, cell in zip(header, cells, strict=True) if name}
        report = row_report(row, self._source.intake.columns, place)
        if isinstance(report, RawReport) and self._is_guess:
            return replace(report, metadata={**report.metadata, "decoded_as": self._encoding})
        return report

    def _rows(self) -> Iterator[tuple[int, list[str] | str]]:
        """The rows with the number of the line that each begins in; a string says what is wrong with one."""
        while True:
            line = self._reader.line_num + 1
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield line, self._why(error)
                continue
            if any(cell.strip() for cell in cells):
                yield line, cells

    def _why(self, error: csv.Error) -> str:
        if "field limit" in str(error):
            most = self._source.limits.row // MB
            return (
                f"a field is longer than {most} MB, more than a report can be; is a quotation mark missing?"
            )
        if "end of data" in str(error):
            return "a quotation mark is opened and never closed; the file may be cut off"
        if "expected after" in str(error):
            return "a quotation mark within a quoted text is not doubled; have the table written anew"
        return f"not a row: {error}"

    def _lines(self) -> Iterator[str]:
        """The lines of the table. In the place of one that is longer than a row may be stands a field that
        the library refuses: given the line in pieces, it would take each for a row."""
        most = self._source.limits.row
        first = True
        while line := self._text.readline(most):
            if len(line) == most and not line.endswith(_ENDS):
                while line and not line.endswith(_ENDS):
                    line = self._text.readline(most)
                yield "x" * (most + 1)
            else:
                yield "\n" if first and line.lower().startswith(_SEP_LINE) else line
            first = False


def looks_like_table(start: str, columns: Columns) -> bool:
    """Whether a text of which nothing else is known begins with the names of columns, one for the text."""
    names = _first_row(start, _delimiter(start))
    return (
        len(names) > 1
        and all(0 < len(name) <= _LONGEST_NAME for name in names)
        and bool(columns.find(tuple(name.strip() for name in names)).content)
    )


def _delimiter(start: str) -> str:
    """The one that the first line has most of; not guessed from the rows, whose prose is full of commas."""
    if start.lower().startswith(_SEP_LINE):
        return start[len(_SEP_LINE) : len(_SEP_LINE) + 1] or ","
    return max(DELIMITERS, key=lambda delimiter: len(_first_row(start, delimiter)))


def _first_row(start: str, delimiter: str) -> list[str]:
    try:
        return next(iter(csv.reader(io.StringIO(start, newline=""), delimiter=delimiter)), [])
    except csv.Error:
        return []


def _encoding(head: bytes) -> str | None:
    """UTF-8 where the beginning is that; else what its mark says, else what it looks like."""
    wide = wide_encoding(head)
    if wide:
        return wide[:6]  # the name without its byte order, which the mark gives
    if _decodes(head, "utf-8"):
        return _UTF_8
    from charset_normalizer import from_bytes  # 40 ms to import, needed only where it is not UTF-8

    best = from_bytes(head).best()
    return best.encoding if best else None


def _decodes(head: bytes, encoding: str) -> bool:
    try:
        head.decode(encoding)
    except UnicodeDecodeError as error:
        return len(head) == HEAD and error.start > HEAD - 4  # a character that the end of the head cuts
    return True
