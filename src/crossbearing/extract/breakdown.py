"""Parts of a count: "14 people, nine of them guards and two nurses"."""

from __future__ import annotations

import re
from dataclasses import replace

from crossbearing.extract.tolls import Toll, person_kind, person_kinds
from crossbearing.extract.view import View
from crossbearing.model import ActorKind, Mention, MentionKind, Span

_PART = re.compile(
    r"\b(?:of (?:them|whom|which)|including|among them|among whom|that is to say)\b|:|\s[-–—]{1,2}\s"
)
_OPENS_PARTS = re.compile(
    r"(?:\b(?:including|among them|among whom|of whom|of which|that is to say)|:|\s[-–—]{1,2})\s$"
)
_AND = re.compile(r"\W*(?:and )?")
_BREAKDOWN_REACH = 90  # characters behind a count within which its parts are told
_NOUN_REACH = 44  # characters behind a part within which the actor stands whom it counts


def broken_down(view: View, toll: Toll) -> list[Toll]:
    """A count of "people" with the parts that are told: "14 people, nine of them guards and two nurses".

    What the parts leave over stays unknown; parts that only say how many were women or children change
    nothing.
    """
    if toll.kind is not ActorKind.UNKNOWN or toll.low < 2 or toll.noun is None:
        return [toll]
    parts = _parts(view, toll)
    told = sum(p.low for p in parts)
    if not parts or told > toll.low:
        return [toll]
    if told < toll.low:
        high = None if toll.high is None else toll.high - told
        return [*parts, replace(toll, low=toll.low - told, high=high)]
    if toll.high is None:
        parts[-1] = replace(parts[-1], high=None)
    return parts


def _parts(view: View, toll: Toll) -> list[Toll]:
    """The counts behind a count that tell of what sort some of the people were."""
    parts: list[Toll] = []
    for mention in view.kind(MentionKind.QUANTITY):
        quantity = mention.quantity
        if quantity is None or not _may_be_part(view, toll, mention, follows=bool(parts)):
            continue
        if parts and _OPENS_PARTS.search(view.words(Span(parts[-1].span.end, mention.start))):
            continue  # "sixteen inhabitants, of whom three children, and seven guards": part of a part
        kind, actor = _part_kind(view, mention)
        if kind is not None and kind is not ActorKind.UNKNOWN and quantity.low < toll.low:
            parts.append(Toll.counted(toll.what, quantity, kind, mention.span, actor))
    return sorted([*parts, *_single_parts(view, toll, parts)], key=lambda p: p.span)


def _single_parts(view: View, toll: Toll, parts: list[Toll]) -> list[Toll]:
    """The parts that are one person: "three people, including a soldier"."""
    out: list[Toll] = []
    for i, chunk in enumerate(view.chunks):
        span = view.span(i, i)
        actor = next((m for m in view.within(span, MentionKind.ACTOR)), None)
        kind = person_kinds().get(chunk.words[-1], ActorKind.UNKNOWN)
        if kind is ActorKind.UNKNOWN and actor is not None and actor.actor is not None:
            kind = actor.actor.kind  # "a police officer"
        if chunk.words[0] not in {"a", "an", "one"} or kind is ActorKind.UNKNOWN or not view.is_np(i):
            continue
        told = [*parts, *out]
        if any(p.span.overlaps(span) for p in told) or not 0 < span.start - toll.span.end <= _BREAKDOWN_REACH:
            continue
        last = max((p.span.end for p in told if p.span.end <= span.start), default=None)
        goes_on = last is not None and _AND.fullmatch(view.words(Span(last, span.start)))
        if goes_on or _OPENS_PARTS.search(view.words(Span(toll.span.end, span.start))):
            out.append(Toll(toll.what, 1, 1, chunk.words[-1], kind, span, actor))
    return out


def _may_be_part(view: View, toll: Toll, mention: Mention, follows: bool) -> bool:
    """True behind "including", before "of them", or behind another part (``follows``)."""
    if not 0 < mention.start - toll.span.end <= _BREAKDOWN_REACH:
        return False
    between = view.words(Span(toll.span.end, mention.start))
    behind = view.words(Span(mention.start, min(mention.end + len(" of whom") + 4, view.sentence.end)))
    opened = _PART.search(between[-18:]) or " of them" in behind or " of whom" in behind
    return bool(opened or follows) and not any(stop in between for stop in ("wounded", "injured", ";"))


def _part_kind(view: View, mention: Mention) -> tuple[ActorKind | None, Mention | None]:
    """The sort of people that one part of a count names: "nine of them civilian auxiliaries"."""
    reach = Span(mention.start, min(mention.end + _NOUN_REACH, view.sentence.end))
    actor = next((m for m in view.kind(MentionKind.ACTOR) if reach.start <= m.start < reach.end), None)
    unit = mention.quantity.unit if mention.quantity is not None else None
    if unit is not None and unit not in {"them", "whom"}:
        kind = person_kind(unit)
        if kind is not None and kind is not ActorKind.UNKNOWN:
            return kind, actor if actor is not None and actor.start < mention.end + 2 else None
    return (actor.actor.kind, actor) if actor is not None and actor.actor is not None else (None, None)
