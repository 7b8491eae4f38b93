"""Paragraphs out of lines on pages: which lines go on, which stand on every page, which is the headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from crossbearing.model import PartKind
from crossbearing.read.content import Piece
from crossbearing.text.mending import hyphen_kept


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page. ``left`` and ``right`` are in points, ``top``, ``bottom`` and ``height`` in heights
    of the page, from its lower edge; all 0 where nobody can say."""

    text: str
    page: int
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    height: float = 0.0

    @property
    def placed(self) -> bool:
        return self.height > 0

    @property
    def key(self) -> str:
        """Running heads differ by the page's number only."""
        return re.sub(r"\d+", "#", self.text.casefold())


_MARGIN = 0.12
"""Running heads and feet stand in the upper and lower eighth of a page."""
_EDGE = 3
"""Where nobody can say where lines stand: so many at the beginning and the end of a page."""
_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.|seite|página)?[\W_]*\d{1,4}(?:\s*(?:of|/|de|von)\s*\d{1,4})?[\W_]*$", re.I
)
_STOPPED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_BULLET = re.compile(r"(?:[•●▪◦‣·*o–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")

WIDE = 1.6
"""A gap of so many times the usual one parts paragraphs: set text has 1.0, a blank line 2 and more."""
LARGE = 1.2
"""A headline is set in letters so many times as high as the text."""


def pieces(pages: Sequence[Sequence[Line]]) -> Iterator[Piece]:
    """The paragraphs of all pages in order. Running heads, feet and page numbers are furniture and follow the
    paragraph that they interrupt."""
    running = _running(pages)
    told = [line for lines in pages for line in lines if line not in running]
    usual = _usual_gap(told)
    size = median([line.height for line in told if line.placed] or [0.0])
    headline = _headline(told, size)
    waiting: list[str] = []
    open_lines: list[Line] = []
    for line in (line for lines in pages for line in lines):
        if line in running:
            if open_lines:
                waiting.append(line.text)
            else:
                yield line.text, PartKind.FURNITURE
            continue
        if open_lines and not _goes_on(open_lines, line, usual):
            yield _joined(open_lines), _hint(open_lines, headline)
            yield from ((words, PartKind.FURNITURE) for words in waiting)
            waiting, open_lines = [], []
        open_lines.append(line)
    if open_lines:
        yield _joined(open_lines), _hint(open_lines, headline)
    yield from ((words, PartKind.FURNITURE) for words in waiting)


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[Line]:
    """Lines in the margins that recur on other pages, and page numbers."""
    margins = [line for lines in pages for line in _in_margins(lines)]
    on_pages = Counter(key for key, _ in {(line.key, line.page) for line in margins})
    enough = max(2, len(pages) * 0.3)
    return frozenset(
        line
        for line in margins
        if on_pages[line.key] >= enough or (len(line.text) < 30 and _NUMBER.match(line.text))
    )


def _in_margins(lines: Sequence[Line]) -> Sequence[Line]:
    if all(line.placed for line in lines):
        return [line for line in lines if line.bottom > 1 - _MARGIN or line.top < _MARGIN]
    return [*lines[:_EDGE], *lines[-_EDGE:]]


def _usual_gap(lines: Sequence[Line]) -> float:
    """The usual distance from the foot of a line to the foot of the next."""
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page and a.placed and b.placed]
    return median([step for step in steps if step > 0] or [0.0])


def _headline(lines: Sequence[Line], size: float) -> frozenset[Line]:
    """The lines in the largest letters of the upper half of the first page, if larger than the text."""
    top = [line for line in lines if line.page == 0 and line.placed and line.top > 0.5]
    largest = max((line.height for line in top), default=0.0)
    if not size or largest < LARGE * size:
        return frozenset()
    return frozenset(line for line in top if line.height > 0.95 * largest)


def _hint(lines: Sequence[Line], headline: frozenset[Line]) -> PartKind | None:
    return PartKind.HEADLINE if lines[0] in headline else None


def _goes_on(lines: Sequence[Line], line: Line, usual: float) -> bool:
    """Whether ``line`` belongs to the paragraph of ``lines``."""
    above = lines[-1]
    if _BULLET.match(line.text):
        return False
    small = line.text[:1].islower()
    stopped = bool(_STOPPED.search(above.text))
    if above.page != line.page:
        return small or (not stopped and len(above.text) > 40)
    if not (above.placed and line.placed):
        return small or (not stopped and len(above.text) > 40)
    if abs(above.height - line.height) > 0.15 * max(above.height, line.height):
        return False
    step = above.bottom - line.bottom
    if step <= 0:  # the next column
        return small or not stopped
    if usual and step > WIDE * usual:
        return False
    return not (stopped and (line.left > above.left + 8 or _short(lines, above)))


def _short(lines: Sequence[Line], line: Line) -> bool:
    """A last line that ends well before the others do."""
    width = max((other.right for other in lines), default=0.0)
    return len(lines) > 1 and line.right < width - 0.2 * (width - line.left)


def _joined(lines: Sequence[Line]) -> str:
    out = ""
    for line in lines:
        if re.search(r"[^\W\d_]{2}-$", out) and line.text[:1].islower():
            out = (out if hyphen_kept(out[:-1]) else out[:-1]) + line.text
        else:
            out = f"{out} {line.text}" if out else line.text
    return out
