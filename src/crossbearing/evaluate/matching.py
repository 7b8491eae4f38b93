"""Which row of one coder is which row of the other: they rest on the same passage, and their fields are
alike."""

from __future__ import annotations

from collections.abc import Sequence

from crossbearing.evaluate.fields import FIELDS
from crossbearing.evaluate.rows import Row
from crossbearing.model import FAMILY_OF
from crossbearing.text.folding import name_key

FEWEST_WORDS = 4
"""A run of words in common shorter than this does not make two passages one."""

WORTH = {
    "type": 1.0,
    "modality": 1.0,
    "date": 0.7,
    "place": 0.7,
    "actors": 0.8,
    "deaths": 0.6,
    "injured": 0.2,
}
"""What agreement on a field is worth when two rows compete for one."""


def match(gold: Sequence[Row], ours: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Pairs of rows, each row in one pair at most; the likeliest pairs are taken first.

    A core row goes before a marginal one that fits as well.
    """
    ranked = sorted(
        (
            (-likeness(g, o), not g.core, i, j)
            for i, g in enumerate(gold)
            for j, o in enumerate(ours)
            if _may_be(g, o)
        ),
    )
    taken_gold: set[int] = set()
    taken_ours: set[int] = set()
    pairs = []
    for _, _, i, j in ranked:
        if i not in taken_gold and j not in taken_ours:
            taken_gold.add(i)
            taken_ours.add(j)
            pairs.append((gold[i], ours[j]))
    return pairs


def likeness(gold: Row, ours: Row) -> float:
    """How alike two rows are that rest on one passage."""
    agreed = sum(WORTH[name] for name, agrees in FIELDS.items() if agrees(gold, ours))
    return round(agreed + _shared_text(gold, ours), 6)


def _may_be(gold: Row, ours: Row) -> bool:
    """Whether the two can tell one incident: a passage in common, and codes of one family."""
    families = {FAMILY_OF.get(code) for code in gold.types}
    return any(FAMILY_OF.get(code) in families for code in ours.types) and touch(gold, ours)


def touch(gold: Row, ours: Row) -> bool:
    """Whether the two rest on one passage: they share text, or (in a page without positions) a run of
    words.
    """
    if gold.spans and ours.spans:
        return any(s < end and start < e for s, e in gold.spans for start, end in ours.spans)
    return _shared_text(gold, ours) > 0


def _shared_text(gold: Row, ours: Row) -> float:
    """The share of the gold passage that ours covers: by position, or by its words in a text read from a
    page."""
    if gold.spans and ours.spans:
        start, end = gold.spans[0]
        covered = max(min(end, e) - max(start, s) for s, e in ours.spans)
        return max(0.0, covered / max(1, end - start))
    wanted = [name_key(quote).split() for quote in gold.quotes]
    given = [name_key(quote).split() for quote in ours.quotes]
    return max((_common(one, other) for one in wanted for other in given), default=0.0)


def _common(wanted: Sequence[str], given: Sequence[str]) -> float:
    """The longest run of words in common, as a share of the wanted ones; 0 when it is so short that it may be
    chance."""
    longest, previous = 0, [0] * (len(given) + 1)
    for word in wanted:
        current = [0] * (len(given) + 1)
        for j, other in enumerate(given, 1):
            if word == other:
                current[j] = previous[j - 1] + 1
        longest, previous = max(longest, *current), current
    if longest < min(FEWEST_WORDS, len(wanted), len(given)):
        return 0.0
    return longest / max(1, len(wanted))
