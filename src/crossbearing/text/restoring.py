"""What was found in a reading copy, put back into the text that is kept: spans moved, quotes cut anew.

Values stay as they were read ("Côte d'Ivoire"); passages are the original's own words ("CÃ´te d'Ivoire").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from crossbearing.model import Account, Document, Evidence, Mention, Part, Published, Report, Sentence, Span


@dataclass(frozen=True, slots=True)
class Restorer:
    """``text`` is the one that is kept; ``back`` says where a span of what was read stands in it.

    The copy may be mended text (``mending.Mended``) or a translation: all that counts is ``back``.
    """

    text: str
    back: Callable[[Span], Span]

    def report(self, report: Report) -> Report:
        """The report over the kept text. Parts that have shrunk to nothing are left out."""
        return replace(
            report,
            text=self.text,
            parts=tuple(p for p in map(self._part, report.parts) if p.start < p.end),
            published=self._published(report.published),
        )

    def account(self, account: Account) -> Account:
        """The account with its passages in the kept text, as many and in the same order as before."""
        return replace(account, evidence=tuple(map(self.evidence, account.evidence)))

    def document(self, document: Document) -> Document:
        """The document over the kept text; the tokens keep the words as they were read."""
        return Document(
            self.report(document.report),
            tuple(map(self._sentence, document.sentences)),
            tuple(map(self._mention, document.mentions)),
        )

    def evidence(self, evidence: Evidence) -> Evidence:
        return Evidence.cut(self.text, self.back(evidence.span), evidence.field)

    def _mention(self, mention: Mention) -> Mention:
        span = self.back(mention.span)
        return replace(mention, span=span, text=span.of(self.text))

    def _part(self, part: Part) -> Part:
        span = self.back(part.span)
        return replace(part, start=span.start, end=span.end)

    def _published(self, published: Published) -> Published:
        candidates = (
            replace(c, evidence=tuple(map(self.evidence, c.evidence))) for c in published.candidates
        )
        moved = tuple(map(self.evidence, published.evidence))
        return replace(published, evidence=moved, candidates=tuple(candidates))

    def _sentence(self, sentence: Sentence) -> Sentence:
        span = self.back(sentence.span)
        tokens = []
        for token in sentence.tokens:
            at = self.back(Span(token.start, token.end))
            tokens.append(replace(token, start=at.start, end=at.end))
        return replace(sentence, start=span.start, end=span.end, tokens=tuple(tokens))
