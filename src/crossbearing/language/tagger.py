"""Part-of-speech tags (Penn Treebank) by a conditional random field trained on UD English EWT and GUM.

The weights are made by ``training/train_tagger.py`` and ship with the package; NOTICE holds the credits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pycrfsuite

from crossbearing.language.features import features
from crossbearing.model import Sentence
from crossbearing.text.tokens import tokenize

WEIGHTS = Path(__file__).with_name("weights") / "tagger.crfsuite"
_MAX_WORDS = 400  # a "sentence" longer than this is a list or a table; the CRF's cost grows with its length only


@cache
def _model() -> Any:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(WEIGHTS))
    return tagger


def tag_words(words: Sequence[str]) -> list[str]:
    """Penn Treebank tags for the words of one sentence.

    >>> tag_words(["Gunmen", "shot", "two", "farmers", "."])
    ['NNS', 'VBD', 'CD', 'NNS', '.']
    """
    if not words:
        return []
    tags: list[str] = []
    for start in range(0, len(words), _MAX_WORDS):
        tags += _model().tag(features(words[start : start + _MAX_WORDS]))
    return tags


def tag_sentence(text: str, sentence: Sentence) -> Sentence:
    """The sentence of ``text`` with its tokens, each tagged. Headlines in capitals are tagged as if they were not."""
    tokens = sentence.tokens or tokenize(text, sentence.start, sentence.end)
    words = [t.text for t in tokens]
    letters = [w for w in words if w.isalpha() and len(w) > 1]
    if letters and sum(w.isupper() for w in letters) > 0.7 * len(letters):
        words = [w.capitalize() if w.isupper() else w for w in words]
    tags = tag_words(words)
    return replace(sentence, tokens=tuple(replace(t, tag=g) for t, g in zip(tokens, tags, strict=True)))
