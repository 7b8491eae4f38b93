"""The proxies that the environment names, for those who can reach the web through them only."""

from __future__ import annotations

from urllib.request import getproxies, proxy_bypass

import httpx


class ThroughProxies(httpx.BaseTransport):
    """Sends a request through the environment's proxy for it (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, less
    NO_PROXY), and directly when there is none.

    Where a name leads is found out by the proxy, so it cannot be checked here.
    """

    def __init__(self, direct: httpx.BaseTransport) -> None:
        self._direct = direct
        named = getproxies()
        found = {scheme: named.get(scheme) or named.get("all") for scheme in ("http", "https")}
        self._proxies = {scheme: httpx.HTTPTransport(proxy=proxy) for scheme, proxy in found.items() if proxy}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        proxy = self._proxies.get(request.url.scheme)
        if proxy is None or proxy_bypass(request.url.host):
            return self._direct.handle_request(request)
        return proxy.handle_request(request)

    def close(self) -> None:
        for transport in (self._direct, *self._proxies.values()):
            transport.close()
