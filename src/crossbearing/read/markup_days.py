"""Days in a page's markup: JSON-LD, meta tags, itemprops, time elements. All are kept; each is called what
it is, so that the day of a change can never pass for the day of publication."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from crossbearing.read.claims import DayClaim
from crossbearing.read.clocks import clock_in, epoch_day
from crossbearing.read.dateforms import days_written, iso_day
from crossbearing.read.linked_data import Linked, text_at
from crossbearing.vocab.page_marks import page_marks

_KINDS = {"published": "meta published", "created": "meta created", "date": "meta date", "changed": "changed"}
_OTHERS = frozenset({"aside", "nav", "footer", "li"})
"""Elements that hold lists of other headlines, menus and the foot of a page."""

_MANY = 40
"""A page that has more time elements than this is a list; the first ones are enough to know them by."""


def markup_claims(tree: Any, metas: Mapping[str, str], linked: Linked | None) -> tuple[DayClaim, ...]:
    """Every day that the markup tells, the same day of one kind once, in the order of the kinds."""
    found = [*_from_linked(linked), *_from_metas(metas), *_from_itemprops(tree), *_from_times(tree)]
    seen: dict[tuple[str, date], DayClaim] = {}
    for claim in found:
        seen.setdefault((claim.kind, claim.start), claim)
    return tuple(seen.values())


def claim_of(kind: str, source: str, value: str) -> DayClaim | None:
    """What ``value`` says, in whatever form it is written; None when there is no full date in it."""
    day = iso_day(value) or epoch_day(value)
    if day is None:
        written = (d.in_year(d.year) for d in days_written(value) if d.year is not None)
        day = next((d for d in written if d is not None), None)
    if day is None:
        return None
    clock = clock_in(value)
    if epoch_day(value):
        return DayClaim(kind, source, day, day, zone="UTC")
    return DayClaim(
        kind, source, day, day, None, clock.time if clock else None, clock.zone if clock else None
    )


def _from_linked(linked: Linked | None) -> Iterator[DayClaim]:
    if linked is None:
        return
    for key, kind in (
        ("datePublished", "json-ld datePublished"),
        ("dateCreated", "json-ld dateCreated"),
        ("dateModified", "changed"),
    ):
        value = text_at(linked.node, key)
        claim = claim_of(kind, f"json-ld {key}", value) if value else None
        if claim and kind != "changed" and not linked.sure:
            claim = DayClaim("json-ld of another article", claim.source, claim.start, claim.end)
        if claim:
            yield claim


def _from_metas(metas: Mapping[str, str]) -> Iterator[DayClaim]:
    for meaning, names in page_marks().days.items():
        for name in names:
            claim = claim_of(_KINDS[meaning], f"meta {name}", metas[name]) if name in metas else None
            if claim:
                yield claim


def _from_itemprops(tree: Any) -> Iterator[DayClaim]:
    for prop, kind in (("datePublished", "itemprop datePublished"), ("dateModified", "changed")):
        for element in tree.iterfind(f".//*[@itemprop='{prop}']"):
            value = element.get("content") or element.get("datetime") or element.text_content()
            claim = claim_of(_placed(element, kind), f"itemprop {prop}", value)
            if claim and element.tag != "meta":
                yield claim
            elif claim and kind != "changed":
                yield DayClaim(kind, claim.source, claim.start, claim.end, None, claim.clock, claim.zone)


def _from_times(tree: Any) -> Iterator[DayClaim]:
    for number, element in enumerate(tree.iterfind(".//time")):
        if number >= _MANY:
            return
        kind = _placed(element, _meaning(element))
        value = element.get("datetime") or element.text_content()
        claim = claim_of(kind, "time element", value)
        if claim:
            yield claim


def _meaning(element: Any) -> str:
    """What a time element is of, by its own marks and by the words and marks around it."""
    marks = page_marks()
    own = " ".join(element.get(name) or "" for name in ("class", "id", "itemprop", "title"))
    parent = element.getparent()
    before = (parent.text or "") if parent is not None and parent[0] is element else _tail_before(element)
    around = _names(parent) if parent is not None else ""
    for words in (own, before):
        if marks.of_change.search(words):
            return "changed"
        if marks.of_publication.search(words) or (words is own and element.get("pubdate") is not None):
            return "time published"
    if marks.of_change.search(around):
        return "changed"
    return "time published" if marks.of_publication.search(around) else "time"


def _tail_before(element: Any) -> str:
    previous = element.getprevious()
    return (previous.tail or "") if previous is not None else ""


def _placed(element: Any, kind: str) -> str:
    """``elsewhere`` when the element stands with comments, other headlines or the foot of the page.

    What holds the h1 holds the report. A list entry may hold the report's own day ("Posted: …" in a list of
    such facts), but only if it says so.
    """
    others = page_marks().of_others
    for above in element.iterancestors():
        if above.tag in ("main", "body", "html") or above.find(".//h1") is not None:
            return kind
        if others.search(_names(above)) or (
            above.tag in _OTHERS and not (above.tag == "li" and kind != "time")
        ):
            return "elsewhere"
    return kind


def _names(element: Any) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemtype"))
