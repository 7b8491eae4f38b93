"""Coding by way of a translation: the translated text is coded, the passages are those of the original.

A translator gives, with its text, which stretch of it was made of which stretch of the original (mostly
sentence by sentence). What is found is led back along that, so evidence points into what was published. The
names of places and actors are the translation's, since the vocabulary knows those.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from crossbearing.model import Account, Origin, RawReport, Report, Span
from crossbearing.text.restoring import Restorer
from crossbearing.vocab.actor_types import Project


@dataclass(frozen=True, slots=True)
class Aligned:
    """``translated``, a stretch of the translation, says what ``original``, one of the original, says."""

    translated: Span
    original: Span


@dataclass(frozen=True, slots=True)
class Translation:
    """A text in English, and what each stretch of it was made of. The stretches are in order of ``text``."""

    text: str
    alignment: tuple[Aligned, ...]

    def back(self, span: Span) -> Span:
        """All of the original that ``span`` of the translation, or any part of it, was made of.

        Raises ValueError where the translator does not say what that was.
        """
        touched = [a.original for a in self.alignment if a.translated.overlaps(span)]
        if not touched:
            raise ValueError(f"the translation of {span.start}..{span.end} is not aligned with the original")
        return Span(min(s.start for s in touched), max(s.end for s in touched))


class Translator(Protocol):
    """Translates into English. It must survive pickling, as the work of several processes does."""

    @property
    def languages(self) -> Collection[str]:
        """ISO 639-1 codes of the languages that it reads."""

    @property
    def version(self) -> str:
        """Name and version."""

    def translate(self, text: str, language: str) -> Translation:
        """``text``, which is in ``language``, in English, aligned with it."""


@dataclass(frozen=True, slots=True)
class TranslatingCoder:
    """A coder (``languages.LanguageCoder``) out of a translator and the rules for English."""

    translator: Translator

    @property
    def languages(self) -> Collection[str]:
        return self.translator.languages

    @property
    def version(self) -> str:
        return self.translator.version

    def code(self, report: Report, project: Project) -> Sequence[Account]:
        """The accounts of the translation, with passages in the report's own text."""
        from crossbearing.flow.coding import code_english
        from crossbearing.read import read_copy

        translation = self.translator.translate(report.text, report.language or "")
        reading = read_copy(RawReport(report.id, translation.text, metadata={"language": "en"}))
        english = replace(
            reading.copy, url=report.url, outlet=report.outlet, language="en",
            published=replace(report.published, evidence=(), candidates=()),
        )  # fmt: skip
        if not report.published.known:
            english = replace(english, published=reading.copy.published)
        _, accounts = code_english(english, project)
        restorer = Restorer(report.text, lambda span: translation.back(reading.mended.back(span)))
        return [self._signed(restorer.account(account)) for account in accounts]

    def _signed(self, account: Account) -> Account:
        component = f"{account.origin.component} after {self.version}"
        return replace(account, origin=Origin(component, account.origin.version))


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """A translator that knows whole phrases and leaves the rest: for tests, and to show how one works."""

    phrases: Mapping[str, str]
    languages: Collection[str]
    version: str = "phrase book 1"
    _known: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        longest_first = sorted(self.phrases, key=len, reverse=True)
        object.__setattr__(self, "_known", re.compile("|".join(map(re.escape, longest_first)) or r"(?!)"))

    def translate(self, text: str, language: str) -> Translation:  # noqa: ARG002 (a phrase is a phrase)
        pieces: list[str] = []
        aligned: list[Aligned] = []
        length = 0
        for start, end, words in self._stretches(text):
            pieces.append(words)
            aligned.append(Aligned(Span(length, length + len(words)), Span(start, end)))
            length += len(words)
        return Translation("".join(pieces), tuple(aligned))

    def _stretches(self, text: str) -> Iterator[tuple[int, int, str]]:
        position = 0
        for match in self._known.finditer(text):
            if match.start() > position:
                yield position, match.start(), text[position : match.start()]
            yield match.start(), match.end(), self.phrases[match[0]]
            position = match.end()
        if position < len(text):
            yield position, len(text), text[position:]
