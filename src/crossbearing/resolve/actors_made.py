"""Makes actors: bodies of the vocabulary, people of a sort and a country, those whom nobody identifies."""

from __future__ import annotations

import re

from crossbearing.model import Actor, ActorKind
from crossbearing.model.actor_expressions import ActorExpression
from crossbearing.resolve.actors_context import Context
from crossbearing.text.folding import fold
from crossbearing.vocab import actors

POSSESSIVE = frozenset({"its", "their", "his", "her"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", *POSSESSIVE})


def slug(name: str) -> str:
    """A key for a name: folded letters and digits joined by underscores."""
    return re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")


def actor_of(body: actors.Body, mention: str, *extra: str, why: str) -> Actor:
    """The actor that a body is, in the words ``mention``; ``extra`` are further names, ``why`` the reason."""
    names = dict.fromkeys((*body.aliases, body.ucdp, body.acled, *extra))
    aliases = tuple(name for name in names if name and name != body.name)
    return Actor(body.id, body.name, mention, aliases, body.kind, body.country, reasons=(why,))


def civilians(expression: ActorExpression, context: Context) -> Actor:
    """Civilians of the country that the phrase names, else of the scene."""
    words = ("civilians", "civilian")
    return _people(expression, context, "civilians", "Civilians", ActorKind.CIVILIANS, words)


def crowd(expression: ActorExpression, context: Context) -> Actor:
    """Protesters or rioters of the country that the phrase names, else of the scene."""
    if expression.kind is ActorKind.PROTESTERS:
        words = ("protesters", "demonstrators")
        return _people(expression, context, "protesters", "Protesters", ActorKind.PROTESTERS, words)
    return _people(expression, context, "rioters", "Rioters", ActorKind.RIOTERS, ("rioters",))


def _people(
    expression: ActorExpression,
    context: Context,
    key: str,
    label: str,
    kind: ActorKind,
    words: tuple[str, ...],
) -> Actor:
    iso = expression.countries[0] if expression.countries else context.scene(expression.sentence)
    country = actors.countries().get(iso or "")
    name = f"{label} ({country.name})" if country else label
    aliases = tuple(dict.fromkeys(w for w in (*words, expression.head, expression.text) if w and w != name))
    identity = f"xb:{key}:{iso}" if country else f"xb:{key}"
    where = (
        "country told" if expression.countries else "country of the scene" if country else "country unknown"
    )
    reasons = (f"word for {label.lower()}", where)
    return Actor(identity, name, expression.text, aliases, kind, iso, generic=True, reasons=reasons)


def unidentified(expression: ActorExpression, kind: ActorKind, iso: str | None, why: str) -> Actor:
    """Somebody of whom the report does not say who they are; by their own words."""
    country = actors.countries().get(iso or "")
    aliases = [expression.head]
    if country:
        aliases += [f"{adjective} {expression.head}" for adjective in country.adjectives]
        if expression.service in ("armed", "gang", "jihadist", "militia"):
            aliases.append(f"Unidentified Armed Group ({country.name})")
    unique = tuple(dict.fromkeys(a for a in aliases if a and a != expression.text))
    identity, words = f"xb:unidentified:{slug(expression.text)}", expression.text
    return Actor(identity, words, words, unique, kind, iso, generic=True, reasons=(why,))


def has_side(expression: ActorExpression, *lists: str) -> bool:
    """True when an attribute of the phrase stands in one of the lists of modifiers."""
    return any(modifier in actors.modifiers()[name] for name in lists for modifier in expression.modifiers)
