"""The JSON forms of dates, places, actors, counts and evidence: the parts that records are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from crossbearing.model.account import Count, Counts
from crossbearing.model.codes import Slot
from crossbearing.model.event import Toll
from crossbearing.model.spans import Evidence
from crossbearing.model.values import Actor, ActorKind, DatePrecision, DateValue, Place

Record = dict[str, Any]
"""A JSON object: str, int, float, bool, None, lists and Records all the way down."""


def day_to_record(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None


def day_from_record(value: str | None) -> date | None:
    return date.fromisoformat(value) if value is not None else None


def evidence_to_record(evidence: Evidence) -> Record:
    return {
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "field": evidence.field,
    }


def evidence_from_record(record: Mapping[str, Any]) -> Evidence:
    return Evidence(record["start"], record["end"], record["quote"], record["field"])


def all_evidence(records: Iterable[Mapping[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(evidence_from_record(r) for r in records)


def date_to_record(value: DateValue) -> Record:
    return {
        "start": day_to_record(value.start),
        "end": day_to_record(value.end),
        "precision": value.precision.value,
        "text": value.text,
    }


def date_from_record(record: Mapping[str, Any]) -> DateValue:
    return DateValue(
        day_from_record(record["start"]),
        day_from_record(record["end"]),
        DatePrecision(record["precision"]),
        record.get("text"),
    )


def place_to_record(place: Place) -> Record:
    return {
        "name": place.name,
        "id": place.id,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "radius_km": place.radius_km,
        "admin1": place.admin1,
        "country": place.country,
        "text": place.text,
        "reasons": list(place.reasons),
    }


def place_from_record(record: Mapping[str, Any]) -> Place:
    return Place(
        name=record["name"],
        id=record.get("id"),
        lat=record.get("lat"),
        lon=record.get("lon"),
        precision=record.get("precision"),
        radius_km=record.get("radius_km"),
        admin1=record.get("admin1"),
        country=record.get("country"),
        text=record.get("text"),
        reasons=tuple(record.get("reasons", ())),
    )


def maybe_place(record: Mapping[str, Any] | None) -> Place | None:
    return place_from_record(record) if record is not None else None


def actor_to_record(actor: Actor) -> Record:
    return {
        "id": actor.id,
        "name": actor.name,
        "mention": actor.mention,
        "aliases": list(actor.aliases),
        "kind": actor.kind.value,
        "country": actor.country,
        "generic": actor.generic,
        "reasons": list(actor.reasons),
    }


def actor_from_record(record: Mapping[str, Any]) -> Actor:
    return Actor(
        id=record["id"],
        name=record["name"],
        mention=record["mention"],
        aliases=tuple(record.get("aliases", ())),
        kind=ActorKind(record.get("kind", ActorKind.UNKNOWN)),
        country=record.get("country"),
        generic=record.get("generic", False),
        reasons=tuple(record.get("reasons", ())),
    )


def all_actors(records: Iterable[Mapping[str, Any]]) -> tuple[Actor, ...]:
    return tuple(actor_from_record(r) for r in records)


def counts_to_record(counts: Counts) -> Record:
    """All four slots, ``null`` where nothing is told."""
    return {
        slot.value: {"low": counts[slot].low, "high": counts[slot].high} if slot in counts else None
        for slot in Slot
    }


def counts_from_record(record: Mapping[str, Any]) -> dict[Slot, Count]:
    return {Slot(s): Count(c["low"], c["high"]) for s, c in record.items() if c is not None}


def tolls_to_record(tolls: Mapping[Slot, Toll]) -> Record:
    """Only the slots that somebody gives a figure for."""
    return {s.value: {"low": t.low, "best": t.best, "high": t.high} for s, t in tolls.items()}


def tolls_from_record(record: Mapping[str, Any]) -> dict[Slot, Toll]:
    return {Slot(s): Toll(t["low"], t["best"], t["high"]) for s, t in record.items() if t is not None}
