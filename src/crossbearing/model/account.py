"""An account: one report's telling of one event (or of a state of affairs)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crossbearing.model.codes import AccountKind, Modality, Slot
from crossbearing.model.spans import Evidence
from crossbearing.model.values import UNKNOWN_DATE, Actor, DateValue, Place


@dataclass(frozen=True, slots=True)
class Count:
    """How many, as claimed. ``high`` None means "or more" ("at least 12" is 12, None)."""

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"not a count: {self.low}..{self.high}")


Counts = Mapping[Slot, Count]


@dataclass(frozen=True, slots=True)
class Figure:
    """One count with who says it. ``what`` is deaths, injured, captured, missing, displaced, abducted or
    arrested.

    ``evidence`` holds positions in the account's evidence list.
    """

    what: str
    slot: Slot
    low: int
    high: int | None
    speaker: str | None = None
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so. ``speaker`` None: the outlet in its own voice. ``via``: agencies or outlets between."""

    speaker: str | None = None
    role: str | None = None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A strength estimate: so many fighters, soldiers, vehicles."""

    unit: str
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Which component, in which version, made this record."""

    component: str
    version: str


@dataclass(frozen=True, slots=True)
class Account:
    """In report R, speaker S tells that this event took place so: the bundle of claims, each tied to a
    passage.

    ``type`` is an event code (codes.EVENT_CODES) when ``kind`` is event, else None. For ``control``,
    ``side_a`` holds ``place``; for ``strength``, ``side_a`` has ``measure`` at ``place``. Side a acts,
    side b is acted upon.
    """

    id: str
    report: str
    kind: AccountKind
    type: str | None
    modality: Modality
    evidence: tuple[Evidence, ...]
    origin: Origin
    date: DateValue = UNKNOWN_DATE
    place: Place | None = None
    side_a: tuple[Actor, ...] = ()
    side_b: tuple[Actor, ...] = ()
    deaths: Counts = field(default_factory=dict)
    injured: Counts = field(default_factory=dict)
    other_counts: Mapping[str, Counts] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    measure: Measure | None = None
    attribution: Attribution = Attribution()
    confidence: float = 0.5

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("an account without evidence: no value without a passage")
