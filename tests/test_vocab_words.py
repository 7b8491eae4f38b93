"""The lists of words and the patterns of states: each entry works in its example sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossbearing.errors import VocabError
from crossbearing.text.folding import fold
from crossbearing.vocab import words as table
from crossbearing.vocab.loading import load_table
from crossbearing.vocab.states import strength_units

ROWS = load_table("words.yaml")


@pytest.mark.parametrize("name", list(ROWS))
def test_example_holds_a_word_of_its_list(name: str) -> None:
    assert ROWS[name]["for"].endswith(".")
    assert any(word in fold(ROWS[name]["example"]) for word in table.words(name))


@pytest.mark.parametrize("name", list(ROWS))
def test_words_are_folded_and_stand_once(name: str) -> None:
    given = ROWS[name]["words"]
    assert [word for word in given if word != fold(word)] == []
    assert len(given) == len(set(given))


def test_pattern_finds_whole_words_only() -> None:
    assert table.pattern("aircraft").search("two jets flew over")
    assert not table.pattern("aircraft").search("the jetsam washed ashore")


def test_strength_units_are_by_noun() -> None:
    assert strength_units()["gunmen"] == "fighters"
    assert "shepherds" not in strength_units()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("days: [monday]", "days"),
        ("days: {words: []}", "days"),
        ("days: {words: [on]}", "quote on"),
        ("days: [", "YAML"),
    ],
)
def test_broken_lists_are_named(row: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "words.yaml"
    broken.write_text(row, encoding="utf-8")
    monkeypatch.setattr(table, "SOURCE", broken)
    table.lists.cache_clear()
    try:
        with pytest.raises(VocabError, match=said):
            table.lists()
    finally:
        monkeypatch.undo()
        table.lists.cache_clear()
