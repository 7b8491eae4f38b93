"""The words of a text for the actor lexicon, and the vocabulary found among them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from crossbearing.text.folding import fold
from crossbearing.vocab import actors
from crossbearing.vocab.actor_lexicon import WORD, Case, Lexicon, Role, Sense, lexicon

# Letters from which an acronym is spoken as a word and written as one: "Unita", "Farc"; "Mir Ali" is no MIR.
_SPOKEN = 4

# What may stand between two words of one name: "Al-Qa'im", "Workers' Party". Anything else ends a phrase.
_PLAIN_GAPS = frozenset({" ", "-", "'", "' ", "\n", "- ", " -", "", "\r\n", "  ", "\u200b"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of ``text``: ``folded``, where each starts and ends, whether a plain gap joins it to
    the last; and the vocabulary to look them up in.
    """

    text: str
    folded: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joined: tuple[bool, ...]
    lexicon: Lexicon

    def original(self, index: int) -> str:
        """The word as the report writes it, without the dots of an abbreviation."""
        return self.text[self.starts[index] : self.ends[index]].replace(".", "")

    def capital(self, index: int) -> bool:
        return self.text[self.starts[index]].isupper()

    def gap(self, index: int) -> str:
        """What stands between the word before ``index`` and it."""
        return self.folded[self.ends[index - 1] : self.starts[index]] if index else ""


@dataclass(frozen=True, slots=True)
class Item:
    """Words ``first`` to ``last`` (included) are a pattern of the vocabulary, with the senses that its case
    allows.
    """

    first: int
    last: int
    pattern: str
    senses: tuple[Sense, ...]

    def sense(self, *roles: Role) -> Sense | None:
        """The first sense in one of the roles, in the order in which the roles are given."""
        for role in roles:
            for sense in self.senses:
                if sense.role is role:
                    return sense
        return None


def split_words(text: str, project: actors.Project = actors.BUILT_IN) -> Words:
    """Cut ``text`` into words, to be looked up in the vocabulary of a project."""
    folded = fold(text)
    spans = [match.span() for match in WORD.finditer(folded)]
    words = [folded[start:end] for start, end in spans]
    if "." in text:
        words = [word.replace(".", "") if "." in word else word for word in words]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    gaps = [folded[end:start] in _PLAIN_GAPS for end, start in zip(ends, starts[1:], strict=False)]
    joined = (False, *gaps) if spans else ()
    return Words(text, folded, tuple(words), tuple(starts), tuple(ends), joined, lexicon(project))


def _haystack(words: Words) -> tuple[str, list[int]]:
    """The words with single spaces between and around them, a bar where a phrase ends; and where each word
    begins.
    """
    pieces: list[str] = [" "]
    places: list[int] = []
    position = 1
    for word, joined in zip(words.words, words.joined, strict=True):
        if not joined:
            pieces.append("| ")
            position += 2
        places.append(position)
        pieces.append(word + " ")
        position += len(word) + 1
    return "".join(pieces), places


def _shouted(words: Words, first: int, last: int) -> bool:
    """True when the words around are all capitals, as in an old-fashioned headline."""
    around = [words.original(i) for i in range(max(0, first - 3), min(len(words.words), last + 4))]
    letters = [word for word in around if word.isalpha()]
    return len(letters) > 3 and all(word.isupper() for word in letters)


def _case_fits(sense: Sense, words: Words, first: int, last: int) -> bool:
    if sense.case is Case.FREE:
        return True
    if sense.case is Case.CAPITAL:
        return any(words.capital(i) for i in range(first, last + 1))
    word = words.original(first)
    if sense.case is Case.MIXED:
        return sum(char.isupper() for char in word) > 1
    if word.isupper():
        return words.words[first] not in actors.word_list("wordlike_acronyms") or not _shouted(
            words, first, last
        )
    return (
        len(word) >= _SPOKEN
        and word.istitle()
        and words.words[first] not in actors.word_list("wordlike_acronyms")
    )


def _fitting(table: Lexicon, number: int, words: Words, first: int, last: int) -> tuple[Sense, ...]:
    return tuple(s for s in table.senses[number] if _case_fits(s, words, first, last))


def find_items(words: Words) -> list[Item]:
    """The longest patterns of the vocabulary in the words, from left to right, none over another."""
    table = words.lexicon
    haystack, places = _haystack(words)
    candidates: dict[int, list[tuple[int, int]]] = {}
    for number, start, end in table.automaton.find_matches_as_indexes(haystack, overlapping=True):
        first = bisect_right(places, start)
        last = bisect_right(places, end - 2) - 1
        candidates.setdefault(first, []).append((last, number))
    return list(_longest(table, words, candidates))


def _longest(table: Lexicon, words: Words, candidates: dict[int, list[tuple[int, int]]]) -> Iterator[Item]:
    free_from = 0
    for first in sorted(candidates):
        if first < free_from:
            continue
        for last, number in sorted(candidates[first], reverse=True):
            senses = _fitting(table, number, words, first, last)
            if senses:
                yield Item(first, last, table.patterns[number], senses)
                free_from = last + 1
                break
