"""HTML as a report: decoded by what it declares and what its bytes are, then read as a page."""

from __future__ import annotations

from dataclasses import replace

from crossbearing.model import RawReport
from crossbearing.read.content import Content
from crossbearing.read.decoding import decoded
from crossbearing.read.metadata import page_facts
from crossbearing.read.pages import read_page


def html_content(raw: RawReport) -> Content:
    """The text of an HTML or XHTML page and what its markup says; raises NotText."""
    found = decoded(raw, markup=True)
    page = read_page(replace(raw, content=found.text))
    return Content(page.text, page.hints, page_facts(page.tree), found.encoding, found.notes)
