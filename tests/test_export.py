"""Every format against its golden file, and what each format promises."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from crossbearing.errors import ExportError
from crossbearing.export import ged, write
from crossbearing.export.cells import cell
from crossbearing.model import (
    UNKNOWN_DATE,
    Actor,
    ActorKind,
    DatePrecision,
    DateValue,
    Event,
    Modality,
    Slot,
    Toll,
)
from crossbearing.model.bundle import Bundle
from crossbearing.vocab.gw_countries import countries, country
from export_bundle import ARMY, BUNDLE, EVENTS, FRONT, KASSALA, MONDAY, NAHR, TEXTS, WORKERS
from export_golden import COMBINATIONS, golden, written

GANG = Actor("xb:dockside-crew", "Dockside Crew", "the crew", (), ActorKind.POLITICAL_MILITIA)
SOMEBODY = Actor("xb:gunmen", "gunmen", "gunmen", (), ActorKind.UNKNOWN, generic=True)


def rows(what: str, format_: str, bundle: Bundle = BUNDLE) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(what, format_, bundle), newline="")))


def event(**changes: object) -> Event:
    """A clash of two rebel groups in which one man died, changed."""
    plain = Event(
        "ev-x", ("acc-7",), ("d-hostile",), "armed_clash", Modality.OCCURRED, MONDAY, KASSALA, (FRONT,),
        (NAHR,), deaths={Slot.SIDE_B: Toll(1, 1, 1)},
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


def ged_rows(*events: Event) -> list[dict[str, str]]:
    return rows("events", "ged", replace(BUNDLE, events=events))


@pytest.mark.parametrize(("what", "format_"), COMBINATIONS)
def test_golden(what: str, format_: str) -> None:
    """Changed on purpose? Run tests/export_golden.py and read the difference."""
    assert written(what, format_) == golden(what, format_).read_bytes().decode()


@pytest.mark.parametrize(("what", "format_"), COMBINATIONS)
def test_nothing_to_write_is_no_error(what: str, format_: str) -> None:
    assert written(what, format_, Bundle()) == written(what, format_, Bundle())


@pytest.mark.parametrize(
    ("what", "format_", "told"),
    [
        ("reports", "ged", ["jsonl, csv, parquet", "ged is for events"]),
        ("events", "webannotation", ["geojson", "webannotation is for accounts"]),
        ("events", "docx", ["jsonl, csv, parquet, geojson, ged, acled, hxl"]),
        ("mentions", "csv", ["reports, accounts, events"]),
    ],
)
def test_refusal_names_what_is_possible(what: str, format_: str, told: list[str]) -> None:
    with pytest.raises(ExportError) as refusal:
        write(what, format_, BUNDLE, io.BytesIO())
    assert all(words in str(refusal.value) for words in told)


def test_jsonl_keeps_hostile_text_to_the_character() -> None:
    texts = {r["report"]: r["text"] for r in map(json.loads, written("reports", "jsonl").splitlines())}
    assert texts == TEXTS


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-text that starts with a dash", "'-text that starts with a dash"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("plain = fine", "plain = fine"),
        (-1.5, "-1.5"),
        (0, "0"),
        (None, ""),
    ],
)
def test_cells_do_not_run(value: str | float | None, expected: str) -> None:
    assert cell(value) == expected


def test_copies_are_named() -> None:
    by_id = {row["report"]: row for row in rows("reports", "csv")}
    assert by_id["b-tribune"]["copy_of"] == "a-herald"
    assert by_id["b-tribune"]["copy_group"] == by_id["a-herald"]["copy_group"] == "a-herald"
    assert by_id["c-courier"]["copy_of"] == ""


def test_geojson_puts_longitude_first_and_leaves_the_unlocated_without_geometry() -> None:
    features = {f["id"]: f for f in json.loads(written("events", "geojson"))["features"]}
    assert features["ev-1"]["geometry"] == {"type": "Point", "coordinates": [37.2164, 19.6158]}
    assert features["ev-2"]["geometry"] is None
    assert len(features) == len(EVENTS)


def test_annotations_find_their_quotes() -> None:
    texts = {r.url or f"urn:crossbearing:report:{r.id}": r.text for r in BUNDLE.reports}
    items = json.loads(written("accounts", "webannotation"))["items"]
    assert len(items) == sum(len(account.evidence) for account in BUNDLE.accounts)
    for item in items:
        position, quote = item["target"]["selector"]
        text = texts[item["target"]["source"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_hxl_has_its_tags_in_the_second_row() -> None:
    lines = list(csv.reader(io.StringIO(written("events", "hxl"))))
    assert all(tag.startswith("#") for tag in lines[1])
    assert len(lines[0]) == len(lines[1])
    assert lines[2][lines[1].index("#affected+killed+max")] == ""  # "at least 12" has no highest


def test_ged_reads_by_header_and_adds_up() -> None:
    table = pd.read_csv(io.StringIO(written("events", "ged")))
    assert len(table.columns) == 49
    parts = ["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]
    assert (table[parts].sum(axis=1) == table["best"]).all()
    assert table["relid"].tolist() == ["ev-1"]
    assert table["country_id"].tolist() == table["gwnoa"].tolist() == [625]


def test_acled_has_its_columns() -> None:
    table = pd.read_csv(io.StringIO(written("events", "acled")))
    assert len(table.columns) == 31
    assert table.loc[0, ["event_type", "sub_event_type", "inter1", "inter2", "interaction"]].tolist() == [
        "Explosions/Remote violence", "Air/drone strike", 1, 2, 12,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("nobody died", {"deaths": {}}),
        ("none of them dead", {"deaths": {Slot.SIDE_B: Toll(0, 0, 0)}}),
        ("a plan", {"modality": Modality.PLANNED}),
        ("denied", {"modality": Modality.DENIED}),
        ("no violence", {"type": "talks"}),
        ("no date", {"date": UNKNOWN_DATE}),
        (
            "only the perpetrator of one-sided violence died",
            {"side_b": (WORKERS,), "deaths": {Slot.SIDE_A: Toll(1, 1, 1)}},
        ),
    ],
)
def test_ged_leaves_out(name: str, changes: dict[str, object]) -> None:
    assert ged_rows(event(**changes)) == [], name


@pytest.mark.parametrize(
    ("name", "side_a", "side_b", "deaths", "expected"),
    [
        ("army against rebels", (ARMY,), (FRONT,), {Slot.SIDE_B}, "1"),
        ("rebels against army", (FRONT,), (ARMY,), {Slot.SIDE_B}, "1"),
        ("two groups", (FRONT,), (GANG,), {Slot.SIDE_A}, "2"),
        ("rebels against civilians", (FRONT,), (WORKERS,), {Slot.CIVILIANS}, "3"),
        ("army against civilians", (ARMY,), (WORKERS,), {Slot.SIDE_B}, "3"),
        ("nobody named on the other side, civilians dead", (FRONT,), (), {Slot.CIVILIANS}, "3"),
        ("army against nobody named, fighters dead", (ARMY,), (), {Slot.SIDE_B}, "1"),
        ("group against men of unknown kind", (FRONT,), (SOMEBODY,), {Slot.SIDE_B}, ""),
    ],
)
def test_type_of_violence(
    name: str, side_a: tuple[Actor, ...], side_b: tuple[Actor, ...], deaths: set[Slot], expected: str
) -> None:
    tolls = {slot: Toll(2, 2, 3) for slot in deaths}
    (row,) = ged_rows(event(side_a=side_a, side_b=side_b, deaths=tolls))
    assert row["type_of_violence"] == expected, name


def test_ged_puts_the_government_first_with_its_dead() -> None:
    deaths = {Slot.SIDE_A: Toll(4, 4, 4), Slot.SIDE_B: Toll(7, 7, 9)}
    (row,) = ged_rows(event(side_a=(FRONT,), side_b=(ARMY,), deaths=deaths))
    assert (row["side_a"], row["deaths_a"], row["deaths_b"]) == ("Government of Sudan", "7", "4")
    assert (row["low"], row["best"], row["high"]) == ("11", "11", "13")


def test_one_sided_violence_counts_only_its_victims() -> None:
    deaths = {Slot.SIDE_A: Toll(1, 1, 1), Slot.SIDE_B: Toll(3, 3, 3), Slot.CIVILIANS: Toll(2, 2, None)}
    (row,) = ged_rows(event(side_b=(WORKERS,), deaths=deaths))
    assert (row["deaths_a"], row["deaths_b"], row["deaths_civilians"]) == ("0", "0", "5")
    assert (row["side_b"], row["best"], row["high"]) == ("Civilians", "5", "5")


@pytest.mark.parametrize(
    ("name", "start", "end", "precision", "expected"),
    [
        ("one day", date(2021, 5, 3), date(2021, 5, 3), DatePrecision.DAY, 1),
        ("a night", date(2021, 5, 3), date(2021, 5, 4), DatePrecision.DAY, 2),
        ("six days", date(2021, 5, 3), date(2021, 5, 8), DatePrecision.DAY, 2),
        ("a week", date(2021, 5, 3), date(2021, 5, 9), DatePrecision.WEEK, 3),
        ("a month", date(2021, 5, 1), date(2021, 5, 31), DatePrecision.MONTH, 4),
        ("a quarter", date(2021, 4, 1), date(2021, 6, 30), DatePrecision.QUARTER, 5),
    ],
)
def test_date_prec(name: str, start: date, end: date, precision: DatePrecision, expected: int) -> None:
    assert ged.date_prec(DateValue(start, end, precision)) == expected, name


def test_date_prec_of_an_unknown_date() -> None:
    assert ged.date_prec(UNKNOWN_DATE) is None


@pytest.mark.parametrize(
    ("lat", "lon", "cell_number"),
    [(-90, -180, 1), (-90, -179.6, 1), (-89.4, -180, 721), (0.0, 0.0, 129961), (90, 180, 259200)],
)
def test_priogrid(lat: float, lon: float, cell_number: int) -> None:
    assert ged.priogrid(lat, lon) == cell_number


def test_countries_are_numbered_once() -> None:
    numbers = [c.gw for c in countries().values() if c.gw is not None]
    assert len(numbers) == len(set(numbers)) > 170
    iraq = country("iq")
    assert iraq is not None
    assert (iraq.gw, iraq.iso_number, iraq.iso3) == (645, 368, "IRQ")
    assert country(None) is None
    assert country("ZZ") is None
