"""Datelines ("GAO, Mali, March 3 (XYZ) - …"), bylines and date stamps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossbearing.read.dateforms import days_written
from crossbearing.text.folding import fold
from crossbearing.vocab.agencies import agency_named

_NAME = r"(?:[^\W\d_a-z][\w'’ʼ.-]*|al-\w+|de|la|el|of|and|du|des|al|bin|s/)"
_PLACE = (
    rf"(?P<place>{_NAME}(?:[ -]{_NAME}){{0,4}}(?:\s?\([^\W\d_a-z][\w .'-]+\))?"
    rf"(?:[,/] ?{_NAME}(?: {_NAME}){{0,3}}){{0,2}})"
)
_DATE = (
    r"(?P<date>(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-zA-Zéû]{2,9}\.? \d{1,2}(?:st|nd|rd|th)?(?:, ?\d{4}|,? \d{4})?"
    r"|\d{1,2}(?:st|nd|rd|th)?(?: de)? [A-Za-z][a-zA-Zéû]{2,9}\.?(?:,? \d{4})?"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}))"
)
_AGENCY = r"\((?P<agency>[A-Z][^()]{1,40}|dpa|epd|afp|ap)\)"
_DASH = r"\s*(?:\.?\s?[-–—]{1,2}|/{1,2})(?=\s|[A-Z“\"]|$)"
_ENDS = re.compile(r"[-–—/](?=[\s A-Z“\"]|$)")
"""No dateline that does not end in a colon is without one of these; most paragraphs are."""
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("GAO, Mali, March 3 (XYZ) -",
     re.compile(rf"{_PLACE},? {_DATE},? ?(?:{_AGENCY}|/(?P<slashed>[A-Z]\w+)/){_DASH}")),
    ("GAO, March 3. /XYZ/.", re.compile(rf"{_PLACE},? {_DATE}\.? ?/(?P<slashed>[A-Z]\w+)/\.?(?=\s)")),
    ("GAO, March 3, 2013 -", re.compile(rf"{_PLACE},? {_DATE}{_DASH}")),
    ("Gao (XYZ) –", re.compile(rf"{_PLACE},? ?{_AGENCY}(?:{_DASH}|:)")),
    ("(XYZ) -", re.compile(rf"{_AGENCY}{_DASH}")),
    ("GAO, Mali -",
     re.compile(rf"(?P<place>[^\W\d_a-z][^\Wa-z_'’-]+(?:[ '’-][^\W\d_a-z]+){{0,4}}"
                rf"(?:, [\w .'-]{{2,30}})?){_DASH}(?=\s|$)")),
    ("Gao, Mali –",
     re.compile(r"(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}, "
                r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}) ?[–—-]{1,2}(?= )")),
)  # fmt: skip
_FIRST_ONLY = (
    re.compile(r"(?P<place>[^\W\d_a-z][^\Wa-z_'’-]+(?:[ '’-][^\W\d_a-z]+){0,3}"
               r"(?:, [A-Z][\w .'-]{2,30})?):(?=\s)"),
    re.compile(r"(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
               r"(?: (?:province|governorate|district|region))?):(?=\s)"),
)  # fmt: skip
_ALONE = re.compile(
    r"(?P<place>[^\W\d_a-z][^\Wa-z_'’-]+(?:[ '’-][^\W\d_a-z]+){0,3}, [A-Z][a-z]+(?: [A-Z][a-z]+)?)$"
)
_LABELS = (
    "UPDATE ANALYSIS EXCLUSIVE WATCH BREAKING OPINION EXPLAINER LIVE VIDEO NOTE ASSESSMENT HEADLINES FACTBOX"
    " CORRECTION STATEMENT TEXT COLUMN MORE BY By Editor Published Source Photo Note Meanwhile However Update"
    " Correction Video Live"
)
_NOT_PLACES = frozenset(_LABELS.split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the head of a paragraph; positions count from the paragraph's beginning.

    ``end`` is where the telling begins; ``place`` and ``date`` are spans of the words or None.
    """

    end: int
    place: tuple[int, int] | None
    date: tuple[int, int] | None
    agency: str | None


def read_dateline(paragraph: str, *, first: bool = False) -> Dateline | None:
    """The dateline that opens the paragraph, or None. ``first``: it is the report's first told paragraph."""
    head = paragraph[:160]
    if ":" not in head and not _ENDS.search(head) and (len(paragraph) >= 60 or "," not in head):
        return None
    patterns = [p for _, p in _FORMS] + list(_FIRST_ONLY if first else ())
    for pattern in patterns:
        match = pattern.match(head)
        if match:
            return _as_dateline(match)
    if len(paragraph) < 60 and (alone := _ALONE.match(paragraph)):
        return _as_dateline(alone)
    return None


def _as_dateline(match: re.Match[str]) -> Dateline | None:
    groups = match.groupdict()
    place, agency = None, groups.get("agency") or groups.get("slashed")
    if groups.get("place"):
        words = match["place"].rstrip(" ,")
        town, _, last = words.rpartition(", ")
        if town and agency is None and agency_named(last):
            words, agency = town, last  # "Arlo, XYZ-" is how some agencies sign
        place = (match.start("place"), match.start("place") + len(words))
    day = match.span("date") if groups.get("date") else None
    if day and not days_written(match["date"]):
        return None
    if groups.get("place") and _no_place(match["place"]):
        return None
    return Dateline(match.end(), place, day, agency)


def _no_place(words: str) -> bool:
    """A label or an agency's name ("UPDATE", "SANA"), which stand where a place might."""
    return words.split()[0].strip(":,") in _NOT_PLACES or agency_named(words) is not None


_BYLINE = re.compile(
    r"""(?:[Bb][Yy]:?\s+(?!(?:the|The)\b)[^\W\d_a-z].{2,90}|(?:[Tt]ext|[Ss]tory|[Rr]eport|[Ww]ords|[Aa]uthor)\s*(?:by)?\s*:\s*[^\W\d_].{2,60}
      |(?i:(?:our|from\ our|by\ our)\ (?:own\ |special\ )?(?:correspondents?|reporters?|staff)\b.{0,100}
      |.{0,40}\b(?:staff\ (?:writer|reporter)|(?:news|foreign|web|sports)\ desk|
       newsroom|correspondent)s?\b.{0,60}
      |reporter'?s?\ code.{0,20}))$""",
    re.VERBOSE,
)
_LABEL = re.compile(r"\b(?:published|posted|issued|filed|publie|publicado|released?)\b|^date\b")


def is_byline(text: str) -> bool:
    """True for a line that names the author: "By A. Mora in Lima", "Reuters in Gao"."""
    if len(text) > 140 or text.endswith((".", "?", "!")):
        return False
    return bool(_BYLINE.match(text.strip())) or bool(agencies_alone(text.strip()))


def is_publication_line(folded: str) -> bool:
    """True for a short line that says outright when the report came out: "Posted on 3 May 2011"."""
    return len(folded) <= 140 and bool(_LABEL.match(folded)) and bool(days_written(folded))


def is_datestamp(text: str) -> bool:
    """True for a short line that mainly dates the report: beside the day it holds few words, mostly names."""
    folded = fold(text)
    if len(folded) > 140 or folded.endswith("."):
        return False
    days = days_written(folded)
    if not days:
        return bool(re.match(r"(?:published|posted|issued on|filed)\b\s*:?", folded)) and len(folded) < 80
    if _LABEL.search(folded):
        return True
    before = re.sub(r"^\W*\d\d?[:.]\d\d(?:\s?[ap]\.?m\.?)?\s+on\s+$", "", folded[: days[0].start])
    if re.search(r"\b(?:on|in|of|since|from|until|by|after|before)\s+(?:the\s+)?$", before):
        return False  # "Market blown up on 3 May 2011" is a headline
    rest = text[: days[0].start] + text[days[0].end :]
    return len(re.findall(r"\b[a-z]{4,}", rest)) <= 2 and len(re.findall(r"\b[^\W\d_]{4,}", rest)) <= 6


_CREDIT_LINE = re.compile(
    r"(?:sources?|via|credits?)\s*:.{2,80}|(?:with\s+)?(?:information|inputs?|agenc(?:y|ies))\s+(?:from|inputs?)\b.{0,60}|.{2,30}/agencies|agencies"
)


_AND = re.compile(r"\s*(?:[,/&]|\band\b)\s*")
_POSTED = re.compile(r"\s+in\s+[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?:, [A-Z]\w+)?$")
"""Where an agency's people are: "XYZ in Gao"."""


def agencies_alone(words: str) -> tuple[str, ...]:
    """The agencies of a line that names nothing else: "AP, AFP", "Reuters in Gao"; none of another line."""
    names = tuple(_AND.split(_POSTED.sub("", words))) if len(words) < 60 else ()
    known = [agency_named(name) for name in names]
    return names if all(agency is not None and agency.kind == "agency" for agency in known) else ()


def is_credit_line(text: str) -> bool:
    """True for a line that only credits an agency: "(XYZ)", "Source: XYZ", "With information from XYZ"."""
    name = text.strip(" -–—()[]*.")
    if len(text) > 100:
        return False
    known = agency_named(name) if len(name) < 40 else None
    return (
        (known is not None and known.kind in ("agency", "outlet"))
        or bool(re.fullmatch(r"\(?[A-Z]{2,6}\)?", text))
        or bool(_CREDIT_LINE.fullmatch(fold(text)))
        or bool(agencies_alone(name))
    )


def is_whole_dateline(paragraph: str) -> bool:
    """True when the paragraph is nothing but a dateline: "GAO, March 3, 2013 (XYZ) -"."""
    if len(paragraph) > 80:
        return False
    dateline = read_dateline(paragraph)
    return dateline is not None and dateline.end >= len(paragraph) and dateline.place is not None


def find_dateline(paragraph: str, *, first: bool = False) -> int:
    """How many characters of the paragraph its dateline takes; 0 when it has none."""
    dateline = read_dateline(paragraph, first=first)
    return dateline.end if dateline else 0
