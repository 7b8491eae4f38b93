"""Finds trigger words: the words that say that something happened."""

from __future__ import annotations

from collections.abc import Sequence

from crossbearing.model import Mention, MentionKind, Sentence, Span, Token
from crossbearing.text.folding import fold
from crossbearing.vocab.triggers import Form, forms_by_first_word

_PLAIN_VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ")
_NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS", "JJ", "VB", "VBP")  # headlines: taggers read "bomb blast" as a verb


def find_triggers(text: str, sentence: Sentence) -> tuple[Mention, ...]:
    """Trigger mentions of one tagged sentence: longest form first, no overlaps; ``trigger`` is the table's key."""
    tokens = sentence.tokens
    folded = [fold(t.text) for t in tokens]
    forms = forms_by_first_word()
    found: list[Mention] = []
    i = 0
    while i < len(tokens):
        form = next((f for f in forms.get(folded[i], ()) if _matches(f, tokens, folded, i)), None)
        if form is None:
            i += 1
            continue
        last = i + len(form.words)
        span = Span(tokens[i].start, tokens[last - 1].end)
        found.append(Mention(MentionKind.TRIGGER, span, span.of(text), trigger=form.key))
        i = last
    return tuple(found)


def _matches(form: Form, tokens: Sequence[Token], folded: Sequence[str], at: int) -> bool:
    end = at + len(form.words)
    if end > len(tokens) or tuple(folded[at:end]) != form.words:
        return False
    tag = tokens[at + form.head].tag
    if len(form.words) > 1:
        return not tag or form.verb == tag.startswith(("VB", "JJ")) or not form.verb
    return not tag or tag in (_PLAIN_VERB_TAGS if form.verb else _NOUN_TAGS)
