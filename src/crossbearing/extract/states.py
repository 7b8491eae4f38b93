"""States of affairs: who holds which place, and how strong a force is said to be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossbearing.extract.tolls import person_kind
from crossbearing.extract.view import View
from crossbearing.model import ActorKind, Measure, Mention, MentionKind, Span
from crossbearing.vocab.states import control_patterns, strength_units
from crossbearing.vocab.words import pattern

_ARMED = frozenset(
    {
        ActorKind.STATE,
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.EXTERNAL,
        ActorKind.UNKNOWN,
    }
)

_LEAST_FORCE = 50  # a smaller count is a patrol or a toll and not the strength of a force


@dataclass(frozen=True, slots=True)
class State:
    """A place held (``measure`` None), or a strength; with the passage that says it."""

    actor: Mention
    place: Mention | None
    measure: Measure | None
    span: Span
    evidence: tuple[tuple[str, Span], ...]


def control_of(view: View) -> tuple[State, ...]:
    """The statements of a sentence that an actor holds a place."""
    masked, marks = _masked(view)
    out: dict[int, State] = {}
    for says in control_patterns():
        for match in says.finditer(masked):
            for state in _control(masked, marks, match.start(), match.end()):
                if state.place is not None:
                    out.setdefault(state.place.start, state)
    return tuple(out.values())


def _masked(view: View) -> tuple[str, dict[int, Mention]]:
    """The folded sentence with each place as "P" and each armed actor as "A", and what each letter is."""
    start = view.sentence.start
    actors = [m for m in view.kind(MentionKind.ACTOR) if m.actor is not None and m.actor.kind in _ARMED]
    places = [
        m for m in view.kind(MentionKind.PLACE) if m.place is not None and (m.place.precision or 1) <= 5
    ]
    chosen: list[tuple[str, Mention]] = []
    for letter, mentions in (("A", actors), ("P", places)):
        for mention in mentions:
            if not any(mention.span.overlaps(other.span) for _, other in chosen):
                chosen.append((letter, mention))
    chosen.sort(key=lambda pair: pair[1].start)
    out, marks, at = [], {}, start
    length = 0
    for letter, mention in chosen:
        piece = view.folded[at - start : mention.start - start]
        out.append(piece)
        length += len(piece)
        marks[length] = mention
        out.append(letter)
        length += 1
        at = mention.end
    out.append(view.folded[at - start :])
    return "".join(out), marks


def _control(masked: str, marks: dict[int, Mention], start: int, end: int) -> list[State]:
    found = [i for i in sorted(marks) if start <= i < end]
    actors = [marks[i] for i in found if marks[i].actor is not None]
    places = [i for i in found if marks[i].place is not None]
    if not actors or not places:
        return []
    actor = actors[-1] if found[0] == places[0] else actors[0]
    chosen = [places[0]] if found[0] == places[0] else [places[-1]]
    while (joined := _joined_before(masked, marks, chosen[0])) is not None:
        chosen.insert(0, joined)
    out = []
    for i in chosen:
        place = marks[i]
        span = Span(min(actor.start, place.start), max(actor.end, place.end))
        out.append(State(actor, place, None, span, (("side_a", actor.span), ("place", place.span))))
    return out


def _joined_before(masked: str, marks: dict[int, Mention], at: int) -> int | None:
    """The place joined to the one at ``at`` by "and" or a comma: "each of Mora and Belt are held by …"."""
    earlier = max((i for i in marks if i < at), default=None)
    if earlier is None or marks[earlier].place is None:
        return None
    return earlier if masked[earlier + 1 : at].strip() in {"and", ",", ", and", "or"} else None


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
    return State(actor, place, measure, mention.span, tuple(evidence))


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
    actors = [m for m in view.kind(MentionKind.ACTOR) if m.actor is not None and m.actor.kind in _ARMED]
    inside = [m for m in actors if m.span.overlaps(mention.span)]
    nearest = sorted(actors, key=lambda m: abs(m.start - mention.start))
    named = (m for m in (*inside, *nearest) if m.actor is not None and not m.actor.generic)
    return next(named, inside[0] if inside else None)
