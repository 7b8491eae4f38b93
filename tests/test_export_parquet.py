"""Parquet: typed columns with pyarrow, a sentence that says what to install without it."""

from __future__ import annotations

import importlib
import io
from datetime import date
from types import ModuleType

import pytest

from crossbearing.errors import ExportError
from crossbearing.export import write
from crossbearing.export.csv_tables import COLUMNS
from crossbearing.model.bundle import Bundle
from export_bundle import BUNDLE, TEXTS


@pytest.fixture
def parquet() -> ModuleType:
    return pytest.importorskip("pyarrow.parquet", reason="pyarrow (the extra 'parquet') is not installed")


def read(parquet: ModuleType, what: str, bundle: Bundle = BUNDLE) -> list[dict[str, object]]:
    out = io.BytesIO()
    write(what, "parquet", bundle, out)
    table = parquet.read_table(io.BytesIO(out.getvalue()))
    assert tuple(table.column_names) == COLUMNS[what]
    rows: list[dict[str, object]] = table.to_pylist()
    return rows


def test_events_are_typed(parquet: ModuleType) -> None:
    strike, plan, clash = read(parquet, "events")
    assert strike["date_start"] == date(2024, 3, 4)
    assert (strike["deaths_civilians_best"], strike["deaths_civilians_high"]) == (12, None)
    assert strike["place_lat"] == pytest.approx(19.6158)
    assert plan["place_lat"] is None
    assert clash["date_start"] is None
    assert clash["deaths_unknown_low"] is None


def test_texts_are_to_the_character(parquet: ModuleType) -> None:
    assert {row["report"]: row["text"] for row in read(parquet, "reports")} == TEXTS
    assert read(parquet, "reports")[3]["title"] == "=HYPERLINK(1)"


@pytest.mark.parametrize("what", ["reports", "accounts", "events"])
def test_an_empty_store_keeps_its_columns(parquet: ModuleType, what: str) -> None:
    assert read(parquet, what, Bundle()) == []


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> ModuleType:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(ExportError, match=r"pip install 'crossbearing\[parquet\]'"):
        write("events", "parquet", BUNDLE, io.BytesIO())
