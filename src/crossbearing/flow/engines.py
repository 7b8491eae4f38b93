"""Where the work on single reports is done: here, or in several processes. No stage knows which.

The seam is one method: ``map(work, items)`` gives an Outcome for each item, in order. An exception on one
item is its outcome and never ends the others. What is still to come is not read far ahead, so a corpus of
any size streams through.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEW = 12
"""Below so many items one process is faster: a second one needs as long to load the tables as they take."""

AHEAD = 4
"""Reports in flight for each process: enough that none waits for work, few enough to stop at once."""


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


class DeadWorker(Exception):  # noqa: N818 (it says what happened)
    """The process that worked on this item was killed or crashed: most likely it ran out of memory."""


class Serial:
    """All in this process, one after the other."""

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[Outcome[T, R]]:
        for item in items:
            yield _here(work, item)


class Processes:
    """In ``count`` processes of this machine; by default one for each core.

    A process that dies takes only its own item with it: what was in flight is done again, one item at a time,
    to find out which item it was.
    """

    def __init__(self, count: int | None = None) -> None:
        self.count = count or os.cpu_count() or 1

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[Outcome[T, R]]:
        source = iter(items)
        crashed = yield from self._until_crash(work, source)
        while crashed:
            for item in crashed:
                yield _alone(work, item)
            crashed = yield from self._until_crash(work, source)

    def _until_crash(
        self, work: Callable[[T], R], source: Iterator[T]
    ) -> Generator[Outcome[T, R], None, list[T]]:
        """Outcomes until the source is at its end or a process dies; then the items that were in flight."""
        flying: deque[_Flight[T, R]] = deque()
        pool = _pool(self.count)
        try:
            while True:
                for item in islice(source, self.count * AHEAD - len(flying)):
                    flying.append(_Flight(item))
                    flying[-1].future = pool.submit(work, item)
                if not flying:
                    return []
                outcome = _outcome(flying[0])
                flying.popleft()
                yield outcome
        except BrokenProcessPool:
            return [flight.item for flight in flying]
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


class Automatic:
    """Serial for a few items, several processes for more."""

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[Outcome[T, R]]:
        source = iter(items)
        first = list(islice(source, FEW))
        many = len(first) == FEW and (os.cpu_count() or 1) > 1
        engine: Engine = Processes() if many else Serial()
        return engine.map(work, chain(first, source))


@dataclass(slots=True)
class _Flight(Generic[T, R]):
    """An item on its way; it is here before it is handed over, so no crash in between can lose it."""

    item: T
    future: Future[R] | None = None


def _here(work: Callable[[T], R], item: T) -> Outcome[T, R]:
    try:
        return Outcome(item, result=work(item))
    except Exception as error:
        return Outcome(item, error=error)


def _outcome(flight: _Flight[T, R]) -> Outcome[T, R]:
    if flight.future is None:
        raise BrokenProcessPool("handed to a pool that was already broken")
    try:
        return Outcome(flight.item, result=flight.future.result())
    except BrokenProcessPool:
        raise
    except Exception as error:
        return Outcome(flight.item, error=error)


def _alone(work: Callable[[T], R], item: T) -> Outcome[T, R]:
    """One item in a process of its own, because one of its companions (or it) kills processes."""
    with _pool(1) as pool:
        try:
            return Outcome(item, result=pool.submit(work, item).result())
        except BrokenProcessPool:
            return Outcome(
                item, error=DeadWorker("the process that worked on it died; perhaps out of memory")
            )
        except Exception as error:
            return Outcome(item, error=error)


def _pool(count: int) -> ProcessPoolExecutor:
    # Never "fork": this process may have threads (a progress bar), and a fork of those can hang.
    known = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in known else "spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_settle)


def _settle() -> None:
    """Leave Ctrl-C to the parent, and end when the parent is gone, even if it was killed without a word."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
