"""What the columns of other people's tables are called.

The keys of the contract come first, exactly as written; then what the user says (``text=body``), which goes
before all; then the names below, by which scrapers, archives and spreadsheets call the same things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

KEYS = ("text", "html", "id", "url", "outlet", "title", "published", "language")
"""The keys of an article row."""

_NAMES = """
text       body, content, article, main text, full text, article text, article body, story, story text,
           news text, plain text, clean text, raw text, body text, content text, text content,
           article content, main content, full content, story body, document text, doc text, news body,
           report text, transcript, text en, body en, content en, document, news
html       raw html, article html, content html, body html, html content, html body, full html, page html
id         uid, uuid, guid, article id, story id, news id, doc id, document id, report id, report, item id,
           record id, row id, post id, content id, message id, _id, identifier, accession number, source id
url        link, source url, article url, page url, web url, canonical url, canonical link, permalink, uri,
           href, article link, story url, news url, original url, final url, document identifier, loc
outlet     source, publisher, domain, source name, source title, source domain, newspaper, news outlet,
           media, media name, medium, media outlet, publication, publication name, publication title, site,
           site name, source common name, provider, feed title, feed, channel, journal, agency, website,
           hostname
title      headline, heading, head, subject, article title, news title, story title, page title,
           main headline, headlines
published  date, pub date, published at, date published, date publish, publish date, publication date,
           publishing date, published on, published date, published time, publish time, publication time,
           publication datetime, seen date, article date, news date, story date, report date, source date,
           date of publication, post date, posted, posted at, release date, issued, date issued, datetime,
           date time, timestamp, created, created at, date created, pub time, pubdate utc
language   lang, iso language, language code, lang code, source language, article language
"""
"""Other names, the likeliest first; case, spaces, hyphens and underscores do not matter. Names of teasers
(description, summary, abstract, lead) are not here: what they hold is not the report, and would be taken for
it; nor are names that mean other things as often (name, page, notes, address)."""

_MOST_SHAPES = 1000
"""Sets of column names that are remembered. A table has one; rows of JSON may each have their own."""


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _known() -> dict[str, tuple[str, ...]]:
    known: dict[str, list[str]] = {key: [] for key in KEYS}
    key = ""
    for line in _NAMES.strip().splitlines():
        first, _, names = line.partition(" ")
        key = first or key
        known[key] += [_plain(name) for name in names.split(",") if name.strip()]
    return {key: (_plain(key), *names) for key, names in known.items()}


KNOWN = _known()


@dataclass(frozen=True, slots=True)
class Found:
    """The columns of a table. ``content``: those that may hold the report, each with what it then is
    (``text`` or ``html``); ``beside``: for every other key, the columns that may hold it.
    The surest first."""

    content: tuple[tuple[str, str], ...]
    beside: Mapping[str, tuple[str, ...]]

    @property
    def columns(self) -> frozenset[str]:
        """All of them: the others need not be read."""
        return frozenset(column for column, _ in self.content).union(*self.beside.values())


@dataclass(frozen=True, slots=True)
class Columns:
    """Finds the columns of a table. ``named``: key → the columns that the user says hold it.

    What was found is remembered, for speed and for ``unmet``; it is no part of what two of these differ in.
    """

    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _shapes: dict[tuple[str, ...], Found] = field(default_factory=dict, repr=False, compare=False)
    _met: set[str] = field(default_factory=set, repr=False, compare=False)

    @classmethod
    def of(cls, pairs: Iterable[str]) -> Columns:
        """From pairs such as ``text=body``. Raises ValueError, with what is wrong, for what is none."""
        named: dict[str, list[str]] = {}
        for pair in pairs:
            key, sign, column = pair.partition("=")
            key, column = key.strip().lower(), column.strip()
            if not sign or not column:
                raise ValueError(f"{pair!r} is not KEY=COLUMN, as in text=body")
            if key not in KEYS:
                raise ValueError(f"{key!r} is no key of an article; there are {', '.join(KEYS)}")
            named.setdefault(key, []).append(column)
        return cls({key: tuple(columns) for key, columns in named.items()})

    def find(self, there: Sequence[str]) -> Found:
        """Which of the columns that are ``there`` hold what."""
        shape = tuple(there)
        found = self._shapes.get(shape)
        if found is None:
            if len(self._shapes) >= _MOST_SHAPES:
                self._shapes.clear()
            found = self._shapes[shape] = self._search(shape)
        return found

    def unmet(self) -> tuple[str, ...]:
        """``text=Inhallt`` and the like: keys for which no table so far had a column that the user named.

        Without a word, another column would be taken for it. Nothing is unmet before the first table.
        """
        if not self._shapes:
            return ()
        return tuple(
            f"{key}={column}"
            for key, columns in self.named.items()
            if key not in self._met
            for column in columns
        )

    def _search(self, there: tuple[str, ...]) -> Found:
        by_plain: dict[str, list[str]] = {}
        for column in there:
            by_plain.setdefault(_plain(column), []).append(column)
        told = {key: self._told(key, there, by_plain) for key in KEYS}
        self._met.update(key for key, columns in told.items() if columns)
        spoken_for = {column for columns in told.values() for column in columns}
        exact = {key: [key] if key in there and key not in spoken_for else [] for key in KEYS}
        taken = spoken_for.union(*exact.values())
        known = {
            key: [column for name in KNOWN[key] for column in by_plain.get(name, ()) if column not in taken]
            for key in KEYS
        }
        levels = (told, exact, known)
        return Found(
            tuple((column, key) for level in levels for key in ("text", "html") for column in level[key]),
            {key: tuple(column for level in levels for column in level[key]) for key in KEYS[2:]},
        )

    def _told(self, key: str, there: tuple[str, ...], by_plain: Mapping[str, list[str]]) -> list[str]:
        """The columns that the user named for a key and that are there, as written or but for the case."""
        told = []
        for column in self.named.get(key, ()):
            told += [column] if column in there else by_plain.get(_plain(column), [])
        return told


def no_text(there: Iterable[str]) -> str:
    """What is said when no column can be the text."""
    columns = [repr(str(column)) for column in there]
    more = f" and {len(columns) - 30} more" if len(columns) > 30 else ""
    listed = ", ".join(columns[:30]) + more if columns else "none"
    return f"has no column for the text (columns: {listed}); say which one it is: --column text=NAME"
