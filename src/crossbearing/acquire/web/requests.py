"""One request, within bounds; tried again where that may help."""

from __future__ import annotations

import ssl
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime

import httpx

from crossbearing.acquire.web.bodies import BrokenPackingError, TooLargeError, bounded, unpacked
from crossbearing.acquire.web.clock import Clock
from crossbearing.acquire.fetching import Bounds
from crossbearing.acquire.web.resolver import NameNotFoundError
from crossbearing.acquire.web.robots import AGENT
from crossbearing.acquire.web.transport import Deadline, ForbiddenError
from crossbearing.acquire.web.turns import TooLongError, Turns
from crossbearing.errors import NotFetched

HEADERS = {
    "User-Agent": f"{AGENT} (+https://github.com/crossbearing/crossbearing)",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/xml;q=0.9, text/plain;q=0.9, application/pdf;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip",  # the packing that we unpack within bounds
    "Accept-Language": "en, *;q=0.5",
}

TAKEN = frozenset((200, 203))
"""Statuses that bring a page. 206 was not asked for; 204 and 205 bring none."""

_PASSING = frozenset((429, 500, 502, 503, 504))
"""Statuses that may be over in a moment."""

_BACKOFF = (2.0, 8.0)
"""Seconds before the second and the third try, where the server names no time."""

_SHORT = 16 * 1024
"""Bytes of a body that cost less than a new connection: what sites send with "404 Not Found"."""

GIVEN_UP = 3
"""Pages of one host that fail in a row, each with all its tries, before no more are asked for in a run: a host
that answers no robots.txt costs a minute, one that lets each page of a list time out would cost hours."""

_UNREAD = ("image/", "video/", "audio/", "font/", "model/")
"""Kinds that are never a report: their bytes are not fetched at all."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. ``content`` is unpacked; empty where the status or the kind brings no page."""

    status: int
    headers: Mapping[str, str]
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class _Failure:
    """What went wrong; ``again``: it may go better in a moment, after ``wait`` seconds if the server says.
    ``of_host``: it is the host that fails, and not this one page."""

    reason: str
    again: bool = False
    wait: float | None = None
    of_host: bool = False


class Requests:
    """Sends requests one after the other."""

    def __init__(
        self, transport: httpx.BaseTransport, deadline: Deadline, clock: Clock, turns: Turns, bounds: Bounds
    ) -> None:
        self._clock = clock
        self._deadline = deadline
        self._turns = turns
        self._bounds = bounds
        self._transport = transport
        self._failed: Counter[str] = Counter()
        timeouts = httpx.Timeout(bounds.read, connect=bounds.connect)
        self._extensions = {"timeout": timeouts.as_dict()}

    def close(self) -> None:
        self._transport.close()

    def get(
        self, address: str, headers: Mapping[str, str], *, pause: float, most: int | None = None
    ) -> Answer:
        """The answer from a checked address, whatever its status, after the host's ``pause``.

        ``most``: read so many bytes of the body and leave the rest; without it, a body larger than the bounds
        allow is refused. Raises NotFetched when there is no answer, or none that may be held; a status that
        may be over in a moment is returned when it was not.
        """
        host = httpx.URL(address).host
        if self._failed[host] >= GIVEN_UP:
            reason = f"{host} has failed {GIVEN_UP} times in a row, so nothing more is asked of it; try again later"
            raise NotFetched(address, reason)
        for wait in (*_BACKOFF[: self._bounds.retries], None):
            self._wait(address, host, pause)
            came = self._once(address, headers, most)
            failure = self._failure(came) if isinstance(came, Answer) else came
            if failure and failure.wait is not None:
                self._turns.leave_alone(host, failure.wait)
            if failure is None or not failure.again or wait is None:
                break
            if failure.wait is None:
                self._clock.sleep(wait)
        if isinstance(came, Answer):
            self._failed[host] = 0
            return came
        self._failed[host] += came.of_host
        raise NotFetched(address, came.reason)

    def _wait(self, address: str, host: str, pause: float) -> None:
        try:
            self._turns.take(host, pause)
        except TooLongError as error:
            reason = (
                f"{host} asks to be left alone for {error.seconds:.0f} s, which is longer than a run waits; "
                "try again after that"
            )
            raise NotFetched(address, reason) from error

    def _failure(self, answer: Answer) -> _Failure | None:
        if answer.status not in _PASSING:
            return None
        wait = self._retry_after(answer.headers.get("retry-after", ""))
        return _Failure(str(answer.status), again=True, wait=wait)

    def _retry_after(self, value: str) -> float | None:
        if value.isascii() and value.isdigit():
            return float(value[:9])
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (moment - self._clock.now()).total_seconds())

    def _once(self, address: str, headers: Mapping[str, str], most: int | None) -> Answer | _Failure:
        self._deadline.at = self._clock.monotonic() + self._bounds.total
        # Straight to the transport: a client would keep cookies and look at redirects, and nobody is logged in
        # here, and a page must not depend on what was fetched before it.
        request = httpx.Request(
            "GET", address, headers={**HEADERS, **headers}, extensions=dict(self._extensions)
        )
        try:
            with closing(self._transport.handle_request(request)) as response:
                if _brings_a_page(response):
                    return Answer(response.status_code, response.headers, self._body(response, most))
                _read_to_its_end(response)
                return Answer(response.status_code, response.headers)
        except ForbiddenError as error:
            return _Failure(str(error))
        except TooLargeError:
            return _Failure(f"is larger than {self._bounds.size // 2**20} MB; save what you need of it")
        except BrokenPackingError as error:
            return _Failure(f"{error}; try again later, or save the page and pass the file")
        except httpx.HTTPError as error:
            return self._mapped(error)

    def _body(self, response: httpx.Response, most: int | None) -> bytes:
        limit = self._bounds.size
        announced = response.headers.get("content-length", "")
        if most is None and announced.isdigit() and int(announced[:18]) > limit:
            raise TooLargeError
        pieces = unpacked(bounded(response.iter_raw(), limit), response.headers.get("content-encoding", ""))
        return b"".join(bounded(pieces, limit) if most is None else _first(pieces, most))

    def _mapped(self, error: httpx.HTTPError) -> _Failure:
        """What an error of the library means to a user."""
        if self._clock.monotonic() >= self._deadline.at:
            reason = f"took longer than {self._bounds.total:g} s in all; try again later"
            return _Failure(reason, of_host=True)
        causes = list(_causes(error))
        if any(isinstance(cause, NameNotFoundError) for cause in causes):
            return _Failure("there is no such host; check the spelling, and that this machine is online")
        tls = next((cause for cause in causes if isinstance(cause, ssl.SSLError)), None)
        if tls is not None:
            said = getattr(tls, "verify_message", "") or tls.reason or str(tls)
            return _Failure(f"no secure connection: {said}; the site, or something on the way, is not in order")
        for kind, reason in _MEANINGS.items():
            if isinstance(error, kind):
                said = f"{reason}; try again later".format(error=error, **_seconds(self._bounds))
                return _Failure(said, again=True, of_host=True)
        return _Failure(f"could not be fetched: {error}")


_MEANINGS: dict[type[httpx.HTTPError], str] = {
    httpx.ConnectTimeout: "no connection within {connect:g} s",
    httpx.ReadTimeout: "was silent for {read:g} s in the middle of its answer",
    httpx.TimeoutException: "took too long",
    httpx.ConnectError: "no connection: {error}",
    httpx.ProxyError: "the proxy does not let it through: {error}",
    httpx.RemoteProtocolError: "broke off, or sent what is not HTTP: {error}",
    httpx.NetworkError: "the connection broke: {error}",
}
"""What the library's errors mean; the first that fits counts."""


def _seconds(bounds: Bounds) -> dict[str, float]:
    return {"connect": bounds.connect, "read": bounds.read}


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _brings_a_page(response: httpx.Response) -> bool:
    kind = response.headers.get("content-type", "").strip().lower()
    return response.status_code in TAKEN and not kind.startswith(_UNREAD)


def _read_to_its_end(response: httpx.Response) -> None:
    """Read a short body that nobody wants: then the connection serves for the next request, too."""
    length = response.headers.get("content-length", "")
    if response.status_code == 304 or (length.isdigit() and int(length[:18]) <= _SHORT):
        for _ in response.iter_raw():
            pass


def _first(pieces: Iterator[bytes], most: int) -> Iterator[bytes]:
    """The first ``most`` bytes."""
    left = most
    for piece in pieces:
        yield piece[:left]
        left -= len(piece)
        if left <= 0:
            return
