"""Finds the words of a report that name places.

Names are runs of capitalised words that the gazetteer knows (longest first), or that their neighbours make a
place ("the village of …"). What the words beside a name say (kind of place, distance and bearing, the
place it lies in, whether it is a person's or a newspaper's name) is read here; where it lies is
``resolve.places``' work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossbearing.annotate.places_context import Context, context_of, home_of, signs_of
from crossbearing.annotate.places_links import apposed, between, containers, plural_features
from crossbearing.annotate.places_names import Draft, drafts_of
from crossbearing.annotate.places_relations import Found, after, before
from crossbearing.annotate.places_scoring import THRESHOLD, Sign, confidence
from crossbearing.annotate.places_words import words_of
from crossbearing.model.document import Sentence
from crossbearing.model.spans import Span
from crossbearing.model.toponyms import PlaceExpression, Relation, Role
from crossbearing.text.folding import fold
from crossbearing.vocab.gazetteer import Gazetteer, gazetteer

_STATING = frozenset({Relation.OFFSET, Relation.DISTANCE, Relation.NEAR})


def find_places(
    text: str, sentences: Sequence[Sentence], known: Gazetteer | None = None
) -> tuple[PlaceExpression, ...]:
    """The place expressions of a report, in order of position; sentences that are page furniture are left
    out.
    """
    known = known or gazetteer()
    kept = [s for s in sentences if s.part.read]
    folded = fold(text)
    words = [words_of(text, folded, s.start, s.end) for s in kept]
    context = context_of(text, folded, words, kept)
    drafts = [d for n, ws in enumerate(words) for d in drafts_of(text, n, ws, known)]
    context.home = home_of(context, drafts)
    containers(context.folded, drafts)
    relations = [_relate(context, kept, d) for d in drafts]
    apposed(context.folded, drafts, [_stating(r[0]) for r in relations])
    signs = [_signs(context, d, r) for d, r in zip(drafts, relations, strict=True)]
    plural_features(text, drafts)
    _weigh(context, drafts, signs)
    return _expressions(context, kept, drafts, relations)


def _relate(
    context: Context, sentences: Sequence[Sentence], draft: Draft
) -> tuple[Found | None, Found | None]:
    sentence = sentences[draft.sentence]
    return (
        before(context.folded, sentence.start, draft.start),
        after(context.folded, draft.end, sentence.end),
    )


def _stating(told: Found | None) -> int | None:
    """Where the words begin that say how far or in what direction a place lies from the name behind them."""
    return told.at if told is not None and told.relation in _STATING else None


def _signs(context: Context, draft: Draft, relation: tuple[Found | None, Found | None]) -> list[Sign]:
    signs: list[Sign] = list(signs_of(context, draft))
    told = relation[0] or relation[1]
    if told is not None and told.relation is not Relation.PART and Sign.FEATURE_BEFORE not in signs:
        signs = [*(s for s in signs if s is not Sign.PREPOSITION), Sign.RELATION]
    if draft.stated:
        signs.append(Sign.STATED)
    elif draft.within is not None:
        signs.append(Sign.CONTAINED)
    return signs


def _weigh(context: Context, drafts: Sequence[Draft], signs: Sequence[list[Sign]]) -> None:
    """Give each draft its confidence, with what the same name does elsewhere in the report."""
    persons = {
        context.sentences[d.sentence][d.last].folded
        for d, s in zip(drafts, signs, strict=True)
        if Sign.GIVEN_BEFORE in s or Sign.TITLE in s or (Sign.CAPITAL_BEFORE in s and not d.feature)
    }
    established = {
        d.folded for d, s in zip(drafts, signs, strict=True) if confidence(s) >= 0.7 and d.candidates
    }
    for draft, own in zip(drafts, signs, strict=True):
        more = []
        if draft.last == draft.first and context.sentences[draft.sentence][draft.last].folded in persons:
            more.append(Sign.PERSON_ELSEWHERE)
        if draft.folded in established:
            more.append(Sign.ESTABLISHED)
        draft.confidence = confidence([*own, *more])


def _expressions(
    context: Context,
    sentences: Sequence[Sentence],
    drafts: Sequence[Draft],
    relations: Sequence[tuple[Found | None, Found | None]],
) -> tuple[PlaceExpression, ...]:
    kept = [(d, r) for d, r in zip(drafts, relations, strict=True) if d.confidence >= THRESHOLD]
    found: list[PlaceExpression] = []
    skip = False
    for n, (draft, relation) in enumerate(kept):
        if skip:
            skip = False
            continue
        following = kept[n + 1][0] if n + 1 < len(kept) else None
        joint = following and between(context.folded, draft, following, sentences[draft.sentence].start)
        if joint and following:
            found.append(_between(draft, following, joint))
            skip = True
        else:
            found.append(_expression(context, draft, relation))
    return tuple(_apart(found))


def _apart(found: Sequence[PlaceExpression]) -> list[PlaceExpression]:
    """The same, with relation words cut back where they would run into the expression before."""
    kept: list[PlaceExpression] = []
    for expression in found:
        if kept and expression.span.start < kept[-1].span.end:
            start = min(max(kept[-1].span.end, expression.span.start), expression.name_span.start)
            if kept[-1].span.end > expression.name_span.start:
                last = kept[-1]
                kept[-1] = replace(
                    last, span=Span(last.span.start, max(last.name_span.end, expression.name_span.start))
                )
                start = expression.name_span.start
            expression = replace(expression, span=Span(start, expression.span.end))
        kept.append(expression)
    return kept


def _between(left: Draft, right: Draft, joint: tuple[int, int, str]) -> PlaceExpression:
    start, end, feature = joint
    return PlaceExpression(
        Span(start, end), Span(left.start, left.end), left.name, feature, Relation.BETWEEN,
        other=right.name, other_span=Span(right.start, right.end), within=right.within or left.within,
        known=bool(left.candidates and right.candidates), confidence=min(left.confidence, right.confidence),
    )  # fmt: skip


def _expression(
    context: Context, draft: Draft, relation: tuple[Found | None, Found | None]
) -> PlaceExpression:
    told, behind = relation
    end = max(draft.end, draft.feature_end)
    start = draft.start
    chosen = told or behind
    if told is not None:
        start = told.at
    elif behind is not None:
        end = max(end, behind.at)
    return PlaceExpression(
        span=Span(start, end),
        name_span=Span(draft.start, draft.end),
        name=" ".join(draft.name.split()),
        feature=draft.feature,
        relation=chosen.relation if chosen else Relation.AT,
        bearing=chosen.bearing if chosen else None,
        distance_km=chosen.distance_km if chosen else None,
        within=draft.within,
        within_feature=draft.within_feature,
        beside=draft.beside,
        apposed=draft.apposed,
        role=_role(context, draft),
        known=bool(draft.candidates),
        confidence=draft.confidence,
    )


def _role(context: Context, draft: Draft) -> Role:
    """Organisation, speaker ("Baghdad and Erbil agreed", "Washington said") or simply a place."""
    if draft.organisation:
        return Role.ORGANISATION
    words = context.sentences[draft.sentence]
    at = draft.last + 1
    while at + 1 < len(words) and words[at].folded == "and" and words[at + 1].capital:
        at += 2
    if at < len(words) and words[at].folded in context.listed.speech_verbs and not draft.feature_end:
        previous = words[draft.first - 1].folded if draft.first else ""
        if previous not in context.listed.prepositions and previous != "of":
            return Role.SPEAKER
    return Role.PLACE
