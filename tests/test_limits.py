"""A report that takes too long, or too much memory, is turned down by name; all others are coded."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import fake_coder
from crossbearing.errors import EngineError, TooCostly
from crossbearing.flow import Automatic, Engine, Limits, Processes, run
from crossbearing.flow.workers import DeadWorker, OutOfMemory, OutOfTime, Worker
from crossbearing.model import RawReport
from crossbearing.store import Store

RAID = "air_strike 2021-05-03 Redhill 3\n"
TIGHT = Limits(seconds=1.5, megabytes=200)
COSTLY = {
    "sleep": "took longer than 1.5 s",
    "backtrack": "took longer than 1.5 s",
    "eat": "needs more than 200 MB of memory",
    "die": "the system killed the process that read it",
}
ENGINES: dict[str, Engine] = {
    "one process": Processes(1, TIGHT),
    "two processes": Processes(2, TIGHT),
    "automatic": Automatic(TIGHT),
}


@pytest.mark.parametrize("name", ENGINES)
def test_what_costs_too_much_is_named_and_takes_nothing_with_it(tmp_path: Path, name: str) -> None:
    for number, deed in enumerate(COSTLY):
        (tmp_path / f"{number}-{deed}.txt").write_text(f"{deed}\n")
        (tmp_path / f"{number}-then.txt").write_text(RAID)
    with Store(":memory:") as store:
        summary = run([str(tmp_path)], store, engine=ENGINES[name], coder=fake_coder.code, prepare=list)
        assert [report.id for report in store.reports()] == [f"{n}-then.txt" for n in range(len(COSTLY))]
    assert {type(error) for error in summary.rejected} == {TooCostly}
    for (number, (deed, reason)), error in zip(enumerate(COSTLY.items()), summary.rejected, strict=True):
        assert error.where == f"{number}-{deed}.txt"
        assert error.reason.startswith(reason)
        assert "left out" in error.reason


def test_the_memory_bound_is_for_one_report_and_not_for_all_together() -> None:
    items = [RawReport(str(number), f"{'a' * 5_000_000}") for number in range(60)]
    outcomes = Processes(1, TIGHT).map(_length, items)
    assert {outcome.result for outcome in outcomes} == {5_000_000}


def _length(raw: RawReport) -> int:
    return len(raw.content)


def test_without_limits_nothing_is_stopped() -> None:
    (outcome,) = Processes(1, Limits(None, None)).map(fake_coder.code, [RawReport("a", "slow\n")])
    assert outcome.error is None


def test_a_limit_is_for_each_item_anew() -> None:
    items = [RawReport(str(number), "slow\n") for number in range(8)]
    outcomes = list(Processes(1, Limits(seconds=0.6)).map(fake_coder.code, items))
    assert [outcome.error for outcome in outcomes] == [None] * 8


# ---- errors that cannot travel -----------------------------------------------------------------------------


class StubbornError(Exception):
    """Pickles, and cannot be unpickled: its pieces are not what it is made of."""

    def __init__(self, left: int, right: int) -> None:
        super().__init__(f"{left} and {right}")


def raise_stubborn(_: int) -> int:
    raise StubbornError(1, 2)


def give_a_lambda(_: int) -> object:
    return lambda: None


def test_an_error_that_pickle_cannot_bring_back_is_told_in_its_words() -> None:
    (outcome,) = Processes(1).map(raise_stubborn, [1])
    assert str(outcome.error) == "StubbornError: 1 and 2"


def test_a_result_that_pickle_cannot_send_is_an_error_of_its_item() -> None:
    outcomes = list(Processes(1).map(give_a_lambda, [1, 2]))
    assert ["pickle" in str(outcome.error) for outcome in outcomes] == [True, True]


# ---- the life of a worker ----------------------------------------------------------------------------------


def test_a_worker_that_dies_idle_takes_no_item_with_it() -> None:
    worker = Worker(TIGHT)
    assert worker.start(_length, RawReport("a", "abc"))
    while (answer := worker.collect()) is None:
        time.sleep(0.01)
    assert answer == (3, None)
    os.kill(worker._process.pid or 0, signal.SIGKILL)
    worker._process.join()
    assert not worker.start(_length, RawReport("b", "abc"))
    worker.dismiss()


ORPHANS = """
import os, sys
sys.path.insert(0, {tests!r})
import fake_coder
from crossbearing.flow import Limits
from crossbearing.flow.workers import Worker
from crossbearing.model import RawReport

if __name__ == "__main__":
    for deed in ("sleep", "backtrack"):
        worker = Worker(Limits(seconds=0.5))
        worker.start(fake_coder.code, RawReport("a", deed))
        print(worker._process.pid, flush=True)
    os.kill(os.getpid(), 9)
"""


def test_no_worker_outlives_its_parent(tmp_path: Path) -> None:
    script = tmp_path / "orphans.py"
    script.write_text(ORPHANS.format(tests=str(Path(__file__).parent)))
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=30)
    deadline = time.monotonic() + 20
    for number in map(int, done.stdout.split()):
        while _runs(number):
            assert time.monotonic() < deadline, "still there after 20 seconds"
            time.sleep(0.05)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


UNGUARDED = """
from crossbearing.flow import Processes
print(list(Processes(1).map(len, ["a"])))
"""


def test_a_script_without_a_guard_is_told_what_it_lacks(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(UNGUARDED)
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert EngineError.__name__ in done.stderr
    assert '__name__ == "__main__"' in done.stderr


def test_limits_are_told_apart_from_faults() -> None:
    items = [RawReport(deed, f"{deed}\n") for deed in ("sleep", "eat", "die", "fail")]
    outcomes = Processes(2, TIGHT).map(fake_coder.code, items)
    assert [type(outcome.error) for outcome in outcomes] == [OutOfTime, OutOfMemory, DeadWorker, RuntimeError]
