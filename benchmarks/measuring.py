"""A clock for CPU time, the highest memory of a process, and the table that shows both."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

MB = 1024


@dataclass
class Measured:
    """Seconds of CPU (what one core has to do, whatever else the machine does) and of the clock."""

    cpu: float = 0.0
    clock: float = 0.0


@contextmanager
def measured() -> Iterator[Measured]:
    found = Measured()
    cpu, clock = time.process_time(), time.perf_counter()
    yield found
    found.cpu, found.clock = time.process_time() - cpu, time.perf_counter() - clock


def peak_mb() -> int:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MB


def line(what: str, count: int, took: Measured, wanted: float) -> bool:
    """One line of the table; False when the target was missed."""
    rate = count / took.cpu if took.cpu else 0.0
    met = rate >= wanted
    verdict = "met" if met else "MISSED"
    print(f"{what:34} {count:8,} {rate:9.1f} /s and core   wanted {wanted:6,.0f}  {verdict}", flush=True)
    return met


def memory_line(wanted_mb: int) -> bool:
    peak = peak_mb()
    met = peak < wanted_mb
    verdict = "met" if met else "MISSED"
    print(
        f"{'most memory of the process':34} {peak:8,} MB            wanted < {wanted_mb:4,} MB  {verdict}",
        flush=True,
    )
    return met


def head() -> None:
    print(f"{'':34} {'count':>8} {'rate':>9}")


def drained(items: Iterator[object], each: Callable[[object], object]) -> int:
    """Do ``each`` to all items, keep none, and count them."""
    count = 0
    for item in items:
        each(item)
        count += 1
    return count
