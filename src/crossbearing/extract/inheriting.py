"""What a sentence takes from those before it: place, day, the thing denied, the other side of a battle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossbearing.extract.incidents import Incident
from crossbearing.extract.parties import ARMED
from crossbearing.extract.sameness import REACH, codes_agree, related, same_place, shares_side
from crossbearing.model import Mention, Modality, PartKind

_TWO_SIDED = frozenset(
    {"armed_clash", "government_regains_territory", "nonstate_takes_territory", "suicide_bomb"}
)
_AT_A_TABLE = frozenset({"talks", "agreement"})


def inherited(out: Sequence[Incident], incident: Incident) -> Incident:
    """Takes place and day from the incident told just before, when the text goes on about it."""
    told = [o for o in out if o.part is not PartKind.CAPTION and o.modality is not Modality.PLANNED]
    if incident.part is PartKind.LIST_ITEM:  # each bullet of a digest tells its own
        told = [o for o in told if o.part is not PartKind.LIST_ITEM or o.paragraph == incident.paragraph]
    if not told or incident.modality is Modality.PLANNED:
        return incident
    near = [o for o in told if _goes_on(o, incident)]
    previous = near[-1] if near else told[0]  # failing that, the incident that the report is about
    if incident.opens and not near:
        return incident
    place = incident.place
    if place is None or place.place is None:
        source = _scene_of(near, incident) or previous
        place = source.place if not incident.opens or incident.paragraph == source.paragraph else None
    date, said = incident.date, incident.said
    if date is None and near and not incident.opens:
        source = next((o for o in reversed(near) if o.date is not None and _lends_day(o, incident)), previous)
        date, said = source.date, source.said
    if said:
        date, said = _day_of_act(near, incident) or (date, said)
    if date is None:
        there = next(
            (o for o in reversed(told) if o.date is not None and same_place(o.place, incident.place) is True),
            None,
        )
        date, said = (there.date, there.said) if there is not None else (None, False)
    return replace(incident, place=place, date=date, said=said)


def _lends_day(earlier: Incident, incident: Incident) -> bool:
    """When somebody spoke of one incident is not when another happened."""
    return not earlier.said or codes_agree(earlier, incident)


def _day_of_act(near: Sequence[Incident], incident: Incident) -> tuple[Mention | None, bool] | None:
    """The day of what was told before, where a rival telling is dated by when it was told only."""
    acts = (o for o in reversed(near) if o.date is not None and not o.said and codes_agree(o, incident))
    source = next(acts, None)
    return (source.date, False) if source is not None else None


def _goes_on(earlier: Incident, incident: Incident) -> bool:
    """Told in this paragraph or the one before, or retold in a sentence right before."""
    last = earlier.until if earlier.until is not None else earlier.paragraph
    return incident.paragraph - last <= 1 or incident.sentences[0] - earlier.sentences[-1] <= 1


def _scene_of(near: Sequence[Incident], incident: Incident) -> Incident | None:
    """The last incident whose scene may go on: violence does not happen where envoys met to talk."""
    fits = [o for o in near if o.code not in _AT_A_TABLE or incident.code in _AT_A_TABLE]
    return fits[-1] if fits else None


def denied(out: Sequence[Incident], incident: Incident) -> Incident | None:
    """What is denied was told before, with its kind, scene and day; None when nothing was."""
    if incident.modality is not Modality.DENIED:
        return None
    source = next(
        (o for o in reversed(out) if o.modality is not Modality.DENIED and codes_agree(o, incident)), None
    )
    if source is None or (incident.paragraph - source.paragraph > REACH and source.code != incident.code):
        return None
    code = source.code if incident.code in {"attack", "armed_clash", "operation_launch"} else incident.code
    date, said = (
        (incident.date, incident.said) if incident.date and not incident.said else (source.date, source.said)
    )
    return replace(incident, code=code, place=incident.place or source.place, date=date, said=said)


def with_opponent(out: Sequence[Incident], incident: Incident) -> Incident:
    """Names the other side of a battle by whom this side fought before in the report."""
    if (
        incident.code not in _TWO_SIDED
        or bool(incident.a) == bool(incident.b)
        or incident.modality is Modality.DENIED
    ):
        return incident
    known = incident.a or incident.b
    for earlier in reversed(out):
        if not earlier.violent or not earlier.a or not earlier.b:
            continue
        for ours, theirs in ((earlier.a, earlier.b), (earlier.b, earlier.a)):
            fits = shares_side(ours, known) or related(ours, known)
            named = tuple(
                m for m in theirs if m.actor is not None and not m.actor.generic and m.actor.kind in ARMED
            )
            if fits and named and not related(named, known):
                return replace(incident, b=named) if incident.a else replace(incident, a=named)
    return incident
