"""Where a page's markup tells what the report is: names of meta tags, JSON-LD types, class names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from crossbearing.errors import VocabError
from crossbearing.vocab.loading import load_table


@dataclass(frozen=True, slots=True)
class PageMarks:
    """The table ``page_marks.yaml``. ``days`` gives names of meta tags by what their day means: published,
    created, date (not told what of), changed. ``facts`` gives names by what they tell: title, outlet, author,
    section, address.
    """

    days: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, tuple[str, ...]]
    articles: frozenset[str]
    no_articles: frozenset[str]
    of_publication: re.Pattern[str]
    of_change: re.Pattern[str]
    of_others: re.Pattern[str]


@lru_cache(maxsize=1)
def page_marks() -> PageMarks:
    """The table, read once. Raises VocabError when one of its entries is missing."""
    table = load_table("page_marks.yaml")
    try:
        return PageMarks(
            days={name: tuple(table[name]) for name in ("published", "created", "date", "changed")},
            facts={name: tuple(table[name]) for name in ("title", "outlet", "author", "section", "address")},
            articles=frozenset(table["articles"]),
            no_articles=frozenset(table["no_articles"]),
            of_publication=re.compile(table["of_publication"], re.IGNORECASE),
            of_change=re.compile(table["of_change"], re.IGNORECASE),
            of_others=re.compile(table["of_others"], re.IGNORECASE),
        )
    except KeyError as exc:
        raise VocabError(f"page_marks.yaml: the entry {exc} is missing") from exc
