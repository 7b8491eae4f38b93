"""Whether two tellings can be of one incident, and whether they have enough in common to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crossbearing.extract.incidents import Incident
from crossbearing.extract.kinds import PROTEST_CODES
from crossbearing.extract.tolls import Toll
from crossbearing.model import ActorKind, Mention, Modality
from crossbearing.vocab.actors import word_list

_BOMBING_CODES = frozenset({"ied", "suicide_bomb", "grenade", "shelling", "air_strike", "chemical_weapon"})
_SAME_GROUPS = (
    frozenset({"armed_clash", "attack", "government_regains_territory", "nonstate_takes_territory"}),
    frozenset({"armed_clash", "attack"}) | _BOMBING_CODES,
    PROTEST_CODES,
    frozenset({"talks", "agreement"}),
    frozenset({"withdrawal", "government_regains_territory", "nonviolent_transfer"}),
)
"""Codes of one group may be those of two tellings of one incident."""
_EXCLUSIVE = _BOMBING_CODES | {"abduction"}
"""Codes of which two tell two incidents, whatever groups they share."""
REACH = 3  # paragraphs over which "the attack" still means the last one told
_NEAR_DEGREES = 0.25  # latitudes and longitudes added up: two names of one neighbourhood, some 25 km
_KM_A_DEGREE = 111
_AREA = 3  # precision from which a place is an area, in which another may lie


def shares_side(one: Sequence[Mention], two: Sequence[Mention]) -> bool:
    """Whether two sides have an actor in common."""
    return bool({m.actor.id for m in one if m.actor} & {m.actor.id for m in two if m.actor})


def compatible(one: Incident, two: Incident) -> bool:
    """Nothing speaks against two tellings being of one incident: kind, day, place, sides, dead."""
    if one.modality is not two.modality and not (
        one.part.heads and Modality.DENIED not in (one.modality, two.modality)
    ):
        return False
    if not codes_agree(one, two):
        return False
    if _days_differ(one, two) or same_place(one.place, two.place) is False:
        return False
    if (sides_clash(one.a, two.a) and not two.takes_part) or (
        sides_clash(one.b, two.b) and not two.outcome_only
    ):
        return False
    return not tolls_clash(one, two)


def codes_agree(one: Incident, two: Incident) -> bool:
    """Whether the two codes may be those of one incident, ``two`` being told later."""
    if one.code == two.code:
        return True
    beside = two.paragraph == one.paragraph and two.sentences[0] - one.sentences[-1] <= 1
    if two.outcome_only and one.violent and beside:
        return True  # what came of it, told in the next sentence
    codes = {one.code, two.code}
    if not codes <= _EXCLUSIVE:
        return any(codes <= group for group in _SAME_GROUPS)
    if two.anaphoric and codes <= _BOMBING_CODES:
        return two.paragraph - one.paragraph <= 1  # "the missile" after "a drone strike"
    if codes <= {"ied", "suicide_bomb"}:
        return True
    return codes <= {"air_strike", "chemical_weapon"} and same_place(one.place, two.place) is True


def _days_differ(one: Incident, two: Incident) -> bool:
    """The acts are dated apart; when one was only said counts for nothing."""
    return not one.said and not two.said and same_date(one.date, two.date) is False


def same_date(one: Mention | None, two: Mention | None) -> bool | None:
    """True, False, or None when one of them is not known."""
    if one is None or two is None or one.date is None or two.date is None:
        return None
    if one.date.start is None or two.date.start is None or one.date.end is None or two.date.end is None:
        return None
    return one.date.start <= two.date.end and two.date.start <= one.date.end


def same_place(one: Mention | None, two: Mention | None) -> bool | None:
    """True, False, or None when one of them is not known or one may lie in the other."""
    if one is None or two is None or one.place is None or two.place is None:
        return None
    p, q = one.place, two.place
    if p.name == q.name or (p.id is not None and p.id == q.id):
        return True
    if not p.located or not q.located:
        return None if p.located != q.located else False
    if p.country != q.country and p.country and q.country:
        return False
    if max(p.precision or 1, q.precision or 1) >= _AREA:
        return None  # one may lie in the other
    far = abs((p.lat or 0) - (q.lat or 0)) + abs((p.lon or 0) - (q.lon or 0))
    return far < _NEAR_DEGREES + ((p.radius_km or 0) + (q.radius_km or 0)) / _KM_A_DEGREE


def sides_clash(one: Sequence[Mention], two: Sequence[Mention]) -> bool:
    """Both name bodies, and none in common."""
    named = [{m.actor.id for m in side if m.actor is not None and not m.actor.generic} for side in (one, two)]
    return bool(named[0]) and bool(named[1]) and not named[0] & named[1] and not related(one, two)


def related(one: Sequence[Mention], two: Sequence[Mention]) -> bool:
    """Of one country and kind: "the army" and "soldiers", "police" and "security forces"."""
    kinds = [{(m.actor.kind, m.actor.country) for m in side if m.actor is not None} for side in (one, two)]
    return bool(kinds[0] & kinds[1])


def tolls_clash(one: Incident, two: Incident) -> bool:
    """Different numbers of dead of one kind, told outside a headline: another incident, or a rival toll.

    "Two soldiers and some militants" and "two soldiers and thirteen militants" do not clash.
    """
    dead = [_dead_by_kind(i) for i in (one, two)]
    if not dead[0] or not dead[1] or complements(one, two):
        return False
    totals = [sum(d.values()) for d in dead]
    if one.part.heads or two.part.heads:
        if _open_ended(one) and totals[1] >= totals[0]:
            return False  # "strike kills dozens", and then at least fifty
        return abs(totals[0] - totals[1]) > max(totals) * 0.5
    shared = dead[0].keys() & dead[1].keys()
    if not shared:
        return totals[0] != totals[1]
    return any(dead[0][kind] != dead[1][kind] for kind in shared)


def _open_ended(incident: Incident) -> bool:
    return any(t.what == "deaths" and t.high is None for t in incident.tolls)


def complements(one: Incident, two: Incident) -> bool:
    """The next sentence tells of the dead of the other side: "killing two soldiers. Four attackers died".

    Both sorts must be told, and the same speaker (or nobody new) say so: else it is a rival toll.
    """
    if one.part.heads or two.part.heads or two.opens:
        return False
    if two.paragraph != one.paragraph or two.sentences[0] - one.sentences[-1] > 1:
        return False
    if not (two.outcome_only or two.anaphoric) or (
        two.place is not None and same_place(one.place, two.place) is not True
    ):
        return False
    sorts = [{_sort(t) for t in i.tolls if t.what == "deaths"} for i in (one, two)]
    if sorts[1] == {"attackers"} and one.a:
        return "attackers" not in sorts[0]
    if two.attribution.speaker is not None and two.attribution != one.attribution:
        return False
    return None not in sorts[0] | sorts[1] and not sorts[0] & sorts[1]


def _sort(toll: Toll) -> str | None:
    """Of what sort the people counted are; None when it is not told."""
    if toll.noun in word_list("attackers"):
        return "attackers"
    return None if toll.kind is ActorKind.UNKNOWN else str(toll.kind)


def _dead_by_kind(incident: Incident) -> Counter[ActorKind]:
    out: Counter[ActorKind] = Counter()
    for toll in incident.tolls:
        if toll.what == "deaths":
            out[toll.kind] += toll.low
    return out


def same_toll(one: Incident, two: Incident) -> bool:
    """Both tell of dead, and of the same numbers."""
    dead = [sorted((t.low, t.what) for t in i.tolls if t.what == "deaths") for i in (one, two)]
    return bool(dead[0]) and dead[0] == dead[1]


def tells_again(one: Incident, two: Incident) -> bool:
    """Enough in common to be the same incident told again."""
    place, date = same_place(one.place, two.place), same_date(one.date, two.date)
    open_to_it = place is not False and date is not False
    next_sentence = two.sentences[0] - one.sentences[-1] <= 1
    if same_toll(one, two) and open_to_it:
        return True
    if one.part.heads and (place is True or _shares_actor(one, two)):
        return True
    if one.part.heads and one.code == two.code and open_to_it and one.place is None:
        return not any(t.total for t in two.tolls)  # "Strike kills dozens": what the text tells first
    if {one.code, two.code} <= PROTEST_CODES and next_sentence and open_to_it:
        return True  # the march, and what the police did about it
    if one.code != two.code:
        return False
    goes_on = next_sentence and two.paragraph == one.paragraph and place is not False
    if goes_on and not (one.tolls and two.tolls):
        return True
    settled = place is True and date is True
    fits = settled or (not one.violent and open_to_it)
    return fits and (_shares_actor(one, two) or not (one.a and two.a))


def _shares_actor(one: Incident, two: Incident) -> bool:
    ids = [{m.actor.id for m in (*i.a, *i.b) if m.actor is not None} for i in (one, two)]
    return bool(ids[0] & ids[1])
