"""What a page's markup says about the report: JSON-LD, meta tags, time elements, canonical address."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from crossbearing.read.dateforms import days_written, iso_day

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "datepublished", "date_published", "published_time", "published-date", "published_at", "pubdate",
    "publishdate",
    "publish-date", "publish_date", "publication_date", "publicationdate", "originalpublicationdate",
    "article_date_original", "article.published", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "dc.created",
    "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "datecreated", "date.created", "article.created", "created", "rnews:datepublished", "og:pubdate",
    "issued",
    "bt:pubdate", "iso-8601-publish-date", "date",
)  # fmt: skip
"""Names of meta tags that hold the day of publication, the surest first. None that hold a day of change."""

_UPDATED = re.compile(r"updat|modif|chang|refresh|clock|now|current", re.IGNORECASE)
_URL_DAYS = (
    re.compile(
        r"[/_-](?P<y>(?:19|20)\d\d)[/_-]?(?P<m>0[1-9]|1[0-2])[/_-]?(?P<d>0[1-9]|[12]\d|3[01])(?=[/_.?-]|$)"
    ),
    re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d\d?)/(?P<d>\d\d?)(?=[/?]|$)"),
    re.compile(r"/(?P<d>0[1-9]|[12]\d|3[01])(?P<m>0[1-9]|1[0-2])(?P<y>20[0-3]\d)\d?(?=[/?]|$)"),
)
_URL_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])/(?=\D)")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the markup says; None where it is silent."""

    published: date | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None


def page_facts(tree: Any) -> PageFacts:
    """Read the head (and the time elements) of a parsed page."""
    metas = _metas(tree)
    articles = list(_articles(tree))
    title = _first(articles, "headline") or metas.get("og:title") or metas.get("twitter:title")
    bare, suffix = cut_title(_text_of(tree, ".//title"))
    return PageFacts(
        published=_published(tree, metas, articles),
        title=title or _text_of(tree, ".//h1") or bare,
        outlet=metas.get("og:site_name") or _named(articles, "publisher") or suffix,
        url=_canonical(tree) or metas.get("og:url") or _first(articles, "url"),
        author=_named(articles, "author") or metas.get("author") or metas.get("article:author"),
        language=(tree.get("lang") or "").split("-")[0].lower() or None,
    )


def url_days(url: str | None) -> tuple[date, date] | None:
    """The day in an address ("…/2016/10/25/…", "…/25102016"), or the first and last of the month, or None."""
    path = re.sub(r"^https?://[^/]*", "", url or "").split("?")[0]
    for form in _URL_DAYS:
        match = form.search(path)
        if match:
            day = iso_day(f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}")
            return (day, day) if day else None
    month = _URL_MONTH.search(path)
    if month is None:
        return None
    year, number = int(month["y"]), int(month["m"])
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def _published(tree: Any, metas: dict[str, str], articles: list[dict[str, Any]]) -> date | None:
    written = [_first(articles, "datePublished"), _first(articles, "dateCreated")]
    written += [metas.get(name) for name in _PUBLISHED]
    written += [*_itemprops(tree), *_times(tree)]
    return next((day for value in written if value and (day := _day(value))), None)


def _day(value: str) -> date | None:
    day = iso_day(value)
    if day:
        return day
    return next((d.in_year(d.year) for d in days_written(value) if d.year is not None), None)


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iterfind(".//meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD nodes that describe an article, those that have a day of publication first."""
    nodes: list[dict[str, Any]] = []
    for element in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            nodes += _nodes(json.loads(element.text or "", strict=False))
        except ValueError:
            found = re.search(r'"datePublished"\s*:\s*"([^"]+)"', element.text or "")
            nodes += [{"datePublished": found[1]}] if found else []
    yield from (n for n in nodes if "datePublished" in n)
    yield from (n for n in nodes if "datePublished" not in n and "headline" in n)


def _nodes(value: Any) -> list[dict[str, Any]]:
    """Every object in a JSON value that is an item of its own (not a comment or a linked article)."""
    if isinstance(value, list):
        return [node for item in value for node in _nodes(item)]
    if not isinstance(value, dict):
        return []
    if value.get("@type") in ("Comment", "BreadcrumbList"):
        return []
    return [value, *_nodes(value.get("@graph")), *_nodes(value.get("mainEntity"))]


def _first(nodes: list[dict[str, Any]], key: str) -> str | None:
    return next(
        (node[key].strip() for node in nodes if isinstance(node.get(key), str) and node[key].strip()), None
    )


def _named(nodes: list[dict[str, Any]], key: str) -> str | None:
    """The name of a person or organisation: a string, an object with a name, or a list of such."""
    for node in nodes:
        value = node.get(key)
        for item in value if isinstance(value, list) else [value]:
            name = item.get("name") if isinstance(item, dict) else item
            if isinstance(name, str) and name.strip():
                return name.strip()
    return None


def _itemprops(tree: Any) -> Iterator[str]:
    for element in tree.iterfind(".//*[@itemprop='datePublished']"):
        yield element.get("content") or element.get("datetime") or element.text_content()


def _times(tree: Any) -> Iterator[str]:
    """Time elements outside lists of other headlines, unless they or their parent speak of an update."""
    for element in tree.iterfind(".//time"):
        parents = list(element.iterancestors())
        if any(p.tag in ("aside", "nav", "footer", "li") for p in parents):
            continue
        near = [element, *parents[:1]]
        names = " ".join(
            (p.get("class") or "") + " " + (p.get("id") or "") + " " + (p.text or "") for p in near
        )
        if not _UPDATED.search(names + " " + (element.get("itemprop") or "")):
            yield element.get("datetime") or element.text_content()


def _canonical(tree: Any) -> str | None:
    element = tree.find(".//link[@rel='canonical']")
    return None if element is None else element.get("href")


def _text_of(tree: Any, path: str) -> str | None:
    element = tree.find(path)
    text = "" if element is None else re.sub(r"\s+", " ", element.text_content()).strip()
    return text or None


def cut_title(title: str | None) -> tuple[str | None, str | None]:
    """("Bridge falls", "Valley Mail") from "Bridge falls | Valley Mail"."""
    match = re.match(r"(.{10,}\S)\s+(?:\||-|–|—|»)\s+([^|»]{2,40})$", title or "")
    return (match[1], match[2].strip()) if match else (title, None)
