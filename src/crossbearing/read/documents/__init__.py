"""Files that are neither plain text nor a page: PDF, Word documents, mail, saved web pages.

Each reader gives a ``Content`` of paragraphs. What the libraries behind them raise on damaged input becomes
NotText here, at one boundary.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from crossbearing.errors import InputError, NotText
from crossbearing.model import RawReport
from crossbearing.read.content import Content

Reader = Callable[[RawReport], Content]

LONGEST = 5_000_000
"""Characters of text in one document; a long book has two million, more is a dump of data."""


def _pdf(raw: RawReport) -> Content:
    from crossbearing.read.documents.pdf import pdf_content

    return pdf_content(raw.id, _bytes(raw))


def _word(raw: RawReport) -> Content:
    from crossbearing.read.documents.word import word_content

    return word_content(raw.id, _bytes(raw))


def _mail(raw: RawReport) -> Content:
    from crossbearing.read.documents.mail import mail_content

    return mail_content(raw.id, _bytes(raw))


def _saved_page(raw: RawReport) -> Content:
    from crossbearing.read.documents.saved_page import saved_page_content

    return saved_page_content(raw.id, _bytes(raw))


def _bytes(raw: RawReport) -> bytes:
    if isinstance(raw.content, str):
        raise NotText(raw.id, f"of type {raw.media_type}, which must come as bytes, not as text")
    return raw.content


def _guarded(raw: RawReport, kind: str, reader: Reader) -> Content:
    """What the reader gives; whatever a library raises on its way becomes NotText."""
    try:
        content = reader(raw)
    except InputError:
        raise
    except Exception as exc:  # parsers of foreign formats raise anything on what is damaged
        what = f"{type(exc).__name__}: {exc}".strip(": ")
        raise NotText(raw.id, f"cannot be read as {kind}, it may be damaged ({what[:200]})") from exc
    if "\0" in content.text or not content.text.strip():
        content = replace(content, text=content.text.replace("\0", " "))
    if not content.text.strip():
        raise NotText(raw.id, f"empty: there is no text in this {kind}")
    if len(content.text) > LONGEST:
        raise NotText(raw.id, f"holds more than {LONGEST:,} characters; give the parts that matter")
    return content


DOCUMENT_READERS: Mapping[str, Reader] = {
    "application/pdf": partial(_guarded, kind="PDF", reader=_pdf),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": partial(
        _guarded, kind="Word document", reader=_word
    ),
    "message/rfc822": partial(_guarded, kind="mail message", reader=_mail),
    "multipart/related": partial(_guarded, kind="saved page (MHTML)", reader=_saved_page),
}
"""Media type → its reader. The libraries are imported when the first such file comes."""
