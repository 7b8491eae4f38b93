"""Articles in JSON: one object a line, or one document that holds one or many."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from crossbearing.acquire.columns import Columns, no_text
from crossbearing.acquire.limits import MB
from crossbearing.acquire.lines import bounded_lines, in_utf8
from crossbearing.acquire.rows import RowPlace, row_report
from crossbearing.acquire.sources import Source
from crossbearing.errors import BadRow, InputError, NotText
from crossbearing.model import RawReport


def read_json_lines(source: Source) -> Iterator[RawReport | InputError]:
    """Each line as a report, or as the error that says what is wrong with it. Blank lines are nothing.

    A row that has neither id nor url is called ``<name>:<line>``.
    """
    most = source.limits.row
    stream = in_utf8(source.stream, source.head)
    for number, line in enumerate(bounded_lines(stream, most), start=1):
        place = RowPlace(f"{source.name}:{number}", f"{source.where}:{number}")
        if line is None:
            yield BadRow(place.where, f"the line is longer than {most // MB} MB, more than a report can be")
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield _row(line, source.intake.columns, place)


def _row(line: bytes, columns: Columns, place: RowPlace) -> RawReport | InputError:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return BadRow(
            place.where, f"not UTF-8 (byte {error.start + 1} of the line); convert the file to UTF-8"
        )
    except (ValueError, RecursionError) as error:
        return BadRow(place.where, f"not a line of JSON: {error}")
    return _object(row, columns, place)


def _object(row: Any, columns: Columns, place: RowPlace) -> RawReport | InputError:
    if not isinstance(row, dict):
        return BadRow(place.where, 'not a JSON object; a row looks like {"id": …, "text": …}')
    return row_report(row, columns, place)


def read_json_document(source: Source) -> Iterator[RawReport | InputError]:
    """The article that a document is, or each of the list that it is or holds.

    An article in a list that has neither id nor url is called ``<name>:<number>``, from 1 on.
    """
    content = in_utf8(source.stream, source.head)
    data = content.read(source.limits.json + 1)
    if len(data) > source.limits.json:
        yield BadRow(
            source.where,
            f"is one JSON document of more than {source.limits.json // MB} MB; write one object "
            "a line (jq -c '.[]') and call it .jsonl",
        )
        return
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        yield NotText(source.where, f"not UTF-8 (byte {error.start + 1}); convert the file to UTF-8")
        return
    except (ValueError, RecursionError) as error:
        yield NotText(source.where, f"not JSON: {error}")
        return
    yield from _articles(document, source)


def _articles(document: Any, source: Source) -> Iterator[RawReport | InputError]:
    columns = source.intake.columns
    rows = _list_in(document, columns)
    if rows is None:
        yield _object(document, columns, RowPlace(source.name, source.where))
        return
    if not rows:
        yield NotText(source.where, "is empty: a list without articles")
        return
    objects = [row for row in rows if isinstance(row, dict)]
    if not any(columns.find(tuple(row)).content for row in objects):  # said once, and not for each
        why_not = no_text(objects[0]) if objects else "holds a list, but no articles: they are JSON objects"
        yield NotText(source.where, why_not)
        return
    for number, row in enumerate(rows, start=1):
        yield _object(row, columns, RowPlace(f"{source.name}:{number}", f"{source.where}:{number}"))


def _list_in(document: Any, columns: Columns) -> list[Any] | None:
    """The list of articles that a document is, or that stands in the answer of a news API or in a JSON feed
    (``{"status": "ok", "articles": […]}``); None when it is one article."""
    if isinstance(document, list):
        return document
    if not isinstance(document, dict) or columns.find(tuple(document)).content:
        return None
    lists = [value for value in document.values() if isinstance(value, list) and _holds_objects(value)]
    return lists[0] if len(lists) == 1 else None


def _holds_objects(value: list[Any]) -> bool:
    return bool(value) and isinstance(value[0], dict)
