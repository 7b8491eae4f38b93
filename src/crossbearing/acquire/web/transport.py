"""Connections that lead where they were checked to lead.

A name is resolved once a connection; all its addresses must be allowed, and the connection is made to the very
address that was checked. Nobody can answer with a public address first and a private one afterwards. TLS and
the Host header keep the name. Everything on a connection ends at one deadline, so a server that sends a byte
now and then cannot hold us.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any

import httpcore
import httpx

from crossbearing.acquire.web.clock import Clock
from crossbearing.acquire.web.networks import forbidden
from crossbearing.acquire.web.resolver import Resolver


class ForbiddenError(Exception):
    """A host leads to an address that must not be connected to; the message says why."""


@dataclass(slots=True)
class Deadline:
    """When the request at hand must be over, by ``clock``."""

    clock: Clock
    at: float = field(default=float("inf"))

    def left(self, limit: float | None, error: type[Exception]) -> float:
        """Seconds for the next step, ``limit`` at most; raises ``error`` when there are none."""
        left = self.at - self.clock.monotonic()
        if left <= 0:
            raise error("the time for this request is over")
        return left if limit is None else min(left, limit)


@dataclass(frozen=True, slots=True)
class Guard:
    """What decides where a connection may lead."""

    resolver: Resolver
    allow_private: bool = False

    def addresses_of(self, host: str, timeout: float) -> list[str]:
        """The addresses of ``host``, the preferred first. Raises ForbiddenError when any of them is not
        allowed, OSError when there is none."""
        literal = _literal(host)
        addresses = [literal] if literal else list(self.resolver.resolve(host, timeout))
        for address in addresses:
            reason = forbidden(host, address, allow_private=self.allow_private)
            if reason:
                raise ForbiddenError(reason)
        return addresses


def _literal(host: str) -> str | None:
    try:
        return str(ip_address(host.strip("[]")))
    except ValueError:
        return None


TRIED = 3
"""Addresses of a host that are tried: one of IPv6 where there is no way to it, and one that is down."""


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to checked addresses only."""

    def __init__(self, guard: Guard, deadline: Deadline) -> None:
        self._guard = guard
        self._deadline = deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            left = self._deadline.left(timeout, httpcore.ConnectTimeout)
            addresses = self._guard.addresses_of(host, left)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        failed: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses[:TRIED]:
            left = self._deadline.left(timeout, httpcore.ConnectTimeout)
            try:
                stream = self._inner.connect_tcp(address, port, left, local_address, socket_options)
                return _Timed(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed


class _Timed(httpcore.NetworkStream):
    """A connection on which every step ends at the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout, httpcore.WriteTimeout))

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout, httpcore.ConnectTimeout)
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def close(self) -> None:
        self._inner.close()

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


MOST_CONNECTIONS = 1
"""One request at a time."""

KEPT_ALIVE = 30.0
"""Seconds that a connection is kept: more than the usual interval, so that a site needs one handshake."""


def direct(guard: Guard, deadline: Deadline, trust: ssl.SSLContext) -> PooledTransport:
    """The way out over guarded connections."""
    return PooledTransport(
        httpcore.ConnectionPool(
            ssl_context=trust,
            network_backend=GuardedBackend(guard, deadline),
            max_connections=MOST_CONNECTIONS,
            keepalive_expiry=KEPT_ALIVE,
        )
    )


class PooledTransport(httpx.BaseTransport):
    """What httpx asks for, over a pool of httpcore's."""

    def __init__(self, pool: httpcore.ConnectionPool) -> None:
        self._pool = pool

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _as_httpx():
            answer = self._pool.handle_request(asked)
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Stream(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        with _as_httpx():
            self._answer.close()


_ERRORS = (
    "ConnectTimeout", "ReadTimeout", "WriteTimeout", "PoolTimeout", "ConnectError", "ReadError", "WriteError",
    "LocalProtocolError", "RemoteProtocolError", "UnsupportedProtocol", "ProxyError",
)  # fmt: skip
"""Errors that the two libraries have under one name."""


@contextmanager
def _as_httpx() -> Iterator[None]:
    """Errors of httpcore become those of httpx, which its callers know."""
    try:
        yield
    except tuple(getattr(httpcore, name) for name in _ERRORS) as error:
        raise getattr(httpx, type(error).__name__)(str(error)) from error
