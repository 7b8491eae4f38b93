"""Merging: one incident out of two tellings of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossbearing.extract.incidents import Incident
from crossbearing.extract.parties import same_actor
from crossbearing.extract.sameness import complements
from crossbearing.extract.tolls import Toll
from crossbearing.model import ActorKind, Attribution, Mention, Modality
from crossbearing.vocab.words import words

_SPECIFIC = {
    "suicide_bomb": 9,
    "chemical_weapon": 9,
    "sexual_violence": 9,
    "air_strike": 8,
    "shelling": 8,
    "grenade": 8,
    "abduction": 8,
    "ied": 7,
    "government_regains_territory": 7,
    "nonstate_takes_territory": 7,
    "excessive_force": 7,
    "protest_with_intervention": 6,
    "armed_clash": 4,
    "attack": 3,
}
"""How much a code says of what happened: of two tellings the more specific code stands."""
_VAGUE = words("vague_forces")
_MIDDLING = 5


def merge(first: Incident, second: Incident) -> Incident:
    """One incident out of two tellings: the earlier one's values win where both have one."""
    date, said = _finer_date(first, second)
    specific = second if _specificity(second.code) > _specificity(first.code) else first
    return replace(
        first,
        part=second.part if first.part.heads else first.part,
        paragraph=second.paragraph if first.part.heads else first.paragraph,
        until=second.paragraph,
        sentences=tuple(sorted({*first.sentences, *second.sentences})),
        code=specific.code,
        modality=_modality(first, second),
        spans=(*first.spans, *second.spans),
        triggers=(*first.triggers, *second.triggers),
        a=_acting(first, second),
        b=_acted_upon(first, second),
        tolls=_merged_tolls(first, second),
        place=_finer(first.place, second.place),
        date=date,
        said=said,
        attribution=_said(first, second),
        speaker=first.speaker if first.attribution.speaker else second.speaker,
        outcome_only=first.outcome_only and second.outcome_only,
        anaphoric=first.anaphoric and second.anaphoric,
    )


def _modality(first: Incident, second: Incident) -> Modality:
    """The first telling's, but the body's for a headline: headlines tell plans in the present tense.

    An operation that the headline has launched stays launched: "announced that troops will launch it" tells
    of that launch.
    """
    launched = first.code == second.code == "operation_launch" and first.modality is Modality.OCCURRED
    return second.modality if first.part.heads and not launched else first.modality


def _said(first: Incident, second: Incident) -> Attribution:
    """The first speaker, with the agencies that either telling names: "the source told …" adds one."""
    said = first.attribution if first.attribution.speaker else second.attribution
    return replace(said, via=tuple(dict.fromkeys((*first.attribution.via, *second.attribution.via))))


def _specificity(code: str) -> int:
    return _SPECIFIC.get(code, _MIDDLING)


def _vaguer(ours: tuple[Mention, ...], theirs: tuple[Mention, ...]) -> bool:
    """True when ours are all generic and theirs name a body; "villagers" is no vague word for fighters."""
    return not any(_says_who(m) for m in ours) and any(
        m.actor is not None and not m.actor.generic for m in theirs
    )


def _says_who(mention: Mention) -> bool:
    """A named body, or civilians of a told sort: not "people", who may turn out to be anybody."""
    actor = mention.actor
    if actor is None or not actor.generic:
        return actor is not None
    return actor.kind is ActorKind.CIVILIANS and mention.text.lower() not in _VAGUE


def _merged_tolls(first: Incident, second: Incident) -> tuple[Toll, ...]:
    """Of each sort of count the first telling's, unless the second tells better whom it counts.

    A headline's "One dead" yields to the body's "a soldier was killed"; equal sums yield to the one with
    named kinds.
    """
    if complements(first, second):
        return (*first.tolls, *second.tolls)
    out: list[Toll] = []
    for what in dict.fromkeys(t.what for t in (*first.tolls, *second.tolls)):
        ours = [t for t in first.tolls if t.what == what]
        theirs = [t for t in second.tolls if t.what == what]
        better = theirs and (
            first.part.heads
            or (
                (sum(t.low for t in ours) == sum(t.low for t in theirs) or _part_of(ours, theirs))
                and _told_kinds(theirs) > _told_kinds(ours)
            )
        )
        out += theirs if better or not ours else ours
    return tuple(out)


def _acting(first: Incident, second: Incident) -> tuple[Mention, ...]:
    """Side a of two tellings; one that adds a participant adds it."""
    if second.takes_part:
        return (*first.a, *(m for m in second.a if not any(same_actor(m, other) for other in first.a)))
    return first.a if first.a and not _vaguer(first.a, second.a) else second.a or first.a


def _acted_upon(first: Incident, second: Incident) -> tuple[Mention, ...]:
    """Side b of two tellings: the first's, unless the second names whom the first only describes."""
    if complements(first, second) and first.b:
        return first.b
    return first.b if first.b and not _vaguer(first.b, second.b) else second.b or first.b


def _part_of(some: Sequence[Toll], more: Sequence[Toll]) -> bool:
    """ "two soldiers" is part of "thirteen militants and two soldiers"."""
    return {(t.kind, t.low) for t in some} <= {(t.kind, t.low) for t in more}


def _told_kinds(tolls: Sequence[Toll]) -> int:
    return sum(t.kind is not ActorKind.UNKNOWN for t in tolls)


def _finer(one: Mention | None, two: Mention | None) -> Mention | None:
    if one is None or one.place is None:
        return two
    if two is None or two.place is None or not two.place.located:
        return one
    if not one.place.located:
        return two
    return two if (two.place.precision or 9) < (one.place.precision or 9) - 1 else one


def _finer_date(first: Incident, second: Incident) -> tuple[Mention | None, bool]:
    """The date of the act, the finer where one lies in the other; and whether it only dates the saying."""
    one, two = first.date, second.date
    if one is None or one.date is None or one.date.start is None or one.date.end is None:
        return two, second.said
    if two is None or two.date is None or two.date.start is None or two.date.end is None:
        return one, first.said
    if first.said != second.said:
        return (two, False) if first.said else (one, False)
    inside = one.date.start <= two.date.start and two.date.end <= one.date.end
    return (two if inside and two.date != one.date else one), first.said
