"""Which pairs are worth comparing: accounts that meet in time and place, or in time and actor, in one report,
or in two reports on one story.

Every account is filed under keys and looks up keys; both lists allow for the uncertainty of its date and
place. What is looked up is never larger than ``MAX_BLOCK``, so the number of pairs grows with the number of
accounts, not its square.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from crossbearing.link.profiles import Profile
from crossbearing.link.stories import neighbours

MAX_BLOCK = 150
"""A block larger than this is split by event code, and if that is not enough only neighbours in it are
compared."""

SLACK_DAYS = 3
"""Reports of one incident date it up to so many days apart (time zones, "overnight", a wrong weekday)."""

CELL_DEGREES = 0.5
"""Edge of a place cell; about 55 km from south to north."""

LONG_DAYS = 12
"""A date longer than this is looked up by month."""

Key = tuple[Hashable, ...]


def pairs(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """The pairs to compare, as positions in ``profiles``; each once, smaller position first, sorted."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for i, item in enumerate(profiles):
        for key in set(_filed(item)):
            blocks[key].append(i)
    found: set[tuple[int, int]] = set()
    near = neighbours({item.report: item.story for item in profiles})
    for i, item in enumerate(profiles):
        for key in set(_looked_up(item)):
            found.update((min(i, j), max(i, j)) for j in _members(blocks, key, i, item) if i != j)
        for report in near[item.report]:
            found.update((min(i, j), max(i, j)) for j in _members(blocks, ("report", report), i, item))
    return sorted(found)


def _members(blocks: dict[Key, list[int]], key: Key, i: int, item: Profile) -> Sequence[int]:
    """The block's members, or as many of them as may be compared."""
    block = blocks.get(key, [])
    if len(block) <= MAX_BLOCK:
        return block
    block = blocks.get((*key, item.type), [])
    if len(block) <= MAX_BLOCK:
        return block
    position = bisect_left(block, i)
    return block[max(0, position - MAX_BLOCK // 4) : position + MAX_BLOCK // 4]


def _filed(item: Profile) -> Iterator[Key]:
    """The keys under which an account can be found, each also with its event code for blocks that grow too
    large."""
    for key in _plain_keys(item):
        yield key
        yield (*key, item.type)


def _plain_keys(item: Profile) -> Iterator[Key]:
    yield ("reports", item.group)
    yield ("report", item.report)
    where = list(_where(item))
    who = list(_who(item))
    for when in _when(item):
        yield from (("when+where", when, spot) for spot in where)
        yield from (("when+who", when, actor) for actor in who)
    yield from (("where+what", spot, item.type) for spot in where)
    yield from (("where+who", spot, actor) for spot in where for actor in who)


def _looked_up(item: Profile) -> Iterator[Key]:
    """The keys under which an account looks for others."""
    yield ("reports", item.group)
    around = list(_around(item))
    times = list(_times(item))
    for when in times:
        yield from (("when+where", when, spot) for spot in around)
    if not item.fine_place:
        yield from (("when+who", when, actor) for when in times for actor in _who(item))
    if (
        item.days is None
    ):  # place alone says little: it must be the same sort of event there, or the same actor
        yield from (("where+what", spot, item.type) for spot in around)
        yield from (("where+who", spot, actor) for spot in around for actor in _who(item))


def _when(item: Profile) -> Iterator[Hashable]:
    """The days (ordinals) or months (negative numbers) at which an account is filed."""
    days = item.days or item.news
    if days is None:
        return
    start, end = days
    if end - start <= LONG_DAYS:
        yield from range(start, end + 1)
    yield from {-(day // 30) for day in (start, end)} | {-(day // 30) for day in range(start, end, 30)}


def _times(item: Profile) -> Iterator[Hashable]:
    days = item.days or item.news
    if days is None:
        return
    start, end = days
    if end - start <= LONG_DAYS:
        slack = SLACK_DAYS if item.days else 0
        yield from range(start - slack, end + slack + 1)
    else:
        yield from {-(day // 30) for day in (start, end)} | {-(day // 30) for day in range(start, end, 30)}


def _where(item: Profile) -> Iterator[Hashable]:
    """The cell of the account's point; for a place in no gazetteer its name."""
    if item.point is None:
        yield from item.place_names - {""}
    elif item.radius < 300:
        yield _cell(*item.point)
        yield from item.place_names - {""}
    elif item.place is not None and item.place.country:
        yield item.place.country


def _around(item: Profile) -> Iterator[Hashable]:
    """The cells that the account's place may lie in."""
    yield from _where(item)
    if item.point is None or item.radius >= 300:
        return
    row, column = _cell(*item.point)
    reach = 1 if item.radius <= 40 else math.ceil(item.radius / 55)
    for up in range(-reach, reach + 1):
        for along in range(-reach, reach + 1):
            yield row + up, column + along


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / CELL_DEGREES), math.floor(lon / CELL_DEGREES)


def _who(item: Profile) -> Iterator[str]:
    for side in item.sides:
        yield from side.named
