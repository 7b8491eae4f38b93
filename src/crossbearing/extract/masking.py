"""A sentence with its places and armed actors as single letters, so that patterns can go over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossbearing.extract.parties import ARMED
from crossbearing.extract.view import View
from crossbearing.model import ActorKind, Mention, MentionKind, Span

_MAYBE_ARMED = ARMED | {ActorKind.UNKNOWN}

_COUNTRY = 6
"""The precision of a place that is a whole country: nobody's holding."""

_QUOTES = frozenset('"“”„«»')
"""Left out, for a report quotes half of what it tells: the army "is in control" of the town."""


@dataclass(frozen=True, slots=True)
class Masked:
    """The masked words, for each of their characters its place in the report, and what each letter is."""

    text: str
    at: tuple[int, ...]
    marks: Mapping[int, Mention]

    @classmethod
    def of(cls, view: View, *first: Mention) -> Masked:
        """The sentence with "P" for a place, "A" for an armed actor, "C" for one named by a bare country,
        "N" for those that come ``first``."""
        letters: list[str] = []
        at: list[int] = []
        marks: dict[int, Mention] = {}
        position = view.sentence.start
        for letter, mention in [*_chosen(view, first), ("", None)]:
            stop = mention.start if mention is not None else view.sentence.end
            for i in range(position, stop):
                character = view.folded[i - view.sentence.start]
                if character not in _QUOTES:
                    letters.append(character)
                    at.append(i)
            if mention is not None:
                marks[len(letters)] = mention
                letters.append(letter)
                at.append(mention.start)
                position = mention.end
        return cls("".join(letters), (*at, view.sentence.end), marks)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions whose letters lie in a stretch of the masked words."""
        return [m for i, m in sorted(self.marks.items()) if start <= i < end]

    def span(self, start: int, end: int) -> Span:
        """The passage of the report that a stretch of the masked words stands for."""
        last = self.marks.get(end - 1)
        return Span(self.at[start], last.end if last is not None else self.at[end - 1] + 1)


def armed(view: View) -> list[Mention]:
    """The actors of a sentence that could hold a place or be counted as a force."""
    return [m for m in view.kind(MentionKind.ACTOR) if m.actor is not None and m.actor.kind in _MAYBE_ARMED]


def held_places(view: View) -> list[Mention]:
    """The places of a sentence that are less than a country."""
    return [
        m for m in view.kind(MentionKind.PLACE) if m.place is not None and (m.place.precision or 1) < _COUNTRY
    ]


def _chosen(view: View, first: Sequence[Mention]) -> list[tuple[str, Mention]]:
    """The mentions that become letters, none over another, in order."""
    countries = {m.span for m in view.kind(MentionKind.PLACE) if m.place and m.place.precision == _COUNTRY}
    letters = [("N", m) for m in first]
    letters += [("C" if m.span in countries else "A", m) for m in armed(view)]
    letters += [("P", m) for m in held_places(view)]
    chosen: list[tuple[str, Mention]] = []
    for letter, mention in letters:
        if not any(mention.span.overlaps(other.span) for _, other in chosen):
            chosen.append((letter, mention))
    return sorted(chosen, key=lambda pair: pair[1].start)
