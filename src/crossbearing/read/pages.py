"""An HTML page read into paragraphs, with what its markup says of each, and what its head says of the report.

An own walk over the tree: menus, lists of other headlines and consent boxes are left out by element and by
class name, everything else stays, and what its words show to be furniture is marked later. A class name
only counts against an element that holds a small share of the page's words, so that "has-sidebar" on the
body loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from trafilatura import load_html

from crossbearing.errors import NotText
from crossbearing.model import PartKind, RawReport
from crossbearing.read.metadata import cut_title

_DROPPED_ELEMENTS = (
    "script style noscript template nav footer aside form button select option input textarea iframe object"
    " embed svg canvas math marquee dialog menu video audio map head"
)
_BLOCK_ELEMENTS = (
    "p div section article main header body html h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th tbody"
    " thead blockquote pre figure figcaption center address hr details summary fieldset"
)
_DROPPED = frozenset(_DROPPED_ELEMENTS.split())
_BLOCKS = frozenset(_BLOCK_ELEMENTS.split())
_FURNITURE_CLASS = re.compile(
    r"""(?:^|[\s_-])(?:nav\w*|menu\w*|crumbs?|breadcrumbs?|cookies?|consent|gdpr|banner|clock|upd|updated|weather|ticker|
    share|sharing|social|fb|like|likes|related|rel|teasers?|more|most|popular|trending|recommended|recirc\w*|promo\w*|
    ad|ads|advert\w*|adv|sponsor\w*|newsletter|subscribe\w*|paywall|signup|login|comments?|comm|disqus|footer|foot|
    bottom|copyright|legal|tags?|sidebar|widget|toolbar|skip|outbrain|taboola|breaking|strip|flash|masthead|hdr|
    elsewhere|readnext|next|prev|pagination|pager|hidden|visually-hidden|sr-only|print-only|video-player)(?:$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
_CAPTION_CLASS = re.compile(
    r"(?:^|[\s_-])(?:cap|caption|figcaption|photo-?credit|cutline|wp-caption-text)(?:$|[\s_-])", re.I
)
_BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by|byline|author|dateline|pubdate|published|timestamp|stamp|meta|date)(?:$|[\s_-])", re.I
)


_Piece = tuple[str, PartKind | None]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: its text, what the markup says of the paragraphs (by start), the tree for metadata."""

    text: str
    hints: dict[int, PartKind]
    tree: Any


@dataclass(slots=True)
class _Walk:
    """Paragraphs gathered so far, in the page's order."""

    total: int
    found: list[_Piece] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)

    def flush(self, hint: PartKind | None) -> None:
        words = re.sub(r"\s+", " ", "".join(self.pending)).strip()
        self.pending.clear()
        if words:
            self.found.append((words, hint))


def read_page(raw: RawReport) -> Page:
    """The text of an HTML report; raises NotText when the page holds none."""
    content = raw.content
    if (b"\0" in content) if isinstance(content, bytes) else ("\0" in content):
        raise NotText(raw.id, "holds NUL bytes, so it is no HTML page")
    tree = load_html(content)
    if tree is None:
        raise NotText(raw.id, "no HTML page could be read from it")
    body = tree.find(".//body")
    root = tree if body is None else body
    walk = _Walk(total=_length(root))
    _visit(root, walk, None)
    walk.flush(None)
    text, hints = _assemble(_headline_first(_with_headline(tree, walk.found)))
    if not text.strip():
        raise NotText(raw.id, "the page holds no text")
    return Page(text, hints, tree)


def _length(element: Any) -> int:
    return sum(len(t.strip()) for t in element.itertext())


def _visit(element: Any, walk: _Walk, hint: PartKind | None) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag and not _is_dropped(element, tag, walk.total):
        own = _hint(element, tag) or hint
        block = tag in _BLOCKS
        if block or tag == "br":
            walk.flush(hint if block else own)
        walk.pending.append(element.text or "")
        for child in element:
            _visit(child, walk, own)
        if block:
            walk.flush(own)
    walk.pending.append(element.tail or "")


def _is_dropped(element: Any, tag: str, total: int) -> bool:
    if tag in _DROPPED:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if tag in ("ul", "ol") and _is_menu(element):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    if not _FURNITURE_CLASS.search(names) or tag in ("body", "html", "main", "article"):
        return False
    return _length(element) * 3 < total and element.find(".//h1") is None


def _is_menu(element: Any) -> bool:
    """A list of three or more entries that are all links, or all too short to tell anything."""
    items = [" ".join(item.itertext()).strip() for item in element.iterfind("./li")]
    linked = sum(len("".join(a.itertext())) for a in element.iterfind(".//a"))
    if len(items) < 3:
        return False
    return max(map(len, items)) < 24 or linked >= 0.9 * _length(element)


def _hint(element: Any, tag: str) -> PartKind | None:
    if tag == "h1":
        return PartKind.HEADLINE
    if tag == "figcaption":
        return PartKind.CAPTION
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    if _CAPTION_CLASS.search(names):
        return PartKind.CAPTION
    if _BYLINE_CLASS.search(names) and _length(element) < 200:
        return PartKind.BYLINE
    return None


def _with_headline(tree: Any, found: list[_Piece]) -> list[_Piece]:
    """A page without an h1 has its headline in the title, or else in its first h2."""
    if any(hint is PartKind.HEADLINE for _, hint in found):
        return found
    title = next(page_title(tree), None)
    if title and not any(title in words for words, _ in found):
        return [(title, PartKind.HEADLINE), *found]
    return [(words, PartKind.HEADLINE if words == title else hint) for words, hint in found]


def _headline_first(found: list[_Piece]) -> list[_Piece]:
    """Only the first h1 is the headline; what stands above it in the page follows it in the text."""
    at = next((i for i, (_, hint) in enumerate(found) if hint is PartKind.HEADLINE), None)
    if at is None:
        return found
    rest = [
        (words, None if hint is PartKind.HEADLINE else hint) for words, hint in found[:at] + found[at + 1 :]
    ]
    return [found[at], *rest]


def _assemble(found: list[_Piece]) -> tuple[str, dict[int, PartKind]]:
    pieces: list[str] = []
    hints: dict[int, PartKind] = {}
    position = 0
    for words, hint in found:
        if hint is not None:
            hints[position] = hint
        pieces.append(words)
        position += len(words) + 2
    return "\n\n".join(pieces), hints


def page_title(tree: Any) -> Iterator[str]:
    """The page's title element without the outlet's name behind it, if it has one."""
    for element in tree.iterfind(".//title"):
        title, _ = cut_title(re.sub(r"\s+", " ", element.text_content()).strip())
        if title:
            yield title
