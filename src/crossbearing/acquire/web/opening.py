"""All the parts of fetching, put together."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import getproxies, proxy_bypass

import httpx
import platformdirs

from crossbearing.acquire.web.cache import Cache, Folder, NoCache
from crossbearing.acquire.web.clock import Clock, SystemClock
from crossbearing.acquire.web.fetcher import Fetcher
from crossbearing.acquire.web.gathering import Gatherer, Notice
from crossbearing.acquire.fetching import Fetching
from crossbearing.acquire.web.proxies import ByScheme, through_proxy
from crossbearing.acquire.web.requests import Requests
from crossbearing.acquire.web.resolver import Resolver, SystemResolver
from crossbearing.acquire.web.transport import Deadline, Guard, direct
from crossbearing.acquire.web.turns import Turns


@dataclass(frozen=True, slots=True)
class World:
    """What lies outside of this program; a test puts others in the place of any of them.

    ``transport``: None for real connections. ``trust``: None for the certificates that httpx trusts.
    ``proxies``, by scheme: None for those that the environment names (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY).
    """

    clock: Clock = SystemClock()
    resolver: Resolver = SystemResolver()
    transport: httpx.BaseTransport | None = None
    trust: ssl.SSLContext | None = None
    proxies: Mapping[str, str] | None = None


@contextmanager
def open_web(fetching: Fetching, notice: Notice, world: World | None = None) -> Iterator[Gatherer]:
    """Ready to fetch; what sites said in their robots.txt and when each was asked is known until the end."""
    world = world or World()
    deadline = Deadline(world.clock)
    turns = Turns(world.clock, fetching.bounds.longest_wait)
    requests = Requests(_transport(fetching, world, deadline), deadline, world.clock, turns, fetching.bounds)
    try:
        yield Gatherer(fetching, Fetcher(fetching, requests, _cache(fetching), world.clock), notice)
    finally:
        requests.close()


def _transport(fetching: Fetching, world: World, deadline: Deadline) -> httpx.BaseTransport:
    if world.transport is not None:
        return world.transport
    trust = world.trust or httpx.create_ssl_context()
    straight = direct(Guard(world.resolver, fetching.allow_private), deadline, trust)
    if not fetching.use_proxies:
        return straight
    named = world.proxies if world.proxies is not None else getproxies()
    chosen = {scheme: named.get(scheme) or named.get("all") for scheme in ("http", "https")}
    proxies = {
        scheme: through_proxy(proxy, world.resolver, deadline, trust)
        for scheme, proxy in chosen.items()
        if proxy
    }
    return ByScheme(straight, proxies, proxy_bypass)


def _cache(fetching: Fetching) -> Cache:
    if not fetching.keep:
        return NoCache()
    return Folder(fetching.cache or Path(platformdirs.user_cache_dir("crossbearing")) / "web")
