"""Events and the judgements they rest on. Events are derived from the ledger, never edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from crossbearing.model.codes import Modality, Slot
from crossbearing.model.values import UNKNOWN_DATE, Actor, DateValue, Place


@dataclass(frozen=True, slots=True)
class Judgement:
    """Accounts ``left`` and ``right`` tell the same event or not; with the score, the reasons and who judged.

    ``left`` < ``right``. ``origin`` is ``machine:VERSION`` or ``person:NAME``. A person's judgement
    always wins; among judgements of one kind of origin the latest wins.
    """

    left: str
    right: str
    same: bool
    score: float
    reasons: tuple[str, ...] = ()
    origin: str = "machine"

    @property
    def by_person(self) -> bool:
        return self.origin.startswith("person:")


@dataclass(frozen=True, slots=True)
class Dependence:
    """Report ``copy`` copies (the bulk of) report ``source``; ``share`` of its words are the source's."""

    copy: str
    source: str
    share: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer did: append-only. ``action`` and ``payload`` are the reviewer's; ``target`` an id."""

    id: str
    action: str
    target: str
    payload: Mapping[str, str]
    reviewer: str
    at: str


class Status(StrEnum):
    """How well supported an event is, after the practice of casualty recorders (Airwars, Every Casualty)."""

    SINGLE_SOURCE = "single_source"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"
    CONFIRMED_BY_PARTY = "confirmed_by_party"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Toll:
    """A reconciled count: lowest and highest credible, and the best estimate (UCDP: the lower in doubt)."""

    low: int
    best: int
    high: int | None


@dataclass(frozen=True, slots=True)
class ContestedValue:
    """One of the values that accounts disagree on, with the accounts that give it and who says it there."""

    value: str
    accounts: tuple[str, ...]
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field on which accounts of one event disagree: kept, not averaged away."""

    field: str
    values: tuple[ContestedValue, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Accounts judged to tell the same incident, reconciled. ``id`` is a hash of the sorted account ids."""

    id: str
    accounts: tuple[str, ...]
    reports: tuple[str, ...]
    type: str
    modality: Modality
    date: DateValue = UNKNOWN_DATE
    place: Place | None = None
    side_a: tuple[Actor, ...] = ()
    side_b: tuple[Actor, ...] = ()
    deaths: Mapping[Slot, Toll] = field(default_factory=dict)
    injured: Mapping[Slot, Toll] = field(default_factory=dict)
    status: Status = Status.SINGLE_SOURCE
    independent_origins: int = 1
    contradictions: tuple[Contradiction, ...] = ()
    decisions: tuple[str, ...] = ()
    confidence: float = 0.5
