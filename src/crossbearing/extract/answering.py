"""What an answer is about: the incident denied or told with another toll; what the answer takes from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossbearing.extract.incidents import Incident
from crossbearing.extract.sameness import REACH, related, same_date, same_place, shares_side, tolls_clash
from crossbearing.extract.tolls import Toll
from crossbearing.model import ActorKind, Mention, Modality, PartKind


def answered(out: Sequence[Incident], answer: Incident) -> tuple[Incident, ...]:
    """The answer with kind, sides, scene and day of what it answers; nothing where nothing is told before."""
    meant = [o for o in out if _may_be_meant(o, answer)]
    if not meant:
        return ()
    return (_about(max(reversed(meant), key=lambda o: _fits(o, answer)), answer),)


def rival(out: Sequence[Incident], incident: Incident) -> Incident | None:
    """Another toll by somebody else of what was told right before ("the council said 14 had died"), as an
    account of that incident; None when it is no such thing.
    """
    if not incident.outcome_only or incident.opens or incident.attribution.speaker is None:
        return None
    source = next((o for o in reversed(out) if _may_be_meant(o, incident)), None)
    if source is None or not tolls_clash(source, incident):
        return None
    if incident.paragraph - source.paragraph > 1 and not any(t.total for t in incident.tolls):
        return None  # from further off only what speaks of "the toll"
    elsewhere = same_place(source.place, incident.place) is False
    then = not incident.said and same_date(source.date, incident.date) is False
    return None if elsewhere or then else _about(source, incident)


def _about(source: Incident, answer: Incident) -> Incident:
    if answer.modality is Modality.DENIED:
        a, b = source.a or _accused(source, answer), source.b
    else:
        a, b = answer.a or source.a, _named(answer.b) or source.b or answer.b
    return replace(
        answer,
        code=source.code,
        a=a,
        b=b,
        place=source.place,
        date=source.date,
        said=source.said,
        tolls=_counted_alike(source, answer.tolls),
        answers=True,
    )


def _named(side: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions that say of which body those are who are counted."""
    return tuple(m for m in side if m.actor is not None and not m.actor.generic)


def _counted_alike(source: Incident, tolls: Sequence[Toll]) -> tuple[Toll, ...]:
    """The tolls; a count without a noun is of those whom the toll before it counts, if of one sort."""
    whats = {t.what for t in tolls}
    known = [t for t in source.tolls if t.what in whats]
    if len({(t.kind, t.noun) for t in known}) != 1:
        return tuple(tolls)
    like = known[0]
    return tuple(
        replace(t, kind=like.kind, noun=like.noun, actor=like.actor) if t.kind is ActorKind.UNKNOWN else t
        for t in tolls
    )


def _accused(source: Incident, answer: Incident) -> tuple[Mention, ...]:
    """The party that denies, unless it is the one acted upon."""
    return () if shares_side(source.b, answer.a) else answer.a


def _fits(earlier: Incident, answer: Incident) -> int:
    """How well the answer fits an incident: who answers had a part in it, its kind is named, it is near."""
    party = shares_side(earlier.a, answer.a) or related(earlier.a, answer.a)
    suffers = shares_side(earlier.b, answer.a) or related(earlier.b, answer.a)
    named = earlier.code == answer.code and answer.code != "attack"
    return (
        3 * party + suffers + 3 * named + 2 * earlier.violent - max(answer.paragraph - earlier.paragraph, 0)
    )


def _may_be_meant(earlier: Incident, answer: Incident) -> bool:
    """Whether the answer may be to this: told near before it, by somebody else."""
    if answer.paragraph - earlier.paragraph > REACH or earlier.part is PartKind.CAPTION:
        return False
    if earlier.modality is Modality.DENIED or (answer.tolls and earlier.answers):
        return False
    if answer.tolls and not (earlier.violent and earlier.modality is Modality.OCCURRED):
        return False
    return earlier.attribution.speaker is None or earlier.attribution != answer.attribution
