"""What a file says of itself in its properties, as far as it can be believed.

Titles are often those of a template or of the file, authors the account of the computer, and the day of
making is that of the report, of the template or of a conversion years later.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from crossbearing.read.claims import DayClaim
from crossbearing.read.metadata import PageFacts

_NO_TITLE = re.compile(
    r"""^(?:microsoft\ word|untitled|document\s?\d*|presentation|slide|title|template|normal|print|scan|new\ )
      |\.(?:docx?|pdf|indd|qxd|rtf|odt|pages|dotx?|html?)\b|^\W*$|^\S+$|_""",
    re.VERBOSE | re.IGNORECASE,
)
"""A template, a file name, a single word: no headline."""
_NO_AUTHOR = re.compile(
    r"""^(?:admin\w*|user\w*|owner|pc\w*|hp|dell|lenovo|asus|acer|toshiba|unknown|anonymous|author|guest|default
    |microsoft.*|python-docx|office\w*|windows.*|root|test|home|student|scanner|laptop|desktop.*)\W*\d*$|\\|@|_""",
    re.VERBOSE | re.IGNORECASE,
)
_PDF_DAY = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d))?")


_OF_A_TEMPLATE = frozenset({date(2013, 12, 23), date(1601, 1, 1), date(1970, 1, 1), date(1980, 1, 1)})
"""Days that programs leave where nobody set one: the template of python-docx, the first days of clocks."""


def property_facts(title: str | None, author: str | None, made: datetime | None, source: str) -> PageFacts:
    """The title and the author unless they are a program's; the day of making as a claim of low trust."""
    told = made.date() if made and made.date() not in _OF_A_TEMPLATE else None
    days = (DayClaim("document made", source, told, told),) if told else ()
    name, by = (title or "").strip(), (author or "").strip()
    return PageFacts(
        days=days,
        title=name if name and not _NO_TITLE.search(name) else None,
        author=by if by and not _NO_AUTHOR.search(by) else None,
    )


def pdf_day(written: str | None) -> datetime | None:
    """The day of "D:20130304101500+01'00'", None for what is none."""
    match = _PDF_DAY.match(written or "")
    try:
        return datetime(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
