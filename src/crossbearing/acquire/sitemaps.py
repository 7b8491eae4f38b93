"""Sitemaps (sitemaps.org 0.9, with Google's news extension): the pages of a site, and when they came out.

Bytes in, nothing fetched. Read piece by piece, so that a sitemap of fifty thousand pages takes no more memory
than one of ten.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from crossbearing.acquire.feeds import iso_time, xml_root
from crossbearing.errors import BadFeed, InputError

_NEWS = {"publication_date": "published", "name": "outlet", "language": "language", "title": "title"}
"""Elements of a news entry, and what they are called beside a report."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page that a sitemap names, and what it says of it (``published``, ``outlet``, ``title``,
    ``language``)."""

    address: str
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NestedSitemap:
    """Another sitemap that an index names."""

    address: str


Entry = SitePage | NestedSitemap


def is_sitemap(content: bytes) -> bool:
    """Whether the first element is that of a sitemap or of an index of them."""
    return xml_root(content) in {"urlset", "sitemapindex"}


def is_list_of_addresses(content: bytes) -> bool:
    """Whether a plain text is a sitemap: an address on each line, and nothing else."""
    text = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    schemes = (b"http://", b"https://")
    return text.startswith(schemes) and all(line.startswith(schemes) for line in text.split())


def read_sitemap(content: bytes, where: str) -> Iterator[Entry | InputError]:
    """What a sitemap names, in its order; last, an error when it breaks off or names nothing."""
    entries = _elements(content, where) if is_sitemap(content) else _lines(content, where)
    found = False
    for entry in entries:
        found = True
        yield entry
    if not found:
        yield BadFeed(where, "names no pages")


def _lines(content: bytes, where: str) -> Iterator[Entry | InputError]:
    if not is_list_of_addresses(content):
        yield BadFeed(where, "is not a sitemap: it begins with neither <urlset> nor <sitemapindex>")
        return
    for line in content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").split():
        yield SitePage(line)


def _elements(content: bytes, where: str) -> Iterator[Entry | InputError]:
    from lxml import etree  # only those who read sitemaps wait for it

    safe = {"resolve_entities": False, "load_dtd": False, "no_network": True, "huge_tree": False}
    try:
        for _, element in etree.iterparse(io.BytesIO(content), events=("end",), **safe):
            kind = _name(element)
            if kind == "url" or kind == "sitemap":
                yield from _entry(kind, element)
                _forget(element)
    except etree.XMLSyntaxError as error:
        yield BadFeed(where, f"breaks off or is not XML ({error}); what came before that was read")


def _entry(kind: str, element: Any) -> Iterator[Entry]:
    address = next((_text(child) for child in element if _name(child) == "loc"), "")
    if address and kind == "sitemap":
        yield NestedSitemap(address)
    elif address:
        yield SitePage(address, _news(element))


def _news(element: Any) -> dict[str, str]:
    """What the news extension says of a page. ``lastmod`` is left aside: it is the day of a change."""
    found: dict[str, str] = {}
    for part in (part for child in element if _name(child) == "news" for part in child.iter()):
        key, value = _NEWS.get(_name(part)), _text(part)
        if key == "published":
            value = iso_time(value) or ""
        elif key == "language":
            value = value.split("-")[0].lower()
        if key and value:
            found.setdefault(key, value)
    return found


def _name(element: Any) -> str:
    """The name without its namespace; comments and entities have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: Any) -> str:
    return " ".join((element.text or "").split())


def _forget(element: Any) -> None:
    """Give back the memory of an element that was read, and of those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
