"""Finds the phrases that name actors, by the actor vocabulary and by the patterns of noun phrases and
names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from crossbearing.annotate.actors_filter import wanted
from crossbearing.annotate.actors_joins import join_affiliations, share_heads
from crossbearing.annotate.actors_names import (
    bind_acronyms,
    find_group_names,
    find_new_names,
    without_agencies,
)
from crossbearing.annotate.actors_phrases import build, phrases, runs
from crossbearing.annotate.actors_words import Words, find_items, split_words
from crossbearing.model.actor_expressions import ActorExpression
from crossbearing.model.document import Sentence
from crossbearing.vocab.actors import BUILT_IN, Project


def find_actors(
    text: str, sentences: Sequence[Sentence], project: Project = BUILT_IN
) -> tuple[ActorExpression, ...]:
    """The actor expressions of ``text`` in order of position; none overlaps another, none crosses a
    sentence. ``project`` is what a researcher adds to the vocabulary.
    """
    words = split_words(text, project)
    sentence_of = _sentence_of_words(words, sentences)
    items = [item for item in find_items(words) if sentence_of[item.first] >= 0]
    found: list[ActorExpression] = []
    for run in runs(words, items, sentence_of):
        for phrase in phrases(words, run):
            expression = build(words, phrase, sentence_of[phrase.head.last])
            if wanted(expression, words):
                found.append(expression)
    found = without_agencies(words, found)
    found = find_new_names(words, found, sentence_of)
    found = find_group_names(words, found, sentence_of)
    found = share_heads(words, found)
    found = bind_acronyms(words, found, sentence_of)
    return tuple(join_affiliations(words, found))


def _sentence_of_words(words: Words, sentences: Sequence[Sentence]) -> list[int]:
    """For each word the index of its sentence, -1 outside all."""
    starts = [sentence.start for sentence in sentences]
    found: list[int] = []
    for start, end in zip(words.starts, words.ends, strict=True):
        position = bisect_right(starts, start) - 1
        inside = position >= 0 and end <= sentences[position].end
        found.append(sentences[position].index if inside else -1)
    return found
