"""Entries of live pages: which paragraphs are told under which stamp.

The markup says so (``Hint.stamp``), or the text does: clocks alone on their lines with told text between, or
paragraphs that begin with one. A pinned or summing-up entry stays what it is, an entry with its own stamp;
what it tells again is joined with the entry that told it first when events are made of the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossbearing.model import PartKind, Stamp
from crossbearing.read.blocks import Block
from crossbearing.read.stamps import Stamped, day_heading, stamp_at

_WORDS = 4
"""Words of the shortest entry that tells something: "A boy died there."."""

_FEWEST, _FEWEST_LOOSE = 2, 3
"""Told entries that make a live page: under clocks of their own; where clocks lead the paragraphs or only
"3 hours ago" stands over them, as it does over other pages' comments and teasers."""


def mark_entries(blocks: Sequence[Block], kinds: list[PartKind | None]) -> dict[int, Stamped]:
    """Marks the paragraphs of entries in ``kinds``; gives their stamps, by the number of the block."""
    if any(b.hinted(PartKind.LIVE_ENTRY) for b in blocks):
        return _by_markup(blocks, kinds)
    stamped = {i: s for i, b in enumerate(blocks) if _may_bear(kinds[i]) and (s := stamp_at(b))}
    if not _is_live(blocks, stamped):
        return {}
    return _by_stamps(blocks, kinds, stamped)


def _may_bear(kind: PartKind | None) -> bool:
    return kind in (None, PartKind.BYLINE, PartKind.FURNITURE, PartKind.LIST_ITEM)


def _is_live(blocks: Sequence[Block], stamped: dict[int, Stamped]) -> bool:
    order = sorted(stamped)
    told = [
        i
        for i, following in zip(order, [*order, len(blocks)][1:], strict=True)
        if any(b.prose or (b.stopped and b.words >= _WORDS) for b in blocks[i:following])
    ]
    sure = [i for i in told if stamped[i].alone and not stamped[i].ago]
    return len(sure) >= _FEWEST or len(told) >= _FEWEST_LOOSE


def _by_markup(blocks: Sequence[Block], kinds: list[PartKind | None]) -> dict[int, Stamped]:
    found: dict[int, Stamped] = {}
    for i, block in enumerate(blocks):
        if block.hint is None or block.hint.kind is not PartKind.LIVE_ENTRY:
            continue
        own = stamp_at(block)
        if own is not None and own.alone:
            kinds[i] = PartKind.BYLINE
        elif kinds[i] in (None, PartKind.LIVE_ENTRY):
            kinds[i] = PartKind.LIVE_ENTRY
            found[i] = Stamped(block.hint.stamp or Stamp(), 0)
    return found


def _by_stamps(
    blocks: Sequence[Block], kinds: list[PartKind | None], stamped: dict[int, Stamped]
) -> dict[int, Stamped]:
    found: dict[int, Stamped] = {}
    day, now = None, None
    for i, block in enumerate(blocks):
        own = stamped.get(i)
        heading = day_heading(block) if own is None else None
        if heading is not None:
            day, now = heading, None
            kinds[i] = PartKind.BYLINE
        elif own is not None:
            now = replace(own.stamp, day=own.stamp.day or day)
            if own.alone:
                kinds[i] = PartKind.BYLINE
                continue
        if now is not None and kinds[i] in (None, PartKind.LIST_ITEM):
            kinds[i] = PartKind.LIVE_ENTRY
            found[i] = Stamped(now, own.length if own else 0)
    return found
