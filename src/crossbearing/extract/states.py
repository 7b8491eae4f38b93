"""States of affairs: who holds which place, since when, by the constructions that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossbearing.extract.masking import Masked, armed, held_places
from crossbearing.extract.view import View
from crossbearing.model import Measure, Mention, MentionKind, Span
from crossbearing.vocab.states import control_constructions, not_control

_BEFORE = 24
"""Characters before a statement in which a word may undo it: "the town is not", "the former"."""

_BEHIND = 40
"""Characters behind a statement in which a word may undo it: "until", "before being driven out"."""

_CLAUSE_END = re.compile(r"[.;:]|, (?:but|while|and|although)\b|\b(?:but|while|although)\b")


@dataclass(frozen=True, slots=True)
class State:
    """A place held (``measure`` None), or a strength; with the passage that says it.

    ``since``: the time from which on the place is held, where that is told.
    """

    actors: tuple[Mention, ...]
    place: Mention | None
    measure: Measure | None
    span: Span
    evidence: tuple[tuple[str, Span], ...]
    since: Mention | None = None


def control_of(view: View, before: Sequence[View]) -> tuple[State, ...]:
    """The statements of a sentence that an actor holds a place; ``before``: the sentences right before it."""
    if not armed(view):
        return ()  # every construction names a holder
    masked = Masked.of(view)
    out: dict[str, State] = {}
    for says in control_constructions():
        for match in says.pattern.finditer(masked.text):
            if not _undone(view, masked, match):
                for state in _control(view, masked, match, before):
                    out.setdefault(_name(state), state)
    return tuple(out.values())


def _name(state: State) -> str:
    """A place is held once in a sentence, whatever is said twice of it."""
    place = state.place.place if state.place is not None else None
    return place.name if place is not None else ""


def _undone(view: View, masked: Masked, match: re.Match[str]) -> bool:
    """True for what is denied, past, wished or feared: "no longer under", "would be in", "until May"."""
    if " denied " in match[0]:
        return False  # a denied loss
    before = _CLAUSE_END.split(masked.text[: match.start()])[-1][-_BEFORE:]
    behind = _CLAUSE_END.split(masked.text[match.end() :])[0][:_BEHIND]
    return bool(
        not_control("before").search(before)
        or not_control("within").search(view.words(masked.span(*match.span())))
        or not_control("behind").search(behind)
    )


def _control(view: View, masked: Masked, match: re.Match[str], before: Sequence[View]) -> Iterator[State]:
    """A statement for each place that a construction names, or that "the town" stands for."""
    who = tuple(masked.within(*match.span("who")))
    places = [m for group in ("held", "too") for m in _marked(masked, match, group)]
    if not places:
        meant = place_before(view, masked.at[match.start()], before)
        places = [meant] if meant is not None else []
    span = masked.span(*match.span())
    since = _since(view, span.end)
    told = [("side_a", m.span) for m in who] + ([("date", since.span)] if since is not None else [])
    for place in places:
        yield State(who, place, None, span, (*told, ("place", place.span)), since)


def _marked(masked: Masked, match: re.Match[str], group: str) -> list[Mention]:
    """The mentions in a group of a match; none where its construction lacks the group."""
    at = match.span(group) if group in match.re.groupindex else (-1, -1)
    return masked.within(*at) if at[0] >= 0 else []


def place_before(view: View, position: int, before: Sequence[View]) -> Mention | None:
    """The place that "it" or "the town" stands for: the last named in the sentence, else the one that a
    sentence of the paragraph before it is about, else the last named there."""
    here = [m for m in held_places(view) if m.end <= position]
    if here:
        return here[-1]
    for earlier in reversed(before):
        if earlier.sentence.paragraph != view.sentence.paragraph:
            return None
        places = held_places(earlier)
        about = (m for m in places if m.start == earlier.sentence.start)
        if places:
            return next(about, places[-1])
    return None


_SINCE = re.compile(r"[^.;]{0,30}\b(?:since|from|in|on|as of)(?: (?:the )?(?:early|late|mid))?[ -]?$")
"""What stands between a statement and the time from which on it holds: "since late 2014"."""


def _since(view: View, end: int) -> Mention | None:
    """The time right behind a statement: "has been held by the rebels since May"."""
    times = (m for m in view.kind(MentionKind.TIME) if m.date is not None and m.start >= end)
    first = next(times, None)
    if first is None:
        return None
    between = view.folded[end - view.sentence.start : first.start - view.sentence.start]
    return first if _SINCE.fullmatch(between) else None
