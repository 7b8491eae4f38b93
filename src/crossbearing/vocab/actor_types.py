"""What the tables of actors hold: countries, bodies, nouns for roles, arms of states; a project's changes."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossbearing.model import ActorKind


@dataclass(frozen=True, slots=True)
class Country:
    """A country as an actor. ``names`` begin with the preferred one; ``seats`` stand for its government."""

    iso: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    nationals: tuple[str, ...]
    seats: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Body:
    """A body that acts under a name. ``country`` is its main base, ``countries`` where it is active (ISO
    alpha-2).

    ``since`` and ``until`` are years or None; ``service`` says which arm of a state it is, '' for others.
    ``ucdp`` and ``acled`` are its names in those data sets where they are known for certain, else ''.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    country: str | None = None
    countries: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    parent: str | None = None
    adjectives: tuple[str, ...] = ()
    service: str = ""
    ucdp: str = ""
    acled: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom a general word ("the coalition") stands for in a country: an id, for the years since–until."""

    word: str
    country: str
    actor: str
    since: int = 0
    until: int = 9999


@dataclass(frozen=True, slots=True)
class Project:
    """What a researcher adds to or changes in the vocabulary; two with one ``digest`` are the same.

    ``bodies`` stand in the place of those with the same id, ``removed`` are ids that are never found, and
    ``meanings`` come before the built-in ones.
    """

    digest: str
    bodies: tuple[Body, ...] = field(default=(), compare=False)
    removed: frozenset[str] = field(default=frozenset(), compare=False)
    meanings: tuple[Meaning, ...] = field(default=(), compare=False)


BUILT_IN = Project("")
"""The vocabulary as it is installed."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for a role. ``collective``: it names a body and is not counted; ``weapon``: it stands for who
    uses it.
    """

    singular: str
    plural: str
    kind: ActorKind
    service: str
    collective: bool = False
    weapon: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """An arm that every state has: its key in ids, and patterns of its names with {country} and {adj}."""

    key: str
    name: str
    aliases: tuple[str, ...]
