"""Names of bodies that the vocabulary lacks, told by their form; and short forms that a report introduces
itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, islice

from crossbearing.annotate.actors_numbers import determiner_and_number
from crossbearing.annotate.actors_words import Words
from crossbearing.model.actor_expressions import ActorExpression, ActorForm
from crossbearing.model.spans import Span
from crossbearing.text.folding import fold, name_key
from crossbearing.vocab import actors
from crossbearing.vocab.actor_lexicon import Role

_CALLS_ITSELF = re.compile(r"\bcall(?:s|ed|ing)? (?:itself|themselves) (?:the )?[\"'“‘]?")
_MAX_WORDS = 9
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)?")


def slug(name: str) -> str:
    """A key for a name: folded letters and digits joined by underscores."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def new_id(name: str) -> str:
    """The id of a body that is known from this report alone."""
    return f"{actors.NEW_ID}{slug(name_key(name))}"


def find_group_names(
    words: Words, found: Sequence[ActorExpression], sentence_of: Sequence[int]
) -> list[ActorExpression]:
    """Expressions of a role noun behind an unknown capitalised word get that word as the name: "BIFF
    fighters".
    """
    result: list[ActorExpression] = []
    for expression in found:
        first = _name_before(words, expression, sentence_of)
        if first is None:
            result.append(expression)
            continue
        span = Span(words.starts[first], expression.span.end)
        while result and result[-1].span.end > span.start:
            result.pop()
        name = words.text[span.start : expression.span.start].strip(" -")
        determiner, number = determiner_and_number(words, span.start)
        result.append(
            replace(expression, span=span, text=span.of(words.text), form=ActorForm.NEW_NAME,
                    candidates=(new_id(name),), determiner=determiner, number=number)
        )  # fmt: skip
    return result


def _name_before(words: Words, expression: ActorExpression, sentence_of: Sequence[int]) -> int | None:
    """First word of the unknown capitalised name right before a group noun, or None."""
    if expression.form is not ActorForm.NOUN or expression.modifiers or expression.countries:
        return None
    if expression.head not in actors.name_heads()["groups_of"]:
        return None
    at = bisect_left(words.starts, expression.span.start)
    first = at
    while first > 0 and words.joined[first] and at - first < 4 and _unknown_capital(words, first - 1):
        first -= 1
    if first == at or sentence_of[first] != expression.sentence:
        return None
    opens = first == 0 or sentence_of[first - 1] != expression.sentence or not words.joined[first]
    alone = at - first == 1
    return None if opens and alone and not words.original(first).isupper() else first


def _unknown_capital(words: Words, index: int) -> bool:
    word = words.words[index]
    if word in actors.word_list("openers") | actors.word_list("calendar") or not (
        words.capital(index) or word in ("bu", "al")
    ):
        return False
    return not words.lexicon.senses_of(word) and not word.isdigit() and len(word) > 1


def find_new_names(
    words: Words, found: Sequence[ActorExpression], sentence_of: Sequence[int]
) -> list[ActorExpression]:
    """``found`` with the names of unknown bodies added, in order; a shorter expression inside a name gives
    way.
    """
    fresh: list[ActorExpression] = []
    named = _Taken([e.span for e in found if e.form is ActorForm.NAME])
    for first, last in _new_spans(words, sentence_of):
        span = Span(words.starts[first], words.ends[last])
        if named.touch(span):
            continue
        if fresh and fresh[-1].span.overlaps(span):
            continue
        fresh.append(_new_expression(words, span, sentence_of[last]))
    if not fresh:
        return list(found)
    fresh = list(_with_heads(words, fresh, found))
    taken = _Taken([e.span for e in fresh])
    kept = [e for e in found if not taken.touch(e.span)]
    return sorted([*kept, *fresh], key=lambda e: e.span)


class _Taken:
    """Stretches of the text that are taken; asked for each of thousands of expressions in a long list."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def touch(self, span: Span) -> bool:
        """True when one of them shares a character with ``span``."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start


def _with_heads(
    words: Words, names: Sequence[ActorExpression], found: Sequence[ActorExpression]
) -> Iterator[ActorExpression]:
    """Each name, in order, together with the role noun right behind it."""
    at = 0
    for name in names:
        while at < len(found) and found[at].span.end <= name.span.end:
            at += 1  # what ends before this name ends before all that follow
        yield _with_head(words, name, islice(found, at, None))


def _with_head(words: Words, name: ActorExpression, found: Iterable[ActorExpression]) -> ActorExpression:
    """The name together with the role noun right behind it: "Amber Front" and "fighters"."""
    for expression in found:
        follows = words.text[name.span.end : expression.span.start] == " "
        beyond = expression.form is ActorForm.NOUN and expression.span.end > name.span.end
        if beyond and (follows or expression.span.overlaps(name.span)):
            span = Span(name.span.start, expression.span.end)
            return replace(
                expression,
                span=span,
                text=span.of(words.text),
                form=ActorForm.NEW_NAME,
                candidates=name.candidates,
                determiner=name.determiner,
                number=name.number,
            )
        if expression.span.start > name.span.end + 1:
            break
    return name


def _new_expression(words: Words, span: Span, sentence: int) -> ActorExpression:
    text = span.of(words.text)
    determiner, number = determiner_and_number(words, span.start)
    return ActorExpression(
        span=span, text=text, sentence=sentence, form=ActorForm.NEW_NAME, candidates=(new_id(text),),
        determiner=determiner, number=number, head_span=span,
    )  # fmt: skip


def _new_spans(words: Words, sentence_of: Sequence[int]) -> Iterator[tuple[int, int]]:
    heads = actors.name_heads()["bodies"]
    for index, word in enumerate(words.words):
        if word in heads and sentence_of[index] >= 0 and words.original(index).istitle():
            edges = _edges(words, index, sentence_of[index], sentence_of)
            if edges and _is_body_name(words, edges, index):
                yield edges
    for match in _CALLS_ITSELF.finditer(words.folded):
        edges = _capitals_from(words, match.end(), sentence_of)
        if edges:
            yield edges


def _capitals_from(words: Words, position: int, sentence_of: Sequence[int]) -> tuple[int, int] | None:
    """The capitalised words that begin at ``position``."""
    first = next((i for i, start in enumerate(words.starts) if start >= position), None)
    if first is None or words.starts[first] != position or not words.capital(first) or sentence_of[first] < 0:
        return None
    last = _stretch_right(words, first, sentence_of[first], sentence_of)
    return first, last


def _edges(words: Words, index: int, sentence: int, sentence_of: Sequence[int]) -> tuple[int, int] | None:
    """First and last word of the capitalised phrase around ``index``, or None when it is the word alone."""
    first = index
    cursor = index
    while (
        cursor > 0
        and words.joined[cursor]
        and sentence_of[cursor - 1] == sentence
        and index - cursor < _MAX_WORDS
    ):
        cursor -= 1
        if words.capital(cursor) or _ORDINAL.fullmatch(words.words[cursor]):
            first = cursor
        elif words.words[cursor] not in actors.word_list("particles") or words.words[cursor] == "and":
            break
    while first < index and words.words[first] in actors.word_list("openers") | actors.word_list("calendar"):
        first += 1
    last = _stretch_right(words, index, sentence, sentence_of)
    return None if first == last else (first, last)


def _stretch_right(words: Words, index: int, sentence: int, sentence_of: Sequence[int]) -> int:
    """Last word of "Front for the Defence of X" from its head word on."""
    last = index
    cursor = index + 1
    while cursor < len(words.words) and words.joined[cursor] and sentence_of[cursor] == sentence:
        if words.capital(cursor) and cursor - index < _MAX_WORDS:
            last = cursor
        elif words.words[cursor] not in actors.word_list("particles") or cursor - last > 2:
            break
        cursor += 1
    return last


def _is_body_name(words: Words, edges: tuple[int, int], head: int) -> bool:
    """False where the words beside the head are only a country, a role or an attribute ("Iraqi Army")."""
    first, last = edges
    lists = actors.name_heads()
    if (
        last + 1 < len(words.words)
        and words.joined[last + 1]
        and words.words[last + 1] in lists["followed_by"]
    ):
        return False
    if " ".join(words.words[first : last + 1]) in actors.nouns():
        return False  # "Defence Ministry"
    own = [
        i for i in range(first, last + 1) if i != head and words.words[i] not in actors.word_list("particles")
    ]
    if any(words.words[i] in lists["not_bodies"] for i in own):
        return False
    if any(_ORDINAL.fullmatch(words.words[i]) for i in own):
        return bool(set(words.words[first : last + 1]) & actors.word_list("unit_words"))
    return any(_own_word(words, words.words[i]) for i in own)


def _own_word(words: Words, word: str) -> bool:
    """True for a word that is no country, attribute or role of the vocabulary."""
    if word in actors.name_heads()["bodies"]:
        return False
    roles = {sense.role for sense in words.lexicon.senses_of(word)}
    return not roles & {Role.COUNTRY, Role.ADJECTIVE, Role.MODIFIER, Role.NOUN, Role.SEAT}


_ACRONYM = re.compile(
    r"[^\S\n]*\(\s*[\"'“‘]?(?:also known as |known as |the )?([A-Z][A-Za-z0-9.\-]{1,9})[\"'”’]?\s*[),;]"
)


def without_agencies(words: Words, found: Sequence[ActorExpression]) -> list[ActorExpression]:
    """``found`` without acronyms that are a news agency's too, unless the report speaks of the body's
    country.

    "(AFP)" is the agency in most reports, the Armed Forces of the Philippines in reports from there.
    """
    return [
        e for e in found if e.text not in actors.exact_words("agencies") or _speaks_of(words, e.candidates)
    ]


def _speaks_of(words: Words, candidates: Sequence[str]) -> bool:
    for identity in candidates:
        country = actors.countries().get(
            (words.lexicon.bodies[identity].country if identity in words.lexicon.bodies else "") or ""
        )
        if country and any(fold(name) in words.folded for name in (*country.adjectives, country.name)):
            return True
    return False


def bind_acronyms(
    words: Words, found: Sequence[ActorExpression], sentence_of: Sequence[int]
) -> list[ActorExpression]:
    """Give names the short forms that stand in brackets behind them, and find those short forms elsewhere."""
    bound: list[ActorExpression] = []
    short: dict[str, ActorExpression] = {}
    for expression in found:
        if bound and bound[-1].acronym and bound[-1].span.overlaps(expression.span):
            continue
        match = _ACRONYM.match(words.text, expression.span.end)
        if match and _may_define(expression, match.group(1)):
            close = words.text.find(")", match.start(1))
            end = close + 1 if close == match.end(1) else match.end(1)
            span = Span(expression.span.start, end)
            expression = replace(expression, acronym=match.group(1), span=span, text=span.of(words.text))
            short.setdefault(match.group(1), expression)
        bound.append(expression)
    return _with_short_forms(words, bound, short, sentence_of) if short else bound


def _may_define(expression: ActorExpression, acronym: str) -> bool:
    if expression.form not in (ActorForm.NAME, ActorForm.NEW_NAME) or acronym in actors.exact_words(
        "agencies"
    ):
        return False
    capitals = sum(char.isupper() for char in acronym)
    return capitals >= 2 or (acronym.istitle() and len(acronym) <= 5)


def _with_short_forms(
    words: Words,
    bound: Sequence[ActorExpression],
    short: Mapping[str, ActorExpression],
    sentence_of: Sequence[int],
) -> list[ActorExpression]:
    """Expressions of a short form stand for what the report defined; unknown ones are added."""
    result = [_redefined(e, short) for e in bound]
    spans = [e.span for e in bound]
    for acronym, owner in short.items():
        for match in re.finditer(rf"(?<!\w){re.escape(acronym)}(?!\w)", words.text):
            span = Span(*match.span())
            at = bisect_left(words.starts, span.start)
            inside = at < len(words.starts) and words.starts[at] == span.start and sentence_of[at] >= 0
            if inside and not any(span.overlaps(other) for other in spans):
                result.append(_short_form(words, owner, span, sentence_of[at]))
    return sorted(result, key=lambda e: e.span)


def _short_form(words: Words, owner: ActorExpression, span: Span, sentence: int) -> ActorExpression:
    determiner, number = determiner_and_number(words, span.start)
    return ActorExpression(
        span=span,
        text=span.of(words.text),
        sentence=sentence,
        form=owner.form,
        kind=owner.kind,
        head_span=span,
        candidates=owner.candidates,
        determiner=determiner,
        number=number,
    )


def _redefined(expression: ActorExpression, short: Mapping[str, ActorExpression]) -> ActorExpression:
    owner = short.get(expression.text.split(" ")[0]) if expression.form is ActorForm.NAME else None
    if owner is None or owner is expression or expression.acronym:
        return expression
    return replace(expression, candidates=owner.candidates, form=owner.form)
