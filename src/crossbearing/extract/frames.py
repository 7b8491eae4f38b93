"""Frames: a trigger with who acts, who is acted upon, and who is counted among the dead or hurt."""

from __future__ import annotations

from dataclasses import dataclass

from crossbearing.extract import roles
from crossbearing.extract.roles import Group
from crossbearing.extract.tolls import Toll
from crossbearing.extract.view import View
from crossbearing.model import ActorKind, Mention, MentionKind, Span
from crossbearing.vocab.triggers import Trigger
from crossbearing.vocab.words import words

_VAGUE = words("vague_forces")


@dataclass(frozen=True, slots=True)
class Frame:
    """One trigger with its roles. ``goal``: the folded words of what is acted upon, at ``goal_span``."""

    trigger: Mention
    row: Trigger
    verbal: bool
    chunk: int
    a: tuple[Mention, ...]
    b: tuple[Mention, ...]
    tolls: tuple[Toll, ...]
    clause: Span
    goal: str = ""
    goal_span: Span | None = None
    definite: bool = False
    light: bool = False
    bound_to: int | None = None
    """Of a relative clause ("a raid that killed three"): the chunk of the noun that it is about."""
    takes_part: bool = False
    """Says of somebody that they take part in an event told elsewhere: "participates in the operation"."""
    pronoun: bool = False
    """The one who acts is only a pronoun, or "its" force: "they shelled the town", "its jets bombed …"."""

    @property
    def outcome(self) -> bool:
        """True for frames that tell what came of an event and not which event it was."""
        return self.row.kind in {"kill", "injure", "missing"}


def actors_in(view: View, group: Group | None) -> tuple[Mention, ...]:
    """The actor mentions that stand in the noun phrases of ``group``."""
    if group is None:
        return ()
    span = view.span(group.first, group.last)
    found = [
        m
        for m in view.kind(MentionKind.ACTOR)
        if m.actor is not None and m.span.overlaps(span) and m.start >= span.start
    ]
    vague = [m for m in found if _is_vague(m)]
    return tuple(found) if len(vague) == len(found) else tuple(m for m in found if m not in vague)


def _is_vague(mention: Mention) -> bool:
    """A word for some people, which yields to whoever is named beside it: "forces from the corps"."""
    actor = mention.actor
    return (
        actor is not None
        and actor.generic
        and (actor.kind is ActorKind.UNKNOWN or mention.text.lower() in _VAGUE)
    )


def actors_of(view: View, groups: list[Group]) -> tuple[Mention, ...]:
    """The actor mentions of several groups, each once."""
    out: dict[Span, Mention] = {}
    for group in groups:
        for mention in actors_in(view, group):
            out.setdefault(mention.span, mention)
    return tuple(out.values())


def clause_span(view: View, chunk: int) -> Span:
    """The stretch of the clause that a chunk stands in."""
    return view.span(*roles.clause(view, chunk))


def agents_by(prepositional: tuple[tuple[str, Group], ...]) -> list[Group]:
    """What stands behind "by"."""
    return [g for p, g in prepositional if p == "by"]
