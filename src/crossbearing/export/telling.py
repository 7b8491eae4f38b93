"""Who tells an event: its reports and accounts by id, and what the tabular formats ask of its sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossbearing.export.cells import joined
from crossbearing.model.account import Account
from crossbearing.model.bundle import Bundle
from crossbearing.model.codes import Slot
from crossbearing.model.event import Event, Toll
from crossbearing.model.report import Report
from crossbearing.model.values import Actor, ActorKind

GOVERNMENT = frozenset({ActorKind.STATE, ActorKind.EXTERNAL})
"""Kinds that are a government's forces: its own, or those it sent abroad."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The reports and accounts of a bundle by id."""

    reports: Mapping[str, Report]
    accounts: Mapping[str, Account]

    @classmethod
    def of(cls, bundle: Bundle) -> Telling:
        return cls({r.id: r for r in bundle.reports}, {a.id: a for a in bundle.accounts})

    def reports_of(self, event: Event) -> tuple[Report, ...]:
        return tuple(self.reports[id_] for id_ in event.reports if id_ in self.reports)

    def accounts_of(self, event: Event) -> tuple[Account, ...]:
        return tuple(self.accounts[id_] for id_ in event.accounts if id_ in self.accounts)

    def speakers_of(self, event: Event) -> str:
        """Who says it, each once: the accounts' speakers; empty when outlets say it in their own voice."""
        return joined(account.attribution.speaker for account in self.accounts_of(event))

    def passage_of(self, event: Event) -> str:
        """The passage that best tells the event: the longest one that an account gives for its type."""
        quotes = [e.quote for a in self.accounts_of(event) for e in a.evidence if e.field == "type"]
        return " ".join(max(quotes, key=len, default="").split())


def outlet_of(report: Report) -> str:
    """The outlet, or the report's id where no outlet is known."""
    return report.outlet or report.id


def names(side: Sequence[Actor]) -> str:
    return joined(actor.name for actor in side)


def only(side: Sequence[Actor], kinds: Iterable[ActorKind]) -> bool:
    """True when the side has someone and all of them are of these kinds."""
    wanted = frozenset(kinds)
    return bool(side) and all(actor.kind in wanted for actor in side)


def any_of(side: Sequence[Actor], kinds: Iterable[ActorKind]) -> bool:
    wanted = frozenset(kinds)
    return any(actor.kind in wanted for actor in side)


def total(tolls: Iterable[Toll]) -> Toll | None:
    """The sum of tolls, or None when there are none. One that is open ("or more") opens the sum."""
    counted = list(tolls)
    if not counted:
        return None
    highs = [toll.high for toll in counted if toll.high is not None]
    high = sum(highs) if len(highs) == len(counted) else None
    return Toll(sum(toll.low for toll in counted), sum(toll.best for toll in counted), high)


def killed(event: Event) -> Toll | None:
    """All deaths of the event, or None when nobody told of any."""
    return total(event.deaths[slot] for slot in Slot if slot in event.deaths)
