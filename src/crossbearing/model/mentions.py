"""Mentions: spans of a report that name a place, time, actor, quantity, speaker or trigger."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crossbearing.model.spans import Span
from crossbearing.model.values import Actor, DateValue, Place, Quantity, Speaker, Timex


class MentionKind(StrEnum):
    TIME = "time"
    PLACE = "place"
    ACTOR = "actor"
    QUANTITY = "quantity"
    SPEAKER = "speaker"
    TRIGGER = "trigger"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names something, with what it was resolved to: the one field that fits ``kind`` is set.

    A time mention has ``timex`` and, when it could be put on the calendar, ``date``. A place that is in
    no gazetteer keeps a Place without coordinates. ``trigger`` is the event code of a trigger word.
    """

    kind: MentionKind
    span: Span
    text: str
    timex: Timex | None = None
    date: DateValue | None = None
    place: Place | None = None
    actor: Actor | None = None
    quantity: Quantity | None = None
    speaker: Speaker | None = None
    trigger: str | None = None

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end
