"""A claim: some source says that the report came out on certain days. Nothing is judged yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from crossbearing.model import Span
from crossbearing.vocab.publication_sources import PublicationSource, publication_sources


@dataclass(frozen=True, slots=True)
class DayClaim:
    """``source`` says "from ``start`` to ``end``". ``kind`` is its row in the table of sources, ``span`` the
    words if they stand in the text, ``clock`` and ``zone`` the time of day as written. ``doubt`` says why the
    source is trusted less than its kind, and ``factor`` how much less.
    """

    kind: str
    source: str
    start: date
    end: date
    span: Span | None = None
    clock: str | None = None
    zone: str | None = None
    doubt: str = ""
    factor: float = 1.0

    @property
    def row(self) -> PublicationSource:
        return publication_sources()[self.kind]

    @property
    def trust(self) -> float:
        return round(self.row.trust * self.factor, 2)

    @property
    def single(self) -> bool:
        """A day, or a stretch as narrow as a week."""
        return (self.end - self.start).days <= 7

    def near(self, other: DayClaim) -> bool:
        """True when the two mean the same day, or days that two time zones can make of one."""
        room = timedelta(days=1)
        return self.start - room <= other.end and other.start - room <= self.end
