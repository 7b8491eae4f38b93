"""What a site allows: its robots.txt, as RFC 9309 has it, with Crawl-delay and Request-rate.

A site whose robots.txt does not exist or is refused (4xx) allows everything; one whose robots.txt cannot be had
now (5xx, "too many requests", no answer) allows nothing now.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from protego import Protego

AGENT = "crossbearing"
"""The name by which a site can address this program in its robots.txt."""

MOST = 500 * 1024
"""Bytes of a robots.txt that are read; RFC 9309 asks for so many at least."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site said. ``refusal``: why nothing is fetched from it now."""

    found: Protego | None = None
    refusal: str | None = None

    def why_not(self, address: str) -> str | None:
        """None when the page may be fetched; else why not."""
        if self.refusal:
            return self.refusal
        if self.found is None or self.found.can_fetch(address, AGENT):
            return None
        return "the site's robots.txt does not allow it; ask the site, or save the page and pass the file"

    @property
    def pause(self) -> float:
        """Seconds that the site wants between two requests; 0 where it does not say."""
        if self.found is None:
            return 0.0
        rate = self.found.request_rate(AGENT)
        every = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(self.found.crawl_delay(AGENT) or 0.0, every, 0.0)


def parsed(content: bytes) -> Rules:
    """The rules in a robots.txt; what is no rule in it is nothing."""
    from protego import Protego

    return Rules(Protego.parse(content[:MOST].decode("utf-8-sig", "replace")))


class Robots:
    """The rules of every site that was asked in this run, each asked once."""

    def __init__(self, ask: Callable[[str], Rules]) -> None:
        """``ask`` gives the rules in the robots.txt at an address."""
        self._ask = ask
        self._known: dict[str, Rules] = {}

    def of(self, address: str) -> Rules:
        """The rules of the site that ``address`` is on."""
        site = str(httpx.URL(address).copy_with(raw_path=b"/robots.txt", fragment=None))
        if site not in self._known:
            self._known[site] = self._ask(site)
        return self._known[site]
