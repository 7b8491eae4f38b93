"""Reprints: which report copies which, so that a copy adds an outlet and not an origin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rensa import RMinHash, RMinHashLSH

from crossbearing.link.shingles import SHINGLE_WORDS, body_shingles
from crossbearing.model import Dependence, Report
from crossbearing.text.folding import name_key

COPIED_SHARE = 0.5
"""Share of the shorter text's shingles that the longer one has. On the open reports copies have .59 and
more, reports of one outlet that only share their background paragraph .28 and less."""

CREDITED_SHARE = 0.15
"""The same where one of the two is credited to the other: a credited rewrite has .20 to .35, a credited
report with facts of its own .10 and less."""

SAME_DISPATCH_DAYS = 3
"""A credited rewrite appears within so many days of the dispatch."""

FEWEST_SHINGLES = 12
"""A text shorter than this (about 15 words) says too little to be called a copy of anything."""

EXACT_UP_TO = 400
"""Up to so many reports every pair that shares wording is compared; above it MinHash proposes the pairs."""

_PERMUTATIONS, _BANDS, _LSH_THRESHOLD, _SEED = 128, 64, 0.2, 42
# 64 bands of two rows: recall .99 on edited copies, 4,100 documents a second, measured against datasketch
# (.69).


@dataclass(frozen=True, slots=True)
class _Text:
    report: Report
    shingles: frozenset[int]


def find_copies(reports: Sequence[Report]) -> tuple[Dependence, ...]:
    """Every report that copies another, with the report it most likely took the words from.

    Within a group of copies the order is: not credited to another member first, then earlier published, then
    longer. A report depends on the earlier member it shares most with, so the dependences form trees, each
    with its source as root. The result does not depend on the order of ``reports``.
    """
    texts = [_Text(report, body_shingles(report)) for report in sorted(reports, key=lambda r: r.id)]
    texts = [text for text in texts if len(text.shingles) >= FEWEST_SHINGLES]
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for i, j in _candidates(texts):
        share = _shared(texts[i], texts[j])
        if share >= _needed(texts[i].report, texts[j].report):
            near[i][j] = near[j][i] = share
    found: list[Dependence] = []
    for group in _components(near):
        found.extend(_order_group(group, texts, near))
    return tuple(sorted(found, key=lambda d: (d.copy, d.source)))


def copy_groups(reports: Sequence[Report], dependences: Iterable[Dependence]) -> Mapping[str, str]:
    """Report id → id of its copy group: the id of the report that all the others in the group go back to."""
    source = copy_of(dependences)
    return {report.id: _root(report.id, source) for report in reports}


def copy_of(dependences: Iterable[Dependence]) -> Mapping[str, str]:
    """Report id → id of the report it copies, for those that copy one (the one shared most, where there are
    several)."""
    best: dict[str, Dependence] = {}
    for dependence in sorted(dependences, key=lambda d: (d.copy, -d.share, d.source)):
        best.setdefault(dependence.copy, dependence)
    return {copy: dependence.source for copy, dependence in best.items()}


def origins(reports: Sequence[Report], dependences: Iterable[Dependence]) -> Mapping[str, str]:
    """Report id → id of the origin its words go back to. Two reports of one origin are one witness.

    Dependences already join rewrites that are credited to the agency whose text is at hand; two rewrites of
    one agency text that is not at hand are joined by their shared wording and shared credit.
    """
    return copy_groups(reports, dependences)


def same_outlet(left: str, right: str) -> bool:
    """Whether two names are one outlet or agency: equal, or one the leading words or the whole words of the
    other.

    >>> same_outlet("Hill Wire", "Hill Wire staff"), same_outlet("AP", "APA")
    (True, False)
    """
    a, b = name_key(left).split(), name_key(right).split()
    if not a or not b:
        return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return long[: len(short)] == short


def _candidates(texts: Sequence[_Text]) -> Iterable[tuple[int, int]]:
    if len(texts) <= EXACT_UP_TO:
        return _sharing_pairs(texts)
    return _similar_pairs(texts)


def _sharing_pairs(texts: Sequence[_Text]) -> Iterable[tuple[int, int]]:
    """All pairs that share a good handful of shingles, by an index from shingle to texts."""
    holders: dict[int, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        for shingle in text.shingles:
            holders[shingle].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for members in holders.values():
        if len(members) > 1:
            shared.update(combinations(members, 2))
    return sorted(pair for pair, count in shared.items() if count >= FEWEST_SHINGLES // 2)


def _similar_pairs(texts: Sequence[_Text]) -> Iterable[tuple[int, int]]:
    """Pairs that MinHash puts into one bucket."""
    index = RMinHashLSH(threshold=_LSH_THRESHOLD, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    pairs: set[tuple[int, int]] = set()
    for i, text in enumerate(texts):
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update([shingle.to_bytes(4, "big") for shingle in text.shingles])
        pairs.update((j, i) for j in index.query(sketch))
        index.insert(i, sketch)
    return sorted(pairs)


def _shared(left: _Text, right: _Text) -> float:
    return len(left.shingles & right.shingles) / min(len(left.shingles), len(right.shingles))


def _needed(left: Report, right: Report) -> float:
    """The share of common wording that makes a copy of two reports."""
    tied = _credits(left, right) or _credits(right, left)
    return CREDITED_SHARE if tied and _same_news(left, right) else COPIED_SHARE


def _same_news(left: Report, right: Report) -> bool:
    """Whether the two may stem from one dispatch; an agency repeats its background paragraphs for weeks."""
    first, second = left.published.as_date(), right.published.as_date()
    if first is None or second is None or first.start is None or second.start is None:
        return True
    assert first.end is not None
    assert second.end is not None
    gap = max(first.start, second.start) - min(first.end, second.end)
    return gap.days <= SAME_DISPATCH_DAYS


def _credits(report: Report, other: Report) -> bool:
    """Whether ``report`` is credited to ``other``'s outlet, or both to one agency whose own text ``other``
    may be."""
    if other.outlet and any(same_outlet(name, other.outlet) for name in report.wire):
        return not (report.outlet and same_outlet(report.outlet, other.outlet))
    return any(same_outlet(name, theirs) for name in report.wire for theirs in other.wire)


def _components(near: Mapping[int, Mapping[int, float]]) -> list[list[int]]:
    """The connected groups, each sorted."""
    seen: set[int] = set()
    groups = []
    for start in sorted(near):
        if start in seen:
            continue
        group, todo = [], [start]
        seen.add(start)
        while todo:
            here = todo.pop()
            group.append(here)
            fresh = [other for other in near[here] if other not in seen]
            seen.update(fresh)
            todo.extend(fresh)
        groups.append(sorted(group))
    return groups


def _order_group(
    group: Sequence[int], texts: Sequence[_Text], near: Mapping[int, Mapping[int, float]]
) -> Iterable[Dependence]:
    members = [texts[i].report for i in group]
    ranked = sorted(group, key=lambda i: _rank(texts[i], members))
    for position, i in enumerate(ranked):
        earlier = [j for j in ranked[:position] if j in near[i]]
        if earlier:
            source = max(earlier, key=lambda j: (near[i][j], -ranked.index(j)))
            yield _dependence(texts[i], texts[source])


def _rank(text: _Text, members: Sequence[Report]) -> tuple[bool, bool, date, int, str]:
    """Sort key: who is likelier the source comes first."""
    report = text.report
    published = report.published.start or date.max
    return (_credits_member(report, members), _second_hand(report), published, -len(text.shingles), report.id)


def _credits_member(report: Report, members: Sequence[Report]) -> bool:
    """Whether the report is credited to the outlet of another member."""
    rivals = [m.outlet for m in members if m.outlet and m is not report]
    own = report.outlet
    return any(
        same_outlet(name, rival) and not (own and same_outlet(own, rival))
        for name in report.wire
        for rival in rivals
    )


def _second_hand(report: Report) -> bool:
    """Whether an outlet that we know is credited to an agency that it is not."""
    return report.outlet is not None and bool(report.wire) and not _is_own_wire(report)


def _is_own_wire(report: Report) -> bool:
    return report.outlet is not None and any(same_outlet(name, report.outlet) for name in report.wire)


def _dependence(copy: _Text, source: _Text) -> Dependence:
    common = len(copy.shingles & source.shingles)
    share = round(common / len(copy.shingles), 3)
    reasons = [f"{common} of its {len(copy.shingles)} {SHINGLE_WORDS}-word runs are the source's"]
    reasons += _why_this_way(copy, source)
    return Dependence(copy.report.id, source.report.id, share, tuple(reasons))


def _why_this_way(copy: _Text, source: _Text) -> Iterable[str]:
    """Why the one is the copy and the other the source."""
    if copy.report.wire and _credits(copy.report, source.report):
        yield f"credited to {', '.join(copy.report.wire)}"
    early, late = source.report.published.start, copy.report.published.start
    if early and late and early < late:
        yield f"published {(late - early).days} days later"
    if len(copy.shingles) < len(source.shingles):
        yield "shorter"


def _root(report: str, source: Mapping[str, str]) -> str:
    """The last in the chain of sources; dependences that go round in a circle end at their smallest id."""
    seen = [report]
    while seen[-1] in source:
        following = source[seen[-1]]
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]
