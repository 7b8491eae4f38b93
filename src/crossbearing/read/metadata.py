"""What a page's markup says about the report: JSON-LD, meta tags, time elements, canonical address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from crossbearing.read.claims import DayClaim
from crossbearing.read.linked_data import Linked, linked_article, name_at, path_of, text_at
from crossbearing.read.markup_days import markup_claims
from crossbearing.vocab.page_marks import page_marks

_NO_AUTHOR = re.compile(
    r"https?://|^(?:admin|administrator|editor|root|webmaster|user\d*|unknown|none|null)$", re.I
)
"""What a CMS writes where no author was given, or an address of the author's page."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the markup says; None where it is silent. ``days`` is all that it says of when."""

    days: tuple[DayClaim, ...] = ()
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    section: str | None = None
    language: str | None = None


def page_facts(tree: Any) -> PageFacts:
    """Read the head (and the time elements) of a parsed page."""
    metas = _metas(tree)
    url = _canonical(tree) or _fact(metas, "address")
    bare, suffix = cut_title(_text_of(tree, ".//title"))
    heading = _text_of(tree, ".//h1")
    linked = linked_article(tree, url, [h for h in (heading, metas.get("og:title"), bare) if h])
    node = linked.node if linked else {}
    headline = text_at(node, "headline") if linked and linked.sure else None
    return PageFacts(
        days=markup_claims(tree, metas, linked),
        title=headline or _fact(metas, "title") or heading or bare,
        outlet=_outlet(metas, linked) or suffix,
        url=url or text_at(node, "url"),
        author=_author(metas, linked),
        section=text_at(node, "articleSection") or _fact(metas, "section"),
        language=(tree.get("lang") or "").split("-")[0].lower() or None,
    )


def _fact(metas: Mapping[str, str], what: str) -> str | None:
    return next((metas[name] for name in page_marks().facts[what] if name in metas), None)


def _outlet(metas: Mapping[str, str], linked: Linked | None) -> str | None:
    """The site's own name; a domain ("example.com") is taken only when nothing better is there."""
    found = [metas.get("og:site_name"), name_at(linked.node, "publisher") if linked else None]
    found += [metas.get(name) for name in page_marks().facts["outlet"]]
    names = [name for name in found if name]
    return next(
        (name for name in names if not re.fullmatch(r"(?:https?://)?\S+\.[a-z]{2,6}/?", name)), None
    ) or (names[0] if names else None)


def _author(metas: Mapping[str, str], linked: Linked | None) -> str | None:
    found = [name_at(linked.node, "author") if linked and linked.sure else None]
    found += [metas.get(name) for name in page_marks().facts["author"]]
    return next((name for name in found if name and not _NO_AUTHOR.search(name)), None)


def _metas(tree: Any) -> dict[str, str]:
    """Every meta tag, the first of a name, names in small letters."""
    found: dict[str, str] = {}
    for element in tree.iterfind(".//meta"):
        content = (element.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _canonical(tree: Any) -> str | None:
    """The page's own address; a front page ("https://example.com/") is a template's slip and no address."""
    for element in tree.iterfind(".//link[@rel='canonical']"):
        address = _absolute(tree, (element.get("href") or "").strip())
        if address and path_of(address):
            return address
    return None


def _absolute(tree: Any, address: str) -> str | None:
    base = tree.find(".//base[@href]")
    try:
        return (urljoin(base.get("href"), address) if base is not None else address) or None
    except ValueError:
        return None


def _text_of(tree: Any, path: str) -> str | None:
    element = tree.find(path)
    text = "" if element is None else re.sub(r"\s+", " ", element.text_content()).strip()
    return text or None


def cut_title(title: str | None) -> tuple[str | None, str | None]:
    """("Bridge falls", "Valley Mail") from "Bridge falls | Valley Mail"."""
    match = re.match(r"(.{10,}\S)\s+(?:\||-|–|—|»|::|·)\s+([^|»]{2,40})$", title or "")
    return (match[1], match[2].strip()) if match else (title, None)
