"""Counts of people killed, hurt, missing or taken, and what their nouns say about who was counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from crossbearing.extract.view import View
from crossbearing.model import ActorKind, Mention, MentionKind, Quantity, Span
from crossbearing.vocab.actors import noun_classes
from crossbearing.vocab.words import words

_OF_SO_MANY = re.compile(r"of the (?:two|three|four|five|six|seven|eight|nine|ten|dozen|\d+)\b")
_SUBSET_BEFORE = tuple(words("part_of_count_before"))
_SUBSET_AFTER = tuple(words("part_of_count_after"))
_OF_THEM = ("of them", "of whom", "of those")
THINGS = words("things")
FELLOWS = words("fellows")


@dataclass(frozen=True, slots=True)
class Toll:
    """So many (``low``; ``high`` None: or more) of ``noun`` were ``what``; ``kind`` is their sort."""

    what: str
    low: int
    high: int | None
    noun: str | None
    kind: ActorKind
    span: Span
    actor: Mention | None = None
    total: bool = False
    """The figure as it now stands ("the toll rose to nine"): it holds the others of its sentence."""
    told: Span | None = None
    """The passage from the count to the word that says what became of them: "four soldiers were killed"."""

    @classmethod
    def counted(
        cls, what: str, quantity: Quantity, kind: ActorKind, span: Span, actor: Mention | None = None
    ) -> Toll:
        """The toll of a quantity mention at ``span``."""
        return cls(what, quantity.low, quantity.high, quantity.unit, kind, span, actor)


def person_kind(noun: str | None) -> ActorKind | None:
    """The sort of people that a noun names; UNKNOWN for "people"; None when it names no people."""
    if noun is None:
        return ActorKind.UNKNOWN
    if noun in THINGS:
        return None
    return person_kinds().get(noun)


def told_span(count: Span, trigger: Span) -> Span:
    """The passage from a count to the word that says what became of the people counted."""
    return Span(min(count.start, trigger.start), max(count.end, trigger.end))


@cache
def person_kinds() -> Mapping[str, ActorKind]:
    """Noun for people → their sort."""
    return noun_classes()


def within_totals(tolls: tuple[Toll, ...]) -> tuple[Toll, ...]:
    """The tolls without those that a total holds: "the toll rose to nine after two more died" counts nine."""
    totals: dict[str, int] = {}
    for toll in tolls:
        if toll.total:
            totals[toll.what] = totals.get(toll.what, 0) + toll.low
    return tuple(t for t in tolls if t.total or t.what not in totals or t.low > totals[t.what])


def shared_noun(tolls: tuple[Toll, ...]) -> tuple[Toll, ...]:
    """Gives bare numbers the people that the count before named: "killing two nurses and wounding six"."""
    out: list[Toll] = []
    for toll in sorted(tolls, key=lambda t: t.span):
        bare = toll.noun is None or toll.noun in FELLOWS
        if (
            bare
            and toll.kind is ActorKind.UNKNOWN
            and toll.actor is None
            and out
            and out[-1].what in {"deaths", "injured"}
        ):
            toll = replace(toll, kind=out[-1].kind, actor=out[-1].actor, noun=toll.noun or out[-1].noun)
        out.append(toll)
    return tuple(out)


def is_subset(view: View, span: Span) -> bool:
    """True for a part of a count told before: "including two women", "three of them"."""
    start = view.sentence.start
    before = view.folded[: span.start - start][-16:]
    after = view.folded[span.end - start :][:24].lstrip()
    if _OF_SO_MANY.match(after):
        return True  # "one of the two soldiers died of his wounds": counted among the two
    if before.endswith(_SUBSET_BEFORE):
        return True
    if after.startswith(_OF_THEM):  # "17 of them were hurt": of a count told before only where one is told
        return any(q.end <= span.start and _counts_people(q) for q in view.kind(MentionKind.QUANTITY))
    return after.startswith(_SUBSET_AFTER)


def _counts_people(mention: Mention) -> bool:
    return mention.quantity is not None and person_kind(mention.quantity.unit) is not None
