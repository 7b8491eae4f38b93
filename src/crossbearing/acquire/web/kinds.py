"""What came back from an address: a page, a text, a document, a feed, a sitemap; or nothing that can be read.

The header is heard first and the bytes decide: feeds are served as HTML, PDFs as "octet-stream".
"""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message
from enum import Enum

from crossbearing.acquire.feeds import is_feed, xml_root
from crossbearing.acquire.sitemaps import is_list_of_addresses, is_sitemap
from crossbearing.acquire.web.bodies import BrokenPackingError, TooLargeError, bounded, gunzipped


class Kind(Enum):
    """What something is; the value of a report is its media type."""

    HTML = "text/html"
    TEXT = "text/plain"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    FEED = "feed"
    SITEMAP = "sitemap"


@dataclass(frozen=True, slots=True)
class Content:
    """What came, sorted: ``content`` unpacked where the file itself was packed."""

    kind: Kind
    content: bytes
    charset: str | None = None


_WHAT = {
    "image": "a picture", "video": "a film", "audio": "a recording", "font": "a font",
    "application/json": "data (JSON)", "application/zip": "a packed file (zip)",
    "application/javascript": "a program", "text/javascript": "a program", "text/css": "a style sheet",
}  # fmt: skip
"""Kinds that are no reports, by media type or its first half."""

_UNSURE = frozenset(("", "application/octet-stream", "binary/octet-stream", "application/x-download"))
"""Media types that say nothing, so that the bytes alone decide."""

_GZIP = frozenset(("application/gzip", "application/x-gzip"))
_HTML = frozenset(("html", "head", "body", "article", "div", "p", "h1"))
"""First elements of a page, or of a piece of one."""


def sort(content: bytes, content_type: str, most: int) -> Content | str:
    """What came, or in words what it is instead. ``most``: bytes that it may have when unpacked."""
    said, charset = _media_type(content_type)
    if content.startswith(b"\x1f\x8b") and (said in _GZIP or said in _UNSURE or said.endswith("xml")):
        try:
            content = b"".join(bounded(gunzipped([content]), most))
        except TooLargeError:
            return f"a packed file that holds more than {most // 2**20} MB"
        except BrokenPackingError as error:
            return f"a packed file that {error}"
        said = ""
    kind = _kind(content, said)
    return Content(kind, content, charset) if isinstance(kind, Kind) else kind


def _media_type(content_type: str) -> tuple[str, str | None]:
    message = Message()
    message["Content-Type"] = content_type
    if not content_type.strip():
        return "", None
    charset = message.get_param("charset")
    return message.get_content_type(), charset.strip("'\" ").lower() if isinstance(charset, str) else None


def _kind(content: bytes, said: str) -> Kind | str:
    if said not in _UNSURE:
        what = _WHAT.get(said) or _WHAT.get(said.partition("/")[0])
        if what:
            return what
    if not content.strip():
        return "an empty page"
    if b"%PDF-" in content[:1024]:
        return Kind.PDF
    if said == Kind.DOCX.value and content.startswith(b"PK"):
        return Kind.DOCX
    if is_feed(content):
        return Kind.FEED
    if is_sitemap(content):
        return Kind.SITEMAP
    if said in ("text/html", "application/xhtml+xml") or (xml_root(content) or "").lower() in _HTML:
        return Kind.HTML
    if said in _UNSURE or said == "text/plain":
        return _text_kind(content)
    return f"something of the kind {said}"


def _text_kind(content: bytes) -> Kind | str:
    if b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "a file that is no text"
    return Kind.SITEMAP if is_list_of_addresses(content) else Kind.TEXT
