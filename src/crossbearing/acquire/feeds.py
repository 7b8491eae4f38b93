"""Feeds (RSS 0.9 to 2.0, RDF, Atom): their items, and each item as a report.

Bytes in, nothing fetched. A feed that breaks the rules of XML still gives what can be read of it; what cannot
be read at all is a BadFeed.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import struct_time
from typing import Any
from urllib.parse import urljoin

from crossbearing.acquire.feed_titles import outlet_of
from crossbearing.errors import BadFeed, InputError
from crossbearing.model import RawReport

LONG = 600
"""Characters from which a description is the report itself. A teaser is one to three sentences: WordPress
cuts at 55 words (about 350 characters), agencies' feeds at 200 to 400; reports shorter than this are rare."""

MOST = 20 * 1024 * 1024
"""Bytes of a feed. Large ones, with every report in full, have one to five megabytes, the largest of archives
and podcasts 20; a feed that is made to be hard to parse takes feedparser up to 8 seconds for each."""

EARLIEST = 1990
"""Feeds that do not know a day write the first one that their computer knows: 1970, 1900, year 1."""

_CUT_OFF = (
    re.compile(r"\[\s*(?:…|\.{3})\s*\]$"),  # "The road was cut near the bridge […]"
    re.compile(r"(?:…|\.{3})$"),  # "The road was cut near the …"
    re.compile(r"\b(?:read|continue|keep) (?:more|on|reading)\b[^.!?]{0,120}$", re.I),  # "Continue reading …"
    re.compile(r"\b(?:full|whole|entire) (?:story|article|report|text)\W*$", re.I),  # "Read the full story"
)  # fmt: skip
"""How the text of an item ends that is only the beginning of a report."""

_SIGNATURE = re.compile(r"\s*The post .{1,300} (?:first appeared|appeared first) on .{1,200}$", re.S)
"""What WordPress puts below every item: "The post Title appeared first on Outlet."."""

_ROOT = re.compile(rb"<(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)[\s/>]")
_BEFORE_ROOT = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[>]|\[[^\]]*\])*>)", re.S)

_WRONGLY_WIDE = re.compile(rb"""\A(\s*<\?xml[^>]{0,100}encoding=["'])utf-16""", re.I)
"""A feed that says it is in UTF-16, in letters of one byte: programs in .NET write it over UTF-8."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item: what it says (``content``, HTML, empty when it says nothing) and where the report itself is.

    ``full``: the content is the report and not its teaser. ``metadata`` is what goes along with the report.
    ``where`` names the item in messages.
    """

    id: str
    where: str
    content: str = ""
    full: bool = False
    link: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Served:
    """What is known of a feed that came from an address: the address, and its Content-Type header."""

    address: str
    content_type: str | None = None


def xml_root(content: bytes) -> str | None:
    """The local name of the first element ("rss", "feed", "urlset", "html"); None where there is none."""
    head = content[:65536].lstrip(b"\xef\xbb\xbf")
    position = 0
    while prolog := _BEFORE_ROOT.match(head, position):
        position = prolog.end()
    found = _ROOT.match(head, position + len(head[position:]) - len(head[position:].lstrip()))
    return found[2].decode("ascii", "replace") if found else None


def is_feed(content: bytes) -> bool:
    """Whether the first element is that of a feed."""
    return xml_root(content) in {"rss", "feed", "RDF"}


def read_feed(content: bytes, where: str, name: str) -> Iterator[RawReport | InputError]:
    """Each item of a feed that lies in a file as a report; an item that has only a teaser gives the teaser.

    ``where`` is the feed as the user knows it; an item that has neither id nor link is called
    ``<name>:<number>``.
    """
    for item in read_items(content, where, name):
        yield as_report(item) if isinstance(item, FeedItem) else item


def as_report(item: FeedItem) -> RawReport | InputError:
    """What the item itself says, as a report."""
    if not item.content:
        return BadFeed(item.where, "this item has neither a title nor a text; open its link by hand")
    return RawReport(item.id, item.content, "text/html", item.metadata)


def read_items(
    content: bytes, where: str, name: str, served: Served | None = None
) -> Iterator[FeedItem | InputError]:
    """The items of a feed, in its order; last, an error when the feed ends in the middle."""
    feed = _parsed(content, where, served)
    if isinstance(feed, InputError):
        yield feed
        return
    for number, entry in enumerate(feed.entries, start=1):
        yield _Reader(feed, served).item(entry, f"{name}:{number}", f"{where}:{number}")
    if feed.bozo and _ends_in_the_middle(content):
        yield BadFeed(
            where, "ends in the middle: the last item that was read may be cut off; get the feed again"
        )


def _parsed(content: bytes, where: str, served: Served | None) -> Any:
    """The feed as feedparser sees it, or why there is none."""
    if len(content) > MOST:
        return BadFeed(where, f"is larger than {MOST // 2**20} MB; divide it")
    import feedparser  # only those who read feeds wait for it

    headers = {"content-type": served.content_type} if served and served.content_type else {}
    try:
        # A stream, because bytes would be tried as the name of a file first. Its cleaning of HTML is for
        # showing it in a browser and drops text; reading pages does that its own way.
        feed = feedparser.parse(
            io.BytesIO(_WRONGLY_WIDE.sub(rb"\1UTF-8", content, count=1)),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # what a parser of other people's markup can raise is not to be foreseen
        return BadFeed(where, f"cannot be read as a feed: {type(error).__name__}: {error}")
    if feed.entries:
        return feed
    return BadFeed(where, _why_nothing(content, feed))


def _why_nothing(content: bytes, feed: Any) -> str:
    if not content.strip():
        return "is empty"
    if not feed.version and not is_feed(content):
        root = xml_root(content)
        what = f"its first element is <{root}>" if root else "it is not XML"
        return f"is not a feed: {what}; RSS begins with <rss> or <rdf:RDF>, Atom with <feed>"
    broken = feed.get("bozo_exception") if feed.bozo else None
    return f"no item of it can be read: {broken}; get the feed again" if broken else "holds no items"


def _ends_in_the_middle(content: bytes) -> bool:
    return not re.search(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>", content[-4096:], re.I)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the entries of one feed."""

    feed: Any
    served: Served | None

    def item(self, entry: Any, name: str, where: str) -> FeedItem:
        link = self._link(entry)
        title = _plain(entry.get("title_detail") or {"value": entry.get("title")})
        text, full = _text(entry)
        found = {
            "url": link,
            "title": title,
            "published": self._published(entry),
            "outlet": self._outlet(entry),
            "language": self._language(entry),
            "author": _line(entry.get("author")),
        }
        return FeedItem(
            id=_identifier(_line(entry.get("id")), link) or name,
            where=f"{where} ({title})" if title else where,
            content=_page(title, text),
            full=full,
            link=link,
            metadata={key: value for key, value in found.items() if value},
        )

    def _link(self, entry: Any) -> str | None:
        written = (entry.get("link") or "").strip()
        if not written or (entry.get("guidislink") and "://" not in written):
            return None  # a guid is taken for a link unless it says that it is none; many only count
        base = (self.served.address if self.served else None) or self.feed.feed.get("link") or ""
        try:
            link = urljoin(base, written)
        except ValueError:  # "http://[": not an address at all
            return None
        return link if link.startswith(("http://", "https://")) else None

    def _outlet(self, entry: Any) -> str | None:
        """The feed that the item was taken from, when it says so (collections do), else this feed."""
        source = entry.get("source") or {}
        own = self.feed.feed.get("title_detail") or {"value": self.feed.feed.get("title")}
        return outlet_of(_plain({"value": source.get("title")}) or _plain(own))

    def _language(self, entry: Any) -> str | None:
        content = (entry.get("content") or [{}])[0]
        said = content.get("language") or self.feed.feed.get("language") or ""
        return said.strip().replace("_", "-").split("-")[0].lower() or None

    def _published(self, entry: Any) -> str | None:
        """The time of publication; never that of the last change. RDF has one date, Dublin Core's, which
        feedparser files under ``updated`` (as it does ``dcterms:modified``, which is a change)."""
        names = self.feed.get("namespaces", {})
        has_one_date = "dc" in names and "dcterms" not in names and self.feed.version.startswith("rss")
        for key in ("published", "created", *(["updated"] if has_one_date else ())):
            if entry.get(key):
                return iso_time(entry[key], entry.get(f"{key}_parsed"))
        return None


def _identifier(identifier: str | None, link: str | None) -> str | None:
    """The item's own id where it can be no other's: an address, a tag: or urn: name. Many sites only count
    ("1207"), and the next site does so too; then the link."""
    return identifier if identifier and ":" in identifier else link or identifier


def iso_time(written: str, in_utc: struct_time | None = None) -> str | None:
    """A time as feeds write it ("Tue, 05 Mar 2024 23:30:00 -0500", "2024-03-05T23:30Z"), in ISO 8601.

    The zone stays as written, because the day is meant in it; where none is written, or one that is not
    known, there is none. ``in_utc`` is what feedparser made of it; it is taken where we cannot read it (it
    knows Korean, Greek and Hungarian dates). None for what is no time, and for the days that stand for
    "unknown".
    """
    written = written.strip()
    time = _as_written(written)
    if time is None and in_utc is not None:
        time = datetime(*in_utc[:6], tzinfo=UTC)
    if time is None or time.year < EARLIEST:
        return None
    return written if re.fullmatch(r"\d{4}-\d\d-\d\d", written) else time.isoformat()


def _as_written(written: str) -> datetime | None:
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(written)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _text(entry: Any) -> tuple[str, bool]:
    """The longest text that the item has, as HTML, and whether it is the whole report."""
    summary = _markup(entry.get("summary_detail") or {"value": entry.get("summary")})
    contents = [_markup(content) for content in entry.get("content") or ()]
    longest = max([*contents, summary], key=lambda markup: len(_words(markup)))
    said = _SIGNATURE.sub("", _words(longest))
    is_more = len(said) > len(_words(summary))
    return longest, bool(said) and (is_more or len(said) >= LONG) and not _is_cut_off(said)


def _is_cut_off(text: str) -> bool:
    return any(pattern.search(text) for pattern in _CUT_OFF)


def _markup(detail: Mapping[str, Any]) -> str:
    """A text construct as HTML."""
    value = str(detail.get("value") or "").strip()
    if detail.get("type") != "text/plain":
        return value
    paragraphs = re.split(r"\n\s*\n", value)
    return "\n".join(f"<p>{html.escape(p.strip(), quote=False)}</p>" for p in paragraphs if p.strip())


def _words(markup: str, between: str = " ") -> str:
    """The text of some HTML, in one line; ``between`` stands where there was markup."""
    if "<" not in markup:
        return _line(html.unescape(markup)) or ""
    from lxml import etree
    from lxml.html import document_fromstring

    try:
        tree = document_fromstring(f"<div>{markup}</div>")
    except (etree.LxmlError, ValueError):
        return ""
    seen = tree.xpath("//text()[not(ancestor::script or ancestor::style)]")
    return _line(between.join(str(piece) for piece in seen)) or ""


def _plain(detail: Mapping[str, Any]) -> str | None:
    """A title: text, though some feeds put markup into it."""
    value = str(detail.get("value") or "")
    if detail.get("type") in {"text/html", "application/xhtml+xml"}:
        return _words(value, between="") or None
    return _line(value)


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _page(title: str | None, markup: str) -> str:
    """A page that holds what the item says: its title as the headline, unless its text begins with it."""
    head = ""
    if title and not _words(markup).startswith(title):
        head = f"<h1>{html.escape(title, quote=False)}</h1>\n"
    if not head and not markup:
        return ""
    return f"<!DOCTYPE html>\n<html><body><article>\n{head}{markup}\n</article></body></html>\n"
