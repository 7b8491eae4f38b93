"""The parts of a report's text: headline, dateline, byline, caption, body, furniture.

Every paragraph gets one kind, by tables (``furniture``, ``captions``, ``datelines``) and by where it
stands: before the first paragraph of prose, between prose, or after the last. In doubt it is body, because
what is furniture is never read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossbearing.model import Part, PartKind
from crossbearing.read.captions import caption_kind, split_caption
from crossbearing.read.dateforms import days_written
from crossbearing.read.datelines import (
    find_dateline,
    is_byline,
    is_credit_line,
    is_datestamp,
    is_publication_line,
    is_whole_dateline,
)
from crossbearing.read.furniture import furniture_class, opens_list
from crossbearing.text.folding import fold
from crossbearing.text.paragraphs import paragraphs
from crossbearing.vocab.agencies import agency_named

_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_PROSE = 90
"""A paragraph of so many characters that ends in a full stop is told prose."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the text, with its folded words and what the page's markup said of it."""

    start: int
    end: int
    text: str
    folded: str
    hint: PartKind | None = None

    @property
    def stopped(self) -> bool:
        """Ends as a sentence does (the cut-off headline's "…" does not count)."""
        return bool(_STOP.search(self.text)) and not self.text.endswith(("…", "..."))

    @property
    def bare(self) -> bool:
        """Ends without any mark, as headlines and names do; "The ministry said:" does not."""
        return not self.stopped and not self.text.endswith(":")

    @property
    def prose(self) -> bool:
        return len(self.text) >= 280 or (len(self.text) >= _PROSE and self.stopped)

    @property
    def told(self) -> bool:
        """A sentence and no headline: it ends in a plain full stop (headlines may end in "?" or "!")."""
        return self.prose or (
            bool(re.search(r"\.[\"'”’)]*$", self.text)) and len(self.text.split()) >= 6 and self.stopped
        )


def part(text: str, hints: Mapping[int, PartKind] | None = None) -> tuple[Part, ...]:
    """The parts of ``text``, in order, without overlap.

    ``hints`` gives, by the start of a paragraph, what the page's markup says that it is.
    """
    blocks = _blocks(text, hints or {})
    kinds = _kinds(blocks)
    return _merged(text, blocks, kinds)


def _blocks(text: str, hints: Mapping[int, PartKind]) -> list[Block]:
    found = []
    for start, end in paragraphs(text):
        words = text[start:end]
        found.append(Block(start, end, words, fold(words).replace("\n", " "), hints.get(start)))
    return found


def _kinds(blocks: Sequence[Block]) -> list[PartKind]:
    kinds = [_kind_alone(b) for b in blocks]
    _close_lists(blocks, kinds)
    _mark_head(blocks, kinds)
    _mark_tail(blocks, kinds)
    return [kind or PartKind.BODY for kind in kinds]


def _kind_alone(block: Block) -> PartKind | None:
    """What the paragraph is by its own words; None when only its surroundings can tell."""
    if block.hint is PartKind.CAPTION:
        return caption_kind(block.text, sure=True)
    if block.hint is not None:
        return block.hint
    if is_publication_line(block.folded):
        return PartKind.BYLINE
    if is_whole_dateline(block.text):
        return PartKind.DATELINE
    stamped = is_datestamp(block.text) or is_byline(block.text)
    if len(block.text) <= 320 and furniture_class(block.folded, stamped=stamped):
        return PartKind.FURNITURE
    return caption_kind(block.text, sure=False)


def _close_lists(blocks: Sequence[Block], kinds: list[PartKind | None]) -> None:
    """Mark what stands under a heading such as "Most read", until told sentences begin again.

    Readers' comments are told sentences too: after at least two paragraphs of prose they run to the end.
    """
    open_list, comments, prose = False, False, 0
    for i, block in enumerate(blocks):
        heading = opens_list(block.folded) if block.hint is None else None
        if heading:
            open_list = True
            comments = comments or (heading == "comments" and prose >= 2)
        elif block.told or block.hint is not None:
            open_list = open_list and block.hint is PartKind.FURNITURE
        if open_list or comments:
            kinds[i] = PartKind.FURNITURE
        prose += block.prose


def _mark_head(blocks: Sequence[Block], kinds: list[PartKind | None]) -> None:
    """Before the first prose: headline, byline, date stamps, names of the outlet and the section."""
    prose = [i for i, b in enumerate(blocks) if b.prose and kinds[i] is None]
    first_prose = prose[0] if prose else len(blocks)
    for i in range(first_prose):
        if kinds[i] is None and _stamps(blocks, i):
            kinds[i] = PartKind.BYLINE
        if kinds[i] is PartKind.BYLINE and i and _clock_without_day(blocks[i - 1]) and _bare_day(blocks[i]):
            kinds[i] = PartKind.FURNITURE
    rest = [i for i in range(first_prose) if kinds[i] is None]
    headlines = [i for i in rest if len(blocks[i].text.split()) >= 5 and blocks[i].bare]
    if any(b.hint is PartKind.HEADLINE for b in blocks):
        headlines = []
    elif not headlines and rest and blocks[rest[0]].bare and len(blocks) > 1:
        headlines = [max((i for i in rest if blocks[i].bare), key=lambda i: len(blocks[i].text.split()))]
        if rest[0] and agency_named(blocks[rest[0] - 1].text) and blocks[rest[0]].text.isupper():
            kinds[rest[0]], headlines = PartKind.DATELINE, []  # the place under the agency's name
    for i in headlines[: _DECKS if prose else 1]:
        kinds[i] = PartKind.HEADLINE
    for i in rest:
        if headlines and i < headlines[0] and blocks[i].bare:
            kinds[i] = PartKind.FURNITURE


_DECKS = 4
"""A headline with up to three lines of deck under it; more bare lines than that are told news."""


def _stamps(blocks: Sequence[Block], i: int) -> bool:
    """An author, a day, or the agency's name as a line of its own."""
    block = blocks[i]
    return is_datestamp(block.text) or is_byline(block.text) or agency_named(block.text) is not None


def _clock_without_day(block: Block) -> bool:
    return (
        len(block.text) < 60
        and bool(furniture_class(block.folded) == "clock")
        and not days_written(block.text)
    )


def _bare_day(block: Block) -> bool:
    return len(block.text) < 50 and not is_publication_line(block.folded)


def _mark_tail(blocks: Sequence[Block], kinds: list[PartKind | None]) -> None:
    """After the last prose: three or more bare headlines in a row belong to other reports."""
    told = [i for i, b in enumerate(blocks) if b.prose and kinds[i] is not PartKind.FURNITURE]
    if not told:
        return
    tail = [i for i in range(told[-1] + 1, len(blocks)) if kinds[i] is None]
    for i in tail:
        if is_credit_line(blocks[i].text):
            kinds[i] = PartKind.BYLINE
    tail = [i for i in tail if kinds[i] is None]
    announced = any(blocks[i - 1].text.endswith(":") or blocks[i].text.endswith(":") for i in tail)
    if len(told) >= 2 and len(tail) >= 3 and not announced and all(_bare_headline(blocks[i]) for i in tail):
        for i in tail:
            kinds[i] = PartKind.FURNITURE


def _bare_headline(block: Block) -> bool:
    return 15 <= len(block.text) <= 200 and not block.stopped and not re.match(r"[-–—•*\d\"“'‘]", block.text)


def _merged(text: str, blocks: Sequence[Block], kinds: Sequence[PartKind]) -> tuple[Part, ...]:
    """One part a stretch of like paragraphs; datelines and photo credits are cut off what they stand in."""
    parts: list[Part] = []
    first = True
    for block, kind in zip(blocks, kinds, strict=True):
        pieces = [Part(block.start, block.end, kind)]
        if kind is PartKind.BODY:
            pieces = _cut_dateline(text, block, first=first and block.prose)
            first = first and not block.prose
        elif kind is PartKind.CAPTION:
            pieces = [Part(block.start + s, block.start + e, k) for s, e, k in split_caption(block.text)]
        for piece in pieces:
            if parts and parts[-1].kind is piece.kind and piece.kind in (PartKind.BODY, PartKind.FURNITURE):
                parts[-1] = Part(parts[-1].start, piece.end, piece.kind)
            else:
                parts.append(piece)
    return tuple(parts)


def _cut_dateline(text: str, block: Block, *, first: bool) -> list[Part]:
    length = find_dateline(block.text, first=first)
    told = text[block.start + length : block.end]
    begin = block.start + length + len(told) - len(told.lstrip())
    if not length or (not first and len(told) < 40):
        return [Part(block.start, block.end, PartKind.BODY)]
    dateline = Part(block.start, block.start + length, PartKind.DATELINE)
    return [dateline, Part(begin, block.end, PartKind.BODY)] if begin < block.end else [dateline]
