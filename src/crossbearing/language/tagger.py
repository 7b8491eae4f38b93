"""Part-of-speech tags (Penn Treebank) by a conditional random field trained on UD English EWT and GUM.

The weights are made by ``training/train_tagger.py`` and ship with the package; NOTICE holds the credits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pycrfsuite

from crossbearing.language.features import features
from crossbearing.model import PartKind, Sentence, Token
from crossbearing.text.tokens import cuts
from crossbearing.vocab.inflect import IRREGULAR
from crossbearing.vocab.triggers import forms_by_first_word
from crossbearing.vocab.words import words

WEIGHTS = Path(__file__).with_name("weights") / "tagger.crfsuite"
_MAX_WORDS = 400  # a "sentence" longer than this is a list or a table; it is tagged in pieces

_OBJECT_TAGS = ("CD", "DT", "JJ", "NN", "NNS", "NNP", "IN", "RB", "JJS", "PRP", "PRP$")
"""Tags that follow a verb in a headline or a plain clause."""
_OBJECTS = ("NN", "NNS", "NNP", "DT", "CD", "PRP$", "PRP")
"""Tags with which an object begins."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_ADJECTIVES = words("participle_adjectives")
_ALSO_OTHER = words("seldom_verbs")
_AUXILIARIES = words("auxiliaries")


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


def _mended(words: Sequence[str], tags: list[str], headline: bool) -> list[str]:
    """Mends what other kinds of text taught wrong: verbs read as nouns, participles that are adjectives."""
    verbs, only_participles = verb_tags(), _participles()
    last = len(tags) - 1
    lower = [word.lower() for word in words]
    for i, low in enumerate(lower):
        word, tag = words[i], tags[i]
        follows = tags[i + 1] if i < last else ""
        before = tags[i - 1] if i else ""
        if low == "shot" and _next_word(words, i) == "dead":
            object_follows = (tags[i + 2] if i + 2 < len(tags) else "") in _OBJECTS
            tags[i] = "VBD" if object_follows and not _auxiliary_before(words, i) else "VBN"
        elif word == "IS" and tag.startswith("VB"):
            tags[i] = "NNP"
        elif low in {"morning", "evening"}:
            tags[i] = "NN"
        elif (
            low in _ADJECTIVES
            and tag.startswith("VB")
            and follows.startswith("NN")
            and not before.startswith(("NN", "VB", "MD", "PRP"))
        ):
            tags[i] = "JJ"
        elif (
            tag == "VBN"
            and follows in _OBJECTS
            and before in ("NN", "NNS", "NNP", "NNPS", ",")
            and not _auxiliary_before(words, i)
        ):
            tags[i] = "VBD"  # "Five guards embraced martyrdom": a participle has no object
        elif low in only_participles and tag in ("VB", "VBP", "NN", "JJ"):
            tags[i] = "VBN"
        elif low in verbs and not tag.startswith("VB") and _must_be_verb(words, tags, i, headline):
            tags[i] = verbs[low]
        elif (low in _SETTLED or tag in _SETTLED_TAGS) and (
            found := _tag_by_words(lower, tags, i)
        ) is not None:
            tags[i] = found
    return tags


_OBJECT_STARTS = ("DT", "NN", "CD", "PRP", "JJ", "VBN")
_SHOOTS = frozenset({"shot", "shoot", "shoots", "shooting", "gunned"})
_BEFORE_COUNTS = frozenset(
    {"at", "more", "up", "about", "some", "nearly", "around", "over", "dozens", "several"}
)
_SET_ON = frozenset({"fire", "ablaze", "alight", "light", "off", "up"})
_SETTLED = frozenset({"dead", "beat", "shot", "plans", "set"})
_SETTLED_TAGS = frozenset({"VB", "VBP", "VBG"})
"""The words and the tags about which the words beside them may know better."""


def _tag_by_words(words: Sequence[str], tags: Sequence[str], i: int) -> str | None:
    """The tag of a word that the words beside it settle; None where they do not. In lower case all."""
    low, noun, after = words[i], tags[i].startswith("NN"), _next_word(words, i)
    before, follows = tags[i - 1] if i else "", tags[i + 1] if i + 1 < len(tags) else ""
    if low == "dead" and i and words[i - 1] in _SHOOTS:
        return "RP"  # "shot dead two nurses": part of the verb, not of its object
    if noun and (low == "beat" or (low == "shot" and after in {"down", "at"})):
        return "VBD"  # "a mob beat to death …", "the air force shot down two drones"
    if noun and low.endswith("ing") and low in verb_tags() and (follows == "CD" or after in _BEFORE_COUNTS):
        return "VBG"  # "…, neutralising at least 20 assailants"
    if low == "plans" and before.startswith("NN") and after == "to":
        return "VBZ"  # "the government plans to send troops"
    if low == "set" and not tags[i].startswith("VB") and after in _SET_ON:
        return "VBD"  # "entered the village and set fire to the mill"
    if tags[i] in ("VB", "VBP") and before in ("DT", "PRP$") and not follows.startswith(("NN", "JJ")):
        return "NN"  # "the union called a rally"
    gerund = tags[i] == "VBG" and before == "IN" and not follows.startswith(_OBJECT_STARTS)
    return "NN" if gerund and low in _gerund_nouns() else None  # "after shelling on Saturday"


def _next_word(words: Sequence[str], i: int) -> str:
    return words[i + 1].lower() if i + 1 < len(words) else ""


def _must_be_verb(words: Sequence[str], tags: Sequence[str], i: int, headline: bool) -> bool:
    """True where a word that can be a verb of violence is one: "gunmen shot 18 men", "Drone kills two"."""
    follows, before = tags[i + 1] if i + 1 < len(tags) else "", tags[i - 1] if i else ""
    if not tags[i].startswith("NN"):
        return not tags[i].startswith("JJ") and words[i].lower() not in _ALSO_OTHER
    if not before.startswith("NN") or (follows not in _OBJECT_TAGS and not words[i].lower().endswith("ed")):
        return False
    plural_subject = before in ("NNS", "NNPS") or words[i].lower() == "shot"
    if headline:
        return not any(t in _FINITE for t in tags) and (words[i].lower().endswith("s") or plural_subject)
    return (
        plural_subject
        and follows in ("CD", "DT", "PRP", "PRP$", "JJ")
        and not any(t in _FINITE for t in tags[max(i - 4, 0) : i])
    )


def _auxiliary_before(words: Sequence[str], i: int) -> bool:
    return any(w.lower() in _AUXILIARIES for w in words[max(i - 4, 0) : i])


@cache
def _participles() -> frozenset[str]:
    """Participles that are nothing else: "beaten", "taken", "shaken"."""
    return frozenset(
        f[3] for base, f in IRREGULAR.items() if len(f) > 3 and f[3] not in (base, f[2]) and base != "be"
    )


@cache
def _gerund_nouns() -> frozenset[str]:
    """Nouns for events that look like gerunds: "shelling", "fighting"."""
    forms = (f for forms in forms_by_first_word().values() for f in forms)
    return frozenset(
        f.words[0] for f in forms if not f.verb and len(f.words) == 1 and f.words[0].endswith("ing")
    )


@cache
def verb_tags() -> Mapping[str, str]:
    """Forms of one-word trigger verbs → the tag that they bear as verbs."""
    out: dict[str, str] = {}
    for form in (f for forms in forms_by_first_word().values() for f in forms):
        if form.verb and len(form.words) == 1:
            out[form.words[0]] = _verb_tag(form.words[0], form.lemma)
    return out


def _verb_tag(word: str, lemma: str) -> str:
    if word.endswith("ing"):
        return "VBG"
    if word == lemma:
        return "VBP"
    return "VBZ" if word.endswith("s") else "VBD"


def tag_sentence(text: str, sentence: Sentence) -> Sentence:
    """The sentence with its tokens, each tagged; headlines in capitals as if they were in small letters."""
    spans = [(t.start, t.end) for t in sentence.tokens] or cuts(text, sentence.start, sentence.end)
    plain = words = [text[start:end] for start, end in spans]
    letters = [w for w in words if w.isalpha() and len(w) > 1]
    if letters and sum(w.isupper() for w in letters) > 0.7 * len(letters):
        words = [w.capitalize() if w.isupper() else w for w in words]
    bare = sentence.part is PartKind.STANDFIRST and not text[: sentence.end].endswith(".")
    tags = _mended(words, tag_words(words), bare or sentence.part is PartKind.HEADLINE)
    tagged = [Token(s, e, w, tag) for (s, e), w, tag in zip(spans, plain, tags, strict=True)]
    return replace(sentence, tokens=_without_scare_quotes(tagged))


_OPENING, _CLOSING = frozenset({'"', "“", "«"}), frozenset({'"', "”", "»"})
_QUOTED = 6  # words of a phrase that may stand in quotation marks without being somebody's sentence


def _without_scare_quotes(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens without the marks about a quoted phrase, which part "killed" from "“four terrorists”"."""
    dropped: set[int] = set()
    for i, token in enumerate(tokens):
        if i in dropped or token.text not in _OPENING:
            continue
        reach = range(i + 2, min(i + _QUOTED + 2, len(tokens)))
        end = next((k for k in reach if tokens[k].text in _CLOSING), None)
        stop = end - 1 if end is not None and tokens[end - 1].text == "," else end  # "the “Sun Party,” …"
        if end is not None and all(_in_phrase(t) for t in tokens[i + 1 : stop]):
            dropped |= {i, end}
    return tuple(t for i, t in enumerate(tokens) if i not in dropped)


def _in_phrase(token: Token) -> bool:
    return token.tag not in _FINITE and token.tag[:1].isalpha() and token.tag not in ("PRP", "UH")
