"""Strengths: how many fighters, soldiers or machines a force is said to have, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossbearing.extract.masking import Masked, armed
from crossbearing.extract.states import State, place_before
from crossbearing.extract.view import View
from crossbearing.model import ActorKind, Measure, Mention, MentionKind
from crossbearing.text.folding import fold
from crossbearing.vocab.states import strength_constructions, strength_units, strength_words

_LEAST_FORCE = 50
"""A smaller count of people is a patrol or a toll and not the strength of a force."""

_LEAST_MACHINES = 10
"""Fewer tanks or guns are those of one attack."""

_MACHINES = frozenset({"tanks", "armoured vehicles", "guns", "aircraft"})

_STATES = frozenset({ActorKind.STATE, ActorKind.EXTERNAL, ActorKind.UNKNOWN})

_CLAUSE_END = re.compile(r"[.;,]|\b(?:but|while|although|and (?:that|it|they))\b")

_TELLER = 24
"""Characters behind an actor in which "'s estimate" or "spokesman said" makes it the one who tells."""

_ANAPHOR = re.compile(r"\b(?:there|the (?:town|city|village|area|camp|province|district|valley))\b")


def strength_of(view: View, before: Sequence[View]) -> tuple[State, ...]:
    """The statements of a sentence that a force is so and so strong; ``before``: the sentences before it."""
    counts = {m: unit for m in view.kind(MentionKind.QUANTITY) if (unit := _unit(view, m)) is not None}
    if not counts:
        return ()
    masked = Masked.of(view, *counts)
    out: dict[Mention, State] = {}
    for count, who in _stated(masked):
        if count not in out and not _undone(masked, count):
            state = _strength(view, count, counts[count], who, before)
            if state is not None:
                out[count] = state
    return tuple(out.values())


def _stated(masked: Masked) -> Iterator[tuple[Mention, Mention | None]]:
    """The counts that a construction, or the word "estimated", makes strengths; and whose, if it says so."""
    for says in strength_constructions():
        for match in says.pattern.finditer(masked.text):
            who = masked.within(*match.span("who")) if "who" in says.pattern.groupindex else []
            for count in masked.within(*match.span("n")):
                yield count, (who[0] if who else None)
    for at, mention in masked.marks.items():
        before = masked.text[max(0, at - len("estimated at ")) : at]
        told = f"{before} {fold(mention.text)}"
        if masked.text[at] == "N" and strength_words("strength_estimates").search(told):
            yield mention, None


def _undone(masked: Masked, count: Mention) -> bool:
    """True when the clause of the count says what became of those counted: "300 fighters surrendered"."""
    at = next(i for i, m in masked.marks.items() if m is count)
    clause = _CLAUSE_END.split(masked.text[:at])[-1] + _CLAUSE_END.split(masked.text[at:])[0]
    return strength_words("not_strength").search(f"{clause} {fold(count.text)}") is not None


def _strength(
    view: View, count: Mention, unit: str, who: Mention | None, before: Sequence[View]
) -> State | None:
    """The strength that a count tells; None when it is too small, or nobody's."""
    quantity = count.quantity
    actor = _whose(view, count, who, before)
    least = _LEAST_MACHINES if unit in _MACHINES else _LEAST_FORCE
    if quantity is None or actor is None or max(quantity.low, quantity.high or 0) < least:
        return None
    place = _where(view, count, before)
    evidence = [("measure", count.span), ("side_a", actor.span)]
    if place is not None:
        evidence.append(("place", place.span))
    return State((actor,), place, Measure(unit, quantity.low, quantity.high), count.span, tuple(evidence))


def _unit(view: View, mention: Mention) -> str | None:
    """What is counted, by the noun that ends the count; "fighters" for a bare figure and for a group's name
    ("200 or so of the group"); None for all else."""
    quantity = mention.quantity
    if quantity is None:
        return None
    text = fold(mention.text)
    nouns = [n for n in strength_units() if re.search(rf"(?<!\w){re.escape(n)}$", text)]
    if nouns:
        return strength_units()[max(nouns, key=len)]
    named = any(m.end == mention.end and m.start > mention.start for m in armed(view))
    return "fighters" if quantity.unit is None or named else None


def _whose(view: View, count: Mention, who: Mention | None, before: Sequence[View]) -> Mention | None:
    """The force that is counted: named in the count, in its construction, else the nearest one named that
    does not tell the figure, else the last group named before (a state is named for much else)."""
    actors = armed(view)
    inside = [m for m in actors if m.span.overlaps(count.span)]
    near = sorted((m for m in actors if not _tells(view, m)), key=lambda m: abs(m.start - count.start))
    told = [who] if who is not None and not _tells(view, who) else []
    earlier = [m for v in reversed(before) for m in reversed(armed(v)) if _is_group(m)]
    named = (m for m in (*inside, *told, *near, *earlier) if m.actor is not None and not m.actor.generic)
    return next(named, next(iter((*inside, *told)), None))


def _is_group(mention: Mention) -> bool:
    return mention.actor is not None and mention.actor.kind not in _STATES


def _tells(view: View, mention: Mention) -> bool:
    """True for an actor that gives the figure: "the army's estimate that", "the army put the number"."""
    start = mention.end - view.sentence.start
    behind = view.folded[start : start + _TELLER]
    word = re.match(r"(?:'s|')?\s(\w+)", behind)
    told = word is not None and strength_words("strength_tellers").fullmatch(word[1]) is not None
    speakers = any(s.span.overlaps(mention.span) for s in view.kind(MentionKind.SPEAKER))
    return speakers or told


def _where(view: View, count: Mention, before: Sequence[View]) -> Mention | None:
    """The place of a strength: the nearest of its sentence, else what "there" or "the town" stands for."""
    places = [m for m in view.kind(MentionKind.PLACE) if m.place is not None]
    if places:
        return min(places, key=lambda m: abs(m.start - count.end))
    return place_before(view, count.start, before) if _ANAPHOR.search(view.folded) else None
