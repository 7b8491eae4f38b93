"""The proxies that the environment names, for those who can reach the web through them only."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping

import httpcore
import httpx

from crossbearing.acquire.web.resolver import Resolver
from crossbearing.acquire.web.transport import (
    KEPT_ALIVE,
    MOST_CONNECTIONS,
    Deadline,
    Guard,
    GuardedBackend,
    PooledTransport,
)
from crossbearing.errors import NotFetched


def through_proxy(address: str, resolver: Resolver, deadline: Deadline, trust: ssl.SSLContext) -> PooledTransport:
    """The way out over one proxy ("http://name:password@host:port"), which may stand in a private network.

    Where a name leads is found out by the proxy, so it cannot be checked here. Raises NotFetched for a proxy
    of another kind.
    """
    try:
        proxy = httpx.Proxy(address)
    except (httpx.InvalidURL, ValueError) as error:
        raise NotFetched("HTTP_PROXY", "only proxies of the kind http://host:port are used") from error
    if proxy.url.scheme != "http":
        raise NotFetched("HTTP_PROXY", f"only http proxies are used, not {proxy.url.scheme}:")
    return PooledTransport(
        httpcore.HTTPProxy(
            proxy_url=str(proxy.url),
            proxy_auth=proxy.raw_auth,
            ssl_context=trust,
            network_backend=GuardedBackend(Guard(resolver, allow_private=True), deadline),
            max_connections=MOST_CONNECTIONS,
            keepalive_expiry=KEPT_ALIVE,
        )
    )


class ByScheme(httpx.BaseTransport):
    """Sends a request through the proxy for its scheme, and directly when there is none, or when ``bypass``
    says so of its host."""

    def __init__(
        self,
        direct: httpx.BaseTransport,
        proxies: Mapping[str, httpx.BaseTransport],
        bypass: Callable[[str], object],
    ) -> None:
        self._direct = direct
        self._proxies = proxies
        self._bypass = bypass

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        proxy = self._proxies.get(request.url.scheme)
        if proxy is None or self._bypass(request.url.host):
            return self._direct.handle_request(request)
        return proxy.handle_request(request)

    def close(self) -> None:
        for transport in (self._direct, *self._proxies.values()):
            transport.close()
