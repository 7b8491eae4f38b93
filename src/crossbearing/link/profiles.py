"""What of an account is compared with another's, worked out once an account."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from crossbearing.link.shingles import shingles_of_words, words
from crossbearing.link.stories import Story, stories
from crossbearing.model import (
    Account,
    Actor,
    ActorKind,
    DatePrecision,
    DateValue,
    Modality,
    Place,
    Report,
    Slot,
)
from crossbearing.text.folding import name_key

RADIUS_KM = {1: 8.0, 2: 25.0, 3: 45.0, 4: 110.0, 5: 60.0, 6: 600.0, 7: 600.0}
"""How far the thing may lie from the point, by UCDP's precision of place, where the place does not say it
itself."""

FINE_RADIUS_KM = 30.0
"""Up to this radius a place is a spot that another spot can lie apart from."""

FINE_DAYS = 3
"""Up to so many days a date is a moment that another moment can lie apart from."""

NEWS_DAYS = 5
"""What a report tells without a date happened, as a rule, within so many days before it was published."""

_STOP_WORDS = """
a an and are as at be been by for from had has have he her him his in into is it its of on or our she that
the their them they this to was we were which who will with said say says after before also more than not but
one two over when where there
"""
_STOP = frozenset(_STOP_WORDS.split())
_BREAK = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"“A-Z0-9])|\n+")
_REACH = 300  # characters that a sentence is followed to either side of its evidence


@dataclass(frozen=True, slots=True)
class Party:
    """The actors of one side: keys of those with a name, and whether there are others that only have a
    role."""

    named: frozenset[str]
    generic: bool


class Loan(StrEnum):
    """Whether a profile's date or place is borrowed, and whether there was more than one lender to choose
    from."""

    NONE = "none"
    SURE = "sure"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Profile:
    """An account made ready for comparison. Days are ordinals; ``days`` None means that the date is unknown.

    ``news``: the days that undated news of this report are likely to be of; None when its publication is
    unknown.
    ``loan``: whether date or place are borrowed from another telling in the same report.
    ``story``: the names that its report shares with others.
    """

    id: str
    report: str
    group: str
    type: str | None
    modality: Modality
    days: tuple[int, int] | None
    fine_date: bool
    news: tuple[int, int] | None
    place: Place | None
    point: tuple[float, float] | None
    radius: float
    place_names: frozenset[str]
    sides: tuple[Party, Party]
    deaths: tuple[int, int] | None
    injured: tuple[int, int] | None
    speaker: str | None
    headline: bool
    passage: tuple[int, int]
    words: frozenset[str]
    shingles: frozenset[int]
    loan: Loan = Loan.NONE
    story: Story = field(default_factory=dict)

    @property
    def bare(self) -> bool:
        """Whether neither date nor place is told, as in a headline or where a report comes back to "the
        attack"."""
        return self.days is None and self.place is None

    @property
    def fine_place(self) -> bool:
        return self.point is not None and self.radius <= FINE_RADIUS_KM


def profile(account: Account, report: Report | None, group: str) -> Profile:
    """The profile of ``account``; ``group`` is its report's copy group. Without its report, its quotes stand
    for it."""
    start, end = passage(account, report)
    text = report.text[start:end] if report else " ".join(e.quote for e in account.evidence)
    tokens = words(text)
    place = account.place
    return Profile(
        id=account.id,
        report=account.report,
        group=group,
        type=account.type,
        modality=account.modality,
        days=_days(account.date),
        fine_date=_is_fine(account.date),
        news=_news(report),
        place=place,
        point=_point(place),
        radius=_radius(place),
        place_names=_place_names(place),
        sides=(party(account.side_a), party(account.side_b)),
        deaths=_total(account, "deaths"),
        injured=_total(account, "injured"),
        speaker=name_key(account.attribution.speaker) if account.attribution.speaker else None,
        headline=report is not None and report.part_at(start).heads,
        passage=(start, end),
        words=frozenset(t for t in tokens if t not in _STOP and len(t) > 1),
        shingles=shingles_of_words(tokens),
    )


def profiles(
    accounts: Sequence[Account], reports: Mapping[str, Report], groups: Mapping[str, str]
) -> tuple[Profile, ...]:
    """The profiles of ``accounts``, in order of id."""
    ordered = sorted(accounts, key=lambda a: a.id)
    told = stories(reports.values())
    ready = [profile(a, reports.get(a.report), groups.get(a.report, a.report)) for a in ordered]
    return tuple(replace(item, story=told.get(item.report, {})) for item in ready)


def passage(account: Account, report: Report | None) -> tuple[int, int]:
    """The sentence (or run of sentences) in which the event is told: around the evidence for its type."""
    main = [e for e in account.evidence if e.field == "type"] or list(account.evidence[:1])
    start, end = min(e.start for e in main), max(e.end for e in main)
    if report is None or end - start > 2 * _REACH:
        return start, end
    before = report.text[max(0, start - _REACH) : start]
    after = report.text[end : end + _REACH]
    breaks = [m.end() for m in _BREAK.finditer(before)]
    following = _BREAK.search(after)
    return (
        start - len(before) + (breaks[-1] if breaks else 0),
        end + (following.start() if following else len(after)),
    )


def party(actors: Sequence[Actor]) -> Party:
    """One side, as keys under which two reports' names for one body meet. "Civilians" is no body's name."""
    bodies = [actor for actor in actors if not actor.generic and actor.kind is not ActorKind.CIVILIANS]
    names = {name_key(name) for actor in bodies for name in (actor.name, *actor.aliases)}
    return Party(
        named=frozenset({actor.id for actor in bodies} | names) - {""},
        generic=len(bodies) < len(actors) or not actors,
    )


def _days(date: DateValue) -> tuple[int, int] | None:
    if date.start is None or date.end is None:
        return None
    return date.start.toordinal(), date.end.toordinal()


def _news(report: Report | None) -> tuple[int, int] | None:
    """The days that the report's news, where it gives no date, are likely to be of."""
    published = report.published if report else None
    if published is None or published.start is None or published.end is None:
        return None
    if (published.end - published.start).days > NEWS_DAYS:
        return None
    return published.start.toordinal() - NEWS_DAYS, published.end.toordinal()


def _is_fine(date: DateValue) -> bool:
    if date.start is None or date.end is None:
        return False
    return date.precision is DatePrecision.DAY and (date.end - date.start).days < FINE_DAYS


def _point(place: Place | None) -> tuple[float, float] | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return place.lat, place.lon


def _radius(place: Place | None) -> float:
    if place is None:
        return math.inf
    if place.radius_km is not None and place.precision in (None, 1, 2):
        return place.radius_km
    return max(place.radius_km or 0.0, RADIUS_KM.get(place.precision or 2, 30.0))


def _place_names(place: Place | None) -> frozenset[str]:
    if place is None:
        return frozenset()
    return frozenset(name_key(name) for name in (place.name, place.text or "") if name)


def _total(account: Account, what: str) -> tuple[int, int] | None:
    """The lowest and highest total of the account's own counts, or None when it gives none."""
    counts = account.deaths if what == "deaths" else account.injured
    given = [counts[slot] for slot in Slot if slot in counts]
    if not given:
        return None
    return sum(c.low for c in given), sum(c.low if c.high is None else c.high for c in given)
