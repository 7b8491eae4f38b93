"""Who holds a place, and how strong a force is said to be."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from crossbearing.model import Account, AccountKind
from crossbearing.text.folding import fold
from crossbearing.vocab.states import Construction, control_constructions, strength_constructions
from extract_cases import code, table, ungrounded

KNOWN_GAPS: dict[str, str] = {
    "The African Union has 22,000 soldiers in Mogadishu.": '"soldiers" are those of the place '
    "before those of the subject",
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
    (
        "country's name before the body",
        "Tadmor remains under the control of the Syrian army.",
        "Syria",
        "Tadmor",
    ),
    ("back in hands", "Gwoza is fully back in government hands.", "Nigeria|government", "Gwoza"),
    (
        "pronoun for the place before",
        "Militants attacked Gwoza on Sunday. It has been in the hands of the Nigerian army since March.",
        "Nigeria",
        "Gwoza",
    ),
    (
        "pronoun within the sentence",
        "Gunmen raided Gwoza, but officials said that it was again in the hands of the Nigerian army.",
        "Nigeria",
        "Gwoza",
    ),
    (
        "the town, of the place before",
        "Shells fell on Marka. The town is held by al-Shabaab.",
        "Shabaab",
        "Marka",
    ),
    (
        "the place that the paragraph is about",
        "Marka, 90 km from Mogadishu, was quiet. It has been held by al-Shabaab since May.",
        "Shabaab",
        "Marka",
    ),
    (
        "aside between subject and verb",
        "Kidal, which has an airport, is held by Tuareg rebels.",
        "rebels",
        "Kidal",
    ),
    ("with its surroundings", "Kidal and its surroundings are held by Tuareg rebels.", "rebels", "Kidal"),
    ("like another place", "Rutshuru, like Kiwanja further south, is held by M23.", "M23", "Kiwanja"),
    ("under a body since", "Hawija has been under Islamic State since 2014.", "Islamic State", "Hawija"),
    (
        "apposition under control",
        "Rockets hit Marka, a fishing town under al-Shabaab control.",
        "Shabaab",
        "Marka",
    ),
    (
        "largest town still held by",
        "They moved on Marka, the largest town still held by al-Shabaab.",
        "Shabaab",
        "Marka",
    ),
    (
        "last towns the group holds between others",
        "Soldiers neared Hawija, one of the last towns Islamic State holds between Kirkuk and Tikrit.",
        "Islamic State",
        "Hawija",
    ),
    (
        "last towns the group still has",
        "Soldiers neared Hawija, the last town Islamic State still has in the area.",
        "Islamic State",
        "Hawija",
    ),
    (
        "the last town they hold is",
        "The last town the Houthis hold on the coast is Hodeidah.",
        "Houthi",
        "Hodeidah",
    ),
    (
        "genitive stronghold",
        "Troops approached Hawija, Islamic State's last urban stronghold.",
        "Islamic State",
        "Hawija",
    ),
    ("is a stronghold of", "Sirte is the main stronghold of Islamic State.", "Islamic State", "Sirte"),
    ("is a body's stronghold", "Marka is an al-Shabaab stronghold.", "Shabaab", "Marka"),
    ("body-held in apposition", "Ibb, a Houthi-held city, was bombed.", "Houthi", "Ibb"),
    ("body-held behind the place", "In Ibb, Houthi-held since 2014, shops opened.", "Houthi", "Ibb"),
    (
        "adjectives between",
        "A convoy reached the Taliban-controlled northern town of Sangin.",
        "Taliban",
        "Sangin",
    ),
    ("in full control", "The Taliban are in full control of Sangin.", "Taliban", "Sangin"),
    ("quoted words", 'The Taliban "are in full control of Sangin", a spokesman said.', "Taliban", "Sangin"),
    ("retain control", "The Houthis retain control of Hodeidah.", "Houthi", "Hodeidah"),
    ("continue to hold", "M23 continues to hold Bunagana.", "M23", "Bunagana"),
    ("says it still holds", "M23 said it still holds Bunagana.", "M23", "Bunagana"),
    ("denied having lost", "M23 denied it had lost Bunagana.", "M23", "Bunagana"),
    ("denied losing", "M23 denied losing Bunagana.", "M23", "Bunagana"),
    ("denied losing the town", "Troops entered Bunagana. M23 denied losing the town.", "M23", "Bunagana"),
    ("which it holds", "Shells hit Bunagana, which M23 controls.", "M23", "Bunagana"),
    ("relative clause of the holder", "The shells came from M23, which holds Bunagana.", "M23", "Bunagana"),
    ("where it holds sway", "They fled Marka, where al-Shabaab holds sway.", "Shabaab", "Marka"),
    ("which fell to", "They fled Kunduz, which fell to the Taliban in August.", "Taliban", "Kunduz"),
    ("has fallen to", "Kunduz has fallen to the Taliban.", "Taliban", "Kunduz"),
    (
        "which it retook",
        "They drove to Gwoza, which the Nigerian army retook in March 2015.",
        "Nigeria",
        "Gwoza",
    ),
    (
        "after taking over from",
        "Al-Shabaab moved on, after taking over Marka from African Union troops in March.",
        "Shabaab",
        "Marka",
    ),
    ("since it took", "Schools have been shut since M23 took Bunagana in June.", "M23", "Bunagana"),
    ("most of a province", "The Taliban control most of Helmand province.", "Taliban", "Helmand"),
    ("road between two towns", "Al-Shabaab controls the road between Marka and Baraawe.", "Shabaab", "Marka"),
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
    ("there remain", "There remain some 700 al-Shabaab fighters in Marka.", "Shabaab", 700, 700, "fighters"),
    ("there may be", "There may be 700 al-Shabaab fighters in Marka.", "Shabaab", 700, 700, "fighters"),
    (
        "there are still",
        "There are still 1,200 Taliban fighters in Ghazni.",
        "Taliban",
        1200,
        1200,
        "fighters",
    ),
    (
        "there were, left in",
        "There were 300 to 400 M23 fighters left in Bunagana.",
        "M23",
        300,
        400,
        "fighters",
    ),
    (
        "estimated, before the count",
        "They face an estimated 3,000 to 5,000 Taliban fighters in Kunduz.",
        "Taliban",
        3000,
        5000,
        "fighters",
    ),
    ("estimated at", "Taliban strength in Kunduz was estimated at 1,500.", "Taliban", 1500, 1500, "fighters"),
    ("strength at", "He put Taliban strength in Kunduz at around 1,500.", "Taliban", 1500, 1500, "fighters"),
    (
        "number still in",
        "The governor put the number of Taliban fighters still in Kunduz at 300 to 400.",
        "Taliban",
        300,
        400,
        "fighters",
    ),
    (
        "between, with a noun",
        "A diplomat put the strength of M23 in Bunagana at between 1,200 and 1,500 men.",
        "M23",
        1200,
        1500,
        "men",
    ),
    (
        "aside before has",
        "The Taliban, who are paid from abroad, have 2,000 fighters in Kunduz.",
        "Taliban",
        2000,
        2000,
        "fighters",
    ),
    (
        "pulled together",
        "M23 has pulled together 2,000 to 3,000 fighters near Bunagana.",
        "M23",
        2000,
        3000,
        "fighters",
    ),
    ("massed", "Al-Shabaab has massed 600 men near Marka.", "Shabaab", 600, 600, "men"),
    ("commands", "The Taliban command 1,500 fighters near Kunduz.", "Taliban", 1500, 1500, "fighters"),
    ("fields", "M23 fields about 3,000 men.", "M23", 3000, 3000, "men"),
    (
        "believed to have",
        "Al-Shabaab is believed to have 7,000 fighters in Somalia.",
        "Shabaab",
        7000,
        7000,
        "fighters",
    ),
    (
        "believed to number",
        "The Taliban are believed to number 60,000 fighters.",
        "Taliban",
        60000,
        60000,
        "fighters",
    ),
    ("made up of", "M23 in Bunagana is made up of 800 fighters.", "M23", 800, 800, "fighters"),
    ("defended by", "Marka is defended by 500 al-Shabaab fighters.", "Shabaab", 500, 500, "fighters"),
    ("a band of", "M23, a band of 900 men, holds Bunagana.", "M23", 900, 900, "men"),
    ("is a force of", "Al-Shabaab is a force of 5,000 men.", "Shabaab", 5000, 5000, "men"),
    (
        "remaining",
        "They vowed to finish the remaining 400 al-Shabaab fighters in Marka.",
        "Shabaab",
        400,
        400,
        "fighters",
    ),
    (
        "remaining, counted by name",
        "They vowed to finish the remaining 200 or so Taliban in Kunduz.",
        "Taliban",
        200,
        200,
        "fighters",
    ),
    ("genitive", "Al-Shabaab's 500 fighters in Marka are hungry.", "Shabaab", 500, 500, "fighters"),
    ("dug in", "Some 250 Houthi fighters are dug in around Hodeidah.", "Houthi", 250, 250, "fighters"),
    ("holed up", "About 120 Taliban fighters are holed up in Kunduz.", "Taliban", 120, 120, "fighters"),
    ("stationed", "Some 3,000 French soldiers are stationed in Gao.", "Fr", 3000, 3000, "soldiers"),
    (
        "deployed in is a state",
        "Some 2,500 Ugandan troops are deployed in Marka.",
        "Uganda",
        2500,
        2500,
        "soldiers",
    ),
    ("defending", "The 600 Houthi fighters defending Hodeidah have mines.", "Houthi", 600, 600, "fighters"),
    (
        "under arms",
        "The general said no more than 500 M23 rebels remain under arms.",
        "M23",
        0,
        500,
        "fighters",
    ),
    (
        "the teller is not the force",
        "Al-Shabaab held a rally. By the army's reckoning not more than 500 men are still under arms.",
        "Shabaab",
        0,
        500,
        "men",
    ),
    (
        "armoured vehicles",
        "The Nigerian army has up to 40 armoured vehicles in Maiduguri.",
        "Nigeria",
        0,
        40,
        "armoured vehicles",
    ),
    ("tanks", "The Nigerian army has 30 tanks near Maiduguri.", "Nigeria", 30, 30, "tanks"),
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
    ("no longer under control", "Marka is no longer under al-Shabaab control."),
    ("not in their hands", "Kunduz is not in the hands of the Taliban."),
    ("denied that it holds", "Residents denied that Kunduz is held by the Taliban."),
    ("a wish", "The Taliban want to be in control of Kunduz."),
    ("would be under", "By June Marka would be under al-Shabaab control."),
    ("if it were", "The envoy asked what would happen if Kunduz is held by the Taliban."),
    ("former stronghold", "Shops opened in the former al-Shabaab stronghold of Marka."),
    ("once held by", "Marka, once held by al-Shabaab, was calm."),
    ("held until", "Marka was held by al-Shabaab until March."),
    ("under fire, not under control", "Marka was under al-Shabaab fire all day."),
    ("under siege is not held", "Marka remains under siege by al-Shabaab."),
    ("besieged by", "Marka, besieged by al-Shabaab, has no bread."),
    ("people are held", "Two reporters from Marka are held by al-Shabaab."),
    ("hostage", "Al-Shabaab held Marka elders hostage."),
    ("talks are held in a place", "The Taliban hold talks in Kunduz on Friday."),
    ("only presence", "The Taliban were seen in Kunduz."),
    ("a rebel in apposition", "In Kunduz, a Taliban commander was seen."),
    ("a capture is an event", "The Taliban captured Kunduz on Monday."),
    ("near a held town only", "Rebel-held farms near Kidal burnt."),
    ("country", "The Taliban are in control of Afghanistan."),
    ("a part is not the place", "The Taliban control parts of Kunduz."),
    ("a person of the place is held", "The Taliban held Kunduz police chief Ahmad Khan overnight."),
    ("something else in the place", "In Kunduz, the road is under Taliban control."),
    ("patients", "The army has some 200 soldiers in hospital in Kunduz."),
    ("fled fighters", "Some 300 Taliban fighters fled from Kunduz."),
    ("captured fighters", "There were 300 captured Taliban fighters in Kunduz."),
    ("families", "There are about 2,000 displaced families in Marka."),
    ("cars", "The Taliban have 60 vehicles in Kunduz."),
    ("few tanks", "The Taliban have two tanks in Kunduz."),
    ("attackers are no force", "About 60 Taliban fighters attacked a post in Kunduz."),
    ("trained recruits", "The Nigerian army has trained 400 soldiers in Maiduguri."),
    ("sent to a place is an event", "The Nigerian army has sent 400 soldiers to Maiduguri."),
    ("prisoners", "Al-Shabaab released 90 soldiers in Marka."),
    ("lost in a year", "M23 has lost 300 men in Bunagana."),
    ("villages", "The Taliban have 300 villages in Ghazni."),
    ("distance and days", "The Taliban were 300 kilometres from Kunduz."),
    ("civilians remain", "Some 3,000 civilians remain in Hodeidah."),
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


@pytest.mark.parametrize("row", control_constructions(), ids=lambda row: row.example)
def test_each_construction_of_control_finds_its_example(row: Construction) -> None:
    masked = re.sub(r"\b(?:rebels?|army)\b", "A", row.example.lower().replace("dera", "P"))
    found = row.pattern.search(masked)
    assert found is not None
    assert found["who"] == "A"


@pytest.mark.parametrize("row", strength_constructions(), ids=lambda row: row.example)
def test_each_construction_of_strength_finds_its_example(row: Construction) -> None:
    masked = re.sub(r"(?:no more than |up to )?300(?: (?:fighters|men|rebels))?", "N", fold(row.example))
    masked = re.sub(r"\brebels?\b", "A", masked).replace("dera", "P")
    assert row.pattern.search(masked) is not None


@pytest.mark.parametrize(
    ("text", "since"),
    table(
        [
            ("since a year", "Hawija has been under Islamic State since 2014.", "2014-01-01"),
            ("since a month", "Bunagana has been held by M23 since June 2018.", "2018-06-01"),
            ("captured in", "They fled Kunduz, which fell to the Taliban in August 2018.", "2018-08-01"),
            ("no time told", "Kunduz is held by the Taliban.", None),
        ],
        {},
    ),
)
def test_since_when_a_place_is_held(text: str, since: str | None) -> None:
    (account,) = _states(text).control
    assert (account.date.start.isoformat() if account.date.start is not None else None) == since


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
