"""From judgements on pairs to groups of accounts, one group an event. Persons always win over the machine.

Average linkage: two groups are joined when the mean score over all pairs between them is at least one half,
best pair of groups first. A pair that was never judged, or scored too low for the ledger, counts as
``UNJUDGED``. So one strong link does not chain two events of one day into one.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from crossbearing.model import Judgement

JOIN = 0.5
"""Mean score at which two groups are one event."""

UNJUDGED = 0.25
"""What a pair counts that no judgement speaks of. On the open links (cross-validated, 15 % of the fields
wrong) 0.25 gives
F1 82.9 and 0 gives 81.5; for accounts without errors it makes no difference."""

Pair = tuple[str, str]


def cluster(account_ids: Sequence[str], judgements: Iterable[Judgement]) -> tuple[tuple[str, ...], ...]:
    """The accounts in groups; each account in one group, groups and members sorted.

    A person's "same" joins, unless that would put two accounts together which a person held apart; a
    person's "not the same" is never overridden, also not through a chain of others. The order of
    ``account_ids`` does not matter.
    """
    known = set(account_ids)
    current = _latest(j for j in judgements if j.left in known and j.right in known and j.left != j.right)
    groups = _Groups(known)
    for pair, judgement in current.items():
        if judgement.by_person and not judgement.same:
            groups.forbid(*pair)
    for pair, judgement in current.items():
        if judgement.by_person and judgement.same:
            groups.join(*pair)
    _bind_denials(groups, current)
    scores = {pair: j.score for pair, j in current.items() if not j.by_person}
    _link(groups, scores)
    return tuple(sorted(tuple(sorted(members)) for members in groups.members.values()))


def _bind_denials(groups: _Groups, current: dict[Pair, Judgement]) -> None:
    """Put each denial to what its own report tells of the thing denied, before anything is averaged.

    It shares nothing with the tellings of other reports and would be voted out of the event by them.
    """
    bound: set[str] = set()
    of_denials = ((-j.score, pair) for pair, j in current.items() if not j.by_person and _is_of_denial(j))
    for score, pair in sorted(of_denials):
        if -score >= JOIN and not bound & set(pair):
            groups.join(*pair)
            bound |= set(pair)


def _is_of_denial(judgement: Judgement) -> bool:
    return any(" denial_here:" in reason for reason in judgement.reasons)


def _latest(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """The judgement that holds for each pair: a person's over the machine's, then the latest. Sorted by
    pair."""
    current: dict[Pair, Judgement] = {}
    for judgement in judgements:
        pair = min(judgement.left, judgement.right), max(judgement.left, judgement.right)
        standing = current.get(pair)
        if standing is None or judgement.by_person or not standing.by_person:
            current[pair] = judgement
    return dict(sorted(current.items()))


class _Groups:
    """A partition of the accounts that keeps apart what must stay apart. A group is named by its smallest
    member."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.members: dict[str, set[str]] = {i: {i} for i in ids}
        self.group: dict[str, str] = {i: i for i in self.members}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def forbid(self, left: str, right: str) -> None:
        """Never join the groups of these two."""
        a, b = self.group[left], self.group[right]
        self._apart[a].add(b)
        self._apart[b].add(a)

    def may_join(self, a: str, b: str) -> bool:
        """Whether two groups, given by name, may become one."""
        return a != b and b not in self._apart[a]

    def join(self, left: str, right: str) -> tuple[str, str] | None:
        """Join the groups of two accounts: (the name that stays, the name that goes); None when that is
        forbidden."""
        a, b = sorted((self.group[left], self.group[right]))
        if not self.may_join(a, b):
            return None
        for member in self.members[b]:
            self.group[member] = a
        self.members[a] |= self.members.pop(b)
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart[a].add(other)
        return a, b


class _Links:
    """The sum of scores and the number of judged pairs between every two groups that have any."""

    def __init__(self, groups: _Groups, scores: dict[Pair, float]) -> None:
        self._groups = groups
        self._between: dict[str, dict[str, tuple[float, int]]] = defaultdict(dict)
        for (left, right), score in scores.items():
            a, b = groups.group[left], groups.group[right]
            if a != b:
                self._add(a, b, score, 1)

    def _add(self, a: str, b: str, total: float, count: int) -> None:
        before, judged = self._between[a].get(b, (0.0, 0))
        self._between[a][b] = self._between[b][a] = (before + total, judged + count)

    def pairs(self) -> Iterator[tuple[str, str]]:
        return ((a, b) for a, row in self._between.items() for b in row if a < b)

    def neighbours(self, a: str) -> Iterable[str]:
        return list(self._between[a])

    def mean(self, a: str, b: str) -> float:
        """The mean score between two groups."""
        total, judged = self._between[a].get(b, (0.0, 0))
        possible = len(self._groups.members[a]) * len(self._groups.members[b])
        return round((total + UNJUDGED * (possible - judged)) / possible, 9)

    def absorb(self, kept: str, gone: str) -> None:
        """Let the links of the group ``gone`` be those of ``kept``."""
        for other, (total, judged) in self._between.pop(gone, {}).items():
            self._between[other].pop(gone, None)
            if other != kept:
                self._add(kept, other, total, judged)


def _link(groups: _Groups, scores: dict[Pair, float]) -> None:
    """Join groups, best mean first, until no two that may be joined reach ``JOIN``."""
    links = _Links(groups, scores)
    heap = [(-links.mean(a, b), a, b) for a, b in links.pairs()]
    heapq.heapify(heap)
    while heap:
        mean, a, b = heapq.heappop(heap)
        if -mean < JOIN:
            break
        if a not in groups.members or b not in groups.members or -mean != links.mean(a, b):
            continue  # an entry from before one of the two grew; a fresh one stands elsewhere in the heap
        joined = groups.join(a, b)
        if joined is None:
            continue
        kept, gone = joined
        links.absorb(kept, gone)
        for other in links.neighbours(kept):
            first, second = sorted((kept, other))
            heapq.heappush(heap, (-links.mean(first, second), first, second))
