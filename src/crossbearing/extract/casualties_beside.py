"""Counts that stand beside the word for what became of them: "22 dead", "left three wounded"."""

from __future__ import annotations

import re
from dataclasses import replace

from crossbearing.extract.breakdown import broken_down
from crossbearing.extract.casualties import WHAT_BY_ROW, from_quantity, tolls_of
from crossbearing.extract.roles import Group, direct_object
from crossbearing.extract.tolls import THINGS, Toll, is_subset, person_kind, told_span
from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind
from crossbearing.model import ActorKind, Mention, MentionKind, Span
from crossbearing.vocab.triggers import Trigger
from crossbearing.vocab.words import words

_NEAR = 34  # characters between a count and its "dead": "left 22 people, all farmers, dead"
_TOLL_REACH = 110  # characters behind "death toll" within which its figure stands
_PART_OF = re.compile(r"\b(?:one|two|three|some|several|most|many|\d+) of $")
_LEAVES = frozenset({"left", "leaving", "leaves", "leave"})
_TOLL_NOUNS = tuple(words("toll_nouns"))
_STANDS = re.compile(
    r"\b(?:stood|stands?|rose|risen|rises|climb\w*|reach\w*|gone up|went up|increas\w*|now|put|was"
    r"|is|revised)\b.{0,24}$"
)
_JOINTS = frozenset({" and ", ", ", ", and "})
_SO = words("states_of_victims")
_STATES = words("victims")


def tolls_before(view: View, row: Trigger, trigger: Span) -> tuple[Toll, ...]:
    """ "22 dead", "left four nurses wounded", "the death toll rose to nine": counts beside the word."""
    what = WHAT_BY_ROW.get(row.key)
    if what is None or _among_those_told(view, trigger):
        return ()
    left = _left_so(view, row, trigger)
    if left:
        return left
    stands = _toll_stands(view, what, trigger)
    if stands:
        return tuple(replace(t, told=told_span(t.span, trigger)) for t in stands)
    toll = _nearest_count(view, what, trigger)
    if toll is None:
        return ()
    return tuple(
        replace(t, told=told_span(t.span, trigger))
        for t in broken_down(view, replace(toll, noun=toll.noun or "dead"))
    )


def _among_those_told(view: View, trigger: Span) -> bool:
    """ "Five children were among the dead": they are counted among them."""
    start = max(view.sentence.start, trigger.start - len("among the "))
    return view.words(Span(start, trigger.start)) == "among the "


def _left_so(view: View, row: Trigger, trigger: Span) -> tuple[Toll, ...]:
    """What "left" has as object right before the word: "left three guards and nine nurses dead"."""
    at = view.chunk_at(trigger.start)
    behind = range(at - 1, max(at - 10, -1), -1)
    verb = next((k for k in behind if view.chunks[k].kind is ChunkKind.VP), None)
    if verb is None or not _LEAVES & set(view.chunks[verb].words):
        return ()
    group = direct_object(view, verb)
    if group is None or not (group.first <= at <= group.last + 1):
        return ()
    told = [i for i in group.phrases if i < at and _SO & set(view.chunks[i].words)]
    after = told[-1] if told else -1  # "two dead and three hurt": the two are told
    phrases = tuple(i for i in group.phrases if after < i <= at)
    return tolls_of(view, row, [Group(group.first, group.last, phrases)], trigger) if phrases else ()


def _toll_stands(view: View, what: str, trigger: Span) -> tuple[Toll, ...]:
    """The counts behind "the death toll … stood at": the figure as it is now, and what it is made of."""
    if what != "deaths" or not view.words(trigger).endswith(_TOLL_NOUNS):
        return ()
    out: list[Toll] = []
    for mention in view.kind(MentionKind.QUANTITY):
        quantity, start = mention.quantity, out[-1].span.end if out else trigger.end
        if quantity is None or quantity.unit in THINGS or not 0 < mention.start - start < _TOLL_REACH:
            continue
        between = view.words(Span(start, mention.start))
        if (out and between in _JOINTS) or (
            not out and (_STANDS.search(between) or between in (" to ", " at "))
        ):
            kind = person_kind(quantity.unit) or ActorKind.UNKNOWN
            actor = next(iter(view.within(mention.span, MentionKind.ACTOR)), None)
            out.append(replace(Toll.counted(what, quantity, kind, mention.span, actor), total=True))
    return tuple(out)


def _is_whole(view: View, mention: Mention) -> bool:
    """ "one of the two soldiers": the two are those of whom one is told."""
    before = view.words(Span(max(view.sentence.start, mention.start - len("several of ")), mention.start))
    return _PART_OF.search(before) is not None


def _nearest_count(view: View, what: str, trigger: Span) -> Toll | None:
    """The count right before the word, or around it: "22 dead", "two wounded guards"."""
    for mention in reversed(view.kind(MentionKind.QUANTITY)):
        quantity = mention.quantity
        near = 0 <= trigger.start - mention.end <= _NEAR or mention.span.covers(trigger)
        if quantity is None or not near or quantity.unit in THINGS:
            continue
        between = view.words(Span(min(mention.end, trigger.start), trigger.start))
        if " and " in between or ";" in between or is_subset(view, mention.span) or _is_whole(view, mention):
            continue
        actor = next(iter(view.within(mention.span, MentionKind.ACTOR)), None)
        kind = person_kind(quantity.unit)
        if kind is None and actor is None and quantity.unit not in _STATES:
            continue
        return from_quantity(what, mention, actor)
    return None
