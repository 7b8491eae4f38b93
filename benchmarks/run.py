"""How fast reports of 3 KB are annotated, and coded, linked and reconciled into a store.

usage: python benchmarks/run.py [--reports N] [--full]

Rates are per second of CPU time of one process, without the loading of tables. Exit code 1 when a target is
missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from generate import published, report, write_reports
from measuring import head, line, measured, memory_line

from crossbearing.flow import Serial, annotate_all, code, run
from crossbearing.model import RawReport
from crossbearing.store import Store

ANNOTATE_WANTED, RUN_WANTED, MEMORY_WANTED = 150, 60, 500


def main() -> int:
    parser = argparse.ArgumentParser(description="How fast reports of 3 KB are coded.")
    parser.add_argument("--reports", type=int, default=300, help="reports to code (300)")
    parser.add_argument("--full", action="store_true", help="5,000 reports")
    wanted = parser.parse_args()
    count = 5000 if wanted.full else wanted.reports
    for number in range(20):  # tables and models are loaded, and what is remembered is
        code(RawReport("warm", report(-number), metadata={"published": published(number)}))
    head()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "in"
        folder.mkdir()
        write_reports(folder, count)
        met = [annotated(folder), whole(folder, str(Path(scratch) / "s.db"))]
    return int(not all([*met, memory_line(MEMORY_WANTED)]))


def annotated(folder: Path) -> bool:
    with measured() as took:
        count = sum(1 for _ in annotate_all([str(folder)], engine=Serial()))
    return line("annotate, reports of 3 KB", count, took, ANNOTATE_WANTED)


def whole(folder: Path, where: str) -> bool:
    with Store(where) as store:
        with measured() as took:
            summary = run([str(folder)], store, engine=Serial())
        print(f"{'':34} {summary.accounts:,} accounts, {len(summary.events):,} events")
    return line("run, reports of 3 KB", summary.coded, took, RUN_WANTED)


if __name__ == "__main__":
    sys.exit(main())
