"""Events are a pure function of the current reports and accounts and of what people judged and decided.

The order in which any of them arrived plays no part, and what a machine judged before is not asked: the same
ledger gives the same events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossbearing.model import Account, AccountKind, Decision, Dependence, Event, Judgement, Report


@dataclass(frozen=True, slots=True)
class Crossing:
    """The events, earliest first, and the judgements (of machine and people) and dependences behind them."""

    events: tuple[Event, ...]
    judgements: tuple[Judgement, ...]
    dependences: tuple[Dependence, ...]


def cross(
    reports: Iterable[Report],
    accounts: Iterable[Account],
    judged: Sequence[Judgement] = (),
    decisions: Sequence[Decision] = (),
) -> Crossing:
    """Find the copies, judge which accounts tell the same event, and reconcile those that do.

    ``judged`` are people's judgements and ``decisions`` the reviewers' decisions, each in the order in
    which they were made: that order does count, the latest wins.
    """
    from crossbearing.link import cluster, find_copies, judge, origins
    from crossbearing.reconcile import events

    in_order = sorted(reports, key=lambda report: report.id)
    telling = sorted((a for a in accounts if a.kind is AccountKind.EVENT), key=lambda account: account.id)
    dependences = find_copies(in_order)
    judgements = (*judge(telling, in_order, dependences), *judged)
    by_id = {account.id: account for account in telling}
    made = events(
        cluster(tuple(by_id), judgements),
        by_id,
        {report.id: report for report in in_order},
        origins(in_order, dependences),
        decisions,
    )
    return Crossing(made, judgements, dependences)
