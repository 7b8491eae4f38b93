"""The pipeline: the same input gives the same record, whatever the order, the engine, or what stopped it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import crossbearing as xb
import fake_coder
from crossbearing.errors import InputError, NotText
from crossbearing.flow import (
    Automatic,
    Engine,
    Processes,
    Progress,
    Serial,
    coding,
    crossing,
    pipeline,
    rebuild,
    run,
    versions,
)
from crossbearing.flow.engines import AHEAD, FEW
from crossbearing.flow.workers import DeadWorker
from crossbearing.model import Judgement, RawReport
from crossbearing.store import Store

ENGINES: dict[str, Callable[[], Engine]] = {
    "serial": Serial,
    "processes": lambda: Processes(2),
    "automatic": Automatic,
}
RAID = "air_strike 2021-05-03 Redhill 3\n"
AGAIN = "air_strike 2021-05-03 Redhill 4\nshelling 2021-05-06 Whitby 2\n"
OTHER = "shelling 2021-05-06 Whitby 1\n"


def write(folder: Path, **texts: str) -> str:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return str(folder)


def go(store: Store, *inputs: str, engine: Engine | None = None):  # type: ignore[no-untyped-def]
    return run(list(inputs), store, engine=engine or Serial(), coder=fake_coder.code, prepare=_nothing)


def _nothing() -> None:
    """The fake coder needs no tables."""


# ---- engines: one contract ---------------------------------------------------------------------------------


def halve(number: int) -> int:
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number // 2


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_gives_an_outcome_for_each_item_in_order(name: str) -> None:
    outcomes = list(ENGINES[name]().map(halve, range(40)))
    assert [outcome.item for outcome in outcomes] == list(range(40))
    assert [outcome.result for outcome in outcomes] == [None if n % 2 else n // 2 for n in range(40)]
    assert str(outcomes[3].error) == "3 is odd"


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_has_no_outcome_for_no_item(name: str) -> None:
    assert list(ENGINES[name]().map(halve, [])) == []


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_brings_an_input_error_back_whole(name: str) -> None:
    (outcome,) = ENGINES[name]().map(fake_coder.code, [RawReport("a.txt", "no-text\n")])
    assert isinstance(outcome.error, NotText)
    assert (outcome.error.where, outcome.error.reason) == ("a.txt", "holds no text")


def test_an_engine_does_not_read_far_ahead() -> None:
    drawn = 0

    def endless():  # type: ignore[no-untyped-def]
        nonlocal drawn
        while True:
            drawn += 1
            yield 2

    outcomes = Processes(2).map(halve, endless())
    assert next(outcomes).result == 1
    outcomes.close()  # type: ignore[attr-defined]
    assert drawn <= 2 * AHEAD


def test_a_process_that_dies_takes_only_its_own_report_with_it() -> None:
    texts = [RAID, "die\n", OTHER, RAID, "die\n", OTHER]
    items = [RawReport(f"{number}.txt", text) for number, text in enumerate(texts)]
    outcomes = list(Processes(2).map(fake_coder.code, items))
    assert [outcome.item for outcome in outcomes] == items
    assert [isinstance(outcome.error, DeadWorker) for outcome in outcomes] == [
        text == "die\n" for text in texts
    ]


# ---- the same input, the same record -----------------------------------------------------------------------


@pytest.mark.parametrize("name", ENGINES)
def test_running_twice_adds_no_row_anywhere(tmp_path: Path, name: str) -> None:
    inputs = write(tmp_path / "in", a=RAID, b=AGAIN, c=OTHER)
    with Store(str(tmp_path / "s.db")) as store:
        first = go(store, inputs, engine=ENGINES[name]())
        before, bundle = store.counts(), store.bundle()
        second = go(store, inputs, engine=ENGINES[name]())
        assert (store.counts(), store.bundle()) == (before, bundle)
    assert (first.coded, first.known, first.accounts) == (3, 0, 4)
    assert (second.coded, second.known, second.accounts) == (0, 3, 0)
    assert first.events == second.events


def test_more_input_adds(tmp_path: Path) -> None:
    first, more = write(tmp_path / "1", a=RAID), write(tmp_path / "2", b=AGAIN)
    with Store(":memory:") as store:
        assert len(go(store, first).events) == 1
        assert [len(event.accounts) for event in go(store, more).events] in ([2, 1], [1, 2])


lines = st.builds(
    "{} 2021-05-0{} {} {}\n".format,
    st.sampled_from(["air_strike", "shelling", "armed_clash"]),
    st.integers(1, 4),
    st.sampled_from(sorted(fake_coder.TOWNS)),
    st.integers(0, 9),
)
texts = st.lists(lines, min_size=1, max_size=3).map("".join)


@settings(max_examples=25, deadline=None)
@given(st.lists(texts, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_arrival_plays_no_part(bodies: list[str], random) -> None:  # type: ignore[no-untyped-def]
    made = [fake_coder.code(RawReport(f"r{number}", body)) for number, body in enumerate(bodies)]
    bundles = []
    for shuffled in (made, random.sample(made, len(made))):
        with Store(":memory:") as store:
            for coded in shuffled:
                store.add_report(coded.report, coded.accounts, fingerprint=coded.report.sha256, version="1")
                if random.random() < 0.5:
                    rebuild(store)  # a stop on the way leaves no trace in what comes out
            rebuild(store)
            bundles.append(store.bundle())
            before = store.counts()
            rebuild(store, anew=True)
            assert store.bundle() == bundles[-1]
            assert store.counts() == before
    assert bundles[0] == bundles[1]
    members = sorted(account for event in bundles[0].events for account in event.accounts)
    assert members == [account.id for account in bundles[0].accounts], "each account tells exactly one event"


def test_what_a_person_judged_outlives_every_re_run(tmp_path: Path) -> None:
    inputs = write(tmp_path / "in", a=RAID, b=AGAIN, c=OTHER)
    with Store(":memory:") as store:
        go(store, inputs)
        raid = next(event for event in store.events() if event.type == "air_strike")
        left, right = raid.accounts
        store.add_judgements([Judgement(left, right, False, 0.0, ("two raids",), "person:Mara")])
        assert len(go(store, inputs).events) == 3
        rebuild(store, anew=True)
        assert len(store.events()) == 3


def test_a_new_version_of_the_coder_codes_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = write(tmp_path / "in", a=RAID)
    with Store(":memory:") as store:
        go(store, inputs)
        monkeypatch.setattr("crossbearing.flow.pipeline.coder_version", lambda: "next")
        assert go(store, inputs).coded == 1
        assert store.counts()["codings"] == 2
        assert store.counts()["accounts"] == 1, "the new coding came to the same account"


def test_versions_follow_the_rules_and_not_the_release_alone(tmp_path: Path) -> None:
    assert versions.coder_version().startswith(f"{xb.__version__}+")
    assert versions.coder_version() != versions.crossing_version()
    (tmp_path / "a").write_text("1")
    assert versions._files(tmp_path) == [tmp_path / "a"]


def test_tables_are_prepared_once_and_only_when_there_is_something_to_code(tmp_path: Path) -> None:
    inputs, heard = write(tmp_path / "in", a=RAID, b=OTHER), []

    class Listening(Progress):
        def stage(self, name: str) -> None:
            heard.append(name)

    with Store(":memory:") as store:
        for _ in range(2):
            run(
                [inputs], store, engine=Serial(), progress=Listening(), coder=fake_coder.code,
                prepare=lambda: heard.append("prepared"),
            )  # fmt: skip
    assert heard.count("prepared") == 1
    assert heard[1:3] == [pipeline.PREPARING, "prepared"]


def test_a_report_that_fails_is_named_and_tried_again(tmp_path: Path) -> None:
    inputs = write(tmp_path / "in", a="fail\n", b=RAID)
    with Store(":memory:") as store:
        for _ in range(2):
            (error,) = go(store, inputs).rejected
            assert error.where == "a.txt"
            assert "told to fail" in error.reason
        write(tmp_path / "in", a=OTHER)
        assert go(store, inputs).coded == 1
        assert len(store.events()) == 2


# ---- stopped in the middle ---------------------------------------------------------------------------------

MANY = 16
SLOW = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job would ignore it
sys.path.insert(0, {tests!r})
import fake_coder, typer
from crossbearing.cli.shell import guarded
from crossbearing.flow import Processes, Serial, pipeline, run
from crossbearing.store import Store

pipeline.coder_version = lambda: "1"

def verb() -> None:
    engine = Processes(2) if sys.argv[3] == "processes" else Serial()
    with Store(sys.argv[2]) as store:
        run([sys.argv[1]], store, engine=engine, coder=fake_coder.code, prepare=list)

if __name__ == "__main__":
    app = typer.Typer()
    app.command()(guarded(verb))
    app([])
"""


@pytest.mark.parametrize("engine", ["serial", "processes"])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["kill -9", "Ctrl-C"])
def test_a_run_that_is_stopped_keeps_what_was_finished_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str, how: signal.Signals
) -> None:
    monkeypatch.setattr("crossbearing.flow.pipeline.coder_version", lambda: "1")
    inputs = write(tmp_path / "in", **{f"r{n:02}": f"{RAID}slow\n" for n in range(MANY)})
    where = str(tmp_path / "s.db")
    script = tmp_path / "slow.py"
    script.write_text(SLOW.format(tests=str(Path(__file__).parent)))
    process = subprocess.Popen(
        [sys.executable, str(script), inputs, where, engine],
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    _wait_until(lambda: _coded(where) >= 3)
    os.killpg(process.pid, how) if how is signal.SIGINT else os.kill(process.pid, how)
    _, said = process.communicate(timeout=20)
    finished = _coded(where)
    assert 3 <= finished < MANY
    if how is signal.SIGINT:
        assert process.returncode == 130
        assert (
            said
            == "crossbearing: stopped; what was finished is kept, and the same command goes on from there\n"
        )
    _wait_until(lambda: not _alive(process.pid))
    with Store(where) as store:
        summary = go(store, inputs, engine=Processes(4))
        assert summary.known == finished
        assert summary.coded == MANY - finished
        assert store.counts()["codings"] == MANY
        assert len(store.reports()) == len(store.accounts()) == MANY


def _coded(where: str) -> int:
    if not Path(where).exists():
        return 0
    connection = sqlite3.connect(where)
    try:
        return int(connection.execute("SELECT count(*) FROM codings").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def _alive(group: int) -> bool:
    """Whether any process of the group still runs; workers must follow their parent, even a killed one."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline, "waited for 20 seconds"
        time.sleep(0.02)


# ---- the whole way, with the real coder --------------------------------------------------------------------

STORY = (
    "Warplanes bombed a market in the northern town of Idlib on 4 May 2019, killing at least six civilians, "
    "a medic said.\n\nResidents fled the area."
)


def test_a_text_is_coded_with_every_value_tied_to_a_passage() -> None:
    coded = xb.code(STORY, published="2019-05-05", outlet="Hill Post")
    assert coded.report.outlet == "Hill Post"
    strike = next(account for account in coded.accounts if account.type == "air_strike")
    assert strike.place is not None
    assert strike.place.name == "Idlib"
    assert str(strike.date.start) == "2019-05-04"
    for account in coded.accounts:
        for passage in account.evidence:
            assert coded.report.text[passage.start : passage.end] == passage.quote


def test_coding_is_a_pure_function() -> None:
    raw = RawReport("a", STORY, metadata={"published": "2019-05-05"})
    assert coding.code(raw) == coding.code(raw)


def test_a_folder_in_three_lines_of_python(tmp_path: Path) -> None:
    inputs = write(tmp_path / "in", a=STORY, empty="")
    record = xb.read_and_code(inputs)
    assert [report.id for report in record.reports] == ["a.txt"]
    assert any(event.type == "air_strike" for event in record.events)
    assert [type(error) for error in record.rejected] == [NotText]
    assert xb.cross(record.reports, record.accounts) == record.events
    kept = xb.read_and_code(inputs, store=tmp_path / "s.db")
    assert kept.events == record.events
    assert (tmp_path / "s.db").exists()


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = ("sqlalchemy", "trafilatura", "yaml", "typer")
    check = f"import sys, crossbearing; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_face_knows_what_it_does_not_have() -> None:
    assert {"code", "cross", "read_and_code", "Record"} <= set(dir(xb))
    with pytest.raises(AttributeError, match="nonsense"):
        _ = xb.nonsense


def test_mentions_come_without_a_store_and_rejections_among_them(tmp_path: Path) -> None:
    from crossbearing.flow import annotate_all

    inputs = write(tmp_path / "in", a=STORY, b="")
    found = list(annotate_all([inputs], engine=Serial()))
    assert {type(item).__name__ for item in found} == {"Document", "NotText"}
    (document,) = (item for item in found if not isinstance(item, InputError))
    assert [m.start for m in document.mentions] == sorted(m.start for m in document.mentions)
    for mention in document.mentions:
        assert document.text[mention.start : mention.end] == mention.text


def test_few_is_what_one_process_can_do_at_once() -> None:
    assert crossing.cross([], []).events == ()
    assert FEW > 1


def test_a_report_in_another_language_is_kept_and_not_coded(tmp_path: Path) -> None:
    text = (
        "Hombres armados mataron a tres campesinos cerca de Tibú el lunes, según la policía. "
        "El gobernador condenó el ataque y anunció el envío de más tropas a la región en los próximos días."
    )
    (tmp_path / "es.txt").write_text(text, encoding="utf-8")
    with Store(str(tmp_path / "x.db")) as store:
        summary = run([str(tmp_path / "es.txt")], store)
        assert (summary.coded, summary.accounts, summary.other_languages) == (1, 0, {"es": 1})
        assert [r.language for r in store.reports()] == ["es"]
