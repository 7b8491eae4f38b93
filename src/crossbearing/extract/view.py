"""A sentence as the extraction sees it: chunks, and the mentions that lie in it, by token position."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crossbearing.language.chunks import Chunk, ChunkKind
from crossbearing.model import Mention, MentionKind, Sentence, Span
from crossbearing.text.folding import fold


@dataclass(frozen=True, slots=True)
class View:
    """One sentence with its chunks and mentions; ``folded`` is its text. Offsets are those of the report."""

    text: str
    sentence: Sentence
    chunks: tuple[Chunk, ...]
    mentions: Mapping[MentionKind, tuple[Mention, ...]]
    folded: str = field(default="")

    @classmethod
    def of(cls, text: str, sentence: Sentence, chunks: Sequence[Chunk], mentions: Sequence[Mention]) -> View:
        """The view of a sentence of ``text``, with the mentions that lie in it."""
        kinds: dict[MentionKind, list[Mention]] = {kind: [] for kind in MentionKind}
        for mention in mentions:
            kinds[mention.kind].append(mention)
        frozen = {kind: tuple(found) for kind, found in kinds.items()}
        return cls(text, sentence, tuple(chunks), frozen, fold(sentence.span.of(text)))

    def kind(self, kind: MentionKind) -> tuple[Mention, ...]:
        """The mentions of one kind, in order."""
        return self.mentions[kind]

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from chunk ``first`` to chunk ``last``, both included."""
        tokens = self.sentence.tokens
        return Span(tokens[self.chunks[first].start].start, tokens[self.chunks[last].end - 1].end)

    def words(self, span: Span) -> str:
        """The folded words of a stretch of this sentence."""
        start = self.sentence.start
        return self.folded[span.start - start : span.end - start]

    def chunk_at(self, position: int) -> int:
        """The chunk that holds the character ``position`` (or the next one)."""
        tokens = self.sentence.tokens
        for i, chunk in enumerate(self.chunks):
            if position < tokens[chunk.end - 1].end:
                return i
        return len(self.chunks) - 1

    def within(self, span: Span, kind: MentionKind) -> tuple[Mention, ...]:
        """The mentions of a kind that lie wholly inside ``span``."""
        return tuple(m for m in self.mentions[kind] if span.covers(m.span))

    def is_np(self, i: int) -> bool:
        """Whether there is a chunk ``i`` and it is a noun phrase."""
        return 0 <= i < len(self.chunks) and self.chunks[i].kind is ChunkKind.NP
