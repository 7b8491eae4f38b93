"""From the bytes or the text of a page to a tree, whatever the page does to prevent it."""

from __future__ import annotations

import re
from typing import Any

import lxml.html
from lxml import etree
from trafilatura.utils import decode_file

from crossbearing.errors import NotText
from crossbearing.model import RawReport

_LAYOUT = re.compile(r"</?(?:div|font|span|b|i|u|center|big|small|strong|em|section)\b[^<>]{0,400}>", re.I)
_FRAMES = re.compile(r"</?(?:frameset|frame|noframes)\b[^<>]{0,400}>", re.I)
_NO_TEXT = "no HTML page could be read from it"


def parse_page(raw: RawReport) -> Any:
    """The tree of an HTML report; raises NotText for what is none."""
    content = raw.content
    if (b"\0" in content) if isinstance(content, bytes) else ("\0" in content):
        raise NotText(raw.id, "holds NUL bytes, so it is no HTML page")
    markup = decode_file(content) if isinstance(content, bytes) else content
    if _FRAMES.search(markup):  # what stands in noframes is no markup to libxml2
        markup = _FRAMES.sub("", markup)
    tree, too_deep = _parsed(raw.id, markup)
    if too_deep:  # tags that are opened for every line and never closed
        tree, _ = _parsed(raw.id, _LAYOUT.sub("<br>", markup))
    return tree


def _parsed(name: str, markup: str) -> tuple[Any, bool]:
    """The tree, and whether libxml2 gave up because elements stand too deep within each other."""
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True
    )
    try:
        tree = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as exc:
        raise NotText(name, _NO_TEXT) from exc
    last = parser.error_log.last_error
    return tree, last is not None and "depth" in last.message
