"""Words and marks with their places, cut as the Penn Treebank does, with departures for news of conflict.

Ranges ("6,000-8,000") become three tokens so that both numbers can be read; numbers are parted from a unit
written without a space ("60km"); hyphenated words, acronyms ("U.S.-led", "Su-24s"), dates in figures and
words censored with an asterisk ("ki*lled") stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossbearing.model import Token
from crossbearing.text.abbreviations import BEFORE_EITHER, BEFORE_NAME, BEFORE_NUMBER

_MARK = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c"  # accents and vowel signs that stand alone
_LETTER = rf"(?:[^\W\d_][{_MARK}]*)"
_TOKEN = re.compile(
    rf"""
    (?P<web>(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]
            | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+ | [@\#]\w+)          # no longer local part is valid
  | (?P<acronym>(?:[^\W\d_]\.){{2,}}(?:-{_LETTER}+)*)                          # U.S.  p.m.  U.S.-led
  | (?P<date>\d{{4}}-\d\d-\d\d | \d{{1,4}}(?:/\d{{1,4}})+)                    # 02/02/2022
  | (?P<clock>\d\d?[:h]\d\d(?::\d\d)?(?!\d))                                 # 17:42
  | (?P<ordinal>\d+(?:st|nd|rd|th|er|e|s)(?!\w))                               # 7th  1990s
  | (?P<compound>\d+(?:[.,]\d+)*(?:-{_LETTER}[\w'’]*)+)                        # 20-year-old  16-seat
  | (?P<money>[^\W\d_]{{1,3}}\d{{1,3}}(?:[.,]\d{{3}})+)                        # K3,000
  | (?P<number>\d+(?:[.,]\d+)*)
  | (?P<word>{_LETTER}[\w{_MARK}]*(?:(?:['’ʼʿʾ`*.]-?|-['’ʼʿʾ]?)[\w{_MARK}]+)*)
  | (?P<dots>\.{{2,}}|-{{2,}}|\S)
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_DOTTED = BEFORE_NAME | BEFORE_NUMBER | BEFORE_EITHER


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, in order; their positions count from the beginning of ``text``."""
    stop = len(text) if end is None else end
    return tuple([Token(s, e, text[s:e]) for s, e in cuts(text, start, stop)])


def cuts(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Where the tokens of ``text[start:stop]`` begin and end."""
    found: list[tuple[int, int]] = []
    position = start
    search = _TOKEN.search
    while position < stop:
        match = search(text, position, stop)
        if match is None:
            break
        first, position = match.span()
        if match.lastgroup != "word":
            found.append((first, position))
            continue
        word = match[0]
        if "." in word and not word.endswith("."):
            position = first + len(_before_stop(word))
            word = text[first:position]
        if (
            position < stop
            and text[position] == "."
            and word.lower() in _DOTTED
            and _keeps_stop(text, position, stop)
        ):
            position += 1
            found.append((first, position))
        elif "'" in word or "’" in word or word.lower() == "cannot":
            found += _parts_of_word(word, first)
        else:
            found.append((first, position))
    return found


def _before_stop(word: str) -> str:
    """Cut "spring.The" after "spring" and "Rs.500" after "Rs"; leave "B.Sc" and "ex.org" whole."""
    for match in re.finditer(r"\.", word):
        left, right = word[: match.start()], word[match.end() :]
        if left.lower() in _DOTTED and right[0].isdigit():
            return left
        if len(left) > 2 and left[-1].islower() and right[:1].isupper():
            return left
    return word


def _keeps_stop(text: str, stop_at: int, end: int) -> bool:
    """A full stop stands there, and belongs to the abbreviation: it is not the last mark of the sentence."""
    return text[stop_at : stop_at + 1] == "." and bool(text[stop_at + 1 : end].strip(" \n\t\"'”’)]"))


def _parts_of_word(word: str, first: int) -> Iterator[tuple[int, int]]:
    """Split off "'s", "n't" and their like; and "cannot" as the Treebank does."""
    end = first + len(word)
    if word.lower() == "cannot":
        yield first, first + 3
        yield first + 3, end
        return
    clitic = _CLITIC.search(word)
    if clitic is None or clitic.start() == 0:
        yield first, end
        return
    yield first, first + clitic.start()
    yield first + clitic.start(), end
