"""The JSON forms of what the pipeline makes: dataclass → plain dict → the same dataclass again, nothing lost.

These are the records of the contract: exports write them, the ledger keeps them, other programs read them. A
key is always there, ``null`` when unknown; keys that the contract does not name (``parts``, ``reasons``,
an actor's ``kind``) are additions. ``X_from_record(X_to_record(x)) == x`` for every X. A record that does not
have the form raises KeyError, TypeError or ValueError; whoever reads records from outside turns that into an
error of his own. Mentions go one way only: nothing reads them back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crossbearing.model.account import Account, Attribution, Counts, Figure, Measure, Origin
from crossbearing.model.codes import AccountKind, Modality, Slot
from crossbearing.model.document import Document
from crossbearing.model.event_records import (
    decision_from_record,
    decision_to_record,
    dependence_from_record,
    dependence_to_record,
    event_from_record,
    event_to_record,
    judgement_from_record,
    judgement_to_record,
)
from crossbearing.model.mentions import Mention
from crossbearing.model.published_records import published_from_record, published_to_record
from crossbearing.model.report import Part, PartKind, Report, Stamp
from crossbearing.model.value_records import (
    Record,
    actor_from_record,
    actor_to_record,
    all_actors,
    all_evidence,
    counts_from_record,
    counts_to_record,
    date_from_record,
    date_to_record,
    evidence_from_record,
    evidence_to_record,
    maybe_place,
    place_from_record,
    place_to_record,
)

__all__ = [
    "ALWAYS_COUNTED",
    "Record",
    "account_from_record",
    "account_to_record",
    "actor_from_record",
    "actor_to_record",
    "date_from_record",
    "date_to_record",
    "decision_from_record",
    "decision_to_record",
    "dependence_from_record",
    "dependence_to_record",
    "document_to_record",
    "event_from_record",
    "event_to_record",
    "evidence_from_record",
    "evidence_to_record",
    "judgement_from_record",
    "judgement_to_record",
    "mention_to_record",
    "place_from_record",
    "place_to_record",
    "report_from_record",
    "report_to_record",
]

ALWAYS_COUNTED = ("captured", "missing", "displaced")
"""The other counts whose key an account record always has, empty when nothing is told."""


def report_to_record(report: Report, copy_of: str | None = None, copy_group: str | None = None) -> Record:
    """A report's record.

    What it copies is not its own to say: ``copy_of`` is the id of the report that it copies, ``copy_group``
    the id that it shares with all copies of one original (its own id when it stands alone).
    """
    return {
        "report": report.id,
        "url": report.url,
        "outlet": report.outlet,
        "title": report.title,
        "text": report.text,
        "language": report.language,
        "published": published_to_record(report.published),
        "dateline": place_to_record(report.dateline) if report.dateline else None,
        "dateline_text": report.dateline_text,
        "wire": list(report.wire),
        "wire_told": list(report.wire_told),
        "byline": report.byline,
        "section": report.section,
        "furniture": [[s.start, s.end] for s in report.furniture],
        "parts": [_part_to_record(p) for p in report.parts],
        "copy_of": copy_of,
        "copy_group": copy_group if copy_group is not None else report.id,
        "sha256": report.sha256,
        "encoding": report.encoding,
        "notes": list(report.notes),
    }


def _part_to_record(part: Part) -> list[Any]:
    """[start, end, kind], and the stamp where there is one."""
    stamp = [str(part.stamp)] if part.stamp else []
    return [part.start, part.end, part.kind.value, *stamp]


def _part_from_record(start: int, end: int, kind: str, stamp: str | None = None) -> Part:
    return Part(start, end, PartKind(kind), Stamp.parse(stamp) if stamp else None)


def report_from_record(record: Mapping[str, Any]) -> Report:
    """The report itself; ``copy_of`` and ``copy_group`` live in Dependences."""
    return Report(
        id=record["report"],
        text=record["text"],
        sha256=record["sha256"],
        url=record["url"],
        outlet=record["outlet"],
        title=record["title"],
        language=record["language"],
        published=published_from_record(record["published"]),
        dateline=maybe_place(record["dateline"]),
        dateline_text=record["dateline_text"],
        wire=tuple(record["wire"]),
        wire_told=tuple(record.get("wire_told", ())),
        byline=record["byline"],
        section=record.get("section"),
        parts=tuple(_part_from_record(*part) for part in record["parts"]),
        encoding=record.get("encoding"),  # stores of before 0.2 have neither
        notes=tuple(record.get("notes", ())),
    )


def _figure_to_record(figure: Figure) -> Record:
    return {
        "what": figure.what,
        "slot": figure.slot.value,
        "low": figure.low,
        "high": figure.high,
        "speaker": figure.speaker,
        "evidence": list(figure.evidence),
    }


def _figure_from_record(record: Mapping[str, Any]) -> Figure:
    return Figure(
        what=record["what"],
        slot=Slot(record["slot"]),
        low=record["low"],
        high=record["high"],
        speaker=record["speaker"],
        evidence=tuple(record["evidence"]),
    )


def _other_counts_to_record(other: Mapping[str, Counts]) -> Record:
    told: Record = {what: counts_to_record(counts) for what, counts in other.items() if counts}
    return {what: {} for what in ALWAYS_COUNTED} | told


def _other_counts_from_record(record: Mapping[str, Any]) -> dict[str, Counts]:
    counted = {what: counts_from_record(counts) for what, counts in record.items()}
    return {what: counts for what, counts in counted.items() if counts}


def account_to_record(account: Account) -> Record:
    measure = account.measure
    return {
        "id": account.id,
        "report": account.report,
        "kind": account.kind.value,
        "type": account.type,
        "modality": account.modality.value,
        "date": date_to_record(account.date),
        "place": place_to_record(account.place) if account.place else None,
        "side_a": [actor_to_record(a) for a in account.side_a],
        "side_b": [actor_to_record(a) for a in account.side_b],
        "deaths": counts_to_record(account.deaths),
        "injured": counts_to_record(account.injured),
        "other_counts": _other_counts_to_record(account.other_counts),
        "figures": [_figure_to_record(f) for f in account.figures],
        "measure": {"unit": measure.unit, "low": measure.low, "high": measure.high} if measure else None,
        "attribution": {
            "speaker": account.attribution.speaker,
            "role": account.attribution.role,
            "via": list(account.attribution.via),
        },
        "evidence": [evidence_to_record(e) for e in account.evidence],
        "confidence": account.confidence,
        "origin": {"component": account.origin.component, "version": account.origin.version},
    }


def account_from_record(record: Mapping[str, Any]) -> Account:
    measure, said = record["measure"], record["attribution"]
    return Account(
        id=record["id"],
        report=record["report"],
        kind=AccountKind(record["kind"]),
        type=record["type"],
        modality=Modality(record["modality"]),
        evidence=all_evidence(record["evidence"]),
        origin=Origin(record["origin"]["component"], record["origin"]["version"]),
        date=date_from_record(record["date"]),
        place=maybe_place(record["place"]),
        side_a=all_actors(record["side_a"]),
        side_b=all_actors(record["side_b"]),
        deaths=counts_from_record(record["deaths"]),
        injured=counts_from_record(record["injured"]),
        other_counts=_other_counts_from_record(record["other_counts"]),
        figures=tuple(_figure_from_record(f) for f in record["figures"]),
        measure=Measure(measure["unit"], measure["low"], measure["high"]) if measure else None,
        attribution=Attribution(said["speaker"], said["role"], tuple(said["via"])),
        confidence=record["confidence"],
    )


def mention_to_record(mention: Mention) -> Record:
    """Where it stands, its words, and what it was resolved to: only the keys that fit its kind."""
    record: Record = {
        "kind": mention.kind.value,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
    }
    if mention.timex is not None:
        record["timex"] = {"type": mention.timex.type.value, "value": mention.timex.value}
    if mention.date is not None:
        record["date"] = date_to_record(mention.date)
    if mention.place is not None:
        record["place"] = place_to_record(mention.place)
    if mention.actor is not None:
        record["actor"] = actor_to_record(mention.actor)
    if (counted := mention.quantity) is not None:
        record["quantity"] = {"low": counted.low, "high": counted.high, "unit": counted.unit}
    if (speaker := mention.speaker) is not None:
        record["speaker"] = {"name": speaker.name, "role": speaker.role, "via": list(speaker.via)}
    if mention.trigger is not None:
        record["trigger"] = mention.trigger
    return record


def document_to_record(document: Document) -> Record:
    """The mentions record of one report, as ``annotate`` writes it."""
    return {
        "report": document.report.id,
        "text": document.text,
        "mentions": [mention_to_record(m) for m in document.mentions],
    }
