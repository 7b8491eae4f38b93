"""All the parts of fetching, put together."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import platformdirs

from crossbearing.acquire.web.cache import Cache, Folder, NoCache
from crossbearing.acquire.web.clock import Clock, SystemClock
from crossbearing.acquire.web.fetcher import Fetcher
from crossbearing.acquire.web.gathering import Gatherer, Notice
from crossbearing.acquire.web.options import Fetching
from crossbearing.acquire.web.proxies import ThroughProxies
from crossbearing.acquire.web.requests import Requests
from crossbearing.acquire.web.resolver import Resolver, SystemResolver
from crossbearing.acquire.web.transport import Deadline, Guard, GuardedTransport
from crossbearing.acquire.web.turns import Turns


@dataclass(frozen=True, slots=True)
class World:
    """What lies outside of this program; a test puts others in the place of any of them.

    ``transport``: None for real connections. ``trust``: None for the certificates that httpx trusts.
    """

    clock: Clock = SystemClock()
    resolver: Resolver = SystemResolver()
    transport: httpx.BaseTransport | None = None
    trust: ssl.SSLContext | None = None


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
    direct = GuardedTransport(Guard(world.resolver, fetching.allow_private), deadline, world.trust)
    return ThroughProxies(direct) if fetching.use_proxies else direct


def _cache(fetching: Fetching) -> Cache:
    if not fetching.keep:
        return NoCache()
    return Folder(fetching.cache or Path(platformdirs.user_cache_dir("crossbearing")) / "web")
