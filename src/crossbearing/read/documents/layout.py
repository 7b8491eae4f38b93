"""Paragraphs out of lines on pages: which lines go on, which stand on every page, which is the headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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

_SMALL = 0.92
"""Footnotes are set in letters so many times as high as the text, at most."""
WIDE = 1.6
"""A gap of so many times the usual one parts paragraphs: set text has 1.0, a blank line 2 and more."""
LARGE = 1.2
"""A headline is set in letters so many times as high as the text."""


def pieces(pages: Sequence[Sequence[Line]]) -> Iterator[Piece]:
    """The paragraphs of all pages in order. Running heads, feet and page numbers are furniture; they and
    footnotes follow the paragraph that they interrupt."""
    running = _running(pages)
    told = [line for lines in pages for line in lines if line not in running]
    setting = _Setting(_usual_gap(told), _right_edges(told))
    size = median([line.height for line in told if line.placed] or [0.0])
    headline = _headline(told, size)
    notes = _footnotes(pages, running, size)
    waiting: list[Piece] = []
    open_lines: list[Line] = []
    for line in (line for lines in pages for line in lines):
        if line in running:
            waiting.append((line.text, PartKind.FURNITURE))
        elif line in notes:
            waiting = _with_note(waiting, line.text)
        if line in running or line in notes:
            if not open_lines:
                yield from waiting
                waiting = []
            continue
        if open_lines and not _goes_on(open_lines[-1], line, setting):
            yield _joined(open_lines), _hint(open_lines, headline)
            yield from waiting
            waiting, open_lines = [], []
        open_lines.append(line)
    if open_lines:
        yield _joined(open_lines), _hint(open_lines, headline)
    yield from waiting


def _with_note(waiting: Sequence[Piece], words: str) -> list[Piece]:
    """A line of a footnote goes on with the one before it, unless it begins with the next one's number."""
    if waiting and waiting[-1][1] is None and not re.match(r"[\d*†]", words):
        return [*waiting[:-1], (f"{waiting[-1][0]} {words}", None)]
    return [*waiting, (words, None)]


def _footnotes(pages: Sequence[Sequence[Line]], running: frozenset[Line], size: float) -> frozenset[Line]:
    """The lines in small letters at the foot of a page: they stand between two halves of a paragraph."""
    found: set[Line] = set()
    for lines in pages:
        for line in reversed([line for line in lines if line not in running]):
            if not line.placed or line.height >= _SMALL * size or line.bottom > 0.5:
                break
            found.add(line)
    return frozenset(found)


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
    if lines and all(line.placed for line in lines):
        ends = {max(lines, key=lambda line: line.top), min(lines, key=lambda line: line.bottom)}
        outer = {line for line in ends if _NUMBER.match(line.text)}
        return [x for x in lines if x.bottom > 1 - _MARGIN or x.top < _MARGIN or x in outer]
    return [*lines[:_EDGE], *lines[-_EDGE:]]


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the text is set: the usual distance of two lines, and by page and left edge where columns end."""

    gap: float
    right: Mapping[tuple[int, int], float]

    def fullness(self, line: Line) -> float:
        """How much of its column a line fills, 0 to 1."""
        width = self.right.get(_column(line), line.right) - line.left
        return (line.right - line.left) / width if width > 0 else 1.0


def _column(line: Line) -> tuple[int, int]:
    return line.page, round(line.left / 12)


def _right_edges(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    found: dict[tuple[int, int], float] = {}
    for line in lines:
        found[_column(line)] = max(line.right, found.get(_column(line), 0.0))
    return found


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


_NEARLY_FULL, _HALF = 0.8, 0.6
"""How much of its column the last line of a paragraph fills at most, mostly; and an entry of a list."""


def _goes_on(above: Line, line: Line, setting: _Setting) -> bool:
    """Whether ``line`` belongs to the paragraph of the line ``above``."""
    if _BULLET.match(line.text):
        return False
    small = line.text[:1].islower()
    stopped = bool(_STOPPED.search(above.text))
    placed = above.placed and line.placed
    if above.page != line.page or not placed:
        return small or (not stopped and len(above.text) > 40)
    if abs(above.height - line.height) > 0.15 * max(above.height, line.height):
        return False
    step = above.bottom - line.bottom
    if step <= 0:  # the next column
        return small or not stopped
    if setting.gap and step > WIDE * setting.gap:
        return False
    if above.text.endswith(":") and setting.fullness(line) < _HALF:
        return False
    full = setting.fullness(above)
    if stopped and (line.left > above.left + 8 or full < _NEARLY_FULL):
        return False
    return small or full >= _HALF


def _joined(lines: Sequence[Line]) -> str:
    out = ""
    for line in lines:
        if re.search(r"[^\W\d_]{2}-$", out) and line.text[:1].islower():
            out = (out if hyphen_kept(out[:-1]) else out[:-1]) + line.text
        else:
            out = f"{out} {line.text}" if out else line.text
    return out
