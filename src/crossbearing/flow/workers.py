"""A process that does one piece of work at a time, and can be stopped whatever it is doing.

Python code can be interrupted; a regular expression, a parser or a PDF library written in C cannot. So work
on reports, which anybody may have written, is done in a process of its own that is killed when it takes too
long, and that the system refuses memory beyond a bound. A fresh one takes its place.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from typing import Any

from crossbearing.errors import EngineError

MEGABYTE = 1024 * 1024

GRACE = 2.0
"""Seconds after its time limit at which a worker's own alarm ends it. The parent does so on time; this is for
a worker whose parent was killed while it sat in C code, where no thread of its own can notice."""

FAREWELL = 5.0
"""Seconds to wait for a process that has been killed, or has hung up, to be gone."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may cost: ``seconds`` of time, and ``megabytes`` of memory beyond what a worker holds
    when it starts. None: as much as it takes. The bound on memory needs a system that keeps one (Linux does).

    The defaults are far from what honest reports need: of 10,000 generated pages of up to 150 KB the slowest
    took 1 s, and a page of 10 MB needs about 600 MB.
    """

    seconds: float | None = 60.0
    megabytes: int | None = 1024


class LimitReached(Exception):  # noqa: N818 (it says what happened)
    """An item cost more than it may. ``str(error)`` is a reason that can be shown to a user."""


class OutOfTime(LimitReached):
    """It took longer than its limit."""


class OutOfMemory(LimitReached):
    """It asked for more memory than its limit."""


class DeadWorker(LimitReached):
    """The process that worked on it was killed or crashed."""


_ALARM, _KILLED = getattr(signal, "SIGALRM", 14), getattr(signal, "SIGKILL", 9)  # Windows has no such names

Answer = tuple[Any, Exception | None]
"""What came of an item: a result, or an error."""


class Worker:
    """One process. ``start`` gives it an item, ``collect`` takes the answer, ``dismiss`` ends it.

    ``warm`` names modules that are imported before the first item, at no cost to its time.
    """

    def __init__(self, limits: Limits, warm: tuple[str, ...] = ()) -> None:
        self._limits = limits
        self.deadline: float | None = None
        self.alive = True
        context = _context(warm)
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, limits, warm), daemon=True)
        try:
            self._process.start()
            theirs.close()
            self.connection.recv()
        except (EOFError, OSError) as error:
            raise EngineError(
                'no process could be started to work in; a script needs an `if __name__ == "__main__":` '
                "around what it does"
            ) from error

    def start(self, work: Callable[[Any], Any], item: object) -> bool:
        """Hand it an item. False when the process is gone: then the item is still to be done."""
        try:
            self.connection.send_bytes(pickle.dumps((work, item)))
        except OSError:
            return False
        seconds = self._limits.seconds
        self.deadline = None if seconds is None else time.monotonic() + seconds
        return True

    def collect(self) -> Answer | None:
        """The answer; None while there is none and time is left. A worker past a limit is dead afterwards."""
        try:
            if self.connection.poll():
                answer: Answer = self.connection.recv()
                return answer
        except (EOFError, OSError):
            return None, self._cause_of_death()
        if self.deadline is None or time.monotonic() < self.deadline:
            return None
        self.dismiss()
        return None, OutOfTime(f"took longer than {self._limits.seconds:g} s")

    def dismiss(self) -> None:
        """End the process, whatever it does: it has nothing to put in order."""
        self.alive = False
        self._process.kill()
        self._process.join(FAREWELL)
        self.connection.close()

    def _cause_of_death(self) -> LimitReached:
        self._process.join(FAREWELL)
        code = self._process.exitcode or 0
        self.dismiss()
        if code == -_ALARM:
            return OutOfTime(f"took longer than {self._limits.seconds:g} s")
        if code == -_KILLED:
            return DeadWorker("the system killed the process that read it, most likely for want of memory")
        how = f"by signal {-code}" if code < 0 else f"with exit code {code}"
        return DeadWorker(f"the process that read it was ended {how}")


# ---- in the process ----------------------------------------------------------------------------------------


def _serve(connection: Connection, limits: Limits, warm: tuple[str, ...]) -> None:
    _settle()
    for name in warm:
        import_module(name)
    gc.freeze()  # tables that a fork shares with its siblings stay shared: no collection walks over them
    _bound(limits.megabytes)
    connection.send("ready")
    while True:
        try:
            task = connection.recv_bytes()
        except EOFError:
            return
        _alarm(limits.seconds)
        answer = _answer(task, limits)
        _alarm(None)
        connection.send_bytes(answer)


def _answer(task: bytes, limits: Limits) -> bytes:
    try:
        work, item = pickle.loads(task)
        return pickle.dumps((work(item), None))
    except MemoryError:
        pass  # its traceback holds what took the memory: answer when that is gone
    except Exception as error:
        return pickle.dumps((None, _portable(error)))
    return pickle.dumps((None, OutOfMemory(f"needs more than {limits.megabytes} MB of memory")))


def _portable(error: Exception) -> Exception:
    """The error, or one that says the same, if it would not survive the way to the parent."""
    try:
        copied = pickle.loads(pickle.dumps(error))
        if isinstance(copied, type(error)):
            return error
    except Exception:
        pass  # a foreign class may raise anything here
    return RuntimeError(f"{type(error).__name__}: {error}")


def _settle() -> None:
    """Leave Ctrl-C to the parent, and end when the parent is gone, even if it was killed without a word."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _alarm(seconds: float | None) -> None:
    """Have the system end this process some time after the limit; None calls it off."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_REAL, 0 if seconds is None else seconds + GRACE)


def _bound(megabytes: int | None) -> None:
    """Have the system refuse more memory than what is held now and so many megabytes."""
    held = Path("/proc/self/statm")
    if megabytes is None or not held.exists():
        return  # macOS has the call and does not keep to it; Windows has neither
    import resource

    pages = int(held.read_text().split()[0])
    most = pages * resource.getpagesize() + megabytes * MEGABYTE
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _context(warm: tuple[str, ...]) -> ForkServerContext | SpawnContext:
    """Never "fork": this process may have threads (a progress bar), and a fork of those can hang.

    The server that forks instead imports ``warm`` once, so that a worker starts in milliseconds and shares
    its tables with the others.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", *warm])
    return context
