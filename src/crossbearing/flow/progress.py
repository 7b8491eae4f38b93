"""What a run tells while it goes and when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crossbearing.errors import InputError
from crossbearing.model import Event


class Progress:
    """Hears how a run goes. This one keeps silent; a terminal overrides what it wants to show."""

    def stage(self, name: str) -> None:
        """A stage begins: preparing, reading and coding, linking and reconciling."""

    def finished(self, report: str) -> None:
        """A report is done: coded and in the ledger, or found there already."""

    def rejected(self, error: InputError) -> None:
        """An input was turned down."""

    def noticed(self, message: str) -> None:
        """Something that a user should know and that is no error: a list that was cut off at its limit."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: ``coded`` reports now, with ``accounts`` accounts; ``known`` ones were coded before.

    ``other_languages`` says how many of those coded now are in which other language than English (ISO 639-1):
    they are kept, and yield nothing unless a coder for their language is there.
    """

    coded: int
    known: int
    accounts: int
    rejected: tuple[InputError, ...]
    events: tuple[Event, ...]
    other_languages: Mapping[str, int] = field(default_factory=dict)
