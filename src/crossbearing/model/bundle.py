"""Everything that a store holds at one moment, as the exports and the dossier take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crossbearing.model.account import Account
from crossbearing.model.event import Decision, Dependence, Event, Judgement
from crossbearing.model.report import Report


@dataclass(frozen=True, slots=True)
class Bundle:
    """A consistent reading of a store: current reports and accounts, the events, and what they rest on.

    ``accounts`` belong to ``reports``; ``events`` are made of ``accounts``. Each tuple is sorted by id
    (judgements and dependences by their pair), so two stores with the same ledger give equal bundles.
    """

    reports: tuple[Report, ...] = ()
    accounts: tuple[Account, ...] = ()
    events: tuple[Event, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    dependences: tuple[Dependence, ...] = ()

    def copy_of(self) -> dict[str, str]:
        """Report id → the id of the report that it copies most of; reports that copy nothing are left out."""
        best: dict[str, Dependence] = {}
        for dependence in self.dependences:
            held = best.get(dependence.copy)
            if held is None or (-dependence.share, dependence.source) < (-held.share, held.source):
                best[dependence.copy] = dependence
        return {copy: dependence.source for copy, dependence in best.items()}

    def copy_groups(self) -> dict[str, str]:
        """Report id → the id of the report that it and all copies of the same text go back to."""
        source = self.copy_of()
        return {report.id: _origin(report.id, source) for report in self.reports}


def _origin(report: str, source: Mapping[str, str]) -> str:
    passed: list[str] = []
    while report in source and report not in passed:
        passed.append(report)
        report = source[report]
    return min(passed[passed.index(report) :]) if report in passed else report  # two that copy each other
