"""What can say when a report came out and how far it is trusted, from ``publication_sources.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from crossbearing.errors import VocabError
from crossbearing.vocab.loading import load_table


@dataclass(frozen=True, slots=True)
class PublicationSource:
    """A kind of source. Those of one ``family`` have one origin and count once; ``trust`` is 0 to 1."""

    name: str
    family: str
    basis: str
    trust: float
    why: str


@lru_cache(maxsize=1)
def publication_sources() -> Mapping[str, PublicationSource]:
    """The sources by name. Raises VocabError for a row with other keys or a trust outside 0 to 1."""
    found = {}
    for number, row in enumerate(load_table("publication_sources.yaml"), 1):
        try:
            source = PublicationSource(**row)
        except TypeError as exc:
            raise VocabError(f"publication_sources.yaml: row {number}: {exc}") from exc
        if not 0 <= source.trust <= 1:
            raise VocabError(f"publication_sources.yaml: row {number}: trust must lie between 0 and 1")
        found[source.name] = source
    return found
