"""Which event code: by the trigger, the weapon, and who acts on whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crossbearing.extract.frames import Frame
from crossbearing.extract.parties import ARMED, NONSTATE, STATE_LIKE, civil_kind, kinds_of
from crossbearing.extract.territory import territory_code
from crossbearing.extract.view import View
from crossbearing.model import FAMILY_OF, ActorKind, Family, Mention, MentionKind
from crossbearing.vocab.cues import cues, weapons
from crossbearing.vocab.words import pattern

VIOLENT = frozenset({Family.BATTLE, Family.EXPLOSION, Family.CIVILIANS})
PROTEST_CODES = frozenset(
    {
        *("peaceful_protest", "protest_with_intervention", "excessive_force"),
        *("violent_demonstration", "mob_violence"),
    }
)
"""What crowds do, and what is done to them."""
_PRONOUNS = frozenset(
    {"all", "it", "they", "which", "that", "them", "this", "these", "some", "everything", "who"}
)
_PEOPLE = re.compile(
    r"\b(?:\d[\d,. ]*|hundreds|thousands|dozens|many|some) (?:of )?(?:\w+ )?"
    r"(?:families|households|people|persons|residents|villagers|civilians|inhabitants|women)\b"
)
_GOING = ("leav", "left", "reach", "abandon", "evacuat", "enter")
_GUNS = frozenset({"shoot", "shoot_dead"})
_OPEN_KINDS = frozenset({"blast", "people_move", "people_hold"})
"""Kinds of triggers whose code is only a first guess."""
_MOSTLY_SHELL = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
_DESCRIBED = re.compile(cues()["described"].pattern + r"[^,.;]*")


@dataclass(frozen=True, slots=True)
class _Act:
    """What the code depends on: the frames of one incident, the leading one, and who acts and suffers."""

    frames: Sequence[Frame]
    top: Frame
    a: Sequence[Mention]
    b: Sequence[Mention]
    victims: frozenset[ActorKind]

    @classmethod
    def of(cls, frames: Sequence[Frame]) -> _Act:
        return cls(
            frames,
            max(frames, key=lambda f: f.row.rank),
            [m for f in frames for m in f.a],
            [m for f in frames for m in f.b],
            frozenset(t.kind for f in frames for t in f.tolls),
        )

    def has(self, key: str) -> bool:
        return any(f.row.key == key for f in self.frames)


def is_violent(code: str | None) -> bool:
    """Whether a code is of a violent family; a trigger without a code of its own ("killed") is."""
    return FAMILY_OF.get(code or "attack") in VIOLENT


def weapon_code(words: str) -> str | None:
    """The event code of the weapon that folded ``words`` name; weapons only carried or found do not count."""
    used = _DESCRIBED.sub(" ", words)
    return next((code for code, means in weapons() if means.search(used)), None)


def code_of(view: View, frames: Sequence[Frame], clause_words: str, sentence_alone: bool) -> str | None:
    """The event code of frames that tell one incident; None when they turn out to tell none.

    ``clause_words`` are the folded words of the incident's own clauses; with ``sentence_alone`` (no other
    violence in the sentence) a weapon named anywhere in the sentence counts.
    """
    act = _Act.of(_without_fatal_abduction(frames))
    top = act.top
    if _people_go(top, act.a, clause_words):
        return "displacement"
    if not _right_actors(top, act.a, act.b) or _destroys_nothing(top):
        return None
    if top.row.kind in {"take", "take_place", "lose"}:
        return territory_code(view, top, act.a)
    if act.has("mob"):
        return "mob_violence"
    if act.has("protest") or top.row.key == "dispersal":
        return _protest(act)
    weapon = _weapon(view, clause_words, act.a, sentence_alone)
    if top.row.code is not None and top.row.kind not in _OPEN_KINDS:
        return _fixed(act, weapon)
    return _by_kind(act, weapon)


def _people_go(top: Frame, a: Sequence[Mention], clause_words: str) -> bool:
    """Families who leave or reach a town do not take it or withdraw: "2,000 families have left the town"."""
    goes = top.verbal and top.trigger.text.lower().startswith(_GOING)
    return (
        goes
        and top.row.key in {"take_place", "withdrawal"}
        and not kinds_of(a) & ARMED
        and (_PEOPLE.search(clause_words) is not None)
    )


def _without_fatal_abduction(frames: Sequence[Frame]) -> Sequence[Frame]:
    """Abduction followed by death is an attack, as ACLED codes it."""
    rest = [f for f in frames if f.row.key != "abduction"]
    return rest if any(t.what == "deaths" for f in rest for t in f.tolls) else frames


def _destroys_nothing(top: Frame) -> bool:
    """ "destroyed it", "burned": no property is named."""
    if top.row.key != "property" or not top.verbal:
        return False
    return not top.goal or top.goal.split()[0] in _PRONOUNS


def _weapon(view: View, clause_words: str, a: Sequence[Mention], sentence_alone: bool) -> str | None:
    """The code of the weapon: an aircraft that acts, else what the clause names, else the sentence."""
    if any(pattern("aircraft").search(m.text.lower()) for m in a):
        return "air_strike"
    weapon = weapon_code(_without_names(view, clause_words))
    around = weapon_code(_without_names(view, view.folded)) if sentence_alone else None
    if weapon is None or (around == "air_strike" and weapon in {"shelling", "ied"}):
        return around or weapon
    return weapon


def _without_names(view: View, words: str) -> str:
    """The words without the names of places, of which some are weapons too: Tank district, Mine Hill."""
    for mention in view.kind(MentionKind.PLACE):
        words = words.replace(view.words(mention.span), " ")
    return words


def _by_kind(act: _Act, weapon: str | None) -> str | None:
    """The code of a trigger that leaves it open: by its kind, the weapon, and at last who acts on whom."""
    top = act.top
    if top.row.kind == "blast":
        return weapon or "ied"
    bombing = next((f for f in act.frames if f.row.kind == "bombing" and not f.verbal), top)
    if bombing.row.kind == "bombing" and top.row.kind in {"bombing", "assault"}:
        return weapon or _bombing(bombing, act.a)
    if top.row.kind == "missing":
        return None
    if top.row.kind == "people_hold":
        held = kinds_of(act.b) & {ActorKind.CIVILIANS} and kinds_of(act.a) & NONSTATE and top.tolls
        return "abduction" if held else None
    if top.row.kind == "people_move":
        return "displacement" if _PEOPLE.search(top.goal) else None
    if weapon is not None and not (weapon == "ied" and top.row.key in _GUNS):
        return weapon
    return "armed_clash" if act.has("clash") else _by_sides(act.a, act.b, act.victims)


def _right_actors(top: Frame, a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Whether the act is one that these can do: scholars may agree without making an event."""
    key = top.row.key
    if key == "withdrawal":
        return bool(kinds_of(a) & ARMED) or (
            not a
            and top.trigger.text.lower().startswith(("withdr", "retreat", "pull", "fall", "fell"))
            and not top.b
        )
    if key == "agreement" and top.verbal and top.trigger.text.lower().startswith("agree"):
        return len(a) + len(b) > 1  # "agreed to withdraw" is one side's word
    if key in {"talks", "agreement"}:
        return bool(a or b)
    if key in {"displacement", "leave_home"} and top.verbal:
        return not (top.b and kinds_of(top.b) <= ARMED)
    return True


def _fixed(act: _Act, weapon: str | None) -> str:
    """The code of the trigger itself, unless a weapon named beside it says more."""
    top, code = act.top, act.top.row.code or "other"
    missile = top.verbal or top.trigger.text.lower().startswith(("missile", "rocket"))
    finer = {
        "attack": {"air_strike", "shelling", "suicide_bomb", "ied"}
        if top.row.key == "murder" and not top.verbal
        else set(),
        "ied": {"suicide_bomb", "air_strike"},
        "shelling": {"air_strike"} if missile else set(),
    }
    if weapon is not None and weapon in finer.get(code, ()):
        return weapon
    if code == "armed_clash" and kinds_of((*act.a, *act.b)) & {ActorKind.RIOTERS, ActorKind.PROTESTERS}:
        return "violent_demonstration"
    if code == "armed_clash" and not act.a and not act.b and act.victims == {ActorKind.CIVILIANS}:
        return "attack" if top.verbal else code
    return code


def _bombing(top: Frame, a: Sequence[Mention]) -> str:
    """Bombs and strikes with no weapon named: armies mostly bomb from the air, groups mostly do not."""
    words = top.trigger.text.lower()
    if words in {"fire", "raid", "raided", "raids"} or words.endswith((" on", " upon")):
        return _by_sides(a, top.b, frozenset(t.kind for t in top.tolls))
    kinds = kinds_of(a)
    if words in {"bombing", "bombings"} and not kinds & STATE_LIKE and ActorKind.EXTERNAL not in kinds:
        return "ied"  # "the bombing of a mosque": by nobody named, or by a group
    return "shelling" if kinds and kinds <= _MOSTLY_SHELL else "air_strike"


def _by_sides(a: Sequence[Mention], b: Sequence[Mention], victims: frozenset[ActorKind]) -> str:
    """The code of violence without a telling word: by who acts on whom."""
    kinds_a, kinds_b = kinds_of(a), {civil_kind(m) for m in b if m.actor is not None} | victims
    if kinds_b & {ActorKind.PROTESTERS} and kinds_a & STATE_LIKE:
        return "excessive_force"
    if kinds_b & ARMED:
        return "armed_clash"
    if kinds_b & {ActorKind.CIVILIANS, ActorKind.UNKNOWN}:
        return "attack"
    return "armed_clash" if kinds_a & ARMED and b else "attack"


def _protest(act: _Act) -> str:
    """The code of a protest, by what was done to those who marched or what they did."""
    keys = {f.row.key for f in act.frames}
    deaths = any(t.what == "deaths" for f in act.frames for t in f.tolls)
    if "excessive_force" in keys or (keys & _GUNS and act.victims) or deaths:
        return "excessive_force"
    if "riot" in keys:
        return "violent_demonstration"
    if keys & {"dispersal", "arrests", "injure"}:
        return "protest_with_intervention"
    return "peaceful_protest"
