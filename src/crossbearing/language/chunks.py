"""Chunks: base noun phrases, verb groups and the small words between them, from part-of-speech tags.

A light parse (Abney 1991, "Parsing by chunks"): enough to see who acts on whom, at the speed of a tagger.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from crossbearing.model import Token
from crossbearing.vocab import numbers
from crossbearing.vocab.words import words


class ChunkKind(StrEnum):
    NP = "NP"  # a base noun phrase, with its determiner and numbers
    VP = "VP"  # a verb group: auxiliaries, adverbs, chained infinitives, the verb
    PREP = "PREP"
    WH = "WH"  # who, which, that as a relative; when, where
    SUB = "SUB"  # a subordinator: while, after, as, because
    CONJ = "CONJ"
    PUNCT = "PUNCT"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens ``start..end`` (end excluded) of a sentence; ``head`` is the position of the head word.

    Of a verb group: ``passive``; ``finite`` (it can have a subject of its own); ``words`` are its words
    in lower case.
    """

    kind: ChunkKind
    start: int
    end: int
    head: int
    words: tuple[str, ...]
    passive: bool = False
    finite: bool = False

    def has(self, *words: str) -> bool:
        return any(w in self.words for w in words)


_NP_TAGS = frozenset(
    {"DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "PRP", "EX", "FW", "$", "WP$"}
)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "FW"})
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_MAIN_VERBS = _VERBS - {"MD"}
_BE = words("forms_of_be")
_SUBORDINATORS = words("subordinators")
_QUOTES = frozenset({'"', "“", "”", "``", "''", "'", "‘", "’"})
_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_COUNTERS = words("counters")
_COUNTED_AS = frozenset({*numbers.VAGUE, "a"})


def _bound_phrases() -> dict[str, list[tuple[str, ...]]]:
    """First word → the phrases that bound a number, longest first."""
    phrases = (*numbers.AT_LEAST, *numbers.MORE_THAN, *numbers.UP_TO, *numbers.FEWER_THAN)
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        out.setdefault(phrase[0], []).append(phrase)
    return out


_BOUND_PHRASES = _bound_phrases()


def chunk(tokens: Sequence[Token], breaks: Collection[int] = ()) -> tuple[Chunk, ...]:
    """The chunks of one tagged sentence, in order; every token is in exactly one.

    ``breaks`` are token positions at which a noun phrase must not run on: where a time ends, say ("on
    Tuesday gunmen …").
    """
    out: list[Chunk] = []
    lower = tuple([t.text.lower() for t in tokens])
    i = 0
    while i < len(tokens):
        end, kind = _next(tokens, i, lower[i])
        if breaks and kind is ChunkKind.NP:
            end = min([end, *(b for b in breaks if i < b < end)])
        out.append(_build(tokens, i, end, kind, lower[i:end]))
        i = end
    return tuple(out)


_WH = frozenset({"WDT", "WP", "WRB", "WP$"})


def _next(tokens: Sequence[Token], i: int, word: str) -> tuple[int, ChunkKind]:
    """Where the chunk ends that begins with ``word`` (in lower case) at token ``i``, and its kind."""
    tag = tokens[i].tag
    if tag in _WH:
        return i + 1, ChunkKind.WH
    if word == "that" and tag == "IN":
        return i + 1, ChunkKind.SUB
    if word in _QUOTES or (tag != "$" and not tag[:1].isalpha()):
        return i + 1, ChunkKind.PUNCT
    if _starts_np(tokens, i):
        return _np_end(tokens, i), ChunkKind.NP
    if tag in _VERBS or (tag in ("TO", "RB") and _verb_ahead(tokens, i)):
        return _vp_end(tokens, i), ChunkKind.VP
    if tag in ("IN", "TO"):
        sub = word in _SUBORDINATORS and _clause_ahead(tokens, i + 1)
        return i + 1, ChunkKind.SUB if sub else ChunkKind.PREP
    if tag == "CC":
        return i + 1, ChunkKind.CONJ
    return i + 1, ChunkKind.OTHER


def _bound_length(tokens: Sequence[Token], i: int) -> int:
    """How many words before a number belong to it: "at least 12" 2, "between 25 and 33" 3; else 0."""
    word = tokens[i].text.lower()
    if word == "between" and i + 3 < len(tokens) and tokens[i + 1].tag == "CD" and tokens[i + 3].tag == "CD":
        return 3
    for phrase in _BOUND_PHRASES.get(word, ()):
        end = i + len(phrase)
        if end >= len(tokens):
            continue
        counts = tokens[end].tag == "CD" or tokens[end].text.lower() in _COUNTED_AS
        if counts and tuple(t.text.lower() for t in tokens[i:end]) == phrase:
            return len(phrase)
    return 0


def _starts_np(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun phrase begins at token ``i``."""
    tag = tokens[i].tag
    if tag in _NP_TAGS or _bound_length(tokens, i):
        return True
    if tag in ("VBN", "VBG") and i + 1 < len(tokens) and tokens[i + 1].tag in ("NN", "NNS", "NNP", "NNPS"):
        before = tokens[i - 1].tag if i else ""
        # "from displaced families", never "killing soldiers"
        return before in ("IN", "CC", "TO") and tag == "VBN"
    if tag == "RB" and i + 1 < len(tokens):
        nxt = tokens[i + 1].tag
        return (
            nxt in ("CD", "JJ", "DT")
            and tokens[i].text.lower() not in {"not", "n't", "never"}
            and _noun_soon(tokens, i + 1)
        )
    return False


def _noun_soon(tokens: Sequence[Token], i: int) -> bool:
    for token in tokens[i : i + 4]:
        if token.tag in _NOUNS:
            return True
        if token.tag not in _NP_TAGS and token.tag != "RB":
            return False
    return False


def _np_end(tokens: Sequence[Token], i: int) -> int:
    """Where the noun phrase ends that begins at token ``i``."""
    bound = _bound_length(tokens, i)
    end = i + max(bound, 1)
    seen_noun = not bound and tokens[i].tag in _NOUNS
    while end < len(tokens):
        tag, word = tokens[end].tag, tokens[end].text.lower()
        if tag in ("DT", "PRP", "PRP$", "EX", "PDT") and (seen_noun or tag in ("PRP", "EX")):
            break
        if tag == "DT" and end > i and tokens[end - 1].tag.startswith("JJ"):
            break  # "shot dead a lawyer"
        if seen_noun and end > i and _counts_anew(tokens, end):
            break
        genitive = tag == "POS" or (word in _GENITIVES and seen_noun and _noun_follows(tokens, end))
        if not (tag in _NP_TAGS or tag == "HYPH" or genitive or (not seen_noun and _modifies(tokens, end))):
            break
        seen_noun = (seen_noun or tag in _NOUNS) and not genitive
        end += 1
    return end


def _modifies(tokens: Sequence[Token], i: int) -> bool:
    """A word before the noun that mostly stands elsewhere: "heavily armed men", "a big, old house"."""
    tag = tokens[i].tag
    if tag in ("VBN", "VBG"):
        return _noun_follows(tokens, i)
    following = tokens[i + 1].tag if i + 1 < len(tokens) else ""
    if tag == "RB":
        return following in ("JJ", "VBN", "CD")
    return tokens[i].text == "," and following == "JJ"


def _counts_anew(tokens: Sequence[Token], i: int) -> bool:
    """A number behind a noun opens a phrase: "in the bazaar several hundred men", not "March 12"."""
    if tokens[i].text.lower() in _COUNTERS:
        return True
    if tokens[i].tag != "CD" or i + 1 >= len(tokens):
        return False
    return tokens[i + 1].tag in ("NNS", "JJ", "VBN") and not tokens[i - 1].tag.startswith("NNP")


def _noun_follows(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "VBN", "VBG")


def _verb_ahead(tokens: Sequence[Token], i: int) -> bool:
    for token in tokens[i + 1 : i + 4]:
        if token.tag in _VERBS:
            return True
        if token.tag not in ("RB", "TO"):
            return False
    return False


def _vp_end(tokens: Sequence[Token], i: int) -> int:
    """A verb group goes on through auxiliaries, adverbs, "to" + verb, particles, up to a finite verb."""
    end = i
    while end < len(tokens):
        tag = tokens[end].tag
        if tag in _VERBS:
            if (
                end > i
                and tag in ("VBD", "VBP", "VBZ")
                and tokens[end - 1].tag not in ("RB", "VBD", "VBP", "VBZ", "VB", "MD")
            ):
                break
            end += 1
        elif (
            (tag in ("RB", "TO") and _verb_ahead(tokens, end))
            or tag == "RP"
            or (tag == "RB" and tokens[end].text.lower() in {"n't", "not"})
        ):
            end += 1
        else:
            break
    return max(end, i + 1)


def _clause_ahead(tokens: Sequence[Token], i: int) -> bool:
    """True when a finite verb comes before the next comma or stop: "after soldiers fired"."""
    for token in tokens[i : i + 18]:
        if token.tag in ("VBD", "VBP", "VBZ", "MD"):
            return True
        if token.text in ".;:" or (token.text == "," and token is not tokens[i]):
            return False
    return False


def _build(tokens: Sequence[Token], start: int, end: int, kind: ChunkKind, words: tuple[str, ...]) -> Chunk:
    head = end - 1
    if kind is ChunkKind.NP:
        head = _last(tokens, start, end, _NOUNS)
    if kind is not ChunkKind.VP:
        return Chunk(kind, start, end, head, words)
    head = _last(tokens, start, end, _MAIN_VERBS)
    passive = tokens[head].tag in ("VBN", "VBD") and not _BE.isdisjoint(words[: head - start])
    opens = start + 1 if tokens[start].tag == "RB" and end - start > 1 else start
    first = tokens[opens].tag
    return Chunk(kind, start, end, head, words, passive, first in ("VBD", "VBP", "VBZ", "MD"))


def _last(tokens: Sequence[Token], start: int, end: int, tags: frozenset[str]) -> int:
    """The last of the tokens that bears one of the tags; the last of all where none does."""
    for i in range(end - 1, start - 1, -1):
        if tokens[i].tag in tags:
            return i
    return end - 1
