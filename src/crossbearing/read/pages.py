"""An HTML page read into paragraphs, with what its markup says of each.

The tree is lxml's, walked once without recursion: menus, boxes and other people's stories are left out by
element, by name (``elements.yaml``) and by how much of them is links; everything else stays, in the page's
order, and what its words show to be furniture is marked later (``parting``). A name only counts against an
element where there is prose elsewhere, so that "has-sidebar" on the body loses nothing.
docs/decisions/2026-11-20-pages-own-walk.md says why trafilatura does not do this alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crossbearing.errors import NotText
from crossbearing.model import PartKind, RawReport
from crossbearing.read.blocks import Hint
from crossbearing.read.metadata import cut_title
from crossbearing.read.scripted import scripted_pieces
from crossbearing.read.trees import parse_page
from crossbearing.read.walking import Piece, walk

_PROSE = 90
"""A paragraph of so many characters tells something; shorter ones may be lines of a menu."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: its text, what the markup says of the paragraphs (by start), the tree for metadata."""

    text: str
    hints: dict[int, Hint]
    tree: Any


def read_page(raw: RawReport) -> Page:
    """The text of an HTML report; raises NotText when the page holds none."""
    tree = parse_page(raw)
    body = tree.find(".//body")
    found = list(walk(tree if body is None else body))
    if _told(found) < _PROSE:
        found = list(walk(tree if body is None else body, lenient=True)) or found
    scripted = scripted_pieces(tree)
    if _told(scripted) > 2 * _told(found):  # the page is drawn by its scripts, or cut off at a paywall
        found = scripted
    text, hints = _assemble(_headline_chosen(tree, found))
    if not text.strip():
        raise NotText(raw.id, "the page holds no text")
    return Page(text, hints, tree)


def _told(pieces: list[Piece]) -> int:
    return sum(len(p.words) for p in pieces if len(p.words) >= _PROSE)


def _headline_chosen(tree: Any, found: list[Piece]) -> list[Piece]:
    """One headline: the h1 nearest to the page's title, else what the title says, put on top if need be."""
    titles = list(page_titles(tree))
    ranked = [i for i, p in enumerate(found) if p.hint is not None and p.hint.kind is PartKind.HEADLINE]
    if ranked:
        best = max(ranked, key=lambda i: (_likeness(found[i].words, titles), -i))
        return [p if i == best or i not in ranked else Piece(p.words, None) for i, p in enumerate(found)]
    title = titles[0] if titles else None
    if title is None:
        return found
    headline = Hint(PartKind.HEADLINE)
    same = next((i for i, p in enumerate(found) if p.words == title), None)
    if same is not None:
        return [*found[:same], Piece(title, headline), *found[same + 1 :]]
    if any(title in p.words for p in found):
        return found
    return [Piece(title, headline), *found]


def _likeness(words: str, titles: list[str]) -> float:
    """The share of the heading's words that the page's title has."""
    mine = set(re.findall(r"\w+", words.lower()))
    return max(
        (len(mine & set(re.findall(r"\w+", t.lower()))) / max(1, len(mine)) for t in titles), default=0
    )


def _assemble(found: list[Piece]) -> tuple[str, dict[int, Hint]]:
    pieces: list[str] = []
    hints: dict[int, Hint] = {}
    position = 0
    for piece in found:
        if piece.hint is not None:
            hints[position] = piece.hint
        pieces.append(piece.words)
        position += len(piece.words) + 2
    return "\n\n".join(pieces), hints


def page_titles(tree: Any) -> Iterator[str]:
    """What the page's head calls it, without the outlet's name behind it."""
    for element in tree.iterfind(".//title"):
        title, _ = cut_title(re.sub(r"\s+", " ", element.text_content()).strip())
        if title:
            yield title
    for element in tree.iterfind(".//meta[@property='og:title']"):
        if element.get("content"):
            yield element.get("content").strip()
