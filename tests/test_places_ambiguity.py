"""Which of several places a name means, and when a capitalised word is no place at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from places_reading import read

MEANT = [
    # (phenomenon, text, name in the text, country, lat, lon, within km)
    ("Paris alone", "Leaders met in Paris on Monday.", "Paris", "FR", 48.85, 2.35, 20),
    ("Paris, Texas", "A storm hit Paris, Texas, on Monday.", "Paris", "US", 33.66, -95.56, 20),
    ("Tripoli in Libya", "Libyan militias fought in Tripoli and Misrata.", "Tripoli", "LY", 32.89, 13.19, 20),
    (
        "Tripoli in Lebanon",
        "The Lebanese army sent troops from Beirut to Tripoli.",
        "Tripoli",
        "LB",
        34.44,
        35.84,
        20,
    ),
    (
        "Hit the town",
        "Iraqi troops entered the town of Hit in Anbar province.",
        "Hit",
        "IQ",
        33.64,
        42.83,
        15,
    ),
    ("Heet spelling", "Iraqi troops entered the town of Heet.", "Heet", "IQ", 33.64, 42.83, 15),
    ("Qaim", "Iraqi troops entered Qaim.", "Qaim", "IQ", 34.37, 41.09, 15),
    ("al-Qa'im", "Iraqi troops entered al-Qa'im.", "al-Qa'im", "IQ", 34.37, 41.09, 15),
    ("Raqa", "Syrian fighters left Raqa.", "Raqa", "SY", 35.95, 39.01, 15),
    ("Raqqah", "Syrian fighters left Raqqah.", "Raqqah", "SY", 35.95, 39.01, 15),
    ("Kiev", "Missiles fell on Kiev in Ukraine.", "Kiev", "UA", 50.45, 30.52, 20),
    ("Kyiv", "Missiles fell on Kyiv.", "Kyiv", "UA", 50.45, 30.52, 20),
    ("Shirqat", "Iraqi police left Shirqat.", "Shirqat", "IQ", 35.51, 43.24, 15),
    ("Hawijah", "Iraqi police left Hawijah.", "Hawijah", "IQ", 35.325, 43.77, 15),
    ("Deir Ezzor", "Syrian police left Deir Ezzor.", "Deir Ezzor", "SY", 35.33, 40.14, 20),
    ("Deir el-Zour", "Syrian police left Deir ez-Zor.", "Deir ez-Zor", "SY", 35.33, 40.14, 20),
    ("city not province", "Kurdish police left Kirkuk.", "Kirkuk", "IQ", 35.468, 44.392, 5),
    ("Alexandria in Egypt", "Egyptian police left Alexandria.", "Alexandria", "EG", 31.2, 29.92, 20),
    ("Alexandria, Virginia", "Police left Alexandria, Virginia.", "Alexandria", "US", 38.8, -77.05, 20),
    (
        "Birmingham in England",
        "British police left Birmingham and London.",
        "Birmingham",
        "GB",
        52.48,
        -1.9,
        20,
    ),
    ("Birmingham, Alabama", "Police left Birmingham, Alabama.", "Birmingham", "US", 33.52, -86.8, 20),
    ("Cordoba in Colombia", "Colombian troops left Corinto in Cauca.", "Corinto", "CO", 3.17, -76.26, 15),
    (
        "Santander de Quilichao",
        "Colombian troops left Santander de Quilichao.",
        "Santander de Quilichao",
        "CO",
        3.01,
        -76.48,
        15,
    ),
    ("Arauca", "Colombian troops left Saravena.", "Saravena", "CO", 6.95, -71.88, 15),
    ("Gao", "Malian troops left Gao.", "Gao", "ML", 16.27, -0.04, 15),
    ("Koro in Mali", "Malian troops left Koro and Bankass.", "Koro", "ML", 14.07, -3.08, 15),
    ("Djibo", "Burkinabe troops left Djibo.", "Djibo", "BF", 14.1, -1.63, 15),
    ("Mora in Cameroon", "Cameroonian troops left Mora and Kolofata.", "Mora", "CM", 11.05, 14.14, 15),
    ("Bama in Nigeria", "Nigerian troops left Bama and Gwoza.", "Bama", "NG", 11.52, 13.69, 15),
    ("Beni in Congo", "Congolese troops left Beni and Oicha.", "Beni", "CD", 0.49, 29.47, 15),
    ("Bor in South Sudan", "South Sudanese troops left Bor and Malakal.", "Bor", "SS", 6.21, 31.56, 15),
    ("Bara in Sudan", "Sudanese troops left Bara and El Obeid.", "Bara", "SD", 13.7, 30.37, 15),
    ("Nyala", "Sudanese troops left Nyala.", "Nyala", "SD", 12.05, 24.88, 15),
    (
        "Tank in Pakistan",
        "Pakistani police left the town of Tank near Dera Ismail Khan.",
        "Tank",
        "PK",
        32.22,
        70.38,
        15,
    ),
    ("Mir Ali", "Pakistani troops entered Mir Ali in North Waziristan.", "Mir Ali", "PK", 32.97, 70.28, 15),
    (
        "Bijapur in Bastar",
        "Maoists shot a guard in Bijapur, near Dantewada in Chhattisgarh.",
        "Bijapur",
        "IN",
        18.84,
        80.77,
        20,
    ),
    (
        "Hyderabad in Pakistan",
        "Pakistani police in Sindh left Karachi for Hyderabad.",
        "Hyderabad",
        "PK",
        25.39,
        68.37,
        20,
    ),
    ("Hyderabad in India", "Indian police in Telangana left Hyderabad.", "Hyderabad", "IN", 17.38, 78.46, 20),
    ("Salamiyah", "Syrian troops left Salamiyah.", "Salamiyah", "SY", 35.01, 37.05, 15),
    (
        "Palma in Mozambique",
        "Mozambican troops left Palma and Mocimboa da Praia.",
        "Palma",
        "MZ",
        -10.77,
        40.48,
        15,
    ),
    ("Mekele", "Ethiopian troops left Mekele.", "Mekele", "ET", 13.5, 39.47, 15),
    ("Bakhmut", "Ukrainian troops left Bakhmut.", "Bakhmut", "UA", 48.59, 38.0, 15),
    ("Avdeevka", "Ukrainian troops left Avdeevka.", "Avdeevka", "UA", 48.14, 37.75, 15),
    ("Shusha", "Azerbaijani troops entered Shushi.", "Shushi", "AZ", 39.76, 46.75, 15),
    ("Batken", "Kyrgyz guards left Batken.", "Batken", "KG", 40.06, 70.82, 15),
    ("Yala", "Thai police left Yala.", "Yala", "TH", 6.54, 101.28, 15),
    ("Marawi", "Philippine troops entered Marawi.", "Marawi", "PH", 8.0, 124.29, 15),
    ("Wabag", "Police in Papua New Guinea left Wabag.", "Wabag", "PG", -5.49, 143.72, 15),
    ("Maungdaw", "Myanmar troops left Maungdaw in Rakhine State.", "Maungdaw", "MM", 20.82, 92.37, 15),
    ("Derna", "Libyan troops left Derna.", "Derna", "LY", 32.77, 22.64, 15),
    ("Taiz", "Yemeni troops left Taiz.", "Taiz", "YE", 13.58, 44.02, 15),
    ("Ain al-Hilweh", "Lebanese troops ringed Ain al-Hilweh.", "Ain al-Hilweh", "LB", 33.54, 35.38, 10),
    ("Jabalia", "Israeli tanks entered Jabalia in Gaza.", "Jabalia", "PS", 31.53, 34.49, 10),
    ("Goma", "Rwandan-backed rebels took Goma.", "Goma", "CD", -1.68, 29.22, 15),
]


@pytest.mark.parametrize(
    ("text", "name", "country", "lat", "lon", "km"), [r[1:] for r in MEANT], ids=[r[0] for r in MEANT]
)
def test_which_place_is_meant(text: str, name: str, country: str, lat: float, lon: float, km: float) -> None:
    places = {m.text: m.place for m in read(text)}
    assert any(name in words for words in places), f"{name!r} not among {list(places)}"
    place = next(p for words, p in places.items() if name in words)
    assert place is not None
    assert place.lat is not None
    assert place.lon is not None
    assert place.country == country
    assert read.distance(place.lat, place.lon, lat, lon) <= km


NO_PLACE = [
    ("code name in quotes", "The offensive, dubbed “Niger Shield,” began on Monday.", "Niger"),
    ("code name, straight quotes", 'They call it an exercise called "Mosul Dawn".', "Mosul"),
    ("operation's name", "Operation Sinai Eagle began on Monday.", "Sinai"),
    ("Jordan Smith", "Jordan Smith left the room.", "Jordan"),
    ("Mr Paris", "Mr Paris left the room.", "Paris"),
    ("Victoria Brown", "Victoria Brown left the room.", "Victoria"),
    ("General Kano", "General Kano left the room.", "Kano"),
    ("surname later", "Karim Sinjari left the room. Sinjari smiled.", "Sinjari"),
    ("newspaper", "The Washington Post wrote so.", "Washington"),
    ("broadcaster", "The Boston Herald wrote so.", "Boston"),
    ("team", "He played for Manchester United.", "Manchester"),
    ("verb hit", "Hit by a shell, the car burnt.", "Hit"),
    ("noun mine", "Mine clearance goes on.", "Mine"),
    ("police", "Police said so.", "Police"),
    ("month March", "They met in March.", "March"),
    ("month May", "It ended in May.", "May"),
    ("weekday", "They met on Friday.", "Friday"),
    ("Islamic State", "Islamic State said so.", "Islamic State"),
    ("demonym", "Iraqi troops fled.", "Iraqi"),
    ("inside a word", "The ambassador wrote a romance.", "romance"),
    ("many", "Many were hurt.", "Many"),
    ("most", "Most were hurt.", "Most"),
    ("union", "Union members marched.", "Union"),
    ("pronoun us", "They told us nothing.", "us"),
    ("of", "Of the ten, two died.", "Of"),
    ("title", "President Lincoln was there.", "Lincoln"),
    ("given name", "Chelsea Austin was there.", "Austin"),
    ("initial", "J. Houston was there.", "Houston"),
]


@pytest.mark.parametrize(("text", "word"), [r[1:] for r in NO_PLACE], ids=[r[0] for r in NO_PLACE])
def test_no_place(text: str, word: str) -> None:
    assert word not in [m.text for m in read(text)]
    assert not [m for m in read(text) if word in m.text]


def test_a_village_in_no_gazetteer_stands_where_its_district_does() -> None:
    found = {m.text: m.place for m in read("The village of Qorvastan in Hawija district of Iraq was burnt.")}
    place = found["Qorvastan"]
    assert place is not None
    assert place.id is None
    assert place.country == "IQ"
    assert place.precision == 3
    assert place.lat == pytest.approx(35.325, abs=0.05)
    assert any(reason.startswith("placed by context") for reason in place.reasons)


def test_a_village_near_a_town_is_placed_within_25_km_of_it() -> None:
    found = {m.text: m.place for m in read("Gunmen burnt Zemgoundé village, near Djibo in Burkina Faso.")}
    place = next(p for words, p in found.items() if words.startswith("Zemgound"))
    assert place is not None
    assert place.precision == 2
    assert place.lat == pytest.approx(14.1, abs=0.1)


def test_an_unknown_village_without_any_context_stays_unknown() -> None:
    (found,) = read("The village of Qorvastan was burnt.")
    assert found.place is not None
    assert not found.place.located
    assert "in no gazetteer" in found.place.reasons


def test_a_single_word_in_quotes_may_be_a_village() -> None:
    assert [m.text for m in read("They burnt a village called “Zurmi” on Monday.")] == ["Zurmi"]


def test_a_capital_that_speaks_may_be_a_metonym() -> None:
    found = {m.text: m.place for m in read("Baghdad and Ankara agreed on a plan.")}
    assert all("may be metonym" in (p.reasons if p else ()) for p in found.values())
    assert set(found) == {"Baghdad", "Ankara"}


def test_a_place_in_a_body_s_name_says_so() -> None:
    found = {m.text: m.place for m in read("The Kirkuk Joint Operations Command denied it.")}
    assert found["Kirkuk"] is not None
    assert "part of a body's name" in found["Kirkuk"].reasons


def test_the_report_s_country_decides_for_the_whole_report() -> None:
    text = "Lebanese troops fanned out on Sunday. They had come from Beirut. By night, Tripoli was calm."
    assert [m.place.country for m in read(text) if m.place and m.text == "Tripoli"] == ["LB"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Mosul",
                "near",
                "the",
                "village of",
                "İzmir’s",
                "60 km south of",
                "Deir ez-Zor",
                "between",
                "and",
                "Hit",
                ",",
                ".",
                "in",
                "\n",
                "Mr",
                "province",
                "U.S.",
                "Šamūn",
                "‘Ayn",
                "-",
                "(",
                ")",
                "northern",
                "Kirkuk's",
                "road",
                "\u00a0",
                "Çukurca",
            ]
        ),
        max_size=25,
    )
)
def test_every_mention_is_a_stretch_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    found = read(text)
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        assert mention.text
    assert all(a.end <= b.start for a, b in pairwise(found))
