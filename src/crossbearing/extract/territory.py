"""Who takes what: places, arms, people, told apart by what stands behind "captured" and "seized"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossbearing.extract.frames import Frame
from crossbearing.extract.parties import ARMED, STATE_LIKE, kinds_of
from crossbearing.extract.tolls import person_kind
from crossbearing.extract.view import View
from crossbearing.model import ActorKind, Mention, MentionKind, Span
from crossbearing.vocab.words import words

_PLACE_NOUNS = words("places_taken")
_ARMS = words("goods_seized")
_REGULARS = re.compile(r"\b(?:army|soldiers|troops|forces|police|military|government)$")
_ALLIED = re.compile(r"\b(?:pro-government|government-(?:allied|backed|aligned)|loyalist|pro-regime)\b")
_TOWN = tuple(words("town_phrases"))
_BEHIND = 40  # characters behind what is taken within which its place may be named
_BEHIND_TOWN, _BEHIND_ARTICLE = 16, 4  # characters before the name: "the town of ", "the "


def territory_code(view: View, top: Frame, a: Sequence[Mention]) -> str | None:
    """The code of a taking or losing, by what was taken and who took it; None when nothing was."""
    if top.row.kind == "lose":
        return _taker(a)
    if top.row.kind == "take_place":
        return _taker(a) if kinds_of(a) & ARMED and _begins_with_place(view, top) else None
    goal = top.goal.split()
    if any(word in _ARMS for word in goal):
        return "disrupted_weapons_use"
    if _persons(view, top) and goal[-1] not in _PLACE_NOUNS:
        return "arrests" if kinds_of(a) and kinds_of(a) <= STATE_LIKE else "abduction"
    place = any(word in _PLACE_NOUNS for word in goal) or bool(_places(view, top))
    phrase = len(top.trigger.text.split()) > 1 or not top.verbal  # "took control", "the capture"
    if place or phrase or kinds_of(top.b) & ARMED:
        return _taker(a)
    return "abduction" if top.tolls else None


def _places(view: View, top: Frame) -> list[Mention]:
    """The places in what is taken, and right behind it: "two neighbourhoods in Marj"."""
    if top.goal_span is None:
        return []
    wide = Span(top.goal_span.start, min(top.goal_span.end + _BEHIND, view.sentence.end))
    return [m for m in view.within(wide, MentionKind.PLACE) if m.place is not None]


def _begins_with_place(view: View, top: Frame) -> bool:
    """ "entered Ashfield", "entered the town of Ashfield": not "entered talks in Ashfield"."""
    if top.goal_span is None:
        return False
    reach = _BEHIND_TOWN if top.goal.startswith(_TOWN) else _BEHIND_ARTICLE
    start = top.goal_span.start
    named = _proper(view, top.goal_span) and not top.b
    return named or any(m.start - start <= reach for m in _places(view, top))


def _proper(view: View, span: Span) -> bool:
    """True when the phrase is one capitalised name: "took Elm Ford"."""
    tokens = [t for t in view.sentence.tokens if span.start <= t.start < span.end]
    return bool(tokens) and all(t.tag in ("NNP", "NNPS") for t in tokens)


def _persons(view: View, top: Frame) -> bool:
    """True when people are taken and not a place: "seized two commanders", "captured villagers"."""
    if top.goal_span is None:
        return False
    counted = any(
        q.quantity is not None
        and q.span.overlaps(top.goal_span)
        and q.quantity.unit is not None
        and person_kind(q.quantity.unit) is not None
        for q in view.kind(MentionKind.QUANTITY)
    )
    first = top.goal.split()[:1]
    return counted or bool(
        kinds_of(top.b) & {ActorKind.CIVILIANS} and first and first[0] not in {"parts", "areas"}
    )


def _taker(a: Sequence[Mention]) -> str:
    """The code by who takes: the state, also where nobody is named, or a group."""
    kinds = kinds_of(a)
    allied = any(_ALLIED.search(m.text.lower()) for m in a)
    regulars = allied or any(_REGULARS.search(m.text.lower()) and m.actor and m.actor.generic for m in a)
    if kinds & STATE_LIKE or not kinds or regulars:
        return "government_regains_territory"
    return "nonstate_takes_territory"
