"""Nothing that anybody may send crashes, hangs or takes a run down.

Every hostile input goes through the real pipeline, with an honest report behind it in the same run. The
honest one must be coded, the hostile one coded too or turned down by name with a reason, in the time that
one report may take; and the ledger must be whole afterwards.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import hostile_archives
import hostile_documents
import hostile_pages
import hostile_rows
import hostile_texts
import pytest
from hostile_cases import TOLD, Case

from crossbearing.errors import InputError
from crossbearing.flow import WARM, Limits, Processes, annotate_all, run
from crossbearing.flow.progress import Summary
from crossbearing.store import Store

KINDS: dict[str, list[Case]] = {
    "texts": hostile_texts.cases(),
    "pages": hostile_pages.cases(),
    "rows": hostile_rows.cases(),
    "archives": hostile_archives.cases(),
    "documents": hostile_documents.cases(),
}
LIMITS = Limits(seconds=30, megabytes=1024)
TOO_MUCH = {"one-line-10mb.txt", "one-line-10mb.csv", "line-10mb.jsonl"}
"""Inputs that are honestly too much for one report; no other may reach a limit."""

pytestmark = pytest.mark.filterwarnings("default")  # libraries warn of what is broken; that ends nothing


def honest(number: int) -> str:
    return f"Gunmen killed {number + 2} soldiers in Idlib on {number % 28 + 1} May 2019, the army said."


def lay_out(folder: Path, cases: list[Case]) -> Path:
    """Each hostile input, and behind it (in the order of names) an honest report."""
    folder.mkdir()
    for number, case in enumerate(cases):
        (folder / f"{number:03}-a-{case.name}").write_bytes(case.content)
        (folder / f"{number:03}-b.txt").write_text(honest(number))
    return folder


def test_there_are_hundreds_and_each_has_a_name_of_its_own() -> None:
    names = [f"{kind}/{case.name}" for kind, cases in KINDS.items() for case in cases]
    assert len(names) >= 200
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", KINDS)
def test_a_run_survives(tmp_path: Path, kind: str) -> None:
    cases = KINDS[kind]
    folder = lay_out(tmp_path / "in", cases)
    where = str(tmp_path / "s.db")
    with Store(where) as store:
        summary = run([str(folder)], store, engine=Processes(limits=LIMITS, warm=WARM))
    with Store(where, create=False) as store:
        coded = {report.id for report in store.reports()}
        missing = {f"{n:03}-b.txt" for n in range(len(cases))} - coded
        assert not missing
        texts = {report.id: report.text for report in store.reports()}
        for account in store.accounts():
            for passage in account.evidence:
                assert texts[account.report][passage.start : passage.end] == passage.quote
        assert set(store.rejections()) == {(error.where, error.reason) for error in summary.rejected}
    _check_answers(cases, coded, summary)


def _check_answers(cases: list[Case], coded: set[str], summary: Summary) -> None:
    """Every hostile input was coded or turned down, with a reason and not as a fault of ours."""
    for error in summary.rejected:
        check_refusal(error)
    refused = [error.where for error in summary.rejected]
    for number, case in enumerate(cases):
        name = f"{number:03}-a-{case.name}"
        assert (
            any(name in where for where in refused)
            or any(i.startswith((name, name.partition(".")[0])) for i in coded)
            or _rows_with_ids(case)
        ), f"{name} left no trace"


def _rows_with_ids(case: Case) -> bool:
    """Rows and entries that bear ids of their own leave no trace of their file's name."""
    return case.name.endswith(
        (".jsonl", ".json", ".csv", ".tsv", ".parquet", ".rss", ".atom", ".warc", ".gz")
    )


def check_refusal(error: InputError) -> None:
    said = str(error)
    assert len(error.reason) > 5, said
    assert "Traceback" not in said
    assert "fault of ours" not in said, said
    assert len(said) < 1500, f"{said[:300]} … is too long to read"
    assert said.isprintable(), repr(said)
    if type(error).__name__ == "TooCostly":
        assert (
            any(name in error.where for name in TOO_MUCH)
            or error.where in {"1", "stdin"}
            or ("characters" in error.reason)
        ), said


def test_annotate_survives_too(tmp_path: Path) -> None:
    cases = [case for kind in KINDS for case in KINDS[kind][::9]]
    folder = lay_out(tmp_path / "in", cases)
    honest_ones = 0
    for item in annotate_all([str(folder)], engine=Processes(limits=LIMITS, warm=WARM)):
        if isinstance(item, InputError):
            check_refusal(item)
            continue
        honest_ones += item.report.id.endswith("-b.txt")
        for mention in item.mentions:
            assert item.text[mention.start : mention.end] == mention.text
    assert honest_ones == len(cases)


def test_the_command_survives_and_names_what_it_refused(tmp_path: Path) -> None:
    cases = [case for kind in KINDS for case in KINDS[kind][::25]]
    folder = lay_out(tmp_path / "in", cases)
    code = "from crossbearing.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "run", str(folder), "--store", str(tmp_path / "s.db")],
        capture_output=True, text=True, timeout=100,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert all(line.startswith("crossbearing: rejected: ") for line in done.stderr.splitlines()), done.stderr
    assert "rejected; events: " in done.stdout


# ---- what stands in folders and is no file -----------------------------------------------------------------


def test_links_in_circles_pipes_and_sockets_end_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    deep = folder.joinpath(*["deep"] * 80)
    deep.mkdir(parents=True)
    (deep / "lost.txt").write_text(TOLD)
    (folder / "circle").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "nowhere.txt").symlink_to(folder / "missing")
    (folder / "endless.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.txt")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(os.path.relpath(folder / "s.txt"))
    (folder / "folder.txt").mkdir()
    (folder / "name\n\x1b[31m.txt").write_text(honest(1))
    (folder / os.fsdecode(b"bytes-\xff.txt")).write_text(honest(2))
    (folder / "z.txt").write_text(honest(3))
    with Store(":memory:") as store:
        summary = run([str(folder)], store, engine=Processes(1, LIMITS, WARM))
        assert "z.txt" in {report.id for report in store.reports()}
    listening.close()
    refused = " ".join(error.where for error in summary.rejected)
    for name in ("self.txt", "nowhere.txt", "endless.txt", "pipe.txt", "s.txt"):
        assert name in refused, name
    for error in summary.rejected:
        check_refusal(error)
