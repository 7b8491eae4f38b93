"""Tables of articles: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from crossbearing.errors import BadRow, InputError
from crossbearing.model import RawReport

METADATA_KEYS = ("url", "outlet", "title", "published", "language")
"""Keys of a row that go along with the report. Other keys are left aside."""


def read_rows(lines: Iterable[bytes], name: str, where: str) -> Iterator[RawReport | InputError]:
    """Each line as a report, or as the error that says what is wrong with it. Blank lines are nothing.

    A row that has neither id nor url is called ``<name>:<line>``; errors name ``<where>:<line>``, the table
    as the user knows it.
    """
    for number, line in enumerate(lines, start=1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield _row(line, f"{name}:{number}", f"{where}:{number}")


def _row(line: bytes, name: str, where: str) -> RawReport | InputError:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return BadRow(where, f"not UTF-8 (byte {error.start + 1} of the line); convert the file to UTF-8")
    except (json.JSONDecodeError, RecursionError) as error:
        return BadRow(where, f"not a line of JSON: {error}")
    if not isinstance(row, dict):
        return BadRow(where, 'not a JSON object; a row looks like {"id": …, "text": …}')
    try:
        return _report(row, name)
    except _WrongKeyError as error:
        return BadRow(where, str(error))


class _WrongKeyError(ValueError):
    """One key of a row is not what it should be; never leaves this module."""


def _report(row: dict[str, Any], name: str) -> RawReport:
    text, html = _string(row, "text"), _string(row, "html")
    content = text if text is not None else html
    if content is None:
        raise _WrongKeyError('neither "text" nor "html" is there; a row needs one of them')
    if not content.strip():
        raise _WrongKeyError(f'"{"text" if text is not None else "html"}" is empty')
    metadata = {key: value for key in METADATA_KEYS if (value := _string(row, key)) is not None}
    identifier = _identifier(row) or metadata.get("url") or name
    if "\0" in identifier:
        raise _WrongKeyError("the id holds a zero character, which no database keeps")
    return RawReport(
        id=identifier,
        content=content,
        media_type="text/plain" if text is not None else "text/html",
        metadata=metadata,
    )


def _string(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _WrongKeyError(f'"{key}" must be a string, not {_KINDS.get(type(value), "a number")}')
    if not _storable(value):
        raise _WrongKeyError(
            f'"{key}" holds half of a surrogate pair, which is not a character; write the file anew'
        )
    return value


def _identifier(row: dict[str, Any]) -> str | None:
    """The row's id; whole numbers are taken as they are written."""
    value = row.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(row, "id")


def _storable(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


_KINDS = {list: "a list", dict: "an object", bool: "true or false"}
