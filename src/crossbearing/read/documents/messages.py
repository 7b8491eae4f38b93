"""The structure of MIME messages: parsed within bounds, parts in order, headers as far as they go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default

from crossbearing.errors import NotText
from crossbearing.read.claims import DayClaim
from crossbearing.read.decoding import decode
from crossbearing.read.markup_days import claim_of

MOST_BYTES = 60_000_000
"""Servers refuse messages of more than 25 to 50 MB."""
MOST_BOUNDARIES = 400
"""Each level of nesting is looked for in every line, so many take long; real messages have up to ten."""
MOST_LOOKS = 20_000_000
"""Levels times lines that the parser looks at: six seconds; the largest newsletter asks for two million."""
DEEPEST = 8
"""Messages forwarded within messages, and parts within parts."""
MOST_PARTS = 1000
_HEADERS = 200_000
"""Bytes in which the headers of a message end; long chains of servers and signatures take 30,000."""


def parsed(name: str, content: bytes) -> EmailMessage:
    """The message in ``content``. Raises NotText for what is too large, too deep, or no message."""
    if len(content) > MOST_BYTES:
        raise NotText(name, f"a message of more than {MOST_BYTES // 1_000_000} MB; save what matters of it")
    levels = content.lower().count(b"boundary=")
    if levels > MOST_BOUNDARIES or levels * content.count(b"\n") > MOST_LOOKS:
        raise NotText(name, "a message nested too deeply to be read")
    message = message_from_bytes(_with_plain_headers(name, content), policy=default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise NotText(name, "no message: it does not begin with headers such as From and Subject")
    return message


def _with_plain_headers(name: str, content: bytes) -> bytes:
    """The message with its headers in UTF-8: old programs wrote them in whatever encoding they had."""
    blank = re.search(rb"\r?\n\r?\n", content[:_HEADERS])
    head = content[: blank.start()] if blank else b""
    try:
        head.decode("utf-8")
        return content
    except UnicodeDecodeError:
        try:
            text = decode(name, head).text
        except NotText:
            text = head.decode("cp1252", "replace")
    return text.encode("utf-8", "replace") + content[len(head) :]


def header(message: Message, name: str) -> str:
    """A header's words on one line; '' when it is missing or beyond reading."""
    try:
        value = message.get(name)
    except (ValueError, LookupError, AttributeError, TypeError):  # the parser of headers fails on some
        return ""
    return " ".join(str(value or "").split())


def leaves(message: Message, depth: int = 0) -> Iterator[Message]:
    """The parts that hold something and the messages within this one, in order; of alternatives all."""
    if message.is_multipart() and message.get_content_type() != "message/rfc822" and depth < DEEPEST:
        for part in list(
            message.iter_parts() if isinstance(message, EmailMessage) else message.get_payload()
        ):
            if isinstance(part, Message):
                yield from leaves(part, depth + 1)
    else:
        yield message


def part_bytes(part: Message) -> bytes:
    """What a part holds, with its transfer encoding undone."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def charset(part: Message) -> dict[str, str]:
    """The part's encoding in the form of a report's metadata."""
    try:
        named = part.get_content_charset()
    except (ValueError, LookupError, AttributeError, TypeError):
        named = None
    return {"charset": named} if named else {}


def sent(message: Message, kind: str, source: str) -> tuple[DayClaim, ...]:
    """What the Date header says, as a claim of ``kind``."""
    claim = claim_of(kind, source, header(message, "Date"))
    return (claim,) if claim else ()
