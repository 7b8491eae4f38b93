"""The outlet in the title of a feed: a feed is called "NYT > World News", its outlet is "NYT"."""

from __future__ import annotations

import re

_PARTS = re.compile(r"\s+[|»›>→·•–—-]+\s+|\s*[|»›→]\s*|:\s+")
"""What stands between an outlet and a section of it."""

_SECTIONS = """
a about all and articles asia asian africa african america americas analysis arab at blog breaking conflict
conflicts coverage daily defence defense east english europe european feed feeds for from front full global
gulf headline headlines home homepage in international into latest live main mena middle more most news
newest of on online other our page politics popular post posts publications recent region regional report
reports rss security south stories story the top update updates us video videos war web website world
"""
_SECTION_WORDS = frozenset(_SECTIONS.split())
"""Words of which sections are made. A part of a title that has only such words is no name of an outlet."""

_TAIL = re.compile(r"\s+(?:[-–—|]\s*)?\(?(?:rss|atom)(?:\s*2\.0)?(?:\s+feeds?)?\)?$|\s+feeds?$", re.I)
"""What a program has put behind the name: "Kivu Courier RSS Feed"."""


def outlet_of(title: str | None) -> str | None:
    """The first part of a feed's title that is more than a section; the title where every part is one.

    "Kivu Courier - Latest News" → "Kivu Courier"; "World news | Kivu Courier" → "Kivu Courier".
    """
    if not title:
        return None
    parts = [_TAIL.sub("", part.strip()) for part in _PARTS.split(title)]
    return next((part for part in parts if part and not _is_section(part)), title)


def _is_section(part: str) -> bool:
    return all(word in _SECTION_WORDS for word in re.findall(r"\w+", part.casefold()))
