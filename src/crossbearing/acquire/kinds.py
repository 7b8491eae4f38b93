"""What a file is: by its first bytes, then by its ending, then by how its text begins."""

from __future__ import annotations

import codecs
import json
import re
from enum import StrEnum

from crossbearing.acquire.feeds import xml_root

HEAD = 64 * 1024
"""Bytes that are looked at to find out what a file is."""


class Kind(StrEnum):
    """What can be read, in the words of a message."""

    TEXT = "a text"
    HTML = "a page"
    XHTML = "a page in XHTML"
    MHTML = "a saved page (MHTML)"
    EMAIL = "an e-mail"
    PDF = "a PDF"
    DOCX = "a Word document"
    JSON = "a JSON document"
    JSON_LINES = "a table in JSON lines"
    DELIMITED = "a table"
    PARQUET = "a Parquet table"
    WARC = "a web archive"
    FEED = "a feed"
    GZIP = "a gzip file"
    ZIP = "a zip archive"


MEDIA_TYPES = {
    Kind.TEXT: "text/plain",
    Kind.HTML: "text/html",
    Kind.XHTML: "application/xhtml+xml",
    Kind.MHTML: "multipart/related",
    Kind.EMAIL: "message/rfc822",
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The kinds that are one report each."""

ENDINGS = {
    ".txt": Kind.TEXT, ".text": Kind.TEXT,
    ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.XHTML,
    ".mhtml": Kind.MHTML, ".mht": Kind.MHTML, ".eml": Kind.EMAIL,
    ".pdf": Kind.PDF, ".docx": Kind.DOCX, ".docm": Kind.DOCX,
    ".jsonl": Kind.JSON_LINES, ".ndjson": Kind.JSON_LINES, ".json": Kind.JSON,
    ".csv": Kind.DELIMITED, ".tsv": Kind.DELIMITED, ".parquet": Kind.PARQUET,
    ".warc": Kind.WARC, ".rss": Kind.FEED, ".atom": Kind.FEED, ".xml": Kind.FEED,
    ".gz": Kind.GZIP, ".zip": Kind.ZIP, ".wacz": Kind.ZIP,
}  # fmt: skip
"""The endings that are looked for in a folder. A file given by name may have another one."""

REFUSED = {
    ".tgz": "a tar archive, which is not read; unpack it and give the folder",
    ".tar": "a tar archive, which is not read; unpack it and give the folder",
    ".bz2": "a bzip2 file, which is not read; unpack it (bunzip2)",
    ".xz": "an xz file, which is not read; unpack it (unxz)",
    ".zst": "a zstandard file, which is not read; unpack it (unzstd)",
    ".7z": "a 7-Zip archive, which is not read; unpack it and give the folder",
    ".rar": "a RAR archive, which is not read; unpack it and give the folder",
    ".doc": "a Word document of before 2007, which is not read; save it as .docx",
    ".rtf": "an RTF file, which is not read; save it as .docx or .txt",
    ".odt": "an OpenDocument text, which is not read; save it as .docx or .txt",
    ".xls": "an Excel workbook, which is not read; save the sheet as .csv",
    ".xlsx": "an Excel workbook, which is not read; save the sheet as .csv",
    ".ods": "an OpenDocument sheet, which is not read; save it as .csv",
    ".epub": "an e-book, which is not read; save its text as .txt",
    ".msg": "an Outlook message, which is not read; save it as .eml",
    ".mbox": "a mailbox, which is not read; save its messages as .eml",
}
"""Endings of files that hold reports and cannot be read: they are named, also when they lie in a folder."""

_TAR = "a tar archive, which is not read; unpack it and give the folder"
_PICTURE = "a picture; if there is text in it, save that as .txt"
_SOUND = "a sound or a film; if there are words in it, save them as .txt"

MAGIC: tuple[tuple[bytes, Kind | str], ...] = (
    (b"%PDF-", Kind.PDF),
    (b"PK\x03\x04", Kind.ZIP), (b"PK\x05\x06", Kind.ZIP),
    (b"\x1f\x8b", Kind.GZIP),
    (b"PAR1", Kind.PARQUET),
    (b"WARC/", Kind.WARC),
    (b"\x89PNG", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"GIF87a", _PICTURE), (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE), (b"MM\x00*", _PICTURE),
    (b"ID3\x03", _SOUND), (b"ID3\x04", _SOUND), (b"OggS", _SOUND), (b"fLaC", _SOUND),
    (b"\x1aE\xdf\xa3", _SOUND),
    (b"\xd0\xcf\x11\xe0", "a file of Office 97 (.doc, .xls, .msg); save it as .docx, .csv or .eml"),
    (b"{\\rtf", REFUSED[".rtf"]),
    (b"SQLite format 3\x00", "a database; export its table of articles as .csv or .jsonl"),
    (b"BZh91AY&SY", REFUSED[".bz2"]), (b"\xfd7zXZ\x00", REFUSED[".xz"]),
    (b"\x28\xb5\x2f\xfd", REFUSED[".zst"]),
    (b"7z\xbc\xaf\x27\x1c", REFUSED[".7z"]), (b"Rar!\x1a\x07", REFUSED[".rar"]),
    (b"\x7fELF", "a program"), (b"MZ\x90\x00", "a program"),
)  # fmt: skip
"""First bytes, and what they say. Endings are often wrong; these are not."""

_FEED_ROOTS = frozenset({"rss", "feed", "RDF"})
_SITEMAP_ROOTS = frozenset({"urlset", "sitemapindex"})
_SITEMAP = (
    "a sitemap, which holds only addresses; give the sitemap's own address (https://…) to have them fetched"
)
_PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HEADER_LINE = re.compile(r"[A-Za-z][A-Za-z-]{1,40}:[ \t]?\S")
_RELATED = re.compile(r"^Content-Type:\s*multipart/related", re.I | re.M)
_MESSAGE = re.compile(r"^(?:Message-ID|MIME-Version|Received):\s", re.I | re.M)
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip


def kind_of(head: bytes, name: str) -> Kind | str:
    """What a file is, or, as a string, why it cannot be read and what to do about it.

    ``head`` is its first ``HEAD`` bytes (all of it when it is shorter), ``name`` what its ending is taken
    from.
    """
    magic = _by_magic(head)
    if magic is not None:
        return magic
    start, ending = beginning(head), ending_of(name)
    known = ENDINGS.get(ending)
    if start.startswith("<"):
        return _markup(head, start, known)
    if start.startswith(("{", "[")) and (known in (Kind.JSON, Kind.JSON_LINES, None)):
        return _json(start, ending, known)
    if known is not None:
        return _as_called(known, start)
    return f"is {REFUSED[ending]}" if ending in REFUSED else _saved_mail(start) or Kind.TEXT


def ending_of(name: str) -> str:
    """The ending of a file's name, in lower case: ``.csv``; empty when it has none."""
    base = name.replace("\\", "/").rpartition("/")[2]
    return "." + base.rpartition(".")[2].lower() if "." in base[1:] else ""


def is_wanted(name: str) -> bool:
    """Whether a file that nobody named is looked at: what can be read, and what holds reports and cannot be
    read. Of a packed file what counts is what is packed in it: a ``.sql.gz`` is none."""
    ending = ending_of(name)
    if ending == ".gz":
        ending = ending_of(name[: -len(ending)]) or ending
    return ending in ENDINGS or ending in REFUSED


def wide_encoding(head: bytes) -> str | None:
    """The encoding that a byte order mark of UTF-16 or UTF-32 names; None where there is no such mark."""
    return next((name for mark, name in _WIDE_MARKS if head.startswith(mark)), None)


def beginning(head: bytes) -> str:
    """How a text begins, without marks and white space; characters that are not clear are replaced."""
    return head.decode(wide_encoding(head) or "utf-8", "replace").lstrip("\ufeff \t\r\n\f\v")


_MOST_USUAL = 0.9
"""The share of usual characters: text has 0.95 and more in any script, noise in UTF-16 a half."""


def why_binary(head: bytes) -> str | None:
    """Why these bytes are no text in any encoding; None when they may be."""
    if wide_encoding(head) or b"\0" not in head:
        return None
    if any(
        _is_wide_text(head, encoding) for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
    ):
        return None  # it does not say so, and reading finds out
    return "is not text: it holds zero bytes"


def _is_wide_text(head: bytes, encoding: str) -> bool:
    """Whether nearly all is letters, figures, blanks and marks when it is read in this encoding.

    Single bytes do not tell: a dash in UTF-16 holds the control character 0x13, Cyrillic holds 0x04.
    """
    text = head[: len(head) // 4 * 4].decode(encoding, "replace")[:2000]
    usual = sum(c.isalnum() or c.isspace() or " " <= c <= "~" or "\u2010" <= c <= "\u2026" for c in text)
    return len(text) >= 8 and usual >= _MOST_USUAL * len(text)


def _by_magic(head: bytes) -> Kind | str | None:
    for mark, what in MAGIC:
        if head.startswith(mark):
            return what if isinstance(what, Kind) else f"is {what}"
    if head[257:262] == b"ustar":
        return f"is {_TAR}"
    if head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] in (b"WAVE", b"AVI ")):
        return f"is {_SOUND}"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return f"is {_PICTURE}"
    if b"%PDF-" in head[:1024] and not head[:1024].partition(b"%PDF-")[0].strip(b"\xef\xbb\xbf\r\n\t \0"):
        return Kind.PDF
    return None


def _markup(head: bytes, start: str, known: Kind | None) -> Kind | str:
    """What begins with ``<``: a page, a feed, or some other XML."""
    root = xml_root(start.encode("utf-8") if wide_encoding(head) else head)
    if root in _FEED_ROOTS:
        return Kind.FEED
    if root in _SITEMAP_ROOTS:
        return f"is {_SITEMAP}"
    if known in (Kind.HTML, Kind.XHTML):
        return known
    if _PAGE.match(start):
        return Kind.XHTML if start.startswith("<?xml") else Kind.HTML
    if known is Kind.FEED:
        return f"is XML whose first element is <{root}>, and not a feed; save its text as .txt"
    return _as_called(known, start) if known else Kind.TEXT


def _json(start: str, ending: str, known: Kind | None) -> Kind:
    """One JSON document, or a table with one object a line; of what has another ending only what is clear."""
    if start.startswith("["):
        return Kind.JSON if re.match(r"\[\s*[{\]]", start) else (known or Kind.TEXT)
    if known is Kind.JSON_LINES:
        return known
    first, _, rest = start.partition("\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        if known is None and not ending:
            return Kind.JSON_LINES if '"' in first[1:].lstrip()[:1] else Kind.JSON
        return known or Kind.TEXT
    return Kind.JSON if known is Kind.JSON and not rest.lstrip().startswith("{") else Kind.JSON_LINES


def _as_called(known: Kind, start: str) -> Kind | str:
    """A kind that has no first bytes of its own, as its ending says; the others would have shown theirs."""
    if known in _WITH_MAGIC:
        return f"is not {known}, although its name says so: it does not begin as such a file does"
    if known is Kind.FEED:
        return "is not a feed: it does not begin with <"
    if known in (Kind.HTML, Kind.TEXT, Kind.EMAIL) and _saved_mail(start) is Kind.MHTML:
        return Kind.MHTML
    return known


_WITH_MAGIC = frozenset({Kind.PDF, Kind.DOCX, Kind.PARQUET, Kind.WARC, Kind.GZIP, Kind.ZIP})


def _saved_mail(start: str) -> Kind | None:
    """A message or a saved page whose name does not say so."""
    if not _HEADER_LINE.match(start):
        return None
    header = re.split(r"\r?\n\r?\n", start, maxsplit=1)[0]
    if _RELATED.search(header):
        return Kind.MHTML
    return Kind.EMAIL if len(_MESSAGE.findall(header)) >= 2 else None
