"""Frames of nouns: the roles follow from genitives, prepositions and the verb that governs the noun."""

from __future__ import annotations

from dataclasses import dataclass

from crossbearing.extract import roles
from crossbearing.extract.casualties import tolls_of
from crossbearing.extract.casualties_beside import tolls_before
from crossbearing.extract.frames import Frame, actors_in, actors_of, agents_by, clause_span
from crossbearing.extract.roles import Group
from crossbearing.extract.tolls import Toll
from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind
from crossbearing.model import Mention, MentionKind
from crossbearing.vocab.triggers import Trigger
from crossbearing.vocab.words import words

Side = tuple[Mention, ...]
Prepositional = tuple[tuple[str, Group], ...]
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_LIGHT = words("light_verbs")
_DAYS = words("days")
_PARTS = words("parts_of_events")
_JOINS = words("joining")


def anchor(view: View, chunk: int) -> int:
    """The noun phrase that stands for the event in its clause: "the second phase" of "… of an operation"."""
    if (
        chunk >= 2
        and view.chunks[chunk - 1].words == ("of",)
        and view.is_np(chunk - 2)
        and _PARTS & set(view.chunks[chunk - 2].words)
    ):
        return chunk - 2
    return chunk


def _governing(view: View, chunk: int) -> tuple[int | None, bool]:
    """The verb whose object the noun is, and whether it says that somebody takes part in it.

    A time may stand between ("declared on Monday the start"); "are not involved in the operation" takes part.
    """
    joining = _joining_verb(view, anchor(view, chunk) - 1)
    if joining is not None:
        return joining, True
    k = anchor(view, chunk) - 1
    times = view.kind(MentionKind.TIME)
    while k >= 0 and (
        view.chunks[k].kind is ChunkKind.OTHER
        or any(t.span.covers(view.span(k, k)) for t in times)
        or (view.chunks[k].kind is ChunkKind.PREP and _is_time(view, k + 1))
    ):
        k -= 1
    return (k if k >= 0 and view.chunks[k].kind is ChunkKind.VP else None), False


def _is_time(view: View, k: int) -> bool:
    """Whether the chunk ``k`` is (part of) a time: "renewed at dawn the shelling"."""
    span = view.span(k, k)
    return any(t.span.overlaps(span) for t in view.kind(MentionKind.TIME))


def _takes_object(view: View, verb: int) -> bool:
    """Whether the verb has an object: not "took place", not "reached yesterday"."""
    found = roles.direct_object(view, verb)
    if found is None or view.chunks[found.first].words == ("place",):
        return False
    return not any(t.span.covers(view.span(found.first, found.first)) for t in view.kind(MentionKind.TIME))


def _joining_verb(view: View, k: int) -> int | None:
    """The verb of "are involved in", "take part in", where the chunk ``k`` is the "in"."""
    if k < 1 or view.chunks[k].words != ("in",):
        return None
    before = k - 1
    if before and view.chunks[before].kind is ChunkKind.NP and _JOINS & set(view.chunks[before].words):
        before -= 1  # "take part in"
    joins = _JOINS & {*view.chunks[before].words, *view.chunks[k - 1].words}
    return before if joins and view.chunks[before].kind is ChunkKind.VP else None


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun for an event with what stands about it: the phrases ``behind`` it and those acted upon
    (``patients``).

    ``verb`` governs it; ``joined``: that verb says of somebody that they take part; ``light``: its
    subject acts.
    """

    row: Trigger
    chunk: int
    behind: Prepositional
    patients: list[Group]
    verb: int | None
    joined: bool
    light: bool

    @classmethod
    def of(cls, view: View, row: Trigger, chunk: int) -> _Noun:
        behind = roles.prepositional(view, chunk)
        after = next_verb(view, chunk)
        if after is not None and not _takes_object(view, after):
            behind = (*behind, *roles.prepositional(view, after))  # "clashes broke out between A and B"
        patients = [g for p, g in behind if p in row.noun_b]
        verb, joined = _governing(view, chunk)
        light = verb is not None and (joined or bool(_LIGHT & set(view.chunks[verb].words)))
        return cls(row, chunk, behind, patients, verb, joined, light)


def noun_frame(view: View, mention: Mention, row: Trigger, chunk: int) -> Frame:
    """The frame of a trigger in the noun phrase at ``chunk``."""
    noun = _Noun.of(view, row, chunk)
    a, b = _noun_sides(view, noun, mention)
    patients = noun.patients
    if row.kind in {"kill", "injure"} and not patients:
        a = ()
    goal = view.span(patients[0].first, patients[0].last) if patients else None
    return Frame(
        mention,
        row,
        False,
        chunk,
        a=a,
        b=b,
        tolls=_noun_tolls(view, noun, mention),
        clause=clause_span(view, chunk),
        goal=view.words(goal) if goal else "",
        goal_span=goal,
        definite=_is_definite(view.chunks[anchor(view, chunk)].words),
        light=noun.light,
        takes_part=noun.joined,
    )


def _noun_tolls(view: View, noun: _Noun, mention: Mention) -> tuple[Toll, ...]:
    """The people counted: "the killing of two guards", "nine deaths"."""
    harms = noun.row.kind in {"kill", "injure"}
    if harms or noun.row.key == "murder":
        tolls = tolls_of(view, noun.row, noun.patients[:1], mention.span)
        if tolls or not harms:
            return tolls
    return tolls_before(view, noun.row, mention.span) if harms else ()


def _is_definite(words: tuple[str, ...]) -> bool:
    """ "the raid", "those clashes", "Friday's strike": told before."""
    return words[0] in _DEFINITE or ("'s" in words and words[0] in _DAYS)


def _noun_sides(view: View, noun: _Noun, mention: Mention) -> tuple[Side, Side]:
    """Who acts and who is acted upon: by adjective, preposition, or the verb that governs the noun."""
    phrase = view.span(noun.chunk, noun.chunk)
    before = tuple(m for m in view.within(phrase, MentionKind.ACTOR) if m.start < mention.start)
    agents = agents_by(noun.behind)
    reduced = noun.chunk + 1
    following = view.chunks[reduced] if reduced < len(view.chunks) else None
    if following is not None and following.kind is ChunkKind.VP and not following.finite:
        agents = [*agents, *agents_by(roles.prepositional(view, reduced))]  # "shells fired by the brigade"
    a, b = (*before, *actors_of(view, agents)), actors_of(view, noun.patients)
    if not a and noun.light and noun.verb is not None and noun.row.frame != "undergo":
        passive = view.chunks[noun.verb].passive and not noun.joined
        by = agents_by(noun.behind)
        a = actors_of(view, by) if passive else actors_in(view, roles.subject(view, noun.verb))
    if not a and noun.row.frame == "act" and _acts_and_suffers(noun):
        first = next((g for p, g in noun.behind if p == "of"), None)
        doers = actors_in(view, first) if first in noun.patients else ()
        if doers:  # "the shelling of the army on the village"
            a, b = doers, actors_of(view, [g for g in noun.patients if g is not first])
    return _mutual_noun(view, noun.row, noun.behind, a, b)


def _acts_and_suffers(noun: _Noun) -> bool:
    """ "The shelling of the army on the village": of two prepositions one names who acts."""
    return len({p for p, g in noun.behind if g in noun.patients}) > 1


def _mutual_noun(
    view: View,
    row: Trigger,
    behind: Prepositional,
    a: Side,
    b: Side,
) -> tuple[Side, Side]:
    """ "clashes between A and B", "talks with B"."""
    if row.frame != "mutual":
        return a, b
    for preposition, group in behind:
        found = actors_in(view, group)
        if preposition in {"between", "among", "involving"} and found:
            last = actors_in(view, Group(group.phrases[-1], group.last, group.phrases[-1:]))
            return found[:1], tuple(m for m in last if m not in found[:1]) or found[1:] or b
        if preposition in {"with", "against"} and found and not b:
            b = found
    return a, b


def next_verb(view: View, chunk: int) -> int | None:
    """The verb group whose subject the noun phrase is, at once behind it or behind its own "of …"."""
    for k in range(chunk + 1, min(chunk + 8, len(view.chunks))):
        kind = view.chunks[k].kind
        if kind is ChunkKind.VP:
            return k
        if kind is ChunkKind.CONJ and view.is_np(k + 1):
            continue
        if kind in (ChunkKind.SUB, ChunkKind.CONJ) or view.chunks[k].words[:1] in ((",",), (";",)):
            return None
    return None
