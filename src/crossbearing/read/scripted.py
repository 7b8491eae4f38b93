"""The report as a page's linked data (JSON-LD) give it, for pages that only their scripts fill."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from crossbearing.model import PartKind
from crossbearing.read.blocks import Hint
from crossbearing.read.page_json import page_json
from crossbearing.read.stamps import iso_stamp
from crossbearing.read.walking import Piece

_TAGS = re.compile(r"<br\s*/?>|</p>|<p[^<>]*>", re.I)
_OTHER_TAGS = re.compile(r"<[^<>]{1,300}>")
_DEPTH = 12
"""Objects within objects that are followed; deeper ones are never articles."""


def scripted_pieces(tree: Any) -> list[Piece]:
    """Headline, summary and body of the first article in the page's linked data; empty when there is none."""
    for element in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            found = page_json(element.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _articles(found, _DEPTH):
            pieces = list(_pieces(node))
            if pieces:
                return pieces
    return []


def _articles(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(value, list):
        for item in value:
            yield from _articles(item, depth - 1)
    elif depth and isinstance(value, dict):
        if isinstance(value.get("articleBody"), str) or isinstance(value.get("liveBlogUpdate"), list):
            yield value
        else:
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _articles(value.get(key), depth - 1)


def _pieces(node: dict[str, Any]) -> Iterator[Piece]:
    for key, kind in (("headline", PartKind.HEADLINE), ("alternativeHeadline", PartKind.STANDFIRST)):
        if isinstance(node.get(key), str):
            yield from (Piece(words, Hint(kind)) for words in _paragraphs(node[key]))
    if isinstance(node.get("articleBody"), str):
        yield from (Piece(words, None) for words in _paragraphs(node["articleBody"]))
    updates = node.get("liveBlogUpdate")
    for update in updates if isinstance(updates, list) else ():
        if isinstance(update, dict):
            yield from _entry(update)


def _entry(update: dict[str, Any]) -> Iterator[Piece]:
    posted = update.get("datePublished")
    hint = Hint(PartKind.LIVE_ENTRY, iso_stamp(posted if isinstance(posted, str) else None))
    for key in ("headline", "articleBody"):
        if isinstance(update.get(key), str):
            yield from (Piece(words, hint) for words in _paragraphs(update[key]))


def _paragraphs(text: str) -> Iterator[str]:
    plain = html.unescape(_OTHER_TAGS.sub("", _TAGS.sub("\n", text)))
    for line in plain.splitlines():
        words = " ".join(line.split())
        if words:
            yield words
