"""Sorts of actors: who bears arms, who is of the state, and whether two mentions are of one body."""

from __future__ import annotations

from collections.abc import Iterable

from crossbearing.model import ActorKind, Mention
from crossbearing.vocab.words import pattern

ARMED = frozenset(
    {
        ActorKind.STATE,
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.EXTERNAL,
    }
)
STATE_LIKE = frozenset({ActorKind.STATE, ActorKind.EXTERNAL})
NONSTATE = frozenset(
    {ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA, ActorKind.UNKNOWN}
)


def kinds_of(mentions: Iterable[Mention]) -> set[ActorKind]:
    """The sorts of the actors mentioned."""
    return {m.actor.kind for m in mentions if m.actor is not None}


def civil_kind(mention: Mention) -> ActorKind:
    """The kind of an actor; people of a tribe or a community are civilians when others kill them."""
    kind = mention.actor.kind if mention.actor is not None else ActorKind.UNKNOWN
    return (
        ActorKind.CIVILIANS
        if kind is ActorKind.IDENTITY_MILITIA and pattern("community").search(mention.text.lower())
        else kind
    )


def same_actor(one: Mention, other: Mention) -> bool:
    """Both mentions name an actor, and the same."""
    return one.actor is not None and other.actor is not None and one.actor.id == other.actor.id


def has_state(mentions: Iterable[Mention]) -> bool:
    """Whether a state, or its force, is among the actors mentioned."""
    return any(m.actor is not None and m.actor.kind in STATE_LIKE for m in mentions)
