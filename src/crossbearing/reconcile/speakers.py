"""Whether who speaks is a party to the event: a side's word on its enemy's dead is a claim, on its own act a
confession."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossbearing.model import Actor, ActorKind
from crossbearing.text.folding import fold, name_key

STATE_WORDS = frozenset(
    {
        "army", "military", "police", "ministry", "minister", "government", "gendarmerie", "navy", "pentagon",
        "commander", "brigadier", "general", "colonel", "lieutenant", "kremlin", "officer", "troops",
    }
)  # fmt: skip
"""Words that mark a speaker as one of a state: "an army spokesman", "Brig. Gen. …, a police commander"."""

_STATE = frozenset({ActorKind.STATE, ActorKind.EXTERNAL})


def speaks_for(speaker: str | None, side: Sequence[Actor], other: Sequence[Actor] = ()) -> bool:
    """Whether the speaker belongs to ``side``: its words hold a name of one of the actors, or the word of a
    state when ``side`` has a state's forces and ``other`` has none.

    >>> speaks_for("a spokesman for Red Dawn", [Actor("x:red", "Red Dawn", "Red Dawn")])
    True
    """
    if not speaker:
        return False
    said = f" {name_key(speaker)} "
    if any(f" {name} " in said for name in _names(side)):
        return True
    words = set(fold(speaker).replace(".", " ").replace("'s", " ").split())
    return bool(words & STATE_WORDS) and _has_state(side) and not _has_state(other)


def _names(side: Iterable[Actor]) -> set[str]:
    """The keys of all names of the named actors, those short enough to be an accident left out."""
    named = [actor for actor in side if not actor.generic]
    names = {name_key(name) for a in named for name in (a.name, a.mention, *a.aliases)}
    return {name for name in names if len(name) > 1}


def _has_state(side: Iterable[Actor]) -> bool:
    return any(actor.kind in _STATE for actor in side)
