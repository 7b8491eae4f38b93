"""One row of a table of articles: what its columns hold, as a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from crossbearing.acquire.columns import Columns, Found, no_text
from crossbearing.errors import BadRow, InputError
from crossbearing.model import RawReport

METADATA_KEYS = ("url", "outlet", "title", "published", "language")
"""Keys of a row that go along with the report. Other keys are left aside."""

_LOOKS_LIKE_A_PAGE = re.compile(
    r"\s*<(?:!doctype\s+html|html|head|body|article|section|div|p|h[1-6]|span|figure|table|br)\b[^<]*>", re.I
)
"""How a text begins that is HTML, in a column whose name does not say so. The contract's own ``text`` is
never looked at: it is a text, to the character."""

_INNER_NAMES = ("name", "$oid", "$date", "start")
"""Keys by which programs wrap one value: the source in a news API's answer, ids and dates in a database's
export, the day in our own export of reports."""

_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_EPOCH = re.compile(r"\d{10}(?:\.\d+)?|\d{13}")
"""Seconds or milliseconds since 1970, as they stand in tables that hold only strings: 2001 to 2286."""

_KINDS = {list: "a list", dict: "an object", bool: "true or false"}


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands: ``name`` is its id when it has none of its own, ``where`` names it in messages."""

    name: str
    where: str


class _WrongRowError(ValueError):
    """Something in a row is not what it should be; never leaves this module."""


def row_report(row: Mapping[str, Any], columns: Columns, place: RowPlace) -> RawReport | InputError:
    """A row as a report, or as the error that says what is wrong with it."""
    try:
        return _report(row, columns.find(tuple(row)), place)
    except _WrongRowError as error:
        return BadRow(place.where, str(error))


def _report(row: Mapping[str, Any], found: Found, place: RowPlace) -> RawReport:
    content, media_type = _content(row, found)
    metadata = {}
    for key in METADATA_KEYS:
        value = _first(row, key, found, _time if key == "published" else _string)
        if value is not None:
            metadata[key] = value
    identifier = _first(row, "id", found, _identifier) or metadata.get("url") or place.name
    if "\0" in identifier:
        raise _WrongRowError("the id holds a zero character, which no database keeps")
    return RawReport(identifier, content, media_type, metadata)


def _content(row: Mapping[str, Any], found: Found) -> tuple[str, str]:
    """The text of a row, or its page, with its media type."""
    blank: str | None = None
    for column, key in found.content:
        value = _value(row, column, exact=column == key, read=_string)
        if value is None:
            continue
        if value.strip():
            is_page = key == "html" or (column != key and _LOOKS_LIKE_A_PAGE.match(value))
            return value, "text/html" if is_page else "text/plain"
        blank = blank or column
    if blank is not None:
        raise _WrongRowError(f'"{blank}" is empty')
    if found.content:
        others = [column for column, key in found.content if column != key]
        raise _WrongRowError(
            f"there is nothing in {', '.join(others)}"
            if others
            else 'neither "text" nor "html" is there; a row needs one of them'
        )
    raise _WrongRowError(f'neither "text" nor "html" is there: it {no_text(row)}')


def _first(row: Mapping[str, Any], key: str, found: Found, read: Callable[[Any], str | None]) -> str | None:
    """What the first column says that says something for ``key``."""
    for column in found.beside[key]:
        value = _value(row, column, exact=column == key, read=read)
        if value is not None and (value.strip() or column == key):
            return value
    return None


def _value(
    row: Mapping[str, Any], column: str, *, exact: bool, read: Callable[[Any], str | None]
) -> str | None:
    """The value of a column. A wrong one is an error where the contract names the column; elsewhere it only
    shows that the column is not what it is called."""
    value = row.get(column)
    if isinstance(value, dict):
        value = next((value[name] for name in _INNER_NAMES if isinstance(value.get(name), str)), value)
    if value is None:
        return None
    said = read(value)
    if said is None and exact:
        raise _WrongRowError(f'"{column}" must be a string, not {_KINDS.get(type(value), "a number")}')
    if said is not None and not _storable(said):
        raise _WrongRowError(
            f'"{column}" holds half of a surrogate pair, which is not a character; write the file anew'
        )
    return said


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _identifier(value: Any) -> str | None:
    """Whole numbers are taken as they are written."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(value)


def _time(value: Any) -> str | None:
    """A time of publication, in ISO 8601 where it is a number; what is written otherwise goes on as it is."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, str):
        return (_since_1970(float(value)) or value) if _EPOCH.fullmatch(value.strip()) else value
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if _DAY.fullmatch(str(value)):
        return f"{str(value)[:4]}-{str(value)[4:6]}-{str(value)[6:]}"
    return _since_1970(value) or str(value)


def _since_1970(number: float) -> str | None:
    """A number of seconds, or of thousandths, millionths or billionths of them, as a time in UTC."""
    if not 1e8 <= abs(number) < 1e20:  # from 1973 on, and finite
        return None
    while abs(number) >= 1e11:  # seconds of the year 5138; nobody means that
        number /= 1000
    return datetime.fromtimestamp(number, UTC).isoformat(timespec="seconds")


def _storable(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
