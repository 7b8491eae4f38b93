"""An address → the reports that it leads to: the page itself, or what its feed or sitemap names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO

from crossbearing.acquire.feeds import Served, as_report, read_items
from crossbearing.acquire.files import read_source
from crossbearing.acquire.sitemaps import NestedSitemap, SitePage, read_sitemap
from crossbearing.acquire.intake import Intake
from crossbearing.acquire.sources import opened
from crossbearing.acquire.web.addresses import shown, without_tracking
from crossbearing.acquire.web.fetcher import Fetched, Fetcher
from crossbearing.acquire.web.kinds import Content, Way, sort
from crossbearing.acquire.fetching import Fetching
from crossbearing.errors import BadFeed, InputError, NotFetched
from crossbearing.model import RawReport

Found = RawReport | InputError
Notice = Callable[[str], None]
"""Hears what a user should know and what is no error: that a list was cut off, that a site left https."""


class Gatherer:
    """Goes through addresses, one after the other."""

    def __init__(self, fetching: Fetching, fetcher: Fetcher, notice: Notice) -> None:
        self._fetching = fetching
        self._fetcher = fetcher
        self._notice = notice
        self._taken: set[str] = set()

    def gather(self, address: str, intake: Intake) -> Iterator[Found]:
        """What ``address`` leads to; an error in the place of each report that could not be had. ``intake``:
        how tables and archives are read that lie at an address."""
        try:
            came, content = self._fetch(address)
        except NotFetched as error:
            yield error
            return
        if content.way is Way.FEED:
            yield from self._feed(came, content)
        elif content.way is Way.SITEMAP:
            yield from self._sitemap(came, content)
        elif content.way is Way.FILE:
            yield from _in_file(came, content, intake)
        else:
            yield self._report(address, came, content)

    def _fetch(self, address: str) -> tuple[Fetched, Content]:
        came = self._fetcher.fetch(address)
        content = sort(came.content, came.content_type, came.address, self._fetching.bounds.size)
        if isinstance(content, str):
            raise NotFetched(shown(address), content)
        return came, content

    def _report(
        self, asked: str, came: Fetched, content: Content, beside: Mapping[str, str] | None = None
    ) -> RawReport:
        """The page as a report; ``beside`` is what the feed or sitemap that named it says of it."""
        if asked.startswith("https:") and came.address.startswith("http:"):
            self._notice(f"{shown(asked)}: the site led on to {came.address}, without encryption")
        address = without_tracking(came.address)
        found = {**(beside or {}), "url": address, "retrieved": came.retrieved, "charset": content.charset}
        return RawReport(
            id=address,
            content=content.content,
            media_type=content.media_type,
            metadata={key: value for key, value in found.items() if value},
        )

    def _behind(self, address: str, beside: Mapping[str, str]) -> Iterator[Found]:
        """The one report at an address that a feed or sitemap names; nothing when another one has named it,
        as the feeds of a site's sections do."""
        if address in self._taken:
            return
        self._taken.add(address)
        try:
            came, content = self._fetch(address)
        except NotFetched as error:
            yield error
            return
        if content.way is Way.REPORT:
            yield self._report(address, came, content, beside)
        else:
            yield NotFetched(shown(address), f"is {content.way.value} and no report; give it by itself")

    def _feed(self, came: Fetched, content: Content) -> Iterator[Found]:
        served = Served(came.address, came.content_type)
        taken = 0
        for item in read_items(content.content, came.address, came.address, served):
            if isinstance(item, InputError):
                yield item
                continue
            if taken == self._fetching.limit:
                self._cut_off(came.address, "items")
                return
            taken += 1
            if self._fetching.follow and item.link and not item.full:
                yield from self._behind(item.link, item.metadata)
            else:
                yield _as_retrieved(as_report(item), came.retrieved)

    def _sitemap(self, came: Fetched, content: Content) -> Iterator[Found]:
        taken = 0
        for page in _Pages(self._fetch, self._fetching).under(came, content):
            if isinstance(page, InputError):
                yield page
                continue
            if taken == self._fetching.limit:
                self._cut_off(came.address, "pages")
                return
            taken += 1
            yield from self._behind(page.address, page.metadata)

    def _cut_off(self, address: str, what: str) -> None:
        limit = self._fetching.limit
        self._notice(f"{address}: the first {limit} {what} were taken, the rest was left (see --limit)")


def _in_file(came: Fetched, content: Content, intake: Intake) -> Iterator[Found]:
    """The reports in a table or an archive, as in a file of that kind."""
    stream = BytesIO(content.content)
    source = opened(stream, came.address, came.address, intake, title=content.title)
    for found in read_source(source):
        yield _as_retrieved(found, came.retrieved)


def _as_retrieved(found: Found, when: str) -> Found:
    if isinstance(found, InputError):
        return found
    return replace(found, metadata={**found.metadata, "retrieved": when})


class _Pages:
    """The pages that a sitemap names, and those that the sitemaps that it names name; each sitemap once."""

    def __init__(self, fetch: Callable[[str], tuple[Fetched, Content]], fetching: Fetching) -> None:
        self._fetch = fetch
        self._bounds = fetching.bounds
        self._read: set[str] = set()

    def under(self, came: Fetched, content: Content, depth: int = 0) -> Iterator[SitePage | InputError]:
        self._read.add(came.address)
        for entry in read_sitemap(content.content, came.address):
            if not isinstance(entry, NestedSitemap):
                yield entry
                continue
            reason = self._too_much(depth)
            if reason:  # once for all that it names: an index may name fifty thousand
                yield BadFeed(came.address, f"{reason}; give those that it still names by themselves")
                return
            if entry.address not in self._read:
                self._read.add(entry.address)
                yield from self._nested(entry.address, depth + 1)

    def _too_much(self, depth: int) -> str | None:
        if depth >= self._bounds.depth:
            return f"names further sitemaps, more than {self._bounds.depth} levels deep"
        if len(self._read) >= self._bounds.sitemaps:
            return f"names more than {self._bounds.sitemaps} sitemaps"
        return None

    def _nested(self, address: str, depth: int) -> Iterator[SitePage | InputError]:
        try:
            came, content = self._fetch(address)
        except NotFetched as error:
            yield error
            return
        if content.way is Way.SITEMAP:
            yield from self.under(came, content, depth)
        else:
            yield BadFeed(shown(address), "is no sitemap, though an index says so")
