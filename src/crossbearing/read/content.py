"""What a reader gets out of one kind of file, before it is parted and dated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crossbearing.read.blocks import Hint
from crossbearing.read.metadata import PageFacts


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
