"""The lines of a mail in plain text: what its writer tells, and what is quoted, signed or forwarded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossbearing.model import PartKind
from crossbearing.read.content import Piece
from crossbearing.text.paragraphs import paragraphs

_QUOTED = re.compile(r"\s{0,2}>")
_SIGNATURE = re.compile(r"--\s?$")
_ON_WROTE = re.compile(r"(?:On|Am|Le|El)\b.{6,160}\b(?:wrote|schrieb|a écrit|escribió)\s?:$", re.DOTALL)
_FORWARDED = re.compile(r"[-–—_ ]*(?:(?:begin )?forwarded message|forwarded by .{2,60})[-–—_ :]*$", re.I)
_ORIGINAL = re.compile(r"[-–—_ ]*Original (?:Message|Appointment)[-–—_ :]*$|_{20,}$", re.I)
_HEADER = re.compile(r"\*?(From|Sent|Date|To|Cc|Subject|Reply-To)\s?:\*?\s*(.*)$", re.I)
_FOOTER = re.compile(
    r"""(?:sent\ from\ my\ |get\ outlook\ for\ |to\ unsubscribe|unsubscribe\b
    |you\ (?:are\ receiv|receiv)\w*\ this|this\ (?:e-?mail|message)\ (?:and\ any|is\ confidential|was\ sent)
    |view\ (?:this\ (?:e-?mail|message))?\ ?in
    |_{5,}$|.{2,60}\ mailing\ list$|https?://\S+/listinfo|manage\ your\ (?:preferences|subscription))""",
    re.VERBOSE | re.IGNORECASE,
)
_TELLS = 60
"""Letters that a writer's own words need so that what stands below them is a quotation and not the news."""


@dataclass(frozen=True, slots=True)
class MailText:
    """The paragraphs of a mail, and the headers of the message that it forwards, if it does little else."""

    pieces: tuple[Piece, ...]
    forwarded: Mapping[str, str]


def mail_text(text: str) -> MailText:
    """What is told and what is around it. Where nothing but quotations is there, they are what is told."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    marked, forwarded = _marked(lines)
    told = sum(len(line) for line, kind in marked if kind is None)
    if told < _TELLS:
        unquoted = [re.sub(r"^(?:\s{0,2}>)+ ?", "", line) for line in lines]
        if unquoted != lines:
            marked, forwarded = _marked(unquoted)
    return MailText(tuple(_pieces(marked)), forwarded)


_Marked = list[tuple[str, PartKind | None]]


def _marked(lines: Sequence[str]) -> tuple[_Marked, dict[str, str]]:
    """Every line with its kind: None is told."""
    marked: _Marked = []
    headers: dict[str, str] = {}
    told = at = 0
    ended: PartKind | None = None
    while at < len(lines):
        line = lines[at].strip()
        taken, kind = 1, ended
        if ended is None:
            if _FORWARDED.match(line) or (_ORIGINAL.match(line) and told < _TELLS):
                taken, found = 1 + _block(lines, at + 1), _headers(lines, at + 1)
                kind = PartKind.BYLINE
                headers = found if told < _TELLS else headers
            elif _ORIGINAL.match(line) and _headers(lines, at + 1):
                ended = kind = PartKind.FURNITURE  # a reply above the message that it answers
            elif _SIGNATURE.match(lines[at]) and len(lines) - at <= 20:
                ended = kind = PartKind.FURNITURE
            elif (span := _attribution(lines, at)) or _QUOTED.match(lines[at]) or _FOOTER.match(line):
                taken, kind = max(1, span), PartKind.FURNITURE
        if kind is None:
            told += len(line)
        marked += [(text, kind) for text in lines[at : at + taken]]
        at += taken
    return marked, headers


def _attribution(lines: Sequence[str], at: int) -> int:
    """How many lines "On Monday, A. Mora wrote:" takes, 0 when it does not stand here."""
    for length in (1, 2, 3):
        if _ON_WROTE.match("\n".join(lines[at : at + length]).strip()):
            return length
    return 0


def _block(lines: Sequence[str], at: int) -> int:
    """How many lines the headers of a forwarded message take."""
    length = 0
    for line in lines[at : at + 12]:
        if line.strip() and not _HEADER.match(line.strip()) and not line.startswith((" ", "\t")):
            break
        length += 1
    return length if any(_HEADER.match(line.strip()) for line in lines[at : at + length]) else 0


def _headers(lines: Sequence[str], at: int) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines[at : at + _block(lines, at)]:
        match = _HEADER.match(line.strip())
        if match:
            name = match[1].lower()
            found.setdefault("date" if name == "sent" else name, match[2].strip())
    return found


def _pieces(marked: _Marked) -> Iterator[Piece]:
    """Paragraphs of lines of one kind."""
    stretch: list[str] = []
    held: PartKind | None = None
    for line, kind in [*marked, ("", PartKind.DATELINE)]:  # the last one only ends what is open
        if kind is not held:
            text = "\n".join(stretch)
            for start, end in paragraphs(text):
                yield text[start:end], held
            stretch, held = [], kind
        stretch.append(line)
