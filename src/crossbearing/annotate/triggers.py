"""Finds trigger words: the words that say that something happened."""

from __future__ import annotations

from collections.abc import Sequence

from crossbearing.model import Mention, MentionKind, Sentence, Span, Token
from crossbearing.text.folding import fold
from crossbearing.vocab.triggers import IDIOM, Form, forms_by_first_word

_GAP = 6
_STOPS = frozenset({",", ";", ":", ".", '"', "(", ")"})
_PLAIN_VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ")
_NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS", "JJ")


def find_triggers(text: str, sentence: Sentence) -> tuple[Mention, ...]:
    """Trigger mentions of one tagged sentence, the longest forms, no overlaps; ``trigger`` is its key."""
    tokens = sentence.tokens
    begins, whole = sentence.start, fold(text[sentence.start : sentence.end])
    folded = [whole[t.start - begins : t.end - begins] for t in tokens]
    forms = forms_by_first_word()
    found: list[Mention] = []
    i = 0
    while i < len(tokens):
        beginning = forms.get(folded[i])
        match = beginning and _first(beginning, tokens, folded, i)
        if not match:
            i += 1
            continue
        form, end = match
        last = i + 1 if "*" in form.words else end
        span = Span(tokens[i].start, tokens[last - 1].end)
        if form.key != IDIOM:
            found.append(Mention(MentionKind.TRIGGER, span, span.of(text), trigger=form.key))
        i = last
    return tuple(found)


def _first(
    forms: Sequence[Form], tokens: Sequence[Token], folded: Sequence[str], at: int
) -> tuple[Form, int] | None:
    """The first of the forms that stands at token ``at``, and where it ends."""
    for form in forms:
        end = _match(form, tokens, folded, at)
        if end:
            return form, end
    return None


def _match(form: Form, tokens: Sequence[Token], folded: Sequence[str], at: int) -> int:
    """Where the form ends whose first word is that at ``at``; 0 when the rest of it does not stand there."""
    end = at + 1
    gap = False
    for word in form.words[1:]:
        if word == "*":
            gap = True
            continue
        found = _within(folded, word, end, _GAP if gap else 0)
        if found is None:
            return 0
        end, gap = found + 1, False
    tag = tokens[at + form.head].tag if "*" not in form.words or form.head == 0 else ""
    if len(form.words) > 1:
        fits = not tag or not form.verb or tag.startswith(("VB", "JJ"))
    else:
        fits = not tag or tag in (_PLAIN_VERB_TAGS if form.verb else _NOUN_TAGS)
    return end if fits else 0


def _within(folded: Sequence[str], word: str, start: int, reach: int) -> int | None:
    """Where ``word`` stands from ``start`` on, with at most ``reach`` words and no stop before it."""
    for k in range(start, min(start + reach + 1, len(folded))):
        if folded[k] == word:
            return k
        if folded[k] in _STOPS:
            return None
    return None
