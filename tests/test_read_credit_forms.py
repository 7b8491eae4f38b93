# ruff: noqa: E501 -- a table reads best with one row a line
"""The forms in which texts credit agencies and outlets, and what looks like a credit and is none."""

from __future__ import annotations

import pytest

from crossbearing.model import RawReport
from crossbearing.read import read

FIRST = (
    "Two soldiers and a driver were killed when a lorry ran over a mine near the market town of Arlo on Sunday,"
    " the governor said."
)
LAST = (
    "Nobody has claimed the blast, but the army says that rebels mined the road after they had left the town."
)
HEAD = "Mine kills three near the market of Arlo"


def wire(text: str, **metadata: str) -> tuple[str, ...]:
    return read(RawReport("r", text, metadata=metadata)).wire


def opened(line: str) -> str:
    return f"{HEAD}\n\n{line}{FIRST}\n\n{LAST}\n"


def under(line: str) -> str:
    return f"{HEAD}\n{line}\n\n{FIRST}\n\n{LAST}\n"


def closed(line: str) -> str:
    return f"{HEAD}\n\n{FIRST}\n\n{LAST}\n\n{line}\n"


def ended(words: str) -> str:
    return f"{HEAD}\n\n{FIRST}\n\n{LAST}{words}\n"


def inside(sentence: str) -> str:
    return f"{HEAD}\n\n{FIRST}\n\n{sentence}\n\n{LAST}\n"


CREDITED = [
    # datelines
    ("dateline, capitals", opened("BAGHDAD, Oct 25 (Reuters) - "), ("Reuters",)),
    ("dateline, long dash", opened("BAGHDAD (AP) — "), ("AP",)),
    ("dateline, country", opened("GAO, Mali (AFP) - "), ("AFP",)),
    ("dateline, small letters", opened("Berlin (dpa) - "), ("dpa",)),
    ("dateline, weekday", opened("CAIRO, Tuesday, Oct. 25 (MENA) -- "), ("MENA",)),
    ("dateline, ordinal and two dashes", opened("ABU DHABI, 5th March, 2019 (WAM) -- "), ("WAM",)),
    ("dateline, Spanish dash", opened("Bogotá, 25 oct (EFE).- "), ("EFE",)),
    ("dateline, strokes", opened("MOSCOW, October 25. /TASS/. "), ("TASS",)),
    ("dateline, agency in place of the country", opened("Damascus, SANA- "), ("SANA",)),
    ("dateline, agency behind the place and a colon", opened("Gao (AMAP): "), ("AMAP",)),
    ("dateline, name of several words", opened("QAMISHLI, Syria (North Press) – "), ("North Press",)),
    ("dateline, unknown agency", opened("ARLO, Peru (Sable Wire) - "), ("Sable Wire",)),
    ("dateline, agency alone", opened("(Xinhua) -- "), ("Xinhua",)),
    ("dateline, two agencies", opened("ARLO, March 3 (AFP/Reuters) - "), ("AFP", "Reuters")),
    # bylines
    ("byline, agency and weekday", under("AFP, Tuesday 25 October 2016"), ("AFP",)),
    ("byline, agency alone", under("Reuters"), ("Reuters",)),
    ("byline, by an agency", under("By AFP"), ("AFP",)),
    ("byline, full name", under("By Agence France-Presse"), ("Agence France-Presse",)),
    ("byline, agency and published", under("By AFP - Published March 3, 2013"), ("AFP",)),
    ("byline, author and agency", under("By Omar Bah, Associated Press"), ("Associated Press",)),
    ("byline, author, bar, agency", under("By Omar Bah | Reuters"), ("Reuters",)),
    ("byline, author of an agency", under("By Omar Bah of the Associated Press"), ("Associated Press",)),
    ("byline, agency and town", under("Reuters in Gao"), ("Reuters",)),
    ("byline, two agencies", under("AP, AFP"), ("AP", "AFP")),
    ("byline, agency and agencies", under("AFP/Agencies"), ("AFP",)),
    # ends
    ("brackets at the end", ended(" (ANSA)"), ("ANSA",)),
    ("brackets, full name", ended(" (Anadolu Agency)"), ("Anadolu Agency",)),
    ("brackets, two by a stroke", ended(" (PTI/ANI)"), ("PTI", "ANI")),
    ("dash at the end", ended(" – AFP"), ("AFP",)),
    ("dash and a name", ended(" — Reuters"), ("Reuters",)),
    ("acronym at the end", ended(" IRNA"), ("IRNA",)),
    ("line at the foot", closed("— Reuters"), ("Reuters",)),
    ("line in brackets at the foot", closed("(Bernama)"), ("Bernama",)),
    ("bare line at the foot", closed("Bernama"), ("Bernama",)),
    ("agency and author at the foot", closed("WAM/Hassan Bashir"), ("WAM",)),
    ("place and agency at the foot", closed("In Gao/Rudaw"), ("Rudaw",)),
    # labels
    ("Source:", closed("Source: Asharq Al-Awsat"), ("Asharq Al-Awsat",)),
    ("Sources:", closed("Sources: AFP, Reuters"), ("AFP", "Reuters")),
    ("SOURCE:", closed("SOURCE: Interfax"), ("Interfax",)),
    ("Source at the head", under("Source: Aawsat"), ("Aawsat",)),
    ("Via:", closed("Via: Shafaq News"), ("Shafaq News",)),
    ("Fuente:", closed("Fuente: EFE"), ("EFE",)),
    ("Quelle:", closed("Quelle: dpa"), ("dpa",)),
    ("Text:", closed("Text: Ritzau"), ("Ritzau",)),
    ("Agencies:", closed("Agencies: AFP, AP"), ("AFP", "AP")),
    # phrases
    ("with inputs from", closed("(With inputs from ANI)"), ("ANI",)),
    ("with agency inputs from", closed("With agency inputs from PTI"), ("PTI",)),
    ("with information from two", closed("With information from EFE and Europa Press"), ("EFE", "Europa Press")),
    ("with files from", closed("With files from The Canadian Press"), ("Canadian Press",)),
    ("with material from", closed("With material from dpa"), ("dpa",)),
    ("with wire reports from", closed("With wire reports from Reuters."), ("Reuters",)),
    ("with additional reporting by an agency", closed("With additional reporting by Reuters"), ("Reuters",)),
    ("additional reporting by an agency", closed("Additional reporting by AFP."), ("AFP",)),
    ("an agency contributed", closed("The Associated Press contributed to this report."), ("Associated Press",)),
    ("two agencies contributed", closed("AFP and Reuters contributed to this report."), ("AFP", "Reuters")),
    ("a writer of an agency contributed", closed("Omar Bah of the Associated Press contributed to this report."), ("Associated Press",)),
    ("originally published by", closed("This article was originally published by The Irrawaddy."), ("Irrawaddy",)),
    ("originally published at", closed("Originally published at Mada Masr"), ("Mada Masr",)),
    ("first appeared in", closed("This report first appeared in the Sable Courier."), ("Sable Courier",)),
    ("republished from", closed("Republished from Mizzima with thanks."), ("Mizzima",)),
    ("reprinted with permission from", closed("Reprinted with permission from InSight Crime."), ("InSight Crime",)),
    ("syndicated from", closed("Syndicated from Inter Press Service"), ("Inter Press Service",)),
    ("distributed by", closed("This story was distributed by APO Group on behalf of the ministry."), ("APO Group",)),
    ("courtesy of", closed("Report courtesy of Radio Okapi"), ("Radio Okapi",)),
    ("copyright of an agency", closed("Copyright 2019 The Associated Press. All rights reserved."), ("Associated Press",)),
    ("sign of copyright and an agency", closed("© 2016 AFP"), ("AFP",)),
    # who was told
    ("told an agency", inside("The mayor told Anadolu Agency that he had fled."), ("Anadolu Agency",)),
    ("told an agency by its acronym", inside("The mayor told AFP that he had fled."), ("AFP",)),
    ("speaking to", inside("Speaking to Shafaq News, the mayor said he had fled."), ("Shafaq News",)),
    ("in an interview with", inside("In an interview with Al Jazeera the mayor said he had fled."), ("Al Jazeera",)),
    ("in a statement to", inside("In a statement to the state-run SANA agency, the mayor said he had fled."), ("SANA agency",)),
    ("told two agencies", inside("The mayor told AFP that he had fled. A nurse told Reuters that he had not."), ("AFP", "Reuters")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CREDITED], ids=[c[0] for c in CREDITED])
def test_credit(text: str, expected: tuple[str, ...]) -> None:
    found = wire(text)
    assert [name.removeprefix("The ") for name in found] == list(expected)


NONE = [
    ("own correspondent", under("From our correspondent in Arlo")),
    ("staff reporter", under("Staff Reporter")),
    ("wire reports without a name", closed("Compiled from wire reports")),
    ("agencies without a name", under("Agencies")),
    ("an author", under("By Omar Bah")),
    ("an author in a town", under("By Omar Bah in Arlo")),
    ("two authors", under("By Omar Bah and Amal Idris")),
    ("additional reporting by a person", closed("Additional reporting by Omar Bah")),
    ("with additional reporting by two people", closed("With additional reporting by Omar Bah and Amal Idris.")),
    ("a person contributed", closed("Omar Bah contributed to this report.")),
    ("reporting and editing", closed("Reporting by Omar Bah; editing by Amal Idris")),
    ("copyright of an outlet", closed("© 2016 Valley Mail. All rights reserved.")),
    ("copyright of a known outlet", closed("© 2016 Haaretz. All rights reserved.")),
    ("photo courtesy of", closed("Photo courtesy of Radio Okapi")),
    ("picture provided by", closed("The picture was provided by Mizzima.")),
    ("told a person", inside("The mayor told Omar Bah that he had fled.")),
    ("told the court", inside("The mayor told the High Court that he had fled.")),
    ("spoke to reporters", inside("Speaking to reporters, the mayor said he had fled.")),
    ("told parliament", inside("The mayor told Parliament that he had fled.")),
    ("acronym of a group in the text", inside("The rebels belong to the Arlo Liberation Front (ALF), a small group.")),
    ("a monitor", inside("According to the Syrian Observatory for Human Rights, two more died.")),
    ("originally from", inside("He was originally from Arlo and had been posted there in May.")),
    ("distributed by hand", inside("Leaflets were distributed by Arlo youths on Monday.")),
    ("provided by an army", inside("Weapons were provided by Russia, the governor said.")),
    ("related titles", closed("Most read\n\nBus falls into a gorge\n\nGoat wins prize")),
    ("social menu", closed("RSS\n\nFAQ\n\nTweet")),
]  # fmt: skip


@pytest.mark.parametrize("text", [c[1] for c in NONE], ids=[c[0] for c in NONE])
def test_what_is_no_credit(text: str) -> None:
    assert wire(text) == ()


OWN = [
    ("outlet told it by itself", inside("The mayor told Haaretz that he had fled."), "Haaretz", ()),
    ("the name of the paper in its byline", under("By MAIL NEWS TEAM"), "Valley Mail", ()),
    ("an agency's own dispatch", opened("ARLO (EFE) - "), "EFE", ("EFE",)),
    ("another outlet", inside("The mayor told Haaretz that he had fled."), "Valley Mail", ("Haaretz",)),
]


@pytest.mark.parametrize(("text", "outlet", "expected"), [c[1:] for c in OWN], ids=[c[0] for c in OWN])
def test_own_outlet_is_no_wire(text: str, outlet: str, expected: tuple[str, ...]) -> None:
    assert wire(text, outlet=outlet) == expected


def test_outlet_whose_photographers_took_the_pictures_was_told_by_itself() -> None:
    text = f"{HEAD}\n\nA lorry at the market of Arlo [Omar Bah/Al Jazeera]\n\n{inside('The mayor told Al Jazeera that he had fled.')}"
    assert wire(text) == ()


def test_agencies_that_were_told_stand_for_what_they_were_told() -> None:
    text = (
        opened("ARLO, March 3 (AFP) - ")
        + "\nThe mayor told Reuters that he had fled. A nurse told Anadolu Agency so."
    )
    report = read(RawReport("r", text))
    assert report.wire == ("AFP", "Reuters", "Anadolu Agency")
    assert report.wire_told == ("Reuters", "Anadolu Agency")


def test_the_only_agency_that_was_told_stands_for_the_report() -> None:
    report = read(RawReport("r", inside("The mayor told Reuters that he had fled.")))
    assert (report.wire, report.wire_told) == (("Reuters",), ())
