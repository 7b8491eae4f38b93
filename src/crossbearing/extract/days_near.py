"""Days told beside an incident: in a sentence before that tells no other, or in one that goes on about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from crossbearing.extract.incidents import Incident
from crossbearing.extract.modality import takes_up
from crossbearing.extract.scene import dates_the_speaking
from crossbearing.extract.view import View
from crossbearing.model import DatePrecision, Document, Mention, MentionKind, Modality, PartKind

_AHEAD = 2
"""How many sentences later a report still says when its news was: "The device went off late on Monday.\""""
_FRESH = timedelta(days=45)
"""An older day beside an incident is of what was before it ("On 11 June 2021 it had lost eight …")."""
_HEADED = frozenset({PartKind.HEADLINE, PartKind.CAPTION})


def dated_near(told: Sequence[Incident], views: Sequence[View], document: Document) -> tuple[Incident, ...]:
    """The incidents of single sentences, those without a day of their own with the one told beside them."""
    taken = {s for incident in told for s in incident.sentences}
    at = {v.sentence.index: i for i, v in enumerate(views)}
    return tuple(_dated(incident, views, at, taken, document) for incident in told)


def _dated(
    incident: Incident, views: Sequence[View], at: dict[int, int], taken: set[int], document: Document
) -> Incident:
    if incident.date is not None and not incident.said:
        return incident
    if incident.modality is Modality.PLANNED or incident.opens or incident.part in _HEADED:
        return incident
    here = at[incident.sentences[0]]
    day = _before(incident, views, here, taken, document) or _after(incident, views, here, taken, document)
    return replace(incident, date=day, said=False) if day is not None else incident


def _before(
    incident: Incident, views: Sequence[View], here: int, taken: set[int], document: Document
) -> Mention | None:
    """The last day named before in the paragraph, where no other incident stands in between.

    "On Wednesday evening a bus was held up at the bridge. Two women were dragged off.": on Wednesday.
    """
    for i in range(here - 1, -1, -1):
        view = views[i]
        if view.sentence.paragraph != incident.paragraph or view.sentence.index in taken:
            return None
        days = _days(view, document)
        if days:
            return days[-1]
    return None


def _after(
    incident: Incident, views: Sequence[View], here: int, taken: set[int], document: Document
) -> Mention | None:
    """The day in a sentence soon after that goes on about the incident: "The attackers came on Monday"."""
    if not incident.violent:
        return None
    for view in views[here + 1 : here + 1 + _AHEAD]:
        sentence = view.sentence
        again = takes_up(view)
        if (sentence.index in taken and not again) or sentence.paragraph - incident.paragraph > _AHEAD:
            return None
        days = _days(view, document)
        if days:
            return days[0] if again else None
    return None


def _days(view: View, document: Document) -> list[Mention]:
    """The days that the sentence names as past and lately, not as those of saying so."""
    now = document.report.published.end
    found = []
    for mention in view.kind(MentionKind.TIME):
        date = mention.date
        if date is None or date.start is None or date.end is None or date.precision is not DatePrecision.DAY:
            continue
        fresh = now is None or now - _FRESH <= date.start <= now
        if fresh and not dates_the_speaking(view, mention):
            found.append(mention)
    return found
