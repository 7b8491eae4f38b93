"""Stretches of a report's text. Positions count Unicode code points, as Python's ``str`` does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's stored text: ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True when the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same stretch, ``by`` characters further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The passage that says the value of one field: ``text[start:end] == quote``, always.

    ``field`` names what it is evidence for: ``type``, ``date``, ``place``, ``side_a``, ``side_b``,
    ``deaths``, ``injured``, ``attribution``, ``measure``, …
    """

    start: int
    end: int
    quote: str
    field: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @classmethod
    def cut(cls, text: str, span: Span, field: str) -> Evidence:
        """Evidence for ``field`` cut out of ``text``; true by construction."""
        return cls(span.start, span.end, span.of(text), field)


def inside_any(span: Span, spans: Iterable[Span]) -> bool:
    """True when ``span`` shares a character with any of ``spans``."""
    return any(span.overlaps(other) for other in spans)
