"""Sentences that answer what was told before: "the army denied it", "another source spoke of eleven dead".

They name neither act nor place; what they are about is the incident told last (``narrative.join`` finds it).
"""

from __future__ import annotations

import re

from crossbearing.extract import roles
from crossbearing.extract.incidents import Incident
from crossbearing.extract.kinds import weapon_code
from crossbearing.extract.parties import ARMED
from crossbearing.extract.sources import Said
from crossbearing.extract.tolls import THINGS, Toll, person_kind
from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind
from crossbearing.model import ActorKind, Attribution, Mention, MentionKind, Modality, Span
from crossbearing.vocab import answers
from crossbearing.vocab.triggers import triggers

_LEAD = (
    70  # characters before a count in which its verb stands: "put the number of those killed in the raid at"
)
_DEAD_REACH = 40  # characters behind a count in which "dead" stands: "eleven of the convoy's guards dead"
_DEAD = re.compile(
    r"\b(?:dead|killed|deaths?|died|bodies|coffins?|corpses|graves?|martyrs?|martyred|slain|fatalities)\b"
)
_HURT = re.compile(r"\b(?:wounded|injured|hurt|injuries)\b")
_JOINTS = frozenset({" and ", ", ", ", and ", " plus ", " as well as "})
_REMAINS = frozenset({"bodies", "coffins", "corpses", "graves"})
_BARE = frozenset({"gave so many", "gave a figure", "put it at", "spoke of"})
"""Rows of the table behind which a number by itself is a toll."""


def answers_of(view: View, said: Said) -> tuple[Incident, ...]:
    """The answer that a sentence gives to what was told before it, if it gives one."""
    denial = _denial(view)
    if denial is not None:
        return (_incident(view, _speaker(view, denial, said), Modality.DENIED, denial, ()),)
    toll = _toll(view)
    if toll is None:
        return ()
    lead, counted = toll
    tolls = _with_those_beside(view, counted)
    return (_incident(view, _speaker(view, lead, said), Modality.OCCURRED, lead, tolls),)


def _incident(view: View, by: Said, mode: Modality, lead: Span, tolls: tuple[Toll, ...]) -> Incident:
    sentence = view.sentence
    return Incident(
        sentences=(sentence.index,),
        paragraph=sentence.paragraph,
        part=sentence.part,
        code=_named_code(view),
        modality=mode,
        spans=(sentence.span,),
        triggers=(Mention(MentionKind.TRIGGER, lead, lead.of(view.text)),),
        tolls=tolls,
        a=_party(view, by) if mode is Modality.DENIED else (),
        attribution=by.attribution,
        speaker=by.span,
        anaphoric=True,
        answers=True,
        outcome_only=bool(tolls),
    )


def _party(view: View, by: Said) -> tuple[Mention, ...]:
    """The armed party that speaks: whoever denies an act is the one accused of it, if nobody is named."""
    if by.span is None:
        return ()
    named = view.within(by.span, MentionKind.ACTOR)
    return tuple(m for m in named if m.actor is not None and m.actor.kind in ARMED)[:1]


def _named_code(view: View) -> str:
    """The kind of act that the answer names ("denied using chlorine"); "attack" where it names none."""
    weapon = weapon_code(view.folded)
    rows = (triggers()[m.trigger or ""] for m in view.kind(MentionKind.TRIGGER))
    return weapon or next((r.code for r in rows if r.code is not None), None) or "attack"


def _denial(view: View) -> Span | None:
    """The words that deny what was told before."""
    for row in answers.denials():
        match = row.pattern.search(view.folded)
        if match:
            return Span(view.sentence.start + match.start(), view.sentence.start + match.end())
    return None


def _toll(view: View) -> tuple[Span, Toll] | None:
    """The words that lead the first count of dead or hurt, and the count."""
    start = view.sentence.start
    for mention in view.kind(MentionKind.QUANTITY):
        quantity = mention.quantity
        if quantity is None or (quantity.unit in THINGS and quantity.unit not in _REMAINS):
            continue
        at = mention.start - start
        before = view.folded[max(at - _LEAD, 0) : at]
        row = next((r for r in answers.tolls() if r.pattern.search(before)), None)
        what = _what(view, mention, row) if row is not None else None
        if row is None or what is None:
            continue
        lead = row.pattern.search(before)
        assert lead is not None
        kind = (
            ActorKind.UNKNOWN
            if quantity.unit in _REMAINS
            else person_kind(quantity.unit) or ActorKind.UNKNOWN
        )
        first = mention.start - len(before) + lead.start()
        actor = next(iter(view.within(mention.span, MentionKind.ACTOR)), None)
        if row.name == "lost":
            actor = next((m for m in reversed(view.kind(MentionKind.ACTOR)) if m.end <= first), actor)
            kind = actor.actor.kind if actor is not None and actor.actor is not None else kind
        return Span(first, mention.end), Toll.counted(what, quantity, kind, mention.span, actor)
    return None


def _with_those_beside(view: View, first: Toll) -> tuple[Toll, ...]:
    """The counts that follow with "and": "five militants and one soldier"."""
    out = [first]
    for mention in view.kind(MentionKind.QUANTITY):
        joint = (
            view.words(Span(out[-1].span.end, mention.start)) if mention.start > out[-1].span.end else None
        )
        kind = person_kind(mention.quantity.unit) if mention.quantity is not None else None
        if joint in _JOINTS and mention.quantity is not None and kind is not None:
            actor = next(iter(view.within(mention.span, MentionKind.ACTOR)), None)
            out.append(Toll.counted(first.what, mention.quantity, kind, mention.span, actor))
    return tuple(out)


def _what(view: View, mention: Mention, row: answers.Answer) -> str | None:
    """What became of the people counted; None when nothing says that they were killed or hurt."""
    around = view.words(Span(mention.start, min(mention.end + _DEAD_REACH, view.sentence.end)))
    around = re.split(r"[,;]| and ", around)[0]
    if _DEAD.search(around) or row.name in {"lost", "buried"}:
        return "deaths"
    if _HURT.search(around):
        return "injured"
    bare = mention.quantity is not None and mention.quantity.unit in (None, "people", "persons")
    return "deaths" if bare and row.name in _BARE else None


def _subject(view: View, chunk: int) -> roles.Group | None:
    return roles.subject(view, chunk) if view.chunks[chunk].kind is ChunkKind.VP else None


def _speaker(view: View, lead: Span, said: Said) -> Said:
    """Who answers: the speaker of the sentence, else the subject of its verb."""
    if said.span is not None:
        return said
    verbs = [view.chunk_at(lead.start), *(i for i, c in enumerate(view.chunks) if c.finite)]
    subject = next((g for i in verbs if (g := _subject(view, i)) is not None), None)
    if subject is None:
        return said
    verb = next(i for i in verbs if _subject(view, i) == subject)
    span = view.span(subject.first, verb - 1 if verb > subject.last else subject.last)
    words = re.sub(r"^(?:[Tt]he|[Aa]n?) (?=[A-Z])", "", span.of(view.text))
    return Said(Attribution(words), span)
