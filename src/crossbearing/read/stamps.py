"""When the entries of a live page were posted: clocks and days over them or before their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from crossbearing.model import Part, PartKind, Published, Stamp
from crossbearing.read.blocks import Block
from crossbearing.read.dateforms import days_written
from crossbearing.text.folding import fold

_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])"
    r"(?:[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?\s?(?P<half>[ap]\.?m\b\.?)?|\s?(?P<bare>[ap]\.?m\b\.?))"
    r"(?:\s?\(?(?:gmt|utc|bst|cet|cest|eet|eest|est|edt|et|pst|pdt|pt|msk|ist|trt|aest"
    r"|local(?: time)?|hrs?|z)"
    r"(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?\)?)?"
)
_ALONE = re.compile(rf"\W*(?:(?:posted|published|updated|at)\s+(?:at\s+)?)?{_CLOCK}\W*$")
_LEADING = re.compile(rf"\W*{_CLOCK}\s*(?:[-:|]|\]\s*[-:]?)\s+(?=\S)")
_AGO = re.compile(
    r"\W*(?:(?:posted|updated|about)\s+)?(?:\d{1,3}|an?)\s?(?:s|m|h|d|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?)"
    r"(?:\s?\d{1,2}\s?(?:m|mins?|minutes?))?\s+ago\W*$"
)
_RELATIVE = re.compile(r"\b(?P<yesterday>yesterday)\b|\b(?P<today>today)\b")
_DIGIT = re.compile(r"\d")
_LONGEST = 60
"""Characters of the longest stamp: "Wednesday 25 September 2019, 11:45 p.m. (GMT+3)"."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """A stamp found at the head of a block, where it takes ``length`` characters.

    ``alone``: the block holds nothing else; ``ago``: it only says how long ago.
    """

    stamp: Stamp
    length: int
    alone: bool = True
    ago: bool = False


def iso_stamp(written: str | None) -> Stamp | None:
    """The stamp in an ISO time, as written, whatever the zone; None for anything else."""
    match = re.match(r"\s*(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?", written or "")
    if match is None:
        return None
    try:
        return Stamp(date.fromisoformat(match[1]), time.fromisoformat(match[2]) if match[2] else None)
    except ValueError:
        return None


def stamp_at(block: Block) -> Stamped | None:
    """The stamp that the block is, or that it begins with; None when there is none."""
    folded = block.folded
    if not _DIGIT.search(folded, 0, _LONGEST) and not folded.startswith("an "):
        return None
    if len(folded) > _LONGEST:
        return _leading(folded)
    if _AGO.match(folded):
        return Stamped(Stamp(), len(folded), ago=True)
    days = days_written(folded)
    rest = folded[: days[0].start] + folded[days[0].end :] if days else folded
    match = _ALONE.match(_RELATIVE.sub("", rest))
    if match is None:
        return _leading(folded)
    day = days[0].in_year(days[0].year) if days and days[0].year else None
    return Stamped(Stamp(day, _clock(match)), len(folded))


def _leading(folded: str) -> Stamped | None:
    match = _LEADING.match(folded, 0, _LONGEST)
    return Stamped(Stamp(None, _clock(match)), match.end(), alone=False) if match else None


def _clock(match: re.Match[str]) -> time:
    hour, half = int(match["hour"]), match["half"] or match["bare"]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, int(match["minute"] or 0))


def day_heading(block: Block) -> date | None:
    """The day of a line that is nothing but a full day, over the entries of that day."""
    if len(block.text) > _LONGEST or not any(map(str.isdigit, block.text)):
        return None
    days = [d for d in days_written(block.folded) if d.year]
    if len(days) != 1 or re.search(r"\w", block.folded[: days[0].start] + block.folded[days[0].end :]):
        return None
    return days[0].in_year(days[0].year or 0)


def dated(text: str, parts: Sequence[Part], published: Published) -> tuple[Part, ...]:
    """The parts, with the days of entries that say "yesterday", "today" or a day without a year.

    Only where the page's own day is known. "3 hours ago" stays unknown, because the hour of the page is.
    """
    day = published.start if published.start == published.end else None
    if day is None or not any(p.stamp for p in parts):
        return tuple(parts)
    found: list[Part] = []
    for part in parts:
        stamp = part.stamp
        if stamp is not None and stamp.day is None:
            line = text[found[-1].start : found[-1].end] if found else ""
            said = line if found and found[-1].kind is PartKind.BYLINE else ""
            part = replace(part, stamp=Stamp(_day_said(said, day), stamp.clock))
        found.append(part)
    return tuple(found)


def _day_said(line: str, published: date) -> date | None:
    folded = fold(line)
    relative = _RELATIVE.search(folded)
    if relative:
        return published - timedelta(1) if relative["yesterday"] else published
    written = next(iter(days_written(folded)), None)
    if written is None:
        return None
    near = (written.in_year(published.year), written.in_year(published.year - 1))
    return next((d for d in near if d is not None and abs((published - d).days) <= 31), None)
