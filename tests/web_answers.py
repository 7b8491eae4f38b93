"""The web as a table, for tests: what each address answers, and what was asked of it when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import httpx

from crossbearing.acquire import Fetching, Web, acquire
from crossbearing.acquire.web.clock import FakeClock
from crossbearing.acquire.web.opening import World
from crossbearing.errors import InputError
from crossbearing.model import RawReport
from web_server import Page

PAGE = (
    b"<!DOCTYPE html><html><head><title>Ferry hit</title></head><body><p>Two people died.</p></body></html>"
)
BARE = Fetching(keep=False)

Answer = Page | bytes | Exception | Callable[[httpx.Request], Page]
"""What an address answers: a page, the bytes of one, a failure, or what a request decides."""


class Answers(httpx.MockTransport):
    """Answers from a table; a list is answered one after the other, the last for good.

    ``asked`` holds the addresses in order, ``at`` what the clock showed, ``heard`` the headers.
    """

    def __init__(self, table: Mapping[str, Answer | Sequence[Answer]], clock: FakeClock) -> None:
        super().__init__(self._answer)
        self._table = {address: list(a) if isinstance(a, list) else [a] for address, a in table.items()}
        self._clock = clock
        self.asked: list[str] = []
        self.at: list[float] = []
        self.heard: list[httpx.Headers] = []

    def _answer(self, request: httpx.Request) -> httpx.Response:
        address = str(request.url)
        self.asked.append(address)
        self.at.append(self._clock.monotonic())
        self.heard.append(request.headers)
        answers = self._table.get(address, [Page(status=404)])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, bytes):
            answer = Page(answer)
        page = answer if isinstance(answer, Page) else answer(request)
        named = {"content-type": page.kind, **page.headers} if page.kind else page.headers
        headers = [(name.encode(), value.encode()) for name, value in named.items()]
        return httpx.Response(page.status, headers=headers, stream=httpx.ByteStream(page.body))

    @property
    def pages(self) -> list[str]:
        """What was asked for, less every robots.txt."""
        return [address for address in self.asked if not address.endswith("/robots.txt")]


class Reader:
    """Reads addresses over a table of answers, by a clock that takes no time."""

    def __init__(self, table: Mapping[str, Answer | Sequence[Answer]], fetching: Fetching = BARE) -> None:
        self.clock = FakeClock()
        self.answers = Answers(table, self.clock)
        self.fetching = fetching
        self.notes: list[str] = []

    def read(self, *addresses: str) -> list[RawReport | InputError]:
        world = World(clock=self.clock, transport=self.answers)
        return list(acquire(addresses, web=Web(self.fetching, self.notes.append, world)))

    def report(self, address: str) -> RawReport:
        """The one report that is there."""
        (found,) = self.read(address)
        assert isinstance(found, RawReport), found
        return found

    def error(self, address: str) -> InputError:
        """The one error that is there."""
        (found,) = self.read(address)
        assert isinstance(found, InputError)
        return found


def moved(to: str, status: int = 302) -> Page:
    return Page(status=status, headers={"location": to})


def text(content: str) -> Page:
    return Page(content.encode(), kind="text/plain")
