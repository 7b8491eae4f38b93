"""From what arrived to a Report: text, parts, what the page says of itself. Pure; raises only NotText."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crossbearing.model import Part, PartKind, RawReport, Report
from crossbearing.read.addresses import outlet_at
from crossbearing.read.credits import wire_credits
from crossbearing.read.datelines import is_byline, read_dateline
from crossbearing.read.decoding import fingerprint, plain_text
from crossbearing.read.languages import language_of
from crossbearing.read.metadata import PageFacts, page_facts
from crossbearing.read.pages import read_page
from crossbearing.read.parting import part
from crossbearing.read.published import Beside, read_published


def read(raw: RawReport) -> Report:
    """The report that ``raw`` holds. Plain text is kept to the character; raises NotText for what is no text.

    What came beside the report (``raw.metadata``) goes before what its page says of itself.
    """
    hints: Mapping[int, PartKind] = {}
    facts = PageFacts()
    if raw.media_type == "text/html":
        page = read_page(raw)
        text, hints, facts = page.text, page.hints, page_facts(page.tree)
    else:
        text = plain_text(raw)
    parts = part(text, hints)
    row = raw.metadata
    url = row.get("url") or facts.url
    return Report(
        id=raw.id,
        text=text,
        sha256=fingerprint(raw),
        url=url,
        outlet=row.get("outlet") or facts.outlet or outlet_at(url),
        title=row.get("title") or facts.title or _headline(text, parts),
        language=row.get("language") or language_of(_told(text, parts)),
        published=read_published(text, parts, Beside(row, facts.days, url)),
        dateline_text=_dateline_place(text, parts),
        wire=wire_credits(text, parts, facts.author),
        byline=_byline(text, parts) or facts.author,
        section=facts.section,
        parts=parts,
    )


def _headline(text: str, parts: Sequence[Part]) -> str | None:
    """The headline; not the short name of the paper that stands over it with the date or a menu between."""
    lines = [i for i, p in enumerate(parts) if p.kind is PartKind.HEADLINE]
    if not lines:
        return None
    words = [text[parts[i].start : parts[i].end] for i in lines]
    if len(lines) > 1 and lines[1] > lines[0] + 1 and len(words[0].split()) <= 6:
        return words[1]
    return words[0]


def _byline(text: str, parts: Sequence[Part]) -> str | None:
    """The line that names the author, else the first line with a date or an agency."""
    found = [text[p.start : p.end] for p in parts if p.kind is PartKind.BYLINE]
    return next((line for line in found if is_byline(line)), found[0] if found else None)


def _told(text: str, parts: Sequence[Part]) -> str:
    """What the language is judged by: the body, or all of the text when it has none."""
    body = "\n".join(text[p.start : p.end] for p in parts if p.kind.told)
    return body or text


def _dateline_place(text: str, parts: Sequence[Part]) -> str | None:
    """The words for the place in the first dateline that has one."""
    for p in parts:
        if p.kind is PartKind.DATELINE:
            dateline = read_dateline(text[p.start : p.end] + " ", first=True)
            if dateline and dateline.place:
                first, last = dateline.place
                return text[p.start + first : p.start + last]
    return None
