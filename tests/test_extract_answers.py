"""Sentences that answer what was told before them: denials without a verb of the act, and rival tolls."""

from __future__ import annotations

import pytest

from crossbearing.text.folding import fold
from crossbearing.vocab import answers
from extract_cases import Case, Told, case, check, rows

STRIKE = "Jets of the Syrian army bombed a market in Saraqib on Tuesday, killing nine civilians, medics said."

DENIALS = [
    case(
        "denied it",
        f"{STRIKE} The army denied it.",
        Told("air_strike", deaths="c9", place="Saraqib", date="2019-05-14"),
        Told("air_strike", "denied", a="army", deaths="", place="Saraqib", date="2019-05-14", by="army"),
    ),
    case(
        "rejected the account, in the next paragraph",
        f"{STRIKE}\n\nA military source in Damascus rejected the medics' account.",
        Told("air_strike", deaths="c9"),
        Told("air_strike", "denied", place="Saraqib", by="military source"),
    ),
    case(
        "called it propaganda",
        f"{STRIKE} A spokesman for the army called the report pure propaganda.",
        Told("air_strike", deaths="c9"),
        Told("air_strike", "denied", place="Saraqib", by="spokesman for the army"),
    ),
    case(
        "insisted that nothing had been done",
        f"{STRIKE} The army insisted that not a single bomb had fallen there.",
        Told("air_strike", deaths="c9"),
        Told("air_strike", "denied", place="Saraqib", by="army"),
    ),
]

TOLLS = [
    case(
        "spoke of a lower number",
        f"{STRIKE} The civil defence spoke of six dead.",
        Told("air_strike", deaths="c9", by="medics"),
        Told("air_strike", deaths="c6", place="Saraqib", date="2019-05-14", by="civil defence"),
    ),
    case(
        "put the dead at",
        f"{STRIKE} The local council put the dead at 14.",
        Told("air_strike", deaths="c9"),
        Told("air_strike", deaths="c14", by="local council"),
    ),
    case(
        "counted bodies",
        f"{STRIKE} A resident counted eleven bodies in the mosque.",
        Told("air_strike", deaths="c9"),
        Told("air_strike", deaths="c11", by="resident"),
    ),
    case(
        "the number of fighters is no toll",
        f"{STRIKE} A rebel commander put the number of militants in the town at 300.",
        Told("air_strike", deaths="c9"),
    ),
]


@pytest.mark.parametrize("row", rows(DENIALS + TOLLS, []))
def test_answers(row: Case) -> None:
    check(row)


@pytest.mark.parametrize("row", answers.denials(), ids=lambda row: row.name)
def test_every_way_of_denying_knows_its_example(row: answers.Answer) -> None:
    assert row.pattern.search(fold(row.example))


@pytest.mark.parametrize("row", answers.tolls(), ids=lambda row: row.name)
def test_every_way_of_giving_a_toll_ends_before_a_count(row: answers.Answer) -> None:
    words = fold(row.example)
    starts = [0, *(i + 1 for i, char in enumerate(words) if char == " ")]
    assert any(row.pattern.search(words[:start]) for start in starts)
