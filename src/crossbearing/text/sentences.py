"""Sentences within the parts of a report that are read, never across paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossbearing.model import Part, PartKind, Sentence
from crossbearing.text.abbreviations import (
    BEFORE_EITHER,
    BEFORE_NAME,
    BEFORE_NUMBER,
    NEVER_ALONE,
    NEWS_OPENERS,
    OPENERS,
    SPEECH,
)
from crossbearing.text.paragraphs import paragraphs

_END = re.compile(
    r"""(?<![.!?…])[.!?…]++(?:["'”’»)\]]|\[\d{1,3}\])*(?P<gap>\s+)(?=["'“‘«(\[\-–—*]*\s?\w)"""
    r"""|(?<=[^\W\d_A-Z]{3})[.!?]["”’]?(?P<tight>)(?=["“‘]?[A-Z][^\W\d_A-Z])"""
    r"""|(?<=\d\d)[.](?P<figures>)(?=[A-Z][^\W\d_A-Z]{2})"""
)
_LAST_WORD = re.compile(r"[\w.'’-]*\w$")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[\-–—*\s]*([\w'’]+)")
_SPEAKER = re.compile(r"\s*(?:[A-Z][\w'’.-]*\s+|[a-z]{1,3}-[A-Z][\w'’.-]*\s+){1,4}(\w+)")
LONGEST = 4000
"""Characters of the longest sentence. A longer one is a list, a table or rubbish: it is cut into pieces, so
that what looks at all pairs of words in a sentence stays within bounds. The longest of 10,674 sentences of
real reports has 614; but text without a capital, such as old wire copy, is one sentence to us."""
_DOMAIN = re.compile(r"(?:www\.|https?://|@)\S*$")


def split(text: str, parts: Sequence[Part] = ()) -> tuple[Sentence, ...]:
    """The sentences of ``text`` in order, untagged and without tokens.

    ``parts`` are those of the report; text that lies in no part counts as body. Headlines, captions and other
    lines without a final stop are sentences of their own.
    """
    found: list[Sentence] = []
    for paragraph, (start, end, kind) in enumerate(_stretches(text, parts)):
        for first, last in cut(text, start, end):
            for left, right in _pieces(text, first, last):
                found.append(Sentence(len(found), left, right, kind, paragraph))
    return tuple(found)


def _stretches(text: str, parts: Sequence[Part]) -> Iterator[tuple[int, int, PartKind]]:
    """The paragraphs of the text that are read, with the kind of part that each stands in."""
    for part in _filled(len(text), parts):
        if part.kind.read:
            for start, end in paragraphs(text, part.start, part.end):
                yield start, end, part.kind


def _filled(length: int, parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, with the gaps between them as body."""
    position = 0
    for part in sorted(parts):
        if part.start > position:
            yield Part(position, part.start, PartKind.BODY)
        yield part
        position = part.end
    if position < length:
        yield Part(position, length, PartKind.BODY)


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph, as (start, end) without the blanks around them."""
    first = start
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, start, match, end):
            last = match.start("gap") if match["gap"] else match.end()
            yield first, last
            first = match.end()
    stretch = text[first:end]
    if stretch.strip():
        yield first + len(stretch) - len(stretch.lstrip()), first + len(stretch.rstrip())


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence itself, or if it is longer than LONGEST, pieces of it: cut at stops, else at blanks."""
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        stop = window.rfind(". ", LONGEST // 2) + 1 or window.rfind(" ", LONGEST // 2)
        kept = stop if stop > 0 else LONGEST
        yield start, start + kept
        start += kept
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _ends_sentence(text: str, start: int, match: re.Match[str], end: int) -> bool:
    mark = re.sub(r"\[\d+\]", "", match[0].rstrip())  # footnotes: "… was killed.[4][5] He"
    if not match["gap"]:
        return not _DOMAIN.search(text, max(start, match.start() - 80), match.start())
    following = _NEXT_WORD.match(text, match.end(), end)
    word = following[1] if following else ""
    if not word or word[0].islower():
        return False
    if mark == ".":
        return _stop_ends(text, start, match.start(), word)
    if mark[-1] in "\"'”’" and mark[0] in "!?":
        speaker = _SPEAKER.match(text, match.end(), end)
        return not (speaker and speaker[1] in SPEECH)
    return True


def _stop_ends(text: str, start: int, stop_at: int, following: str) -> bool:
    """Whether a bare full stop ends the sentence, by the word before and the word after it."""
    found = _LAST_WORD.search(text, max(start, stop_at - 40), stop_at)
    if found is None:
        return True
    raw = found[0].lstrip("'’-.")
    before = raw.lower()
    if before in BEFORE_NAME or before in NEVER_ALONE:
        return False
    if before in BEFORE_NUMBER and raw[0].isupper():
        return not following[0].isdigit()
    opens = following.lower() in OPENERS
    if before in BEFORE_EITHER and ("." in before or len(before) > 2 or raw[0].isupper()):
        return following.lower() in NEWS_OPENERS
    if re.fullmatch(r"(?:\w\.)+\w", before):  # U.S., P.K.K.
        return opens
    if len(before) == 1 and raw.isupper():  # an initial: "J. Smith"
        return opens and following.lower() != "i"
    alone = raw.isdigit() and not text[start : found.start()].strip()
    return not alone  # "1. The first point" at the head of a paragraph
