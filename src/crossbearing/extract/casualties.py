"""Counts in the noun phrases that suffer an act: "killed four soldiers", "a shepherd was abducted"."""

from __future__ import annotations

from dataclasses import replace

from crossbearing.extract.breakdown import broken_down
from crossbearing.extract.parties import civil_kind
from crossbearing.extract.roles import Group
from crossbearing.extract.tolls import FELLOWS, THINGS, Toll, is_subset, person_kind, person_kinds, told_span
from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind
from crossbearing.model import ActorKind, Mention, MentionKind, Span
from crossbearing.vocab.triggers import Trigger
from crossbearing.vocab.words import words

WHAT_BY_ROW = {
    "kill": "deaths",
    "die": "deaths",
    "murder": "deaths",
    "shoot_dead": "deaths",
    "suicide_bomb": "deaths",
    "injure": "injured",
    "missing": "missing",
    "abduction": "abducted",
    "hold_people": "abducted",
    "arrests": "arrested",
    "displacement": "displaced",
    "leave_home": "displaced",
}
"""Key of a trigger → what became of the people that it counts."""
_PLURALS = (
    "s",
    "men",
    "people",
    "police",
    "children",
    "women",
    "folk",
    "family",
    "staff",
    "personnel",
    "crew",
    "youth",
)
_COLLECTIVE = words("collectives")
_ARMED = frozenset({ActorKind.STATE, ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.EXTERNAL})
_RANKS = words("ranks")
_OF_SOMEBODY = words("members")
_ONE_PRONOUNS = frozenset({"him", "her"})


def tolls_of(view: View, row: Trigger, victims: list[Group], trigger: Span) -> tuple[Toll, ...]:
    """The counts in the noun phrases that suffer the act; one person where a phrase is singular."""
    what = WHAT_BY_ROW.get(row.key)
    if what is None:
        return ()
    out: list[Toll] = []
    for group in victims:
        for i in group.phrases:
            toll = _toll_of_phrase(view, what, i)
            if toll is not None:
                out += broken_down(view, toll)
    out = [replace(t, told=told_span(t.span, trigger)) for t in out]
    if view.words(trigger).startswith("neutrali"):
        out = [replace(t, low=0) if t.low > 1 else t for t in out]  # "neutralised" may be dead, hurt or taken
    return tuple(out)


def _toll_of_phrase(view: View, what: str, i: int) -> Toll | None:
    """The count in the noun phrase at chunk ``i``, one person where it names one; None for nobody."""
    chunk, span = view.chunks[i], view.span(i, i)
    if chunk.words[0] in {"no", "nobody", "none"} or (is_subset(view, span) and not _done_to_some(view, i)):
        return None
    wide = _wide(view, i)
    counting = wide if _COLLECTIVE & set(chunk.words) else span
    counted = [q for q in view.kind(MentionKind.QUANTITY) if q.span.overlaps(counting) and q.quantity]
    actors = [m for m in view.within(wide, MentionKind.ACTOR) if m.actor is not None]
    if counted:
        toll = from_quantity(what, counted[0], _whom(actors, counted[0].span))
        return _of_those_before(view, toll, i) if toll is not None and _done_to_some(view, i) else toll
    return _one_person(view, what, i, _whom(actors, span))


def _of_those_before(view: View, toll: Toll, i: int) -> Toll:
    """The count with the noun of those of whom it is some: "two guards … one of them"."""
    start = view.span(i, i).start
    for mention in reversed(view.kind(MentionKind.QUANTITY)):
        if mention.end < start and mention.quantity is not None and person_kind(mention.quantity.unit):
            actors = [m for m in view.kind(MentionKind.ACTOR) if m.span.overlaps(mention.span)]
            whole = from_quantity(toll.what, mention, _whom(actors, mention.span))
            return replace(toll, kind=whole.kind, noun=whole.noun, actor=whole.actor) if whole else toll
    return toll


def _done_to_some(view: View, i: int) -> bool:
    """ "fired on two guards, killing one of them": what became of some of those told before."""
    before = view.chunks[i - 1] if i else None
    behind = view.words(Span(view.span(i, i).end, view.sentence.end))[:9]
    return before is not None and before.kind is ChunkKind.VP and behind.startswith((" of them", " of whom"))


def _one_person(view: View, what: str, i: int, actor: Mention | None) -> Toll | None:
    """A phrase that names one person: "him", "a shepherd", "Constable Oduya", at last "a baker"."""
    chunk, span = view.chunks[i], view.span(i, i)
    if chunk.words[-1] in _ONE_PRONOUNS:
        noun, kind = _meant_by_pronoun(view, i)
        return Toll(what, 1, 1, noun, kind, span, actor)
    head = view.sentence.tokens[chunk.head]
    noun = next((w for w in reversed(chunk.words) if w in person_kinds()), None)
    if noun is not None:
        singular = not noun.endswith(_PLURALS) and head.tag not in ("NNS", "NNPS")
        return Toll(what, 1, 1, noun, person_kinds()[noun], span, actor) if singular else None
    if _is_person_name(view, i):
        kind = ActorKind.STATE if _RANKS & set(chunk.words) else ActorKind.UNKNOWN
        return Toll(what, 1, 1, None, kind, span, actor)
    word = head.text.lower()
    if what in {"deaths", "injured"} and chunk.words[0] in {"a", "an", "one"}:  # only people are killed
        return (
            Toll(what, 1, 1, word, ActorKind.UNKNOWN, span, actor)
            if head.tag == "NN" and word not in THINGS
            else None
        )
    return None


def _meant_by_pronoun(view: View, i: int) -> tuple[str | None, ActorKind]:
    """Noun and sort of the one person told before "him" or "her": "fired on Constable Oduya, killing him"."""
    for k in range(i - 1, -1, -1):
        chunk = view.chunks[k]
        if not view.is_np(k):
            continue
        noun = next((w for w in reversed(chunk.words) if w in person_kinds()), None)
        if noun is not None and not noun.endswith(_PLURALS):
            return noun, person_kinds()[noun]
        if _is_person_name(view, k):
            return None, ActorKind.STATE if _RANKS & set(chunk.words) else ActorKind.UNKNOWN
    return None, ActorKind.UNKNOWN


def _whom(actors: list[Mention], span: Span) -> Mention | None:
    """Of the actors in a phrase, the one that is counted: a named one, in the words of the count itself."""
    inside = [m for m in actors if m.span.overlaps(span)]
    named = [m for m in (*inside, *actors) if m.actor is not None and not m.actor.generic]
    return next(iter((*named, *inside, *actors)), None)


def _wide(view: View, i: int) -> Span:
    """The noun phrase with its "of …" and "from …": "two members of the council"."""
    last = i
    while (
        last + 2 < len(view.chunks)
        and view.chunks[last + 1].words in {("of",), ("from",)}
        and view.is_np(last + 2)
    ):
        last += 2
    return view.span(i, last)


def _is_person_name(view: View, i: int) -> bool:
    """A capitalised phrase that is neither a place nor a time: "Constable Oduya"."""
    chunk = view.chunks[i]
    tokens = view.sentence.tokens[chunk.start : chunk.end]
    if not tokens[-1].tag.startswith("NNP") or len(tokens) < 2:
        return False
    span = view.span(i, i)
    taken = (*view.within(span, MentionKind.PLACE), *view.within(span, MentionKind.TIME))
    return not taken and all(t.text[:1].isupper() for t in tokens[-2:])


def from_quantity(what: str, mention: Mention, actor: Mention | None) -> Toll | None:
    """The count of a quantity mention, by its noun and by ``actor``, who is named in the phrase."""
    quantity = mention.quantity
    if quantity is None:
        return None
    named = actor.actor if actor is not None else None
    kind = ActorKind.UNKNOWN if quantity.unit in FELLOWS else person_kind(quantity.unit)
    if kind is None:
        if quantity.unit in THINGS:
            return None
        kind = named.kind if named is not None else ActorKind.UNKNOWN
    if named is not None and actor is not None:
        inside = actor.span.overlaps(mention.span) and not named.generic and named.kind in _ARMED
        if kind is ActorKind.CIVILIANS and inside:
            kind = named.kind  # "five security personnel"
        if kind is ActorKind.UNKNOWN and quantity.unit in _OF_SOMEBODY:
            kind = (
                civil_kind(actor) or named.kind
            )  # "seven members of the brigade", "nine security personnel"
    return Toll.counted(what, quantity, kind, mention.span, actor)
