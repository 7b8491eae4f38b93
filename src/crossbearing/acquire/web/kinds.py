"""What came back from an address: a report, a feed, a sitemap, a file with many reports; or nothing of use.

The header is heard first and the bytes decide: feeds are served as HTML, PDFs as "octet-stream".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from email.message import Message
from enum import Enum

import httpx

from crossbearing.acquire.kinds import ENDINGS, HEAD, MEDIA_TYPES, Kind, ending_of, kind_of, why_binary
from crossbearing.acquire.sitemaps import is_list_of_addresses, is_sitemap
from crossbearing.acquire.web.bodies import BrokenPackingError, TooLargeError, bounded, gunzipped


class Way(Enum):
    """What is done with what came, in the words of a message."""

    REPORT = "a report"
    FEED = "a feed"
    SITEMAP = "a sitemap"
    FILE = "a file of many reports"


@dataclass(frozen=True, slots=True)
class Content:
    """What came, sorted. ``content`` is unpacked where the file itself was packed. ``media_type`` is that of a
    report, ``title`` a name whose ending says what a file is."""

    way: Way
    content: bytes
    media_type: str = ""
    title: str = ""
    charset: str | None = None


_ENDINGS = {
    "text/html": ".html", "application/xhtml+xml": ".xhtml", "text/xml": ".xml", "application/xml": ".xml",
    "application/rss+xml": ".xml", "application/atom+xml": ".xml", "application/rdf+xml": ".xml",
    "application/pdf": ".pdf", MEDIA_TYPES[Kind.DOCX]: ".docx", "message/rfc822": ".eml",
    "multipart/related": ".mhtml", "text/csv": ".csv", "text/tab-separated-values": ".tsv",
    "application/json": ".json", "application/x-ndjson": ".jsonl", "application/jsonl": ".jsonl",
    "application/warc": ".warc", "application/zip": ".zip", "application/vnd.apache.parquet": ".parquet",
}  # fmt: skip
"""Media types, and the ending of a file that holds such."""

_WHAT = {
    "image": "a picture", "video": "a film", "audio": "a recording", "font": "a font",
    "application/javascript": "a program", "text/javascript": "a program", "text/css": "a style sheet",
}  # fmt: skip
"""Kinds that are no reports, by media type or its first half."""

_UNSURE = frozenset(("", "application/octet-stream", "binary/octet-stream", "application/x-download"))
"""Media types that say nothing, so that the address and the bytes decide."""

_GZIP = frozenset(("application/gzip", "application/x-gzip"))
_INSTEAD = "which is no report; give the address of its page"


def sort(content: bytes, content_type: str, address: str, most: int) -> Content | str:
    """What came, or why it is of no use. ``most``: bytes that it may have when unpacked."""
    said, charset = _media_type(content_type)
    title = httpx.URL(address).path
    if content.startswith(b"\x1f\x8b") and (said in _GZIP or said in _UNSURE or said.endswith("xml")):
        try:
            content = b"".join(bounded(gunzipped([content]), most))
        except TooLargeError:
            return f"is a packed file that holds more than {most // 2**20} MB"
        except BrokenPackingError as error:
            return f"is a packed file that {error}"
        said, title = "", title.removesuffix(".gz")
    found = _sorted(content, said, title)
    return found if isinstance(found, str) else replace(found, charset=charset)


def _media_type(content_type: str) -> tuple[str, str | None]:
    if not content_type.strip():
        return "", None
    message = Message()
    message["Content-Type"] = content_type
    charset = message.get_param("charset")
    return message.get_content_type(), charset.strip("'\" ").lower() if isinstance(charset, str) else None


def _sorted(content: bytes, said: str, title: str) -> Content | str:
    what = _WHAT.get(said) or _WHAT.get(said.partition("/")[0])
    if what:
        return f"is {what}, {_INSTEAD}"
    if not content.strip():
        return f"is an empty page, {_INSTEAD}"
    ending = _ending(said, title)
    if ending is None:
        return f"is something of the kind {said}, {_INSTEAD}"
    if is_sitemap(content) or (ending == ".txt" and is_list_of_addresses(content)):
        return Content(Way.SITEMAP, content)
    kind = kind_of(content[:HEAD], f"page{ending}")
    if kind is Kind.ZIP and ending == ".docx":
        kind = Kind.DOCX
    if not isinstance(kind, Kind):
        return kind
    if kind is Kind.FEED:
        return Content(Way.FEED, content)
    if kind not in MEDIA_TYPES:
        return Content(Way.FILE, content, title=f"page{ending}")
    if kind is Kind.TEXT and why_binary(content[:HEAD]):
        return f"is a file that is no text, {_INSTEAD}"
    return Content(Way.REPORT, content, MEDIA_TYPES[kind])


def _ending(said: str, title: str) -> str | None:
    """The ending that a file of this kind would have; None for a kind that is not read."""
    if said in _ENDINGS:
        return _ENDINGS[said]
    if said in _UNSURE or said == "text/plain":  # tables are served as plain text
        ending = ending_of(title)
        return ending if ending in ENDINGS else ".txt" if said == "text/plain" else ""
    return ".xml" if said.endswith("+xml") else None
