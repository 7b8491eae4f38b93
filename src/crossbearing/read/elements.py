"""What a page's markup says of a piece of it: the tables of ``elements.yaml`` and how they are asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise

import yaml

from crossbearing.errors import VocabError

_BLOCK_NAMES = """
    p div section article main header footer aside form body html frameset noframes noscript br hr
    h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th tbody thead tfoot caption blockquote pre figure
    figcaption center address details summary fieldset
"""
BLOCKS = frozenset(_BLOCK_NAMES.split())
"""Elements that end a line; all others stand within one."""

_AMP_LAYOUT = frozenset({"amp-layout", "amp-accordion", "amp-carousel", "amp-fit-text", "amp-selector"})
_CUT = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])")
_TABLES = ("furniture", "doubtful", "caption", "byline", "standfirst", "live")


@dataclass(frozen=True, slots=True)
class Marks:
    """What the names on an element say: the tables of which one of the words is in them."""

    furniture: bool = False
    doubtful: bool = False
    caption: bool = False
    byline: bool = False
    standfirst: bool = False
    live: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """One table: whole words (single or in a row), and beginnings of words."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]

    def match(self, words: list[str]) -> bool:
        if not self.whole.isdisjoint(words):
            return True
        if self.beginnings and any(w.startswith(self.beginnings) for w in words):
            return True
        return any(f"{a} {b}" in self.whole for a, b in pairwise(words))


@lru_cache(maxsize=1)
def _tables() -> tuple[frozenset[str], dict[str, _Words]]:
    source = resources.files("crossbearing.read").joinpath("elements.yaml").read_text(encoding="utf-8")
    try:
        tables = yaml.safe_load(source)
        dropped = frozenset(tables["dropped_elements"].split())
        return dropped, {name: _words(tables[name]) for name in _TABLES}
    except (yaml.YAMLError, KeyError, AttributeError) as exc:
        raise VocabError(f"elements.yaml: {exc}") from exc


def _words(row: str) -> _Words:
    entries = [quoted or plain for quoted, plain in re.findall(r'"([^"]+)"|(\S+)', row)]
    beginnings = tuple(e[:-1] for e in entries if e.endswith("*"))
    return _Words(frozenset(e for e in entries if not e.endswith("*")), beginnings)


def is_dropped(tag: str) -> bool:
    """True for elements that never hold the report."""
    return tag in _tables()[0] or (tag.startswith("amp-") and tag not in _AMP_LAYOUT)


@lru_cache(maxsize=4096)
def marks_of(names: str) -> Marks:
    """What these names (class, id, role, itemprop, joined by blanks) say of their element."""
    words = [w.lower() for w in _CUT.split(names) if w]
    tables = _tables()[1]
    return Marks(*(tables[name].match(words) for name in _TABLES))
