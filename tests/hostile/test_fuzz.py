"""A few seconds of the fuzzer; ``python benchmarks/fuzz.py --minutes 10`` takes longer."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import fuzz

pytestmark = pytest.mark.filterwarnings("default")


def test_a_few_seconds_find_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["--minutes", "0.1", "--seed", "7"]) == 0, capsys.readouterr().out
    assert "found: 0" in capsys.readouterr().out


@pytest.mark.parametrize("kind", fuzz.JOINTS)
def test_a_seed_makes_the_same_input_again(kind: str) -> None:
    assert fuzz.mutated(kind, "7-1") == fuzz.mutated(kind, "7-1") != fuzz.mutated(kind, "7-2")


def test_a_broken_promise_is_found(tmp_path: Path) -> None:
    session = fuzz.Fuzz(1, ["txt"], tmp_path)
    session._judge(fuzz.Outcome(fuzz.RawReport("txt 1-1", "a"), error=AssertionError("it is not there")))
    assert session.findings == ["txt 1-1: AssertionError: it is not there"]
