"""The command line: help that helps, exit codes to rely on, one line for each thing that went wrong."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from crossbearing.cli import screen
from crossbearing.cli.shell import app, guarded
from crossbearing.errors import InputError
from crossbearing.model import Actor, DatePrecision, DateValue, Event, Modality, Place, Slot, Toll

STORY = (
    "IDLIB, 4 May 2019 - Warplanes bombed a market in the northern town of Idlib on Saturday, killing at "
    "least six civilians, a medic said.\n"
)
VERBS = sorted(command.callback.__name__ for command in app.registered_commands if command.callback)


def call(*arguments: str, stdin: str | None = None):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(app, list(arguments), input=stdin)


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(STORY)
    return tmp_path / "in"


@pytest.fixture
def filled(inputs: Path) -> Path:
    assert call("run", "in", "--store", "s.db").exit_code == 0
    return inputs.parent / "s.db"


# ---- help and usage ----------------------------------------------------------------------------------------


def test_the_verbs_are_those_of_the_contract() -> None:
    assert {"run", "annotate", "export", "dossier", "evaluate"} <= set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_help_has_an_example_that_calls_the_verb(verb: str) -> None:
    done = call(verb, "--help")
    assert done.exit_code == 0
    assert f"crossbearing {verb} " in done.output.partition("Example")[2]


def test_without_arguments_the_verbs_are_shown() -> None:
    assert all(verb in call().output for verb in VERBS)


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["run"],
        ["run", "in"],
        ["run", "in", "--store"],
        ["run", "in", "--store", "s.db", "--processes", "-1"],
        ["export"],
        ["dossier", "s.db"],
        ["evaluate", "gold"],
        ["rebuild", "--sideways", "s.db"],
    ],
)
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    assert call(*arguments).exit_code == 2


def test_the_version_is_told() -> None:
    assert call("--version").output.startswith("crossbearing 0.")


# ---- run ---------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("inputs")
def test_run_shows_what_was_found_and_a_second_run_changes_nothing() -> None:
    first = call("run", "in", "--store", "s.db")
    assert first.exit_code == 0
    assert first.stderr == ""
    row = next(line for line in first.stdout.splitlines() if "Idlib" in line)
    assert "2019-05-04" in row
    assert "air strike" in row
    assert "reports: 1 coded" in first.stdout
    second = call("run", "in", "--store", "s.db")
    assert second.exit_code == 0
    assert "reports: 0 coded (0 accounts), 1 known before, 0 rejected; events: 1, in s.db" in second.stdout
    assert row in second.stdout


def test_a_rejected_input_is_named_on_standard_error_and_the_exit_code_is_1(inputs: Path) -> None:
    (inputs / "empty.txt").write_bytes(b"")
    done = call("run", "in", "missing.txt", "--store", "s.db")
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "crossbearing: rejected: in/empty.txt: is empty",
        "crossbearing: rejected: missing.txt: no such file or folder",
    ]
    assert "reports: 1 coded" in done.stdout


@pytest.mark.usefixtures("inputs")
def test_run_reads_rows_from_standard_input() -> None:
    row = json.dumps({"id": "r1", "text": STORY, "published": "2019-05-05"})
    assert call("run", "-", "-s", "s.db", stdin=row + "\n{broken\n").exit_code == 1
    exported = call("export", "s.db", "--what", "reports", "--format", "jsonl")
    (record,) = map(json.loads, exported.stdout.splitlines())
    assert (record["report"], record["text"]) == ("r1", STORY)
    assert record["published"]["basis"] == "metadata"


@pytest.mark.usefixtures("inputs")
def test_run_is_told_what_the_columns_of_a_table_are_called() -> None:
    Path("t.csv").write_text(f'Nr,Inhalt,Datum\n1,"{STORY}",2019-05-04\n')
    refused = call("run", "t.csv", "--store", "s.db")
    assert refused.exit_code == 1
    assert "'Nr', 'Inhalt', 'Datum'" in refused.stderr
    told = ("run", "t.csv", "--store", "s.db", "--column", "text=Inhalt", "--column", "published=Datum")
    assert "reports: 1 coded" in call(*told).stdout
    assert "reports: 0 coded (0 accounts), 1 known before" in call(*told).stdout
    wrong = call("run", "t.csv", "--store", "s.db", "--column", "Inhalt")
    assert wrong.exit_code == 2
    misspelt = call("run", "t.csv", "--store", "s.db", "--column", "text=Inhallt", "--column", "id=Nr")
    assert misspelt.exit_code == 1
    assert "--column text=Inhallt: no table of the input has this column" in misspelt.stderr
    assert "id=Nr" not in misspelt.stderr


# ---- the other verbs ---------------------------------------------------------------------------------------


def test_annotate_writes_a_line_a_report(inputs: Path) -> None:
    (inputs / "b.txt").write_text("")
    done = call("annotate", "in")
    assert done.exit_code == 1
    assert done.stderr == "crossbearing: rejected: in/b.txt: is empty\n"
    (record,) = map(json.loads, done.stdout.splitlines())
    assert {"report", "text", "mentions"} == set(record)
    assert {"time", "place", "quantity", "trigger"} <= {mention["kind"] for mention in record["mentions"]}
    for mention in record["mentions"]:
        assert record["text"][mention["start"] : mention["end"]] == mention["text"]


@pytest.mark.parametrize("what", ["reports", "accounts", "events"])
def test_export_writes_the_same_to_a_file_as_to_standard_output(filled: Path, what: str) -> None:
    arguments = ["export", str(filled), "--what", what, "--format", "jsonl"]
    shown = call(*arguments)
    assert shown.exit_code == 0
    assert call(*arguments, "-o", "out.jsonl").exit_code == 0
    assert Path("out.jsonl").read_text(encoding="utf-8") == shown.stdout
    assert [json.loads(line) for line in shown.stdout.splitlines()]
    assert sorted(path.name for path in Path().iterdir()) == ["in", "out.jsonl", "s.db"]


def test_every_evidence_that_is_exported_is_in_its_report(filled: Path) -> None:
    texts = {r["report"]: r["text"] for r in _exported(filled, "reports")}
    passages = [(a["report"], e) for a in _exported(filled, "accounts") for e in a["evidence"]]
    assert passages
    for report, passage in passages:
        assert texts[report][passage["start"] : passage["end"]] == passage["quote"]


def _exported(store: Path, what: str) -> list[dict]:  # type: ignore[type-arg]
    shown = call("export", str(store), "--what", what, "--format", "jsonl")
    return [json.loads(line) for line in shown.stdout.splitlines()]


def test_a_dossier_is_one_page(filled: Path) -> None:
    done = call("dossier", str(filled), "-o", "page.html")
    assert done.exit_code == 0
    assert "Idlib" in Path("page.html").read_text(encoding="utf-8")


def test_a_dossier_that_cannot_be_written_is_one_line(filled: Path) -> None:
    done = call("dossier", str(filled), "-o", "no/where.html")
    assert done.exit_code == 1
    assert done.stderr == "crossbearing: no/where.html: cannot be written: No such file or directory\n"


def test_help_names_every_format() -> None:
    from crossbearing.export.formats import FORMATS

    said = call("export", "--help").output
    assert [f for formats in FORMATS.values() for f in formats if f not in said] == []
    assert [what for what in FORMATS if what not in said] == []


def test_evaluate_compares_with_a_second_coder(filled: Path) -> None:
    assert call("export", str(filled), "--what", "accounts", "-o", "second.jsonl").exit_code == 0
    done = call("evaluate", "second.jsonl", str(filled))
    assert done.exit_code == 0
    assert "100" in next(line for line in done.stdout.splitlines() if "recall" in line)
    assert call("evaluate", "no-such-gold", str(filled)).exit_code == 1


def test_rebuild_makes_the_same_events(filled: Path) -> None:
    before = _exported(filled, "events")
    assert call("rebuild", str(filled)).exit_code == 0
    assert _exported(filled, "events") == before


# ---- what goes wrong ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["export", "missing.db"], "no such store"),
        (["dossier", "missing.db", "-o", "x.html"], "no such store"),
        (["rebuild", "missing.db"], "no such store"),
        (["run", "in", "--store", "no/where/s.db"], "no folder"),
        (["run", "in", "--store", "in"], "is a folder"),
        (["run", "in", "--store", "in/a.txt"], "not a store"),
        (["annotate", "in", "-o", "no/where.jsonl"], "cannot be written"),
        (["evaluate", "no-gold", "in.db"], "no such store"),
    ],
)
@pytest.mark.usefixtures("inputs")
def test_an_error_is_one_line_and_never_a_traceback(arguments: list[str], says: str) -> None:
    done = call(*arguments)
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("crossbearing: ")
    assert says in done.stderr


@pytest.mark.parametrize(
    ("what", "format", "says"),
    [
        ("events", "papyrus", "'papyrus'"),
        ("mushrooms", "jsonl", "'mushrooms'"),
        ("reports", "geojson", "geojson is for events"),
    ],
)
def test_a_format_that_does_not_fit_is_wrong_usage_and_leaves_no_file(
    filled: Path, what: str, format: str, says: str
) -> None:
    done = call("export", str(filled), "--what", what, "--format", format, "-o", "out")
    assert done.exit_code == 2
    assert says in done.stderr
    assert not Path("out").exists()


def _wrapped(error: BaseException):  # type: ignore[no-untyped-def]
    def verb() -> None:
        raise error

    small = typer.Typer()
    small.command()(guarded(verb))
    return CliRunner().invoke(small, [])


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (InputError("a.txt", "is odd"), 1, "crossbearing: a.txt: is odd\n"),
        (KeyboardInterrupt(), 130, "what was finished is kept"),
        (ZeroDivisionError("by zero"), 1, "a fault in crossbearing itself, ZeroDivisionError: by zero"),
        (typer.Exit(7), 7, ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else None,
)
def test_every_way_in_which_a_verb_can_end(error: BaseException, code: int, says: str) -> None:
    done = _wrapped(error)
    assert done.exit_code == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_shows_where_it_is_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSBEARING_DEBUG", "1")
    assert isinstance(_wrapped(ZeroDivisionError()).exception, ZeroDivisionError)


def test_a_reader_that_goes_away_is_no_fault(filled: Path) -> None:
    command = [sys.executable, "-c", "from crossbearing.cli import main; main()"]
    process = subprocess.Popen(
        [*command, "export", str(filled), "--what", "accounts"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN),
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=20)
    assert said == b""


# ---- the cells of the table --------------------------------------------------------------------------------


def days(start: str, end: str, precision: str) -> DateValue:
    return DateValue(date.fromisoformat(start), date.fromisoformat(end), DatePrecision(precision))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (days("2019-05-04", "2019-05-04", "day"), "2019-05-04"),
        (days("2019-05-01", "2019-05-31", "month"), "2019-05"),
        (days("2019-01-01", "2019-12-31", "year"), "2019"),
        (days("2019-05-04", "2019-05-10", "week"), "2019-05-04/2019-05-10"),
        (DateValue(None, None, DatePrecision.UNKNOWN), "?"),
    ],
)
def test_the_date_cell(value: DateValue, shown: str) -> None:
    assert screen.date_cell(value) == shown


@pytest.mark.parametrize(
    ("tolls", "shown"),
    [
        ({}, "–"),
        ({Slot.CIVILIANS: Toll(6, 6, 6)}, "6"),
        ({Slot.CIVILIANS: Toll(6, 6, None)}, "6+"),
        ({Slot.CIVILIANS: Toll(5, 6, 9), Slot.SIDE_A: Toll(1, 1, 1)}, "7 (6–10)"),
    ],
)
def test_the_deaths_cell(tolls: dict[Slot, Toll], shown: str) -> None:
    assert screen.deaths_cell(tolls) == shown


@pytest.mark.parametrize(
    ("modality", "shown"),
    [("occurred", "air strike"), ("ongoing", "air strike"), ("denied", "air strike (denied)")],
)
def test_the_type_cell_says_what_did_not_happen(modality: str, shown: str) -> None:
    event = Event("e", ("a",), ("r",), "air_strike", Modality(modality))
    assert screen.type_cell(event) == shown


def test_the_place_and_actor_cells() -> None:
    assert screen.place_cell(None) == "?"
    assert screen.place_cell(Place("Idlib", lat=35.9, lon=36.6, country="SY")) == "Idlib, SY"
    assert screen.place_cell(Place("Nowherford")) == "Nowherford (?)"
    actors = tuple(Actor(f"xb:{name}", name, name) for name in "ABC")
    assert screen.actors_cell(()) == "–"
    assert screen.actors_cell(actors[:1]) == "A"
    assert screen.actors_cell(actors) == "A; B +1"
