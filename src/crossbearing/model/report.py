"""A report: one published text, with where it came from; and the parts that its text is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from crossbearing.model.spans import Evidence, Span
from crossbearing.model.values import DatePrecision, DateValue, Place


@dataclass(frozen=True, slots=True)
class RawReport:
    """A report as it arrived: bytes or text, and what came beside it. Nothing about it has been
    interpreted yet.

    ``id`` is the name relative to the input folder, or the row's own id. ``content`` is ``str`` for
    article rows (kept to the character) and ``bytes`` for files. ``media_type`` says which reader takes it
    (``read.MEDIA_TYPES``). ``metadata`` may hold ``url``, ``outlet``, ``title``, ``published`` (ISO),
    ``language``, ``author``, ``retrieved`` (ISO: when it was fetched), ``published_from`` ("FILE:row", where
    a user gave the day), ``charset`` (the encoding that an HTTP or MIME header says) and ``decoded_as`` (the
    encoding that a table was taken to be in).
    """

    id: str
    content: bytes | str
    media_type: str = "text/plain"
    metadata: Mapping[str, str] = field(default_factory=dict)


class Basis(StrEnum):
    """What the publication date rests on."""

    METADATA = "metadata"
    BYLINE = "byline"
    DATELINE = "dateline"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PublishedCandidate:
    """``source`` says that the report came out from ``start`` to ``end``; ``reason`` why that was or was not
    taken.

    One of the two days is None where only a bound is told ("not before"), both where the year is not told
    ("dateline: March 3"). ``source`` is what says it, in
    words: "meta article:published_time", "address", "dateline". ``trust`` goes from 0 (never taken) to 1.
    ``evidence`` is empty where it does not stand in the stored text.
    """

    start: date | None
    end: date | None
    source: str
    basis: Basis
    trust: float
    reason: str = ""
    chosen: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published, as an interval of days, what that rests on, and the passages that say so.

    Evidence that lies in a page's markup and not in the stored text cannot be a span; ``basis`` then says
    metadata and ``evidence`` is empty. The days are those that the page itself writes, in its own zone;
    ``clock`` ("HH:MM") and ``zone`` ("+04:00", "GMT") are the time of day as written, where it is told.
    ``candidates`` is all that was found to say when, taken or not, and ``reason`` tells the choice in one
    sentence.
    """

    start: date | None = None
    end: date | None = None
    basis: Basis = Basis.UNKNOWN
    evidence: tuple[Evidence, ...] = ()
    clock: str | None = None
    zone: str | None = None
    reason: str = ""
    candidates: tuple[PublishedCandidate, ...] = ()

    @property
    def known(self) -> bool:
        return self.start is not None

    def as_date(self) -> DateValue | None:
        """The same interval as a date value, or None when it is unknown."""
        if self.start is None or self.end is None:
            return None
        precision = DatePrecision.DAY if self.start == self.end else DatePrecision.WEEK
        return DateValue(self.start, self.end, precision)


class PartKind(StrEnum):
    """What a stretch of a report's text is.

    ``STANDFIRST``: the lines between headline and report that sum it up. ``PRESS_HEAD``: what a press release
    says of itself (for immediate release, number, contacts). ``LIST_ITEM``: a bullet of a list that is told.
    ``QUOTATION``: words or a post by somebody else, set off. ``LIVE_ENTRY``: one entry of a live page.
    ``FURNITURE``: what the page adds around the report.
    """

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    DATELINE = "dateline"
    BYLINE = "byline"
    PRESS_HEAD = "press_head"
    CAPTION = "caption"
    BODY = "body"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    LIVE_ENTRY = "live_entry"
    FURNITURE = "furniture"

    @property
    def told(self) -> bool:
        """The report's running text, in whatever form it is set."""
        return self in _TOLD

    @property
    def heads(self) -> bool:
        """Stands over the report and sums up what its text tells again."""
        return self in (PartKind.HEADLINE, PartKind.STANDFIRST)

    @property
    def read(self) -> bool:
        """Is read for what it tells; the rest is kept and marked, never coded."""
        return self not in (PartKind.FURNITURE, PartKind.PRESS_HEAD)


_TOLD = frozenset({PartKind.BODY, PartKind.LIST_ITEM, PartKind.QUOTATION, PartKind.LIVE_ENTRY})


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """When an entry of a live page was posted, as the page says. ``day`` is None where only a clock is given.

    ``str(stamp)`` is ISO 8601: "2016-03-12", "2016-03-12T14:05" or "T14:05".
    """

    day: date | None = None
    clock: time | None = None

    def __str__(self) -> str:
        day = self.day.isoformat() if self.day else ""
        return f"{day}T{self.clock:%H:%M}" if self.clock else day

    @classmethod
    def parse(cls, written: str) -> Stamp:
        """The stamp that ``str`` wrote; raises ValueError for anything else."""
        day, _, clock = written.partition("T")
        return cls(date.fromisoformat(day) if day else None, time.fromisoformat(clock) if clock else None)


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A stretch of a report's text that is one kind of thing. Parts are in order and do not overlap.

    ``stamp``: when an entry of a live page was posted; its days are counted from there.
    """

    start: int
    end: int
    kind: PartKind
    stamp: Stamp | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Report:
    """One published text, with where it came from. ``text`` never changes; everything else points into it.

    ``wire`` are the agencies and outlets that the text is credited to; ``wire_told`` those of them that only
    stand for what a source told them. ``sha256`` is that of the bytes (or of the UTF-8 text of a row) as they
    arrived. ``encoding`` is the one that the bytes were in, None where text arrived as text or the format has
    none (PDF). ``notes`` are sentences on the reading that a reader of the record should know: what was
    mended, guessed, left out.
    """

    id: str
    text: str
    sha256: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    language: str | None = None
    published: Published = Published()
    dateline: Place | None = None
    dateline_text: str | None = None
    wire: tuple[str, ...] = ()
    byline: str | None = None
    parts: tuple[Part, ...] = ()
    section: str | None = None
    wire_told: tuple[str, ...] = ()
    encoding: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def furniture(self) -> tuple[Span, ...]:
        """What the page adds around the report: menus, clocks, related headlines, legal lines."""
        return tuple(p.span for p in self.parts if p.kind is PartKind.FURNITURE)

    def part_at(self, position: int) -> PartKind:
        """The kind of the part that holds ``position``; body where no part is marked."""
        for part in self.parts:
            if part.start <= position < part.end:
                return part.kind
        return PartKind.BODY
