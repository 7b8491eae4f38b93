"""Words for an event that tell none here: "after the attack", "the peace talks", "two mines were found"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossbearing.extract.frames import Frame
from crossbearing.extract.kinds import is_violent
from crossbearing.extract.noun_frames import anchor, next_verb
from crossbearing.extract.view import View
from crossbearing.model import MentionKind, Modality, PartKind
from crossbearing.vocab.words import words

_BACKGROUND_PREPS = words("background_prepositions")
_HAPPENS = words("happening")
_INSTRUMENTS = words("instruments")
_LEAD_PARTS = (PartKind.HEADLINE, PartKind.STANDFIRST, PartKind.CAPTION)
_ARMS_KEYS = frozenset({"ied", "shelling", "grenade"})
_REACTIONS = words("reactions")
_BELT_WEARING = ("in explosive", "in suicide", "wearing")


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands about a noun for an event: the word ``before`` it, and whether somebody acts
    (``rich``), it is said to have happened (``happens``), is ``alone`` in its sentence, or has
    ``outcomes`` beside it (dead, hurt)."""

    before: str
    rich: bool
    happens: bool
    alone: bool
    outcomes: bool


def is_ahead(view: View, frame: Frame, mode: Modality) -> bool:
    """ "plans for an assault on the port", "denied a role in the attack": told all the same."""
    before = view.chunks[anchor(view, frame.chunk) - 1].words[0] if anchor(view, frame.chunk) else ""
    return (
        mode in (Modality.PLANNED, Modality.DENIED)
        and before in {"for", "of", "in"}
        and bool(frame.a or frame.b or view.kind(MentionKind.PLACE))
    )


def is_background(view: View, frame: Frame, others: Sequence[Frame]) -> bool:
    """A noun that only mentions an event ("after the attack", "the peace talks") and tells none here."""
    weapon = _is_instrument(frame.trigger.text)
    if frame.verbal or frame.row.key == "mob" or frame.trigger.text.lower().startswith(_BELT_WEARING):
        return False
    if frame.light or frame.tolls or (_counted(view, frame) and not weapon):
        return False
    around = _around(view, frame, others)
    if is_violent(frame.row.code):
        return _unused(view, frame, around) or _mentions_violence(view, frame, around)
    if around.before in _BACKGROUND_PREPS | {"in", "by", "at"}:
        return True
    return not around.happens and not (around.rich and view.kind(MentionKind.TIME))


def _around(view: View, frame: Frame, others: Sequence[Frame]) -> _Around:
    chunk = anchor(view, frame.chunk)
    after = next_verb(view, chunk)
    return _Around(
        before=view.chunks[chunk - 1].words[0] if chunk else "",
        rich=bool(frame.a or frame.b),
        happens=(after is not None and bool(_HAPPENS & set(view.chunks[after].words)))
        or _reacted_to(view, chunk),
        alone=not any(o is not frame and not o.outcome for o in others),
        outcomes=any(o.outcome and o.tolls for o in others),
    )


def _reacted_to(view: View, chunk: int) -> bool:
    """ "welcomed the liberation of Elm Ford", "condemns the attack": what is reacted to has happened."""
    before = view.chunks[chunk - 1] if chunk else None
    return before is not None and bool(_REACTIONS & set(before.words))


def _unused(view: View, frame: Frame, around: _Around) -> bool:
    """A weapon of which nothing says that it was used: "two mines were found"."""
    if frame.row.kind != "bombing" and frame.row.key not in _ARMS_KEYS:
        return False
    used = around.happens or around.before in {"by", "when", "with"}
    return _is_instrument(frame.trigger.text) and not used and not view.sentence.part.heads


def _mentions_violence(view: View, frame: Frame, around: _Around) -> bool:
    """Violence neither said to have happened nor told with its outcome, behind "after", "since", "of" …"""
    part = view.sentence.part
    if around.outcomes or around.happens or (part is PartKind.CAPTION and around.rich):
        return False
    if around.before in _BACKGROUND_PREPS:
        return not (around.rich and around.alone and part in _LEAD_PARTS)
    return not (around.rich or (around.alone and part in _LEAD_PARTS) or frame.definite)


def accompanies(view: View, frame: Frame, others: Sequence[Frame]) -> bool:
    """A participle that tells how another act was done, no violence: "deployed there, setting up a base"."""
    if not frame.verbal or frame.outcome or is_violent(frame.row.code) or frame.tolls:
        return False
    first = view.sentence.tokens[view.chunks[frame.chunk].start]
    return first.tag == "VBG" and any(
        o is not frame and not o.outcome and o.trigger.end < frame.trigger.start for o in others
    )


def _counted(view: View, frame: Frame) -> bool:
    """ "four air strikes near Hajin on Friday": counted, and placed or dated."""
    counted = any(q.span.overlaps(frame.trigger.span) for q in view.kind(MentionKind.QUANTITY))
    return counted and bool(
        view.within(frame.clause, MentionKind.PLACE) or view.within(frame.clause, MentionKind.TIME)
    )


def _is_instrument(words: str) -> bool:
    """A weapon, which is not yet its use: "bombs were found"."""
    return words.lower() in _INSTRUMENTS
