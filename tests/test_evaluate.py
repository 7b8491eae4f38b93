"""Agreement with a gold set in the sheets' form and with a second coder's export."""

import json
from datetime import date
from pathlib import Path

import pytest

from crossbearing.errors import NotFound, NotReadable
from crossbearing.evaluate import evaluate, krippendorff_alpha
from crossbearing.model import (
    Account,
    AccountKind,
    Actor,
    Count,
    DatePrecision,
    DateValue,
    Evidence,
    Modality,
    Origin,
    Place,
    Report,
    Slot,
)

TEXT = (
    "Shells fell on the market of Darvan on Tuesday, killing four traders. "
    "Nine people were hurt, a nurse said of the market shelling. "
    "In Telmet two men were arrested on Wednesday. "
    "Talks are planned for June."
)
SHELLING, RETOLD, ARREST = TEXT.split(". ")[:3]
DARVAN = {"name": "Darvan", "lat": 35.0, "lon": 44.0, "precision": 1, "tolerance_km": 20}


def sheet_row(name: str, quote: str, **more: object) -> dict[str, object]:
    start = TEXT.index(quote)
    row = {
        "id": name,
        "core": True,
        "type": ["shelling", "attack"],
        "modality": ["occurred"],
        "date": {"start": "2031-05-06", "end": "2031-05-06", "precision": "day"},
        "where": DARVAN,
        "a": [{"key": "gb", "names": ["Green Banner", "GB"]}],
        "b": [],
        "deaths": {"civilians": [4, 4]},
        "by": [],
        "quote": quote,
        "span": [start, start + len(quote)],
    }
    return {**row, **more}


def gold(folder: Path, *rows: dict[str, object], links: list[list[object]] | None = None) -> Path:
    sheet = {"report": "market.txt", "published": {"may_be_unknown": False}, "events": list(rows)}
    (folder / "market.json").write_text(json.dumps(sheet), encoding="utf-8")
    if links is not None:
        (folder / "links.json").write_text(json.dumps(links), encoding="utf-8")
    return folder


def account(name: str, quote: str, **more: object) -> Account:
    start = TEXT.index(quote)
    given: dict[str, object] = {
        "id": name,
        "report": "news/market.txt",
        "kind": AccountKind.EVENT,
        "type": "shelling",
        "modality": Modality.OCCURRED,
        "evidence": (Evidence(start, start + len(quote), quote, "type"),),
        "origin": Origin("test", "1"),
        "date": DateValue(date(2031, 5, 6), date(2031, 5, 6), DatePrecision.DAY),
        "place": Place("Darvan", "g:1", 35.02, 44.01, 1, 5.0),
        "side_a": (Actor("xb:gb", "GB", "the GB"),),
        "deaths": {Slot.UNKNOWN: Count(4, 4)},
    }
    return Account(**{**given, **more})  # type: ignore[arg-type]


REPORTS = [Report("news/market.txt", TEXT, "sha")]


def test_full_agreement(tmp_path: Path) -> None:
    found = evaluate(gold(tmp_path, sheet_row("e1", SHELLING)), [account("a", SHELLING)], REPORTS)
    assert (found.core, found.found, found.extra, found.complete) == (1, 1, 0, 1)
    assert (found.recall, found.precision, found.f1) == (1.0, 1.0, 1.0)
    assert "100.0  (1 of 1)" in found.table()


@pytest.mark.parametrize(
    ("phenomenon", "ours", "field"),
    [
        ("a code that is not accepted", {"type": "grenade"}, "type"),
        ("told as a plan", {"modality": Modality.PLANNED}, "modality"),
        ("a day off", {"date": DateValue(date(2031, 5, 7), date(2031, 5, 7), DatePrecision.DAY)}, "date"),
        ("far from the place", {"place": Place("Telmet", None, 35.6, 44.6, 1)}, "place"),
        ("no place at all", {"place": None}, "place"),
        ("a wrong actor beside the right one",
         {"side_a": (Actor("xb:gb", "GB", "GB"), Actor("xb:x", "Salt League", "Salt League"))}, "actors"),
        ("a wrong toll", {"deaths": {Slot.CIVILIANS: Count(5, 5)}}, "deaths"),
        ("the toll in a wrong slot", {"deaths": {Slot.SIDE_A: Count(4, 4)}}, "deaths"),
        ("casualties that nobody reported", {"injured": {Slot.CIVILIANS: Count(2, 2)}}, "injured"),
    ],
)  # fmt: skip
def test_one_wrong_field_is_one_disagreement(
    tmp_path: Path, phenomenon: str, ours: dict[str, object], field: str
) -> None:
    found = evaluate(gold(tmp_path, sheet_row("e1", SHELLING)), [account("a", SHELLING, **ours)], REPORTS)
    wrong = [f.name for f in found.fields if f.agreed < f.compared]
    assert wrong == [field], phenomenon
    assert (found.found, found.complete) == (1, 0)


def test_what_is_missed_and_what_is_too_much(tmp_path: Path) -> None:
    folder = gold(tmp_path, sheet_row("e1", SHELLING), sheet_row("e2", ARREST, type=["arrests"]))
    ours = [account("a", SHELLING), account("b", "Talks are planned for June", type="talks")]
    found = evaluate(folder, ours, REPORTS)
    assert (found.core, found.found, found.extra) == (2, 1, 1)
    assert (found.recall, found.precision) == (0.5, 0.5)


def test_a_marginal_row_is_neither_right_nor_wrong(tmp_path: Path) -> None:
    folder = gold(tmp_path, sheet_row("e1", SHELLING), sheet_row("e2", ARREST, type=["arrests"], core=False))
    ours = [account("a", SHELLING), account("b", ARREST, type="arrests")]
    found = evaluate(folder, ours, REPORTS)
    assert (found.core, found.found, found.extra) == (1, 1, 0)


def test_two_tellings_of_one_incident_count_once(tmp_path: Path) -> None:
    links: list[list[object]] = [["market:e1", "market:e2", True, "retold"]]
    folder = gold(tmp_path, sheet_row("e1", SHELLING), sheet_row("e2", RETOLD), links=links)
    found = evaluate(folder, [account("b", RETOLD)], REPORTS)
    assert (found.core, found.found, found.recall) == (1, 1, 1.0)


def test_a_page_is_matched_by_its_words(tmp_path: Path) -> None:
    row = sheet_row("e1", SHELLING)
    del row["span"]
    found = evaluate(gold(tmp_path, row), [account("a", "fell on the market of Darvan on Tuesday")], REPORTS)
    assert found.found == 1


def test_a_date_that_needs_metadata_is_left_open_where_there_is_none(tmp_path: Path) -> None:
    folder = gold(tmp_path, sheet_row("e1", SHELLING, date_needs_metadata=True))
    sheet = json.loads((folder / "market.json").read_text(encoding="utf-8"))
    sheet["published"]["may_be_unknown"] = True
    (folder / "market.json").write_text(json.dumps(sheet), encoding="utf-8")
    found = evaluate(folder, [account("a", SHELLING)], REPORTS)
    assert {f.name: f.compared for f in found.fields}["date"] == 0


def test_a_second_coders_export(tmp_path: Path) -> None:
    record = {
        "id": "z",
        "report": "market.txt",
        "kind": "event",
        "type": "attack",
        "modality": "occurred",
        "date": {"start": "2031-05-06", "end": "2031-05-06", "precision": "day"},
        "place": {"name": "Darvan", "lat": 35.0, "lon": 44.0},
        "side_a": [{"id": "x", "name": "Green Banner", "mention": "the GB"}],
        "deaths": {"civilians": {"low": 4, "high": 4}, "side_a": None},
        "evidence": [{"start": 0, "end": 20, "quote": TEXT[:20], "field": "type"}],
    }
    held = {"id": "y", "report": "market.txt", "kind": "control", "evidence": []}
    path = tmp_path / "accounts.jsonl"
    path.write_text(json.dumps(record) + "\n\n" + json.dumps(held) + "\n", encoding="utf-8")
    found = evaluate(
        path, [account("a", SHELLING, type="attack", side_a=(Actor("x", "the GB", "GB"),))], REPORTS
    )
    assert (found.core, found.complete) == (1, 1)


def test_reports_that_were_not_read_are_named(tmp_path: Path) -> None:
    found = evaluate(gold(tmp_path, sheet_row("e1", SHELLING)), [], [])
    assert (found.missing_reports, found.recall, found.f1) == (("market.txt",), 0.0, 0.0)
    assert "market.txt" in found.table()


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("empty folder", None, NotFound),
        ("sheet.json", "{not json", NotReadable),
        ("sheet.json", '{"report": "r.txt", "events": [{"id": "e1"}]}', NotReadable),
        ("accounts.jsonl", '{"id": "a"}', NotReadable),
        ("accounts.jsonl", "\n", NotFound),
    ],
)
def test_what_is_no_gold_set(tmp_path: Path, name: str, content: str | None, error: type[Exception]) -> None:
    path = tmp_path
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
        path = tmp_path / name if name.endswith("l") else tmp_path
    with pytest.raises(error):
        evaluate(path, [], [])


def test_no_such_gold(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        evaluate(tmp_path / "nowhere", [], [])


@pytest.mark.parametrize(
    ("pairs", "alpha"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -0.5),
        ([("a", "a"), ("a", "a")], None),
        ([], None),
        # ten units, two coders, nominal: o_01 + o_10 = 8, n0 = 14, n1 = 6 → 1 - 19 * 8 / (2 * 14 * 6)
        ([("0", "1"), ("1", "0"), ("0", "1"), ("0", "1")] + [("0", "0")] * 5 + [("1", "1")], 0.095),
    ],
)
def test_krippendorffs_alpha(pairs: list[tuple[str, str]], alpha: float | None) -> None:
    assert krippendorff_alpha(pairs) == alpha
