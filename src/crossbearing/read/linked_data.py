"""The JSON-LD of a page: which of its nodes is the article that the page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from crossbearing.read.page_json import page_json
from crossbearing.text.folding import fold
from crossbearing.vocab.page_marks import page_marks

Node = dict[str, Any]

_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart", "@list")
"""Keys under which a node can hold articles; what stands under others (``comment``) is about them."""

_DEEP = 12
"""A page that nests deeper than this is broken or hostile."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The article's node, and whether it is ``sure`` that it is the page's own and not one of a list."""

    node: Node
    sure: bool


def linked_article(tree: Any, address: str | None, headlines: Sequence[str]) -> Linked | None:
    """The node of the page's article: the one whose address or headline is the page's, else the only one,
    else (not sure) the first."""
    nodes = list(_article_nodes(tree))
    if not nodes:
        return None
    keys = {key for headline in headlines if (key := _words(headline))}
    ranked = [(_is_page(node, address, keys), "datePublished" in node, -i) for i, node in enumerate(nodes)]
    best = max(ranked)
    dated = {node["datePublished"] for node in nodes if isinstance(node.get("datePublished"), str)}
    return Linked(nodes[-best[2]], best[0] or len(dated) <= 1)


def _article_nodes(tree: Any) -> Iterator[Node]:
    for element in tree.iterfind(".//script[@type='application/ld+json']"):
        words = element.text or ""
        try:
            yield from (node for node in _nodes(page_json(words), 0) if _is_article(node))
        except (ValueError, RecursionError):
            yield from _broken(words)


def _broken(words: str) -> Iterator[Node]:
    """What can be had of JSON with a slip in it; not from one that is about comments."""
    found = {
        key: match[1]
        for key in ("datePublished", "dateModified", "headline", "url")
        if (match := re.search(rf'"{key}"\s*:\s*"([^"]+)"', words))
    }
    if found and '"Comment"' not in words:
        yield found


def _nodes(value: Any, depth: int) -> Iterator[Node]:
    if depth > _DEEP:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _HOLDERS:
            yield from _nodes(value.get(key), depth + 1)


def _types(node: Node) -> set[str]:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {str(k).rpartition("/")[2].rpartition(":")[2] for k in kinds if k}


def _is_article(node: Node) -> bool:
    """An article by its type; without a type, by what it has."""
    types, marks = _types(node), page_marks()
    if types & marks.no_articles:
        return False
    if types & marks.articles:
        return any(key in node for key in ("headline", "name", "datePublished", "dateCreated"))
    return "datePublished" in node or "headline" in node


def _is_page(node: Node, address: str | None, headlines: set[str]) -> bool:
    if any(_same_address(found, address) for found in _addresses(node)):
        return True
    headline = node.get("headline") or node.get("name")
    return isinstance(headline, str) and _words(headline) in headlines


def _addresses(node: Node) -> Iterator[str]:
    main = node.get("mainEntityOfPage")
    for value in (
        node.get("url"),
        node.get("@id"),
        main,
        main.get("@id") if isinstance(main, dict) else None,
    ):
        if isinstance(value, str):
            yield value


def _same_address(found: str, address: str | None) -> bool:
    """The same page, whatever the scheme, "www.", a fragment and a stroke at the end."""
    key = address_key(found)
    return address is not None and bool(path_of(found)) and key == address_key(address)


def path_of(address: str) -> str:
    """The path of an address without the strokes around it; empty for a front page and for what is none."""
    try:
        return urlsplit(address).path.strip("/")
    except ValueError:
        return ""


def address_key(address: str) -> str:
    """What two ways to write one address have in common."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address
    query = f"?{parts.query}" if parts.query and not parts.query.startswith(("utm_", "fbclid", "ref")) else ""
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/") + query


def _words(headline: str) -> str:
    return " ".join(re.findall(r"\w+", fold(headline)))


def text_at(node: Node, key: str) -> str | None:
    """A string of the node; the first one of a list."""
    value = node.get(key)
    value = value[0] if isinstance(value, list) and value else value
    return value.strip() or None if isinstance(value, str) else None


def name_at(node: Node, key: str) -> str | None:
    """The names of persons or of an organisation: strings, objects with a name, or lists of such."""
    value = node.get(key)
    found = []
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str) and name.strip() and not name.startswith(("http://", "https://")):
            found.append(name.strip())
    return ", ".join(dict.fromkeys(found)) or None
