"""Who holds a place, and how strong a force is said to be."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from crossbearing.model import Account, AccountKind
from crossbearing.text.folding import fold
from extract_cases import code, table, ungrounded

KNOWN_GAPS: dict[str, str] = {
    "The African Union has 22,000 soldiers in Mogadishu.": '"soldiers" are those of the place '
    "before those of the subject",
    "Up to 900 M23 rebels are believed to be in Bunagana.": '"up to" makes the least number too '
    "small to be looked at",
}
"""Text of a row → why it is not yet read right."""

CONTROL = [
    ("under control of", "The town of Kidal is under the control of Tuareg rebels.", "rebels", "Kidal"),
    ("under a body's control", "Sirte is now under Islamic State control.", "Islamic State", "Sirte"),
    (
        "held by, in brackets of commas",
        "Sloviansk, held by the separatists, was quiet on Monday.",
        "separatists",
        "Sloviansk",
    ),
    ("controlled by", "The port of Kismayo is controlled by al-Shabaab.", "Shabaab", "Kismayo"),
    ("occupied by", "Bunagana has been occupied by M23 since March.", "M23", "Bunagana"),
    ("in the hands of", "Kunduz remains in the hands of the Taliban.", "Taliban", "Kunduz"),
    ("in rebel hands", "Aden is still in Houthi hands.", "Houthi", "Aden"),
    ("body-held place", "The convoy reached the Houthi-held city of Ibb.", "Houthi", "Ibb"),
    ("subject holds object", "The Taliban hold the town of Sangin.", "Taliban", "Sangin"),
    ("subject controls object", "Islamic State still controls Raqqa.", "Islamic State", "Raqqa"),
    ("stronghold in apposition", "Marka, an al-Shabaab stronghold, lies on the coast.", "Shabaab", "Marka"),
    (
        "stronghold of, before the place",
        "Residents left the Islamic State stronghold of Hawija.",
        "Islamic State",
        "Hawija",
    ),
    ("army holds", "Maiduguri is held by the Nigerian army.", "Nigeria", "Maiduguri"),
    ("two places", "Rutshuru and Kiwanja are held by M23.", "M23", "Rutshuru"),
]
STRENGTH = [
    (
        "there are",
        "There are about 2,000 Islamic State fighters in Sirte.",
        "Islamic State",
        2000,
        2000,
        "fighters",
    ),
    ("range", "Between 600 and 800 al-Shabaab fighters remain in Marka.", "Shabaab", 600, 800, "fighters"),
    (
        "estimate",
        "The general put the number of Taliban fighters in Kunduz at 1,500.",
        "Taliban",
        1500,
        1500,
        "fighters",
    ),
    ("has", "The African Union has 22,000 soldiers in Mogadishu.", "African Union", 22000, 22000, "soldiers"),
    ("up to", "Up to 900 M23 rebels are believed to be in Bunagana.", "M23", 0, 900, "fighters"),
    (
        "at least",
        "Boko Haram has at least 4,000 fighters near Sambisa.",
        "Boko Haram",
        4000,
        None,
        "fighters",
    ),
    ("more than", "The Houthis have more than 500 fighters in Hodeidah.", "Houthi", 501, None, "fighters"),
    ("hundreds", "There are hundreds of Taliban fighters in Ghazni.", "Taliban", 100, None, "fighters"),
]
NEITHER = [
    ("dead are no strength", "More than 200 Islamic State fighters were killed in Sirte."),
    ("people are no force", "Some 40,000 people live in Marka."),
    ("police control the traffic", "Police controlled the traffic in Nairobi on Monday."),
    ("company holds shares", "The company holds a third of the market in Lagos."),
    ("small group is no strength", "There were four Taliban fighters in the car in Kabul."),
    ("a country that only says where", "Two guards died near Inates in Niger."),
    ("riding in, not in the hands of", "The traders reached Kidal in army trucks."),
    ("troops held talks", "Rebel leaders held talks in Juba."),
]


@dataclass(frozen=True, slots=True)
class _States:
    control: tuple[Account, ...]
    strength: tuple[Account, ...]


def _states(text: str) -> _States:
    found = code(text)
    assert ungrounded(text, found) == []
    return _States(
        tuple(a for a in found if a.kind is AccountKind.CONTROL),
        tuple(a for a in found if a.kind is AccountKind.STRENGTH),
    )


def _named(account: Account, actor: str) -> bool:
    words = fold("|".join(w for a in account.side_a for w in (a.name, a.mention, *a.aliases)))
    return fold(actor) in words


def _check_control(text: str, actor: str, place: str) -> None:
    held = [a for a in _states(text).control if a.place is not None and fold(place) in fold(a.place.name)]
    assert len(held) == 1, [f"{a.side_a} {a.place}" for a in _states(text).control]
    assert _named(held[0], actor), held[0].side_a
    assert held[0].type is None
    assert {e.field for e in held[0].evidence} >= {"side_a", "place"}


def _check_strength(text: str, actor: str, low: int, high: int | None, unit: str) -> None:
    strength = _states(text).strength
    assert [(a.measure.unit, a.measure.low, a.measure.high) for a in strength if a.measure] == [
        (unit, low, high)
    ]
    assert _named(strength[0], actor), strength[0].side_a


@pytest.mark.parametrize(("text", "actor", "place"), table(CONTROL, KNOWN_GAPS))
def test_control(text: str, actor: str, place: str) -> None:
    _check_control(text, actor, place)


@pytest.mark.parametrize(("text", "actor", "low", "high", "unit"), table(STRENGTH, KNOWN_GAPS))
def test_strength(text: str, actor: str, low: int, high: int | None, unit: str) -> None:
    _check_strength(text, actor, low, high, unit)


@pytest.mark.parametrize("text", table(NEITHER, KNOWN_GAPS))
def test_neither_control_nor_strength(text: str) -> None:
    states = _states(text)
    assert (states.control, states.strength) == ((), ())


def test_speaker_of_a_strength() -> None:
    account = _states(
        "There are about 2,000 Islamic State fighters in Sirte, General Omar Haddad said."
    ).strength[0]
    assert account.attribution.speaker == "General Omar Haddad"


def test_place_of_a_strength() -> None:
    account = _states("There are about 2,000 Islamic State fighters in Sirte.").strength[0]
    assert account.place is not None
    assert account.place.name == "Sirte"


def test_the_speaker_of_a_state_has_its_passage() -> None:
    (account,) = _states("There are about 2,000 Taliban fighters in Ghazni, Omar Haddad said.").strength
    assert [e.quote for e in account.evidence if e.field == "attribution"] == ["Omar Haddad"]
