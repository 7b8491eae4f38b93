"""The JSON forms of events and of what they rest on: judgements, dependences, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crossbearing.model.codes import Modality
from crossbearing.model.event import (
    ContestedValue,
    Contradiction,
    Decision,
    Dependence,
    Event,
    Judgement,
    Status,
)
from crossbearing.model.value_records import (
    Record,
    actor_to_record,
    all_actors,
    date_from_record,
    date_to_record,
    maybe_place,
    place_to_record,
    tolls_from_record,
    tolls_to_record,
)


def judgement_to_record(judgement: Judgement) -> Record:
    return {
        "left": judgement.left,
        "right": judgement.right,
        "same": judgement.same,
        "score": judgement.score,
        "reasons": list(judgement.reasons),
        "origin": judgement.origin,
    }


def judgement_from_record(record: Mapping[str, Any]) -> Judgement:
    return Judgement(
        record["left"],
        record["right"],
        record["same"],
        record["score"],
        tuple(record["reasons"]),
        record["origin"],
    )


def dependence_to_record(dependence: Dependence) -> Record:
    return {
        "copy": dependence.copy,
        "source": dependence.source,
        "share": dependence.share,
        "reasons": list(dependence.reasons),
    }


def dependence_from_record(record: Mapping[str, Any]) -> Dependence:
    return Dependence(record["copy"], record["source"], record["share"], tuple(record["reasons"]))


def decision_to_record(decision: Decision) -> Record:
    return {
        "id": decision.id,
        "action": decision.action,
        "target": decision.target,
        "payload": dict(decision.payload),
        "reviewer": decision.reviewer,
        "at": decision.at,
    }


def decision_from_record(record: Mapping[str, Any]) -> Decision:
    return Decision(
        record["id"],
        record["action"],
        record["target"],
        dict(record["payload"]),
        record["reviewer"],
        record["at"],
    )


def _contradiction_to_record(contradiction: Contradiction) -> Record:
    values = [
        {"value": v.value, "accounts": list(v.accounts), "speakers": list(v.speakers)}
        for v in contradiction.values
    ]
    return {"field": contradiction.field, "values": values}


def _contradiction_from_record(record: Mapping[str, Any]) -> Contradiction:
    values = (
        ContestedValue(v["value"], tuple(v["accounts"]), tuple(v["speakers"])) for v in record["values"]
    )
    return Contradiction(record["field"], tuple(values))


def event_to_record(event: Event) -> Record:
    return {
        "id": event.id,
        "accounts": list(event.accounts),
        "reports": list(event.reports),
        "type": event.type,
        "modality": event.modality.value,
        "date": date_to_record(event.date),
        "place": place_to_record(event.place) if event.place else None,
        "side_a": [actor_to_record(a) for a in event.side_a],
        "side_b": [actor_to_record(a) for a in event.side_b],
        "deaths": tolls_to_record(event.deaths),
        "injured": tolls_to_record(event.injured),
        "status": event.status.value,
        "independent_origins": event.independent_origins,
        "contradictions": [_contradiction_to_record(c) for c in event.contradictions],
        "decisions": list(event.decisions),
        "confidence": event.confidence,
    }


def event_from_record(record: Mapping[str, Any]) -> Event:
    return Event(
        id=record["id"],
        accounts=tuple(record["accounts"]),
        reports=tuple(record["reports"]),
        type=record["type"],
        modality=Modality(record["modality"]),
        date=date_from_record(record["date"]),
        place=maybe_place(record["place"]),
        side_a=all_actors(record["side_a"]),
        side_b=all_actors(record["side_b"]),
        deaths=tolls_from_record(record["deaths"]),
        injured=tolls_from_record(record["injured"]),
        status=Status(record["status"]),
        independent_origins=record["independent_origins"],
        contradictions=tuple(_contradiction_from_record(c) for c in record["contradictions"]),
        decisions=tuple(record["decisions"]),
        confidence=record["confidence"],
    )
