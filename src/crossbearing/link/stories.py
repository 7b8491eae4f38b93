"""Which reports are on one story: those that share names few other reports have.

Two reports of one incident name the same people, streets and villages, whatever else they leave out; names
that half of the reports share say nothing. A story is wider than an incident: that two reports are on one
story lets their accounts be compared, and tells no two incidents of a story apart.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from crossbearing.link.shingles import telling_stretches
from crossbearing.model import Report
from crossbearing.text.folding import fold
from crossbearing.vocab.calendar import calendar_words

Story = Mapping[str, float]
"""Name → its weight in a report, for the names that other reports have too; the squares of all its names'
weights add up to 1."""

MAX_NAMES = 40
"""So many of a report's rarest names stand for it."""

MAX_SHARED = 40
"""A name that more reports have is too common to look reports up by."""

NEIGHBOURS = 8
"""With so many other reports, the likest, the accounts of a report are compared although no place says so."""

LIKE = 0.15
"""From this likeness on two reports may be on one story. On the open sets 99 of 100 pairs of reports on
different stories lie below it, and six in ten of one story above."""

_NAME = re.compile(r"(?<=[^\W_][\w,;:] )[A-ZÀ-ÖØ-Þ][\w’'-]*[^\W_]")


def stories(reports: Iterable[Report]) -> dict[str, Story]:
    """Report id → the names that stand for it, the rarer among ``reports`` the heavier."""
    named = {report.id: _names(report) for report in reports}
    spread = Counter(name for names in named.values() for name in names)
    return {i: _weighted(names, spread, len(named)) for i, names in named.items()}


def likeness(left: Story, right: Story) -> float:
    """How much of their names two reports share, rare ones counting most: 0 to 1."""
    few, many = sorted((left, right), key=len)
    return sum(weight * many.get(name, 0.0) for name, weight in few.items())


def neighbours(told: Mapping[str, Story]) -> dict[str, tuple[str, ...]]:
    """Report id → the likest other reports, at most ``NEIGHBOURS`` each."""
    holding: dict[str, list[str]] = defaultdict(list)
    for report in sorted(told):
        for name in told[report]:
            holding[name].append(report)
    shared = {name: held for name, held in holding.items() if len(held) <= MAX_SHARED}
    return {report: _likest(report, told, shared) for report in told}


def _likest(report: str, told: Mapping[str, Story], shared: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    mine = told[report]
    others = {other for name in mine for other in shared.get(name, ())} - {report}
    near = [(round(likeness(mine, told[other]), 9), other) for other in others]
    ranked = sorted((-score, other) for score, other in near if score >= LIKE)
    return tuple(other for _, other in ranked[:NEIGHBOURS])


def _names(report: Report) -> frozenset[str]:
    """The capitalised words inside the report's sentences; names of days and months are nobody's."""
    found = {
        fold(m.group()).removesuffix("'s").removesuffix("’s")
        for start, end in telling_stretches(report)
        for m in _NAME.finditer(report.text, start, end)
    }
    return frozenset(name for name in found if len(name) > 2) - calendar_words().words.keys()


def _weighted(names: frozenset[str], spread: Mapping[str, int], reports: int) -> Story:
    weights = {name: math.log(1 + reports / spread[name]) for name in names}
    norm = math.sqrt(sum(weight**2 for weight in weights.values()))
    # what no other report names can not be shared: it counts in the norm, and takes no room
    shared = sorted((n for n in names if spread[n] > 1), key=lambda n: (-weights[n], n))
    return {name: weights[name] / norm for name in shared[:MAX_NAMES]}
