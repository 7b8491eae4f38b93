"""Strengths: how many fighters, soldiers, vehicles a force is said to have, and where."""

from __future__ import annotations

import re

from crossbearing.extract.masking import armed
from crossbearing.extract.states import State
from crossbearing.extract.tolls import person_kind
from crossbearing.extract.view import View
from crossbearing.model import ActorKind, Measure, Mention, MentionKind
from crossbearing.vocab.states import strength_units
from crossbearing.vocab.words import pattern

_LEAST_FORCE = 50  # a smaller count is a patrol or a toll and not the strength of a force


def strength_of(view: View) -> tuple[State, ...]:
    """The statements of a sentence that a force is so and so strong."""
    if pattern("not_strength").search(view.folded) or not pattern("strength").search(view.folded):
        return ()
    found = (_strength(view, mention) for mention in view.kind(MentionKind.QUANTITY))
    return tuple(state for state in found if state is not None)


def _strength(view: View, mention: Mention) -> State | None:
    """The strength that a count tells; None when it counts no fighters, too few, or nobody's."""
    quantity = mention.quantity
    unit = _unit(view, mention)
    actor = _whose(view, mention)
    if (
        quantity is None
        or unit is None
        or actor is None
        or max(quantity.low, quantity.high or 0) < _LEAST_FORCE
    ):
        return None
    if person_kind(quantity.unit) is ActorKind.CIVILIANS:
        return None
    places = (m for m in view.kind(MentionKind.PLACE) if m.place is not None)
    place = min(places, key=lambda m: abs(m.start - mention.end), default=None)
    evidence = [("measure", mention.span), ("side_a", actor.span)]
    if place is not None:
        evidence.append(("place", place.span))
    measure = Measure(unit, quantity.low, quantity.high)
    return State((actor,), place, measure, mention.span, tuple(evidence))


_PUT_AT = re.compile(
    r"\b(?:number|strength|force)\b.{0,90}\bat(?: around| about| between| some| roughly)?(?: together)? $"
)
"""What leads to the bare figure of "put the number of fighters still in the valley at 300"."""


def _unit(view: View, mention: Mention) -> str | None:
    """What is counted: by its noun, or by "put the number (strength) of … at" before a bare figure."""
    quantity = mention.quantity
    if quantity is None:
        return None
    if quantity.unit is not None:
        return strength_units().get(quantity.unit)
    before = view.folded[: mention.start - view.sentence.start]
    return "fighters" if _PUT_AT.search(before) else None


def _whose(view: View, mention: Mention) -> Mention | None:
    """The force that is counted: named in the counted phrase itself, else the nearest named one."""
    actors = armed(view)
    inside = [m for m in actors if m.span.overlaps(mention.span)]
    nearest = sorted(actors, key=lambda m: abs(m.start - mention.start))
    named = (m for m in (*inside, *nearest) if m.actor is not None and not m.actor.generic)
    return next(named, inside[0] if inside else None)
