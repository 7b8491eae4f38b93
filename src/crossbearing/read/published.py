"""When a report was published, as far as the page or the text says it outright.

Everything that says when is gathered as a claim: what a user or a collector gave, the markup, the address,
lines around the body, datelines. Clocks ("last updated"), years of copyright and days of other headlines are
kept as candidates but never taken; a year of theirs may only complete a day that the report gives without
one, and only if the weekday fits. ``weighing`` judges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossbearing.model import Basis, Evidence, Part, Published, PublishedCandidate, Span
from crossbearing.read.addresses import address_claim
from crossbearing.read.claims import DayClaim
from crossbearing.read.dateforms import WEEKDAYS, DayWritten, days_written, years_at
from crossbearing.read.markup_days import claim_of
from crossbearing.read.stated import Meaning, Stated, Zones, dateline_days, stated_days, week_claim, zones
from crossbearing.read.told_days import ToldDays, told_days
from crossbearing.read.weighing import weigh
from crossbearing.text.folding import fold

_WEEKDAY = re.compile(r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b")


@dataclass(frozen=True, slots=True)
class Beside:
    """What came beside the text: the metadata of the report, what its markup says of when, its address."""

    metadata: Mapping[str, str]
    markup: Sequence[DayClaim] = ()
    address: str | None = None


def read_published(text: str, parts: Sequence[Part], beside: Beside) -> Published:
    """The publication date by what speaks most for it, with all that was found; unknown when nothing does."""
    where = zones(text, parts)
    stated = list(stated_days(text, where))
    dated = list(dateline_days(text, where))
    address = address_claim(beside.address)
    told = told_days(text, parts)
    claims = [*_given(beside.metadata), *beside.markup, *_written(text, where, stated, dated)]
    claims += [address] if address else []
    yearless = _yearless(stated, dated)
    completed = _completed(text, parts, where, yearless, address if address and not address.single else None)
    if completed is not None and (completed.kind.endswith("address") or not any(c.trust for c in claims)):
        claims.append(completed)
    claims += _lead(claims, told)
    retrieved = claim_of("row", "", beside.metadata.get("retrieved", ""))
    undated = [] if completed else [_undated(text, day, source) for day, source in yearless]
    return weigh(text, list(dict.fromkeys(claims)), told, retrieved.start if retrieved else None, undated)


def _given(metadata: Mapping[str, str]) -> Iterator[DayClaim]:
    """What a user, or the table of articles, gives as the day."""
    given = metadata.get("published")
    by = metadata.get("published_from")
    claim = None
    if given:
        claim = claim_of(
            "user" if by else "row", f"given by the user in {by}" if by else "given with the article", given
        )
    if claim:
        yield claim


def _written(
    text: str, where: Zones, stated: Sequence[Stated], dated: Sequence[DayWritten]
) -> Iterator[DayClaim]:
    """Days with their year in lines around the body and in the dateline."""
    repeated = {(d.month, d.day) for d in dated if not d.year}
    repeated |= {(s.day.month, s.day.day) for s in stated if s.meaning is Meaning.LABELLED and not s.day.year}
    for s in stated:
        day = s.day.in_year(s.day.year) if s.day.year else None
        if day is None:
            continue
        kind = s.meaning.value
        if s.meaning is Meaning.ALONE and (day.month, day.day) in repeated:
            kind = "confirmed line"
        clock = (s.clock.time, s.clock.zone) if s.clock else (None, None)
        yield DayClaim(kind, _SOURCES.get(kind, kind), day, day, s.span, *clock)
    for written in dated:
        day = written.in_year(written.year) if written.year else None
        if day is not None:
            yield DayClaim("dateline", "dateline", day, day, Span(written.start, written.end))
    week = week_claim(text, where)
    if week:
        yield week


_SOURCES = {
    "line": "line at the head",
    "confirmed line": "line at the head",
    "clock": "line with a clock",
    "below": "line below the text",
}
"""How a kind of line is called for a reader."""

_Yearless = tuple[DayWritten, str]


def _yearless(stated: Sequence[Stated], dated: Sequence[DayWritten]) -> list[_Yearless]:
    """Days without a year that can be the day of publication, the surest first, with what states them."""
    found = [(d, "dateline") for d in dated if not d.year]
    for meaning in (Meaning.LABELLED, Meaning.ALONE):
        found += [(s.day, "line") for s in stated if s.meaning is meaning and not s.day.year]
    return found


_PAST = re.compile(r"\b(?:[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|[Ff]rom)\s+(?:\w+ )?(?:19|20)\d\d\b")
"""Years that a report looks back to ("since 2011"): hardly ever its own."""
_REACH = 60
"""Characters before a year in which it is looked back to."""


def _own_years(text: str) -> Iterator[int]:
    """The years written in the text, without those that it looks back to."""
    for at, year in years_at(text):
        stop = at + len("2011")
        if not any(m.end() == stop for m in _PAST.finditer(text, max(0, at - _REACH), stop + 1)):
            yield year


def _completed(
    text: str,
    parts: Sequence[Part],
    where: Zones,
    yearless: Sequence[_Yearless],
    month: DayClaim | None,
) -> DayClaim | None:
    """A day without a year, completed by the month of the address, or by the one year written in the text in
    which its weekday fits."""
    for day, source in yearless:
        found = day.in_year(month.start.year) if month else None
        if found and month and month.start <= found <= month.end:
            kind = (
                "dateline in the month of the address"
                if source == "dateline"
                else "day in the month of the address"
            )
            return DayClaim(kind, f"{source} and address", found, found, Span(day.start, day.end))
    if month is not None or not yearless:
        return None
    days = (day for part in parts for day in days_written(text[part.start : part.end]))
    years = sorted(set(_own_years(text)) | {day.year for day in days if day.year})
    opening = fold(text[where.first_body : where.first_body + 600])
    told = {WEEKDAYS[m] for m in _WEEKDAY.findall(opening)}
    for day, source in yearless:
        fits = [y for y in years if _weekday_fits(day, y, told)]
        found = day.in_year(fits[0]) if len(fits) == 1 else None
        if found:
            source_name = f"{source}, completed by the year {found.year}"
            return DayClaim(f"completed {source}", source_name, found, found, Span(day.start, day.end))
    return None


def _weekday_fits(day: DayWritten, year: int, told: set[int]) -> bool:
    """In that year the day is the weekday written with it, or the one the report speaks of or its morrow."""
    found = day.in_year(year)
    if found is None:
        return False
    if day.weekday is not None:
        return True
    return found.weekday() in told or (found.weekday() - 1) % 7 in told


def _lead(claims: Sequence[DayClaim], told: ToldDays) -> Iterator[DayClaim]:
    """The day of the lead, where the page says that it came out over a year later: one of them is wrong."""
    if told.lead is None or not any(c.trust and (c.start - told.lead).days > 365 for c in claims):
        return
    yield DayClaim("lead", "full date in the lead", told.lead, told.lead, told.lead_span)


def _undated(text: str, day: DayWritten, source: str) -> PublishedCandidate:
    evidence = (Evidence.cut(text, Span(day.start, day.end), "published"),)
    basis = Basis.DATELINE if source == "dateline" else Basis.BYLINE
    reason = "no year is told, and none in the text fits alone"
    return PublishedCandidate(None, None, source, basis, 0.0, reason, False, evidence)
