"""Whole invented reports: how many accounts, what is joined, who says so, and the passage of every value."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossbearing.extract import extract
from crossbearing.flow.coding import annotate
from crossbearing.model import EVENT_CODES, Account, AccountKind, RawReport
from extract_cases import (
    PUBLISHED,
    Case,
    Gap,
    Told,
    case,
    check,
    code,
    coded,
    events,
    misfits,
    rows,
    ungrounded,
)

ATTRIBUTION = [
    case("own voice", "A bomb killed two guards in Farah on Monday.", Told("ied", by="")),
    case(
        "speaker before", "Police said a bomb killed two guards in Farah on Monday.", Told("ied", by="police")
    ),
    case(
        "speaker behind",
        "A bomb killed two guards in Farah on Monday, police said.",
        Told("ied", by="police"),
    ),
    case(
        "according to",
        "According to two medics, a bomb killed six shoppers in Farah on Monday.",
        Told("ied", by="two medics"),
    ),
    case(
        "told an agency",
        "A bomb killed six shoppers in Farah on Monday, the governor told Reuters.",
        Told("ied", by="governor", via="Reuters"),
    ),
    case(
        "named with a role",
        "A bomb killed six shoppers in Farah on Monday, said Amal Idris, a nurse.",
        Told("ied", by="Amal Idris"),
    ),
    case(
        "he added",
        "“A mine hit a bus near Farah on Monday,” said Colonel Omar Haddad. He added that six "
        "passengers had died.",
        Told("ied", by="Omar Haddad", deaths="c6"),
    ),
    case(
        "speaker of another sentence",
        "A bomb killed six shoppers in Farah on Monday. The mayor said the market would stay closed.",
        Told("ied", by="", deaths="c6"),
    ),
    case(
        "statement of a ministry",
        "In a statement, the defence ministry said troops had killed nine militants near Tillaberi "
        "on Monday.",
        Told("armed_clash", by="defence ministry", deaths="b9"),
    ),
    case(
        "a party's claim of its own act",
        "Al-Shabaab said its fighters had attacked an army base near Bardera on Tuesday.",
        Told("armed_clash", a="Shabaab", by="Shabaab"),
    ),
]

REPORTS = [
    case(
        "a headline without place, actor or toll heads what the text tells first",
        "Twin blasts hit Somali town\n\n"
        "MOGADISHU - Two car bombs exploded in the Somali town of Mahas on Wednesday, killing 15 people, "
        "a security official said.\n\n"
        "The first blast hit the house of a lawmaker, a resident told state radio.",
        Told("ied", deaths="u15", place="Mahas", date="2019-05-15", by="security official"),
    ),
    case(
        "the dead among the dead, and a denial of involvement",
        "A suicide bomber killed at least 31 people outside a clinic in Kabul on Sunday, officials said.\n\n"
        "Eight women and five children were among the dead.\n\n"
        "The Taliban denied any involvement.",
        Told("suicide_bomb", deaths="u31+", place="Kabul", date="2019-05-12", by="officials"),
        Told("suicide_bomb", "denied", deaths="", place="Kabul", by="Taliban"),
    ),
    case(
        "dozens in the headline, at least fifty in the text",
        "Myanmar junta air strike on village kills dozens\n\n"
        "YANGON - At least 50 people were killed when Myanmar's military bombed a village in Sagaing "
        "on Tuesday, residents said.",
        Told("air_strike", a="Myanmar", deaths="u50+", place="Sagaing", date="2019-05-14", by="residents"),
    ),
    case(
        "so many dead since Friday are the toll of one battle",
        "Fighting between the army and the Rapid Support Forces in El Fasher has killed at least 38 people "
        "since Friday, a medical source said.",
        Told("armed_clash", a="army", b="Rapid Support", deaths="u38+", place="Fasher", by="medical source"),
    ),
    case(
        "more were buried than the police say",
        "Gunmen killed at least 20 people in a raid on Kadisau in Katsina on Tuesday, police said.\n\n"
        '"We buried 57 people this morning," said Abdullahi Sani, a farmer.',
        Told("attack", a="gunmen", deaths="c20+", place="Kadisau", by="police"),
        Told("attack", a="gunmen", deaths="c57", place="Kadisau", by="Abdullahi Sani"),
    ),
    case(
        "a statement given whole is its speaker's",
        "The foreign secretary said:\n\n"
        "I welcome the liberation of Palmyra by Syrian forces on Tuesday. We will go on with our help.",
        Told("government_regains_territory", a="Syria", place="Palmyra", by="foreign secretary"),
    ),
    case(
        "two incidents in one report",
        "JOS, Nigeria - Suspected bandits killed eleven farmers in the village of Zurak on Sunday, "
        "residents said.\n\n"
        "The men came on motorcycles and set houses on fire.\n\n"
        "In a separate incident, a roadside bomb killed three soldiers near Maiduguri on Monday, "
        "the army said.",
        Told("attack", a="bandits", deaths="c11", date="2019-05-12", by="residents"),
        Told("ied", b="soldiers", deaths="b3", place="Maiduguri", date="2019-05-13", by="army"),
    ),
    case(
        "a plan beside what happened",
        "Government troops retook the town of Palma from Islamist insurgents on Monday, the defence "
        "minister said.\n\n"
        "The army will launch an offensive against Macomia next week, he added.",
        Told("government_regains_territory", place="Palma", date="2019-05-13", by="defence minister"),
        Told("operation_launch", "planned", place="Macomia", by="defence minister"),
    ),
    case(
        "an act and its denial",
        "Shelling killed four pensioners in Horlivka on Tuesday, the mayor said.\n\n"
        "The Ukrainian army denied shelling the town.",
        Told("shelling", deaths="c4", place="Horlivka", date="2019-05-14", by="mayor"),
        Told("shelling", "denied", a="Ukrain", place="Horlivka"),
    ),
    case(
        "background is no event",
        "Police in Kampala arrested four men on Thursday over the theft of army rifles.\n\n"
        "More than 2,000 people have been killed in the region since 2015.\n\n"
        "The conflict has driven tens of thousands from their homes over the past decade.",
        Told("arrests", a="police", deaths="", place="Kampala", date="2019-05-16"),
    ),
    case(
        "no violence at all",
        "LIMA, May 16 - Farmers in the valley expect a good harvest this year.\n\n"
        "Rain came early, the ministry said, and prices have fallen by 12 percent.\n\n"
        "The minister will visit the region on Saturday.",
    ),
    case(
        "abduction told in three steps",
        "Gunmen abducted six teachers from a school near Kumbo on Monday, the governor of the "
        "region said.\n\n"
        "The teachers were taken into the forest.\n\n"
        "No group has claimed responsibility for the kidnapping.",
        Told(
            "abduction", a="gunmen", b="civilian", deaths="", place="Kumbo", date="2019-05-13", by="governor"
        ),
    ),
    case(
        "strike and the group that was hit",
        "A U.S. drone killed four al-Shabaab fighters near Jilib on Wednesday, the U.S. military said.\n\n"
        "“No civilians were killed or injured,” it said in a statement.",
        Told("air_strike", a="United States", b="Shabaab", deaths="b4", place="Jilib", date="2019-05-15"),
    ),
    case(
        "suicide bombing with a toll that follows",
        "A suicide bomber struck a wedding hall in Jalalabad on Saturday night.\n\n"
        "At least 30 guests were killed and more than 60 were wounded, health officials said.\n\n"
        "The Taliban denied any role in the attack.",
        Told("suicide_bomb", deaths="c30+", injured="c61+", place="Jalalabad", date="2019-05-11"),
        Told("suicide_bomb", "denied", a="Taliban", deaths=""),
    ),
    case(
        "town changes hands, then flight",
        "M23 rebels seized the town of Kiwanja on Tuesday after government troops withdrew, a local "
        "official said.\n\n"
        "About 5,000 people fled to Rutshuru, the Red Cross said.",
        Told("nonstate_takes_territory", a="M23", place="Kiwanja", date="2019-05-14", by="local official"),
        Told("withdrawal", a="government troops", by="local official"),
        Told("displacement", by="Red Cross"),
    ),
    case(
        "launch that is announced, ordered and denied",
        "President Varga launches offensive against Seleka\n\n"
        "President Samuel Varga announced on Tuesday that the Central African army will launch an offensive "
        "against Seleka rebels in Bria.\n\n"
        "Varga ordered the start of the offensive, dubbed: “Niger Shield,” the presidency said.\n\n"
        "Hamid Bello, a spokesman for the police, told Radio Ndeke that “the police are not involved in the "
        "offensive.”",
        Told("operation_launch", a="Central African", b="Seleka", place="Bria"),
        Told("operation_launch", "denied", a="police", place="Bria", by="Hamid Bello"),
    ),
    case(
        "plan in the headline's infinitive",
        "Army to launch offensive in Bangassou forests\n\n"
        "The army will launch an offensive against Seleka rebels in the forests of Bangassou, Mbomou, before "
        "the end of the month, a colonel said on Friday.",
        Told("operation_launch", "planned", a="army|military", b="Seleka", place="Bangassou"),
    ),
    case(
        "headline is not told twice",
        "Gunmen kill seven miners in Balochistan\n\n"
        "QUETTA, May 16 (AFP) - Gunmen killed seven coal miners in the Pakistani town of Harnai on "
        "Wednesday, officials"
        " said.\n\n"
        "The attackers dragged the men from a bus and shot them, police chief Asad Baloch told AFP.",
        Told("attack", a="gunmen", b="civilian", deaths="c7", place="Harnai", date="2019-05-15"),
    ),
    case(
        "rival claims on one clash",
        "Fighting broke out between the army and ELN rebels near Arauca on Monday.\n\n"
        "The army said it had killed six rebels.\n\n"
        "The ELN denied losing any fighters and said it had shot four soldiers.",
        Told("armed_clash", b="ELN", deaths="b6", place="Arauca", date="2019-05-13"),
        Told("armed_clash", a="ELN", b="military|army", by="ELN"),
    ),
    case(
        "lead, elaboration and claim of responsibility",
        "MOGADISHU (Reuters) - A car bomb killed at least nine people outside a hotel in the Somali "
        "capital on Tuesday,"
        " police said.\n\n"
        "The blast also wounded 14 others, said Captain Abdi Warsame, a police officer at the scene.\n\n"
        "Al-Shabaab claimed responsibility for the attack.\n\n"
        "“I saw smoke over the gate,” said Halima Nur, a shopkeeper.",
        Told(
            "ied",
            a="Shabaab",
            deaths="u9+",
            injured="u14",
            place="Mogadishu",
            date="2019-05-14",
            by="police",
        ),
    ),
    case(
        "nobody has claimed it, and the police blame a group",
        "Three Kenyan police officers were killed on Tuesday when their car struck a mine in Garissa.\n\n"
        "No group has claimed the attack, but police blamed it on al-Shabaab.",
        Told("ied", a="Shabaab", b="police", deaths="b3", place="Garissa", date="2019-05-14"),
    ),
]

KNOWN_GAPS: list[Gap] = [
    Gap(
        "a lead that sums up several incidents is told as one more; officers of a police post are nobody's",
        case(
            "three incidents of one day, listed",
            "KABUL - A wave of attacks killed at least 16 people across Afghanistan on Wednesday, "
            "officials said.\n\n"
            "In Ghazni, a car bomb at a police checkpoint killed seven officers, the governor's "
            "office said.\n\n"
            "Gunmen shot dead five worshippers in a mosque in Parwan, police said.\n\n"
            "In Herat, a magnetic bomb killed four people in a minibus.",
            Told("ied", b="police|officers", deaths="b7", place="Ghazni", date="2019-05-15", by="governor"),
            Told("attack", deaths="c5", place="Parwan", date="2019-05-15", by="police"),
            Told("ied", deaths="u4", place="Herat", date="2019-05-15"),
        ),
    ),
    Gap(
        '"the killing" opens another event, and "two days after" is not reckoned',
        case(
            "talks after an attack",
            "JUBA, May 15 (Reuters) - The government and rebels began peace talks in Addis Ababa on "
            "Wednesday.\n\n"
            "The talks come two days after gunmen killed eleven cattle herders near Bor.\n\n"
            "The government called the killing a crime. A round of talks will follow in June.",
            Told("talks", place="Addis Ababa", date="2019-05-15"),
            Told("attack", a="gunmen", deaths="c11", place="Bor", date="2019-05-13"),
        ),
    ),
    Gap(
        "a later total does not replace the earlier one",
        case(
            "toll that rises in the text",
            "A mortar shell hit a bakery in Taiz on Tuesday, killing three people.\n\n"
            "Two of the wounded died in hospital overnight, bringing the death toll to five, a doctor said.",
            Told("shelling", deaths="u5", place="Taiz", date="2019-05-14"),
        ),
    ),
    Gap(
        "a later breakdown does not replace the total of the lead",
        case(
            "toll of the lead broken down further on",
            "Fourteen people died when militants attacked an army camp near Inates in Niger on Tuesday, "
            "the government"
            " said.\n\n"
            "Nine soldiers and five militants were killed in the fighting, it said in a statement.",
            Told("armed_clash", deaths="b9 a5", place="Inates", date="2019-05-14", by="government"),
        ),
    ),
    Gap(
        "the steps of one protest are not joined",
        case(
            "protest that is broken up",
            "Thousands of students marched through Khartoum on Thursday to demand a civilian government.\n\n"
            "Police fired tear gas to disperse the crowd near the bridge.\n\n"
            "Doctors said two protesters were shot dead.",
            Told("excessive_force", b="police", deaths="c2", place="Khartoum", date="2019-05-16"),
        ),
    ),
]


@pytest.mark.parametrize("row", rows(ATTRIBUTION))
def test_attribution(row: Case) -> None:
    check(row)


@pytest.mark.parametrize("row", rows(REPORTS, KNOWN_GAPS))
def test_reports(row: Case) -> None:
    check(row)


TEXTS = [*REPORTS, *(known.row for known in KNOWN_GAPS)]
LONGEST = max((row.text for row in TEXTS), key=len)


@pytest.mark.parametrize("row", rows(TEXTS))
def test_ids_are_unique_and_the_same_each_time(row: Case) -> None:
    first, again = code(row.text), code(row.text)
    assert [a.id for a in first] == [a.id for a in again]
    assert first == again
    assert len({a.id for a in first}) == len(first)


def test_ids_differ_between_reports() -> None:
    one, two = code(LONGEST, report="one"), code(LONGEST, report="two")
    assert len(one) == len(two) > 0
    assert {a.id for a in one}.isdisjoint(a.id for a in two)


def test_the_wire_credit_is_kept() -> None:
    assert all("AFP" in a.attribution.via for a in events(FURNISHED))


@pytest.mark.parametrize("row", rows(TEXTS))
def test_every_value_has_its_passage(row: Case) -> None:
    for account in code(row.text):
        _check_passages(row.text, account)


def _check_passages(text: str, account: Account) -> None:
    fields = {e.field for e in account.evidence}
    assert ungrounded(text, (account,)) == []
    assert not account.side_a or "side_a" in fields
    assert not account.side_b or "side_b" in fields
    assert account.place is None or "place" in fields
    assert account.date.start is None or "date" in fields
    if account.kind is AccountKind.EVENT:  # of states: test_extract_states
        assert account.attribution.speaker is None or "attribution" in fields
    for figure in account.figures:
        assert figure.evidence, figure
        assert all(account.evidence[i].field == figure.what for i in figure.evidence)


FURNISHED = """Home | World | Sport | Subscribe

Gunmen kill seven miners in Balochistan

QUETTA, May 16 (AFP) - Gunmen killed seven coal miners in the Pakistani town of Harnai on Wednesday.

The attack was the third in a month.

Read more: Bomb kills 20 in Kabul

Related stories

Rebels shell the airport of Tripoli

Copyright 2019 Invented News. All rights reserved.
"""


def test_furniture_yields_nothing() -> None:
    assert (
        misfits(events(FURNISHED), (Told("attack", a="gunmen", deaths="c7", place="Harnai", via="AFP"),))
        == []
    )


def test_passages_lie_outside_furniture() -> None:
    result = coded(FURNISHED)
    assert result.report.furniture
    assert not any(
        e.span.overlaps(f) for a in result.accounts for e in a.evidence for f in result.report.furniture
    )


def test_a_report_without_a_date_has_events_without_days() -> None:
    (account,) = events("Gunmen killed seven miners in Harnai on Wednesday.", published=None)
    assert account.date.start is None


def test_extraction_is_the_last_step_of_coding() -> None:
    document = annotate(RawReport("invented", FURNISHED, metadata={"published": PUBLISHED, "language": "en"}))
    assert extract(document) == coded(FURNISHED).accounts != ()


_SENTENCES = st.sampled_from(
    [
        "Gunmen killed two policemen in Peshawar on Tuesday.",
        "The attack left nine people wounded, the mayor told Reuters.",
        "Al-Shabaab claimed responsibility.",
        "Troops will launch an operation near İzmir next week.",
        "The army denied it.",
        "“They came at dawn,” said Amal Idris, a nurse.",
        "Marka is under the control of al-Shabaab.",
        "There are about 2,000 Taliban fighters in Ghazni.",
        "Elsewhere, a mine killed a herder near Kidal; shells hit a school in Taiz.",
        "Dozens of families fled.",
        "BOMB KILLS SIX IN QUETTA",
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(_SENTENCES, min_size=1, max_size=6), st.sampled_from([" ", "\n\n", "\r\n", "\u00a0"]))
def test_whatever_the_order_every_passage_is_in_the_text(sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    found = code(text)
    assert ungrounded(text, found) == []
    assert len({a.id for a in found}) == len(found)
    for account in found:
        assert (account.kind is AccountKind.EVENT) == (account.type in EVENT_CODES)
