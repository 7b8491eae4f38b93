"""Where the work on single reports is done: here, or in several processes. No stage knows which.

The seam is one method: ``map(work, items)`` gives an Outcome for each item, in order. An exception on one
item is its outcome and never ends the others. What is still to come is not read far ahead, so a corpus of
any size streams through.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import Generic, Protocol, TypeVar

from crossbearing.flow.workers import Limits, OutOfMemory, Worker

T = TypeVar("T")
R = TypeVar("R")

FEW = 4
"""Below so many items one process is faster: that is what it codes while a second one gets going."""

AHEAD = 16
"""Reports in flight or finished for each process before the first of them is: enough that a report that uses
up its time limit holds up few others, few enough to stop at once."""


T_co = TypeVar("T_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co, R_co]):
    """What came of one item: a result or, when ``error`` is set, none."""

    item: T_co
    result: R_co | None = None
    error: Exception | None = None


class Engine(Protocol):
    """Does one piece of work on many items. ``work`` must be a pure function that pickle can name."""

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[Outcome[T, R]]:
        """An outcome for each item, in the order of the items."""


class Serial:
    """All in this process, one after the other; nothing bounds what an item may cost."""

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[Outcome[T, R]]:
        for item in items:
            yield _here(work, item)


class Processes:
    """In ``count`` processes of this machine (by default one for each core), each item within ``limits``.

    An item that goes beyond them, or whose process dies, has a LimitReached as its outcome; the others are
    done by a fresh process. ``warm`` names modules that a process imports before its first item.
    """

    def __init__(
        self, count: int | None = None, limits: Limits | None = None, warm: tuple[str, ...] = ()
    ) -> None:
        self.count = count or os.cpu_count() or 1
        self.limits = limits or Limits()
        self.warm = warm

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[Outcome[T, R]]:
        source: Iterator[T] | None = iter(items)
        flights: deque[_Flight[T, R]] = deque()
        crew: _Crew[T, R] = _Crew(self, work)
        try:
            while source or flights:
                while flights and (outcome := flights[0].outcome):
                    flights.popleft()
                    yield outcome
                if source and len(flights) < self.count * AHEAD and crew.has_room():
                    for item in islice(source, 1):
                        flights.append(crew.send(item))
                        break
                    else:
                        source = None
                elif flights:
                    crew.wait()
        finally:
            crew.dismiss()


class Automatic:
    """One process for a few items, several for more."""

    def __init__(self, limits: Limits | None = None, warm: tuple[str, ...] = ()) -> None:
        self.limits = limits
        self.warm = warm

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[Outcome[T, R]]:
        source = iter(items)
        first = list(islice(source, FEW))
        engine = Processes(None if len(first) == FEW else 1, self.limits, self.warm)
        return engine.map(work, chain(first, source))


@dataclass(slots=True)
class _Flight(Generic[T, R]):
    """An item on its way, and what came of it."""

    item: T
    outcome: Outcome[T, R] | None = None


class _Crew(Generic[T, R]):
    """The processes of one engine at work: as many as are needed, none started before."""

    def __init__(self, engine: Processes, work: Callable[[T], R]) -> None:
        self._engine = engine
        self._work = work
        self._idle: list[Worker] = []
        self._busy: dict[Worker, _Flight[T, R]] = {}

    def has_room(self) -> bool:
        return len(self._busy) < self._engine.count

    def send(self, item: T) -> _Flight[T, R]:
        flight: _Flight[T, R] = _Flight(item)
        while True:
            worker = self._idle.pop() if self._idle else Worker(self._engine.limits, self._engine.warm)
            if worker.start(self._work, item):
                self._busy[worker] = flight
                return flight
            worker.dismiss()  # it died while it had nothing to do: no item is to blame

    def wait(self) -> None:
        """Until a process has answered or reached its limit; put down what came of it."""
        deadlines = [worker.deadline for worker in self._busy if worker.deadline is not None]
        left = max(0.0, min(deadlines) - time.monotonic()) if deadlines else None
        wait([worker.connection for worker in self._busy], left)
        for worker, flight in list(self._busy.items()):
            answer = worker.collect()
            if answer is None:
                continue
            del self._busy[worker]
            flight.outcome = Outcome(flight.item, *answer)
            if isinstance(flight.outcome.error, OutOfMemory):
                worker.dismiss()  # what refused it memory may be left in any state
            elif worker.alive:
                self._idle.append(worker)

    def dismiss(self) -> None:
        for worker in (*self._idle, *self._busy):
            worker.dismiss()


def _here(work: Callable[[T], R], item: T) -> Outcome[T, R]:
    try:
        return Outcome(item, result=work(item))
    except Exception as error:
        return Outcome(item, error=error)
