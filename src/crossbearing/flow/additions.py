"""What somebody adds to what the program knows by itself."""

from __future__ import annotations

from dataclasses import dataclass

from crossbearing.acquire import NO_FACTS, Facts
from crossbearing.flow.languages import NO_CODERS, Coders
from crossbearing.vocab.actor_types import BUILT_IN, Project


@dataclass(frozen=True, slots=True)
class Additions:
    """``facts`` about reports, ``project``: actors beside the vocabulary's, ``coders`` of more languages.

    Reports of which something else is known than before, or that were coded without them, are coded again.
    """

    facts: Facts = NO_FACTS
    project: Project = BUILT_IN
    coders: Coders = NO_CODERS
