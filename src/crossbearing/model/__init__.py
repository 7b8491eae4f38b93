"""The types that flow between the stages. Standard library only; every stage meets the others here."""

from crossbearing.model.account import Account, Attribution, Count, Counts, Figure, Measure, Origin
from crossbearing.model.codes import (
    EVENT_CODES,
    FAMILY_OF,
    SYMMETRIC,
    AccountKind,
    Family,
    Modality,
    Slot,
)
from crossbearing.model.distance import distance_km
from crossbearing.model.document import Document, Sentence, Token
from crossbearing.model.event import (
    ContestedValue,
    Contradiction,
    Decision,
    Dependence,
    Event,
    Judgement,
    Status,
    Toll,
)
from crossbearing.model.mentions import Mention, MentionKind
from crossbearing.model.report import Basis, Part, PartKind, Published, RawReport, Report
from crossbearing.model.spans import Evidence, Span, inside_any
from crossbearing.model.values import (
    UNKNOWN_DATE,
    Actor,
    ActorKind,
    DatePrecision,
    DateValue,
    Place,
    Quantity,
    Speaker,
    Timex,
    TimexType,
)

__all__ = [
    "EVENT_CODES",
    "FAMILY_OF",
    "SYMMETRIC",
    "UNKNOWN_DATE",
    "Account",
    "AccountKind",
    "Actor",
    "ActorKind",
    "Attribution",
    "Basis",
    "ContestedValue",
    "Contradiction",
    "Count",
    "Counts",
    "DatePrecision",
    "DateValue",
    "Decision",
    "Dependence",
    "Document",
    "Event",
    "Evidence",
    "Family",
    "Figure",
    "Judgement",
    "Measure",
    "Mention",
    "MentionKind",
    "Modality",
    "Origin",
    "Part",
    "PartKind",
    "Place",
    "Published",
    "Quantity",
    "RawReport",
    "Report",
    "Sentence",
    "Slot",
    "Span",
    "Speaker",
    "Status",
    "Timex",
    "TimexType",
    "Token",
    "Toll",
    "distance_km",
    "inside_any",
]
