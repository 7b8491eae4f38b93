"""What a hostile input is: a name with an ending, and the bytes that it consists of, made when asked for.

Every kind has a module of its own; ``kinds`` brings them together. All are the same on every machine: where
chance plays a part it is seeded by the name.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

TOLD = (
    "WHITBY (Hill Post) - Gunmen killed three soldiers near the northern town of Idlib on 4 May 2019, "
    "the army said. At least six civilians were wounded when a rocket hit a market."
)
"""A sentence or two as an honest report has them, for what is wrong to stand beside."""


@dataclass(frozen=True, slots=True)
class Case:
    """``name`` is that of the file; ``make`` gives its bytes."""

    name: str
    make: Callable[[], bytes]

    @property
    def content(self) -> bytes:
        return self.make()


def text(name: str, content: Callable[[], str]) -> Case:
    """A case whose content is UTF-8."""
    return Case(name, lambda: content().encode("utf-8"))


def seeded(name: str) -> random.Random:
    return random.Random(f"hostile {name}")
