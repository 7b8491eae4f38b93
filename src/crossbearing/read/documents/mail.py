"""A mail message (.eml): what it tells, with its headers as facts; replies, signatures and footers marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from email.message import Message
from email.utils import parseaddr
from typing import Any

from crossbearing.errors import NotText
from crossbearing.model import PartKind, RawReport
from crossbearing.read.addresses import outlet_at
from crossbearing.read.content import Content, Piece, assembled
from crossbearing.read.decoding import Decoded, decoded
from crossbearing.read.documents.mail_lines import mail_text
from crossbearing.read.documents.messages import (
    DEEPEST,
    MOST_PARTS,
    charset,
    header,
    leaves,
    parsed,
    part_bytes,
    sent,
)
from crossbearing.read.markup import html_content
from crossbearing.read.markup_days import claim_of
from crossbearing.read.metadata import PageFacts
from crossbearing.vocab.agencies import agency_named

_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s?:\s*|\[[^\]]{1,40}\]\s*)+", re.I)
"""What programs and lists put before a subject: "Re:", "Fwd:", "[list]"."""
_BODY_NAME = re.compile(
    r"\b(?:news|agency|press|times|post|daily|observatory|network|radio|tv|desk|service|office|ministry|mission"
    r"|union|watch|monitor|alerts?|newsletter|bulletin|media|centre|center|institute|group|team)\b",
    re.I,
)
_STUB = 4
"""A plain part that is so many times shorter than the HTML part only says that there is one."""


def mail_content(name: str, content: bytes) -> Content:
    """The text of a message and of those within it. Raises NotText when there is no text in it."""
    found = _message(name, parsed(name, content), 0)
    text, hints = assembled(found.pieces)
    notes = [*found.notes]
    if found.attached:
        more = " …" if len(found.attached) > 10 else ""
        kept = ", ".join(found.attached[:10]) + more
        notes.append(f"attachments not read: {kept}; give them as files of their own")
    return Content(text, hints, found.facts, found.encoding, tuple(notes))


@dataclass(slots=True)
class _Found:
    """What was gathered from a message so far."""

    facts: PageFacts
    pieces: list[Piece] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    encoding: str | None = None

    @property
    def told(self) -> int:
        return sum(len(words) for words, kind in self.pieces if kind is None)


def _message(name: str, message: Message, depth: int) -> _Found:
    found = _Found(_facts(header(message, "Subject"), header(message, "From")))
    found.facts = replace(found.facts, days=sent(message, "mail date", "mail header Date"))
    parts = list(zip(range(MOST_PARTS), leaves(message), strict=False))
    bodies: list[Message] = []
    for _, part in parts:
        kind = part.get_content_type()
        if kind == "message/rfc822" and depth < DEEPEST:
            _take_inner(found, [_message(name, m, depth + 1) for m in _inner(part)])
        elif kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
            bodies.append(part)
        elif not kind.startswith("multipart/"):
            found.attached.append(_file_name(part, kind))
    inner, found.pieces = found.pieces, []
    _take_bodies(name, found, bodies)
    subject = found.facts.title
    if subject and found.told and not any(subject in words for words, _ in found.pieces):
        found.pieces.insert(0, (subject, PartKind.HEADLINE))
    found.pieces += inner
    return found


def _inner(part: Message) -> Sequence[Message]:
    payload: Any = part.get_payload()
    return [m for m in payload if isinstance(m, Message)] if isinstance(payload, list) else []


def _take_inner(found: _Found, messages: Sequence[_Found]) -> None:
    """A message within this one: where it tells more, its headers are those of the report."""
    for inner in messages:
        if inner.told > found.told:
            found.facts = inner.facts
        found.pieces += inner.pieces
        found.attached += inner.attached
        found.notes += inner.notes
        found.encoding = found.encoding or inner.encoding


def _take_bodies(name: str, found: _Found, bodies: Sequence[Message]) -> None:
    plain = [_decoded(name, part) for part in bodies if part.get_content_type() == "text/plain"]
    pages = [part for part in bodies if part.get_content_type() == "text/html"]
    read = [page for part in pages if (page := _page(name, part)) is not None]
    if sum(len(p.text) for p in plain) * _STUB >= sum(len(p.text) for p in read):
        for text in plain:
            mail = mail_text(text.text)
            found.pieces += mail.pieces
            _forwarded(found, mail.forwarded)
            _take_encoding(found, text.encoding, text.notes)
    else:
        for page in read:
            found.pieces += page.pieces()
            _take_encoding(found, page.encoding, page.notes)


def _take_encoding(found: _Found, encoding: str | None, notes: Sequence[str]) -> None:
    found.encoding = found.encoding or encoding
    found.notes += notes


def _decoded(name: str, part: Message) -> Decoded:
    raw = RawReport(name, part_bytes(part), "text/plain", charset(part))
    try:
        return decoded(raw, markup=False)
    except NotText:
        return Decoded("")


_QUOTATIONS = (
    ".//blockquote[@type='cite']",
    ".//*[@class='gmail_quote' or contains(@class,'gmail_attr') or contains(@class,'gmail_signature')]",
    ".//*[contains(@class,'moz-signature') or contains(@class,'moz-cite-prefix') or @id='Signature']",
)


def _page(name: str, part: Message) -> Content | None:
    """An HTML part without the reply that it quotes and its signature; None when there is no text in it."""
    from lxml.html import tostring
    from trafilatura import load_html

    try:
        source = decoded(RawReport(name, part_bytes(part), "text/html", charset(part)), markup=True)
        tree = load_html(source.text)
        if tree is not None:
            for element in list(_quotations(tree)):
                element.drop_tree()
        told = tostring(tree, encoding="unicode") if tree is not None and _has_words(tree) else source.text
        page = html_content(RawReport(name, told, "text/html"))
    except NotText:
        return None
    return replace(page, encoding=source.encoding, notes=source.notes)


def _quotations(tree: Any) -> Iterator[Any]:
    for path in _QUOTATIONS:
        for element in tree.xpath(path):
            if "orwarded message" not in element.text_content() and element.getparent() is not None:
                yield element


def _has_words(tree: Any) -> bool:
    return len("".join(tree.text_content().split())) >= 20


def _forwarded(found: _Found, headers: Mapping[str, str]) -> None:
    """The headers of a message forwarded in the text are those of the report."""
    if not headers:
        return
    facts = _facts(headers.get("subject", ""), headers.get("from", ""))
    claim = claim_of("mail date", "date of the forwarded message", headers.get("date", ""))
    found.facts = replace(
        found.facts,
        title=facts.title or found.facts.title,
        outlet=facts.outlet,
        author=facts.author,
        days=(claim,) if claim else (),
    )


def _facts(subject: str, sender: str) -> PageFacts:
    """The subject as title; the sender as outlet if it is a body, else as author."""
    name, address = parseaddr(sender)
    name = name.strip().strip("'\"")
    body = bool(name) and (agency_named(name) is not None or bool(_BODY_NAME.search(name)))
    domain = address.rpartition("@")[2].strip("<> ")
    outlet = name if body else outlet_at(f"https://{domain}/") if re.fullmatch(r"[\w.-]+", domain) else None
    return PageFacts(
        title=_PREFIX.sub("", subject).strip() or None,
        outlet=outlet,
        author=name if name and not body else None,
    )


def _file_name(part: Message, kind: str) -> str:
    try:
        name = part.get_filename()
    except (ValueError, LookupError, AttributeError, TypeError):
        name = None
    return " ".join((name or kind).split())[:80]
