"""What days the body tells, as a check on the days that stand around it: a report does not come out before
what it tells, and seldom years after all of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from crossbearing.model import Part, Span
from crossbearing.read.dateforms import days_written, years_in
from crossbearing.text.folding import fold

_RUNNING = re.compile(
    r"\b(?:on|of|since|from|after|dated|before|between|and)\s+(?:the\s+)?(?:[a-z]+day,?\s+)?$"
)
"""What stands before a day in running prose."""
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|scheduled|planned|plans?|until|till|due|expires?|deadline|by|next"
    r"|upcoming|ahead of"
    r"|starting|elections?|set for|slated|expected|hearing|summit)\b"
)
"""Words that make a day in prose one to come."""
_LEAD = 700
"""How many characters of the body are its lead."""


@dataclass(frozen=True, slots=True)
class ToldDays:
    """``latest`` is the last full day that the body tells as past, ``lead`` a full day with weekday in the
    opening, with its words; ``years`` all years written in the body.
    """

    latest: date | None = None
    lead: date | None = None
    lead_span: Span | None = None
    years: frozenset[int] = frozenset()


def told_days(text: str, parts: Sequence[Part]) -> ToldDays:
    """What the body tells. A day that is "to come" in its own clause does not count."""
    latest: date | None = None
    lead: date | None = None
    span: Span | None = None
    years: set[int] = set()
    opening: int | None = None
    for part in parts:
        if not part.kind.told:
            continue
        opening = part.start if opening is None else opening
        body = text[part.start : part.end]
        folded = fold(body)
        years.update(years_in(body))
        for written in days_written(folded):
            day = written.in_year(written.year) if written.year else None
            if day is None or _AHEAD.search(folded[max(0, written.start - 60) : written.end + 25]):
                continue
            if written.weekday is None and not _RUNNING.search(
                folded[max(0, written.start - 24) : written.start]
            ):
                continue
            latest = max(latest or day, day)
            start = part.start + written.start
            if lead is None and written.weekday is not None and start < opening + _LEAD:
                lead, span = day, Span(start, part.start + written.end)
    return ToldDays(latest, lead, span, frozenset(years))
