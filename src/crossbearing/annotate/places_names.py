"""Candidate names: runs of capitalised words that the gazetteer knows, and runs that only their context
makes places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from crossbearing.annotate.places_words import Word, joined
from crossbearing.vocab.gazetteer import Candidate, Gazetteer, country_by_iso, demonyms
from crossbearing.vocab.place_words import place_words

_ALSO_ENGLISH = frozenset(
    {"at", "as", "an", "tell", "us"}
)  # an article only with its hyphen: "at Kirkuk", "at-Tall"
_LANDS = frozenset({"capital", "territory", "soil", "airspace"})
_MIXED_CASE = re.compile(r"^(?!(?:Mc|Mac|De|La|Le)[A-Z]).*[a-z][A-Z]{2}")
"""A made-up short name ("CoBRA"); not "McAllen" or "LaBelle"."""
_LONGEST = 6  # words; "Democratic Republic of the Congo" has five


@dataclass(slots=True)
class Draft:
    """A name on its way to an expression: words ``first`` to ``last`` (inclusive) of sentence
    ``sentence``.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    name: str
    candidates: tuple[Candidate, ...]
    feature: str = ""
    feature_end: int = 0
    within: str | None = None
    within_feature: str = ""
    beside: bool = False
    organisation: bool = False
    stated: bool = False
    apposed: bool = False
    confidence: float = 0.0
    signs: list[object] = field(default_factory=list)

    @property
    def folded(self) -> str:
        return self.name.casefold()


def drafts_of(text: str, sentence: int, words: Sequence[Word], known: Gazetteer) -> list[Draft]:
    """The names of one sentence, left to right, without overlap."""
    found: list[Draft] = []
    at = 0
    while at < len(words):
        draft = None
        if _may_begin(text, words, at):
            draft = (
                _by_adjective(text, sentence, words, at, known)
                or _longest(text, sentence, words, at, known)
                or _unknown(text, sentence, words, at)
            )
        if draft is None:
            at += 1
        else:
            found.append(draft)
            at = draft.last + 1
    return found


def _by_adjective(text: str, sentence: int, words: Sequence[Word], at: int, known: Gazetteer) -> Draft | None:
    """ "the Syrian capital", "Malian territory": a city or a country that is not named but meant."""
    if at + 1 >= len(words) or words[at].folded not in demonyms():
        return None
    noun, behind = words[at + 1], words[at + 2] if at + 2 < len(words) else None
    if noun.folded not in _LANDS or not joined(text, words[at], noun):
        return None
    if behind is not None and behind.capital and text[noun.end : behind.start] in (" ", ", ", " of "):
        return None  # "the Syrian capital Damascus" names it
    country = country_by_iso()[demonyms()[words[at].folded]]
    name = country.capital if noun.folded == "capital" else country.name
    return Draft(sentence, at, at + 1, words[at].start, noun.end, name, known.lookup(name)) if name else None


def _may_begin(text: str, words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.capital:
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    return (
        word.folded in place_words().leading_particles
        and after is not None
        and after.capital
        and joined(text, word, after)
        and (word.folded not in _ALSO_ENGLISH or text[word.end : after.start] == "-")
    )


def _ends(text: str, words: Sequence[Word], at: int) -> list[int]:
    """Where a name that begins at word ``at`` may end, longest first."""
    particles, features = place_words().inner_particles, place_words().features
    ends = [at] if words[at].capital else []
    for i in range(at + 1, min(at + _LONGEST, len(words))):
        word = words[i]
        if not joined(text, words[i - 1], word):
            break
        if word.capital:
            ends.append(i)
        elif word.folded in features:
            ends.append(i)
            break
        elif word.folded not in particles:
            break
    ends.reverse()
    return ends


def _longest(text: str, sentence: int, words: Sequence[Word], at: int, known: Gazetteer) -> Draft | None:
    listed = place_words()
    for last in _ends(text, words, at):
        if last == at and _is_no_name(text, words, at):
            continue
        if not words[last].capital and words[at].folded in ("the", "this", "that"):
            continue  # "The crossing" is no way to write The Crossing
        if all(word.folded in listed.directions for word in words[at : last + 1]):
            continue  # "North-East Syria"; "North East District" is looked up whole
        name = text[words[at].start : words[last].end]
        candidates = known.lookup(" ".join(name.split()))
        if (
            last > at
            and words[at].folded in listed.never
            and words[at].folded not in listed.leading_particles
        ):
            candidates = tuple(c for c in candidates if c.match > 1)  # "The Hit" is no way to write Hit
        if last > at and not words[last].capital:
            candidates = tuple(c for c in candidates if c.match > 1)
        if len(name) < 3 and not name.isupper() and not _is_state(text, words, at, candidates):
            continue
        if candidates:
            return Draft(sentence, at, last, words[at].start, words[last].end, name, candidates)
    return None


def _is_state(text: str, words: Sequence[Word], at: int, candidates: Sequence[Candidate]) -> bool:
    """True for a province's short form behind a town: "Paducah, Ky."."""
    word = words[at]
    behind = at > 0 and text[words[at - 1].end : word.start] == ", " and text[word.end : word.end + 1] == "."
    return behind and any(c.entry.feature == "province" and c.match > 1 for c in candidates)


def _is_no_name(text: str, words: Sequence[Word], at: int) -> bool:
    """True for a word that is no place by itself: "Monday", "Iraqi", the "Tal" of "Tal Xyz", "CoBRA"."""
    listed, word = place_words(), words[at]
    if word.folded in listed.never or word.folded in demonyms():
        return True
    if _MIXED_CASE.search(text[word.start : word.end]):
        return True
    following = words[at + 1] if at + 1 < len(words) else None
    begins = word.folded in listed.leading_particles - _ALSO_ENGLISH
    return begins and following is not None and following.capital and joined(text, word, following)


def _unknown(text: str, sentence: int, words: Sequence[Word], at: int) -> Draft | None:
    """A run of capitalised words in no gazetteer; whether it is a place is for its context to say."""
    listed = place_words()
    if words[at].folded in listed.never and words[at].folded not in listed.leading_particles:
        return None
    if words[at].folded in demonyms() or words[at].folded in listed.directions:
        return None  # "Iraqi border", "Kuwaiti island", "North-East Syria"
    if at > 0 and words[at - 1].capital and joined(text, words[at - 1], words[at]):
        return None  # the middle of a longer run: its beginning was looked at
    last = at
    for i in range(at + 1, min(at + 4, len(words))):
        word = words[i]
        if not joined(text, words[i - 1], word) or not (
            word.capital or word.folded in listed.inner_particles
        ):
            break
        if word.folded in listed.features or word.folded in ("and", "the", "of", "in", "at"):
            break
        if word.capital:
            last = i
    if not words[last].capital:
        return None
    name = text[words[at].start : words[last].end]
    if len(name) < 3 or name.isupper():
        return None
    return Draft(sentence, at, last, words[at].start, words[last].end, name, ())
