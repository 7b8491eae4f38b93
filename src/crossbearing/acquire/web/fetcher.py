"""One address → what is there, asked for politely and within bounds.

Every hop of a redirect is an address of its own: checked, looked up in its site's robots.txt, waited for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC

from crossbearing.acquire.web.addresses import shown, web_address
from crossbearing.acquire.web.cache import Cache, Kept
from crossbearing.acquire.web.clock import Clock
from crossbearing.acquire.fetching import Fetching
from crossbearing.acquire.web.requests import TAKEN, Answer, Requests
from crossbearing.acquire.web.robots import MOST, Robots, Rules, parsed
from crossbearing.errors import NotFetched

_REDIRECTS = frozenset((301, 302, 303, 307, 308))

_BY_HAND = "save the page and pass the file"
_STATUSES = {
    401: f"wants a login; {_BY_HAND}",
    402: f"wants a payment; {_BY_HAND}",
    403: f"refuses to give it to a program; {_BY_HAND}",
    404: "has no such page; check the address",
    410: "has no such page any more; look for it in a web archive",
    429: "has had too many requests; try again later, with a longer --interval",
    451: "may not show it, for legal reasons; look for it in a web archive",
}
"""What a status means and what to do about it."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is at ``address`` (where the redirects ended), and when it came (ISO, UTC)."""

    address: str
    content: bytes
    content_type: str
    retrieved: str


@dataclass(frozen=True, slots=True)
class _Hop:
    """An answer: a page, or the way to another address."""

    kept: Kept | None = None
    location: str | None = None


class Fetcher:
    """Fetches addresses, and remembers what their sites allow."""

    def __init__(self, fetching: Fetching, requests: Requests, cache: Cache, clock: Clock) -> None:
        self._fetching = fetching
        self._requests = requests
        self._cache = cache
        self._clock = clock
        self._robots = Robots(self._rules)

    def fetch(self, written: str) -> Fetched:
        """What is there. Raises NotFetched, which names the address as it was written, for whatever reason
        there is nothing."""
        addresses = [self._checked(written)]
        try:
            while True:
                address = addresses[-1]
                hop = self._visit(address)
                if hop.kept is not None:
                    kept = hop.kept
                    return Fetched(address, kept.content, kept.content_type, kept.retrieved)
                addresses.append(self._next(addresses, hop.location or ""))
        except NotFetched as error:
            raise _about(written, addresses, error) from error

    def _checked(self, written: str, base: str | None = None) -> str:
        return web_address(written, base=base, allow_private=self._fetching.allow_private)

    def _next(self, addresses: list[str], location: str) -> str:
        target = self._checked(location, addresses[-1])
        if target in addresses:
            raise NotFetched(target, "redirects in a circle: " + " → ".join([*addresses, target]))
        if len(addresses) > self._fetching.bounds.redirects:
            raise NotFetched(target, f"redirects more than {self._fetching.bounds.redirects} times")
        return target

    def _visit(self, address: str) -> _Hop:
        rules = self._robots.of(address)
        reason = rules.why_not(address)
        if reason:
            raise NotFetched(address, reason)
        answer = self._ask(address, pause=max(self._fetching.interval, rules.pause))
        if isinstance(answer, Kept):
            return _Hop(kept=answer)
        location = answer.headers.get("location")
        if answer.status in _REDIRECTS and location:
            return _Hop(location=location)
        said = _STATUSES.get(answer.status) or (
            "has a fault at the moment; try again later" if answer.status >= 500 else _BY_HAND
        )
        raise NotFetched(address, f"the server answers {answer.status}: it {said}")

    def _ask(self, address: str, *, pause: float, most: int | None = None) -> Kept | Answer:
        """What is at the address, from the cache when it has not changed; or the answer that brings nothing."""
        before = self._cache.get(address)
        answer = self._requests.get(address, _conditions(before), pause=pause, most=most)
        if answer.status == 304 and before is not None:
            return before
        if answer.status not in TAKEN:
            return answer
        kept = Kept(
            content=answer.content,
            retrieved=self._clock.now().astimezone(UTC).isoformat(timespec="seconds"),
            content_type=answer.headers.get("content-type", ""),
            etag=answer.headers.get("etag", ""),
            last_modified=answer.headers.get("last-modified", ""),
        )
        if "no-store" not in answer.headers.get("cache-control", "").lower():
            self._cache.put(address, kept)
        return kept

    def _rules(self, site: str) -> Rules:
        """What the robots.txt at ``site`` says, or what follows from there being none."""
        address = site
        for _ in range(self._fetching.bounds.redirects + 1):
            try:
                answer = self._ask(address, pause=self._fetching.interval, most=MOST)
                if isinstance(answer, Kept):
                    return parsed(answer.content)
                location = answer.headers.get("location")
                if answer.status not in _REDIRECTS or not location:
                    return _without_rules(answer.status)
                address = self._checked(location, address)
            except NotFetched as error:
                return Rules(refusal=error.reason)
        return Rules()  # RFC 9309: whoever redirects on and on has none


def _conditions(before: Kept | None) -> Mapping[str, str]:
    """The headers that ask only for what has changed."""
    if before is None:
        return {}
    headers = {"If-None-Match": before.etag, "If-Modified-Since": before.last_modified}
    return {name: value for name, value in headers.items() if value}


def _without_rules(status: int) -> Rules:
    if status < 500 and status != 429:
        return Rules()
    return Rules(
        refusal=f"the site's robots.txt cannot be had now (the server answers {status}), and without it nothing "
        "is fetched; try again later"
    )


def _about(written: str, addresses: list[str], error: NotFetched) -> NotFetched:
    """The error, about the address that was asked for; it names the one where it went wrong."""
    where = shown(written)
    if len(addresses) == 1 and error.where == addresses[0]:
        return NotFetched(where, error.reason)
    return NotFetched(where, f"redirects to {error.where}: {error.reason}")
