"""Counts of people killed, hurt, missing, taken: each with the noun that was counted and the passage that says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from crossbearing.extract.roles import Group, direct_object
from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind
from crossbearing.model import ActorKind, Mention, MentionKind, Span
from crossbearing.vocab.actors import noun_classes
from crossbearing.vocab.triggers import Trigger

WHAT_BY_ROW = {"kill": "deaths", "die": "deaths", "murder": "deaths", "injure": "injured", "missing": "missing",
               "abduction": "abducted", "arrests": "arrested", "displacement": "displaced", "leave_home": "displaced", "hold_people": "abducted", "suicide_bomb": "deaths"}  # fmt: skip
_SUBSET_BEFORE = (
    "including ",
    "among them ",
    "of whom ",
    "among whom ",
    "of them ",
    "some of ",
    "that is to say ",
    "of which ",
)
_SUBSET_AFTER = (
    "of them",
    "of whom",
    "of those",
    "of the dead",
    "of the injured",
    "of the wounded",
    "of the victims",
    "in critical",
    "seriously",
    "critically",
    "gravely",
)
_THINGS = frozenset({
    "vehicle", "vehicles", "tank", "tanks", "house", "houses", "home", "homes", "truck", "trucks", "car", "cars", "position", "positions", "building",
    "buildings", "km", "kilometres", "kilometers", "miles", "metres", "hours", "days", "weeks", "months", "years", "minutes", "times", "rounds", "rockets",
    "shells", "missiles", "drones", "strikes", "airstrikes", "attacks", "cattle", "sheep", "goats", "oxen", "cows", "shops", "percent", "villages", "towns",
    "mortars", "bombs", "rifles", "weapons", "targets", "raids", "checkpoints", "bodies", "camels", "animals", "dogs", "donkeys", "horses", "pigs", "chickens", "livestock", "head", "trees", "olive", "families", "households", "occasions", "incidents", "cases",
})  # fmt: skip
_FELLOWS = frozenset(
    {"others", "dead", "wounded", "injured", "hurt", "more", "other", "fellows", "comrades", "colleagues"}
)
_COLLECTIVE = frozenset(
    {
        "group",
        "team",
        "crowd",
        "band",
        "gang",
        "cell",
        "party",
        "pair",
        "squad",
        "unit",
        "number",
        "total",
        "family",
    }
)
_ARMED = frozenset({ActorKind.STATE, ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.EXTERNAL})
_RANKS = frozenset({
    "captain", "capt.", "colonel", "col.", "major", "maj.", "general", "gen.", "lieutenant", "lt.", "sergeant", "sgt.", "constable", "corporal", "cpl.", "private",
    "brigadier", "inspector", "sub-inspector", "superintendent", "havaldar", "jawan", "sepoy", "officer", "gendarme",
})  # fmt: skip
"""Ranks before a name: whoever bears one belongs to an army or a police."""
_OF_SOMEBODY = frozenset(
    {
        "members",
        "member",
        "personnel",
        "elements",
        "men",
        "operatives",
        "recruits",
        "cadres",
        "combatants",
        "fighters",
    }
)
_ONE_PRONOUNS = frozenset({"him", "her"})
_NEAR = 34  # characters between a count and the "dead" that it counts: "left 22 people, all farmers, dead"


@dataclass(frozen=True, slots=True)
class Toll:
    """So many (``low``; ``high`` None: or more) of ``noun`` were ``what``. ``kind`` is the sort of people counted."""

    what: str
    low: int
    high: int | None
    noun: str | None
    kind: ActorKind
    span: Span
    actor: Mention | None = None
    told: Span | None = None
    """The passage from the count to the word that says what became of them: "four soldiers were killed"."""


def person_kind(noun: str | None) -> ActorKind | None:
    """The sort of people that a noun names; UNKNOWN for "people"; None when it names no people."""
    if noun is None:
        return ActorKind.UNKNOWN
    if noun in _THINGS:
        return None
    return _kinds().get(noun)


def tolls_of(view: View, row: Trigger, victims: list[Group], trigger: Span) -> tuple[Toll, ...]:
    """The counts in the noun phrases that suffer the act; one person where a phrase is singular."""
    what = WHAT_BY_ROW.get(row.key)
    if what is None:
        return ()
    out: list[Toll] = []
    for group in victims:
        for i in group.phrases:
            toll = _toll_of_phrase(view, what, i, group, trigger)
            if toll is not None:
                out += _broken_down(view, toll, i)
    out = [replace(t, told=_told(t.span, trigger)) for t in out]
    if view.words(trigger).startswith("neutrali"):
        out = [replace(t, low=0) if t.low > 1 else t for t in out]  # "neutralised" may be dead, hurt or taken
    return tuple(out)


def _told(count: Span, trigger: Span) -> Span:
    return Span(min(count.start, trigger.start), max(count.end, trigger.end))


_PART = re.compile(r"\b(?:of (?:them|whom|which)|including|among them|among whom|that is to say)\b|:")


def _broken_down(view: View, toll: Toll, i: int) -> list[Toll]:
    """A count of "people" with the parts that the text gives: "14 people, nine of them guards and two nurses".

    What the parts leave over stays unknown; parts that only say how many were women or children change nothing.
    """
    if toll.kind is not ActorKind.UNKNOWN or toll.low < 2 or toll.noun is None:
        return [toll]
    parts = []
    for mention in view.kind(MentionKind.QUANTITY):
        quantity = mention.quantity
        if (
            quantity is None
            or mention.start <= toll.span.end
            or mention.start - toll.span.end > _BREAKDOWN_REACH
        ):
            continue
        between = view.words(Span(toll.span.end, mention.start))
        behind = view.words(Span(mention.start, min(mention.end + 12, view.sentence.end)))
        if (
            not (_PART.search(between[-18:]) or " of them" in behind or " of whom" in behind or parts)
            or "wounded" in between
            or "injured" in between
            or ";" in between
        ):
            continue
        kind, actor = _part_kind(view, mention)
        if kind in (None, ActorKind.UNKNOWN) or quantity.low >= toll.low:
            continue
        parts.append(Toll(toll.what, quantity.low, quantity.high, quantity.unit, kind, mention.span, actor))
    if not parts or sum(p.low for p in parts) > toll.low:
        return [toll]
    left = toll.low - sum(p.low for p in parts)
    rest = (
        [replace(toll, low=left, high=None if toll.high is None else toll.high - sum(p.low for p in parts))]
        if left
        else []
    )
    if toll.high is None and not rest:
        parts[-1] = replace(parts[-1], high=None)
    return [*parts, *rest]


_BREAKDOWN_REACH = 90  # characters behind a count within which its parts are told


def _part_kind(view: View, mention: Mention) -> tuple[ActorKind | None, Mention | None]:
    """The sort of people that one part of a count names: "nine of them civilian auxiliaries"."""
    reach = Span(mention.start, min(mention.end + 44, view.sentence.end))
    actor = next((m for m in view.kind(MentionKind.ACTOR) if reach.start <= m.start < reach.end), None)
    if (
        mention.quantity is not None
        and mention.quantity.unit is not None
        and mention.quantity.unit not in {"them", "whom"}
    ):
        kind = person_kind(mention.quantity.unit)
        if kind is not None and kind is not ActorKind.UNKNOWN:
            return kind, actor if actor is not None and actor.start < mention.end + 2 else None
    return (actor.actor.kind, actor) if actor is not None and actor.actor is not None else (None, None)


def _toll_of_phrase(view: View, what: str, i: int, group: Group, trigger: Span) -> Toll | None:
    chunk, span = view.chunks[i], view.span(i, i)
    if chunk.words[0] in {"no", "nobody", "none"} or _is_subset(view, span):
        return None
    wide = _wide(view, i) if _COLLECTIVE & set(chunk.words) else span
    counted = [q for q in view.kind(MentionKind.QUANTITY) if q.span.overlaps(wide) and q.quantity is not None]
    actors = [m for m in view.within(_wide(view, i), MentionKind.ACTOR) if m.actor is not None]
    actor = _whom(actors, counted[0].span if counted else span)
    if counted:
        return _from_quantity(view, what, counted[0], actor)
    if chunk.words[-1] in _ONE_PRONOUNS:
        return Toll(what, 1, 1, None, ActorKind.UNKNOWN, span, actor)
    noun = next((w for w in reversed(chunk.words) if w in _kinds()), None)
    singular = noun is not None and not noun.endswith(
        ("s", "men", "people", "police", "children", "women", "folk", "family")
    )
    if singular and view.sentence.tokens[chunk.head].tag not in ("NNS", "NNPS"):
        return Toll(what, 1, 1, noun, _kinds()[noun or ""], span, actor)
    if noun is None and _is_person_name(view, i):
        kind = ActorKind.STATE if _RANKS & set(chunk.words) else ActorKind.UNKNOWN
        return Toll(what, 1, 1, None, kind, span, actor)
    head = view.sentence.tokens[chunk.head]
    if (
        noun is None
        and what in {"deaths", "injured"}
        and chunk.words[0] in {"a", "an", "one"}
        and head.tag == "NN"
        and head.text.lower() not in _THINGS
    ):
        return Toll(
            what, 1, 1, head.text.lower(), ActorKind.UNKNOWN, span, actor
        )  # only people are killed: "a baker"
    return None


def _whom(actors: list[Mention], span: Span) -> Mention | None:
    """Of the actors named in a phrase, the one that is counted: a named one, in the words of the count itself."""
    inside = [m for m in actors if m.span.overlaps(span)]
    named = [m for m in (*inside, *actors) if m.actor is not None and not m.actor.generic]
    return next(iter((*named, *inside, *actors)), None)


@cache
def _kinds() -> Mapping[str, ActorKind]:
    return noun_classes()


def _wide(view: View, i: int) -> Span:
    """The noun phrase with its "of …" and "from …": "two members of the council"."""
    last = i
    while (
        last + 2 < len(view.chunks)
        and view.chunks[last + 1].words in {("of",), ("from",)}
        and view.is_np(last + 2)
    ):
        last += 2
    return view.span(i, last)


def _is_person_name(view: View, i: int) -> bool:
    """A capitalised phrase that is neither a place nor an actor, after a title or a rank: "Constable Oduya"."""
    chunk = view.chunks[i]
    tokens = view.sentence.tokens[chunk.start : chunk.end]
    if not tokens[-1].tag.startswith("NNP") or len(tokens) < 2:
        return False
    span = view.span(i, i)
    taken = (*view.within(span, MentionKind.PLACE), *view.within(span, MentionKind.TIME))
    return not taken and all(t.text[:1].isupper() for t in tokens[-2:])


def _from_quantity(view: View, what: str, mention: Mention, actor: Mention | None) -> Toll | None:
    quantity = mention.quantity
    if quantity is None:
        return None
    kind = ActorKind.UNKNOWN if quantity.unit in _FELLOWS else person_kind(quantity.unit)
    if kind is None:
        if quantity.unit in _THINGS:
            return None
        kind = actor.actor.kind if actor is not None and actor.actor is not None else ActorKind.UNKNOWN
    named = actor.actor if actor is not None and actor.span.overlaps(mention.span) else None
    if named is not None and not named.generic and named.kind in _ARMED and kind is ActorKind.CIVILIANS:
        kind = named.kind  # "five security personnel"
    if (
        kind is ActorKind.UNKNOWN
        and actor is not None
        and actor.actor is not None
        and quantity.unit in _OF_SOMEBODY
    ):
        kind = actor.actor.kind  # "seven members of the brigade", "nine security personnel"
    return Toll(what, quantity.low, quantity.high, quantity.unit, kind, mention.span, actor)


_LEAVES = frozenset({"left", "leaving", "leaves", "leave"})
_TOLL_NOUNS = ("death toll", "toll", "number of dead", "number of the dead", "casualties", "fatalities")
_STANDS = re.compile(
    r"\b(?:stood|stands?|rose|risen|rises|climb\w*|reach\w*|gone up|went up|increas\w*|now|put|was|is|revised)\b.{0,24}$"
)


def tolls_before(view: View, row: Trigger, trigger: Span) -> tuple[Toll, ...]:
    """ "22 dead", "left a guard and four nurses wounded", "the death toll rose to nine": counts beside the word."""
    what = WHAT_BY_ROW.get(row.key)
    if what is None:
        return ()
    return (
        _left_so(view, row, trigger)
        or _toll_stands(view, what, trigger)
        or _nearest_count(view, what, trigger)
    )


def _left_so(view: View, row: Trigger, trigger: Span) -> tuple[Toll, ...]:
    """What "left" or "leaving" has as object right before the word: "left three guards and nine nurses dead"."""
    at = view.chunk_at(trigger.start)
    for k in range(at - 1, max(at - 10, -1), -1):
        if view.chunks[k].kind is ChunkKind.VP:
            if not _LEAVES & set(view.chunks[k].words):
                return ()
            group = direct_object(view, k)
            if group is None or not (group.first <= at <= group.last + 1):
                return ()
            told = [
                i for i in group.phrases if i < at and _SO & set(view.chunks[i].words)
            ]  # "two dead and three hurt"
            phrases = tuple(i for i in group.phrases if (told[-1] if told else -1) < i <= at)
            return tolls_of(view, row, [Group(group.first, group.last, phrases)], trigger) if phrases else ()
    return ()


_SO = frozenset({"dead", "wounded", "injured", "hurt", "missing", "homeless"})


def _toll_stands(view: View, what: str, trigger: Span) -> tuple[Toll, ...]:
    """The count behind "the death toll … stood at": the figure as it is now."""
    if what != "deaths" or not view.words(trigger).endswith(_TOLL_NOUNS):
        return ()
    for mention in view.kind(MentionKind.QUANTITY):
        quantity = mention.quantity
        if quantity is None or not 0 < mention.start - trigger.end < 110 or quantity.unit in _THINGS:
            continue
        if _STANDS.search(view.words(Span(trigger.end, mention.start))):
            return (
                Toll(
                    what,
                    quantity.low,
                    quantity.high,
                    quantity.unit,
                    ActorKind.UNKNOWN,
                    mention.span,
                    None,
                    _told(mention.span, trigger),
                ),
            )
    return ()


def _nearest_count(view: View, what: str, trigger: Span) -> tuple[Toll, ...]:
    near = [
        q for q in view.kind(MentionKind.QUANTITY)
        if q.quantity is not None and (0 <= trigger.start - q.end <= _NEAR or q.span.covers(trigger))
    ]  # fmt: skip
    for mention in reversed(near):
        between = view.words(Span(min(mention.end, trigger.start), trigger.start))
        if " and " in between or ";" in between or _is_subset(view, mention.span):
            continue
        quantity = mention.quantity
        if quantity is None or quantity.unit in _THINGS:
            continue
        kind = person_kind(quantity.unit)
        actor = next(iter(view.within(mention.span, MentionKind.ACTOR)), None)
        if kind is None:
            kind = actor.actor.kind if actor and actor.actor else ActorKind.UNKNOWN
            if quantity.unit not in _STATES and actor is None:
                continue
        return (
            Toll(
                what,
                quantity.low,
                quantity.high,
                quantity.unit,
                kind,
                mention.span,
                actor,
                _told(mention.span, trigger),
            ),
        )
    return ()


_STATES = frozenset(
    {
        "dead",
        "wounded",
        "injured",
        "hurt",
        "more",
        "casualties",
        "injuries",
        "deaths",
        "fatalities",
        "victims",
        "others",
    }
)


def shared_noun(tolls: tuple[Toll, ...]) -> tuple[Toll, ...]:
    """Gives bare numbers the people that the count before them named: "killing two nurses and wounding six"."""
    out: list[Toll] = []
    for toll in sorted(tolls, key=lambda t: t.span):
        bare = toll.noun is None or toll.noun in _FELLOWS
        if (
            bare
            and toll.kind is ActorKind.UNKNOWN
            and toll.actor is None
            and out
            and out[-1].what in {"deaths", "injured"}
        ):
            toll = replace(toll, kind=out[-1].kind, actor=out[-1].actor, noun=toll.noun or out[-1].noun)
        out.append(toll)
    return tuple(out)


def _is_subset(view: View, span: Span) -> bool:
    """True for a part of a count told before: "including two women", "three of them"."""
    start = view.sentence.start
    before = view.folded[: span.start - start][-16:]
    after = view.folded[span.end - start :][:18].lstrip()
    return before.endswith(_SUBSET_BEFORE) or after.startswith(_SUBSET_AFTER)
