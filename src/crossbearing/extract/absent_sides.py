"""Sides that a telling leaves open and the rest of the report tells: whose aircraft, whose enemy, who claims.

A report names an actor once and then tells of "air strikes", "a raid", "the battle". What is filled in here
is always an actor that the report names; its nearest mention is the passage that the side is tied to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossbearing.extract.incidents import Incident
from crossbearing.extract.parties import ARMED, NONSTATE, STATE_LIKE, has_state, same_actor
from crossbearing.extract.sameness import related, shares_side
from crossbearing.extract.view import View
from crossbearing.model import Actor, ActorKind, Mention, MentionKind, Modality, Span
from crossbearing.vocab.actors import bodies, countries

Side = tuple[Mention, ...]

_REMOTE = frozenset({"air_strike", "shelling", "chemical_weapon"})
"""Whoever does one of these in a report usually does the next: they need aircraft or guns."""
_TWO_SIDED = frozenset(
    {"armed_clash", "government_regains_territory", "nonstate_takes_territory", "operation_launch"}
)
"""Codes that have an armed opponent by their meaning."""
_AGAINST_ARMED = _TWO_SIDED | _REMOTE | {"suicide_bomb", "ied", "attack", "grenade"}
_OF_GROUPS = frozenset({"ied", "suicide_bomb", "grenade", "attack"})
"""What groups do: a state is taken for the one who did it only where the report says so."""
_CIVIL = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS, ActorKind.UNKNOWN})


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who fights in a report: its armed actor mentions, and all its incidents."""

    armed: Side
    incidents: tuple[Incident, ...]

    def fought(self) -> list[Incident]:
        """The violent incidents that name both sides."""
        return [i for i in self.incidents if i.violent and i.a and i.b]

    def nearest(self, identity: str, incident: Incident) -> Mention:
        """The mention of an actor that stands nearest to where the incident is told."""
        at = incident.spans[0]
        mentions = (m for m in self.armed if m.actor is not None and m.actor.id == identity)
        return min(mentions, key=lambda m: _gap(m.span, at))

    def foremost(self, kinds: frozenset[ActorKind]) -> str | None:
        """The id of the named actor of these kinds that has more than half of their mentions."""
        counts = Counter(
            m.actor.id
            for m in self.armed
            if m.actor is not None and m.actor.kind in kinds and not m.actor.generic
        )
        if not counts:
            return None
        identity, count = counts.most_common(1)[0]
        return identity if 2 * count > counts.total() else None

    def state_forces(self) -> str | None:
        """The force named most often, where all forces of states are of one country."""
        forces = [
            m.actor
            for m in self.armed
            if m.actor is not None and m.actor.kind is ActorKind.STATE and m.actor.country
        ]
        if len({a.country for a in forces}) != 1:
            return None
        fighting = Counter(a.id for a in forces if not a.id.startswith("xb:gov:"))
        return fighting.most_common(1)[0][0] if fighting else forces[0].id


_CROWDS = {
    "peaceful_protest": ("protesters", "Protesters", ActorKind.PROTESTERS),
    "protest_with_intervention": ("protesters", "Protesters", ActorKind.PROTESTERS),
    "excessive_force": ("protesters", "Protesters", ActorKind.PROTESTERS),
    "violent_demonstration": ("rioters", "Rioters", ActorKind.RIOTERS),
}
"""Who takes part in a protest or a riot by its meaning, as ACLED has it: key in ids, name, sort."""
_STEPPED_IN = frozenset({"protest_with_intervention", "excessive_force"})


def _with_crowd(incident: Incident, views: Sequence[View]) -> Incident:
    """A protest has protesters though nobody names them: "a rally was held"; and those who broke it up."""
    crowd = _CROWDS.get(incident.code)
    if crowd is None:
        return incident
    if not incident.a:
        incident = replace(incident, a=_crowd(incident, *crowd))
    if incident.code in _STEPPED_IN and not incident.b:
        told = (v for v in views if v.sentence.index in incident.sentences)
        forces = [
            m
            for view in told
            for m in view.kind(MentionKind.ACTOR)
            if m.actor is not None and m.actor.kind in STATE_LIKE and not m.actor.id.startswith("xb:gov:")
        ]
        return replace(incident, b=tuple(forces[:1]))
    return incident


def _crowd(incident: Incident, key: str, name: str, kind: ActorKind) -> Side:
    """The crowd of the incident's country, named by the word for what it does ("rally")."""
    iso = incident.place.place.country if incident.place is not None and incident.place.place else None
    country = countries().get(iso or "")
    word = incident.triggers[0]
    actor = Actor(
        f"xb:{key}:{iso}" if country else f"xb:{key}",
        f"{name} ({country.name})" if country else name,
        word.text,
        (key, "demonstrators") if kind is ActorKind.PROTESTERS else (key, "crowd"),
        kind,
        iso,
        generic=True,
        reasons=("a protest has a crowd", "country of the scene" if country else "country unknown"),
    )
    return (replace(word, kind=MentionKind.ACTOR, actor=actor, trigger=None),)


def with_absent_sides(incidents: Sequence[Incident], views: Sequence[View]) -> tuple[Incident, ...]:
    """The incidents, with the sides that other passages of the report tell."""
    armed = tuple(
        m
        for view in views
        for m in view.kind(MentionKind.ACTOR)
        if m.actor is not None and m.actor.kind in ARMED
    )
    incidents = [_with_crowd(incident, views) for incident in incidents]
    if not armed:
        return tuple(incidents)
    cast = _Cast(armed, tuple(incidents))
    return tuple(_completed(incident, cast) for incident in incidents)


def _completed(incident: Incident, cast: _Cast) -> Incident:
    incident = replace(
        incident, b=tuple(m for m in incident.b if not any(same_actor(m, o) for o in incident.a))
    )
    if not _may_complete(incident):
        return incident
    if not incident.a:
        incident = replace(incident, a=_acting(incident, cast))
    if incident.a and not incident.b and _fights(incident):
        incident = replace(incident, b=_opponents(incident, incident.a, cast))
    return incident


def _may_complete(incident: Incident) -> bool:
    """Fights and strikes that happened; not what is planned, threatened or denied."""
    return incident.modality in (Modality.OCCURRED, Modality.ONGOING, Modality.UNCERTAIN) and (
        incident.code in _AGAINST_ARMED
    )


def _acting(incident: Incident, cast: _Cast) -> Side:
    """Who acts, by the first rule that tells it."""
    for rule in (_who_says_so, _same_weapon):
        found = rule(incident, cast)
        if found and not shares_side(found, incident.b):
            return found
    if not incident.b or any(m.actor is None or m.actor.kind not in ARMED for m in incident.b):
        return ()
    found = _opponents(incident, incident.b, cast)
    if incident.code == "air_strike" and not has_state(found):
        return ()
    if incident.code in _OF_GROUPS and not all(
        m.actor is not None and m.actor.kind in NONSTATE for m in found
    ):
        return ()
    return found


def _who_says_so(incident: Incident, cast: _Cast) -> Side:
    """ "The army said twenty rebels were killed": who reports the enemy's dead killed them."""
    if incident.speaker is None or not incident.b:
        return ()
    speaking = [m for m in cast.armed if m.span.overlaps(incident.speaker)]
    for mention in speaking:
        actor = mention.actor
        if actor is None or actor.generic:
            continue
        enemies = NONSTATE if actor.kind in STATE_LIKE else STATE_LIKE
        if all(m.actor is not None and m.actor.kind in enemies for m in incident.b):
            return (mention,)
    return ()


def _same_weapon(incident: Incident, cast: _Cast) -> Side:
    """ "Air strikes also hit the town": of those who strike from the air in this report, if all are one's."""
    if incident.code not in _REMOTE:
        return ()
    others = [o for o in cast.incidents if o.code == incident.code and o.a and o is not incident]
    if not others or any(not related(o.a, others[0].a) and not shares_side(o.a, others[0].a) for o in others):
        return ()
    nearest = min(others, key=lambda o: _gap(o.spans[0], incident.spans[0]))
    return nearest.a


def _opponents(incident: Incident, known: Side, cast: _Cast) -> Side:
    """Whom one side fights: by the other fights of the report, else its foremost group or its one state."""
    for other in sorted(cast.fought(), key=lambda o: _gap(o.spans[0], incident.spans[0])):
        for ours, theirs in ((other.a, other.b), (other.b, other.a)):
            named = tuple(
                m for m in theirs if m.actor is not None and not m.actor.generic and m.actor.kind in ARMED
            )
            fits = shares_side(ours, known) or related(ours, known)
            if named and fits and not related(named, known) and not _kin(named, known):
                return named
    return _by_kind(incident, known, cast)


def _kin(some: Side, others: Side) -> bool:
    """Whether one of them is a branch of one of the others."""
    ids = [{m.actor.id for m in side if m.actor is not None} for side in (some, others)]
    parents = [{bodies()[i].parent for i in side if i in bodies()} for side in ids]
    return bool(parents[0] & ids[1]) or bool(parents[1] & ids[0])


def _by_kind(incident: Incident, known: Side, cast: _Cast) -> Side:
    if incident.code not in _TWO_SIDED | _REMOTE:
        return ()
    kinds = {m.actor.kind for m in known if m.actor is not None}
    if kinds <= STATE_LIKE:
        identity = cast.foremost(frozenset({ActorKind.REBEL}))
    elif kinds <= NONSTATE:
        identity = cast.state_forces()
    else:
        return ()
    if identity is None:
        return ()
    found = cast.nearest(identity, incident)
    return () if any(same_actor(found, m) for m in known) else (found,)


def _fights(incident: Incident) -> bool:
    """Whether those acted upon are armed: in a fight, or in a strike not told to have hurt civilians."""
    if incident.code in _TWO_SIDED:
        return True
    return not any(t.kind in _CIVIL for t in incident.tolls)


def _gap(one: Span, two: Span) -> int:
    return max(one.start - two.end, two.start - one.end, 0)
