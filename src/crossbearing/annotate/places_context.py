"""The signs that the neighbours of a name give: preposition, feature word, title, given name, body's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from crossbearing.annotate.places_names import Draft
from crossbearing.annotate.places_scoring import Sign, of_candidates
from crossbearing.annotate.places_words import Word, joined
from crossbearing.model import PartKind, Sentence, Span
from crossbearing.vocab.gazetteer import demonyms
from crossbearing.vocab.place_words import PlaceWords, place_words

_CODE_NAME = re.compile(
    r"""\b(?:dubbed|(?:code-?|nick)?named|called|(?:en)?titled)[:,]?\s["“‘'](?P<name>[^"“”‘’'\n]{1,40}\s[^"“”‘’'\n]{1,40})["”’']"""
)
"""Two words or more in quotation marks that something is called; bounded, for hostile lines."""


_ENGLISH_SPEAKING = frozenset({"US", "GB", "IE", "CA", "AU", "NZ"})
"""Where towns are called by English words, so that a report's naming the country says nothing."""
_NOT_NAMES = frozenset(
    ("CC", "DT", "EX", "IN", "MD", "PDT", "PRP", "PRP$", "RB", "RBR", "RP", "TO", "UH", "WDT", "WP", "WRB")
)
"""Penn tags of words that are never names. Nouns and verbs are left out: the tagger takes unknown names for
them."""


@dataclass(slots=True)
class Context:
    """What the whole report tells about its words."""

    text: str
    folded: str
    sentences: Sequence[Sequence[Word]]
    parts: Sequence[PartKind]
    lower: frozenset[str]
    code_names: Sequence[Span]
    openers: frozenset[int] = frozenset()
    """Where a sentence opens with a word that its tag makes no name ("Soon after …")."""
    home: frozenset[str] = frozenset()
    """ISO codes of the countries that the report names."""
    listed: PlaceWords = field(default_factory=place_words)


def signs_of(context: Context, draft: Draft) -> list[Sign]:
    """All signs but those that need other names of the report; sets the draft's feature and organisation."""
    words = context.sentences[draft.sentence]
    signs: list[Sign] = [of_candidates(draft.candidates)]
    signs += _word_signs(context, draft, words)
    signs += _before(context, draft, words)
    signs += _after(context, draft, words)
    if _at_home(context, draft):
        signs.append(Sign.WORD_AT_HOME if Sign.COMMON_WORD in signs else Sign.AT_HOME)
    if _in_code_name(context, draft, words):
        signs.append(Sign.CODE_NAME)
    if context.parts[draft.sentence] is PartKind.DATELINE:
        signs.append(Sign.DATELINE)
    return signs


def _in_code_name(context: Context, draft: Draft, words: Sequence[Word]) -> bool:
    """True for a part of what an operation is called; a single quoted word may be a village's name."""
    if any(s.start <= draft.start and draft.end <= s.end for s in context.code_names):
        return True
    previous = words[draft.first - 1] if draft.first else None
    return (
        previous is not None
        and previous.capital
        and previous.folded == "operation"
        and joined(context.text, previous, words[draft.first])
    )


def _word_signs(context: Context, draft: Draft, words: Sequence[Word]) -> list[Sign]:
    if draft.last > draft.first:
        return []
    word, signs = words[draft.first].folded, []
    if word in context.listed.common and not (draft.name.isupper() and len(word.replace(".", "")) == 2):
        signs.append(Sign.COMMON_WORD)
    elif word in context.lower:
        signs.append(Sign.SEEN_LOWER)
    if word in context.listed.given:
        signs.append(Sign.GIVEN_NAME)
    if _acronym(draft) or (draft.first == 0 and bool(draft.candidates) and _loose(draft)):
        signs.append(
            Sign.COMMON_WORD
        )  # "SANA", "MIT"; a sentence's first word that is only spelled like a place
    if draft.start in context.openers and Sign.COMMON_WORD not in signs:
        signs.append(Sign.COMMON_WORD)
    return signs


def _at_home(context: Context, draft: Draft) -> bool:
    """True where the name is a town of a country that the report names, and is no English town's too.

    "Hit" and "Tank" are towns in a report that speaks of Iraq or Pakistan; in one on England, words.
    """
    return any(
        c.entry.country in context.home
        and c.entry.country not in _ENGLISH_SPEAKING
        and c.entry.feature != "country"
        and (c.match > 1 or c.entry.population >= 15_000 or c.entry.own)
        for c in draft.candidates
    )


def _acronym(draft: Draft) -> bool:
    short = draft.name.isupper() and len(draft.name) <= 4
    return short and not any(c.entry.feature in ("country", "province") for c in draft.candidates)


def _loose(draft: Draft) -> bool:
    """True when nothing is spelled so, and no own or large place is spelled nearly so."""
    return all(c.match == 1 and c.entry.population < 100_000 and not c.entry.own for c in draft.candidates)


def _before(context: Context, draft: Draft, words: Sequence[Word]) -> list[Sign]:
    if draft.first == 0:
        return []
    listed, text = context.listed, context.text
    previous, name = words[draft.first - 1], words[draft.first]
    gap = text[previous.end : name.start]
    if gap.strip(" .-–’'s") != "" and gap.strip():
        return []
    word = previous.folded.rstrip(".")
    if word in ("of", "called", "named") and draft.first > 1:
        return _of(context, draft, words[draft.first - 2])
    if previous.possessive:
        return []
    if word in listed.titles:
        return [Sign.TITLE]
    if word in listed.directions or word in demonyms():
        return []
    if word in listed.strong_prepositions:
        return [Sign.PREPOSITION]
    if word in listed.prepositions:
        return [Sign.WEAK_PREPOSITION]
    if word in listed.features and listed.features[word] not in ("area", "facility"):
        if not draft.feature:
            draft.feature = listed.features[word]
        return [Sign.FEATURE_BEFORE]
    if not previous.capital or not joined(text, previous, name) or text[previous.end : name.start] == "-":
        return []
    if word in listed.given or (len(word) == 1 and gap.startswith(".")):
        return [Sign.GIVEN_BEFORE]
    if word in listed.never or (draft.first == 1 and (word in listed.common or word in context.lower)):
        return []
    return [Sign.CAPITAL_BEFORE]


def _of(context: Context, draft: Draft, head: Word) -> list[Sign]:
    """\"the town of Hit\": the word before "of" makes it a place; else "of" says nothing."""
    listed = context.listed
    if head.folded in listed.features:
        kind = listed.features[head.folded]
        if kind not in ("area", "facility", "road"):
            draft.feature = draft.feature or kind
        return [Sign.FEATURE_BEFORE]
    if head.folded in listed.before_of or head.folded in listed.directions:
        return [Sign.PREPOSITION]
    return []


def _after(context: Context, draft: Draft, words: Sequence[Word]) -> list[Sign]:
    listed, text = context.listed, context.text
    if draft.last + 1 >= len(words):
        return []
    name, following = words[draft.last], words[draft.last + 1]
    gap = text[name.end : following.start]
    if not joined(text, name, following):
        return []
    word = following.folded
    if word in listed.features and gap != "-" and not _body(context, words, draft.last + 2, following):
        if listed.features[word] == "facility" and not draft.candidates:
            return []  # "Combined Military Hospital": a name of its own, not of a place
        draft.feature, draft.feature_end = listed.features[word], following.end
        return [Sign.FEATURE_AFTER]
    if not following.capital or gap in ("-", "–"):
        return []
    for i in range(draft.last + 1, min(draft.last + 5, len(words))):
        if not (words[i].capital or words[i].folded in ("of", "for", "and")):
            break
        if i > draft.last + 1 and not joined(text, words[i - 1], words[i]):
            break
        if words[i].folded in listed.outlets:
            return [Sign.OUTLET]
        if words[i].folded in listed.organisations:
            draft.organisation = True
            return [Sign.ORGANISATION]
    if word in listed.titles or word in demonyms():
        return []  # "Iraq Prime Minister …"
    return [Sign.CAPITAL_AFTER]


def _body(context: Context, words: Sequence[Word], at: int, feature: Word) -> bool:
    """True when a feature word only begins a body's name: "Kirkuk Province Council"; not "Kirkuk province
    Council".
    """
    return (
        at < len(words)
        and feature.capital
        and words[at].capital
        and words[at].folded in context.listed.organisations
        and joined(context.text, feature, words[at])
    )


def context_of(
    text: str, folded: str, sentences: Sequence[Sequence[Word]], kept: Sequence[Sentence]
) -> Context:
    """The report as its names' context."""
    lower = frozenset(word.folded for words in sentences for word in words if not word.capital)
    code_names = tuple(Span(*m.span("name")) for m in _CODE_NAME.finditer(text))
    openers = frozenset(s.tokens[0].start for s in kept if s.tokens and s.tokens[0].tag in _NOT_NAMES)
    return Context(text, folded, sentences, [s.part for s in kept], lower, code_names, openers)


def home_of(context: Context, drafts: Sequence[Draft]) -> frozenset[str]:
    """The countries that the report names, by name or by adjective."""
    adjectives = (demonyms().get(w.folded) for ws in context.sentences for w in ws if w.capital)
    named = (c.entry.country for d in drafts for c in d.candidates[:3] if c.entry.feature == "country")
    return frozenset(iso for iso in (*adjectives, *named) if iso)
