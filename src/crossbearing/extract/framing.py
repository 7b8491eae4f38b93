"""Finds the frames of one sentence, one for each trigger."""

from __future__ import annotations

from crossbearing.extract import roles
from crossbearing.extract.frames import Frame, actors_in, clause_span
from crossbearing.extract.noun_frames import noun_frame
from crossbearing.extract.verb_frames import verb_frame
from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind
from crossbearing.model import ActorKind, Mention, MentionKind, Span
from crossbearing.vocab.triggers import Trigger, triggers

_BLAME_REACH = 70  # characters behind "blamed on" within which the one blamed is named
_NO_PROTEST_OF_SOMETHING = ("demonstrat", "rall", "protest")
_CAN_DO = frozenset(ActorKind) - {ActorKind.CIVILIANS, ActorKind.PROTESTERS}


def frames(view: View) -> tuple[Frame, ...]:
    """The frames of one sentence, in the order of their triggers."""
    named = [m.span for kind in (MentionKind.TIME, MentionKind.PLACE) for m in view.kind(kind)]
    found = (
        _frame(view, mention)
        for mention in view.kind(MentionKind.TRIGGER)
        if not any(span.covers(mention.span) for span in named)  # the month of March, the town of Hit
    )
    return tuple(frame for frame in found if frame is not None)


def _frame(view: View, mention: Mention) -> Frame | None:
    row = triggers()[mention.trigger or ""]
    chunk = view.chunk_at(mention.start)
    if row.kind in {"claim", "blame"}:
        return _blame_frame(view, mention, row, chunk)
    if view.chunks[chunk].kind is not ChunkKind.VP:
        return noun_frame(view, mention, row, chunk)
    rallies = row.key == "protest" and mention.text.lower().startswith(_NO_PROTEST_OF_SOMETHING)
    if rallies and roles.direct_object(view, chunk) is not None:
        return None  # "demonstrated its unity", "rallied support"
    return verb_frame(view, mention, row, chunk)


def _blame_frame(view: View, mention: Mention, row: Trigger, chunk: int) -> Frame:
    """Who is said to have done it: behind "blamed", "the work of"; who "claimed responsibility"."""
    if row.kind == "claim":
        a = actors_in(view, roles.subject(view, chunk)) if view.chunks[chunk].kind is ChunkKind.VP else ()
    else:
        reach = Span(mention.end, min(mention.end + _BLAME_REACH, view.sentence.end))
        a = view.within(reach, MentionKind.ACTOR)[:1]
    doers = tuple(m for m in a if m.actor and m.actor.kind in _CAN_DO)
    return Frame(mention, row, True, chunk, a=doers, b=(), tolls=(), clause=clause_span(view, chunk))
