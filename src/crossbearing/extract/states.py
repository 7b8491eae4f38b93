"""States of affairs: who holds which place, and how strong a force is said to be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossbearing.extract.casualties import person_kind
from crossbearing.extract.view import View
from crossbearing.model import ActorKind, Measure, Mention, MentionKind, Span

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
_GAP = r"[^.;PA]{0,60}?"
_CONTROL = tuple(
    re.compile(p)
    for p in (
        rf"P{_GAP}(?:is|are|was|remains?|remained|been|fell|still|now)?\s*(?:back )?under (?:the )?(?:full )?(?:control of (?:the )?)?A",  # Dera is under army control
        rf"P{_GAP}(?:held|controlled|occupied|ruled|run|besieged|governed) by (?:the )?A",  # Dera, held by the rebels
        rf"P{_GAP}in (?:the )?(?:hands of (?:the )?)?A(?: hands)?",  # Dera is in rebel hands
        r"A-(?:held|controlled|occupied|run|ruled)[\w ,]{0,40}?P",  # the rebel-held town of Dera
        r"A (?:still )?(?:controls?|holds?|occup(?:y|ies)|rules?|runs?)\s(?:the )?(?:[\w ]{0,24})P",  # the rebels hold Dera
        r"P, (?:a|an|the|one of)[^.;,]{0,40}A (?:stronghold|bastion|holdout|enclave)",  # Dera, a rebel stronghold
        r"A (?:stronghold|bastion|holdout|enclave|holdouts)(?: town| city| village)?(?: of| in)? P",  # the IS bastion of Dera
        rf"P{_GAP}(?:stronghold|bastion) (?:of|for) (?:the )?A",
    )
)
"""P stands for a place mention and A for an actor mention; an example stands behind each."""
_STRENGTH = re.compile(
    r"\b(?:there (?:were|are|remain)|has|have|had|numbers?|numbering|strength|estimate[ds]?|number of|an estimated|up to|some|around|about|put|puts|still in|left in|"
    r"remain|believed to|band of|a force of|made up of|consist|defended by|defending)\b"
)
_NOT_STRENGTH = re.compile(
    r"\b(?:kill|killed|killing|dead|died|wounded|injured|arrested|detained|captured|surrendered|neutrali[sz]ed|abducted|deployed|sent|arrived|launched|released|lost)\b"
)
_UNITS = {"men": "men", "militants": "fighters", "fighters": "fighters", "soldiers": "soldiers", "troops": "soldiers", "gunmen": "fighters", "rebels": "fighters",
          "insurgents": "fighters", "jihadists": "fighters", "guerrillas": "fighters", "combatants": "fighters", "terrorists": "fighters", "members": "members",
          "militiamen": "fighters", "tanks": "tanks", "vehicles": "vehicles", "personnel": "soldiers", "policemen": "police", "marines": "soldiers"}  # fmt: skip


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
    for pattern in _CONTROL:
        for match in pattern.finditer(masked):
            for state in _control(view, masked, marks, match.start(), match.end()):
                if state.place is not None:
                    out.setdefault(state.place.start, state)
    return tuple(out.values())


def _masked(view: View) -> tuple[str, dict[int, Mention]]:
    """The folded sentence with every place as "P" and every armed actor as "A", and which mention each letter is."""
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


def _control(view: View, masked: str, marks: dict[int, Mention], start: int, end: int) -> list[State]:
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
    if _NOT_STRENGTH.search(view.folded):
        return ()
    out = []
    for mention in view.kind(MentionKind.QUANTITY):
        quantity = mention.quantity
        if quantity is None or quantity.low < 50 or quantity.unit not in _UNITS:
            continue
        if person_kind(quantity.unit) is ActorKind.CIVILIANS or not _STRENGTH.search(view.folded):
            continue
        actor = _whose(view, mention)
        if actor is None:
            continue
        place = min(
            (m for m in view.kind(MentionKind.PLACE) if m.place is not None),
            key=lambda m: abs(m.start - mention.end),
            default=None,
        )
        evidence = [("measure", mention.span), ("side_a", actor.span)]
        if place is not None:
            evidence.append(("place", place.span))
        out.append(
            State(
                actor,
                place,
                Measure(_UNITS[quantity.unit], quantity.low, quantity.high),
                mention.span,
                tuple(evidence),
            )
        )
    return tuple(out)


def _whose(view: View, mention: Mention) -> Mention | None:
    """The force that is counted: named in the counted phrase itself, else the nearest named one before it."""
    actors = [m for m in view.kind(MentionKind.ACTOR) if m.actor is not None and m.actor.kind in _ARMED]
    inside = [m for m in actors if m.span.overlaps(mention.span)]
    named = [
        m
        for m in (*inside, *sorted(actors, key=lambda m: abs(m.start - mention.start)))
        if m.actor and not m.actor.generic
    ]
    return next(iter(named), inside[0] if inside else None)
