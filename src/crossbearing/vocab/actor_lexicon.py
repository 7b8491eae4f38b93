"""The actor vocabulary as one automaton: finds every word of it in a text in a single pass."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick

from crossbearing.model import ActorKind
from crossbearing.text.folding import fold
from crossbearing.vocab import actors
from crossbearing.vocab.people import commanded


class Role(StrEnum):
    """What a word of the vocabulary does in a phrase."""

    NAME = "name"
    COUNTRY = "country"
    SEAT = "seat"
    ADJECTIVE = "adjective"
    NATIONALS = "nationals"
    NOUN = "noun"
    MODIFIER = "modifier"
    PERSON = "person"


class Case(StrEnum):
    """How a word must be written in the report: anyhow, with a capital, as an acronym, with two capitals
    ("LeT").
    """

    FREE = "free"
    CAPITAL = "capital"
    ACRONYM = "acronym"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a pattern. ``value``: ids of bodies, ISO codes, or the folded word itself."""

    role: Role
    case: Case
    value: tuple[str, ...]


WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
"""A word: a run of letters and digits, or an abbreviation with dots ("U.S.") taken as one."""


def pattern_of(name: str) -> str:
    """The pattern under which a name is found: its folded words, each followed by one space.

    >>> pattern_of("Jama'at Nusrat al-Islam")
    'jama at nusrat al islam'
    """
    return " ".join(word.replace(".", "") for word in WORD.findall(fold(name)))


def _case_of(name: str) -> Case:
    letters = name.replace(".", "").replace("-", "")
    if " " not in name and letters.isupper() and len(letters) <= 7:
        return Case.ACRONYM
    if " " not in name and len(letters) <= 5 and sum(char.isupper() for char in letters) > 1:
        return Case.MIXED
    if fold(name) in actors.word_list("lower_case_names"):
        return Case.FREE
    return Case.CAPITAL if name != name.lower() else Case.FREE


def _name_rows(project: actors.Project) -> Iterator[tuple[str, Sense]]:
    nationalities = _nationalities()
    for body in actors.written_bodies(project).values():
        for name in (*body.names, *body.adjectives):
            if _says_nobody(name):
                continue
            if body.kind is ActorKind.STATE and (name == name.lower() or _composed(name, nationalities)):
                continue  # found as a noun, with its country; so its head is there for counting
            yield name, Sense(Role.NAME, _case_of(name), (body.id,))


def _nationalities() -> frozenset[str]:
    return frozenset(
        pattern_of(name)
        for country in actors.countries().values()
        for name in (*country.adjectives, *country.names, *(f"{each}'s" for each in country.names))
    )


def _says_nobody(name: str) -> bool:
    """True for a name made of words for nobody in particular: "Unknown gunmen"."""
    words = pattern_of(name).split()
    unidentified = actors.modifiers()["unidentified"]
    while words and words[0] in unidentified:
        words = words[1:]
    return " ".join(words) in actors.nouns() and name != name.title()


def _composed(name: str, nationalities: frozenset[str]) -> bool:
    """True for a nationality followed by a noun of the vocabulary."""
    words = pattern_of(name).split()
    return any(
        " ".join(words[:cut]) in nationalities and " ".join(words[cut:]) in actors.nouns()
        for cut in range(1, len(words))
    )


def _country_rows() -> Iterator[tuple[str, Sense]]:
    for country in actors.countries().values():
        for role, names in (
            (Role.COUNTRY, country.names),
            (Role.SEAT, country.seats),
            (Role.ADJECTIVE, country.adjectives),
            (Role.NATIONALS, country.nationals),
        ):
            for name in names:
                yield name, Sense(role, _case_of(name), (country.iso,))


def _person_rows() -> Iterator[tuple[str, Sense]]:
    for name, target in commanded().items():
        yield name, Sense(Role.PERSON, Case.CAPITAL, (target,))


def _word_rows() -> Iterator[tuple[str, Sense]]:
    for form in actors.nouns():
        yield form, Sense(Role.NOUN, Case.FREE, (form,))
    for kind, words in actors.modifiers().items():
        if kind not in ("acts", "related", "same_side_related"):
            for word in words:
                yield word, Sense(Role.MODIFIER, Case.FREE, (kind, word))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``automaton`` finds " pattern " in text whose words are joined by single spaces; ``senses`` by its
    number. ``bodies`` are those whose ids the senses bear.
    """

    automaton: AhoCorasick
    patterns: tuple[str, ...]
    senses: tuple[tuple[Sense, ...], ...]
    numbers: Mapping[str, int]
    bodies: Mapping[str, actors.Body]

    def senses_of(self, word: str) -> tuple[Sense, ...]:
        """Every sense of one folded word but that of a person; empty when the vocabulary lacks it."""
        number = self.numbers.get(word)
        senses = () if number is None else self.senses[number]
        return tuple(sense for sense in senses if sense.role is not Role.PERSON)


def _merge(rows: Iterator[tuple[str, Sense]]) -> Mapping[str, tuple[Sense, ...]]:
    """Senses by pattern; bodies that share a name in the same spelling become one sense with several ids."""
    found: dict[str, dict[tuple[Role, Case], tuple[str, ...]]] = {}
    for name, sense in rows:
        pattern = pattern_of(name)
        if not pattern:
            continue
        slot = found.setdefault(pattern, {})
        key = (sense.role, sense.case)
        if sense.role in (Role.NOUN, Role.MODIFIER):
            slot.setdefault(key, sense.value)
        else:
            slot[key] = tuple(dict.fromkeys((*slot.get(key, ()), *sense.value)))
    return {
        p: tuple(Sense(role, case, value) for (role, case), value in slot.items())
        for p, slot in found.items()
    }


def lexicon(project: actors.Project = actors.BUILT_IN) -> Lexicon:
    """The compiled vocabulary; made once a process (and project)."""
    return _compiled(project)


@functools.cache
def _compiled(project: actors.Project) -> Lexicon:
    def rows() -> Iterator[tuple[str, Sense]]:
        yield from _name_rows(project)
        yield from _country_rows()
        yield from _word_rows()
        yield from _person_rows()

    merged = _merge(rows())
    patterns = tuple(merged)
    automaton = AhoCorasick([f" {p} " for p in patterns])
    numbers = MappingProxyType({pattern: number for number, pattern in enumerate(patterns)})
    return Lexicon(automaton, patterns, tuple(merged.values()), numbers, actors.bodies(project))
