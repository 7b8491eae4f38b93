"""Turning points of wars whose days are known, and the terms of those who held an office: what a report that
names them cannot be older than, or (an office) much younger than.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick

from crossbearing.errors import VocabError
from crossbearing.text.folding import fold
from crossbearing.vocab.loading import load_table


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """Something that happened from ``first`` to ``last``, and the cues by which later texts name it: each is
    a tuple of folded phrases that must all stand in one sentence."""

    name: str
    first: date
    last: date
    cues: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """``person`` (under any of ``names``) held ``role`` from ``start`` to ``end`` (None: open)."""

    person: str
    names: tuple[str, ...]
    role: str
    start: date | None
    end: date | None


@lru_cache(maxsize=1)
def known_events() -> tuple[KnownEvent, ...]:
    """The table ``events.yaml``. Raises VocabError for a row without name, day or cue."""
    return tuple(_event(number, row) for number, row in enumerate(load_table("events.yaml"), 1))


def _event(number: int, row: dict[str, Any]) -> KnownEvent:
    try:
        first, last, cues = row["from"], row.get("to") or row["from"], row["cues"]
        if not (isinstance(first, date) and isinstance(last, date) and first <= last and cues):
            raise ValueError("wants a day, a later last day if any, and cues")
        split = tuple(tuple(fold(words).split(" & ")) for words in cues)
        return KnownEvent(str(row["name"]), first, last, split)
    except (KeyError, ValueError) as exc:
        raise VocabError(f"events.yaml: row {number}: {exc}") from exc


def events_named(sentence: str) -> Iterator[tuple[KnownEvent, int, int]]:
    """The events that a sentence names, with the stretch of the first phrase that does."""
    folded = fold(sentence)
    present = set(_first_phrases().find_matches_as_strings(folded, overlapping=True))
    if not present:
        return
    for event in known_events():
        for cue in event.cues:
            if cue[0] in present and all(_stands(phrase, folded) for phrase in cue):
                at = folded.find(cue[0])
                yield event, at, at + len(cue[0])
                break


@lru_cache(maxsize=1)
def _first_phrases() -> AhoCorasick:
    """Finds all first phrases of cues in one pass; hardly a sentence holds one."""
    return AhoCorasick(list({cue[0] for event in known_events() for cue in event.cues}))


def _stands(phrase: str, folded: str) -> bool:
    """The phrase begins at the beginning of a word."""
    at = folded.find(phrase)
    while at >= 0:
        if at == 0 or not folded[at - 1].isalnum():
            return True
        at = folded.find(phrase, at + 1)
    return False


@lru_cache(maxsize=1)
def terms() -> tuple[Term, ...]:
    """The offices of ``people.yaml`` that have a beginning or an end."""
    rows = load_table("people.yaml")
    found = (
        Term(row["name"], (row["name"], *(row.get("aliases") or ())), row.get("role") or "",
             _day(row.get("from"), last=False), _day(row.get("to"), last=True))
        for row in rows
    )  # fmt: skip
    return tuple(term for term in found if term.role and (term.start or term.end))


def _day(written: str | date | int | None, *, last: bool) -> date | None:
    """A day, or the first or last day of a month or year ("2014-06", "2014")."""
    if written is None or isinstance(written, date):
        return written
    numbers = [int(n) for n in str(written).split("-")]
    if len(numbers) == 3:
        return date(*numbers)
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else 12 if last else 1
    if not last:
        return date(year, month, 1)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@lru_cache(maxsize=1)
def _by_office() -> dict[str, tuple[re.Pattern[str], dict[str, list[Term]]]]:
    """For each role the pattern of it before a name ("president of chad, idriss deby"), and whose it is."""
    holders: dict[str, dict[str, list[Term]]] = {}
    for term in terms():
        for name in term.names:
            holders.setdefault(fold(term.role), {}).setdefault(fold(name), []).append(term)
    found = {}
    for role, names in holders.items():
        either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        found[role] = (re.compile(rf"\b{re.escape(role)}\s+(?:of\s+\w+,?\s+)?(?P<name>{either})\b"), names)
    return found


_FORMER = re.compile(
    r"\b(?:former|then|ex|late|ousted|deposed|previous|toppled|-then|erstwhile|elect)[\s-]*(?:\w+\s+)?$"
)
_NOT_YET = re.compile(r"^(?:'s)?\s+(?:father|grandfather|predecessor|successor)")


def offices_named(sentence: str) -> Iterator[tuple[Term, int, int]]:
    """Holders of an office named with it and as holding it ("President X", not "former President X").
    Somebody who held it several times gives each of his terms."""
    folded = fold(sentence)
    for role, (pattern, holders) in _by_office().items():
        match = pattern.search(folded) if role in folded else None
        if (
            match
            and not _FORMER.search(folded[: match.start()])
            and not _NOT_YET.search(folded[match.end() :])
        ):
            for term in holders[match["name"]]:
                yield term, match.start(), match.end()
