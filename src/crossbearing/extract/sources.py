"""Who says so: the speaker of each sentence, carried on through "he said" and running quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossbearing.extract.view import View
from crossbearing.model import Attribution, Mention, MentionKind
from crossbearing.vocab.speech import stances

_PRONOUN_SAYS = re.compile(r"\b(?:he|she|it|they|the (?:source|official|spokesman|spokeswoman|officer|statement|ministry|group|agency|commander|doctor))\b")
_QUOTE = ('"', "“", "”", "'", "‘")


def attributions(views: Sequence[View]) -> tuple[Attribution, ...]:
    """One attribution a sentence; speaker None where the outlet speaks in its own voice."""
    out: list[Attribution] = []
    last: Attribution = Attribution()
    for i, view in enumerate(views):
        named = view.kind(MentionKind.SPEAKER)
        if named:
            last = _attribution(named, view)
            out.append(last)
        elif last.speaker and (_carries_on(view) or _inside_quotation(views, i)):
            out.append(last)
        else:
            if i and view.sentence.paragraph != views[i - 1].sentence.paragraph and not _carries_on(view):
                last = last if _carries_on(view) else Attribution()
            out.append(Attribution())
    return tuple(out)


def _attribution(named: Sequence[Mention], view: View) -> Attribution:
    """The last speaker named in the sentence; "told X" gives the outlet."""
    chosen = named[-1].speaker if len(named) == 1 else _best(named)
    if chosen is None:
        return Attribution()
    return Attribution(chosen.name, chosen.role, chosen.via)


def _best(named: Sequence[Mention]):  # type: ignore[no-untyped-def]
    with_via = [m.speaker for m in named if m.speaker and m.speaker.via]
    return with_via[0] if with_via else named[0].speaker


def _carries_on(view: View) -> bool:
    """ "he added", "the source said": the speaker of the sentence before."""
    words = set(view.folded.split())
    if not any(w.strip('",.') in stances() for w in words):
        return False
    return bool(_PRONOUN_SAYS.search(view.folded))


def _inside_quotation(views: Sequence[View], i: int) -> bool:
    text = views[i].folded.strip()
    return text.startswith(_QUOTE) and i > 0 and views[i].sentence.paragraph - views[i - 1].sentence.paragraph <= 1
