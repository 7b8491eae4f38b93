"""Builds accounts from sentences and resolved mentions: who did what to whom, where, when, said by whom.

Rules over a light parse. The words that they go by are tables in ``vocab`` (triggers, weapons, cues, speech).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from crossbearing.extract.absent_sides import with_absent_sides
from crossbearing.extract.accounts import event_account, state_account
from crossbearing.extract.answers import answers_of
from crossbearing.extract.dating import dated_by_report, day_of, in_time
from crossbearing.extract.days_near import dated_near
from crossbearing.extract.incidents import Incident, incidents_of
from crossbearing.extract.modality import is_sport
from crossbearing.extract.narrative import join
from crossbearing.extract.parties import ARMED
from crossbearing.extract.scene import scene_date, scene_place
from crossbearing.extract.sources import Said, attributions
from crossbearing.extract.states import control_of
from crossbearing.extract.strengths import strength_of
from crossbearing.extract.view import View
from crossbearing.language.chunks import chunk
from crossbearing.model import Account, Document, Mention, MentionKind, PartKind, Sentence

__all__ = ["extract"]

_COUNTRY = 6
"""The precision of a place that is a whole country: no scene."""

_REACH = 3
"""Sentences before a statement in which "the town" may have been named."""


def extract(document: Document) -> tuple[Account, ...]:
    """The accounts that a report gives, in the order of their first passage. Furniture yields none."""
    views = _views(document)
    if is_sport(views):
        return ()
    said = attributions(views)
    told = [i for v, by, whom in zip(views, said, _topics(views), strict=True) for i in _told(v, by, whom)]
    told = [_with_topic(_with_scene_before(i, views), views, told) for i in told]
    today = day_of(document)
    told = list(dated_near(told, views, document))
    told = [i for i in (in_time(i, today) for i in told) if i is not None]
    joined = (dated_by_report(i, document.report) for i in with_absent_sides(join(told), views))
    accounts = [event_account(document.report, incident) for incident in joined]
    for i, (view, by) in enumerate(zip(views, said, strict=True)):
        before = views[max(0, i - _REACH) : i]
        states = (*control_of(view, before), *strength_of(view, before))
        accounts += [state_account(document.report, state, by) for state in states]
    unique = {account.id: account for account in accounts}
    return tuple(sorted(unique.values(), key=lambda a: (a.evidence[0].start, a.id)))


def _told(view: View, by: Said, topic: Mention | None) -> tuple[Incident, ...]:
    """What a sentence tells, or, where it tells nothing by itself, how it answers those before it."""
    return incidents_of(view, by, topic) or answers_of(view, by)


def _with_scene_before(incident: Incident, views: Sequence[View]) -> Incident:
    """Place and day of the sentence right before, of the same paragraph, where a caption's own gives none.

    A caption says what the picture shows, where and when, and then what had happened.
    """
    if incident.part is not PartKind.CAPTION or (incident.place is not None and incident.date is not None):
        return incident
    before = next((v for v in reversed(views) if v.sentence.index == incident.sentences[0] - 1), None)
    if before is None or before.sentence.paragraph != incident.paragraph:
        return incident
    place = incident.place or scene_place(before, before.sentence.span, (), ())
    return replace(incident, place=place, date=incident.date or scene_date(before, before.sentence.span, ()))


def _with_topic(incident: Incident, views: Sequence[View], told: Sequence[Incident]) -> Incident:
    """The place that its paragraph has named before, where no other incident stands in between.

    "In Ashfield all is quiet again. Last night's gun battle left two dead.": the battle was in Ashfield.
    """
    if _is_placed(incident) or incident.outcome_only or incident.opens:
        return incident
    taken = {s for other in told for s in other.sentences}
    first = incident.sentences[0]
    for view in reversed([v for v in views if v.sentence.paragraph == incident.paragraph]):
        if view.sentence.index >= first:
            continue
        if view.sentence.index in taken:
            return incident
        place = scene_place(view, view.sentence.span, (), ())
        if place is None or place.place is None or (place.place.precision or 9) >= _COUNTRY:
            continue
        heads = place.start == view.sentence.start  # "Ashfield: quiet again."
        return replace(incident, place=place) if heads or not incident.anaphoric else incident
    return incident


def _is_placed(incident: Incident) -> bool:
    return incident.place is not None and incident.place.place is not None


def _topics(views: Sequence[View]) -> list[Mention | None]:
    """For each sentence, the armed actor named first in the last one before it that names any, if near."""
    out: list[Mention | None] = []
    topic: Mention | None = None
    at = -1
    for view in views:
        out.append(topic if view.sentence.paragraph - at <= 1 else None)
        armed = (
            m
            for m in view.kind(MentionKind.ACTOR)
            if m.actor is not None and m.actor.kind in ARMED and not m.actor.generic
        )
        found = next(armed, None)
        if found is not None:
            topic, at = found, view.sentence.paragraph
    return out


def _views(document: Document) -> tuple[View, ...]:
    inside = _by_sentence(document)
    return tuple(
        View.of(document.text, s, chunk(s.tokens, _breaks(s, inside[s.index])), inside[s.index])
        for s in document.sentences
        if s.tokens
    )


def _breaks(sentence: Sentence, mentions: Sequence[Mention]) -> list[int]:
    """The tokens behind a time, where a new phrase begins unless a genitive goes on ("Friday's strike")."""
    ends = {m.end for m in mentions if m.kind is MentionKind.TIME}
    tokens = sentence.tokens
    return [
        i + 1
        for i, t in enumerate(tokens[:-1])
        if t.end in ends and tokens[i + 1].tag != "POS" and t.tag != "JJ"  # "a 63-year-old woman"
    ]


def _by_sentence(document: Document) -> dict[int, Sequence[Mention]]:
    """Sentence index → the mentions that lie in it."""
    out: dict[int, list[Mention]] = defaultdict(list)
    sentences = document.sentences
    at = 0
    for mention in sorted(document.mentions, key=lambda m: m.start):
        while at < len(sentences) - 1 and mention.start >= sentences[at].end:
            at += 1
        if sentences and sentences[at].start <= mention.start and mention.end <= sentences[at].end:
            out[sentences[at].index].append(mention)
    return defaultdict(list, out)
