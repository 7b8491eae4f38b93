"""Tables are read from YAML once, and kept for the next process."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossbearing.errors import VocabError
from crossbearing.vocab.loading import load_table, tables_folder


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def _table(folder: Path, content: str) -> Path:
    path = folder / "t.yaml"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "content",
    ["a: [1, 2.5, no, null]\n1: {b: c}\n", "- x\n- y: ü\n", "since: 2014-05-01\n", ""],
    ids=["values and keys of all kinds", "a list", "a date, which is not kept", "nothing"],
)
def test_a_table_reads_the_same_the_second_time(tmp_path: Path, content: str) -> None:
    path = _table(tmp_path, content)
    assert load_table(path) == load_table(path)


def test_a_plain_table_holds_strings_alone_the_second_time_too(tmp_path: Path) -> None:
    path = _table(tmp_path, "country: NO\n")
    assert load_table(path) == {"country": False}
    assert load_table(path, plain=True) == load_table(path, plain=True) == {"country": "NO"}


def test_a_changed_table_is_read_anew(tmp_path: Path) -> None:
    load_table(_table(tmp_path, "a: 1\n"))
    assert load_table(_table(tmp_path, "a: 2\n")) == {"a": 2}


def test_what_was_kept_and_is_broken_is_read_anew(tmp_path: Path) -> None:
    path = _table(tmp_path, "a: 1\n")
    load_table(path)
    (kept,) = tables_folder().iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert load_table(path) == {"a": 1}


def test_without_a_folder_to_write_to_the_table_is_read(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file stands where the folder should be")
    assert load_table(_table(tmp_path, "a: 1\n")) == {"a": 1}


def test_a_table_that_is_no_yaml_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabError, match=r"t\.yaml: is not valid YAML"):
        load_table(_table(tmp_path, "a: [1\n"))
