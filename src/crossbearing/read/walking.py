"""One walk over a page's tree: which elements are left out, which lines the others give, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from crossbearing.model import PartKind, Stamp
from crossbearing.read.blocks import Hint
from crossbearing.read.elements import BLOCKS, Marks, is_dropped, marks_of
from crossbearing.read.rows import is_data_table, rows_of
from crossbearing.read.sizes import Size, sizes_of
from crossbearing.read.stamps import iso_stamp

_ELSEWHERE = 200
"""Characters of prose outside an element that show that the report is not in it."""

_NAMES = ("class", "id", "role", "itemprop")
_NO_MARKS = Marks()
_LINE = "\x1f"
"""Stands for a line break until the whole paragraph is known."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_NOTE_SIGN = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}|[a-z*†‡]|note \d+|citation needed)\s*[\])]?\s*$")
_MENU = 4000
"""Characters beyond which a list is no menu."""

_REPORTS = 50
"""Reports on one page that are told apart; no page that people read has more."""

_OTHERS = 40
"""Headlines of other reports that are kept as furniture, so that a reader can see what was left aside."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a page and what its markup says of it."""

    words: str
    hint: Hint | None


def walk(root: Any, *, lenient: bool = False) -> Iterator[Piece]:
    """The paragraphs of the page below ``root``. ``lenient``: what stands there for browsers without scripts
    is read as well, and what looks like a teaser for another report.
    """
    return iter(_Walk(root, sizes_of(root), lenient).found())


@dataclass(slots=True)
class _Walk:
    root: Any
    sizes: dict[Any, Size]
    lenient: bool
    pieces: list[Piece] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    others: int = 0
    other_reports: frozenset[Any] = frozenset()

    def found(self) -> list[Piece]:
        self.other_reports = frozenset(_other_reports(self.root, self.sizes))
        hints: list[Hint | None] = [None]
        blocks: list[bool] = []
        walker = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                opened = self._open(element, hints[-1])
                if opened is None:
                    walker.skip_subtree()
                hints.append(opened[0] if opened else None)
                blocks.append(opened[1] if opened else False)
            else:
                hint, block = hints.pop(), blocks.pop()
                if block:
                    self._flush(hint)
                if element is not self.root:
                    self._tail(element)
        self._flush(None)
        return self.pieces

    def _open(self, element: Any, outer: Hint | None) -> tuple[Hint | None, bool] | None:
        """The hint for what is in the element, and whether it is a block; None when it is left out."""
        tag = element.tag
        marks = _marks(element)
        if self._left_out(element, tag, marks):
            self._keep_others(element, tag)
            return None
        if tag == "br":
            self.pending.append(" " if outer and outer.kind is PartKind.HEADLINE else _LINE)
            return outer, False
        if tag == "sup" and _NOTE_SIGN.match("".join(element.itertext())):
            return None
        if tag == "table" and is_data_table(element, self.sizes):
            self._flush(outer)
            self.pieces += (Piece(row, Hint(PartKind.LIST_ITEM)) for row in rows_of(element))
            return None
        block = tag in BLOCKS
        if block:
            self._flush(outer)
        if element.text:
            if not block and self.pending and _run_together(self.pending[-1], element.text):
                self.pending.append(" ")
            self.pending.append(element.text)
        return self._hint(element, tag, marks, outer) or outer, block

    def _left_out(self, element: Any, tag: str, marks: Marks) -> bool:
        if is_dropped(tag) or (tag == "noscript" and not self.lenient):
            return True
        if element in self.other_reports or _is_hidden(element):
            return True
        size = self.sizes[element]
        if tag in ("body", "html", "main", "h1", "article") or size.h1:
            return False
        small = size.chars * 3 < self.sizes[self.root].chars
        elsewhere = self.sizes[self.root].prose - size.prose >= _ELSEWHERE
        if tag in ("ul", "ol", "div", "td", "table", "section") and (small or elsewhere) and size.all_links:
            return True
        if tag in ("ul", "ol") and size.chars < _MENU and _is_menu(element):
            return True
        if tag in ("aside", "footer") or marks.furniture:
            return small or elsewhere
        if tag in ("div", "li", "section", "td") and self._is_teaser(element):
            return elsewhere and not self.lenient
        if tag == "header" and not _within_report(element):
            return small
        return small and tag in BLOCKS and (marks.doubtful or tag == "form")

    def _is_teaser(self, element: Any) -> bool:
        """Opens with a heading that is all link: it leads to another report."""
        for child in element[:3]:
            if child.tag in ("h2", "h3", "h4", "h5"):
                size = self.sizes[child]
                return size.chars >= 25 and size.links == 1 and size.linked == size.chars
        return False

    def _keep_others(self, element: Any, tag: str) -> None:
        """The headlines of a list of links stay, as furniture."""
        size = self.sizes[element]
        if not size.links or is_dropped(tag) or element in self.other_reports:
            return
        for link in element.iter("a"):
            words = _spaced("".join(link.itertext()))
            if self.others < _OTHERS and 25 <= len(words) <= 200 and " " in words:
                self.others += 1
                self._flush(None)
                self.pieces.append(Piece(words, Hint(PartKind.FURNITURE)))

    def _hint(self, element: Any, tag: str, marks: Marks, outer: Hint | None) -> Hint | None:
        size = self.sizes[element]
        if tag == "h1":
            return Hint(PartKind.HEADLINE)
        if tag == "figcaption" or (marks.caption and size.chars < 600):
            return Hint(PartKind.CAPTION)
        if marks.live and outer is None and size.chars < 0.8 * self.sizes[self.root].chars:
            return Hint(PartKind.LIVE_ENTRY, _stamp_of(element))
        if marks.byline and size.chars < 200:
            return Hint(PartKind.BYLINE)
        if marks.standfirst and size.chars < 500:
            return Hint(PartKind.STANDFIRST)
        if outer is not None:
            return None
        if tag == "blockquote" and size.chars * 2 < self.sizes[self.root].chars:
            return Hint(PartKind.QUOTATION)
        return Hint(PartKind.LIST_ITEM) if tag == "li" else None

    def _tail(self, element: Any) -> None:
        tail = element.tail
        if not tail:
            return
        if element.tag == "a" and self.pending and _glued(self.pending[-1], tail):
            self.pending.append(" ")
        self.pending.append(tail)

    def _flush(self, hint: Hint | None) -> None:
        if not self.pending:
            return
        whole = "".join(self.pending)
        self.pending.clear()
        lines = [words for line in whole.split(_LINE) if (words := _spaced(line))]
        for number, words in enumerate(lines):
            if number and self.pieces and _goes_on(lines[number - 1], words):
                self.pieces[-1] = Piece(f"{self.pieces[-1].words} {words}", hint)
            else:
                self.pieces.append(Piece(words, hint))


_BEFORE_MARK = re.compile(r"(?<=\w) (?=[,;](?:\s|$)|\.(?:\s|$))")


def _spaced(words: str) -> str:
    """Every run of blanks as one, none before a comma or a full stop."""
    return _BEFORE_MARK.sub("", " ".join(words.split()))


_GLUED = re.compile(
    r"(?:said|says|told|on|in|at|to|of|and|the|was|were|is|are|has|had|have|for|from|by|with|who|that|which|when"
    r"|where|after|before|late|early|near|reported|also)\b"
)


def _glued(before: str, after: str) -> bool:
    """True for "Baghdad</a>said", a link and a word with no blank between; not for "Kurd</a>ish"."""
    return before[-1:].isalnum() and bool(_GLUED.match(after))


def _run_together(before: str, text: str) -> bool:
    """Two names set apart by the style only: "<span>By Ana Mora</span><span>Arlo</span>"."""
    return before[-1:].islower() and text[:1].isupper() and text[1:2].islower()


def _goes_on(above: str, line: str) -> bool:
    """A break within a sentence: "… the army said<br>in a statement"."""
    if not line[0].islower():
        return False
    return above[-1] == "," or (len(above) >= 40 and above[-1] not in '.!?:;…"”')


def _marks(element: Any) -> Marks:
    names = " ".join(value for name in _NAMES if (value := element.get(name)))
    return marks_of(names[:300]) if names else _NO_MARKS


def _is_hidden(element: Any) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and bool(_HIDDEN.search(style[:300]))


def _within_report(element: Any) -> bool:
    return any(above.tag in ("article", "main") for above in element.iterancestors())


def _is_menu(element: Any) -> bool:
    """A list of three or more entries that are all too short to tell anything."""
    items = [" ".join("".join(item.itertext()).split()) for item in element.iterfind("./li")]
    return len(items) >= 3 and all(
        len(item) < 24 and not item.endswith(".") and not re.search(r"\d", item) for item in items
    )


def _stamp_of(element: Any) -> Stamp | None:
    """When an entry was posted, by its time element; the day and the clock as written, whatever the zone."""
    found = element if element.get("datetime") else element.find(".//time[@datetime]")
    return iso_stamp(found.get("datetime") if found is not None else element.get("data-datetime"))


def _other_reports(root: Any, sizes: dict[Any, Size]) -> Iterator[Any]:
    """The elements of an endless page that hold further reports, each with a headline of its own."""
    headlines = [h for h in root.iter("h1") if sizes[h].chars >= 20]
    first = headlines[0] if headlines else None
    above_first = set(first.iterancestors()) if first is not None else set()
    for headline in headlines[1:_REPORTS]:
        branch = headline
        while branch.getparent() is not None and branch.getparent() not in above_first:
            branch = branch.getparent()
        if sizes[branch].prose >= _ELSEWHERE:
            yield branch
    articles = [a for a in root.iter("article") if sizes[a].prose >= _ELSEWHERE / 2][:_REPORTS]
    if len(articles) < 2 or (first is not None and not any(a in above_first for a in articles)):
        return  # a digest or a live page under one headline
    for article in articles[1:]:
        if articles[0] not in set(article.iterancestors()) and _signed(article):
            yield article


def _signed(article: Any) -> bool:
    """Has a heading and a date or an author of its own, and is no entry of a live page."""
    headed = any(article.find(f".//{tag}") is not None for tag in ("h1", "h2", "h3"))
    return (
        headed
        and not _marks(article).live
        and any(_marks(e).byline or e.tag == "time" for e in article.iter())
    )
