"""A web page saved with all its parts in one file (MHTML): its root page, read as a page."""

from __future__ import annotations

from dataclasses import replace
from email.message import Message

from crossbearing.errors import NotText
from crossbearing.model import RawReport
from crossbearing.read.content import Content
from crossbearing.read.documents.messages import MOST_PARTS, charset, header, leaves, parsed, part_bytes, sent
from crossbearing.read.markup import html_content

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def saved_page_content(name: str, content: bytes) -> Content:
    """The page that was saved, with its address; raises NotText when no page is in it.

    The Date of the file is when it was saved: it is kept as such and never taken for the publication's.
    """
    message = parsed(name, content)
    root = _root(message)
    if root is None:
        raise NotText(name, "a saved page (MHTML) without a page in it")
    page = html_content(RawReport(name, part_bytes(root), "text/html", charset(root)))
    days = (*page.facts.days, *sent(message, "clock", "MHTML header Date, when the page was saved"))
    facts = replace(
        page.facts,
        url=page.facts.url or _address(root, message),
        title=page.facts.title or header(message, "Subject") or None,
        days=days,
    )
    return replace(page, facts=facts)


def _root(message: Message) -> Message | None:
    """The part that the file names as its start, else the first page in it."""
    parts = [part for _, part in zip(range(MOST_PARTS), leaves(message), strict=False)]
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    named = [p for p in pages if isinstance(start, str) and header(p, "Content-ID") == start]
    return next(iter(named or pages), None)


def _address(root: Message, message: Message) -> str | None:
    written = (header(root, "Content-Location"), header(message, "Snapshot-Content-Location"))
    return next((a for a in written if a.startswith(("http://", "https://"))), None)
