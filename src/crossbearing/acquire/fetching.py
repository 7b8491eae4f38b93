"""How fetching goes: what a user can choose, and the bounds that keep a run polite and safe."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one request may cost. Times in seconds, sizes in bytes."""

    connect: float = 10.0
    read: float = 20.0
    """The longest silence in the middle of an answer."""
    total: float = 60.0
    """All of one request: a server that sends a byte now and then ends here."""
    size: int = 50 * 1024 * 1024
    """Of the body, packed and unpacked: what sitemaps.org allows a sitemap. Pages have a hundredth of it."""
    redirects: int = 5
    """RFC 9309 wants at least five for robots.txt; news sites need one or two."""
    retries: int = 2
    longest_wait: float = 60.0
    """The longest wait that a site can ask for (Retry-After, Crawl-delay) and be given in a run."""
    sitemaps: int = 50
    """Sitemaps that are read for one address, all levels of an index together."""
    depth: int = 3
    """Levels of indexes. The protocol has one; some sites nest them."""


@dataclass(frozen=True, slots=True)
class Fetching:
    """What to do with addresses of the web. The defaults are safe for addresses that others have written."""

    limit: int = 100
    """Items of a feed, or pages of a sitemap, that are taken from one address."""
    follow: bool = True
    """Fetch the report behind an item of a feed that has only a teaser; else the teaser is the report."""
    interval: float = 1.0
    """Seconds between two requests to one host; more where its robots.txt asks for more."""
    allow_private: bool = False
    """Also fetch from this machine and from private networks."""
    use_proxies: bool = False
    """Use the proxies that the environment names. Then it is the proxy that finds out where a name leads."""
    keep: bool = True
    """Keep what was fetched on disk, and ask only whether it has changed the next time."""
    cache: Path | None = None
    """Where to keep it; None: in the user's cache folder."""
    bounds: Bounds = Bounds()
