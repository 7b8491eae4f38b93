"""Codes short invented texts and compares what came out with what a careful coder would write down."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

import pytest

from crossbearing.flow import coding
from crossbearing.model import Account, AccountKind, Actor, Counts, RawReport, Slot
from crossbearing.text.folding import fold

PUBLISHED = "2019-05-17"
"""A Friday; "on Tuesday" is 14 May 2019."""

_SLOTS = {"a": Slot.SIDE_A, "b": Slot.SIDE_B, "c": Slot.CIVILIANS, "u": Slot.UNKNOWN}
_COUNT = re.compile(r"([abcu])(\d+)(\+|-\d+)?")
_OPEN = frozenset({Slot.CIVILIANS, Slot.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Told:
    """What one account should hold; a field that is None is not looked at.

    ``a``, ``b`` and ``place`` are pieces of the actors' or place's name or words; each must be found, "" is
    nobody. ``deaths`` and ``injured`` are written "b2 c12+ u0-4": two of side b, twelve or more civilians, up
    to four of whom nothing is told; "" is none at all. ``date`` is a day or "start..end", "" when unknown.
    ``by`` is a piece of the speaker's name, "" where the outlet speaks itself; ``via`` one of an agency's.
    """

    type: str
    modality: str = "occurred"
    a: str | None = None
    b: str | None = None
    deaths: str | None = None
    injured: str | None = None
    place: str | None = None
    date: str | None = None
    by: str | None = None
    via: str | None = None


def code(text: str, published: str | None = PUBLISHED, report: str = "invented") -> tuple[Account, ...]:
    """The accounts of a text that is given as an article row."""
    return coded(text, published, report).accounts


def coded(text: str, published: str | None = PUBLISHED, report: str = "invented") -> coding.Coded:
    """The report and its accounts. The language is given: a guess from one sentence may be wrong."""
    metadata = {"language": "en"} | ({"published": published} if published else {})
    return coding.code(RawReport(report, text, metadata=metadata))


def events(text: str, published: str | None = PUBLISHED) -> tuple[Account, ...]:
    """The accounts of events, without those of who holds a place and how strong a force is."""
    return tuple(a for a in code(text, published) if a.kind is AccountKind.EVENT)


def counts(written: str) -> dict[Slot, tuple[int, int | None]]:
    """ "b2 c12+" → {side_b: (2, 2), civilians: (12, None)}."""
    out: dict[Slot, tuple[int, int | None]] = {}
    for part in written.split():
        match = _COUNT.fullmatch(part)
        assert match, f"not a count: {part!r}"
        low, tail = int(match[2]), match[3]
        out[_SLOTS[match[1]]] = (low, low if tail is None else None if tail == "+" else int(tail[1:]))
    return out


def differences(account: Account, told: Told) -> list[str]:
    """Where the account is not what was expected: a line a field."""
    date = account.date
    interval = f"{date.start}" if date.start == date.end else f"{date.start}..{date.end}"
    found: Sequence[tuple[str, object, object, bool]] = (
        ("type", told.type, account.type, account.type == told.type),
        ("modality", told.modality, account.modality.value, account.modality.value == told.modality),
        ("a", told.a, _names(account.side_a), _side_fits(account.side_a, told.a)),
        ("b", told.b, _names(account.side_b), _side_fits(account.side_b, told.b)),
        ("deaths", told.deaths, _plain(account.deaths), _counts_fit(account.deaths, told.deaths)),
        ("injured", told.injured, _plain(account.injured), _counts_fit(account.injured, told.injured)),
        ("place", told.place, _place(account), _holds(_place(account), told.place)),
        ("date", told.date, interval, told.date in (None, "" if date.start is None else interval)),
        ("by", told.by, account.attribution.speaker, _holds(account.attribution.speaker or "", told.by)),
        ("via", told.via, account.attribution.via, _holds("|".join(account.attribution.via), told.via)),
    )
    return [f"{field}: expected {wanted!r}, found {got!r}" for field, wanted, got, fits in found if not fits]


def misfits(accounts: Sequence[Account], told: Sequence[Told]) -> list[str]:
    """The least differences over all ways of pairing accounts with what was expected; empty when all fit."""
    if len(accounts) != len(told):
        return [
            f"{len(told)} accounts expected, {len(accounts)} found: " + "; ".join(map(described, accounts))
        ]
    pairings = permutations(accounts) if len(accounts) <= 5 else [tuple(accounts)]
    tried = ([d for a, t in zip(p, told, strict=True) for d in differences(a, t)] for p in pairings)
    return min(tried, key=len)


def described(account: Account) -> str:
    """An account in one line, for the message of a failing test."""
    return (
        f"{account.type} {account.modality.value} a={_names(account.side_a)} b={_names(account.side_b)} "
        f"dead={_plain(account.deaths)} hurt={_plain(account.injured)} at={_place(account)} "
        f"on={account.date.start} by={account.attribution.speaker} “{account.evidence[0].quote}”"
    )


def ungrounded(text: str, accounts: Sequence[Account]) -> list[str]:
    """The passages that are not in the text where they are said to be."""
    return [str(e) for a in accounts for e in a.evidence if text[e.start : e.end] != e.quote or not e.quote]


def _names(actors: Sequence[Actor]) -> list[str]:
    return [f"{a.name} ({a.mention})" for a in actors]


def _side_fits(actors: Sequence[Actor], wanted: str | None) -> bool:
    """Every actor holds one of the "|"-parted pieces, and every piece is found in one."""
    if wanted is None:
        return True
    pieces = [fold(p) for p in wanted.split("|") if p]
    words = [fold("|".join((a.name, a.mention, *a.aliases))) for a in actors]
    return all(any(p in w for w in words) for p in pieces) and all(any(p in w for p in pieces) for w in words)


def _counts_fit(got: Counts, wanted: str | None) -> bool:
    """Equal, where civilians and people of whom nothing is told may stand for each other."""
    if wanted is None:
        return True
    mine = {slot: (count.low, count.high) for slot, count in got.items()}
    theirs = counts(wanted)
    return mine == theirs or _without_kind(mine) == _without_kind(theirs)


def _without_kind(given: Mapping[Slot, tuple[int, int | None]]) -> list[tuple[str, int, int | None]]:
    return sorted(("" if s in _OPEN else s.value, low, high) for s, (low, high) in given.items())


def _plain(got: Counts) -> str:
    letters = {slot: letter for letter, slot in _SLOTS.items()}
    tails = {s: "+" if c.high is None else "" if c.high == c.low else f"-{c.high}" for s, c in got.items()}
    return " ".join(f"{letters[s]}{c.low}{tails[s]}" for s, c in sorted(got.items()))


def _place(account: Account) -> str:
    return f"{account.place.name} / {account.place.text or ''}" if account.place is not None else ""


def _holds(words: str, wanted: str | None) -> bool:
    if not wanted:
        return wanted is None or not words
    return fold(wanted) in fold(words)


@dataclass(frozen=True, slots=True)
class Case:
    """A row of a table: a phenomenon, a text, and the events that it tells."""

    name: str
    text: str
    told: tuple[Told, ...]


def case(name: str, text: str, *told: Told) -> Case:
    return Case(name, text, told)


@dataclass(frozen=True, slots=True)
class Gap:
    """A row that the code does not get right yet; when it does, the suite fails and the row moves up."""

    reason: str
    row: Case


def rows(cases: Sequence[Case], gaps: Sequence[Gap] = ()) -> list[object]:
    """Parameters for pytest: what must pass, and what is known to fail."""
    marked = [(g.row, pytest.mark.xfail(strict=True, raises=AssertionError, reason=g.reason)) for g in gaps]
    return [
        *(pytest.param(c, id=c.name) for c in cases),
        *(pytest.param(c, id=c.name, marks=m) for c, m in marked),
    ]


def table(lines: Sequence[tuple[object, ...]], gaps: Mapping[str, str]) -> list[object]:
    """Parameters for pytest of lines (name, text, …); those in ``gaps`` (text → reason) are known to fail."""
    return [pytest.param(*line[1:], id=str(line[0]), marks=_marks(str(line[1]), gaps)) for line in lines]


def _marks(text: str, gaps: Mapping[str, str]) -> list[pytest.MarkDecorator]:
    if text not in gaps:
        return []
    return [pytest.mark.xfail(strict=True, raises=AssertionError, reason=gaps[text])]


def check(row: Case) -> None:
    """The events of the row's text are those that the row says, and every passage is in the text."""
    found = events(row.text)
    assert ungrounded(row.text, found) == []
    assert misfits(found, row.told) == []
