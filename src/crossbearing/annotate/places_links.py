"""What names of one sentence say about each other: "Hit, Anbar", "between A and B", "A and B provinces"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crossbearing.annotate.places_names import Draft

_ARTICLE = (
    r"(?:the\s+)?(?:(?:far\s+)?(?:north|south)?[- ]?(?:east|west)?(?:ern)?\s+|central\s+|"
    r"neighbou?ring\s+|nearby\s+)?"
)
_HEAD = (
    r"(?:(?:city|town|village|district|province|governorate|state|region|area|department|county)\s+of\s+"
    r"(?:the\s+)?)?"
)
_NOUN = r"(?:\s+(?:village|town|city|district|area|camp|neighbou?rhood|sub-?district|locality|commune))?"

_WITHIN = re.compile(
    rf"\A{_NOUN}(?:,\s+(?:a\s+(?:\w+\s+){{0,3}}(?:town|village|city|district)\s+)?(?:in\s+|of\s+)?|\s+in\s+|"
    rf"\s+of\s+|\s*\(|\s+within\s+){_ARTICLE}{_HEAD}\Z"
)
"""Between a name and the name that it lies in: ", ", " village in the district of ", " in northern "."""

_BESIDE = re.compile(
    rf"\A{_NOUN},?\s+(?:(?:which\s+(?:is|lies)\s+)?(?:located\s+|situated\s+)?(?:near|outside|close\s+to|"
    rf"on\s+the\s+outskirts\s+of|in\s+the\s+(?:countryside|suburbs|outskirts)\s+of))\s+{_ARTICLE}{_HEAD}\Z"
)
"""Between a name and one that it lies near: " village near ", ", on the outskirts of the town of "."""

_LIST = re.compile(r"\A(?:,\s+|,?\s+and\s+|\s+or\s+|\s*/\s*)(?:the\s+)?\Z")
_PLURAL = frozenset(
    (
        "provinces",
        "governorates",
        "states",
        "regions",
        "districts",
        "counties",
        "villages",
        "towns",
        "cities",
        "camps",
    )
)

_ROAD_BETWEEN = re.compile(
    r"\b(?:road|highway|route|line|border|frontier|area|region|located|lies|lying|situated|village|town|checkpoint|midway|"
    r"half-?way|desert|bridge|stretch|corridor|point|junction|axis|mountains?|somewhere|places?|land|zone|boundary)\s+"
    r"(?:\w+\s+){0,2}?(?:between|linking|connecting|from|that\s+links|joining)\s+(?:the\s+)?(?:\w+\s+of\s+)?\Z"
)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?:\w+\s+of\s+)?\Z")
_AND = re.compile(r"\A(?:\s+and\s+|\s+to\s+|\s+with\s+)(?:the\s+)?(?:\w+\s+of\s+)?\Z")
_HYPHEN = re.compile(r"\A\s?(?:-|–|to)\s?\Z")
_ROAD_AFTER = re.compile(
    r"\A\s+(?:\w+\s+)?(?:road|highway|motorway|expressway|route|axis|line|border|frontier|railway)\b"
)


def containers(folded: str, drafts: Sequence[Draft]) -> None:
    """Write into each draft the name that the next one (or a possessive before it) puts it in."""
    for left, right in pairwise(drafts):
        if left.sentence != right.sentence or not right.candidates:
            continue
        gap = folded[left.end : right.start]
        if left.candidates and gap in ("'s ",):  # "Kirkuk's Hawija district"
            right.within = right.within or left.name
            continue
        if len(gap) > 70:
            continue
        beside = _BESIDE.match(gap)
        if beside or _WITHIN.match(gap):
            left.within, left.within_feature, left.beside = right.name, right.feature, bool(beside)


_APPOSED = re.compile(
    r"\A(?:\s+(?:village|town|city|camp|district|area|hamlet))?,?\s*\(?(?:(?:which|that)\s+(?:is|lies)\s+|"
    r"(?:is|lies|lay)\s+)?(?:located\s+|situated\s+|lying\s+)?(?:an?\s+(?:[\w-]+\s+){0,3}(?:village|town|hamlet|"
    r"settlement|camp|area|locality|city)\s+(?:(?:that|which)\s+(?:is|lies)\s+)?(?:located\s+|situated\s+|lying\s+)?)?"
    r"(?:roughly\s+|just\s+)?\Z"
)
"""Between a name and words that say where it lies: ", ", " lies ", ", a farming village located "."""


def apposed(folded: str, drafts: Sequence[Draft], starts: Sequence[int | None]) -> None:
    """Mark names of which the expressions behind say where; ``starts``: where their words begin."""
    for (left, right), start in zip(pairwise(drafts), starts[1:], strict=True):
        if start is None or left.sentence != right.sentence or not left.end < start <= left.end + 80:
            continue
        if left.apposed and right.candidates and folded[left.end : start] in (" and ", ", and ", ", "):
            right.apposed = True  # "Xyz, 30 km from Hit and 20 km south of Ana"
        elif (
            right.candidates and folded[left.end : start].strip() and _APPOSED.match(folded[left.end : start])
        ):
            left.stated = right.apposed = True


def plural_features(text: str, drafts: Sequence[Draft]) -> None:
    """ "Kirkuk, Diyala and Nineveh provinces": the feature word belongs to all of the list."""
    for i in range(len(drafts) - 1, 0, -1):
        right = drafts[i]
        if not right.feature_end or text[right.end : right.feature_end].strip().lower() not in _PLURAL:
            continue
        for left in reversed(drafts[:i]):
            if (
                left.sentence != right.sentence
                or left.feature
                or not _LIST.match(text[left.end : right.start])
            ):
                break
            left.feature, right = drafts[i].feature, left


def between(folded: str, left: Draft, right: Draft, sentence_start: int) -> tuple[int, int, str] | None:
    """(start, end, feature) of "the road between A and B", "A-B road"; None where nothing does."""
    if left.sentence != right.sentence:
        return None
    gap, window = folded[left.end : right.start], folded[max(sentence_start, left.start - 80) : left.start]
    tail = _ROAD_AFTER.match(folded[right.end : right.end + 40])
    if tail and _HYPHEN.match(gap):
        return left.start, right.end + tail.end(), "border" if "border" in tail.group() else "road"
    if not _AND.match(gap):
        return None
    match = _ROAD_BETWEEN.search(window)
    if match is None:
        return None
    words = match.group()
    feature = (
        "border"
        if "border" in words or "frontier" in words
        else "road"
        if "road" in words or "highway" in words
        else ""
    )
    inner = _BETWEEN.search(window)
    begin = inner.start() if inner and not feature else match.start()
    return left.start - len(window) + begin, right.end, feature
