"""The tables of words: valid rows, inflection, cues, and what the loaders say about broken entries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from crossbearing.errors import VocabError
from crossbearing.model import EVENT_CODES
from crossbearing.vocab import numbers
from crossbearing.vocab import triggers as table
from crossbearing.vocab.cues import cues, weapons
from crossbearing.vocab.inflect import IRREGULAR, plural, verb_forms
from crossbearing.vocab.speech import stances
from extract_cases import table as rows_of

KNOWN_GAPS: dict[str, str] = {}
"""What a row is about → why it is not yet right."""

VERBS = [
    ("regular", "attack", {"attack", "attacks", "attacking", "attacked"}),
    ("ends in ch", "lynch", {"lynch", "lynches", "lynching", "lynched"}),
    ("silent e", "besiege", {"besiege", "besieges", "besieging", "besieged"}),
    ("ee", "guarantee", {"guarantee", "guarantees", "guaranteeing", "guaranteed"}),
    ("y after a consonant", "occupy", {"occupy", "occupies", "occupying", "occupied"}),
    ("y after a vowel", "destroy", {"destroy", "destroys", "destroying", "destroyed"}),
    ("doubled consonant", "kidnap", {"kidnap", "kidnaps", "kidnapping", "kidnapped"}),
    ("irregular", "shoot", {"shoot", "shoots", "shooting", "shot"}),
    ("irregular, two participles", "strike", {"strike", "strikes", "striking", "struck", "stricken"}),
    ("same in all tenses", "hit", {"hit", "hits", "hitting"}),
    ("flee", "flee", {"flee", "flees", "fleeing", "fled"}),
    ("ends in x", "axe", {"axe", "axes", "axing", "axed"}),
    ("ends in s", "harass", {"harass", "harasses", "harassing", "harassed"}),
]
PLURALS = [
    ("blast", "blasts"), ("ambush", "ambushes"), ("casualty", "casualties"), ("air strike", "air strikes"),
    ("convoy", "convoys"), ("siege", "sieges"), ("box", "boxes"), ("clash", "clashes"), ("body", "bodies"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "forms"), rows_of(VERBS, KNOWN_GAPS))
def test_verb_forms(base: str, forms: set[str]) -> None:
    assert set(verb_forms(base)) == forms
    assert verb_forms(base)[0] == base


@pytest.mark.parametrize("base", sorted(IRREGULAR))
def test_irregular_verbs_have_their_gerund(base: str) -> None:
    third, gerund = IRREGULAR[base][:2]
    assert gerund.endswith("ing")
    assert third.endswith("s")


@pytest.mark.parametrize(("noun", "expected"), PLURALS)
def test_plural(noun: str, expected: str) -> None:
    assert plural(noun) == expected


@pytest.mark.parametrize("key", list(table.triggers()))
def test_rows_are_valid(key: str) -> None:
    row = table.triggers()[key]
    assert row.code is None or row.code in EVENT_CODES
    assert row.frame in table.FRAMES
    assert 0 <= row.rank <= 100
    assert row.example.endswith(".")


@pytest.mark.parametrize("key", rows_of([(key, key) for key in table.triggers()], KNOWN_GAPS))
def test_prepositions_are_words(key: str) -> None:
    assert [p for p in table.triggers()[key].noun_b if not isinstance(p, str)] == []


def test_rows_without_a_code_say_how_it_is_found() -> None:
    assert [r.key for r in table.triggers().values() if r.code is None and r.kind == "event"] == []


def test_keys_are_unique() -> None:
    given = [row["key"] for row in yaml.safe_load(table.SOURCE.read_text(encoding="utf-8"))]
    assert len(given) == len(set(given))


def test_every_event_code_is_reached() -> None:
    """Those that are found by who acts on whom, and not by a word, are named here."""
    by_sides = {"government_regains_territory", "nonstate_takes_territory", "nonviolent_transfer"}
    told = {row.code for row in table.triggers().values()}
    assert set(EVENT_CODES) - told - by_sides == set()


def test_forms_are_folded_and_longest_first() -> None:
    for first, forms in table.forms_by_first_word().items():
        lengths = [sum(word != "*" for word in f.words) for f in forms]
        assert lengths == sorted(lengths, reverse=True)
        assert all(f.words[0] == first == first.lower() for f in forms)
        assert all(0 <= f.head < len(f.words) for f in forms)


def _row(**changed: object) -> dict[str, Any]:
    row = {
        "key": "thud",
        "code": "ied",
        "frame": "bear",
        "rank": 50,
        "nouns": ["thud"],
        "example": "A thud shook us.",
    }
    return {k: v for k, v in {**row, **changed}.items() if v != "left out"}


@pytest.fixture
def fresh() -> Iterator[None]:
    """The loaders read again within the test, and again after it."""
    caches = (table._rows, table.triggers, table.forms_by_first_word)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


BROKEN = [
    ("unknown code", {"code": "thunder"}, "thunder"),
    ("unknown frame", {"frame": "sideways"}, "sideways"),
    ("no frame", {"frame": "left out"}, "frame"),
    ("no rank", {"rank": "left out"}, "rank"),
    ("no example", {"example": "left out"}, "example"),
]


@pytest.mark.parametrize(("changed", "named"), [r[1:] for r in BROKEN], ids=[r[0] for r in BROKEN])
@pytest.mark.usefixtures("fresh")
def test_a_broken_row_is_named(
    changed: dict[str, object], named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "my_triggers.yaml"
    source.write_text(yaml.safe_dump([_row(**changed)]), encoding="utf-8")
    monkeypatch.setattr(table, "SOURCE", source)
    with pytest.raises(VocabError) as caught:
        table.triggers()
    assert "my_triggers.yaml" in str(caught.value)
    assert "thud" in str(caught.value)
    assert named in str(caught.value)


@pytest.mark.usefixtures("fresh")
def test_a_good_row_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "my_triggers.yaml"
    source.write_text(yaml.safe_dump([_row()]), encoding="utf-8")
    monkeypatch.setattr(table, "SOURCE", source)
    assert table.triggers()["thud"].code == "ied"
    assert {f.words for f in table.forms_by_first_word()["thuds"]} == {("thuds",)}


CUES = [
    ("planned", "the army plans to attack"),
    ("threatened", "the group vowed to strike"),
    ("denied", "the army denied it"),
    ("uncertain", "troops reportedly fled"),
    ("conditional", "if they attack"),
    ("negated", "no shells fell"),
    ("general", "they often attack"),
    ("running_total", "so far this year"),
    ("past_habit", "it has carried out similar attacks"),
    ("separate", "in a separate incident"),
    ("historical", "decades ago"),
    ("fictional", "a novel about war"),
    ("accident", "an earthquake struck the valley"),
    ("stopping", "calls to stop the fighting"),
    ("described", "men armed with rockets"),
]


@pytest.mark.parametrize(("name", "words"), rows_of([(n, n, w) for n, w in CUES], KNOWN_GAPS))
def test_cues(name: str, words: str) -> None:
    assert cues()[name].search(words)
    assert not cues()[name].search("soldiers shelled the harbour")


def test_cues_match_whole_words() -> None:
    assert not cues()["negated"].search("the notary knew nothing")
    assert not cues()["conditional"].search("they drifted off")


def test_every_cue_has_a_row_here() -> None:
    assert set(cues()) == {name for name, _ in CUES}


WEAPONS = [
    ("suicide_bomb", "an explosive vest"),
    ("chemical_weapon", "chlorine"),
    ("air_strike", "two warplanes"),
    ("shelling", "mortars"),
    ("grenade", "a hand grenade"),
    ("ied", "a roadside bomb"),
]


@pytest.mark.parametrize(("code", "words"), WEAPONS)
def test_weapons(code: str, words: str) -> None:
    assert next(c for c, pattern in weapons() if pattern.search(words)) == code


def test_weapon_codes_are_event_codes() -> None:
    assert {code for code, _ in weapons()} <= set(EVENT_CODES)


STANCES = [
    ("said", "says"), ("told", "says"), ("confirmed", "says"), ("claimed", "claims"), ("accused", "claims"),
    ("denied", "denies"), ("rejects", "denies"), ("threatened", "threatens"), ("vowed", "threatens"),
    ("ordered", "orders"),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "stance"), STANCES)
def test_stances(verb: str, stance: str) -> None:
    assert stances()[verb] == stance


def test_acts_are_no_verbs_of_saying() -> None:
    assert {"killed", "shelled", "fled"}.isdisjoint(stances())


def test_number_words_do_not_overlap() -> None:
    tables = (numbers.UNITS, numbers.TENS, numbers.SCALES, numbers.VAGUE)
    words = [word for table_ in tables for word in table_]
    assert len(words) == len(set(words))


def test_bounds_of_vague_numbers_are_in_order() -> None:
    assert all(high is None or low <= high for low, high in numbers.VAGUE.values())
