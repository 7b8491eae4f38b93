"""Find the words that say when: dates, weekdays, "two days later", "at dawn", "for weeks".

What they mean on the calendar is decided later (resolve.dates), with the whole report in view.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crossbearing.annotate.times_build import Match
from crossbearing.annotate.times_forms import compiled
from crossbearing.annotate.times_patterns import Pattern
from crossbearing.annotate.times_shift import BUILDERS
from crossbearing.annotate.times_words import Word, class_string, islands, words_of
from crossbearing.model import Sentence
from crossbearing.model.timexes import Direction, TimeExpression
from crossbearing.vocab.calendar import calendar_words

_REACH = 14
"""How many words back and on a verb may stand to lend its tense to a time expression."""


def _tense(words: Sequence[Word], i: int) -> Direction | None:
    """What the word at ``i`` says of the time of its clause; most words say nothing."""
    word = words[i]
    kind = word.kind
    if kind == "OTHER" or kind in _SPEAKING:
        if kind == "DUE":
            return _of_plan(words, i)
        if kind == "WILL" or ((kind in _AIMING or word.text in _TO_BE) and _aims(words, i)):
            return Direction.FUTURE
        if kind == "WAS" or (len(word.text) > 4 and word.text.endswith("ed")):
            return Direction.PAST
    return None


_SPEAKING = frozenset({"DUE", "WILL", "WAS", "INTENT", "MOVED", "COUNTED"})
"""Classes of words that tell a tense, beside verbs of no class."""
_AIMING = frozenset({"INTENT", "WAS"})
_TO_BE = frozenset({"is", "are"})


def _of_plan(words: Sequence[Word], i: int) -> Direction | None:
    """ "due on Friday" is to come; "had been due on Friday" is over; "as planned" says nothing of when."""
    before = [w.text for w in words[max(0, i - 2) : i]]
    if before == ["had", "been"]:
        return Direction.PAST
    return None if "as" in before else Direction.FUTURE


_BARE_VERBS = frozenset({"BASE", "END", "START", "SEASONWORD"})
"""A verb behind "to"; "close", "end", "start" and "fall" are words of time, too."""


def _aims(words: Sequence[Word], i: int) -> bool:
    """ "agreed to meet", "is to meet", "set for": the deed lies ahead of the word. Not "agreed to talks"."""
    word, after = words[i], words[i + 1 : i + 3]
    if word.text == "set" and after and after[0].kind == "FOR":
        return True
    if len(after) < 2 or after[0].kind != "TO" or after[1].kind not in _BARE_VERBS:
        return False
    return word.kind == "INTENT" or word.text == "set" or word.text in _TO_BE


_MOVING = frozenset({"TO", "UNTIL", "FOR"})


def _is_moved(words: Sequence[Word], first: int) -> bool:
    """ "postponed until Friday", "adjourned the trial to 3 June": a new day is always ahead."""
    if first == 0 or words[first - 1].kind not in _MOVING:
        return False
    for word in reversed(words[max(0, first - _REACH) : first - 1]):
        if word.kind in ("BREAK", "WAS"):
            return False
        if word.kind == "MOVED":
            return True
    return False


def _direction(words: Sequence[Word], first: int, last: int) -> Direction | None:
    """The tense of the nearest verb before the expression in its sentence; if there is none, of the first
    after it.
    """
    if _is_moved(words, first):
        return Direction.FUTURE
    for i in range(first - 1, max(-1, first - _REACH), -1):
        if words[i].kind == "BREAK":
            break
        tense = _tense(words, i)
        if tense is Direction.PAST and i > 1 and words[i - 1].text == "be":
            if words[i - 2].kind == "TO":
                return Direction.FUTURE  # "to be signed on Tuesday"
            continue  # "will be signed": the auxiliary decides
        if tense is not None:
            return tense
    for i in range(last, min(len(words), last + _REACH)):
        if words[i].kind == "BREAK":
            break
        tense = _tense(words, i)
        if tense is not None:
            return tense
    return None


def _matches(string: str) -> list[tuple[int, int, int, Pattern]]:
    """(start, -length, row, pattern) of every match of every row, in the order in which they are to be
    taken.
    """
    found = []
    near, places = islands(string)
    for row, (pattern, regex) in enumerate(compiled()):
        for match in regex.finditer(near):
            length = match.end() - match.start()
            if length:
                found.append((places[match.start()], -length, row, pattern))
    return sorted(found, key=lambda m: m[:3])


def _build(words: Sequence[Word], first: int, last: int, pattern: Pattern) -> TimeExpression | None:
    match = Match(
        rule=pattern.name,
        words=tuple(words[first:last]),
        before=tuple(words[max(0, first - 3) : first]),
        after=words[last] if last < len(words) else None,
        direction=_direction(words, first, last),
    )
    return BUILDERS[pattern.builder](match)


_NEXT_NAME = re.compile(r"[ \u00a0-]([A-Z][a-z]+)")
_BEFORE_NAME = re.compile(r"[A-Z][\w'’]+[ \u00a0]$")
_RULES_OF_NAMES = frozenset({"often", "day_word", "tonight", "present"})


def _is_name(text: str, expression: TimeExpression) -> bool:
    """True for a part of a name: "Sunday Post", "March 14 Alliance", "Daily Sabah", "Levant Today"."""
    after = _NEXT_NAME.match(text, expression.end)
    if after is not None and after[1] in calendar_words().named:
        return True
    if expression.rule not in _RULES_OF_NAMES or not text[expression.start].isupper():
        return False
    before = _BEFORE_NAME.search(text[max(0, expression.start - 30) : expression.start])
    return after is not None or before is not None


def find_times(text: str, sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """The time expressions of the text, in order, none overlapping another. Nothing is put on the calendar
    yet.
    """
    words = words_of(text, sentences)
    out: list[TimeExpression] = []
    taken = 0
    for first, minus_length, _, pattern in _matches(class_string(words)):
        if first < taken:
            continue
        expression = _build(words, first, first - minus_length, pattern)
        if expression is not None and not _is_name(text, expression):
            out.append(replace(expression, text=expression.span.of(text)))
            taken = first - minus_length
        elif expression is not None:
            taken = first - minus_length
    return tuple(out)
