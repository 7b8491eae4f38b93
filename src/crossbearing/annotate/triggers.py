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
    folded = [fold(t.text) for t in tokens]
    forms = forms_by_first_word()
    found: list[Mention] = []
    i = 0
    while i < len(tokens):
        match = next(((f, e) for f in forms.get(folded[i], ()) if (e := _match(f, tokens, folded, i))), None)
        if match is None:
            i += 1
            continue
        form, end = match
        last = i + 1 if "*" in form.words else end
        span = Span(tokens[i].start, tokens[last - 1].end)
        if form.key != IDIOM:
            found.append(Mention(MentionKind.TRIGGER, span, span.of(text), trigger=form.key))
        i = last
    return tuple(found)


def _match(form: Form, tokens: Sequence[Token], folded: Sequence[str], at: int) -> int:
    """Where the form ends that begins at token ``at``; 0 when it does not stand there."""
    end = at
    for word in form.words:
        if word == "*":
            continue
        reach = _GAP if end > at and form.words[form.words.index(word) - 1] == "*" else 0
        found = next((k for k in range(end, min(end + reach + 1, len(folded))) if folded[k] == word), None)
        if found is None or any(folded[k] in _STOPS for k in range(end, found)):
            return 0
        end = found + 1
    tag = tokens[at + form.head].tag if "*" not in form.words or form.head == 0 else ""
    if len(form.words) > 1:
        fits = not tag or not form.verb or tag.startswith(("VB", "JJ"))
    else:
        fits = not tag or tag in (_PLAIN_VERB_TAGS if form.verb else _NOUN_TAGS)
    return end if fits else 0
