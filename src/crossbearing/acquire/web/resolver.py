"""Names of hosts → IP addresses, behind a seam."""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Protocol


class NameNotFoundError(OSError):
    """There is no such name, or it has no address."""


class Resolver(Protocol):
    """What connecting asks of a name service."""

    def resolve(self, host: str, timeout: float) -> Sequence[str]:
        """All IP addresses of ``host``, the preferred first. Raises NameNotFoundError when there is none, and
        OSError (TimeoutError among them) when the name service does not answer."""


class SystemResolver:
    """The name service of this machine."""

    def resolve(self, host: str, timeout: float) -> Sequence[str]:
        answers: SimpleQueue[Sequence[str] | OSError] = SimpleQueue()
        # The system's call cannot be given a time limit; a thread that is still waiting does not hold us up.
        Thread(target=_ask, args=(host, answers), daemon=True).start()
        try:
            answer = answers.get(timeout=timeout)
        except Empty:
            raise TimeoutError(f"the name service did not answer in {timeout:g} s") from None
        if isinstance(answer, OSError):
            raise answer
        return answer


def _ask(host: str, answers: SimpleQueue[Sequence[str] | OSError]) -> None:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        answers.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            answers.put(OSError("the name service does not answer"))
        else:
            answers.put(NameNotFoundError(str(error.strerror)))
    except (OSError, UnicodeError) as error:  # UnicodeError: a label of more than 63 bytes
        answers.put(NameNotFoundError(str(error)))


class FakeResolver:
    """A name service for tests, from a table. ``asked`` holds the names that were asked for, in order.

    A name whose value is a list of lists has another answer each time, and keeps the last one.
    """

    def __init__(self, table: Mapping[str, Sequence[str] | Sequence[Sequence[str]]]) -> None:
        self._table = {host: list(answers) for host, answers in table.items()}
        self.asked: list[str] = []

    def resolve(self, host: str, timeout: float) -> Sequence[str]:  # noqa: ARG002 (it answers at once)
        self.asked.append(host)
        answers = self._table.get(host)
        if not answers:
            raise NameNotFoundError("Name or service not known")
        if isinstance(answers[0], str):
            return [str(answer) for answer in answers]
        return list(answers.pop(0) if len(answers) > 1 else answers[0])
