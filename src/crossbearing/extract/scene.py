"""Where and when: of the places and times that a sentence names, those that belong to the act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossbearing.extract.day_clauses import dates_the_dying, in_message, is_of_a_place
from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind
from crossbearing.model import ActorKind, DatePrecision, Mention, MentionKind, Span, TimexType
from crossbearing.vocab.speech import stances
from crossbearing.vocab.words import words

_SCENE_PREPS = words("scene_prepositions")
_AWAY_PREPS = words("away_prepositions")
_RELATIONS = tuple(words("scene_relations"))
_FROM_ELSEWHERE = re.compile(
    r"(?:just |some |about )?(?:north|south|east|west|northeast|northwest|southeast|southwest)\w*"
    r"[ -]?(?:east|west)? of"
)
_DISTANCE = re.compile(r"\d\s*(?:km|kilomet|mile)")
_CLOCK = re.compile(
    r"(?:at |around |about |by |near |towards |shortly (?:after|before) )*"
    r"\d{1,2}(?:[:.h]\d{2}| ?(?:am|pm|a\.m\.|p\.m\.|hours|o'clock))*.{0,6}|noon|midnight|midday"
)
_GROUPS = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
_REFUGE = re.compile(r"\b(?:hospital|clinic|morgue|infirmary|health cent(?:re|er))\b")
_REFUGE_IN = re.compile(
    r"\b(?:hospital|clinic|morgue|infirmary|health cent(?:re|er)|embassy|hospitals|clinics) "
    r"(?:in|at|of|near) (?:the )?(?:nearby )?(?:town of |city of |neighbou?ring )?\Z"
)
_STRUCK = re.compile(
    r"\b(?:hit|struck|shelled|bombed|stormed|attacked|raided|on|against|targeting|targeted)\b"
)
_PERSONS = words("persons")
_OPENING = frozenset({"in", "at", "near", "inside", "outside", "around", "further", "meanwhile", "elsewhere"})
_LEAD = 4  # words before a fronted place: "Meanwhile in the town of Ashfield, …" has five and is rare
_PLACE_FINENESS = {1: 2.0, 2: 2.0, 3: 1.2, 4: 0.6, 5: 0.8, 6: -2.5, 7: 0.0}
"""Precision of a place (1: exact … 6: a whole country, 7: water or air) → what it adds to its score."""
_FINENESS = {
    DatePrecision.DAY: 3.0,
    DatePrecision.WEEK: 1.5,
    DatePrecision.MONTH: 1.2,
    DatePrecision.QUARTER: 0.8,
    DatePrecision.YEAR: 0.6,
}


def scene_place(
    view: View, clause: Span, triggers: Sequence[Mention], taken: Sequence[Span]
) -> Mention | None:
    """The place mention of the sentence that is the scene of the act; None when there is none.

    ``taken`` are spans that name actors in a role of the act: a country that acts is not its scene.
    """
    best: tuple[float, Mention] | None = None
    speakers = [s.span for s in view.kind(MentionKind.SPEAKER)]
    for mention in view.kind(MentionKind.PLACE):
        if mention.place is None or any(mention.span.overlaps(t) for t in taken):
            continue
        if any(s.covers(mention.span) for s in speakers) or _is_part_of_word(view, mention):
            continue
        if _names_a_group(view, mention):
            continue
        score = _place_score(view, clause, triggers, mention)
        if best is None or score > best[0]:
            best = (score, mention)
    return best[1] if best is not None and best[0] > -3 else None


def _names_a_group(view: View, mention: Mention) -> bool:
    """ "Suspected Kuki militants": what stands in a group's name is no scene."""
    return any(
        a.span.covers(mention.span) and a.actor is not None and a.actor.kind in _GROUPS
        for a in view.kind(MentionKind.ACTOR)
    )


def _is_part_of_word(view: View, mention: Mention) -> bool:
    """ "US-led", "Turkish-backed": a name that only qualifies is no scene."""
    return mention.end < view.sentence.end and view.folded[mention.end - view.sentence.start] == "-"


def _place_score(view: View, clause: Span, triggers: Sequence[Mention], mention: Mention) -> float:
    """How well a place mention fits as the scene: its clause, fineness, preposition and nearness to the act.

    The weights were set by hand; only their order of size matters.
    """
    place = mention.place
    if place is None:
        return -10
    score = 2.0 if clause.covers(mention.span) else 0.0
    score += 1.5 if place.located else -4.0
    score += _PLACE_FINENESS.get(place.precision or 0, 0.0)
    score += _score_of_words(view, mention)
    if "may be metonym" in place.reasons:
        score -= 3.0
    if triggers:
        distance = min(abs(mention.start - t.end) for t in triggers)
        score -= min(distance, 200) / 80
        if any(mention.start - t.end >= 0 for t in triggers):
            score += 0.5
    return score


def _score_of_words(view: View, mention: Mention) -> float:
    """What a place's words and those before it add: "near Ashfield", "from Ashfield", "entered Ashfield"."""
    score = 0.0
    reach = Span(max(view.sentence.start, mention.start - 18), mention.start)
    before = view.words(reach).replace(",", " ,").split()
    last = before[-1] if before else ""
    if last in _SCENE_PREPS or (len(before) > 1 and last in {"the", "a"} and before[-2] in _SCENE_PREPS):
        score += 1.5
    elif last in _AWAY_PREPS:
        score -= 1.0
    elif mention.text.lower().startswith(_RELATIONS):
        score += 1.5
    if _is_object(view, mention):
        score += 1.2
    own = view.words(mention.span)
    if _is_refuge(view, mention, own):
        score -= 4.0
    if last == "from" and _comes_from(before):
        score -= 3.0
    if _fronted(view, mention):
        score += 1.5
    if _DISTANCE.search(own) or (last == "," and _FROM_ELSEWHERE.match(own)):
        # "Ashfield, 40 km south of Mere" says where Ashfield is
        score -= 2.5 if _follows_place(view, mention) else 0.5
    return score


def _is_refuge(view: View, mention: Mention, own: str) -> bool:
    """ "died in Ashfield hospital", "a doctor at the hospital in Ashfield": where the hurt lie.

    A hospital that is itself struck has the verb before it.
    """
    before = view.words(Span(max(view.sentence.start, mention.start - 60), mention.start))
    if _STRUCK.search(before):
        return False
    return bool(_REFUGE.search(own) or _REFUGE_IN.search(before))


def _comes_from(before: Sequence[str]) -> bool:
    """ "a boy of 20 from Ashfield", "two brothers from Ashfield": says who they are, not where it was."""
    return len(before) > 1 and (before[-2] in _PERSONS or before[-2].isdigit())


def _fronted(view: View, mention: Mention) -> bool:
    """ "In Ashfield, held by the army, the police detained nine": the place that a sentence opens with."""
    lead = view.words(Span(view.sentence.start, mention.start)).split()
    behind = view.words(Span(mention.end, min(view.sentence.end, mention.end + 1)))
    return 0 < len(lead) <= _LEAD and lead[0] in _OPENING and behind == ","


def _is_object(view: View, mention: Mention) -> bool:
    """ "entered Ashfield", "entered the Ashfield …"."""
    chunk = view.chunk_at(mention.start)
    if not chunk or view.chunks[chunk - 1].kind is not ChunkKind.VP:
        return False
    return view.sentence.tokens[view.chunks[chunk].start].start >= mention.start - len("the ")


def _follows_place(view: View, mention: Mention) -> bool:
    """True when another place stands right before, parted by a comma."""
    return any(
        m is not mention and m.place is not None and m.place.located and 0 <= mention.start - m.end <= 3
        for m in view.kind(MentionKind.PLACE)
    )


def scene_date(view: View, clause: Span, triggers: Sequence[Mention]) -> Mention | None:
    """The time mention that dates the act; one that dates only the speaking is the last choice."""
    best: tuple[float, Mention] | None = None
    for mention in view.kind(MentionKind.TIME):
        if mention.date is None or mention.date.start is None:
            continue
        running = mention.timex is not None and mention.timex.type is TimexType.DURATION
        if triggers and all(is_of_a_place(view, t.span, mention) for t in triggers):
            continue
        score = (2.0 if clause.covers(mention.span) else 0.0) + _FINENESS.get(mention.date.precision, 0.0)
        if triggers:
            score -= min(min(abs(mention.start - t.end) for t in triggers), 200) / 60
        if dates_the_speaking(view, mention):
            score -= 3.0
        if running and mention.date.precision is not DatePrecision.DAY:
            score -= 1.5  # "over the past two weeks": a day, where there is one, comes first
        if dates_the_dying(view, mention):
            score -= 4.0
        if _CLOCK.fullmatch(mention.text.lower()):
            score -= 1.5  # a bare hour takes its day from elsewhere: the day itself comes first
        if best is None or score > best[0]:
            best = (score, mention)
    return best[1] if best is not None else None


def dates_the_speaking(view: View, mention: Mention) -> bool:
    """ "the army said on Tuesday": when it was said, not when it happened."""
    if in_message(view, mention):
        return True
    i = view.chunk_at(mention.start)
    for k in range(i - 1, max(i - 5, -1), -1):
        chunk = view.chunks[k]
        if chunk.kind is ChunkKind.VP:
            return any(w in stances() for w in chunk.words) and not chunk.passive
        if chunk.kind in (ChunkKind.PUNCT, ChunkKind.WH, ChunkKind.SUB):
            return False
    return False
