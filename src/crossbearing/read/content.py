"""What a reader gets out of one kind of file, before it is parted and dated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from crossbearing.model import PartKind
from crossbearing.read.blocks import Hint
from crossbearing.read.metadata import PageFacts

Piece = tuple[str, PartKind | None]
"""A paragraph on one line, and what the file shows that it is (None: nothing)."""


@dataclass(frozen=True, slots=True)
class Content:
    """The text that will be kept, and what the file says of it.

    ``hints``: by the start of a paragraph, what the file shows that it is. ``facts``: what it says of the
    report. ``encoding`` and ``notes`` are the Report's.
    """

    text: str
    hints: Mapping[int, Hint] = field(default_factory=dict)
    facts: PageFacts = field(default_factory=PageFacts)
    encoding: str | None = None
    notes: tuple[str, ...] = ()

    def pieces(self) -> Iterator[Piece]:
        """The paragraphs, with their hints."""
        for match in re.finditer(r"\S(?:.|\n(?!\n))*", self.text):
            hint = self.hints.get(match.start())
            yield match[0], hint.kind if hint else None


def assembled(pieces: Iterable[Piece]) -> tuple[str, dict[int, Hint]]:
    """The paragraphs as a text, a blank line between two, and the hints by where they start.

    Blanks and line breaks within a paragraph become one blank each; empty ones are left out.
    """
    kept: list[str] = []
    hints: dict[int, Hint] = {}
    position = 0
    for words, kind in pieces:
        line = re.sub(r"\s+", " ", words).strip()
        if line:
            if kind is not None:
                hints[position] = Hint(kind)
            kept.append(line)
            position += len(line) + 2
    return "\n\n".join(kept), hints
