"""Relative places: what the words around a name say about where the meant place lies from the named one.

Every pattern stands with an example. Left patterns are matched against the folded words before the name,
up to it; right patterns against the folded words after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossbearing.model.toponyms import Relation
from crossbearing.vocab.place_words import place_words

_BEARINGS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
    "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
}  # fmt: skip
_SMALL = {
    "a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0,
    "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "fifteen": 15.0,
    "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0,
    "eighty": 80.0, "ninety": 90.0, "hundred": 100.0, "a dozen": 12.0, "a few": 3.0, "several": 5.0,
    "half a": 0.5, "a couple of": 2.0, "a hundred": 100.0,
}  # fmt: skip

_DIR = r"(?P<dir>(?:north|south)[- ]?(?:east|west)?(?:ern)?|east(?:ern)?|west(?:ern)?)"
_NUM = (
    r"(?P<num>\d+(?:,\d{3})*(?:\.\d+)?|half a|a dozen|a few|several|a couple of|a hundred|"
    + "|".join(sorted((w for w in _SMALL if " " not in w), key=len, reverse=True))
    + r")(?:\s?(?:-|to|or)\s?(?P<num2>\d+(?:\.\d+)?|" + "|".join(w for w in _SMALL if " " not in w and
    len(w) > 2) + r"))?"
)  # fmt: skip
_UNIT = r"[\s-]*(?P<unit>" + "|".join(sorted(place_words().units_km, key=len, reverse=True)) + r")\b\.?"
_ABOUT = (
    r"(?:(?:some|about|around|roughly|approximately|nearly|almost|just|only|less than|more than|over|under|"
    r"within|barely|at least|up to|a mere)\s+){0,2}"
)
_ASIDE = r"(?:\s*\([^()]{1,40}\))?"
_THE = (
    r"(?:(?:the|its|their)\s+)?(?:(?:main|northern|southern|eastern|western|central|capital|port|oil|provincial|district|"
    r"contested|besieged|strategic|border|disputed|regional|key|nearby|historic|small|large|rebel-held|government-held)\s+)*"
    r"(?:(?:city|town|village|hamlet|centre|center|capital|camp|district|province|area|municipality)\s+(?:of\s+)?)?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A relation, and where its words begin or end (offsets in the text)."""

    relation: Relation
    at: int
    bearing: float | None = None
    distance_km: float | None = None
    outskirts: bool = False


_LEFT: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    # "some 60 km (37 miles) to the south of Mosul", "three miles north-east of the town of Hit"
    (Relation.OFFSET, re.compile(
        rf"\b{_ABOUT}{_NUM}{_UNIT}{_ASIDE}\s+(?:away\s+)?(?:to\s+the\s+)?(?:due\s+)?{_DIR}\s+(?:of|from)\s+{_THE}\Z")),
    # "20 kilometres from Goma", "five miles outside the city of Kano"
    (Relation.DISTANCE, re.compile(
        rf"\b{_ABOUT}{_NUM}{_UNIT}{_ASIDE}\s+(?:away\s+)?(?:from|outside(?:\s+of)?|of|off)\s+{_THE}\Z")),
    # "the northern outskirts of Kirkuk", "in the countryside of Hama", "suburbs of"
    (Relation.NEAR, re.compile(
        rf"\b(?:the\s+)?(?:far\s+)?(?:{_DIR}\s+)?(?:outskirts|countryside|suburbs?|environs|edges?|vicinity|fringes|"
        rf"periphery|gates|approaches|surroundings|rural\s+areas|flank|entrance)\s+(?:of|to|around)\s+{_THE}\Z")),
    # "in the northern part of Unity State", "the east of Burkina Faso", "parts of western Libya"
    (Relation.PART, re.compile(
        rf"\b(?:the\s+)?(?:far\s+)?{_DIR}(?:most)?\s+(?:parts?|areas?|districts?|sector|side|regions?|half|tip|corner|end|"
        rf"neighbou?rhoods?)\s+of\s+{_THE}\Z")),
    (Relation.PART, re.compile(rf"(?:\bin\s+|(?<!\bto )\b)the\s+(?:far\s+)?{_DIR}\s+of\s+{_THE}\Z")),
    # "just north of Mosul", "the area east of the Euphrates"
    (Relation.OFFSET, re.compile(rf"\b(?:just\s+)?(?:to\s+the\s+)?{_DIR}\s+(?:of|from)\s+{_THE}\Z")),
    # "near Kirkuk", "just outside the town of Kobani", "close to Aleppo", "in the vicinity of"
    (Relation.NEAR, re.compile(
        rf"\b(?:just\s+)?(?:near(?:by)?(?:\s+to)?|close\s+to|outside(?:\s+of)?|not\s+far\s+from|adjacent\s+to|next\s+to|"
        rf"on\s+the\s+road\s+to|surrounding|bordering|on\s+the\s+way\s+to|around)\s+{_THE}\Z")),
    # "northern Idlib", "south-eastern Turkey", "eastern Ghouta"
    (Relation.PART, re.compile(
        r"\b(?:far\s+)?(?P<dir>(?:north|south)[- ]?(?:east|west)?(?:ern)?|eastern|western|"
                               r"east|west|central)\s+\Z")),
)  # fmt: skip

_RIGHT: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    # "Idlib's southern countryside", "Damascus's eastern suburbs", "Mosul's western outskirts"
    (Relation.NEAR, re.compile(
        rf"\A(?:['’]s?)?\s+(?:{_DIR}\s+)?(?:outskirts|countryside|suburbs?|environs|hinterland|periphery|surroundings)\b")),
    # "Kirkuk's southern districts", "Donetsk's northern areas"
    # "Syria's Kurdish-run northeast", "Mali's volatile north"
    (Relation.PART, re.compile(
        rf"\A['’]s?\s+(?:far\s+)?(?:[a-z][\w-]*\s+){{0,2}}?{_DIR}(?=\s*(?:[,.;:]|\Z)|\s+(?:on|in|after|when|and|"
        r"said|has|have|was|were|is|that|where|which|as|by|late|early|since|overnight|killing|near)\b)")),
    (Relation.PART, re.compile(
        rf"\A['’]s?\s+(?:far\s+)?{_DIR}\s+(?:districts?|areas?|neighbou?rhoods?|parts?|quarters?|side|sector)\b")),
)  # fmt: skip


def bearing_of(word: str | None) -> float | None:
    """Degrees clockwise from north: "south-eastern" → 135.0; None for "central" or no word."""
    if not word:
        return None
    base = word.replace("-", "").replace(" ", "").removesuffix("ern")
    return _BEARINGS.get(base)


def _kilometres(match: re.Match[str]) -> float | None:
    groups = match.groupdict()
    if not groups.get("num"):
        return None
    low = _number(groups["num"])
    high = _number(groups["num2"]) if groups.get("num2") else low
    return (low + high) / 2 * place_words().units_km[groups["unit"]]


def _number(word: str) -> float:
    return _SMALL[word] if word in _SMALL else float(word.replace(",", ""))


def before(folded: str, start: int, name_at: int) -> Found | None:
    """The relation told before a name at ``name_at``; looks back no further than ``start``. ``folded`` is
    the text.
    """
    start = max(start, name_at - 110)
    window = folded[start:name_at]
    for relation, pattern in _LEFT:
        match = pattern.search(window)
        if match is not None:
            word = match.groupdict().get("dir")
            outskirts = (
                relation is Relation.NEAR and match.group().lstrip().startswith(("around", "surr")) is False
            )
            return Found(relation, start + match.start(), bearing_of(word), _kilometres(match), outskirts)
    return None


def after(folded: str, name_end: int, end: int) -> Found | None:
    """The relation told after a name that ends at ``name_end``; looks no further than ``end``."""
    window = folded[name_end : min(end, name_end + 60)]
    for relation, pattern in _RIGHT:
        match = pattern.search(window)
        if match is not None:
            return Found(relation, name_end + match.end(), bearing_of(match.groupdict().get("dir")))
    return None
