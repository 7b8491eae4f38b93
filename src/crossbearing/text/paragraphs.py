"""Lines and paragraphs: which line breaks part paragraphs and which only wrap a long line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

_BREAK = re.compile(r"[\n\r\u2028\u2029\u0085\x0b\x0c]")
_RARE_BREAKS = "\r\u2028\u2029\u0085\x0b\x0c"
_TOUCHING = re.compile(r"\n(?<!\n\n)(?!\n|\Z)")
"""A break without an empty line beside it."""
_CLOSED = re.compile(r"[.!?:;…][\"'”’)\]»]*$")

NARROW = 130
"""Hard-wrapped text is set in lines of at most so many characters (mail and wire copy: 60 to 100)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text, without its break and the blanks around it; ``indent`` counts those before it."""

    start: int
    end: int
    indent: int

    @property
    def blank(self) -> bool:
        return self.start == self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of ``text[start:end]``, blank ones included."""
    stop = len(text) if end is None else end
    raws = _split(text[start:stop])
    if raws is not None:
        return list(_lines_of(raws, start))
    found, position = [], start
    for match in _BREAK.finditer(text, start, stop):
        at = match.start()
        if at == position and match[0] == "\n" and at > start and text[at - 1] == "\r":
            position = at + 1  # the second half of "\r\n"
            continue
        found.append(_line(text[position:at], position))
        position = at + 1
    found.append(_line(text[position:stop], position))
    return found


def first_line(text: str, start: int, end: int) -> Line:
    """The first of the lines of ``text[start:end]``."""
    match = _BREAK.search(text, start, end)
    return _line(text[start : match.start() if match else end], start)


def _split(piece: str) -> list[str] | None:
    """The lines with the blanks around them; None where not all breaks are of the usual kind."""
    return None if any(mark in piece for mark in _RARE_BREAKS) else piece.split("\n")


def _lines_of(raws: Iterable[str], start: int) -> Iterator[Line]:
    for raw in raws:
        yield _line(raw, start)
        start += len(raw) + 1


def _line(raw: str, start: int) -> Line:
    """The line whose words and blanks are ``raw``, from ``start`` on."""
    end = start + len(raw)
    if not raw:
        return Line(start, start, 0)
    if not raw[0].isspace() and not raw[-1].isspace():
        return Line(start, end, 0)
    left = len(raw) - len(raw.lstrip())
    if left == len(raw):
        return Line(start, start, 0)
    return Line(start + left, start + len(raw.rstrip()), left)


def paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The paragraphs of ``text[start:end]``: parted by blank lines, or by any break if not wrapped."""
    stop = len(text) if end is None else end
    piece = text[start:stop]
    raws = _split(piece)
    if raws is not None and _TOUCHING.search(piece) is None:  # as most reports are
        for raw in raws:
            if raw and (words := raw.strip()):
                first = start + raw.index(words[0])
                yield first, first + len(words)
            start += len(raw) + 1
        return
    all_lines = lines(text, start, stop)
    width = _wrap_width(text, all_lines)
    above: Line | None = None
    last: Line | None = None
    for line in all_lines:
        if above is not None and last is not None and (line.blank or not _continues(text, last, line, width)):
            yield above.start, last.end
            above = None
        if not line.blank:
            above = above or line
            last = line
    if above is not None and last is not None:
        yield above.start, last.end


def _wrap_width(text: str, all_lines: list[Line]) -> int | None:
    """The width to which the lines were filled, or None when the text is not hard-wrapped.

    Wrapped text shows in lines that are all short while many of them go on with a small letter in the next.
    """
    pairs = [(a, b) for a, b in pairwise(all_lines) if not a.blank and not b.blank]
    long_pairs = [(a, b) for a, b in pairs if a.end - a.start >= 40]
    if len(long_pairs) < 3:
        return None
    widths = sorted(line.end - line.start + line.indent for line in all_lines if not line.blank)
    width = widths[int(0.98 * (len(widths) - 1))]
    goes_on = sum(text[b.start].islower() for _, b in long_pairs)
    return width if width <= NARROW and goes_on * 4 >= len(long_pairs) else None


def _continues(text: str, above: Line, line: Line, width: int | None) -> bool:
    """True when ``line`` goes on with the paragraph of the line directly ``above`` it."""
    length = above.end - above.start + above.indent
    if width is None:
        # "… the army said\nin a statement": a stray break within a sentence
        return (
            length >= 40 and text[line.start].islower() and not _CLOSED.search(text, above.start, above.end)
        )
    if line.indent > above.indent and line.indent >= 2:
        return False
    word = re.match(r"\S+", text[line.start : line.end])
    return length + 1 + (word.end() if word else 0) > width - 6
