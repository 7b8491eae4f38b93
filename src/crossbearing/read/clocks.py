"""Times of day as a page writes them, with their zones; and days counted in seconds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from crossbearing.text.folding import fold


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written: ``HH:MM`` and the zone's own words ("+04:00", "Z", "GMT"), or None."""

    time: str
    zone: str | None = None


_ZONE = (
    r"(?P<zone>z\b|[+-]\d\d:?\d\d|(?:gmt|utc)(?: ?[+-] ?\d{1,2}(?::?\d\d)?)?|[ecmp][sd]?t|cest|cet|eest|eet"
    r"|wat|cat|eat|sast|msk|ist|pkt|npt|bst|wib|wita|wit|pht|jst|kst|aest|aedt|trt|irst|ast|art|brt"
    r"|cot|vet)\b"
)
_CLOCKS = (
    re.compile(rf"t(?P<h>[0-2]\d):(?P<m>[0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)?\s?(?:{_ZONE})?"),
    re.compile(rf"(?<![\d.:/])(?P<h>\d{{1,2}})[:.h](?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d/]|\.\d)\s?"
               rf"(?P<half>[ap]\.?m\b\.?)?(?:\s?\(?{_ZONE})?"),
    re.compile(rf"(?<![\d.:/])(?P<h>1?\d)\s?(?P<half>[ap]\.?m\b\.?)(?:\s?\(?{_ZONE})?"),
    re.compile(r"\b\d\d(?P<h>[0-2]\d)(?P<m>[0-5]\d) ?(?P<zone>gmt|utc|z)\b"),
)  # fmt: skip


def clock_in(text: str) -> Clock | None:
    """The first time of day in ``text`` ("2016-10-25T06:15:00+04:00", "8.31 PM GMT", "18h04"), or None."""
    folded = fold(text)
    for form in _CLOCKS:
        for match in form.finditer(folded):
            clock = _clock(match)
            if clock is not None:
                return clock
    return None


def _clock(match: re.Match[str]) -> Clock | None:
    groups = match.groupdict()
    hour, minute = int(groups["h"]), int(groups.get("m") or 0)
    half = groups.get("half")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 23:
        return None
    zone = groups.get("zone")
    return Clock(f"{hour:02}:{minute:02}", zone.upper() if zone else None)


def epoch_day(value: str) -> date | None:
    """The day (in UTC) of a count of seconds or thousandths since 1970, as some tags hold it."""
    if not re.fullmatch(r"\s*(?:\d{10}|\d{13})\s*", value):
        return None
    seconds = int(value) // (1000 if len(value.strip()) == 13 else 1)
    return date(1970, 1, 1) + timedelta(seconds=seconds)
