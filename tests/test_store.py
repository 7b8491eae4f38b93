"""The ledger: one contract body over every back-end; what it refuses; and the codec."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError

import fake_coder
from crossbearing.errors import InputError, NotText, StoreError
from crossbearing.model import (
    Account,
    AccountKind,
    Actor,
    ActorKind,
    Attribution,
    Basis,
    ContestedValue,
    Contradiction,
    Count,
    DatePrecision,
    DateValue,
    Decision,
    Dependence,
    Event,
    Evidence,
    Figure,
    Judgement,
    Measure,
    Modality,
    Origin,
    Part,
    PartKind,
    Place,
    Published,
    PublishedCandidate,
    RawReport,
    Report,
    Slot,
    Status,
    Toll,
    records,
)
from crossbearing.model.bundle import Bundle
from crossbearing.store import Store
from crossbearing.store import schema as tables

POSTGRESQL = os.environ.get("CROSSBEARING_TEST_POSTGRESQL")
"""The address of an empty PostgreSQL database to run the contract on as well; its tables are dropped."""

BACK_ENDS = ("file", "url", "memory", *(["postgresql"] if POSTGRESQL else []))


@pytest.fixture(params=BACK_ENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    where = {"file": f"{tmp_path}/s.db", "url": f"sqlite:///{tmp_path}/s.db", "memory": ":memory:"}
    if request.param == "postgresql":
        where["postgresql"] = _emptied(str(POSTGRESQL))
    with Store(where[request.param]) as opened:
        yield opened


def _emptied(address: str) -> str:
    with Store(address) as old:
        tables.metadata.drop_all(old._engine)
    return address


def coded(identifier: str, text: str) -> tuple[Report, tuple[Account, ...]]:
    result = fake_coder.code(RawReport(identifier, text))
    return result.report, result.accounts


def add(store: Store, identifier: str, text: str, version: str = "1") -> None:
    report, accounts = coded(identifier, text)
    store.add_report(report, accounts, fingerprint=report.sha256, version=version)


ONE = "air_strike 2021-05-03 Redhill 3\nshelling 2021-05-04 Whitby 1\n"
TWO = "air_strike 2021-05-03 Redhill 4\n"


# ---- the contract ------------------------------------------------------------------------------------------


def test_what_goes_in_comes_out(store: Store) -> None:
    add(store, "b.txt", ONE)
    add(store, "a.txt", TWO)
    one, two = coded("b.txt", ONE), coded("a.txt", TWO)
    assert store.reports() == (two[0], one[0])
    assert store.accounts() == (*two[1], *one[1])


def test_the_same_report_twice_adds_no_row(store: Store) -> None:
    add(store, "a.txt", ONE)
    before = store.counts()
    add(store, "a.txt", ONE)
    assert store.counts() == before


def test_a_changed_text_is_current_and_the_old_one_is_kept(store: Store) -> None:
    add(store, "a.txt", ONE)
    add(store, "a.txt", TWO)
    assert [report.text for report in store.reports()] == [TWO]
    assert store.accounts() == coded("a.txt", TWO)[1]
    assert store.counts()["reports"] == 2
    assert store.counts()["accounts"] == 3


def test_a_text_that_is_changed_back_is_current_again_without_being_stored_again(store: Store) -> None:
    for text in (ONE, TWO, ONE):
        add(store, "a.txt", text)
    assert [report.text for report in store.reports()] == [ONE]
    assert store.counts()["reports"] == 2


def test_a_new_coder_version_replaces_what_is_current_and_keeps_what_was(store: Store) -> None:
    report, accounts = coded("a.txt", ONE)
    store.add_report(report, accounts, fingerprint=report.sha256, version="1")
    better = tuple(replace(account, confidence=0.9) for account in accounts[:1])
    store.add_report(report, better, fingerprint=report.sha256, version="2")
    assert store.accounts() == better
    assert store.counts()["accounts"] == 3
    assert store.counts()["reports"] == 1
    assert store.coded() == {"a.txt": (report.sha256, "2")}


def test_a_report_without_accounts_is_finished_too(store: Store) -> None:
    add(store, "a.txt", "\n")
    assert "a.txt" in store.coded()
    assert store.accounts() == ()


def test_a_person_may_change_their_mind_and_change_it_back(store: Store) -> None:
    yes = Judgement("a1", "a2", True, 1.0, ("same town",), "person:Mara")
    no = replace(yes, same=False, score=0.0)
    for judgement in (yes, yes, no, yes):
        store.add_judgements([judgement])
    assert store.judgements() == (yes, no, yes)


def test_decisions_and_rejections_are_kept_once(store: Store) -> None:
    decision = Decision("d1", "confirm", "a1", {"why": "seen the film"}, "Mara", "2021-06-01T10:00:00Z")
    for _ in range(2):
        store.add_decision(decision)
        store.add_rejections([NotText("x.txt", "is empty"), InputError("y.txt", "is odd")])
    assert store.decisions() == (decision,)
    assert store.rejections() == (("x.txt", "is empty"), ("y.txt", "is odd"))


def event(identifier: str, *accounts: str) -> Event:
    return Event(identifier, accounts, ("a.txt",), "air_strike", Modality.OCCURRED)


def test_the_view_is_replaced_and_what_it_rested_on_before_stays_in_the_ledger(store: Store) -> None:
    old = Judgement("a1", "a2", True, 0.9, (), "machine:1")
    new = Judgement("a1", "a3", True, 0.8, (), "machine:1")
    copied = Dependence("b.txt", "a.txt", 0.9, ("same words",))
    store.replace_view([event("e1", "a1", "a2")], [old], [copied], "r1")
    store.replace_view([event("e2", "a1", "a3")], [new], [], "r1")
    assert [e.id for e in store.events()] == ["e2"]
    assert store.standing_judgements() == (new,)
    assert store.standing_dependences() == ()
    assert store.judgements() == (old, new)
    assert store.counts()["dependences"] == 1


def test_the_same_view_again_changes_nothing(store: Store) -> None:
    judgement = Judgement("a1", "a2", True, 0.9, ("near",), "machine:1")
    for _ in range(2):
        store.replace_view([event("e1", "a1", "a2")], [judgement], [], "r1")
        seen = store.bundle(), store.counts()
    assert (store.bundle(), store.counts()) == seen
    assert store.counts()["judgements"] == 1


def test_the_view_knows_when_it_is_out_of_date(store: Store) -> None:
    store.replace_view([], [], [], "r1")
    assert store.view_is_current("r1")
    assert not store.view_is_current("r2")
    add(store, "a.txt", ONE)
    assert not store.view_is_current("r1")
    store.replace_view([], [], [], "r1")
    store.add_judgements([Judgement("a1", "a2", True, 1.0, (), "person:Mara")])
    assert not store.view_is_current("r1")
    store.replace_view([], [], [], "r1")
    store.add_decision(Decision("d1", "confirm", "a1", {}, "Mara", "2021-06-01T10:00:00Z"))
    assert not store.view_is_current("r1")


@pytest.mark.parametrize("table", [table.name for table in tables.LEDGER])
def test_the_ledger_refuses_to_be_changed_even_by_hand(store: Store, table: str) -> None:
    add(store, "a.txt", ONE)
    store.add_judgements([Judgement("a1", "a2", True, 1.0)])
    store.add_dependences([Dependence("b", "a", 1.0)])
    store.add_decision(Decision("d1", "confirm", "a1", {}, "Mara", "2021-06-01T10:00:00Z"))
    store.add_rejections([InputError("y.txt", "is odd")])
    column = next(iter(tables.metadata.tables[table].columns)).name
    before = store.counts()
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {column} = {column}"):
        with pytest.raises(DBAPIError, match="is a ledger"), store._engine.begin() as connection:
            connection.execute(sql(statement))
    assert store.counts() == before


# ---- a file of its own kind --------------------------------------------------------------------------------


def test_what_was_written_is_there_after_reopening(tmp_path: Path) -> None:
    where = str(tmp_path / "s.db")
    with Store(where) as store:
        add(store, "a.txt", ONE)
    with Store(where, create=False) as store:
        assert [report.id for report in store.reports()] == ["a.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["s.db"], "a store at rest is a single file"


def test_two_may_have_it_open(tmp_path: Path) -> None:
    where = str(tmp_path / "s.db")
    with Store(where) as writer, Store(where) as reader:
        add(writer, "a.txt", ONE)
        add(reader, "b.txt", TWO)
        assert [report.id for report in writer.reports()] == ["a.txt", "b.txt"]


def test_two_that_write_at_once_wait_for_each_other(tmp_path: Path) -> None:
    where = str(tmp_path / "s.db")

    def work(mine: str) -> None:
        with Store(where) as store:
            for number in range(25):
                add(store, f"{mine}{number}", ONE)
                add(store, f"both{number}", TWO)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(work, "abc"))
    with Store(where) as store:
        assert len(store.reports()) == store.counts()["codings"] == 100


def _other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()


def _later_version(path: Path) -> None:
    Store(str(path)).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE about SET value = '99'")
    connection.commit()
    connection.close()


def _damaged_record(path: Path) -> None:
    with Store(str(path)) as store:
        store.replace_view([event("e1", "a1")], [], [], "r")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE events SET record = '{}'")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("name", "make", "says"),
    [
        ("a text file", lambda path: path.write_text("not a database, " * 100), "not a store but some other"),
        ("another database", _other_database, "not a store of crossbearing"),
        ("a folder", lambda path: path.mkdir(), "is a folder"),
        ("a later version", _later_version, "store version 99"),
        ("a damaged record", _damaged_record, "does not understand"),
    ],
)
def test_what_is_no_store_is_refused(tmp_path: Path, name: str, make, says: str) -> None:
    path = tmp_path / "thing.db"
    make(path)
    with pytest.raises(StoreError, match=says) as caught, Store(str(path)) as store:
        store.events()
    assert str(path) in str(caught.value), name


@pytest.mark.parametrize(
    ("where", "create", "says"),
    [
        ("nowhere/s.db", True, "no folder"),
        ("s.db", False, "no such store"),
        ("oracular://host/db", True, "not a database address"),
        ("postgresql://localhost:1/none", True, "needs a package|does not answer"),
    ],
)
def test_a_place_where_no_store_can_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, create: bool, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=says):
        Store(where, create=create)


# ---- the codec ---------------------------------------------------------------------------------------------

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
some = st.one_of(st.none(), words)
names = st.tuples(words) | st.just(())
days = st.dates(date(1990, 1, 1), date(2040, 1, 1))
shares = st.floats(0, 1)
tops = st.one_of(st.none(), st.integers(1000, 2000))


@st.composite
def dates(draw: st.DrawFn) -> DateValue:
    precision = draw(st.sampled_from(DatePrecision))
    if precision is DatePrecision.UNKNOWN:
        return DateValue(None, None, precision, draw(some))
    start = draw(days)
    return DateValue(start, start + timedelta(draw(st.integers(0, 400))), precision, draw(some))


spans = st.tuples(st.integers(0, 50), st.integers(50, 99))
evidence = st.builds(lambda s, q, f: Evidence(*s, q, f), spans, words, words)
places = st.builds(
    Place, words, some, st.one_of(st.none(), st.floats(-90, 90)), st.one_of(st.none(), st.floats(-180, 180)),
    st.one_of(st.none(), st.integers(1, 7)), st.one_of(st.none(), st.floats(0, 500)), some, some, some, names,
)  # fmt: skip
actors = st.builds(Actor, words, words, words, names, st.sampled_from(ActorKind), some, st.booleans())
slots = st.sampled_from(Slot)
counts = st.dictionaries(slots, st.builds(Count, st.integers(0, 999), tops), max_size=3)
tolls = st.dictionaries(slots, st.builds(Toll, st.integers(0, 9), st.integers(9, 999), tops), max_size=3)
day_or_none = st.one_of(st.none(), days)
candidates = st.builds(
    PublishedCandidate, day_or_none, day_or_none, words, st.sampled_from(Basis), st.floats(0, 1), words,
    st.booleans(), st.tuples(evidence),
)  # fmt: skip
published = st.builds(
    Published, day_or_none, day_or_none, st.sampled_from(Basis), st.tuples(evidence), some, some, words,
    st.tuples(candidates),
)  # fmt: skip
parts = st.builds(lambda s, k: Part(*s, k), spans, st.sampled_from(PartKind))
reports = st.builds(
    Report, words, words, words, some, some, some, some, published, st.one_of(st.none(), places), some, names,
    some, st.tuples(parts) | st.just(()), some,
)  # fmt: skip
figures = st.builds(
    Figure, words, slots, st.integers(0, 9), tops, some, st.tuples(st.integers(0, 9)) | st.just(())
)
accounts = st.builds(
    Account, words, words, st.sampled_from(AccountKind), some, st.sampled_from(Modality), st.tuples(evidence),
    st.builds(Origin, words, words), dates(), st.one_of(st.none(), places), st.tuples(actors),
    st.tuples(actors), counts, counts, st.dictionaries(words, counts.filter(bool), max_size=2),
    st.tuples(figures),
    st.one_of(st.none(), st.builds(Measure, words, st.integers(0, 9), tops)),
    st.builds(Attribution, some, some, names), shares,
)  # fmt: skip
contested = st.builds(ContestedValue, words, names, names)
events = st.builds(
    Event, words, names, names, words, st.sampled_from(Modality), dates(), st.one_of(st.none(), places),
    st.tuples(actors), st.tuples(actors), tolls, tolls, st.sampled_from(Status), st.integers(1, 9),
    st.tuples(st.builds(Contradiction, words, st.tuples(contested))), names, shares,
)  # fmt: skip
CODECS = [
    (reports, records.report_to_record, records.report_from_record),
    (accounts, records.account_to_record, records.account_from_record),
    (events, records.event_to_record, records.event_from_record),
    (
        st.builds(Judgement, words, words, st.booleans(), shares, names, words),
        records.judgement_to_record,
        records.judgement_from_record,
    ),
    (
        st.builds(Dependence, words, words, shares, names),
        records.dependence_to_record,
        records.dependence_from_record,
    ),
    (
        st.builds(Decision, words, words, words, st.dictionaries(words, words, max_size=2), words, words),
        records.decision_to_record,
        records.decision_from_record,
    ),
]


@pytest.mark.parametrize(("things", "encode", "decode"), CODECS, ids=[c[1].__name__ for c in CODECS])
def test_a_record_says_all_that_its_object_says(things, encode, decode) -> None:
    @settings(max_examples=40, deadline=None)
    @given(things)
    def through_json(thing: object) -> None:
        assert decode(msgspec.json.decode(msgspec.json.encode(encode(thing)))) == thing

    through_json()


def test_an_account_record_has_the_keys_of_the_contract() -> None:
    _, (account, *_rest) = coded("a.txt", ONE)
    record = records.account_to_record(account)
    assert record["deaths"] == {
        "side_a": None,
        "side_b": None,
        "civilians": {"low": 3, "high": 3},
        "unknown": None,
    }
    assert record["other_counts"] == {"captured": {}, "missing": {}, "displaced": {}}
    assert record["date"] == {
        "start": "2021-05-03", "end": "2021-05-03", "precision": "day", "text": "2021-05-03",
    }  # fmt: skip
    assert set(record) == {
        "id", "report", "kind", "type", "modality", "date", "place", "side_a", "side_b", "deaths", "injured",
        "other_counts", "figures", "measure", "attribution", "evidence", "confidence", "origin",
    }  # fmt: skip


def test_a_report_record_names_what_it_copies_and_its_furniture() -> None:
    report = Report("a", "menu Gunmen came.", "0" * 64, parts=(Part(0, 4, PartKind.FURNITURE),))
    record = records.report_to_record(report, copy_of="b", copy_group="b")
    assert (record["copy_of"], record["copy_group"], record["furniture"]) == ("b", "b", [[0, 4]])
    assert records.report_to_record(report)["copy_group"] == "a"


def test_copies_of_copies_go_back_to_one_report() -> None:
    made = tuple(Report(name, "text", "0") for name in "abcde")
    bundle = Bundle(
        reports=made,
        dependences=(
            Dependence("b", "a", 0.9),
            Dependence("c", "b", 0.9),
            Dependence("c", "d", 0.6),
            Dependence("d", "e", 0.9),
            Dependence("e", "d", 0.9),
        ),
    )
    assert bundle.copy_of() == {"b": "a", "c": "b", "d": "e", "e": "d"}
    assert bundle.copy_groups() == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "d"}
