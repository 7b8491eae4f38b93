"""Reads an invented sentence as the pipeline would: split, find places, resolve them."""

from __future__ import annotations

from crossbearing.annotate.places import find_places
from crossbearing.model import distance_km
from crossbearing.model.mentions import Mention
from crossbearing.model.report import Part, PartKind, Report
from crossbearing.resolve.places import resolve_places
from crossbearing.text.sentences import split


class Reader:
    """``read(text)`` gives the place mentions of a text; ``read.distance`` kilometres between two points."""

    distance = staticmethod(distance_km)

    def __call__(self, text: str) -> tuple[Mention, ...]:
        report = Report("r", text, "0", parts=(Part(0, len(text), PartKind.BODY),))
        sentences = split(text, report.parts)
        return resolve_places(report, sentences, find_places(text, sentences))


read = Reader()


def mention(text: str, words: str) -> Mention:
    """The mention of ``text`` that covers exactly ``words``."""
    found = read(text)
    for candidate in found:
        if candidate.text == words:
            return candidate
    raise AssertionError(f"no mention {words!r} among {[m.text for m in found]}")
