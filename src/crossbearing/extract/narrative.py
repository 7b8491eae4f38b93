"""The report as a whole: which incidents of several sentences are one, and what later sentences take from earlier ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as date_type
from datetime import timedelta

from crossbearing.extract.incidents import Incident, merge
from crossbearing.extract.kinds import ARMED
from crossbearing.model import (
    ActorKind,
    DatePrecision,
    DateValue,
    Document,
    Mention,
    MentionKind,
    Modality,
    PartKind,
    Report,
)

_SAME_GROUPS = (
    frozenset({"armed_clash", "attack", "government_regains_territory", "nonstate_takes_territory"}),
    frozenset(
        {
            "armed_clash",
            "attack",
            "ied",
            "suicide_bomb",
            "grenade",
            "shelling",
            "air_strike",
            "chemical_weapon",
        }
    ),
    frozenset(
        {
            "peaceful_protest",
            "protest_with_intervention",
            "excessive_force",
            "violent_demonstration",
            "mob_violence",
        }
    ),
    frozenset({"talks", "agreement"}),
    frozenset({"withdrawal", "government_regains_territory", "nonviolent_transfer"}),
)
_EXCLUSIVE = frozenset(
    {"ied", "air_strike", "shelling", "suicide_bomb", "abduction", "grenade", "chemical_weapon"}
)
_REACH = 3  # paragraphs over which "the attack" still means the last one told


_BACKGROUND_AFTER = timedelta(days=400)
"""Older than about a year before the report: background, which coders leave out (gold conventions; ACLED, UCDP)."""


def in_time(incident: Incident, document: Document) -> Incident | None:
    """The incident with its modality put right by the calendar: what lies after the report is planned; None if long past."""
    now = _now(document)
    date = incident.date.date if incident.date is not None else None
    if now is None or date is None or date.start is None or date.end is None:
        return incident
    if date.end < now - _BACKGROUND_AFTER:
        return None
    if date.start > now and incident.modality is Modality.OCCURRED:
        return replace(incident, modality=Modality.PLANNED)
    return incident


def _now(document: Document) -> date_type | None:
    """The day of the report; failing that, the last day that it names."""
    if document.report.published.end is not None:
        return document.report.published.end
    days = [
        m.date.end
        for m in document.of_kind(MentionKind.TIME)
        if m.date is not None and m.date.end is not None and m.date.start == m.date.end
    ]
    return max(days, default=None)


def dated_by_report(incident: Incident, report: Report) -> Incident:
    """News told without a day, in the present perfect, is dated by the report's own date line.

    Only where the report prints its date (so that a passage says it) and to the day; ACLED's coders do the same.
    """
    published = report.published
    if incident.date is not None or incident.modality is not Modality.OCCURRED or not incident.perfect:
        return incident
    if published.start is None or published.start != published.end or not published.evidence:
        return incident
    passage = published.evidence[0]
    date = DateValue(published.start, published.end, DatePrecision.DAY, passage.quote)
    return replace(incident, date=Mention(MentionKind.TIME, passage.span, passage.quote, date=date))


def join(found: Sequence[Incident]) -> tuple[Incident, ...]:
    """The incidents of a report, each once, in the order of their first telling."""
    out: list[Incident] = []
    for incident in found:
        home = _claimed(out, incident) if incident.claim else _home(out, incident)
        if home is None:
            if incident.claim:
                continue
            if not (incident.anaphoric and not incident.tolls and not incident.a and not incident.b):
                out.append(_opponent(out, _denial(out, incident) or _inherit(out, incident)))
        else:
            out[home] = merge(out[home], incident)
    return tuple(out)


def _claimed(out: Sequence[Incident], claim: Incident) -> int | None:
    """The violent incident that is claimed or blamed: the last one told, within reach, that has nobody else for it."""
    for i in range(len(out) - 1, -1, -1):
        if claim.paragraph - out[i].paragraph > _REACH:
            return None
        if out[i].violent and out[i].modality is Modality.OCCURRED:
            return i if not _sides_clash(out[i].a, claim.a) and not _shares_side(out[i].b, claim.a) else None
    return None


def _shares_side(one: Sequence[Mention], two: Sequence[Mention]) -> bool:
    return bool({m.actor.id for m in one if m.actor} & {m.actor.id for m in two if m.actor})


def _home(out: Sequence[Incident], incident: Incident) -> int | None:
    """The earlier incident that this one tells again, or None."""
    candidates = [i for i in range(len(out) - 1, -1, -1) if _compatible(out[i], incident)]
    if not candidates:
        return None
    if incident.opens and not _same_toll(out[candidates[0]], incident):
        candidates = [
            i
            for i in candidates
            if _same_place(out[i].place, incident.place) is True
            and _same_date(out[i].date, incident.date) is True
        ]
        return candidates[0] if candidates else None
    near = [i for i in candidates if incident.paragraph - out[i].paragraph <= _REACH or i == len(out) - 1]
    if (incident.anaphoric or incident.outcome_only) and near:
        return near[0]
    if out and len(out) - 1 in candidates and _elaborates(out[-1], incident):
        return len(out) - 1
    return next((i for i in candidates if _tells_again(out[i], incident)), None)


def _elaborates(lead: Incident, incident: Incident) -> bool:
    """The next paragraph says more of what the lead told in general: a finer place, no other dead, a definite subject."""
    if (
        incident.paragraph - lead.paragraph > 1
        or lead.part is PartKind.CAPTION
        or incident.opens
        or not lead.violent
    ):
        return False
    if any(t.what == "deaths" for t in incident.tolls):
        return False
    vague = lead.place is None or lead.place.place is None or (lead.place.place.precision or 1) >= 4
    return (
        vague
        and incident.place is not None
        and (not incident.a or not lead.a or _shares_side(lead.a, incident.a))
    )


def _compatible(one: Incident, two: Incident) -> bool:
    if one.modality is not two.modality and not (
        one.part is PartKind.HEADLINE and Modality.DENIED not in (one.modality, two.modality)
    ):
        return False
    if not _codes_agree(one, two):
        return False
    if _days_differ(one, two) or _same_place(one.place, two.place) is False:
        return False
    if (_sides_clash(one.a, two.a) and not two.takes_part) or (_sides_clash(one.b, two.b) and not two.outcome_only):
        return False
    return not _tolls_clash(one, two)


def _codes_agree(one: Incident, two: Incident) -> bool:
    if one.code == two.code:
        return True
    if (
        two.outcome_only
        and one.violent
        and two.paragraph == one.paragraph
        and two.sentences[0] - one.sentences[-1] <= 1
    ):
        return True  # what came of it, told in the next sentence
    if (
        two.anaphoric
        and one.code in _EXCLUSIVE
        and two.code in _EXCLUSIVE
        and "abduction" not in (one.code, two.code)
    ):
        return two.paragraph - one.paragraph <= 1  # "the missile" after "a drone strike"
    if one.code in _EXCLUSIVE and two.code in _EXCLUSIVE:
        codes = {one.code, two.code}
        return codes <= {"ied", "suicide_bomb"} or (
            codes <= {"air_strike", "chemical_weapon"} and _same_place(one.place, two.place) is True
        )
    return any(one.code in g and two.code in g for g in _SAME_GROUPS)


def _days_differ(one: Incident, two: Incident) -> bool:
    """The acts are dated apart; when one was only said counts for nothing."""
    return not one.said and not two.said and _same_date(one.date, two.date) is False


def _same_date(one: Mention | None, two: Mention | None) -> bool | None:
    """True, False, or None when one of them is not known."""
    if one is None or two is None or one.date is None or two.date is None:
        return None
    if one.date.start is None or two.date.start is None or one.date.end is None or two.date.end is None:
        return None
    return one.date.start <= two.date.end and two.date.start <= one.date.end


def _same_place(one: Mention | None, two: Mention | None) -> bool | None:
    if one is None or two is None or one.place is None or two.place is None:
        return None
    p, q = one.place, two.place
    if p.name == q.name or (p.id is not None and p.id == q.id):
        return True
    if not p.located or not q.located:
        return None if p.located != q.located else False
    if p.country != q.country and p.country and q.country:
        return False
    if max(p.precision or 1, q.precision or 1) >= 3:
        return None  # one may lie in the other
    far = abs((p.lat or 0) - (q.lat or 0)) + abs((p.lon or 0) - (q.lon or 0))
    return far < 0.25 + ((p.radius_km or 0) + (q.radius_km or 0)) / 111


def _sides_clash(one: Sequence[Mention], two: Sequence[Mention]) -> bool:
    """Both name bodies, and none in common."""
    named = [{m.actor.id for m in side if m.actor is not None and not m.actor.generic} for side in (one, two)]
    return bool(named[0]) and bool(named[1]) and not named[0] & named[1] and not _related(one, two)


def _related(one: Sequence[Mention], two: Sequence[Mention]) -> bool:
    """Of one country and kind: "the army" and "soldiers", "police" and "security forces"."""
    kinds = [{(m.actor.kind, m.actor.country) for m in side if m.actor is not None} for side in (one, two)]
    return bool(kinds[0] & kinds[1])


def _tolls_clash(one: Incident, two: Incident) -> bool:
    """Different numbers of dead of one kind, told outside a headline: another incident, or a rival toll.

    "Two soldiers and some militants" and "two soldiers and thirteen militants" do not clash.
    """
    dead = [_dead_by_kind(i) for i in (one, two)]
    if not dead[0] or not dead[1]:
        return False
    totals = [sum(d.values()) for d in dead]
    if PartKind.HEADLINE in (one.part, two.part):
        return abs(totals[0] - totals[1]) > max(totals) * 0.5
    shared = dead[0].keys() & dead[1].keys()
    if not shared:
        return totals[0] != totals[1]
    return any(dead[0][kind] != dead[1][kind] for kind in shared)


def _dead_by_kind(incident: Incident) -> Counter[ActorKind]:
    out: Counter[ActorKind] = Counter()
    for toll in incident.tolls:
        if toll.what == "deaths":
            out[toll.kind] += toll.low
    return out


def _same_toll(one: Incident, two: Incident) -> bool:
    dead = [sorted((t.low, t.what) for t in i.tolls if t.what == "deaths") for i in (one, two)]
    return bool(dead[0]) and dead[0] == dead[1]


def _tells_again(one: Incident, two: Incident) -> bool:
    """Enough in common to be the same incident told again."""
    place, date = _same_place(one.place, two.place), _same_date(one.date, two.date)
    shared = place is True and date is True
    if _same_toll(one, two) and place is not False and date is not False:
        return True
    if one.part is PartKind.HEADLINE and (place is True or _shares_actor(one, two)):
        return True
    if one.code in _SAME_GROUPS[2] and two.code in _SAME_GROUPS[2] and two.sentences[0] - one.sentences[-1] <= 1 and place is not False and date is not False:
        return True  # the march, and what the police did about it
    adjacent = two.sentences[0] - one.sentences[-1] <= 1 and two.paragraph == one.paragraph
    if (
        adjacent
        and one.code == two.code
        and (place is True or place is None)
        and not (one.tolls and two.tolls)
    ):
        return True
    if not one.violent and one.code == two.code and place is not False and date is not False:
        return _shares_actor(one, two) or not (one.a and two.a)
    return shared and one.code == two.code and (_shares_actor(one, two) or not (one.a and two.a))


def _shares_actor(one: Incident, two: Incident) -> bool:
    ids = [{m.actor.id for m in (*i.a, *i.b) if m.actor is not None} for i in (one, two)]
    return bool(ids[0] & ids[1])


def _inherit(out: Sequence[Incident], incident: Incident) -> Incident:
    """Takes place and day from the narrative: from the incident told just before, when the text goes on about it."""
    told = [o for o in out if o.part is not PartKind.CAPTION and o.modality is not Modality.PLANNED]
    if not told or incident.modality is Modality.PLANNED:
        return incident
    near = [o for o in told if incident.paragraph - o.paragraph <= 1]
    previous = near[-1] if near else told[0]  # failing that, the incident that the report is about
    if incident.opens and not near:
        return incident
    place = incident.place
    if place is None or place.place is None:
        place = previous.place if not incident.opens or incident.paragraph == previous.paragraph else None
    date, said = incident.date, incident.said
    if date is None and near and not incident.opens:
        date, said = previous.date, previous.said
    if date is None:
        there = next(
            (
                o
                for o in reversed(told)
                if o.date is not None and _same_place(o.place, incident.place) is True
            ),
            None,
        )
        date, said = (there.date, there.said) if there is not None else (None, False)
    return replace(incident, place=place, date=date, said=said)


def _denial(out: Sequence[Incident], incident: Incident) -> Incident | None:
    """What is denied is what was told before: its kind, scene and day are taken from there; None when nothing was."""
    if incident.modality is not Modality.DENIED:
        return None
    source = next(
        (o for o in reversed(out) if o.modality is not Modality.DENIED and _codes_agree(o, incident)), None
    )
    if source is None or (incident.paragraph - source.paragraph > _REACH and source.code != incident.code):
        return None
    code = source.code if incident.code in {"attack", "armed_clash", "operation_launch"} else incident.code
    date, said = (
        (incident.date, incident.said) if incident.date and not incident.said else (source.date, source.said)
    )
    return replace(incident, code=code, place=incident.place or source.place, date=date, said=said)


_TWO_SIDED = frozenset(
    {"armed_clash", "government_regains_territory", "nonstate_takes_territory", "suicide_bomb"}
)


def _opponent(out: Sequence[Incident], incident: Incident) -> Incident:
    """Names the other side of a battle from the dyad that the report told before: the army, against whom it had fought."""
    if (
        incident.code not in _TWO_SIDED
        or bool(incident.a) == bool(incident.b)
        or incident.modality is Modality.DENIED
    ):
        return incident
    known = incident.a or incident.b
    for earlier in reversed(out):
        if not earlier.violent or not earlier.a or not earlier.b:
            continue
        for ours, theirs in ((earlier.a, earlier.b), (earlier.b, earlier.a)):
            fits = _shares_side(ours, known) or _related(ours, known)
            named = tuple(
                m for m in theirs if m.actor is not None and not m.actor.generic and m.actor.kind in ARMED
            )
            if fits and named and not _related(named, known):
                return replace(incident, b=named) if incident.a else replace(incident, a=named)
    return incident
