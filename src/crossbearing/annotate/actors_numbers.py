"""The determiner and the numeral before an actor phrase."""

from __future__ import annotations

import re
from bisect import bisect_left

from crossbearing.annotate.actors_words import Words
from crossbearing.model.spans import Span
from crossbearing.vocab import actors

_NUMERAL = (
    r"(?:\d+(?:[.,]\d+)*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|dozens?|scores?|hundreds?|thousands?|millions?|several|few|many|some|couple|pair)"
)
_ABOUT = (
    r"(?:at least|at most|more than|less than|fewer than|up to|as many as|about|around|nearly|almost|over"
    r"|an estimated|some|roughly|approximately|another|a group of|group of|a)"
)
# "at least 12", "twenty-one", "six to eight", "hundreds of", "a dozen", "more than 1,200", "two of the"
_S = r"(?:[^\S\n]|\n(?!\n))"  # white space, but no empty line
_NUMBER = re.compile(
    rf"(?:^|[^\w,.])((?:{_ABOUT}{_S}+)*{_NUMERAL}(?:(?:{_S}|-)+(?:(?:and|to|or|of)(?:{_S}|-)+)?{_NUMERAL})*)"
    rf"(?P<tail>(?:{_S}+(?:of|others?|(?P<determiner>the|these|those|its|their|his)))*){_S}+$"
)
_NUMBER_ENDS = re.compile(
    r"\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|scores?|hundreds?"
    r"|thousands?|millions?|several|few|many|some|couple|pair|of|the|others?)$"
)


def determiner_and_number(words: Words, start: int) -> tuple[str, Span | None]:
    """The determiner before ``start``, folded, and the span of the numeral before it."""
    at = bisect_left(words.starts, start)
    if not at:
        return "", None
    span = None
    if _NUMBER_ENDS.match(words.words[at - 1]):
        number = _NUMBER.search(words.folded, max(0, start - 60), start)
        if number:
            span = Span(*number.span(1))
            if number["determiner"]:
                return number["determiner"], span
            at = bisect_left(words.starts, span.start)
    last = words.words[at - 1] if at and words.folded[words.ends[at - 1] : words.starts[at]].isspace() else ""
    return (last if last in actors.word_list("determiners") else ""), span
