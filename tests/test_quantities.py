"""Counts: how a number is written, what bounds it, what is counted, and what is no count."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.annotate.quantities import find_quantities
from crossbearing.language.tagger import tag_sentence
from crossbearing.model import Mention
from crossbearing.text.sentences import split
from extract_cases import table

Found = tuple[int, int | None, str | None]

KNOWN_GAPS: dict[str, str] = {
    "Two thousand five hundred people marched.": "a hundred behind a thousand opens a second count",
    "Several dozen soldiers were hurt.": '"several" and "dozen" are two counts',
    "Several hundred soldiers came.": '"several" and "hundred" are two counts',
    "Six others were wounded.": '"others" is passed over as if it stood before a noun',
    "Three suspected militants died.": "a number word at the head of a sentence is tagged as a name",
    "The truce began on 3 May 2019.": "days and years are counted",
    "They accused one another of lying.": 'the "one" of "one another" is counted',
    "The truce is the one that failed.": 'the pronoun "one" is counted',
}
"""Text of a row → why it is not yet read right."""


def find(text: str) -> tuple[Mention, ...]:
    return tuple(m for s in split(text) for m in find_quantities(text, tag_sentence(text, s)))


def found(text: str) -> list[Found]:
    return [(m.quantity.low, m.quantity.high, m.quantity.unit) for m in find(text) if m.quantity is not None]


NUMBERS = [
    ("digits", "A bomb killed 12 people.", 12, 12, "people"),
    ("one digit", "Rebels shot 3 soldiers.", 3, 3, "soldiers"),
    ("comma for thousands", "Some 1,200 villagers fled.", 1200, 1200, "villagers"),
    ("two commas", "The war displaced 1,200,000 people.", 1_200_000, 1_200_000, "people"),
    ("four digits", "The base houses 3500 soldiers.", 3500, 3500, "soldiers"),
    ("word", "Gunmen killed five farmers.", 5, 5, "farmers"),
    ("one", "The shell wounded one child.", 1, 1, "child"),
    ("teen", "Gunmen took fifteen hostages.", 15, 15, "hostages"),
    ("tens", "Police held forty suspects.", 40, 40, "suspects"),
    ("hyphenated tens", "Twenty-seven miners died.", 27, 27, "miners"),
    ("hundred", "Two hundred families fled.", 200, 200, "families"),
    ("a hundred", "A hundred soldiers came.", 100, 100, "soldiers"),
    ("hundred and", "A hundred and twenty soldiers came.", 120, 120, "soldiers"),
    ("hundred and hyphenated", "Three hundred and forty-two migrants were held.", 342, 342, "migrants"),
    ("thousand", "Six thousand refugees crossed the river.", 6000, 6000, "refugees"),
    ("digits with thousand", "The army sent 15 thousand troops.", 15_000, 15_000, "troops"),
    ("million", "Two million people fled.", 2_000_000, 2_000_000, "people"),
    ("lakh", "Two lakh people fled.", 200_000, 200_000, "people"),
    ("a dozen", "A dozen villagers died.", 12, 12, "villagers"),
    ("two dozen", "Two dozen villagers died.", 24, 24, "villagers"),
    ("half a dozen", "Half a dozen villagers died.", 6, 6, "villagers"),
    ("a couple of", "A couple of villagers died.", 2, 2, "villagers"),
    ("a pair of", "A pair of drones circled.", 2, 2, "drones"),
    ("capital at the head", "Seven nurses were abducted.", 7, 7, "nurses"),
    ("zero", "The hospital counted zero deaths.", 0, 0, "deaths"),
    ("three-digit word", "Seven hundred fighters surrendered.", 700, 700, "fighters"),
    ("thousand and hundred", "Two thousand five hundred people marched.", 2500, 2500, "people"),
    ("a million", "A million people fled.", 1_000_000, 1_000_000, "people"),
]
VAGUE = [
    ("dozens of", "Dozens of villagers died.", 12, None, "villagers"),
    ("scores of", "Scores of villagers died.", 40, None, "villagers"),
    ("hundreds of", "Hundreds of villagers fled.", 100, None, "villagers"),
    ("thousands of", "Thousands of villagers fled.", 1000, None, "villagers"),
    ("tens of thousands of", "Tens of thousands of villagers fled.", 10_000, None, "villagers"),
    ("hundreds of thousands of", "Hundreds of thousands of people fled.", 100_000, None, "people"),
    ("several", "Several soldiers were hurt.", 3, None, "soldiers"),
    ("a few", "A few soldiers were hurt.", 3, None, "soldiers"),
    ("a number of", "A number of soldiers were hurt.", 1, None, "soldiers"),
    ("a large number of", "A large number of soldiers were hurt.", 1, None, "soldiers"),
    ("a handful of", "A handful of soldiers were hurt.", 3, None, "soldiers"),
    ("tens of", "Tens of soldiers were hurt.", 10, None, "soldiers"),
    ("several dozen", "Several dozen soldiers were hurt.", 36, None, "soldiers"),
    ("several hundred", "Several hundred soldiers came.", 300, None, "soldiers"),
    ("millions of", "Millions of people fled.", 1_000_000, None, "people"),
]
BOUNDS = [
    ("at least", "At least 12 people died.", 12, None, "people"),
    ("at least, word", "At least five people died.", 5, None, "people"),
    ("no fewer than", "No fewer than nine people died.", 9, None, "people"),
    ("no less than", "No less than nine people died.", 9, None, "people"),
    ("a minimum of", "A minimum of nine people died.", 9, None, "people"),
    ("upwards of", "Upwards of 60 people died.", 60, None, "people"),
    ("more than", "More than 12 people died.", 13, None, "people"),
    ("over", "Over 50 people died.", 51, None, "people"),
    ("in excess of", "In excess of 300 people died.", 301, None, "people"),
    ("up to", "Up to 12 people died.", 0, 12, "people"),
    ("as many as", "As many as 40 people died.", 0, 40, "people"),
    ("no more than", "No more than four people died.", 0, 4, "people"),
    ("fewer than", "Fewer than ten people died.", 0, 9, "people"),
    ("less than", "Less than 100 people died.", 0, 99, "people"),
    ("about", "About 30 people died.", 30, 30, "people"),
    ("around", "Around 30 people died.", 30, 30, "people"),
    ("some", "Some 30 people died.", 30, 30, "people"),
    ("nearly", "Nearly 30 people died.", 30, 30, "people"),
    ("an estimated", "An estimated 30 people died.", 30, 30, "people"),
    ("or more", "Thirty or more people died.", 30, None, "people"),
    ("or so", "Thirty or so people died.", 30, 30, "people"),
    ("bound within a sentence", "The mayor said at least 12 people had died.", 12, None, "people"),
    ("more than a dozen", "More than a dozen people died.", 13, None, "people"),
    ("at least two dozen", "At least two dozen people died.", 24, None, "people"),
    ("range with to", "Six to eight people died.", 6, 8, "people"),
    ("range with hyphen", "About 300-400 fighters came.", 300, 400, "fighters"),
    ("range with dash", "About 300–400 fighters came.", 300, 400, "fighters"),
    ("range with large numbers", "About 6,000-8,000 fighters came.", 6000, 8000, "fighters"),
    ("between", "Between 25 and 33 people died.", 25, 33, "people"),
    ("or", "Fifteen or twenty people died.", 15, 20, "people"),
    ("short first number", "Three to four thousand people fled.", 3000, 4000, "people"),
    ("another", "Another 14 people were hurt.", 14, 14, "people"),
    ("all", "All nine sailors drowned.", 9, 9, "sailors"),
    ("the", "The three suspects fled.", 3, 3, "suspects"),
]
UNITS = [
    ("adjective before the noun", "Two local policemen died.", 2, 2, "policemen"),
    ("several modifiers", "Four heavily armed young men came.", 4, 4, "men"),
    ("noun before the noun", "Nine army officers died.", 9, 9, "officers"),
    ("of the", "Three of the soldiers died.", 3, 3, "soldiers"),
    ("others", "Six others were wounded.", 6, 6, "others"),
    ("participle before the noun", "Three suspected militants died.", 3, 3, "militants"),
    ("nationality", "Eleven Malian soldiers died.", 11, 11, "soldiers"),
    ("body and noun", "Two PKK fighters died.", 2, 2, "fighters"),
    ("more", "Two more soldiers died.", 2, 2, "soldiers"),
    ("hyphenated modifier", "Two off-duty guards died.", 2, 2, "guards"),
    ("bare number", "Twelve were killed.", 12, 12, None),
    ("number at the end", "The death toll rose to 12.", 12, 12, None),
    ("members of a body", "Five members of the council died.", 5, 5, "members"),
]
SEVERAL = [
    ("two counts", "Three soldiers and nine rebels died.", [(3, 3, "soldiers"), (9, 9, "rebels")]),
    ("dead and hurt", "The bomb killed four people and wounded 11.", [(4, 4, "people"), (11, 11, None)]),
    ("list", "Two nurses, a guard and six patients fled.", [(2, 2, "nurses"), (6, 6, "patients")]),
    ("including", "Eleven people, including four children, died.", [(11, 11, "people"), (4, 4, "children")]),
    ("two bounds", "At least five men and up to nine women fled.", [(5, None, "men"), (0, 9, "women")]),
]
NO_COUNT = [
    ("dollars", "The raiders stole $500 from a shop."),
    ("euros", "The ransom was €20,000 in cash."),
    ("pounds", "He paid £900 in fines."),
    ("percent", "Turnout was 40 percent."),
    ("percent sign", "Turnout was 40% at noon."),
    ("clock with colon", "The shelling began at 17:42."),
    ("clock with pm", "The shelling began at 5 p.m. in the port."),
    ("ordinal", "The 7th brigade withdrew."),
    ("decimal", "The quake measured 6.4 on the scale."),
    ("nobody", "No one was hurt."),
    ("none", "None of the shells exploded."),
    ("year", "The war began in 2014."),
    ("date", "The truce began on 3 May 2019."),
    ("age", "The 12-year-old boy ran away."),
    ("the number of", "The number of patients is unknown."),
    ("score as a verb", "They score in every match."),
    ("name with a numeral", "Flight MH370 vanished."),
    ("figures in a unit's name", "An M-16 rifle was found."),
    ("one another", "They accused one another of lying."),
    ("a pronoun one", "The truce is the one that failed."),
]

_ONE = NUMBERS + VAGUE + BOUNDS + UNITS


@pytest.mark.parametrize(("text", "low", "high", "unit"), table(_ONE, KNOWN_GAPS))
def test_one_count(text: str, low: int, high: int | None, unit: str | None) -> None:
    assert found(text) == [(low, high, unit)]


@pytest.mark.parametrize(("text", "expected"), table(SEVERAL, KNOWN_GAPS))
def test_several_counts(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", table(NO_COUNT, KNOWN_GAPS))
def test_no_count(text: str) -> None:
    assert found(text) == []


SPANS = [
    ("bound words belong to it", "Police said at least 12 people died.", "at least 12 people"),
    ("determiner of a dozen", "They shot a dozen men.", "a dozen men"),
    ("range", "They shot six to eight men.", "six to eight men"),
    ("between", "They shot between six and eight men.", "between six and eight men"),
    ("modifiers", "They shot two local policemen.", "two local policemen"),
]


@pytest.mark.parametrize(("text", "words"), table(SPANS, KNOWN_GAPS))
def test_span(text: str, words: str) -> None:
    assert [m.text for m in find(text)] == [words]


_VOCABULARY = (
    "the a at least more than between and to or dozen dozens hundred thousand of 12 1,200 five "
    "twenty-one soldiers people killed wounded , . - – % $ few couple number no half not İzmir café up six"
)
_WORDS = st.sampled_from(_VOCABULARY.split())


@given(st.lists(_WORDS, min_size=1, max_size=14).map(" ".join))
def test_spans_are_in_the_text_and_in_order(text: str) -> None:
    mentions = find(text)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.quantity is not None
        assert mention.quantity.low >= 0
        assert mention.quantity.high is None or mention.quantity.high >= mention.quantity.low
    for first, second in pairwise(mentions):
        assert first.start < second.start
