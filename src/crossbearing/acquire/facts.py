"""What a user knows about reports: a table beside them that goes before what they say of themselves.

Each row names one report by its id, several by a pattern ("bbc/*.html"), or one by its address, and gives
its ``published`` (ISO day or time), ``outlet``, ``title``, ``language`` or ``url``. An id goes before an
address, an address before a pattern, a row before the rows above it. Rows that are wrong, and rows that name
no report of the input, are errors of their own and end nothing.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from fnmatch import translate
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from crossbearing.acquire.places import printable
from crossbearing.acquire.texts import text_of
from crossbearing.errors import BadRow, InputError, NotText
from crossbearing.model import RawReport

GIVEN = ("published", "outlet", "title", "language", "url")
"""What a row can give."""
_ASIDE = frozenset({"note", "notes", "comment", "comments", "remark"})
"""Columns that people keep for themselves."""
_WILD = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Fact:
    """A row: ``values`` hold for the reports that ``report`` (an id or a pattern) or ``address`` names.
    ``where`` is its place, ``FILE:row``."""

    where: str
    values: Mapping[str, str]
    report: str | None = None
    address: str | None = None

    @property
    def pattern(self) -> bool:
        return self.report is not None and _WILD.search(self.report) is not None


@dataclass(frozen=True, slots=True)
class Facts:
    """The rows of a file that could be read, and what is wrong with the others."""

    rows: tuple[Fact, ...] = ()
    errors: tuple[InputError, ...] = ()

    def applied(self, found: Iterable[RawReport | InputError]) -> Iterator[RawReport | InputError]:
        """The reports with what the rows say of them; then an error for each row that none of them met."""
        yield from self.errors
        index, met = _Index(self.rows), set[str]()
        for item in found:
            if isinstance(item, InputError):
                yield item
                continue
            hits = index.of(item)
            met.update(fact.where for fact in hits)
            yield _with(item, hits)
        for fact in self.rows:
            if fact.where not in met:
                name = fact.report if fact.report is not None else fact.address
                yield BadRow(fact.where, f'no report of the input is "{name}"; reports are named by their id')


NO_FACTS = Facts()


def read_facts(path: Path) -> Facts:
    """The rows of a .csv, .jsonl or .yaml file. Raises NotFound, NotReadable or NotText for a whole file."""
    name = printable(path.name)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise NotText(printable(str(path)), f"facts come in {', '.join(_READERS)}; save it as one")
    rows: list[Fact] = []
    errors: list[InputError] = []
    for number, row in reader(text_of(path).removeprefix("\ufeff"), printable(str(path))):
        try:
            rows.append(_fact(row, f"{name}:{number}"))
        except _WrongRowError as error:
            errors.append(BadRow(f"{printable(str(path))}:{number}", str(error)))
    return Facts(tuple(rows), tuple(errors))


class _WrongRowError(ValueError):
    """What is wrong with one row; never leaves this module."""


_Rows = Iterator[tuple[int, Any]]


def _from_csv(text: str, where: str) -> _Rows:
    """Rows by the line in which they begin; the columns may be parted by comma, semicolon or tab."""
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str] | None = None
    number = 1
    try:
        for cells in reader:
            if columns is None:
                columns = [cell.strip().lower() for cell in cells]
            elif any(cell.strip() for cell in cells):
                yield number, dict(zip(columns, cells, strict=False)) if len(cells) <= len(columns) else cells
            number = reader.line_num + 1
    except csv.Error as error:
        raise NotText(where, f"is no table from line {number} on: {error}") from error


def _from_jsonl(text: str, where: str) -> _Rows:  # noqa: ARG001 (the readers share one form)
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                yield number, error


def _from_yaml(text: str, where: str) -> _Rows:
    """A list of rows, or rows by the report that they are of. Rows are counted from 1."""
    try:
        data = yaml.load(text, Loader=yaml.BaseLoader)  # every value as it is written
    except (yaml.YAMLError, RecursionError) as error:
        raise NotText(where, f"is not valid YAML: {error}") from error
    if isinstance(data, dict):
        named = (({"report": key, **row} if isinstance(row, dict) else row) for key, row in data.items())
        yield from enumerate(named, 1)
    elif isinstance(data, list):
        yield from enumerate(data, 1)
    elif data:
        raise NotText(where, "holds no list of rows; a row looks like {report: a.txt, published: 2016-10-25}")


_READERS = {".csv": _from_csv, ".jsonl": _from_jsonl, ".yaml": _from_yaml, ".yml": _from_yaml}


def _fact(row: Any, where: str) -> Fact:
    if isinstance(row, Exception):
        raise _WrongRowError(f"not a line of JSON: {row}")
    if isinstance(row, list):
        raise _WrongRowError("has more cells than the table has columns; quote what holds a comma")
    if not isinstance(row, dict):
        raise _WrongRowError("not a row: wants the columns report (or url) and what is known of it")
    values = {str(key).strip().lower(): _value(key, value) for key, value in row.items() if key is not None}
    unknown = sorted(set(values) - {"report", *GIVEN} - _ASIDE)
    if unknown:
        raise _WrongRowError(f'the column "{unknown[0]}" is not known; there are report, {", ".join(GIVEN)}')
    report, address = values.get("report"), values.get("url")
    if not report and not address:
        raise _WrongRowError("names no report: give its id in the column report, or its address in url")
    given = {key: value for key in GIVEN if (value := values.get(key))}
    if not report:
        del given["url"]
    if not given:
        raise _WrongRowError(f"says nothing of the report: give one of {', '.join(GIVEN)}")
    if "published" in given:
        _check_day(given["published"])
    return Fact(where, given, report or None, None if report else address)


def _value(key: Any, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise _WrongRowError(f'"{key}" must be a word or a number')
    return str(value).strip()


def _check_day(value: str) -> None:
    try:
        datetime.fromisoformat(value)
    except ValueError as error:
        raise _WrongRowError(f'published "{value}" is no ISO day or time, such as 2016-10-25') from error


def _key(address: str) -> str:
    """What two ways to write one address have in common."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address.strip()
    query = f"?{parts.query}" if parts.query else ""
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/") + query


class _Index:
    """The rows, ready to be looked up."""

    def __init__(self, rows: Iterable[Fact]) -> None:
        self._by_id: dict[str, list[Fact]] = {}
        self._by_address: dict[str, list[Fact]] = {}
        self._patterns: list[tuple[re.Pattern[str], Fact]] = []
        for fact in rows:
            if fact.address is not None:
                self._by_address.setdefault(_key(fact.address), []).append(fact)
            elif fact.report is not None and fact.pattern:
                self._patterns.append((re.compile(translate(fact.report)), fact))
            if fact.report is not None:
                self._by_id.setdefault(fact.report, []).append(fact)

    def of(self, raw: RawReport) -> list[Fact]:
        """The rows that name the report, the weakest first."""
        found = [fact for pattern, fact in self._patterns if fact.report != raw.id and pattern.match(raw.id)]
        for address in dict.fromkeys((raw.metadata.get("url"), raw.id)):
            found += self._by_address.get(_key(address), []) if address else []
        return found + self._by_id.get(raw.id, [])


def _with(raw: RawReport, facts: list[Fact]) -> RawReport:
    """The report with what the rows give, each over the ones before."""
    if not facts:
        return raw
    metadata = dict(raw.metadata)
    for fact in facts:
        metadata.update(fact.values)
        if "published" in fact.values:
            metadata["published_from"] = fact.where
    return replace(raw, metadata=metadata)
