"""Joins phrases that share a noun or belong together: "Syrian and Russian jets", "fighters of the X"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crossbearing.annotate.actors_words import Words
from crossbearing.model.actor_expressions import ActorExpression, ActorForm
from crossbearing.model.spans import Span
from crossbearing.vocab import actors
from crossbearing.vocab.actor_lexicon import Role

_AND_BEFORE = re.compile(r"(?:^|[^\w-])([^\W\d_]+) and (?:the )?$")


def share_heads(words: Words, expressions: Sequence[ActorExpression]) -> list[ActorExpression]:
    """Give "Syrian" in "Syrian and Russian warplanes" an expression of its own, with the noun that both
    share.
    """
    result: list[ActorExpression] = []
    for expression in expressions:
        shared = (
            _shared(words, expression) if expression.form is ActorForm.NOUN and expression.modifiers else None
        )
        if shared is not None and not (result and result[-1].span.overlaps(shared.span)):
            result.append(shared)
        result.append(expression)
    return result


def _shared(words: Words, expression: ActorExpression) -> ActorExpression | None:
    offset = max(0, expression.span.start - 40)
    match = _AND_BEFORE.search(words.folded, offset, expression.span.start)
    if match is None or not words.text[match.start(1)].isupper():
        return None
    word = match.group(1)
    ethnic = actors.modifiers()["ethnic"]
    countries = next((s.value for s in words.lexicon.senses_of(word) if s.role is Role.ADJECTIVE), ())
    if not (expression.countries or expression.modifiers[0] in ethnic) or not (countries or word in ethnic):
        return None
    span = Span(*match.span(1))
    return replace(expression, span=span, text=span.of(words.text), countries=countries,
                   modifiers=(word, *expression.modifiers[1:]), determiner="", number=None)  # fmt: skip


_OF = re.compile(
    r"[\"']?\s+(?P<how>of|from|belonging to|loyal to|within|affiliated (?:with|to)|linked to|with links to"
    r"|allied (?:with|to|to the)|aligned with|tied to|associated with"
    r"|calling (?:itself|themselves)|(?:that|which) calls itself|known as|called)"
    r"\s+(?:the\s+|an?\s+|its\s+|their\s+|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+)?"
    r"(?:(?:[a-z][a-z-]+\s+){1,4}\(|[\"']*)"  # "from the elite counter-terrorism service (CTS)"
)
_JOINING_SERVICES = frozenset(
    {
        "member",
        "armed",
        "military",
        "rebel",
        "jihadist",
        "security",
        "police",
        "militia",
        "loyalist",
        "gang",
        "communal",
        "air_force",
    }
)
_LINKED = re.compile(r"affiliated|linked|with links|allied|aligned|tied|associated")
"""Relations to a body that are not membership: "gunmen linked to the front" may not be the front's."""


def join_affiliations(words: Words, expressions: Sequence[ActorExpression]) -> list[ActorExpression]:
    """Join "fighters" and "of the X" into one expression that stands for X."""
    joined: list[ActorExpression] = []
    for expression in expressions:
        left = joined[-1] if joined else None
        if left is not None and left.service in _JOINING_SERVICES and not left.candidates:
            between = _OF.fullmatch(words.folded, left.span.end, expression.span.start)
            if between and left.sentence == expression.sentence and _can_own(expression, between["how"]):
                how = "linked" if _LINKED.match(between["how"]) else "of"
                joined[-1] = _with_owner(words, left, expression, how)
                continue
        joined.append(expression)
    return joined


def _can_own(owner: ActorExpression, how: str) -> bool:
    if owner.form in (ActorForm.NAME, ActorForm.NEW_NAME):
        return True
    if owner.form is ActorForm.NOUN:
        return how == "of"
    return owner.form is ActorForm.COUNTRY and how in ("from", "loyal to")


def _with_owner(words: Words, left: ActorExpression, owner: ActorExpression, how: str) -> ActorExpression:
    span = Span(left.span.start, owner.span.end)
    country_only = owner.form is ActorForm.COUNTRY
    return replace(
        left,
        span=span,
        text=span.of(words.text),
        form=left.form if country_only else owner.form,
        kind=left.kind if country_only else owner.kind,
        service=left.service if country_only else owner.service or left.service,
        candidates=owner.candidates,
        countries=tuple(dict.fromkeys((*left.countries, *owner.countries))),
        modifiers=(*left.modifiers, *owner.modifiers),
        acronym=owner.acronym,
        affiliation=how,
    )
