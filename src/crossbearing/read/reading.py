"""From what arrived to a Report: text, parts, what it says of itself. Pure; raises only InputErrors.

A report is read on a mended copy of its text (``text.mending``); ``read`` gives the report over the text that
is kept, ``read_copy`` both, for the stages that read on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from crossbearing.errors import InputError, NotText
from crossbearing.model import Part, PartKind, RawReport, Report
from crossbearing.read.addresses import outlet_at
from crossbearing.read.content import Content
from crossbearing.read.credits import wire_credits
from crossbearing.read.datelines import is_byline, read_dateline
from crossbearing.read.decoding import fingerprint, plain_text
from crossbearing.read.documents import DOCUMENT_READERS
from crossbearing.read.languages import report_language
from crossbearing.read.markup import html_content
from crossbearing.read.metadata import PageFacts
from crossbearing.read.parting import part
from crossbearing.read.published import Beside, read_published
from crossbearing.read.stamps import dated
from crossbearing.text.mending import Mended, mend
from crossbearing.text.paragraphs import paragraphs
from crossbearing.text.restoring import Restorer


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as it is read on (``copy``, over mended text), and how that stands to the kept text."""

    copy: Report
    mended: Mended

    @property
    def restorer(self) -> Restorer:
        """Puts what was found in the copy back into the text that is kept."""
        return Restorer(self.mended.original, self.mended.back)

    @property
    def report(self) -> Report:
        """The report over the text that is kept."""
        return self.restorer.report(self.copy) if self.mended.changed else self.copy


def read(raw: RawReport) -> Report:
    """The report that ``raw`` holds. Plain text is kept to the character; raises NotText for what is no text,
    InputError for a kind of file that nobody reads.

    What came beside the report (``raw.metadata``) goes before what the file says of itself.
    """
    return read_copy(raw).report


def read_copy(raw: RawReport) -> Reading:
    """The same, with the copy that the later stages read. Raises what ``read`` raises."""
    content = _content(raw)
    mended = mend(content.text)
    text = mended.text
    facts = _mended_facts(content.facts)
    parts = part(text, {mended.forth(at): kind for at, kind in content.hints.items()})
    row = {key: mend(value).text for key, value in raw.metadata.items()}
    url = raw.metadata.get("url") or facts.url
    author = row.get("author") or facts.author
    published = read_published(text, parts, Beside(row, facts.days, url))
    outlet = row.get("outlet") or facts.outlet or outlet_at(url)
    credits = wire_credits(text, parts, author, outlet)
    language = report_language(_told(text, parts), row.get("language") or facts.language)
    copy = Report(
        id=raw.id,
        text=text,
        sha256=fingerprint(raw),
        url=url,
        outlet=outlet,
        title=row.get("title") or facts.title or _headline(text, parts),
        language=language.language,
        published=published,
        dateline_text=_dateline_place(text, parts),
        wire=credits.wire,
        wire_told=credits.told,
        byline=_byline(text, parts) or author,
        section=facts.section,
        parts=dated(text, parts, published),
        encoding=content.encoding,
        notes=(*content.notes, *_mending(mended), *language.notes),
    )
    return Reading(copy, mended)


Reader = Callable[[RawReport], Content]


def _plain_content(raw: RawReport) -> Content:
    found = plain_text(raw)
    return Content(found.text, encoding=found.encoding, notes=found.notes)


_READERS: Mapping[str, Reader] = {
    "text/plain": _plain_content,
    "text/html": html_content,
    "application/xhtml+xml": html_content,
    **DOCUMENT_READERS,
}
MEDIA_TYPES = tuple(_READERS)
"""The kinds of content that are read."""


def _content(raw: RawReport) -> Content:
    reader = _READERS.get(raw.media_type)
    if reader is None:
        raise InputError(raw.id, f"is of type {raw.media_type}, which is not read; save it as text or HTML")
    content = reader(raw)
    if not content.text.isascii() and _HALF_PAIR.search(content.text):
        raise NotText(raw.id, "holds half of a surrogate pair, which is not a character; write the file anew")
    return content


_HALF_PAIR = re.compile("[\ud800-\udfff]")


def _mended_facts(facts: PageFacts) -> PageFacts:
    """The names that a file gives, as they are read; texts and facts of one page are garbled alike."""
    title, outlet, author = (
        mend(name).text if name else None for name in (facts.title, facts.outlet, facts.author)
    )
    return replace(facts, title=title, outlet=outlet, author=author)


def _mending(mended: Mended) -> tuple[str, ...]:
    if not mended.garbled:
        return ()
    return (f"garbled stretches ({mended.garbled}; UTF-8 read in another encoding) were mended for reading",)


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


def _told(text: str, parts: Sequence[Part]) -> list[str]:
    """What the language is judged by: the paragraphs of the body, or of all the text when it has none."""
    body = [(p.start, p.end) for p in parts if p.kind.told] or [(0, len(text))]
    return [text[s:e] for start, end in body for s, e in paragraphs(text, start, end)]


def _dateline_place(text: str, parts: Sequence[Part]) -> str | None:
    """The words for the place in the first dateline that has one."""
    for p in parts:
        if p.kind is PartKind.DATELINE:
            dateline = read_dateline(text[p.start : p.end] + " ", first=True)
            if dateline and dateline.place:
                first, last = dateline.place
                return text[p.start + first : p.start + last]
    return None
