"""Which agencies and outlets a text is credited to or copied from.

Names are given as the text writes them. Known names come from ``vocab/agencies.csv``; an unknown one counts
where only an agency can stand: in a dateline, alone in brackets after the last word, at the head of a
byline, after "Source:". A report's own outlet is not its wire. Whom a source told it is told apart
(``Credits.told``): such an agency stands for what that source says, not for the whole report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossbearing.model import Part, PartKind
from crossbearing.read.credit_forms import ACRONYM, FORMS, NAME, CreditForm, credited
from crossbearing.read.datelines import agencies_alone, read_dateline
from crossbearing.text.folding import fold
from crossbearing.text.paragraphs import paragraphs
from crossbearing.vocab.agencies import agency_named

_BYLINE = re.compile(
    rf"^(?:By:?\s+)?(?:{NAME}\s*[/|]\s*)?({NAME}?)"
    r"(?:\s*[,|·•:/–-]|\s+(?:in|and|with|staff|correspondent)\b|\s+\d|\s*$)"
)
_TOLD = re.compile(
    r"\b(?i:told|speaking to|spoke to|interview with|statement to|talking to|quoted by|reported by"
    r"|according to) "
    r"(?:the |our |state-run |official |local |state |semi-official |news agency |German |Turkish |French )*"
    rf"({NAME})"
)
_TELLING = (
    "told ", "speaking to ", "spoke to ", "interview with ", "statement to ", "talking to ", "quoted by ",
    "reported by ", "according to ",
)  # fmt: skip
"""The beginnings of what ``_TOLD`` knows, in small letters."""
_PHOTO = re.compile(
    r"\b(AFP|AP|EPA|REUTERS|Reuters)\b\s*(?:/|$|\))|(?:[Pp]hoto|[Cc]redit)\s*[:/]\s*([A-Z][\w ]{1,20})"
)


@dataclass(frozen=True, slots=True)
class Credits:
    """``wire``: the credited agencies and outlets, each as first written, in order. ``told``: those of them
    that a source told it, and that are named in no other way."""

    wire: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


def wire_credits(
    text: str, parts: Sequence[Part], author: str | None = None, outlet: str | None = None
) -> Credits:
    """Whom the text is credited to. ``author``: what its markup names; ``outlet``: whose page it is."""
    found: dict[str, str] = {}
    for name in [*_from_datelines(text, parts), *_from_lines(text, parts), *_from_author(author)]:
        found.setdefault(name.casefold(), name)
    told: dict[str, str] = {}
    for name in _told(text):
        if name.casefold() not in found and not _pictures_of(text, parts, name):
            told.setdefault(name.casefold(), name)
    if not found and not told:
        for name in _from_photos(text, parts):
            found.setdefault(name.casefold(), name)
    for name in _from_staff_tag(text):
        found.setdefault(name.casefold(), name)
    names = [name for name in {**found, **told}.values() if not _is_own(name, outlet)]
    if len(names) == 1:
        return Credits(tuple(names))  # the only agency that is named: the report rests on its dispatch
    apart = (name for name in names if name.casefold() in told and name.casefold() not in found)
    return Credits(tuple(names), tuple(apart))


def _is_own(name: str, outlet: str | None) -> bool:
    """The name is that of the outlet, or a part of it ("MAIL NEWS TEAM" in the Lakeside Mail). An agency that
    publishes its own dispatch is credited all the same."""
    if outlet is None:
        return False
    known = agency_named(name)
    if known is not None:
        return known.kind != "agency" and known is agency_named(outlet)
    return set(fold(name).split()) <= set(fold(outlet).split())


def _pictures_of(text: str, parts: Sequence[Part], name: str) -> bool:
    """An outlet whose own photographers took the pictures ("[Omar Bah/Valley TV]") was told it by itself."""
    known = agency_named(name)
    if known is None or known.kind != "outlet":
        return False
    own = re.compile(rf"[\[(][A-Z][\w .'’-]{{3,40}}/\s?{re.escape(name)}[\])]")
    return any(own.search(text[p.start : p.end]) for p in parts)


def _from_datelines(text: str, parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if part.kind is PartKind.DATELINE:
            dateline = read_dateline(text[part.start : part.end] + " ")
            if dateline and dateline.agency:
                yield from credited(dateline.agency, sure=True)


def _from_lines(text: str, parts: Sequence[Part]) -> Iterator[str]:
    last_line = len(text.rstrip()) - 40
    forms = tuple(form for form in FORMS if form.may_stand_in(text))
    for part in parts:
        for start, end in paragraphs(text, part.start, part.end):
            words = text[start:end]
            if (
                part.kind is not PartKind.FURNITURE
                and len(words) < 40
                and _lone_credit(words, last=end >= last_line)
            ):
                yield words.strip(" -–—()*.")
            elif part.kind is PartKind.BYLINE and (alone := agencies_alone(words)):
                yield from alone
            elif (
                part.kind is PartKind.BYLINE
                and (match := _BYLINE.match(words))
                and match[1] not in _NO_AGENCY
            ):
                yield from credited(match[1], sure=False)
            yield from _from_phrases(words, forms)


def _from_phrases(words: str, forms: Sequence[CreditForm]) -> Iterator[str]:
    """Names in phrases that credit somebody, at the end of a long paragraph or anywhere in a short one.
    ``forms``: those that the text can hold."""
    window = words[-160:] if len(words) > 300 else words
    for form in forms:
        if form.may_stand_in(window):
            yield from form.names(window)


_NO_AGENCY = frozenset(
    {
        "SOURCE",
        "VIA",
        "TEXT",
        "LIVE",
        "UPDATE",
        "BREAKING",
        "NEWS",
        "VIDEO",
        "WATCH",
        "PHOTOS",
        "OPINION",
        "EXCLUSIVE",
    }
)


def _lone_credit(words: str, *, last: bool) -> bool:
    """A line that is only an agency's name; an unknown one must be in brackets or among the last lines."""
    name = words.strip(" -–—()*.")
    known = agency_named(name)
    if known:
        return known.kind in ("agency", "outlet")
    short = bool(re.fullmatch(r"[A-Z]{2,5}", name)) and name not in _NO_AGENCY
    return short and (last or words.startswith("("))


def _from_author(author: str | None) -> Iterator[str]:
    if author:
        yield from credited(author, sure=False)


def _tellings(text: str) -> Iterator[re.Match[str]]:
    """Where ``_TOLD`` matches; looked for by its first words, because it may begin with any letter."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = fold(text)
    starts = {m.start() for word in _TELLING if word in lowered for m in re.finditer(word, lowered)}
    position = 0
    for start in sorted(starts):
        match = _TOLD.match(text, start) if start >= position else None
        if match:
            position = match.end()
            yield match


def _told(text: str) -> Iterator[str]:
    """Whom a source told it: "told XYZ", "speaking to the Lakeside agency"; only agencies and outlets."""
    for match in _tellings(text):
        words = match[1].split(" ")
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length]).rstrip(".'’-")
            agency = agency_named(name)
            if agency and agency.kind in ("agency", "outlet"):
                yield name
                break
            if re.search(r"(?i)\b(?:news )?agency$", name) and length > 1:
                yield name
                break
        else:
            if ACRONYM.match(words[0].rstrip(".")) and match[0].startswith("told"):
                yield words[0].rstrip(".")


def _from_photos(text: str, parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if part.kind in (PartKind.CAPTION, PartKind.FURNITURE):
            for match in _PHOTO.finditer(text[part.start : part.end]):
                yield from credited(match[1] or match[2], sure=False)


def _from_staff_tag(text: str) -> Iterator[str]:
    """ "xyz/ab/cd" at the foot, when XYZ is named in the text as well."""
    match = re.search(r"\n([a-z]{2,5})/[a-z]{2,4}(?:[/-][a-z]{2,5})*\s*$", text)
    if match and re.search(rf"\b{match[1].upper()}\b", text):
        yield match[1].upper()
