"""A Word document (.docx): paragraphs, lists and rows of tables, as they stand when changes are accepted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from crossbearing.errors import NotText
from crossbearing.model import PartKind
from crossbearing.read.content import Content, Piece, assembled
from crossbearing.read.documents.properties import property_facts

MOST_UNPACKED = 300_000_000
"""Bytes that the parts of a document may unpack to; one with many photographs has a tenth of that."""
MOST_XML = 60_000_000
"""Bytes of XML that is parsed; a thousand pages have ten million."""
MOST_RATIO = 200
"""How many times smaller than its content a part may be packed: XML of Word is packed 10 to 30 times."""
MOST_PARTS = 10_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}rPr", f"{_W}pPr", _FALLBACK}
"""What was deleted, the codes of fields, properties, and what old programs show instead."""
_BREAKS = {f"{_W}br": " ", f"{_W}cr": " ", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}
_HEADINGS = ("title", "heading1", "titel", "berschrift1", "titre", "titre1", "ttulo", "ttulo1", "titolo1")
"""Ids of the styles of title and first heading; Word names them in its user's language and drops accents."""


def word_content(name: str, content: bytes) -> Content:
    """The text of a Word document; its headers and footers are furniture. Raises NotText when it is none,
    when it is locked, or when it unpacks to far more than a document can hold."""
    _refuse_bombs(name, content)
    document = _opened(content)
    body = list(_blocks(document.element.body))
    text, hints = assembled([*_margins(document, "header"), *_headed(body), *_margins(document, "footer")])
    about = document.core_properties
    facts = property_facts(about.title, about.author, about.created, "document property created")
    return Content(text, hints, facts)


_OTHER_MAIN_PARTS = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
"""Documents with macros (.docm) and templates hold text like others; macros are never run."""


def _opened(content: bytes) -> Any:
    from docx.opc.part import PartFactory
    from docx.package import Package
    from docx.parts.document import DocumentPart

    for kind in _OTHER_MAIN_PARTS:
        PartFactory.part_type_for.setdefault(kind, DocumentPart)
    part = Package.open(io.BytesIO(content)).main_document_part
    if not isinstance(part, DocumentPart):
        raise ValueError(f"its main part is {part.content_type}, no document of Word")
    return part.document


def _refuse_bombs(name: str, content: bytes) -> None:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise NotText(name, "locked with a password, or in the old .doc format; save it as an open .docx")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
    unpacked = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    dense = any(p.file_size > 1_000_000 and p.file_size > MOST_RATIO * max(1, p.compress_size) for p in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or xml > MOST_XML or dense:
        raise NotText(name, f"unpacks to {unpacked:,} bytes, which no report needs; it was not opened")


def _headed(body: list[Piece]) -> Iterator[Piece]:
    """Only the first heading is the headline; the others part the text."""
    seen = False
    for words, kind in body:
        heads = kind is PartKind.HEADLINE and bool(words.strip())
        yield words, None if heads and seen else kind
        seen = seen or heads


def _blocks(element: Any) -> Iterator[Piece]:
    """Paragraphs and table rows of the body, of content controls, of insertions; in order."""
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == f"{_W}p":
            yield _words(child), _hint(child)
            yield from _boxes(child)
        elif child.tag == f"{_W}tbl":
            yield from _rows(child)
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            stack.append(iter(child))


def _hint(paragraph: Any) -> PartKind | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = (style.get(f"{_W}val") or "").lower() if style is not None else ""
    return PartKind.HEADLINE if name in _HEADINGS else None


def _rows(table: Any) -> Iterator[Piece]:
    """Each row as a line, its cells parted by a bar; tables within cells are part of their cell."""
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl"), None) is not table:
            continue
        own = (c for c in row.iter(f"{_W}tc") if next(c.iterancestors(f"{_W}tr"), None) is row)
        cells = [" ".join(_words(p) for p in cell.iter(f"{_W}p")) for cell in own]
        yield " | ".join(" ".join(cell.split()) for cell in cells if cell.strip()), None


def _boxes(paragraph: Any) -> Iterator[Piece]:
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            for inner in box.iterchildren(f"{_W}p"):
                yield _words(inner), None


def _words(paragraph: Any) -> str:
    """The words of a paragraph, without those deleted and those in text boxes."""
    out: list[str] = []
    stack = [iter(paragraph)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == f"{_W}t":
            out.append(child.text or "")
        elif child.tag in _BREAKS:
            out.append(_BREAKS[child.tag])
        elif child.tag not in _LEFT_OUT and child.tag != f"{_W}txbxContent":
            stack.append(iter(child))
    return "".join(out)


def _margins(document: Any, which: str) -> Iterator[Piece]:
    """The headers or footers of all sections, each line once."""
    seen = set()
    for section in document.sections:
        for paragraph in getattr(section, which).paragraphs:
            words = _words(paragraph._p)
            if words not in seen:
                seen.add(words)
                yield words, PartKind.FURNITURE
