"""The paragraphs of a report, with what the page's markup and their own shape say of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from crossbearing.model import PartKind, Stamp
from crossbearing.text.folding import fold
from crossbearing.text.paragraphs import paragraphs

_STOP = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_PLAIN_STOP = re.compile(r"\.[\"'”’)]*\Z")
_PROSE = 90
"""A paragraph of so many characters that ends in a full stop is told prose."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What the markup says that a paragraph is; ``stamp``: when an entry of a live page was posted."""

    kind: PartKind
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the text, with its folded words and what the page's markup said of it.

    ``stopped``: ends as a sentence does (the cut-off headline's "…" does not count). ``bare``: ends without
    any mark, as headlines and names do; "The ministry said:" does not. ``told``: a sentence and no headline,
    because headlines may end in "?" or "!" but not in a full stop.
    """

    start: int
    end: int
    text: str
    folded: str
    hint: Hint | None
    stopped: bool
    prose: bool
    told: bool

    @property
    def bare(self) -> bool:
        return not self.stopped and not self.text.endswith(":")

    @property
    def words(self) -> int:
        return self.text.count(" ") + self.text.count("\n") + 1

    def hinted(self, kind: PartKind) -> bool:
        return self.hint is not None and self.hint.kind is kind


def blocks_of(text: str, hints: Mapping[int, Hint]) -> list[Block]:
    """The paragraphs of ``text``; ``hints`` gives, by the start of a paragraph, what the markup says."""
    folded = fold(text).replace("\n", " ").replace("\r", " ")
    return [_block(text, folded, span, hints.get(span[0])) for span in paragraphs(text)]


def _block(text: str, folded: str, span: tuple[int, int], hint: Hint | None) -> Block:
    start, end = span
    words = text[start:end]
    tail = words[-8:]
    stopped = bool(_STOP.search(tail)) and not words.endswith(("…", "..."))
    prose = len(words) >= 280 or (len(words) >= _PROSE and stopped)
    told = prose or (stopped and bool(_PLAIN_STOP.search(tail)) and len(words.split(None, 6)) >= 6)
    return Block(start, end, words, folded[start:end], hint, stopped, prose, told)
