"""The wording of a report, as a set of short word sequences that can be compared with another's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from zlib import crc32

from crossbearing.model import PartKind, Report
from crossbearing.text.folding import fold
from crossbearing.text.mending import mend

SHINGLE_WORDS = 4
"""Words a shingle. On the open reports true copies share .59 to .70 of the shorter text's 4-word shingles
and 0.53 to 0.64 of its 5-word ones; one changed spelling of a name costs four shingles instead of five."""

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words and numbers of ``text``, folded, and mended where it is garbled or holds soft hyphens.

    >>> words("Two shells hit Šamūn.")
    ['two', 'shells', 'hit', 'samun']
    """
    return _WORD.findall(fold(mend(text).text))


def shingles_of_words(sequence: Sequence[str], size: int = SHINGLE_WORDS) -> frozenset[int]:
    """The hashes of all runs of ``size`` words."""
    last = len(sequence) - size + 1
    return frozenset(crc32(" ".join(sequence[i : i + size]).encode()) for i in range(max(0, last)))


def body_shingles(report: Report) -> frozenset[int]:
    """The shingles of what the report itself tells: without furniture, bylines and datelines, which copies
    change.

    No shingle runs over a part's edge.
    """
    found: set[int] = set()
    for start, end in telling_stretches(report):
        found |= shingles_of_words(words(report.text[start:end]))
    return frozenset(found)


def telling_stretches(report: Report) -> Iterator[tuple[int, int]]:
    """The stretches of the text that tell something. Where no part is marked, the text counts as body."""
    position = 0
    for part in sorted(report.parts):
        if position < part.start:
            yield position, part.start
        if part.kind.told or part.kind.heads or part.kind is PartKind.CAPTION:
            yield part.start, part.end
        position = max(position, part.end)
    if position < len(report.text):
        yield position, len(report.text)
