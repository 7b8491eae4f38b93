"""A report under analysis: its sentences, tokens and mentions, which live only while it is being coded."""

from __future__ import annotations

from dataclasses import dataclass

from crossbearing.model.mentions import Mention, MentionKind
from crossbearing.model.report import PartKind, Report
from crossbearing.model.spans import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its place in the report's text and its Penn Treebank tag ('' before tagging)."""

    start: int
    end: int
    text: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the report. ``part`` says what it stands in; ``paragraph`` counts from 0."""

    index: int
    start: int
    end: int
    part: PartKind
    paragraph: int
    tokens: tuple[Token, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """A report with its sentences and, in order of position, its mentions."""

    report: Report
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()

    @property
    def text(self) -> str:
        return self.report.text

    def of_kind(self, kind: MentionKind) -> tuple[Mention, ...]:
        return tuple(m for m in self.mentions if m.kind is kind)

    def within(self, span: Span, kind: MentionKind | None = None) -> tuple[Mention, ...]:
        """The mentions that lie wholly inside ``span``."""
        return tuple(m for m in self.mentions if (kind is None or m.kind is kind) and span.covers(m.span))
