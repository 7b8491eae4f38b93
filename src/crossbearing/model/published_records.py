"""The JSON form of a day of publication and of all that was found to say it.

``start``, ``end``, ``basis`` and ``evidence`` are the contract's; the rest is added, and may be missing from
records of older versions.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crossbearing.model.report import Basis, Published, PublishedCandidate
from crossbearing.model.value_records import (
    Record,
    all_evidence,
    day_from_record,
    day_to_record,
    evidence_to_record,
)


def published_to_record(published: Published) -> Record:
    return {
        "start": day_to_record(published.start),
        "end": day_to_record(published.end),
        "basis": published.basis.value,
        "evidence": [evidence_to_record(e) for e in published.evidence],
        "clock": published.clock,
        "zone": published.zone,
        "reason": published.reason,
        "candidates": [_candidate_to_record(c) for c in published.candidates],
    }


def published_from_record(record: Mapping[str, Any]) -> Published:
    return Published(
        start=day_from_record(record["start"]),
        end=day_from_record(record["end"]),
        basis=Basis(record["basis"]),
        evidence=all_evidence(record["evidence"]),
        clock=record.get("clock"),
        zone=record.get("zone"),
        reason=record.get("reason", ""),
        candidates=tuple(_candidate_from_record(c) for c in record.get("candidates", ())),
    )


def _candidate_to_record(candidate: PublishedCandidate) -> Record:
    return {
        "start": day_to_record(candidate.start),
        "end": day_to_record(candidate.end),
        "source": candidate.source,
        "basis": candidate.basis.value,
        "trust": candidate.trust,
        "reason": candidate.reason,
        "chosen": candidate.chosen,
        "evidence": [evidence_to_record(e) for e in candidate.evidence],
    }


def _candidate_from_record(record: Mapping[str, Any]) -> PublishedCandidate:
    return PublishedCandidate(
        start=day_from_record(record["start"]),
        end=day_from_record(record["end"]),
        source=record["source"],
        basis=Basis(record["basis"]),
        trust=record["trust"],
        reason=record["reason"],
        chosen=record["chosen"],
        evidence=all_evidence(record["evidence"]),
    )
