"""Who says so: the speaker of each sentence, carried on through "he said" and running quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossbearing.extract.view import View
from crossbearing.model import Attribution, Mention, MentionKind, Span
from crossbearing.vocab.speech import stances
from crossbearing.vocab.words import pattern

_QUOTE = ('"', "“", "”", "'", "‘")

_NOBODY = Attribution()


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution and the words that name the speaker; no span where the outlet itself speaks."""

    attribution: Attribution = _NOBODY
    span: Span | None = None


def attributions(views: Sequence[View]) -> tuple[Said, ...]:
    """Who says each sentence, in order."""
    out: list[Said] = []
    last = Said()
    statement: Said | None = None
    for i, view in enumerate(views):
        named = view.kind(MentionKind.SPEAKER)
        if named:
            last = _attribution(named)
            out.append(last)
            statement = last if _opens_statement(views, i) else None
        elif statement is not None and not pattern("ends_of_statements").match(view.folded):
            out.append(statement)
        elif last.span is not None and (_carries_on(view) or _inside_quotation(views, i)):
            out.append(last)
        else:
            if i and view.sentence.paragraph != views[i - 1].sentence.paragraph:
                last = Said()
            out.append(Said())
    return tuple(out)


def _opens_statement(views: Sequence[View], i: int) -> bool:
    """ "The minister said:", and what he said follows in paragraphs of its own, in the first person."""
    if not views[i].folded.rstrip().endswith(":"):
        return False
    return any(pattern("first_person").search(view.folded) for view in views[i + 1 : i + 4])


def _attribution(named: Sequence[Mention]) -> Said:
    """Of several speakers the one who told an outlet ("told Reuters"), else the first."""
    chosen = next((m for m in named if m.speaker is not None and m.speaker.via), named[0])
    speaker = chosen.speaker
    if speaker is None:
        return Said()
    return Said(Attribution(speaker.name, speaker.role, speaker.via), chosen.span)


def _carries_on(view: View) -> bool:
    """ "he added", "the source said": the speaker of the sentence before."""
    if not any(w.strip('",.') in stances() for w in view.folded.split()):
        return False
    return bool(pattern("speaker_again").search(view.folded))


def _inside_quotation(views: Sequence[View], i: int) -> bool:
    text = views[i].folded.strip()
    return (
        text.startswith(_QUOTE)
        and i > 0
        and views[i].sentence.paragraph - views[i - 1].sentence.paragraph <= 1
    )
