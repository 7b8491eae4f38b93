"""Days that a sentence names for something other than its act: the telling, the dying, a place's past."""

from __future__ import annotations

import re

from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind
from crossbearing.model import Mention, Span
from crossbearing.vocab.words import words

_MESSAGE = re.compile(r"(?:in|through|according to|over|via) (?:an? |the |its |his |her |their )?(.+)")
_UNCLEAR = re.compile(r"it (?:was|is|remained|remains) (?:not |still |un)")
_DYING = re.compile(r"\b(?:died|dies|succumbed|has died|have died)\b[^,;]{0,25}\Z")
_OF_WOUNDS = re.compile(r"\b(?:of|from|to)\b[^,;.]{0,30}\b(?:wounds?|injur(?:y|ies)|burns)\b")
_BORN_BY = frozenset({"where"})


def in_message(view: View, mention: Mention) -> bool:
    """ "In an audio message relayed on Monday evening, the front said …": when it was said."""
    lead = view.words(Span(view.sentence.start, mention.start))
    if _UNCLEAR.match(lead):
        return True  # "It was not clear on Monday who had fired": when it was not
    match = _MESSAGE.match(lead)
    return match is not None and "," not in lead and not words("messages").isdisjoint(match[1].split())


def dates_the_dying(view: View, mention: Mention) -> bool:
    """ "died on Monday of wounds from the blast": the blast was before."""
    lead = view.words(Span(view.sentence.start, mention.start))
    return _DYING.search(lead) is not None and _OF_WOUNDS.search(view.folded) is not None


def is_of_a_place(view: View, act: Span, mention: Mention) -> bool:
    """ "hit Ashfield, where a riot last month left nine dead": a clause about the place has its own day."""
    if mention.start < act.end or view.words(Span(act.end, mention.start)).endswith("since "):
        return False  # "fled Ashfield, where there has since Monday been fighting"
    first, last = view.chunk_at(act.end), view.chunk_at(mention.start)
    return any(
        chunk.kind is ChunkKind.WH and _BORN_BY.intersection(chunk.words)
        for chunk in view.chunks[first : last + 1]
    )
