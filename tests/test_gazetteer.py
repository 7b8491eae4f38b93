"""The gazetteer: its tables are sound, its index is built once, found again, and rebuilt in memory where
it must be.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from crossbearing.errors import VocabError
from crossbearing.model import distance_km
from crossbearing.vocab.gazetteer import demonyms, gazetteer, open_gazetteer
from crossbearing.vocab.place_keys import exact_key, loose_key
from crossbearing.vocab.place_tables import borders, countries, own_places, provinces, rows
from crossbearing.vocab.place_words import place_words

SPELLINGS = [
    ("article", "Al-Qa'im", "Qaim"),
    ("double letter", "Raqqa", "Raqa"),
    ("final h", "Hawijah", "Hawija"),
    ("ou and u", "Tartous", "Tartus"),
    ("ee and i", "Heet", "Hit"),
    ("dj and j", "Djebel Marra", "Jebel Marra"),
    ("assimilated article", "Ad-Dawr", "Dawr"),
]


@pytest.mark.parametrize(("one", "two"), [r[1:] for r in SPELLINGS], ids=[r[0] for r in SPELLINGS])
def test_spellings_share_a_loose_key(one: str, two: str) -> None:
    assert loose_key(exact_key(one)) == loose_key(exact_key(two))


def test_different_names_do_not_share_a_loose_key() -> None:
    assert loose_key("mosul") != loose_key("mazar")


def test_lookup_finds_countries_provinces_cities_and_own_places() -> None:
    for name, feature in (("Iraq", "country"), ("Nineveh", "province"), ("Mosul", "city"),
                          ("Sahel", "region"), ("Red Sea", "sea"), ("Zummar", "town")):  # fmt: skip
        assert feature in {c.entry.feature for c in gazetteer().lookup(name)}, name


def test_lookup_of_nonsense_is_empty() -> None:
    assert gazetteer().lookup("Xqzvwk") == ()
    assert gazetteer().lookup("") == ()


def test_ids_are_unique_among_the_candidates_of_a_name() -> None:
    ids = [c.entry.id for c in gazetteer().lookup("San Antonio")]
    assert len(ids) == len(set(ids)) > 5


def test_demonyms() -> None:
    assert demonyms()["iraqi"] == "IQ"
    assert demonyms()["filipinos"] == "PH"
    assert "philippines" not in demonyms()


def test_tables_are_sound() -> None:
    isos = {c.iso for c in countries()}
    assert len(isos) == len(countries()) > 190
    assert len(own_places()) >= 3500
    assert len(provinces()) > 3000
    assert len(borders()) > 80
    assert {p.country for p in own_places()} - isos <= {
        "",
        "GI",
        "BM",
        "KY",
        "FK",
        "FO",
        "MQ",
        "GP",
        "GF",
        "NC",
        "PF",
        "RE",
        "YT",
    }


def test_every_own_settlement_lies_in_or_near_its_country() -> None:
    by_iso = {c.iso: c for c in countries()}
    for place in own_places():
        home = by_iso.get(place.country)
        if home is not None and place.feature in ("town", "village", "camp"):
            assert distance_km(home.lat, home.lon, place.lat, place.lon) < home.radius_km * 3.2 + 120, place


def test_a_broken_table_names_the_line(tmp_path: Path) -> None:
    table = tmp_path / "t.tsv"
    table.write_text("a\tb\n1\t2\t3\n", encoding="utf-8")
    with pytest.raises(VocabError, match=r"t\.tsv:2"):
        list(rows(table))


def test_words_are_words_and_not_truth_values() -> None:
    assert "on" in place_words().prepositions
    assert "no" in place_words().never


def test_index_is_built_where_told_and_opened_fast_again(tmp_path: Path) -> None:
    first = open_gazetteer(tmp_path)
    assert first.lookup("Mosul")
    (index,) = tmp_path.iterdir()  # no draft is left behind
    began = time.perf_counter()
    again = open_gazetteer(tmp_path)
    assert again.lookup("Mosul") == first.lookup("Mosul")
    assert time.perf_counter() - began < 1.0
    assert index.suffix == ".sqlite"


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert open_gazetteer(blocked / "sub").lookup("Kirkuk")
