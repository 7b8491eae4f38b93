"""Whether two accounts tell the same event: blocked, compared, weighed, and said with reasons."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from crossbearing.link.blocking import pairs
from crossbearing.link.comparing import Feature, compare, veto
from crossbearing.link.completing import complete
from crossbearing.link.copies import copy_groups
from crossbearing.link.profiles import Profile, profiles
from crossbearing.link.weights import BASE, POINTS
from crossbearing.model import Account, AccountKind, Dependence, Judgement, Report

ORIGIN = "machine:link-1"
"""The name and version of this judge, as it stands in the ledger."""

SAME = 0.5
"""From this score on two accounts are judged the same."""

NEAR_MISS = 0.15
"""A pair below this score is not worth a row in the ledger; a pair between this and SAME is kept as a near
miss."""


def judge(
    accounts: Sequence[Account], reports: Sequence[Report], dependences: Sequence[Dependence]
) -> tuple[Judgement, ...]:
    """The judgements on all pairs of event accounts that meet in a block, down to near misses; sorted by
    pair.

    Accounts of control and of strength tell no event and are left out.
    """
    by_id = {report.id: report for report in reports}
    events = [account for account in accounts if account.kind is AccountKind.EVENT]
    ready = profiles(events, by_id, copy_groups(reports, dependences))
    return tuple(_judge_pairs(complete(ready)))


def _judge_pairs(ready: Sequence[Profile]) -> Iterator[Judgement]:
    for i, j in pairs(ready):
        left, right = ready[i], ready[j]
        if veto(left, right) is not None:
            continue
        features = compare(left, right)
        score = weigh(features)
        if score >= NEAR_MISS:
            yield Judgement(left.id, right.id, score >= SAME, round(score, 3), _reasons(features), ORIGIN)


def weigh(features: Sequence[Feature]) -> float:
    """The probability that a pair with these features is one event."""
    total = BASE + sum(POINTS[feature.name] for feature in features)
    return 1.0 / (1.0 + math.exp(-total))


def _reasons(features: Sequence[Feature]) -> tuple[str, ...]:
    """The features that weighed most, as ``+1.5 date_same: same day``."""
    weighed = sorted(features, key=lambda f: (-abs(POINTS[f.name]), f.name))
    return tuple(f"{POINTS[f.name]:+.1f} {f.name}: {f.reason}" for f in weighed if POINTS[f.name])
