# ruff: noqa: E501 (a phenomenon is a row, and a row a line: the table is read down its columns)
"""More relative places: (phenomenon, sentence, words of the mention, from where, bearing, km, within km, precision).

The expected point is reckoned here on a sphere, apart from the program, which reckons on the ellipsoid.
"""

from __future__ import annotations

import math

import pytest

from crossbearing.resolve.places_crossing import Statement, cross
from places_reading import mention, read

AT = {
    "Mosul": (36.335, 43.119), "Kirkuk": (35.468, 44.392), "Gao": (16.27, -0.04), "Bakhmut": (48.595, 38.0),
    "Aleppo": (36.2, 37.16), "Goma": (-1.68, 29.23), "Maiduguri": (11.85, 13.16), "Kandahar": (31.61, 65.71),
    "Hodeidah": (14.798, 42.955), "Benghazi": (32.115, 20.069), "El Obeid": (13.184, 30.217), "Pemba": (-12.97, 40.52),
    "Djibo": (14.1, -1.627), "Raqqa": (35.95, 39.01), "Marawi": (8.0, 124.29), "Lashkar Gah": (31.59, 64.37),
    "Euphrates": (35.5, 40.0), "Kharkiv": (49.98, 36.25), "Timbuktu": (16.77, -3.0), "Bunia": (1.56, 30.25),
}  # fmt: skip
N, NE, E, SE, S, SW, W, NW = range(0, 360, 45)

ROWS = [
    ("kilometers, american", "A truck burnt 30 kilometers south of Gao in Mali.", "30 kilometers south of Gao", "Gao", S, 30, 6, 2),
    ("kms", "A truck burnt 30 kms north of Gao in Mali.", "30 kms north of Gao", "Gao", N, 30, 6, 2),
    ("no space", "A truck burnt 30km east of Gao in Mali.", "30km east of Gao", "Gao", E, 30, 6, 2),
    ("hyphen unit", "A truck burnt 30-km west of Gao in Mali.", "30-km west of Gao", "Gao", W, 30, 6, 2),
    ("nautical miles", "A ship was hit 20 nautical miles west of Hodeidah.", "20 nautical miles west of Hodeidah", "Hodeidah", W, 37, 8, 2),
    ("one nautical mile", "A ship was hit one nautical mile west of Hodeidah.", "one nautical mile west of Hodeidah", "Hodeidah", W, 2, 5, 2),
    ("approximately", "It fell approximately 40 km north of Raqqa.", "approximately 40 km north of Raqqa", "Raqqa", N, 40, 8, 2),
    ("roughly", "It fell roughly 40 km south of Raqqa.", "roughly 40 km south of Raqqa", "Raqqa", S, 40, 8, 2),
    ("around", "It fell around 15 km east of Bakhmut.", "around 15 km east of Bakhmut", "Bakhmut", E, 15, 5, 2),
    ("nearly", "It fell nearly 50 km west of Kandahar.", "nearly 50 km west of Kandahar", "Kandahar", W, 50, 8, 2),
    ("almost", "It fell almost 50 miles north of Kandahar.", "almost 50 miles north of Kandahar", "Kandahar", N, 80.5, 10, 2),
    ("just 3", "It fell just 3 km north of Marawi.", "just 3 km north of Marawi", "Marawi", N, 3, 4, 2),
    ("barely", "It fell barely 5 km south of Goma in Congo.", "barely 5 km south of Goma", "Goma", S, 5, 5, 2),
    ("more than", "It fell more than 60 km north of Goma in Congo.", "more than 60 km north of Goma", "Goma", N, 60, 10, 2),
    ("at least", "It fell at least 20 km east of Maiduguri.", "at least 20 km east of Maiduguri", "Maiduguri", E, 20, 6, 2),
    ("within", "Camps within 10 km north of Maiduguri were closed.", "within 10 km north of Maiduguri", "Maiduguri", N, 10, 6, 2),
    ("up to", "Shells fell up to 8 km west of Kharkiv.", "up to 8 km west of Kharkiv", "Kharkiv", W, 8, 6, 2),
    ("a mere", "The front is a mere 4 km east of Bakhmut.", "a mere 4 km east of Bakhmut", "Bakhmut", E, 4, 5, 2),
    ("three word", "It fell three kilometres north of Aleppo.", "three kilometres north of Aleppo", "Aleppo", N, 3, 5, 2),
    ("fifteen word", "It fell fifteen miles south of Aleppo.", "fifteen miles south of Aleppo", "Aleppo", S, 24, 6, 2),
    ("forty word", "It fell forty kilometres west of Timbuktu in Mali.", "forty kilometres west of Timbuktu", "Timbuktu", W, 40, 8, 2),
    ("a couple of", "It fell a couple of kilometres east of Marawi.", "a couple of kilometres east of Marawi", "Marawi", E, 2, 4, 2),
    ("a few", "It fell a few kilometres south of Pemba in Mozambique.", "a few kilometres south of Pemba", "Pemba", S, 3, 5, 2),
    ("several", "It fell several kilometres south of Pemba in Mozambique.", "several kilometres south of Pemba", "Pemba", S, 5, 5, 2),
    ("a hundred", "It fell a hundred kilometres south of Timbuktu in Mali.", "a hundred kilometres south of Timbuktu", "Timbuktu", S, 100, 15, 2),
    ("to range", "It fell 10 to 12 km south of Kirkuk.", "10 to 12 km south of Kirkuk", "Kirkuk", S, 11, 6, 2),
    ("or range", "It fell two or three kilometres south of Kirkuk.", "two or three kilometres south of Kirkuk", "Kirkuk", S, 2.5, 5, 2),
    ("north west, two words", "It fell 20 km north west of Kirkuk.", "20 km north west of Kirkuk", "Kirkuk", NW, 20, 6, 2),
    ("north-western", "It fell 20 km north-west of Mosul.", "20 km north-west of Mosul", "Mosul", NW, 20, 6, 2),
    ("south-east hyphen", "It fell 20 km south-east of Benghazi.", "20 km south-east of Benghazi", "Benghazi", SE, 20, 6, 2),
    ("south-west hyphen", "It fell 20 km south-west of Benghazi.", "20 km south-west of Benghazi", "Benghazi", SW, 20, 6, 2),
    ("northeast joined", "It fell 20 km northeast of Kharkiv.", "20 km northeast of Kharkiv", "Kharkiv", NE, 20, 6, 2),
    ("to the north-east", "It fell 12 km to the north-east of Djibo.", "12 km to the north-east of Djibo", "Djibo", NE, 12, 5, 2),
    ("to the west, about", "It fell about 12 km to the west of Djibo.", "about 12 km to the west of Djibo", "Djibo", W, 12, 5, 2),
    ("due north", "It fell 25 km due north of Djibo.", "25 km due north of Djibo", "Djibo", N, 25, 6, 2),
    ("parenthesis metric", "It fell 25 miles (40 km) south of Kandahar.", "25 miles (40 km) south of Kandahar", "Kandahar", S, 40, 8, 2),
    ("parenthesis after about", "It fell about 16 km (10 miles) east of Mosul.", "about 16 km (10 miles) east of Mosul", "Mosul", E, 16, 6, 2),
    ("capital, the", "It fell 30 km west of the provincial capital Lashkar Gah.", "30 km west of the provincial capital Lashkar Gah", "Lashkar Gah", W, 30, 8, 2),
    ("the port city of", "It fell 30 km south of the port city of Hodeidah.", "30 km south of the port city of Hodeidah", "Hodeidah", S, 30, 8, 2),
    ("the northern city of", "It fell 30 km south of the northern city of Mosul.", "30 km south of the northern city of Mosul", "Mosul", S, 30, 8, 2),
    ("the besieged town of", "It fell 5 km east of the besieged town of Djibo.", "5 km east of the besieged town of Djibo", "Djibo", E, 5, 5, 2),
    ("the village of", "It fell 5 km east of the eastern city of Bakhmut.", "5 km east of the eastern city of Bakhmut", "Bakhmut", E, 5, 5, 2),
    ("metres", "It fell 800 metres south of Goma in Congo.", "800 metres south of Goma", "Goma", S, 0.8, 4, 2),
    ("yards", "It fell 500 yards north of Marawi.", "500 yards north of Marawi", "Marawi", N, 0.5, 4, 2),
    ("decimal miles", "It fell 1.5 miles north of Marawi.", "1.5 miles north of Marawi", "Marawi", N, 2.4, 4, 2),
    ("thousands", "It lies 1,200 km south of Benghazi.", "1,200 km south of Benghazi", "Benghazi", S, 1200, 25, None),
    ("distance only, about", "It lies about 60 km from Timbuktu.", "about 60 km from Timbuktu", "Timbuktu", N, 0, 1, 5),
    ("distance only, near", "It lies 12 km from Bunia in Congo.", "12 km from Bunia", "Bunia", N, 0, 2, 2),
    ("distance only, the city of", "It lies 12 km from the city of Bunia in Congo.", "12 km from the city of Bunia", "Bunia", N, 0, 2, 2),
    ("distance, outside", "It lies 8 km outside Maiduguri.", "8 km outside Maiduguri", "Maiduguri", N, 0, 2, 2),
    ("distance, outside of", "It lies 8 km outside of Maiduguri.", "8 km outside of Maiduguri", "Maiduguri", N, 0, 2, 2),
    ("distance, off", "A boat sank 15 km off Pemba in Mozambique.", "15 km off Pemba", "Pemba", N, 0, 2, 2),
    ("distance, less than", "It lies less than 20 miles from Kandahar.", "less than 20 miles from Kandahar", "Kandahar", N, 0, 2, 5),
    ("near, nearby", "They camped near Djibo.", "near Djibo", "Djibo", N, 0, 2, 2),
    ("near to the city of", "They camped close to the city of Kandahar.", "close to the city of Kandahar", "Kandahar", N, 0, 2, 2),
    ("not far from", "They camped not far from Raqqa.", "not far from Raqqa", "Raqqa", N, 0, 2, 2),
    ("adjacent to", "They camped adjacent to Raqqa.", "adjacent to Raqqa", "Raqqa", N, 0, 2, 2),
    ("next to", "They camped next to Raqqa.", "next to Raqqa", "Raqqa", N, 0, 2, 2),
    ("around a town", "Villages around Raqqa were shelled.", "around Raqqa", "Raqqa", N, 0, 2, 2),
    ("surrounding", "Villages surrounding Raqqa were shelled.", "surrounding Raqqa", "Raqqa", N, 0, 2, 2),
    ("edge", "Tanks stood at the edge of Kharkiv.", "the edge of Kharkiv", "Kharkiv", N, 0, 2, 2),
    ("northern edge", "Tanks stood at the northern edge of Kharkiv.", "the northern edge of Kharkiv", "Kharkiv", N, 8, 12, 2),
    ("gates", "Tanks stood at the gates of Benghazi.", "the gates of Benghazi", "Benghazi", N, 0, 3, 2),
    ("southern entrance", "A bomb went off at the southern entrance of Benghazi.", "the southern entrance of Benghazi", "Benghazi", S, 6, 10, 2),
    ("fringes", "Huts burnt on the fringes of Maiduguri.", "the fringes of Maiduguri", "Maiduguri", N, 0, 3, 2),
    ("southwestern outskirts", "Huts burnt on the southwestern outskirts of Maiduguri.", "the southwestern outskirts of Maiduguri", "Maiduguri", SW, 7, 12, 2),
    ("eastern countryside", "Shells fell in the eastern countryside of Raqqa.", "the eastern countryside of Raqqa", "Raqqa", E, 5, 10, 2),
    ("rural areas", "Shells fell in the rural areas of Aleppo in Syria.", "the rural areas of Aleppo", "Aleppo", N, 0, 3, 2),
    ("possessive eastern suburbs", "Shells fell in Aleppo's eastern suburbs.", "Aleppo's eastern suburbs", "Aleppo", E, 0, 15, 2),
    ("possessive outskirts", "Shells fell on Benghazi's outskirts.", "Benghazi's outskirts", "Benghazi", N, 0, 3, 2),
    ("curly possessive", "Shells fell in Kirkuk’s southern suburbs.", "Kirkuk’s southern suburbs", "Kirkuk", S, 0, 15, 2),
    ("countryside behind", "Shells fell in Raqqa countryside.", "Raqqa countryside", "Raqqa", N, 0, 3, 2),
    ("north of, bare", "They fought north of Kandahar.", "north of Kandahar", "Kandahar", N, 15, 16, 2),
    ("southeast of, bare", "They fought southeast of Djibo.", "southeast of Djibo", "Djibo", SE, 9, 10, 2),
    ("to the west of, bare", "They fought to the west of El Obeid.", "to the west of El Obeid", "El Obeid", W, 14, 15, 2),
    ("just east of", "They fought just east of Bakhmut.", "just east of Bakhmut", "Bakhmut", E, 9, 10, 2),
    ("north-west of the city of", "They fought north-west of the city of Raqqa.", "north-west of the city of Raqqa", "Raqqa", NW, 10, 12, 2),
    ("west of a river", "They fought west of the Euphrates.", "west of the Euphrates", "Euphrates", W, 60, 70, 5),
    ("southern part of town", "Rebels hold the southern part of Benghazi.", "the southern part of Benghazi", "Benghazi", S, 5, 10, 1),
    ("northeastern districts", "Rebels hold the northeastern districts of Aleppo.", "the northeastern districts of Aleppo", "Aleppo", NE, 5, 10, None),
    ("eastern half", "Rebels hold the eastern half of Benghazi.", "the eastern half of Benghazi", "Benghazi", E, 5, 10, 1),
    ("western side", "Rebels hold the western side of Goma in Congo.", "the western side of Goma", "Goma", W, 5, 10, 1),
    ("western, bare", "Rebels hold western Benghazi.", "western Benghazi", "Benghazi", W, 5, 10, 1),
    ("south, bare", "Rebels hold south Benghazi.", "south Benghazi", "Benghazi", S, 5, 10, None),
    ("the north of a city", "Rebels hold the north of Kharkiv.", "the north of Kharkiv", "Kharkiv", N, 20, 25, None),
]  # fmt: skip


def destination(start: tuple[float, float], bearing: float, km: float) -> tuple[float, float]:
    lat, lon, angle, arc = *map(math.radians, start), math.radians(bearing), km / 6371.0
    north = math.asin(math.sin(lat) * math.cos(arc) + math.cos(lat) * math.sin(arc) * math.cos(angle))
    east = lon + math.atan2(
        math.sin(angle) * math.sin(arc) * math.cos(lat), math.cos(arc) - math.sin(lat) * math.sin(north)
    )
    return math.degrees(north), math.degrees(east)


@pytest.mark.parametrize("row", ROWS, ids=[r[0] for r in ROWS])
def test_bearing(row: tuple[str, str, str, str, int, float, float, int | None]) -> None:
    _, sentence, words, start, bearing, km, within, precision = row
    place = mention(sentence, words).place
    assert place is not None
    assert place.lat is not None
    assert place.lon is not None
    assert read.distance(place.lat, place.lon, *destination(AT[start], bearing, km)) <= within
    assert place.radius_km is not None
    assert precision in (None, place.precision)
    assert place.reasons


COUNTRIES = [
    ("north of Iraq, by its provinces", "Jets flew over northern Iraq.", "northern Iraq", 36.0, 44.0, 90),
    ("northeast of Nigeria", "Raids went on in northeastern Nigeria.", "northeastern Nigeria", 11.3, 12.2, 150),
    ("south of Mali's neighbour", "Raids went on in eastern Burkina Faso.", "eastern Burkina Faso", 12.2, 0.6, 130),
    ("east of Ukraine", "Raids went on in eastern Ukraine.", "eastern Ukraine", 48.6, 37.0, 150),
    ("a country's adjectives", "Raids went on in Syria's Kurdish-run northeast.", "Syria's Kurdish-run northeast", 36.2, 39.9, 130),
    ("capitalised side", "Raids went on in North-East Syria.", "North-East Syria", 36.2, 39.9, 130),
    ("the middle", "Raids went on in central Mali.", "central Mali", 18.0, -2.0, 50),
    ("territory", "Raids went on inside Syrian territory.", "Syrian territory", 35.0, 38.0, 60),
    ("the capital", "Blasts shook the Ukrainian capital overnight.", "Ukrainian capital", 50.45, 30.52, 15),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "words", "lat", "lon", "km"), [r[1:] for r in COUNTRIES], ids=[r[0] for r in COUNTRIES]
)
def test_side_of_a_country(sentence: str, words: str, lat: float, lon: float, km: float) -> None:
    place = mention(sentence, words).place
    assert place is not None
    assert read.distance(place.lat or 0, place.lon or 0, lat, lon) <= km


CROSSED = [
    ("one statement", "Four men died in Xarabat, 30 km south of Gao in Mali.", "Xarabat", "Gao", S, 30, 6),
    ("lies", "Xarabat lies 30 km south of Gao in Mali.", "Xarabat", "Gao", S, 30, 6),
    ("a village located", "They took Bozana, a farming village located 20 km east of Kirkuk.", "Bozana", "Kirkuk", E, 20, 6),
    ("bare bearing", "They took Bozana, west of El Obeid, in Sudan.", "Bozana", "El Obeid", W, 14, 15),
    ("two in one sentence", "They took Bozana, 32 km from Kirkuk and 128 km south-east of Mosul.", "Bozana", "Kirkuk", W, 15, 32),
    ("two in two sentences", "Men died in Xarabat, 30 km south of Gao in Mali. Xarabat lies 30 km from Gao.", "Xarabat", "Gao", S, 30, 6),
]  # fmt: skip


@pytest.mark.parametrize("row", CROSSED, ids=[r[0] for r in CROSSED])
def test_a_place_in_no_gazetteer_is_crossed_from_what_is_said_of_it(
    row: tuple[str, str, str, str, int, float, float],
) -> None:
    _, sentence, words, start, bearing, km, within = row
    place = mention(sentence, words).place
    assert place is not None
    assert read.distance(place.lat or 0, place.lon or 0, *destination(AT[start], bearing, km)) <= within
    assert "in no gazetteer" in place.reasons


def test_two_rings_and_a_bearing_meet_in_one_point() -> None:
    goal = (16.0, 0.5)
    rings = [
        Statement(lat, lon, read.distance(lat, lon, *goal), 3.0) for lat, lon in ((16.3, 0.0), (15.7, 0.2))
    ]
    found = cross([*rings, Statement(15.9, 0.7, 0.0, 40.0)])
    assert read.distance(found.lat, found.lon, *goal) < 3
    assert found.radius_km <= 4


def test_statements_that_contradict_each_other_are_not_averaged() -> None:
    found = cross([Statement(16.0, 0.0, 10.0, 3.0), Statement(36.0, 44.0, 50.0, 5.0)])
    assert (found.lat, found.lon) == (16.0, 0.0)
    assert "not agree" in found.reason
