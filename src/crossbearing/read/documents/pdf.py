"""A PDF with a text layer: lines from PDFium, paragraphs rebuilt from where the lines stand on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crossbearing.errors import NotText
from crossbearing.read.content import Content, assembled
from crossbearing.read.documents.layout import Line, pieces
from crossbearing.read.documents.properties import pdf_day, property_facts
from crossbearing.text.mending import hyphen_kept

MOST_BYTES = 100_000_000
MOST_PAGES = 500
"""Reports have a few pages, the longest of commissions of inquiry some hundred."""

_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
_IMAGE = 3  # FPDF_PAGEOBJ_IMAGE
_FEW = 20
"""Characters below which a page has no text layer worth the name (a stamp, a page number)."""
_HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line, together with the break."""


def pdf_content(name: str, content: bytes) -> Content:
    """The paragraphs of a PDF, running heads and page numbers marked. Raises NotText for a scan, for one that
    is locked with a password, and for what is too long."""
    if len(content) > MOST_BYTES:
        raise NotText(name, f"a PDF of more than {MOST_BYTES // 1_000_000} MB; give the pages that matter")
    document = _opened(name, content)
    try:
        if len(document) > MOST_PAGES:
            raise NotText(name, f"has {len(document)} pages, more than {MOST_PAGES}; give those that matter")
        pages = [_page_lines(document, number) for number in range(len(document))]
        pictures = [i + 1 for i, lines in enumerate(pages) if _is_picture(document, i, lines)]
        if sum(len(line.text) for lines in pages for line in lines) < _FEW and pictures:
            raise NotText(
                name,
                "a scan: its pages are pictures without text; run OCR over it first, for example "
                "ocrmypdf IN.pdf OUT.pdf",
            )
        about = document.get_metadata_dict()
    finally:
        document.close()
    text, hints = assembled(pieces(pages))
    facts = property_facts(
        about.get("Title"), about.get("Author"), pdf_day(about.get("CreationDate")), "PDF CreationDate"
    )
    return Content(text, hints, facts, notes=_unread(pictures))


def _unread(pictures: list[int]) -> tuple[str, ...]:
    if not pictures:
        return ()
    return (f"pages that are pictures without text were not read: {', '.join(map(str, pictures))}",)


def _opened(name: str, content: bytes) -> Any:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(content)
    except PdfiumError as exc:
        if getattr(exc, "err_code", None) == _PASSWORD_ERROR or "password" in str(exc).lower():
            raise NotText(name, "a PDF locked with a password; save an unlocked copy") from exc
        raise NotText(name, f"cannot be read as PDF, it may be damaged ({exc})") from exc


def _is_picture(document: Any, number: int, lines: list[Line]) -> bool:
    if sum(len(line.text) for line in lines) >= _FEW:
        return False
    page = document[number]
    try:
        return next(iter(page.get_objects(filter=[_IMAGE], max_depth=3)), None) is not None
    finally:
        page.close()


def _page_lines(document: Any, number: int) -> list[Line]:
    """The lines of a page in the order of its content, each with where it stands."""
    page = document[number]
    try:
        height = page.get_height() or 1.0
        layer = page.get_textpage()
        try:
            text = layer.get_text_range()
            true = len(text) == layer.count_chars()
            return [_line(layer, text, s, e, number, height, true) for s, e in _stretches(text)]
        finally:
            layer.close()
    finally:
        page.close()


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a page's text start and end, without the blanks around them."""
    position = 0
    for raw in text.split("\n"):
        start = position + len(raw) - len(raw.lstrip())
        end = position + len(raw.rstrip())
        if start < end:
            yield start, end
        position += len(raw) + 1


def _line(layer: Any, text: str, start: int, end: int, page: int, height: float, true: bool) -> Line:
    """``true``: positions in the text are those of PDFium, so that it can say where the line stands."""
    words = text[start:end]
    while (at := words.find(_HYPHEN)) >= 0:
        joint = "-" if hyphen_kept(words[:at]) else ""
        words = words[:at] + joint + words[at + 1 :].lstrip()
    if not true:
        return Line(words, page)
    left, first_bottom, _, top = layer.get_charbox(start, loose=True)
    _, bottom, right, last_top = layer.get_charbox(end - 1, loose=True)
    size = max(top - first_bottom, last_top - bottom)  # a footnote's number at either end is smaller
    return Line(words, page, left, right, top / height, bottom / height, size / height)
