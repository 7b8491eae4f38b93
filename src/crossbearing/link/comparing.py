"""What speaks for and against two accounts telling the same event: named features, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossbearing.link.kinship import Kinship, kinship
from crossbearing.link.profiles import Loan, Party, Profile
from crossbearing.link.stories import LIKE, likeness
from crossbearing.model import SYMMETRIC, Modality, distance_km

AHEAD = frozenset({Modality.PLANNED, Modality.THREATENED})
"""Told before the fact. A plan and its execution are two events."""

SPOT_KM = 3.0
"""Two points no further apart than this are one spot: gazetteers place a town's point that far apart."""

MISPLACED_KM = 25.0
"""Two places of one name no further apart than this are one place that two gazetteers put differently."""

APART_KM = 50.0
"""Two precise places further apart than this are two events (over-merging at 50 km is what users complain
of)."""

VETO_DAYS = 10
"""Two precise days further apart than this are two events, however alike."""

OLD_NEWS_DAYS = 21
"""News further apart than this are not of one event as a rule, though a report may look back."""

STORY_LIKE = 0.3
"""Two reports that share so much of their names are on one story, as a rule."""

STORY_OTHER, _FEW_NAMES = 0.05, 5
"""Two reports with names enough that share no more of them are on different stories, as a rule."""

ALIKE_WORDS, COPIED_WORDS = 0.5, 0.5
_FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that the two accounts have or lack in common. ``name`` is a key of ``weights.POINTS``."""

    name: str
    reason: str


def veto(left: Profile, right: Profile) -> str | None:
    """Why the two can not be one event, whatever else they share; None when they can."""
    if _plan_and_fact(left, right) and not _launch_told_ahead(left, right):
        return "one is planned or threatened, the other not"
    if left.report != right.report and _undated_denial(left, right):
        return "a denial that gives no day belongs to what its own report tells"
    if left.fine_date and right.fine_date and _day_gap(left, right) > VETO_DAYS:
        return f"{_day_gap(left, right)} days apart"
    if (
        left.fine_place
        and right.fine_place
        and _distance(left, right) > APART_KM + left.radius + right.radius
    ):
        return f"{_distance(left, right):.0f} km apart"
    return None


def _plan_and_fact(left: Profile, right: Profile) -> bool:
    """Whether one tells what is to come and the other what came; a denial may be of either."""
    modalities = {left.modality, right.modality}
    return len(modalities & AHEAD) > 0 and len(modalities - AHEAD - {Modality.DENIED}) > 0


def _undated_denial(left: Profile, right: Profile) -> bool:
    """Whether one only denies, and no day says which of many incidents it is about."""
    modalities = {left.modality, right.modality}
    return Modality.DENIED in modalities and len(modalities) > 1 and (left.days is None or right.days is None)


def _launch_told_ahead(left: Profile, right: Profile) -> bool:
    """Whether both tell the launch of an operation on one day: "announced on Monday that troops will launch
    …"."""
    if left.type != "operation_launch" or right.type != "operation_launch" or not (left.days and right.days):
        return False
    return left.fine_date and right.fine_date and _day_gap(left, right) == 0


def compare(left: Profile, right: Profile) -> tuple[Feature, ...]:
    """Every feature of the pair; the same whichever comes first."""
    return (
        *_type(left, right),
        *_modality(left, right),
        *_date(left, right),
        *_place(left, right),
        *_actors(left, right),
        *_toll(left, right),
        *_telling(left, right),
        *_wording(left, right),
    )


def _type(left: Profile, right: Profile) -> Iterator[Feature]:
    kin = kinship(left.type, right.type)
    said = str(left.type) if kin is Kinship.SAME else " and ".join(sorted((str(left.type), str(right.type))))
    yield Feature(f"type_{kin}", said)


def _modality(left: Profile, right: Profile) -> Iterator[Feature]:
    modalities = {left.modality, right.modality}
    if len(modalities) == 1:
        return
    if Modality.DENIED in modalities:
        yield Feature("denial", "one denies what the other tells")
        if left.report == right.report and kinship(left.type, right.type) is Kinship.SAME:
            yield Feature("denial_here", "what the report told before")
    elif Modality.UNCERTAIN not in modalities:
        yield Feature("modality_differs", " and ".join(sorted(modalities)))


def _day_gap(left: Profile, right: Profile) -> int:
    """Days between the two intervals; 0 when they meet."""
    assert left.days is not None
    assert right.days is not None
    return max(0, left.days[0] - right.days[1], right.days[0] - left.days[1])


def _date(left: Profile, right: Profile) -> Iterator[Feature]:
    if left.days is None or right.days is None:
        yield _news(left, right)
        return
    gap = _day_gap(left, right)
    if not (left.fine_date and right.fine_date):
        if gap > 2:
            yield Feature("date_far", f"periods {gap} days apart")
        elif left.days == right.days:
            yield Feature("date_same_period", "same period")
        elif gap == 0:
            yield Feature("date_within", "one date lies in the other's period")
    elif gap == 0:
        yield Feature("date_same", "same day")
    elif gap == 1:
        yield Feature("date_next", "a day apart")
    elif gap <= 3:
        yield Feature("date_off", f"{gap} days apart")
    else:
        yield Feature("date_far", f"{gap} days apart")


def _news(left: Profile, right: Profile) -> Feature:
    """What the days of publication say where a date is unknown."""
    one, other = left.days or left.news, right.days or right.news
    if one is None or other is None:
        return Feature("date_unknown", "a date is unknown")
    gap = max(0, one[0] - other[1], other[0] - one[1])
    if gap <= 1:
        return Feature("news_same", "a date is unknown, but it may be news of the same days")
    if gap > OLD_NEWS_DAYS:
        return Feature("news_far", f"a date is unknown, but the news are {gap} days apart")
    return Feature("date_unknown", "a date is unknown")


def _distance(left: Profile, right: Profile) -> float:
    assert left.point is not None
    assert right.point is not None
    return distance_km(*left.point, *right.point)


def _place(left: Profile, right: Profile) -> Iterator[Feature]:
    if left.point is None or right.point is None:
        if left.place_names & right.place_names:
            yield Feature("place_same", "same place name")
        elif left.place is None or right.place is None:
            yield Feature("place_unknown", "a place is unknown")
        return
    distance = _distance(left, right)
    named_alike = bool(left.place_names & right.place_names) and distance <= MISPLACED_KM
    if (distance <= SPOT_KM or named_alike) and left.fine_place == right.fine_place:
        yield Feature("place_same" if left.fine_place else "place_same_area", "same place")
    elif left.fine_place and right.fine_place:
        yield _spots(distance, left.radius + right.radius)
    else:
        yield _areas(distance, left, right)


def _spots(distance: float, slack: float) -> Feature:
    if distance <= min(slack, 25.0):
        return Feature("place_near", f"{distance:.0f} km apart, within the places' uncertainty")
    return Feature("place_apart" if distance <= APART_KM else "place_far", f"{distance:.0f} km apart")


def _areas(distance: float, left: Profile, right: Profile) -> Feature:
    a, b = left.place, right.place
    assert a is not None
    assert b is not None
    if a.country and b.country and a.country != b.country:
        return Feature("place_far", f"{a.country} and {b.country}")
    if a.admin1 and b.admin1 and a.admin1 != b.admin1 and distance > SPOT_KM:
        return Feature("place_far", f"{a.admin1} and {b.admin1}")
    if distance <= left.radius + right.radius:
        return Feature("place_within", "one place lies in the other's area")
    return Feature("place_far", f"{distance:.0f} km apart")


def _actors(left: Profile, right: Profile) -> Iterator[Feature]:
    straight = _sides(left.sides, right.sides)
    if straight == (2, 0):
        yield Feature("actors_both", "2 of the sides share an actor")
        return
    swapped = _sides(left.sides, (right.sides[1], right.sides[0]))
    either = {left.type, right.type} & SYMMETRIC or Modality.DENIED in (left.modality, right.modality)
    met, clashed = max(straight, swapped, key=lambda r: r[0] - r[1]) if either else straight
    if clashed and left.report == right.report and Modality.DENIED in (left.modality, right.modality):
        clashed = 0  # "our force took no part": who denies is not who acted
    if met:
        yield Feature("actors_both" if met == 2 else "actors_one", f"{met} of the sides share an actor")
    if clashed:
        both = clashed == len(left.sides)
        yield Feature(
            "actors_clash_both" if both else "actors_clash", f"{clashed} of the sides name different actors"
        )
    if not met and not clashed and swapped[0]:
        yield Feature("actors_swapped", "an actor in common, on the other side")


def _sides(left: tuple[Party, Party], right: tuple[Party, Party]) -> tuple[int, int]:
    """How many of the two sides share a named actor, and how many name only different ones."""
    met = clashed = 0
    for a, b in zip(left, right, strict=True):
        if a.named and b.named:
            if not a.named.isdisjoint(b.named):
                met += 1
            elif not (a.generic or b.generic):
                clashed += 1
    return met, clashed


def _toll(left: Profile, right: Profile) -> Iterator[Feature]:
    for what, a, b in (("deaths", left.deaths, right.deaths), ("injured", left.injured, right.injured)):
        if a is None or b is None or not (a[1] and b[1]):
            continue
        if a == b:
            yield Feature(f"{what}_same" if a[0] > 2 else f"{what}_same_few", f"{a[0]} {what} in both")
        elif max(a[0], b[0]) > 3 * max(1, min(a[1], b[1])) + 5:
            yield Feature(f"{what}_far", f"{a[0]} and {b[0]} {what}")
        else:
            yield Feature(f"{what}_differ", f"{a[0]} and {b[0]} {what}")


def _telling(left: Profile, right: Profile) -> Iterator[Feature]:
    loans = {left.loan, right.loan}
    if Loan.UNSURE in loans:
        yield Feature("borrowed_unsure", "date or place taken from one of several incidents in the report")
    elif Loan.SURE in loans:
        yield Feature("borrowed", "date or place taken from the report's only such incident")
    if left.report == right.report and left.type != right.type and left.modality == right.modality:
        yield Feature("told_apart", "one report tells them as two kinds of act")
    if left.report != right.report:
        yield Feature("reports_differ", "two reports")
        yield from _story(left, right)
        if left.group == right.group:
            yield Feature("copied_report", "one report copies the other")
        return
    if left.headline != right.headline:
        yield Feature("headline", "the headline and the body")
    elif _overlap(left, right):
        yield Feature("same_sentence", "told in one sentence")
    if left.speaker != right.speaker:
        yield Feature("other_speaker", "told by different speakers of one report")


def _story(left: Profile, right: Profile) -> Iterator[Feature]:
    """What the names in the two reports say; reports that share none may still tell one incident."""
    like = likeness(left.story, right.story)
    if like >= LIKE:
        shared = sorted(left.story.keys() & right.story.keys(), key=lambda n: (-left.story[n], n))
        name = "story_same" if like >= STORY_LIKE else "story_alike"
        yield Feature(name, f"both reports name {', '.join(shared[:3])}")
    elif like < STORY_OTHER and min(len(left.story), len(right.story)) >= _FEW_NAMES:
        yield Feature("story_other", "the reports name other people and places")


def _overlap(left: Profile, right: Profile) -> bool:
    """Whether the two passages of one report share text."""
    return left.passage[0] < right.passage[1] and right.passage[0] < left.passage[1]


def _wording(left: Profile, right: Profile) -> Iterator[Feature]:
    if left.report == right.report and _overlap(left, right):
        return
    fewest = min(len(left.shingles), len(right.shingles))
    if fewest >= _FEW_WORDS and len(left.shingles & right.shingles) >= COPIED_WORDS * fewest:
        yield Feature("copied_words", "told in the same words")
        return
    shortest = min(len(left.words), len(right.words))
    if shortest < _FEW_WORDS:
        return
    share = len(left.words & right.words) / shortest
    if share >= ALIKE_WORDS:
        yield Feature("alike_words", f"{share:.0%} of the words in common")
    elif share >= ALIKE_WORDS / 2:
        yield Feature("some_words", f"{share:.0%} of the words in common")
    elif share < ALIKE_WORDS / 5:
        yield Feature("other_words", "told in other words")
