"""Sides: who is side a and who is side b of an incident."""

from __future__ import annotations

from collections.abc import Sequence

from crossbearing.extract.frames import Frame
from crossbearing.extract.kinds import is_violent
from crossbearing.extract.parties import ARMED, STATE_LIKE, has_state, same_actor
from crossbearing.extract.side_candidates import (
    is_scenery,
    only_holds,
    only_watches,
    targets,
    without_bare_weapons,
    without_places,
)
from crossbearing.extract.view import View
from crossbearing.model import ActorKind, Mention, MentionKind
from crossbearing.vocab.words import words

Side = tuple[Mention, ...]
BARE_FORCES = words("bare_forces")
PROTESTS = frozenset({"peaceful_protest", "protest_with_intervention", "violent_demonstration"})
_CROWD = frozenset(
    {
        ActorKind.CIVILIANS,
        ActorKind.PROTESTERS,
        ActorKind.RIOTERS,
        ActorKind.UNKNOWN,
        ActorKind.IDENTITY_MILITIA,
    }
)
_BATTLES = frozenset({"armed_clash", "government_regains_territory", "nonstate_takes_territory", "attack"})
_VEHICLES = words("vehicles")
_NEEDS_TARGET = frozenset(
    {"armed_clash", "attack", "ied", "suicide_bomb", "air_strike", "shelling", "grenade"}
)


def sides_of(view: View, ranked: Sequence[Frame], code: str) -> tuple[Side, Side]:
    """Side a and side b, from the leading frame that names one, the rest filling what it leaves open."""
    a, b = _named(view, ranked)
    if is_violent(code) or code == "arrests":
        a, b = (tuple(m for m in side if not only_watches(m)) for side in (a, b))
    a, b = _with_victims(ranked, code, a, b)
    if not b and code in _NEEDS_TARGET:
        b = targets(view, ranked, a)
    b = _others(b, a)
    if is_violent(code):
        b = tuple(m for m in b if not is_scenery(view, m))
    if code in PROTESTS:
        a, b = _protest_sides(ranked, a, b)
    if code == "armed_clash" and b and not has_state(a) and has_state(b) and _is_mutual(ranked):
        return b, a
    return a, b


def _named(view: View, ranked: Sequence[Frame]) -> tuple[Side, Side]:
    """Whom the frames name as acting and as acted upon."""
    a: Side = ()
    b: Side = ()
    for frame in sorted(ranked, key=lambda f: not _tells_both(f)):
        acting = tuple(m for m in without_bare_weapons(view, frame.a) if not only_holds(view, m))
        a = a or without_places(view, acting)
        b = b or tuple(m for m in without_places(view, frame.b, keep_alone=False) if not is_scenery(view, m))
    return a, b


def _tells_both(frame: Frame) -> bool:
    """ "Clashes between A and B killed ten": the clash names the sides, whoever is the verb's subject."""
    return frame.row.frame == "mutual" and bool(frame.a) and bool(frame.b)


def _with_victims(ranked: Sequence[Frame], code: str, a: Side, b: Side) -> tuple[Side, Side]:
    """The sides with those counted among the dead and hurt, where they tell more."""
    victims = tuple(t.actor for f in ranked for t in f.tolls if t.actor is not None and t.actor.actor)
    harmed = _others(victims, (*a, *b))
    b = b or _others(victims, a)
    both = _dead_of_both(victims) if code in _BATTLES and not a else None
    if both is not None:
        return both
    if harmed and b and all(m.actor is not None and m.text.lower() in _VEHICLES for m in b):
        return a, tuple(v for v in harmed if v.actor and v.actor.kind in ARMED) or b
    if not a and harmed and _is_mutual(ranked):
        return b, harmed  # "three guards died in a shoot-out with smugglers"
    return a, b


def _others(mentions: Sequence[Mention], known: Sequence[Mention]) -> Side:
    """The mentions that are of none of the actors in ``known``."""
    return tuple(m for m in mentions if not any(same_actor(m, other) for other in known))


def _is_mutual(ranked: Sequence[Frame]) -> bool:
    return any(f.row.frame == "mutual" for f in ranked)


def antecedent(view: View, ranked: Sequence[Frame], topic: Mention | None, b: Side) -> Side:
    """Whom "it" or "its men" stand for: the armed actor named first in the sentence, else the topic."""
    first = min(f.trigger.start for f in ranked)
    for mention in (*(m for m in view.kind(MentionKind.ACTOR) if m.end < first), topic):
        if (
            mention is None
            or mention.actor is None
            or mention.actor.kind not in ARMED
            or mention.text.lower() in BARE_FORCES
        ):
            continue
        if not any(same_actor(mention, other) for other in b):
            return (mention,)
    return ()


def _protest_sides(ranked: Sequence[Frame], a: Side, b: Side) -> tuple[Side, Side]:
    """Those who protest are side a, those who step in side b, whoever acts on whom in the grammar."""
    everyone = {m.span: m for f in ranked for m in (*f.a, *f.b)} | {m.span: m for m in (*a, *b)}
    crowd = tuple(m for m in everyone.values() if m.actor is not None and m.actor.kind in _CROWD)
    police = tuple(m for m in everyone.values() if m.actor is not None and m.actor.kind in STATE_LIKE)
    return crowd, police


def _dead_of_both(victims: Sequence[Mention]) -> tuple[Side, Side] | None:
    """Where soldiers and militants died together, they fought each other; the state is side a."""
    state = tuple(v for v in victims if v.actor is not None and v.actor.kind in STATE_LIKE)
    others = tuple(v for v in victims if v.actor is not None and v.actor.kind is ActorKind.REBEL)
    return (state[:1], others[:1]) if state and others else None
