"""From incidents and states to accounts: values, the passages that say them, and a content-hash id."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crossbearing.extract.incidents import Incident
from crossbearing.extract.parties import ARMED, STATE_LIKE, civil_kind, same_actor
from crossbearing.extract.sources import Said
from crossbearing.extract.states import State
from crossbearing.extract.tolls import Toll
from crossbearing.model import (
    UNKNOWN_DATE,
    Account,
    AccountKind,
    Actor,
    ActorKind,
    Attribution,
    Count,
    DateValue,
    Evidence,
    Figure,
    Mention,
    Modality,
    Origin,
    Report,
    Slot,
    Span,
)
from crossbearing.vocab.actors import word_list
from crossbearing.vocab.words import words

ORIGIN = Origin("extract.rules", "1")
"""Goes up whenever the rules change what they code, so that a store knows to code its reports anew."""


def event_account(report: Report, incident: Incident) -> Account:
    """The account of one incident."""
    counted = [(t, _slot(t, incident)) for t in incident.tolls]
    evidence = _evidence(report, incident)
    figures = tuple(_figure(t, s, incident.attribution, evidence) for t, s in counted)
    attribution = _with_wire(incident.attribution, report)
    other = {
        w: _counts(counted, w)
        for w in ("missing", "abducted", "arrested", "displaced")
        if _counts(counted, w)
    }
    return Account(
        id=_id(report, incident.code, incident.modality, incident.spans, figures),
        report=report.id,
        kind=AccountKind.EVENT,
        type=incident.code,
        modality=incident.modality,
        evidence=evidence,
        origin=ORIGIN,
        date=_date(incident.date),
        place=incident.place.place if incident.place is not None else None,
        side_a=_crowd(_actors(incident.a), incident.code),
        side_b=_actors(incident.b),
        deaths=_counts(counted, "deaths"),
        injured=_counts(counted, "injured"),
        other_counts=other,
        figures=figures,
        attribution=attribution,
        confidence=_confidence(incident),
    )


def state_account(report: Report, state: State, said: Said) -> Account:
    """The account of a place held or of a strength."""
    kind = AccountKind.STRENGTH if state.measure is not None else AccountKind.CONTROL
    evidence = [Evidence.cut(report.text, state.span, "type" if state.measure is None else "measure")]
    evidence += [Evidence.cut(report.text, span, field) for field, span in state.evidence]
    if said.span is not None:
        evidence.append(Evidence.cut(report.text, said.span, "attribution"))
    return Account(
        id=_id(report, kind, Modality.OCCURRED, [state.span, *(s for _, s in state.evidence)], ()),
        report=report.id,
        kind=kind,
        type=None,
        modality=Modality.OCCURRED,
        evidence=tuple(dict.fromkeys(evidence)),
        origin=ORIGIN,
        date=_date(state.since),
        place=state.place.place if state.place is not None else None,
        side_a=_actors(state.actors),
        measure=state.measure,
        attribution=_with_wire(said.attribution, report),
    )


def _date(mention: Mention | None) -> DateValue:
    return mention.date if mention is not None and mention.date is not None else UNKNOWN_DATE


def _actors(mentions: Iterable[Mention]) -> tuple[Actor, ...]:
    """Each actor once, by id; the first mention's words are kept."""
    out: dict[str, Actor] = {}
    for mention in mentions:
        if mention.actor is not None:
            out.setdefault(mention.actor.id, mention.actor)
    return tuple(out.values())


_CROWDS = {
    "peaceful_protest": "Protesters",
    "protest_with_intervention": "Protesters",
    "violent_demonstration": "Rioters",
    "mob_violence": "Rioters",
}


def _crowd(actors: tuple[Actor, ...], code: str) -> tuple[Actor, ...]:
    """People who march are protesters (rioters) of their country, as ACLED has it; their words are kept."""
    name = _CROWDS.get(code)
    if name is None:
        return actors
    kind = ActorKind.PROTESTERS if name == "Protesters" else ActorKind.RIOTERS
    return tuple(_as_crowd(a, name, kind) if a.kind is ActorKind.CIVILIANS else a for a in actors)


def _as_crowd(actor: Actor, name: str, kind: ActorKind) -> Actor:
    where = f" ({actor.name.partition('(')[2]}" if "(" in actor.name else ""
    aliases = tuple(
        dict.fromkeys(
            (name.lower(), "demonstrators" if kind is ActorKind.PROTESTERS else "crowd", *actor.aliases)
        )
    )
    return replace(
        actor, id=actor.id.replace("civilians", name.lower()), name=name + where, aliases=aliases, kind=kind
    )


_OF_THE_BODY = frozenset(
    {"officers", "officer", "guards", "guard", "personnel", "men", "members", "recruits"}
)
"""Nouns for people who, told beside an armed body that is attacked, are its own."""


def _named_on(side: Sequence[Mention], toll: Toll) -> bool:
    """Whether the counted people bear the name of an actor of this side."""
    return toll.actor is not None and any(same_actor(m, toll.actor) for m in side)


def _own(toll: Toll, body: Mention) -> bool:
    """Whether the counted, of no told kind or of the body's, may be the armed body's own people."""
    if body.actor is None or body.actor.kind not in ARMED:
        return False
    return toll.kind is ActorKind.UNKNOWN or _alike(toll.kind, body.actor.kind)


def _unarmed(toll: Toll) -> bool:
    """ "Two local officials": of the state, but no party to the fight; not "two security officials"."""
    if toll.noun not in words("civil_servants") or toll.actor is None:
        return False
    return not words("armed_services") & set(toll.actor.text.lower().split())


def _slot(toll: Toll, incident: Incident) -> Slot:
    """Whose toll: the side that the counted people belong to, civilians, or unknown."""
    if toll.kind in (ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS) or _unarmed(toll):
        return Slot.CIVILIANS
    if incident.code == "attack" and toll.actor is not None and civil_kind(toll.actor) is ActorKind.CIVILIANS:
        return Slot.CIVILIANS
    if toll.noun in word_list("attackers") and incident.a and not _named_on(incident.b, toll):
        return Slot.SIDE_A  # "four attackers were killed"
    if (
        toll.noun in _OF_THE_BODY
        and not (toll.actor is not None and civil_kind(toll.actor) is ActorKind.CIVILIANS)
        and not _named_on(incident.a, toll)
        and any(_own(toll, m) for m in incident.b)
    ):
        return Slot.SIDE_B  # "attacked a police post, killing three officers"
    nobodys = toll.actor is None or (toll.actor.actor is not None and toll.actor.actor.generic)
    if toll.noun in words("fighters") and toll.kind is ActorKind.UNKNOWN and nobodys:
        return Slot.SIDE_B  # "six civilians and three combatants": armed, and acted upon
    if toll.kind is ActorKind.UNKNOWN and (
        toll.actor is None or toll.actor.actor is None or toll.actor.actor.kind is ActorKind.CIVILIANS
    ):
        return Slot.UNKNOWN
    for slot, side in ((Slot.SIDE_B, incident.b), (Slot.SIDE_A, incident.a)):
        if _named_on(side, toll):
            return slot
    if toll.kind in ARMED:
        return _armed_slot(toll.kind, incident)
    return Slot.UNKNOWN


def _armed_slot(kind: ActorKind, incident: Incident) -> Slot:
    """Counted fighters belong to the side of their kind; where both or none fit, to the one acted upon."""
    fits = [
        any(m.actor is not None and _alike(m.actor.kind, kind) for m in side)
        for side in (incident.a, incident.b)
    ]
    return Slot.SIDE_A if fits == [True, False] else Slot.SIDE_B


def _alike(one: ActorKind, two: ActorKind) -> bool:
    return one is two or (one in STATE_LIKE and two in STATE_LIKE)


def _counts(counted: Sequence[tuple[Toll, Slot]], what: str) -> Mapping[Slot, Count]:
    """Sums by slot: "two soldiers and a guard" of one side are three."""
    out: dict[Slot, Count] = {}
    for toll, slot in counted:
        if toll.what != what:
            continue
        have = out.get(slot, Count(0, 0))
        high = None if have.high is None or toll.high is None else have.high + toll.high
        out[slot] = Count(have.low + toll.low, high)
    return out


def _figure(toll: Toll, slot: Slot, attribution: Attribution, evidence: Sequence[Evidence]) -> Figure:
    at = tuple(
        i for i, e in enumerate(evidence) if e.span == (toll.told or toll.span) and e.field == toll.what
    )
    return Figure(toll.what, slot, toll.low, toll.high, attribution.speaker, at)


def _evidence(report: Report, incident: Incident) -> tuple[Evidence, ...]:
    """The passages: what tells the act first, then field by field."""
    pairs: list[tuple[Span, str]] = [(span, "type") for span in incident.spans]
    pairs += [(m.span, "side_a") for m in incident.a] + [(m.span, "side_b") for m in incident.b]
    pairs += [(t.told or t.span, t.what) for t in incident.tolls]
    if incident.speaker is not None:
        pairs.append((incident.speaker, "attribution"))
    pairs += [
        (m.span, field) for field, m in (("place", incident.place), ("date", incident.date)) if m is not None
    ]
    return tuple(Evidence.cut(report.text, span, field) for span, field in dict.fromkeys(pairs))


def _with_wire(attribution: Attribution, report: Report) -> Attribution:
    credited = (name for name in report.wire if name not in report.wire_told)
    via = tuple(dict.fromkeys((*attribution.via, *credited)))
    return Attribution(attribution.speaker, attribution.role, via)


def _confidence(incident: Incident) -> float:
    """How complete the telling is: a first, uncalibrated measure between 0.3 and 0.95."""
    known = [
        incident.place is not None,
        incident.date is not None,
        bool(incident.a),
        bool(incident.b),
        not incident.outcome_only,
    ]
    return round(0.3 + 0.13 * sum(known), 2)


def _id(report: Report, code: str, mode: Modality, spans: Iterable[Span], figures: Iterable[Figure]) -> str:
    parts = [report.id, report.sha256, code, mode, *(f"{s.start}-{s.end}" for s in spans)]
    parts += [f"{f.what}:{f.slot}:{f.low}:{f.high}" for f in figures]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:20]
