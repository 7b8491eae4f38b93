"""Relative places: (name of the phenomenon, sentence, words of the mention, lat, lon, within km,
precision).
"""

from __future__ import annotations

import pytest

from places_reading import mention, read

MOSUL, KIRKUK, GAO, IDLIB = (36.335, 43.119), (35.468, 44.392), (16.27, -0.04), (35.93, 36.63)

ROWS = [
    ("km south of", "A patrol was hit 60 km south of Mosul.", "60 km south of Mosul", 35.794, 43.119, 8, 2),
    (
        "spelled unit",
        "A patrol was hit 40 kilometres north of Gao.",
        "40 kilometres north of Gao",
        16.631,
        -0.04,
        8,
        2,
    ),
    ("miles", "A patrol was hit 10 miles east of Kirkuk.", "10 miles east of Kirkuk", 35.468, 44.570, 8, 2),
    ("some", "They stopped some 30 km west of Kirkuk.", "some 30 km west of Kirkuk", 35.468, 44.061, 8, 2),
    ("about", "They stopped about 25km north of Gao.", "about 25km north of Gao", 16.496, -0.04, 8, 2),
    (
        "comma number",
        "They stopped 1,000 metres east of Kirkuk.",
        "1,000 metres east of Kirkuk",
        35.468,
        44.403,
        8,
        2,
    ),
    (
        "hyphen bearing",
        "It fell 20 km north-east of Kirkuk.",
        "20 km north-east of Kirkuk",
        35.595,
        44.548,
        8,
        2,
    ),
    (
        "joined bearing",
        "It fell 20 km southwest of Kirkuk.",
        "20 km southwest of Kirkuk",
        35.341,
        44.236,
        8,
        2,
    ),
    ("ern bearing", "It fell 20 km southeast of Mosul.", "20 km southeast of Mosul", 36.207, 43.276, 8, 2),
    ("to the", "It fell 15 km to the south of Mosul.", "15 km to the south of Mosul", 36.2, 43.119, 8, 2),
    (
        "parenthesis",
        "It fell 80 km (50 miles) south of Mosul.",
        "80 km (50 miles) south of Mosul",
        35.614,
        43.119,
        8,
        2,
    ),
    (
        "number word",
        "It fell twenty kilometres east of Gao.",
        "twenty kilometres east of Gao",
        16.27,
        0.147,
        8,
        2,
    ),
    ("range", "It fell 20-30 km east of Gao.", "20-30 km east of Gao", 16.27, 0.194, 8, 2),
    (
        "the town of",
        "It fell 12 km north of the town of Koro in Mali.",
        "12 km north of the town of Koro",
        14.178,
        -3.08,
        9,
        2,
    ),
    (
        "the city of",
        "It fell 10 km west of the city of Kirkuk.",
        "10 km west of the city of Kirkuk",
        35.468,
        44.282,
        8,
        2,
    ),
    ("from", "It fell 10 km north from Kirkuk.", "10 km north from Kirkuk", 35.558, 44.392, 8, 2),
    (
        "less than",
        "It lies less than 15 km south of Gao.",
        "less than 15 km south of Gao",
        16.134,
        -0.04,
        8,
        2,
    ),
    ("decimal", "It lies 2.5 km south of Gao.", "2.5 km south of Gao", 16.247, -0.04, 8, 2),
    (
        "dozen",
        "It lies a dozen kilometres south of Gao.",
        "a dozen kilometres south of Gao",
        16.162,
        -0.04,
        8,
        2,
    ),
    ("half a", "It lies half a mile south of Gao.", "half a mile south of Gao", 16.263, -0.04, 8, 2),
    ("over", "It lies over 100 km north of Gao.", "over 100 km north of Gao", 17.174, -0.04, 8, 2),
    ("from only", "It lies 20 kilometres from Kirkuk.", "20 kilometres from Kirkuk", *KIRKUK, 8, 2),
    ("away from", "It lies 20 kilometres away from Kirkuk.", "20 kilometres away from Kirkuk", *KIRKUK, 8, 2),
    ("miles outside", "It lies five miles outside Kirkuk.", "five miles outside Kirkuk", *KIRKUK, 8, 2),
    ("far from", "It lies 90 km from Kirkuk.", "90 km from Kirkuk", *KIRKUK, 8, 5),
    ("near", "Two men died near Kirkuk.", "near Kirkuk", *KIRKUK, 5, 2),
    ("near the town of", "Two men died near the town of Gao in Mali.", "near the town of Gao", *GAO, 5, 2),
    ("close to", "Two men died close to Mosul.", "close to Mosul", *MOSUL, 5, 2),
    ("outside", "Two men died outside Mosul.", "outside Mosul", *MOSUL, 5, 2),
    ("just outside", "Two men died just outside Mosul.", "just outside Mosul", *MOSUL, 5, 2),
    ("outskirts", "Two men died on the outskirts of Mosul.", "the outskirts of Mosul", *MOSUL, 5, 2),
    (
        "side's outskirts",
        "Two men died on the eastern outskirts of Mosul.",
        "the eastern outskirts of Mosul",
        36.335,
        43.27,
        12,
        2,
    ),
    (
        "countryside",
        "Shells fell in the countryside of Idlib in Syria.",
        "the countryside of Idlib",
        *IDLIB,
        6,
        2,
    ),
    (
        "suburbs",
        "Shells fell in the western suburbs of Kirkuk.",
        "the western suburbs of Kirkuk",
        35.468,
        44.30,
        10,
        2,
    ),
    ("vicinity", "Shells fell in the vicinity of Kirkuk.", "the vicinity of Kirkuk", *KIRKUK, 6, 2),
    (
        "possessive suburbs",
        "Shells fell in Kirkuk's northern suburbs.",
        "Kirkuk's northern suburbs",
        35.55,
        44.392,
        8,
        2,
    ),
    (
        "possessive countryside",
        "Shells fell in Idlib's southern countryside in Syria.",
        "Idlib's southern countryside",
        35.88,
        36.63,
        8,
        2,
    ),
    (
        "possessive districts",
        "Shells fell in Mosul's western districts.",
        "Mosul's western districts",
        36.335,
        43.06,
        8,
        1,
    ),
    ("bare north of", "The road north of Kirkuk was closed.", "north of Kirkuk", 35.6, 44.392, 8, 2),
    ("bare east of", "The road east of Gao was closed.", "east of Gao", 16.27, 0.07, 8, 2),
    ("just south of", "The road just south of Gao was closed.", "just south of Gao", 16.16, -0.04, 8, 2),
    ("part of city", "Gunfire was heard in eastern Mosul.", "eastern Mosul", 36.335, 43.18, 8, 1),
    (
        "part of province",
        "Gunfire was heard in northern Anbar province in Iraq.",
        "northern Anbar province",
        34.8,
        42.2,
        80,
        4,
    ),
    ("part of country", "Gunfire was heard in northern Iraq.", "northern Iraq", 35.9, 44.0, 60, 5),
    (
        "part in far",
        "Gunfire was heard in far northern Cameroon.",
        "far northern Cameroon",
        8.0,
        12.5,
        180,
        5,
    ),
    (
        "in the north of",
        "Gunfire was heard in the north of Mali.",
        "in the north of Mali",
        18.8,
        -2.0,
        60,
        5,
    ),
    (
        "northern part of",
        "Gunfire was heard in the northern part of Mali.",
        "the northern part of Mali",
        18.8,
        -2.0,
        60,
        5,
    ),
    (
        "southern parts of",
        "Rebels hold southern parts of Mosul.",
        "southern parts of Mosul",
        36.29,
        43.119,
        8,
        1,
    ),
    (
        "road between",
        "A mine went off on the road between Mosul and Kirkuk.",
        "road between Mosul and Kirkuk",
        35.9,
        43.76,
        10,
        5,
    ),
    (
        "highway linking",
        "A mine went off on the highway linking Mosul and Kirkuk.",
        "highway linking Mosul and Kirkuk",
        35.9,
        43.76,
        10,
        5,
    ),
    ("hyphen road", "A mine went off on the Mosul-Kirkuk road.", "Mosul-Kirkuk road", 35.9, 43.76, 10, 5),
    (
        "dash highway",
        "A mine went off on the Mosul–Kirkuk highway.",
        "Mosul–Kirkuk highway",
        35.9,
        43.76,
        10,
        5,
    ),
    (
        "road from to",
        "A mine went off on the road from Gao to Ansongo in Mali.",
        "road from Gao to Ansongo",
        15.97,
        0.23,
        10,
        5,
    ),
    (
        "village between",
        "They met in a village between Gao and Ansongo in Mali.",
        "between Gao and Ansongo",
        15.97,
        0.23,
        10,
        5,
    ),
    (
        "east of a river",
        "Troops crossed to land east of the Euphrates.",
        "east of the Euphrates",
        35.5,
        40.6,
        60,
        5,
    ),
    (
        "road of one name",
        "The bus burnt near the Damascus road in Syria.",
        "near the Damascus road",
        33.5,
        36.3,
        60,
        None,
    ),
    (
        "border by adjectives",
        "Smugglers died at the Turkish-Syrian border.",
        "Turkish-Syrian border",
        36.8,
        39.0,
        20,
        5,
    ),
    (
        "border by names",
        "Smugglers died at the Syria-Turkey border.",
        "Syria-Turkey border",
        36.8,
        39.0,
        20,
        5,
    ),
    ("river", "Boats were stopped on the Tigris river.", "Tigris river", 34.5, 43.8, 20, 5),
    ("sea", "A tanker was hit in the Red Sea.", "Red Sea", 20.0, 38.5, 20, 7),
    ("gulf", "A tanker was hit in the Gulf of Aden.", "Gulf of Aden", 12.5, 48.0, 20, 7),
    ("area", "Families left the Kirkuk area.", "Kirkuk area", *KIRKUK, 5, 2),
    ("airport", "Rockets landed at Kirkuk airport.", "Kirkuk airport", *KIRKUK, 5, 2),
    ("district seat", "Families left Hawija district in Iraq.", "Hawija district", 35.325, 43.77, 8, 3),
    ("province", "Families left Kirkuk province.", "Kirkuk province", 35.4, 44.3, 45, 4),
    ("province of", "Families left the province of Kirkuk.", "Kirkuk", 35.4, 44.3, 45, 4),
    (
        "list of provinces",
        "Raids went on in Kirkuk, Diyala and Nineveh provinces.",
        "Kirkuk",
        35.4,
        44.3,
        45,
        4,
    ),
    ("country", "Talks go on in Iraq.", "Iraq", 33.0, 44.0, 30, 6),
]


@pytest.mark.parametrize(
    ("sentence", "words", "lat", "lon", "km", "precision"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS]
)
def test_relative_place(
    sentence: str, words: str, lat: float, lon: float, km: float, precision: int | None
) -> None:
    found = mention(sentence, words)
    place = found.place
    assert place is not None
    assert place.lat is not None
    assert place.lon is not None
    assert read.distance(place.lat, place.lon, lat, lon) <= km
    if precision is not None:
        assert place.precision == precision
    assert place.text == words
    assert place.radius_km is not None
    assert place.radius_km > 0


def test_a_longer_distance_has_a_larger_radius() -> None:
    near, far = (
        mention("Hit 5 km south of Gao.", "5 km south of Gao"),
        mention("Hit 80 km south of Gao.", "80 km south of Gao"),
    )
    assert near.place is not None
    assert far.place is not None
    assert (near.place.radius_km or 0) < (far.place.radius_km or 0)


def test_relations_between_governments_are_not_land_between_them() -> None:
    names = [m.text for m in read("Talks between Baghdad and Ankara failed.")]
    assert names == ["Baghdad", "Ankara"]
