"""The parts of a report's text: headline, standfirst, dateline, byline, caption, body, furniture and others.

Every paragraph gets one kind, by tables (``furniture``, ``captions``, ``datelines``) and by where it
stands: before the first paragraph of prose, between prose, or after the last. In doubt it is body, because
what is furniture is never read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from crossbearing.model import Part, PartKind
from crossbearing.read.blocks import Block, Hint, blocks_of
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
from crossbearing.read.furniture import LONGEST, Tables, furniture_class, opens_list, press_class, tables
from crossbearing.read.live import mark_entries
from crossbearing.read.stamps import Stamped
from crossbearing.vocab.agencies import agency_named

_SURE_HINTS = frozenset({PartKind.HEADLINE, PartKind.BYLINE, PartKind.FURNITURE})
"""What the markup says and the words cannot overrule; a list item may still be "Share on Facebook"."""


def part(text: str, hints: Mapping[int, Hint] | None = None) -> tuple[Part, ...]:
    """The parts of ``text``, in order, without overlap.

    ``hints`` gives, by the start of a paragraph, what the page's markup says that it is.
    """
    blocks = blocks_of(text, hints or {})
    kinds, entries = _kinds(blocks)
    return _merged(text, blocks, kinds, entries)


def _kinds(blocks: Sequence[Block]) -> tuple[list[PartKind], dict[int, Stamped]]:
    rules = tables().within("\n".join(b.folded for b in blocks if len(b.text) <= LONGEST))
    kinds = [_kind_alone(b, rules) for b in blocks]
    _close_lists(blocks, kinds)
    entries = mark_entries(blocks, kinds)
    _mark_contacts(blocks, kinds)
    _mark_head(blocks, kinds)
    _mark_tail(blocks, kinds)
    _mark_items(blocks, kinds)
    return [kind or PartKind.BODY for kind in kinds], entries


def _kind_alone(block: Block, rules: Tables) -> PartKind | None:
    """What the paragraph is by its own words; None when only its surroundings can tell."""
    hint = block.hint.kind if block.hint is not None else None
    if hint is PartKind.CAPTION:
        return caption_kind(block.text, sure=True, folded=block.folded)
    if hint in _SURE_HINTS:
        return hint
    if hint is not PartKind.LIST_ITEM:  # "Date; 9 August" is a row of a table
        if is_publication_line(block.folded):
            return PartKind.BYLINE
        if is_whole_dateline(block.text):
            return PartKind.DATELINE
    if len(block.text) <= LONGEST:
        if press_class(block.folded):
            return PartKind.PRESS_HEAD
        stamped = len(block.text) <= 140 and (is_datestamp(block.text) or is_byline(block.text))
        if furniture_class(block.folded, stamped=stamped, rules=rules):
            return PartKind.FURNITURE
    return hint or caption_kind(block.text, sure=False, folded=block.folded)


def _close_lists(blocks: Sequence[Block], kinds: list[PartKind | None]) -> None:
    """Mark what stands under a heading such as "Most read", until told sentences begin again.

    Readers' comments are told sentences too: after at least two paragraphs of prose they run to the end.
    """
    open_list, comments, prose = False, False, 0
    for i, block in enumerate(blocks):
        placed = block.hint is not None and block.hint.kind not in (PartKind.LIST_ITEM, PartKind.FURNITURE)
        heading = opens_list(block.folded) if block.hint is None else None
        if heading:
            open_list = True
            comments = comments or (heading == "comments" and prose >= 2)
        elif block.told or placed:
            open_list = False
        if open_list or comments:
            kinds[i] = PartKind.FURNITURE
        prose += block.prose


_CONTACT_LINE = re.compile(
    r".*(?:@|\d{3}[ .-]?\d{2}|\+\d|\bwww\.|https?:)|(?:capt|lt|maj|col|sgt|mr|ms|mrs|dr)\b"
)


def _mark_contacts(blocks: Sequence[Block], kinds: list[PartKind | None]) -> None:
    """The names, numbers and addresses under the head of a press release belong to it."""
    for i, block in enumerate(blocks[1:], 1):
        after_head = kinds[i - 1] is PartKind.PRESS_HEAD and kinds[i] in (None, PartKind.FURNITURE)
        if not after_head or not block.bare or len(block.text) >= 80:
            continue
        if _CONTACT_LINE.match(block.folded) or (block.words <= 3 and "contact" in blocks[i - 1].folded):
            kinds[i] = PartKind.PRESS_HEAD


def _may_tell(kind: PartKind | None) -> bool:
    return kind is None or kind.told


def _mark_head(blocks: Sequence[Block], kinds: list[PartKind | None]) -> None:
    """Before the first prose: headline, standfirst, byline, date stamps, names of outlet and section."""
    prose = [i for i, b in enumerate(blocks) if b.prose and _may_tell(kinds[i])]
    first_prose = prose[0] if prose else len(blocks)
    for i in range(first_prose):
        if kinds[i] is None and _stamps(blocks, i):
            kinds[i] = PartKind.BYLINE
        if kinds[i] is PartKind.BYLINE and i and _clock_without_day(blocks[i - 1]) and _bare_day(blocks[i]):
            kinds[i] = PartKind.FURNITURE
    rest = [i for i in range(first_prose) if kinds[i] is None]
    hinted = next((i for i, b in enumerate(blocks) if b.hinted(PartKind.HEADLINE)), None)
    if hinted is not None:
        _mark_around(blocks, kinds, rest, hinted)
    else:
        _mark_headlines(blocks, kinds, rest, at_most=_DECKS if prose else 1)
    if prose:
        _mark_menu(blocks, kinds, range(first_prose))


_DECKS = 4
"""A headline with up to three lines of deck under it; more bare lines than that are told news."""


def _mark_around(
    blocks: Sequence[Block], kinds: list[PartKind | None], rest: Sequence[int], headline: int
) -> None:
    """Where the markup names the headline: bare lines above it are furniture, those right below the deck."""
    for i in rest:
        if i < headline and blocks[i].bare:
            kinds[i] = PartKind.FURNITURE
        elif headline < i < headline + _DECKS and blocks[i].bare and blocks[i].words >= 5:
            kinds[i] = PartKind.STANDFIRST


def _mark_headlines(
    blocks: Sequence[Block], kinds: list[PartKind | None], rest: Sequence[int], *, at_most: int
) -> None:
    headlines = [i for i in rest if blocks[i].words >= 5 and blocks[i].bare]
    if not headlines and rest and blocks[rest[0]].bare and len(blocks) > 1:
        headlines = [max((i for i in rest if blocks[i].bare), key=lambda i: blocks[i].words)]
        if rest[0] and agency_named(blocks[rest[0] - 1].text) and blocks[rest[0]].text.isupper():
            kinds[rest[0]], headlines = PartKind.DATELINE, []  # the place under the agency's name
    for number, i in enumerate(headlines[:at_most]):
        # the short name of the paper, then a date or a menu, then the headline: both stay headlines
        parted = number == 1 and i > headlines[0] + 1 and blocks[headlines[0]].words <= 6
        kinds[i] = PartKind.HEADLINE if number == 0 or parted else PartKind.STANDFIRST
    for i in rest:
        if headlines and i < headlines[0] and blocks[i].bare:
            kinds[i] = PartKind.FURNITURE


def _stamps(blocks: Sequence[Block], i: int) -> bool:
    """An author, a day, or the agency's name as a line of its own."""
    block = blocks[i]
    if len(block.text) > 140:
        return False
    return is_datestamp(block.text) or is_byline(block.text) or _agency_line(block)


def _agency_line(block: Block) -> bool:
    return len(block.text) <= 60 and agency_named(block.text) is not None


def _clock_without_day(block: Block) -> bool:
    return len(block.text) < 60 and furniture_class(block.folded) == "clock" and not days_written(block.text)


def _bare_day(block: Block) -> bool:
    return len(block.text) < 50 and not is_publication_line(block.folded)


def _mark_tail(blocks: Sequence[Block], kinds: list[PartKind | None]) -> None:
    """After the last prose: three or more bare headlines in a row belong to other reports."""
    told = [i for i, b in enumerate(blocks) if b.prose and _may_tell(kinds[i])]
    if not told:
        return
    tail = [i for i in range(told[-1] + 1, len(blocks)) if kinds[i] is None]
    for i in tail:
        if is_credit_line(blocks[i].text):
            kinds[i] = PartKind.BYLINE
    _mark_menu(blocks, kinds, range(told[-1] + 1, len(blocks)))
    tail = [i for i in tail if kinds[i] is None]
    announced = any(blocks[i - 1].text.endswith(":") or blocks[i].text.endswith(":") for i in tail)
    if len(told) >= 2 and len(tail) >= 3 and not announced and all(_bare_headline(blocks[i]) for i in tail):
        for i in tail:
            kinds[i] = PartKind.FURNITURE


def _bare_headline(block: Block) -> bool:
    return 15 <= len(block.text) <= 200 and not block.stopped and not re.match(r"[-–—•*\d\"“'‘]", block.text)


_MENU = 4
"""So many short lines in a row, with nothing that announces them, are a menu and no list that is told."""


def _mark_menu(blocks: Sequence[Block], kinds: list[PartKind | None], lines: range) -> None:
    run: list[int] = []
    for i in [*lines, lines.stop]:
        if i in lines and kinds[i] in (None, PartKind.FURNITURE) and _entry(blocks[i]):
            run.append(i)
            continue
        if len(run) >= _MENU and not (run[0] and blocks[run[0] - 1].text.endswith(":")):
            for k in run:
                kinds[k] = PartKind.FURNITURE
        run = []


def _entry(block: Block) -> bool:
    return len(block.text) <= 32 and block.words <= 4 and block.bare and not re.search(r"\d", block.text)


_BULLET = re.compile(r"(?:([•▪●◦‣►▶■□○·*+])|([-–—])|(\d{1,2}[.)]|\(\d{1,2}\)|[a-z]\)))\s+\S")


def _mark_items(blocks: Sequence[Block], kinds: list[PartKind | None]) -> None:
    """Paragraphs that begin with the same kind of bullet, two or more, and words quoted as in a mail."""
    bulleted: dict[int, list[int]] = {}
    for i, block in enumerate(blocks):
        if kinds[i] is None:
            match = _BULLET.match(block.text)
            if match and match.lastindex:
                bulleted.setdefault(match.lastindex, []).append(i)
            elif block.text.startswith(">"):
                kinds[i] = PartKind.QUOTATION
    for items in bulleted.values():
        for i in items if len(items) >= 2 else ():
            kinds[i] = PartKind.LIST_ITEM


_JOINED = (PartKind.BODY, PartKind.FURNITURE, PartKind.LIVE_ENTRY)


def _merged(
    text: str, blocks: Sequence[Block], kinds: Sequence[PartKind], entries: Mapping[int, Stamped]
) -> tuple[Part, ...]:
    """One part a stretch of like paragraphs; datelines and photo credits are cut off what they stand in."""
    parts: list[Part] = []
    first = True
    for i, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        pieces = [Part(block.start, block.end, kind)]
        if kind is PartKind.BODY:
            pieces = _cut_dateline(text, block, first=first and block.prose)
            first = first and not block.prose
        elif kind is PartKind.CAPTION:
            pieces = [Part(block.start + s, block.start + e, k) for s, e, k in split_caption(block.text)]
        elif i in entries:
            pieces = _cut_stamp(block, kind, entries[i])
        for piece in pieces:
            last = parts[-1] if parts else None
            if last and piece.kind in _JOINED and (last.kind, last.stamp) == (piece.kind, piece.stamp):
                parts[-1] = Part(last.start, piece.end, piece.kind, piece.stamp)
            else:
                parts.append(piece)
    return tuple(parts)


def _cut_stamp(block: Block, kind: PartKind, stamped: Stamped) -> list[Part]:
    """The clock before the words of an entry, and the words."""
    begin = block.start + stamped.length
    told = [Part(begin, block.end, kind, stamped.stamp)]
    return [Part(block.start, begin, PartKind.BYLINE), *told] if stamped.length else told


def _cut_dateline(text: str, block: Block, *, first: bool) -> list[Part]:
    length = find_dateline(block.text, first=first)
    if not length:
        return [Part(block.start, block.end, PartKind.BODY)]
    told = text[block.start + length : block.end]
    begin = block.start + length + len(told) - len(told.lstrip())
    if not first and len(told) < 40:
        return [Part(block.start, block.end, PartKind.BODY)]
    dateline = Part(block.start, block.start + length, PartKind.DATELINE)
    return [dateline, Part(begin, block.end, PartKind.BODY)] if begin < block.end else [dateline]
