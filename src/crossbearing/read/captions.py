"""Captions pasted into a text: which tell an event, which stand under a picture from the archive."""

from __future__ import annotations

import re

from crossbearing.model import PartKind
from crossbearing.text.folding import fold

_CREDIT_END = re.compile(
    r"""\((?:photo|picture|image|credit|file)\b[^)]{0,60}\)\W*$            # (Photo: Lakeside Press)
      | (?:photo|image|picture|video)\s*(?:credit|courtesy|by)?\s*[:/]\s*[\w ./-]{2,60}$
      | \[[\w .'-]+/[\w .'-]+\]\W*$                                           # [A. Mora/Lakeside Press]
      | \((?:[a-z.]+\ ){0,5}[a-z.'-]+/(?:u\.?s\.?\ |the\ )?[a-z .]{2,30}\)$      # (Sgt. A. Mora/Navy)
      | \s[-–—]\s(?:afp|ap|reuters|epa|anadolu|efe|dpa|tass|xinhua
                    |[a-z]+\ (?:press|24|agency|news))(?:/archive)?\W*$
    """,
    re.VERBOSE,
)
_CREDIT = re.compile(
    r"""(?:^|[.\]\s])(?:photo|picture|image):\s
      | \breuters/[a-z]|\bafp/[a-z]|/getty\ images|\bvia\ getty|\bap\ photo|\bphoto\ by\b
      | \bhandout\ (?:via|photo)
      | \bgrabbed\ from\b|\bscreengrab\b|\bfile\ (?:photo|picture|image|pic)s?\b
      | \barchive\ (?:photo|picture|image)|\battention\ editors\b
    """,
    re.VERBOSE,
)
_END = 150
"""Characters at the end of a caption in which its credit stands."""
_STOCK = re.compile(
    r"""\bfile\ (?:photo|picture|image|pic|footage)|\barchiv(?:e|al)\b|\bfile\b\W*$|\billustrati(?:on|ve)\b
      | \brepresentati(?:onal|ve)\ (?:image|picture)|\bstock\ (?:photo|image)|\bgrabbed\ from\b|\(file\b
      | ^(?:photo|picture|image):.*\b(?:19|20)\d\d\b""",
    re.VERBOSE,
)
_FORMER = re.compile(
    r"(?:former|earlier|previous)\ [a-z]+\ (?:shelling|attack|bombing|raid|strike|clash|protest)[^.]{0,80}$"
)
"""A picture of an earlier event put over the report of a new one."""
_DAY = re.compile(
    r"""\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\ \d{1,2}\b
      |\b\d{1,2}(?:st|nd|rd|th)?\ (?:of\ )?
      (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d\d/\d\d/\d{4}
    """,
    re.VERBOSE,
)
_TOLD = re.compile(r"\b(?:said|told|says|according\ to|reported|announced)\b")


_CREDIT_WORDS = (
    "/", "[", "photo", "picture", "image", "video", "archiv", "grab", "attention editors", " - ", "handout",
    "getty",
)  # fmt: skip
"""What no credit is without: the pattern is too slow for every paragraph of a report."""
_LONGEST = 600


def caption_kind(text: str, *, sure: bool, folded: str | None = None) -> PartKind | None:
    """CAPTION for a caption that tells its own news, FURNITURE for one that only names what is seen,
    else None.

    ``sure``: the markup says that this is a caption. A caption tells news when it dates what it shows
    to a day, or says who says so; "Mourners carry a coffin" under an undated picture does not.
    """
    folded = fold(text).replace("\n", " ") if folded is None else folded
    if not sure and not _may_be_caption(folded):
        return None
    if not sure and re.search(r"[.\"”]\s*\([A-Z]{2,6}(?:/[A-Z]{2,6})+\)$", text):
        return None  # "… he said. (XYZ/ABC)" credits two agencies
    if not sure and not (_credited(folded) or _FORMER.match(folded)):
        return None
    if _STOCK.search(folded) or _FORMER.match(folded):
        return PartKind.FURNITURE
    if _DAY.search(folded) or _TOLD.search(folded):
        return PartKind.CAPTION
    return PartKind.FURNITURE


def _credited(folded: str) -> bool:
    if _CREDIT_END.search(folded, max(0, len(folded) - _END)):
        return True
    return any(word in folded for word in _PLAIN_WORDS) and _CREDIT.search(folded) is not None


_PLAIN_WORDS = (
    "photo",
    "picture",
    "image",
    "reuters/",
    "afp/",
    "getty",
    "handout",
    "grab",
    "attention",
    "file ",
)


def _may_be_caption(folded: str) -> bool:
    if len(folded) > _LONGEST:
        return False
    for word in _CREDIT_WORDS:
        if word in folded:
            return True
    return _FORMER.match(folded) is not None


_CREDIT_TAIL = re.compile(
    r"""\s*(?:\((?:photo|picture|image|credit)\b[^)]{0,60}\)|\[[\w .'-]+/[\w .'-]+\]
      |(?:\b(?:reuters|afp|epa|ap\ photo|[a-z]+/handout)/?.{0,40})?\b
       (?:template\ out\ )?(?:image|photo)\ credit:.{2,40}
      |\b(?:reuters|afp|epa|\w+/handout\ via\ \w+)(?:/[\w .'-]{2,60})?
       (?:\ (?:acquire|purchase)\ licensing\ rights.{0,20})?)\W*$""",
    re.VERBOSE,
)


def split_caption(text: str) -> list[tuple[int, int, PartKind]]:
    """A caption, parted from the note to the desks before it and the credit behind it (furniture)."""
    folded = fold(text).replace("\n", " ")
    note = re.match(r"attention editors\W+", folded)
    begin = 0
    if note:
        shout = re.match(r"[^a-z]*(?=[A-Z][a-z]|An? [a-z])", text)
        begin = shout.end() if shout else 0
    credit = _CREDIT_TAIL.search(folded, begin)
    stop = credit.start() if credit else len(text)
    pieces = [
        (0, begin, PartKind.FURNITURE),
        (begin, stop, PartKind.CAPTION),
        (stop, len(text), PartKind.FURNITURE),
    ]
    return [piece for piece in pieces if text[piece[0] : piece[1]].strip()]
