"""The phrases by which a text credits an agency or an outlet, each with an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossbearing.vocab.agencies import agency_named

NAME = r"(?:dpa|epd|[A-Z][\w.'’-]*)(?: (?:[A-Z0-9][\w.'’-]*|al-\w+|of|News|Agency|agency|news)){0,4}"
_NAMES = rf"{NAME}(?:(?:, | and |, and ){NAME})*"
_SOURCE = r"[Ss]ources?|SOURCE|Via|VIA|Credits?|Text|Texte?|Fuente|Fonte|Quelle|Kaynak|Agenc(?:y|ies)|Wires?"
ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,6}$")
_LIST = re.compile(r"\s*(?:,|/|;|&|\band\b|\bwith\b)\s*")
_TAIL_NOUN = re.compile(
    r"\s+(?:news\s+)?(?:agency|agencies|website|newspaper|daily|channel|network|TV)$", re.IGNORECASE
)
_COMMON = re.compile(
    r"agenc|http|archiv|file\b|photo|picture|video|supplied|courtesy|twitter|facebook|social|see\b|local\b"
)
_PICTURE = re.compile(
    r"\b(?:photos?|photograph\w*|pictures?|images?|video|footage|graphic|map|file)\b", re.IGNORECASE
)
"""Words of a credit that is a picture's and not the text's."""


@dataclass(frozen=True, slots=True)
class CreditForm:
    """A phrase such as ``example``, tried where one of ``marks`` stands: the patterns are too slow for every
    line. ``sure``: only a source can stand there, so a name that is not known counts; ``acronyms``: an
    acronym does. ``agencies``: outlets do not count. ``capital_last``: only words that end in a capital are
    looked at, for the same reason."""

    example: str
    marks: tuple[str, ...]
    pattern: re.Pattern[str]
    sure: bool = False
    acronyms: bool = False
    agencies: bool = False
    capital_last: bool = False

    def may_stand_in(self, words: str) -> bool:
        """Whether one of the marks is there; a plain loop, because ``any`` costs twice as much."""
        for mark in self.marks:  # noqa: SIM110 (it is asked for every form and paragraph)
            if mark in words:
                return True
        return False

    def names(self, words: str) -> Iterator[str]:
        """The names that the phrase credits in ``words``."""
        if self.capital_last and not words[-1:].isupper():
            return
        for match in self.pattern.finditer(words):
            if _PICTURE.search(words[max(0, match.start() - 12) : match.end()]):
                continue
            for name in credited(match[1], sure=self.sure, acronyms=self.sure or self.acronyms):
                known = agency_named(name)
                if not self.agencies or (known is not None and known.kind == "agency"):
                    yield name


def credited(words: str, *, sure: bool, acronyms: bool = True) -> Iterator[str]:
    """The agencies in a list of names. ``sure``: an unknown name counts; ``acronyms``: an acronym does."""
    known = agency_named(words)
    if known is not None and known.kind in ("agency", "outlet"):
        yield words.strip(" .")
        return
    for piece in _LIST.split(_TAIL_NOUN.sub("", words)):
        name = piece.strip(" .-–—")
        unknown = sure and 2 < len(name) <= 40 and name[0].isupper() and not _COMMON.match(name.lower())
        if unknown or agency_named(name) or (acronyms and ACRONYM.match(name)):
            yield name


FORMS = (
    CreditForm("— Lakeside News Agency", ("-", "–", "—"), re.compile(rf"^[-–—]+\s*({NAME})\.?$"), sure=True),
    CreditForm("Source: XYZ and Lakeside Press", (":", "="),
               re.compile(rf"^\W*(?:{_SOURCE})\s*[:=]\s*(.{{2,80}}?)\.?$"), sure=True),
    CreditForm("With information from XYZ", ("ith ",),
               re.compile(rf"[Ww]ith (?:information|inputs?|agency inputs?|files?|material|copy|wire reports?"
                          rf"|reports?) (?:from|by) (?:the )?({_NAMES})"), sure=True),
    CreditForm("XYZ/Agencies", ("gencies",),
               re.compile(r"^\W*([A-Z][\w ]{1,20})\s?/\s?[Aa]gencies\b"), sure=True),
    CreditForm("Agencies/XYZ", ("gencies",),
               re.compile(r"^\W*[Aa]gencies\s?[/,]\s?([A-Z][\w ]{1,20})$"), sure=True),
    CreditForm("First published by Lakeside News", ("irst ", "iginally "),
               re.compile(rf"(?:[Ff]irst|[Oo]riginally) (?:published|appeared|posted|reported|issued|aired)"
                          rf" (?:by|in|on|at) (?:the )?({NAME})"), sure=True),
    CreditForm("Republished from Lakeside News", ("ublished", "rinted", "eposted", "ndicated", "roduced"),
               re.compile(rf"\b(?:[Rr]epublished|[Rr]eprinted|[Rr]eposted|[Ss]yndicated|[Rr]eproduced)"
                          rf" (?:with permission )?(?:from|by|courtesy of) (?:the )?({NAME})"), sure=True),
    CreditForm("This story was distributed by XYZ", ("ed by ",),
               re.compile(rf"(?:^|\b(?:story|article|report|content|release|text) (?:was|is) )"
                          rf"(?:[Dd]istributed|[Ss]upplied|[Pp]rovided|[Tt]ransmitted) by (?:the )?"
                          rf"({NAME})(?= on behalf| to |[.,]|$)"), sure=True),
    CreditForm("In Lakeside, Northern Press", ("In ",), re.compile(rf"^In [A-Z]\w+, ({NAME})$"), sure=True),
    CreditForm("… he said. (XYZ)", (")",),
               re.compile(rf"(?:[.!?][\"”’]?|\s[-–—])\s*\(({NAME}(?:\s?[/,]\s?{NAME})*)\)\W*$"),
               acronyms=True),
    CreditForm("… he said. XYZ", (".", "!", "?"), re.compile(r"[.!?][\"”’]?\s+([A-Z]{2,6})$"), acronyms=True,
               capital_last=True),
    CreditForm("… he said. – XYZ", ("-", "–", "—", "/"),
               re.compile(rf"[.!?][\"”’]?\s+[-–—/]+\s?({NAME})\.?$")),
    CreditForm("With additional reporting by XYZ", ("dditional reporting",),
               re.compile(rf"\b[Aa]dditional reporting (?:from|by) (?:the )?({_NAMES})")),
    CreditForm("XYZ contributed to this report", (" contributed ",),
               re.compile(rf"({_NAMES}) contributed (?:reporting )?to this (?:report|story|article)")),
    CreditForm("Omar Bah of the XYZ contributed", (" contributed",),
               re.compile(rf"\bof (?:the )?({NAME}) contributed\b")),
    CreditForm("© 2016 XYZ. All rights reserved", ("©", "opyright", "(c)", "(C)"),
               re.compile(rf"(?:©|\([Cc]\)|[Cc]opyright)\W*(?:(?:19|20)\d\d)?\W*(?:by |[Tt]he )?"
                          rf"({NAME})(?=[.,|]|\s[-–—]|$)"), agencies=True),
    CreditForm("Text courtesy of XYZ", ("ourtesy",),
               re.compile(rf"\b[Cc]ourtesy (?:of|:) ?(?:the )?({NAME})")),
    CreditForm("XYZ/Omar Bah, at the foot", ("/",),
               re.compile(r"^([A-Z][\w-]{1,12})\s?/\s?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}$")),
    CreditForm("In Arlo/XYZ", ("In ",), re.compile(rf"^In [A-Z]\w+\s?/\s?({NAME})$")),
    CreditForm("By Omar Bah, XYZ", ("By",),
               re.compile(rf"^By:?\s+[A-Z][\w.'’-]+(?: [\w.'’-]+){{0,4}}\s?(?:[,|/–-]|of|for)\s?(?:the )?"
                          rf"({NAME})(?:\W|$)")),
)  # fmt: skip
