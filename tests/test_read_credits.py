# ruff: noqa: E501 -- a table reads best with one row a line
"""Wire credits, agencies and decoding."""

from __future__ import annotations

import hashlib

import pytest

from crossbearing.errors import NotText
from crossbearing.model import RawReport
from crossbearing.read import read
from crossbearing.vocab.agencies import agencies, agency_at, agency_named

FIRST = (
    "Two soldiers and a driver were killed when a lorry ran over a mine near the market town of Arlo on Sunday,"
    " the governor said."
)
LAST = (
    "Nobody has claimed the blast, but the army says that rebels mined the road after they had left the town."
)

CREDITS = [
    ("dateline", f"ARLO, March 3 (NWP) - {FIRST}\n\n{LAST}", ("NWP",)),
    ("dateline with a name", f"ARLO, Peru (North Valley Press) – {FIRST}\n\n{LAST}", ("North Valley Press",)),
    ("byline", f"Mine kills three in Arlo today\nAFP , Wednesday 19 Oct 2011\n\n{FIRST}\n\n{LAST}", ("AFP",)),
    ("byline with a place", f"Mine kills three in Arlo today\nNWP, Arlo · Filed on June 11, 2010\n\n{FIRST}\n\n{LAST}", ("NWP",)),
    ("brackets behind the last word", f"{FIRST}\n\n{LAST} (NWP)", ("NWP",)),
    ("two in brackets", f"{FIRST}\n\n{LAST} (AFP/NWP)", ("AFP", "NWP")),
    ("name behind the last word", f"{FIRST}\n\n{LAST} EFE", ("EFE",)),
    ("line of its own", f"{FIRST}\n\n{LAST}\n\nNWP", ("NWP",)),
    ("source line", f"{FIRST}\n\n{LAST}\n\nSource: SANA and Tasnim news agencies", ("SANA", "Tasnim")),
    ("source line, unknown paper", f"{FIRST}\n\n{LAST}\n\nSource: Sable Courier", ("Sable Courier",)),
    ("information from", f"{FIRST}\n\n{LAST}\n\nWith information from EFE", ("EFE",)),
    ("inputs from", f"{FIRST}\n\n{LAST}\n\n(With inputs from PTI)", ("PTI",)),
    ("told an agency", f"{FIRST}\n\nThe mayor told Anadolu Agency that he had fled.", ("Anadolu Agency",)),
    ("speaking to an agency", f"{FIRST}\n\nSpeaking to Lakeside Agency, the mayor said he had fled.", ("Lakeside Agency",)),
    ("told an unknown one", f"{FIRST}\n\nThe mayor told NWP that he had fled.", ("NWP",)),
    ("news agency named", f"{FIRST}\n\nThe mayor told news agency NWP that he had fled.", ("NWP",)),
    ("staff tag", f"ARLO, March 3 (NWP) - {FIRST}\n\n{LAST}\n\nnwp/ab/cd", ("NWP",)),
    ("photo, when there is nothing else", f"Men at the wreck, March 3, 2011. REUTERS/A. Mora\n\n{FIRST}\n\n{LAST}", ("REUTERS",)),
    ("acronym of a group", f"{FIRST}\n\nThe rebels belong to the Arlo Liberation Front (ALF)", ()),
    ("told a person", f"{FIRST}\n\nThe mayor told Omar Bah that he had fled.", ()),
    ("live label", f"LIVE • Wednesday 7 August 2013\n\n{FIRST}\n\n{LAST}", ()),
    ("monitor is no wire", f"{FIRST}\n\nA medic told the Syrian Observatory for Human Rights so.", ()),
    ("agency in the place of the country", f"Arlo, SANA- {FIRST}\n\n{LAST}", ("SANA",)),
    ("menu of languages", f"{FIRST}\n\n{LAST}\n\nENGLISH\n\nSPANISH\n\nRUSSIAN", ()),
    ("topics", f"{FIRST}\n\n{LAST}\n\nTopics:\n\nArlo\n\nALF\n\nMines", ()),
    ("none", f"{FIRST}\n\n{LAST}", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wire"), [c[1:] for c in CREDITS], ids=[c[0] for c in CREDITS])
def test_wire_credits(text: str, wire: tuple[str, ...]) -> None:
    assert read(RawReport("r", text)).wire == wire


def test_there_are_many_agencies_and_each_is_found_by_each_of_its_names() -> None:
    assert len(agencies()) > 250
    assert len({a.country for a in agencies()}) > 90
    for agency in agencies():
        for name in agency.names:
            assert agency_named(name) is not None, name


NAMES = [
    ("AFP", "Agence France-Presse"),
    ("afp", "Agence France-Presse"),
    ("the Anadolu news agency", "Anadolu Agency"),
    ("Al-Jazeera", "Al Jazeera"),
    ("Al Jazeera", "Al Jazeera"),
    ("Asharq al-Awsat newspaper", "Asharq Al-Awsat"),
    ("Télam", "Telam"),
]


@pytest.mark.parametrize(("name", "preferred"), NAMES)
def test_agency_by_name(name: str, preferred: str) -> None:
    found = agency_named(name)
    assert found is not None
    assert found.name == preferred


@pytest.mark.parametrize("name", ["", "agency", "The Mayor of Arlo", "news"])
def test_what_is_no_agency(name: str) -> None:
    assert agency_named(name) is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  \n\t ", "empty"),
        ("", "empty"),
        (b"\xff\xfe\x00", "empty"),
        ("a\0b", "NUL"),
        (b"abc\0def", "zero bytes"),
        (b"\xef\xbb\xbf", "empty"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(content: bytes | str, reason: str) -> None:
    with pytest.raises(NotText, match=reason) as caught:
        read(RawReport("dir/file.txt", content))
    assert caught.value.where == "dir/file.txt"


def test_fingerprint_is_that_of_what_arrived() -> None:
    assert read(RawReport("r", b"\xef\xbb\xbfAbc.")).sha256 == hashlib.sha256(b"\xef\xbb\xbfAbc.").hexdigest()
    assert read(RawReport("r", "Gaó.")).sha256 == hashlib.sha256("Gaó.".encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FIRST + LAST, "en"),
        ("Dos soldados murieron el domingo en una emboscada cerca del pueblo, según el gobernador.", "es"),
        ("قُتل جنديان في كمين قرب البلدة يوم الأحد بحسب ما أعلن المحافظ في بيان له.", "ar"),
        ("12:30", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert read(RawReport("r", text)).language == language


def test_a_wrong_label_does_not_hide_an_english_report() -> None:
    report = read(RawReport("r", FIRST + LAST, metadata={"language": "fr"}))
    assert report.language == "en"
    assert report.notes == ("labelled as fr, but its text is in en",)


ADDRESSES = [
    ("www.aljazeera.com", "Al Jazeera"),
    ("english.ahram.org.eg", "Al-Ahram"),
    ("timesofindia.indiatimes.com", "The Times of India"),
    ("AFP.com.", "Agence France-Presse"),
    ("amp.theguardian.com", "The Guardian"),
]


@pytest.mark.parametrize(("host", "name"), ADDRESSES)
def test_agency_by_its_address(host: str, name: str) -> None:
    found = agency_at(host)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("host", ["", "com", "example.org", "notaljazeera.com", "aljazeera.com.example.org"])
def test_address_of_nobody(host: str) -> None:
    assert agency_at(host) is None


def test_address_names_the_outlet_when_nothing_else_does() -> None:
    row = {"url": "https://www.dawn.com/news/1234567/mine-kills-three"}
    assert read(RawReport("r", FIRST, metadata=row)).outlet == "Dawn"
    assert read(RawReport("r", FIRST, metadata={**row, "outlet": "Hill Post"})).outlet == "Hill Post"
