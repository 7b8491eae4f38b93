"""Office holders, commanders and spokesmen, with the body that each stands for: ``people.yaml``.

A person is no actor of an event; but "Haftar's forces" are those of the body that he commands.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crossbearing.errors import VocabError
from crossbearing.model import ActorKind
from crossbearing.text.folding import fold
from crossbearing.vocab import actors
from crossbearing.vocab.loading import load_table


@dataclass(frozen=True, slots=True)
class Person:
    """A person in an office. ``actor`` is the preferred name of the body that the person stands for."""

    names: tuple[str, ...]
    role: str
    country: str
    actor: str


@functools.cache
def people() -> tuple[Person, ...]:
    """Every row of the table; who held two offices stands there twice."""
    return tuple(_person(row) for row in load_table("people.yaml"))


def _person(row: Mapping[str, object]) -> Person:
    try:
        aliases = row["aliases"]
        names = (str(row["name"]), *(map(str, aliases) if isinstance(aliases, list) else ()))
        return Person(names, str(row["role"]), str(row["country"]), str(row["actor"]))
    except KeyError as exc:
        raise VocabError(f"people.yaml: {row!r:.120}: there is no {exc}") from exc


@functools.cache
def commanded() -> Mapping[str, str]:
    """Name of a person → id of the group commanded, or ISO code of the state that he or she serves.

    A name that stands for two bodies is left out.
    """
    ids = {fold(name): body for body in actors.bodies().values() for name in body.names}
    found: dict[str, set[str]] = {}
    for person in people():
        body = ids.get(fold(person.actor))
        of_state = body is None or body.kind is ActorKind.STATE
        target = person.country if of_state else body.id if body is not None else ""
        for name in person.names:
            found.setdefault(name, set()).add(target)
    return MappingProxyType({name: min(targets) for name, targets in found.items() if len(targets) == 1})
