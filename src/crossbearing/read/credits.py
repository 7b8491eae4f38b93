"""Which agencies and outlets a text is credited to or copied from.

Names are given as the text writes them. Known names come from ``vocab/agencies.csv``; an unknown one counts
where only an agency can stand: in a dateline, alone in brackets after the last word, at the head of a
byline, after "Source:".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossbearing.model import Part, PartKind
from crossbearing.read.datelines import read_dateline
from crossbearing.text.folding import fold
from crossbearing.text.paragraphs import paragraphs
from crossbearing.vocab.agencies import agency_named

_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,6}$")
_LIST = re.compile(r"\s*(?:,|/|;|&|\band\b|\bwith\b)\s*")
_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z0-9][\w.'’-]*|al-\w+|of|News|Agency|agency|news)){0,4}"
_TAIL_NOUN = re.compile(
    r"\s+(?:news\s+)?(?:agency|agencies|website|newspaper|daily|channel|network|TV)$", re.IGNORECASE
)
_PLACES: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("… he said. (XYZ)", (")",),
     re.compile(rf"(?:[.!?][\"”’]?|\s[-–—])\s*\(({_NAME}(?:\s?[/,]\s?{_NAME})*)\)\W*$")),
    ("… he said. XYZ", (".", "!", "?"), re.compile(r"[.!?][\"”’]?\s+([A-Z]{2,6})$")),
    ("— Lakeside News Agency", ("-", "–", "—"), re.compile(rf"^[-–—]+\s*({_NAME})\.?$")),
    ("Source: XYZ and Lakeside Press", (":", "="),
     re.compile(r"^\W*(?:[Ss]ources?|SOURCE|Via|Credits?)\s*[:=]\s*(.{2,80}?)\.?$")),
    ("With information from XYZ", ("ith ",),
     re.compile(rf"[Ww]ith (?:information|inputs?|reports?|additional reporting|files?|agency inputs?) "
                rf"(?:from|by) (?:the )?({_NAME}(?:(?:, | and ){_NAME})*)")),
    ("XYZ/Agencies", ("gencies",), re.compile(r"^\W*([A-Z][\w ]{1,20})\s?/\s?[Aa]gencies\b")),
    ("Agencies/XYZ", ("gencies",), re.compile(r"^\W*[Aa]gencies\s?[/,]\s?([A-Z][\w ]{1,20})$")),
    ("First published by Lakeside News", ("irst ", "iginally "),
     re.compile(rf"(?:[Ff]irst|[Oo]riginally) (?:published|appeared) (?:by|in|on|at) (?:the )?({_NAME})")),
    ("In Lakeside, Northern Press", ("In ",), re.compile(rf"^In [A-Z]\w+, ({_NAME})$")),
)  # fmt: skip
"""What stands there, what a line must hold for it (the patterns are too slow for every line), the pattern."""
_BYLINE = re.compile(
    rf"^(?:By:?\s+)?(?:{_NAME}\s*[/|]\s*)?({_NAME}?)"
    r"(?:\s*[,|·•:/–-]|\s+(?:in|and|with|staff|correspondent)\b|\s+\d|\s*$)"
)
_TOLD = re.compile(
    r"\b(?i:told|speaking to|spoke to|interview with|statement to|talking to|quoted by|reported by"
    r"|according to) "
    r"(?:the |our |state-run |official |local |state |semi-official |news agency |German |Turkish |French )*"
    rf"({_NAME})"
)
_TELLING = (
    "told ", "speaking to ", "spoke to ", "interview with ", "statement to ", "talking to ", "quoted by ",
    "reported by ", "according to ",
)  # fmt: skip
"""The beginnings of what ``_TOLD`` knows, in small letters."""
_PHOTO = re.compile(
    r"\b(AFP|AP|EPA|REUTERS|Reuters)\b\s*(?:/|$|\))|(?:[Pp]hoto|[Cc]redit)\s*[:/]\s*([A-Z][\w ]{1,20})"
)


def wire_credits(text: str, parts: Sequence[Part], author: str | None = None) -> tuple[str, ...]:
    """The credited agencies, each as first written, in order. ``author``: what the page's markup names."""
    found: dict[str, str] = {}
    for name in [
        *_from_datelines(text, parts),
        *_from_lines(text, parts),
        *_from_author(author),
        *_told(text),
    ]:
        found.setdefault(name.casefold(), name)
    if not found:
        for name in _from_photos(text, parts):
            found.setdefault(name.casefold(), name)
    for name in _from_staff_tag(text):
        found.setdefault(name.casefold(), name)
    return tuple(found.values())


def _from_datelines(text: str, parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if part.kind is PartKind.DATELINE:
            dateline = read_dateline(text[part.start : part.end] + " ")
            if dateline and dateline.agency:
                yield from _names(dateline.agency, sure=True)


def _from_lines(text: str, parts: Sequence[Part]) -> Iterator[str]:
    last_line = len(text.rstrip()) - 40
    for part in parts:
        for start, end in paragraphs(text, part.start, part.end):
            words = text[start:end]
            if (
                part.kind is not PartKind.FURNITURE
                and len(words) < 40
                and _lone_credit(words, last=end >= last_line)
            ):
                yield words.strip(" -–—()*.")
            elif (
                part.kind is PartKind.BYLINE
                and (match := _BYLINE.match(words))
                and match[1] not in _NO_AGENCY
            ):
                yield from _names(match[1], sure=False)
            window = words[-160:] if len(words) > 300 else words
            for name, has, pattern in _PLACES:
                if any(word in window for word in has):
                    for match in pattern.finditer(window):
                        yield from _names(match[1], sure="he said" not in name)


_NO_AGENCY = frozenset(
    {"LIVE", "UPDATE", "BREAKING", "NEWS", "VIDEO", "WATCH", "PHOTOS", "OPINION", "EXCLUSIVE"}
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
        yield from _names(author, sure=False)


def _tellings(text: str) -> Iterator[re.Match[str]]:
    """Where ``_TOLD`` matches; looked for by its first words, because it may begin with any letter."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = fold(text)
    starts = {m.start() for word in _TELLING for m in re.finditer(word, lowered)}
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
            if _ACRONYM.match(words[0].rstrip(".")) and match[0].startswith("told"):
                yield words[0].rstrip(".")


def _from_photos(text: str, parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if part.kind in (PartKind.CAPTION, PartKind.FURNITURE):
            for match in _PHOTO.finditer(text[part.start : part.end]):
                yield from _names(match[1] or match[2], sure=False)


def _from_staff_tag(text: str) -> Iterator[str]:
    """ "xyz/ab/cd" at the foot, when XYZ is named in the text as well."""
    match = re.search(r"\n([a-z]{2,5})/[a-z]{2,4}(?:[/-][a-z]{2,5})*\s*$", text)
    if match and re.search(rf"\b{match[1].upper()}\b", text):
        yield match[1].upper()


_COMMON = re.compile(
    r"agenc|http|archiv|file\b|photo|picture|video|supplied|courtesy|twitter|facebook|social|see\b|local\b"
)


def _names(words: str, *, sure: bool) -> Iterator[str]:
    """The agencies in a list of names. ``sure``: only a source can stand there: an unknown name counts."""
    if agency_named(words):
        yield words
        return
    for piece in _LIST.split(_TAIL_NOUN.sub("", words)):
        name = piece.strip(" .-–—")
        unknown = sure and 2 < len(name) <= 40 and name[0].isupper() and not _COMMON.match(name.lower())
        if unknown or agency_named(name) or _ACRONYM.match(name):
            yield name
