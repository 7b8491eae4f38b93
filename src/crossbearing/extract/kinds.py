"""Which event code: by the trigger, the weapon, and who acts on whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crossbearing.extract.casualties import person_kind
from crossbearing.extract.frames import Frame
from crossbearing.extract.view import View
from crossbearing.model import ActorKind, Mention, MentionKind, Span
from crossbearing.vocab.cues import cues, weapons

ARMED = frozenset(
    {
        ActorKind.STATE,
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.EXTERNAL,
    }
)
STATE_LIKE = frozenset({ActorKind.STATE, ActorKind.EXTERNAL})
NONSTATE = frozenset(
    {ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA, ActorKind.UNKNOWN}
)
_PLACE_NOUNS = (
    "town", "city", "village", "district", "neighbourhood", "neighborhood", "quarter", "area", "areas", "territory", "territories", "control", "base",
    "hill", "hills", "airport", "bridge", "crossing", "checkpoint", "checkpoints", "camp", "province", "region", "ground", "strategic", "front", "positions",
    "stronghold", "dam", "heights", "post", "posts", "road", "highway", "percent", "per cent", "suburb", "centre", "center", "headquarters", "garrison", "outpost",
)  # fmt: skip
_ARMS = (
    "weapon",
    "weapons",
    "arms",
    "ammunition",
    "rifle",
    "rifles",
    "explosive",
    "explosives",
    "bomb",
    "bombs",
    "drugs",
    "cache",
    "grenades",
    "rockets",
)
_PRONOUNS = frozenset(
    {"all", "it", "they", "which", "that", "them", "this", "these", "some", "everything", "who"}
)
_AIR = re.compile(
    r"\b(?:jets?|warplanes?|aircraft|planes?|helicopters?|drones?|air force|airforce|gunships?|bombers?)\b"
)
_PEOPLE = re.compile(
    r"\b(?:\d[\d,. ]*|hundreds|thousands|dozens|many|some) (?:of )?(?:\w+ )?(?:families|households|people|persons|residents|villagers|civilians|inhabitants|women)\b"
)
_REGULARS = re.compile(r"\b(?:army|soldiers|troops|forces|police|military|government)$")


def kinds_of(mentions: Iterable[Mention]) -> set[ActorKind]:
    return {m.actor.kind for m in mentions if m.actor is not None}


def weapon_code(words: str) -> str | None:
    """The event code of the weapon that folded ``words`` name, or None; weapons only carried or found do not count."""
    used = _DESCRIBED.sub(" ", words)
    return next((code for code, pattern in weapons() if pattern.search(used)), None)


_DESCRIBED = re.compile(cues()["described"].pattern + r"[^,.;]*")


def code_of(view: View, frames: Sequence[Frame], clause_words: str, sentence_alone: bool) -> str | None:
    """The event code of frames that tell one incident; None when they turn out to tell none.

    ``clause_words`` are the folded words of the incident's own clauses; with ``sentence_alone`` (no other violence in
    the sentence) a weapon named anywhere in the sentence counts.
    """
    if any(f.row.key == "abduction" for f in frames) and any(
        f.row.key != "abduction" and t.what == "deaths" for f in frames for t in f.tolls
    ):
        frames = [
            f for f in frames if f.row.key != "abduction"
        ]  # abduction followed by death is an attack (ACLED)
    a = [m for f in frames for m in f.a]
    b = [m for f in frames for m in f.b]
    victims = {t.kind for f in frames for t in f.tolls}
    top = max(frames, key=lambda f: f.row.rank)
    if not _right_actors(top, a, b):
        return None
    if top.row.key == "property" and top.verbal and (not top.goal or top.goal.split()[0] in _PRONOUNS):
        return None
    if top.row.kind in {"take", "take_place", "lose"}:
        return _territory(view, top, a)
    if any(f.row.key == "mob" for f in frames):
        return "mob_violence"
    if any(f.row.key == "protest" for f in frames) or top.row.key == "dispersal":
        return _protest(frames, victims)
    weapon = weapon_code(clause_words)
    around = weapon_code(view.folded) if sentence_alone else None
    if (
        weapon is None
        or (around == "air_strike" and weapon in {"shelling", "ied"})
        or any(_AIR.search(m.text.lower()) for m in a)
    ):
        weapon = "air_strike" if any(_AIR.search(m.text.lower()) for m in a) else around or weapon
    if top.row.code is not None and top.row.kind not in {"blast", "people_move", "people_hold"}:
        return _fixed(top, a, b, victims, weapon)
    if top.row.kind == "blast":
        return weapon or "ied"
    bombing = next((f for f in frames if f.row.kind == "bombing" and not f.verbal), top)
    if bombing.row.kind == "bombing" and top.row.kind in {"bombing", "assault"}:
        return weapon or _bombing(bombing, a)
    if top.row.kind == "missing":
        return None
    if top.row.kind == "people_hold":
        return (
            "abduction"
            if kinds_of(b) & {ActorKind.CIVILIANS} and kinds_of(a) & NONSTATE and top.tolls
            else None
        )
    if top.row.kind == "people_move":
        return "displacement" if _PEOPLE.search(top.goal) else None
    if weapon is not None and not (weapon == "ied" and top.row.key == "shoot"):
        return weapon
    if any(f.row.key == "clash" for f in frames):
        return "armed_clash"
    return _by_sides(a, b, victims)


def _right_actors(top: Frame, a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Whether the act is one that these can do: scholars may agree and rescuers pull out bodies without making an event."""
    key = top.row.key
    if key == "withdrawal":
        return bool(kinds_of(a) & ARMED) or (
            not a
            and top.trigger.text.lower().startswith(("withdr", "retreat", "pull", "fall", "fell"))
            and not top.b
        )
    if key in {"talks", "agreement"}:
        return bool(a or b)
    if key in {"displacement", "leave_home"} and top.verbal:
        return not (top.b and kinds_of(top.b) <= ARMED)
    return True


def _fixed(
    top: Frame, a: Sequence[Mention], b: Sequence[Mention], victims: set[ActorKind], weapon: str | None
) -> str:
    code = top.row.code or "other"
    if (
        code == "attack"
        and weapon in {"air_strike", "shelling", "suicide_bomb", "ied"}
        and top.row.key == "murder"
        and not top.verbal
    ):
        return weapon
    if code == "ied" and weapon in {"suicide_bomb", "air_strike"}:
        return weapon
    if (
        code == "shelling"
        and weapon == "air_strike"
        and (top.verbal or top.trigger.text.lower().startswith(("missile", "rocket")))
    ):
        return weapon
    if code == "armed_clash" and not a and not b and victims == {ActorKind.CIVILIANS} and top.verbal:
        return "attack"
    return code


def _bombing(top: Frame, a: Sequence[Mention]) -> str:
    """Bombs and strikes with no weapon named: armies mostly bomb from the air, groups mostly do not."""
    kinds = kinds_of(a)
    if top.trigger.text.lower() in {"fire", "raid", "raided", "raids"}:
        return _by_sides(a, top.b, {t.kind for t in top.tolls})
    return (
        "shelling"
        if kinds and kinds <= {ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA}
        else "air_strike"
    )


def _by_sides(a: Sequence[Mention], b: Sequence[Mention], victims: set[ActorKind]) -> str:
    kinds_a, kinds_b = kinds_of(a), {civil_kind(m) for m in b if m.actor is not None} | victims
    if kinds_b & {ActorKind.PROTESTERS} and kinds_a & STATE_LIKE:
        return "excessive_force"
    if kinds_b & ARMED:
        return "armed_clash"
    if kinds_b & {ActorKind.CIVILIANS, ActorKind.UNKNOWN}:
        return "attack"
    return "armed_clash" if kinds_a & ARMED and b else "attack"


_COMMUNITY = re.compile(r"\b(?:tribes?|clans?|community|minority|villagers|family)\b")


def civil_kind(mention: Mention) -> ActorKind:
    """The kind of an actor; people of a tribe or a community are civilians when others kill them."""
    kind = mention.actor.kind if mention.actor is not None else ActorKind.UNKNOWN
    return (
        ActorKind.CIVILIANS
        if kind is ActorKind.IDENTITY_MILITIA and _COMMUNITY.search(mention.text.lower())
        else kind
    )


def _territory(view: View, top: Frame, a: Sequence[Mention]) -> str | None:
    goal = top.goal
    if top.row.kind == "lose":
        return _taker(a)
    places = top.goal_span is not None and any(
        m.place is not None for m in view.within(_wide(view, top.goal_span), MentionKind.PLACE)
    )
    head = goal.split()[-1] if goal else ""
    if top.row.kind == "take_place":
        named = top.goal_span is not None and _proper(view, top.goal_span) and not top.b
        starts = (
            named
            or (top.goal_span is not None
            and any(
                m.start - top.goal_span.start <= (16 if goal.startswith(_TOWN) else 4)
                for m in view.within(_wide(view, top.goal_span), MentionKind.PLACE)
            ))
        )
        return _taker(a) if starts and kinds_of(a) & ARMED else None
    if any(word in goal.split() for word in _ARMS):
        return "disrupted_weapons_use"
    if _persons(view, top) and not head_is_place(head):
        return "arrests" if kinds_of(a) and kinds_of(a) <= STATE_LIKE else "abduction"
    if (
        places
        or kinds_of(top.b) & ARMED
        or head in _PLACE_NOUNS
        or any(w in goal.split() for w in _PLACE_NOUNS)
        or len(top.trigger.text.split()) > 1
        or not top.verbal
    ):
        return _taker(a)
    return "abduction" if top.tolls else None


_TOWN = ("the town", "the city", "the village", "the district", "the port", "the province", "the capital")


def _proper(view: View, span: Span) -> bool:
    """True when the phrase is one capitalised name: "took Elm Ford"."""
    tokens = [t for t in view.sentence.tokens if span.start <= t.start < span.end]
    return bool(tokens) and all(t.tag in ("NNP", "NNPS") for t in tokens)


def head_is_place(head: str) -> bool:
    return head in _PLACE_NOUNS


def _persons(view: View, top: Frame) -> bool:
    """True when people are taken and not a place: "seized two commanders", "captured villagers"."""
    if top.goal_span is None:
        return False
    counted = any(
        q.quantity is not None
        and q.span.overlaps(top.goal_span)
        and q.quantity.unit is not None
        and person_kind(q.quantity.unit) is not None
        for q in view.kind(MentionKind.QUANTITY)
    )
    first = top.goal.split()[:1]
    return counted or bool(
        kinds_of(top.b) & {ActorKind.CIVILIANS} and first and first[0] not in {"parts", "areas"}
    )


def _wide(view: View, span: Span) -> Span:
    """The goal with what stands right behind it: "two neighbourhoods in Marj"."""
    return Span(span.start, min(span.end + 40, view.sentence.end))


def _taker(a: Sequence[Mention]) -> str:
    kinds = kinds_of(a)
    if (
        kinds & STATE_LIKE
        or not kinds
        or any(_REGULARS.search(m.text.lower()) and m.actor and m.actor.generic for m in a)
    ):
        return "government_regains_territory"
    return "nonstate_takes_territory"


def _protest(frames: Sequence[Frame], victims: set[ActorKind]) -> str:
    keys = {f.row.key for f in frames}
    if (
        "excessive_force" in keys
        or ("shoot" in keys and victims)
        or any(t.what == "deaths" for f in frames for t in f.tolls)
    ):
        return "excessive_force"
    if "riot" in keys:
        return "violent_demonstration"
    if keys & {"dispersal", "arrests", "injure"}:
        return "protest_with_intervention"
    return "peaceful_protest"
