"""W3C Web Annotation: every passage that an account rests on, as an annotation of its report.

Each has a TextPositionSelector (Unicode code points of the stored text) and a TextQuoteSelector with what
stands around it, so that it can be found again in a text that has changed. ``sha256`` is that of the report
as it arrived. The target is the report's address, or ``urn:crossbearing:report:ID`` where it has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import quote

import msgspec

from crossbearing.export.telling import Telling
from crossbearing.model.account import Account
from crossbearing.model.bundle import Bundle
from crossbearing.model.report import Report
from crossbearing.model.spans import Evidence

AROUND = 32
"""Characters of prefix and suffix in a quote selector, as Hypothesis writes them."""

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"crossbearing": "urn:crossbearing:", "sha256": "crossbearing:sha256", "account": "crossbearing:account"},
]


def _urn(kind: str, id_: str) -> str:
    return f"urn:crossbearing:{kind}:{quote(id_, safe='')}"


def _target(evidence: Evidence, report: Report) -> dict[str, Any]:
    text, start, end = report.text, evidence.start, evidence.end
    return {
        "source": report.url or _urn("report", report.id),
        "sha256": report.sha256,
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": evidence.quote,
                "prefix": text[max(0, start - AROUND) : start],
                "suffix": text[end : end + AROUND],
            },
        ],
    }


def annotation(account: Account, index: int, report: Report) -> dict[str, Any]:
    """The annotation for one passage of an account: tagged with the field that it is evidence for."""
    evidence = account.evidence[index]
    return {
        "id": f"{_urn('account', account.id)}:evidence:{index}",
        "type": "Annotation",
        "motivation": "tagging",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": evidence.field},
            {"type": "TextualBody", "purpose": "classifying", "value": account.type or account.kind.value},
        ],
        "account": _urn("account", account.id),
        "target": _target(evidence, report),
    }


def all_annotations(bundle: Bundle) -> Iterator[dict[str, Any]]:
    """All annotations in the order of accounts and of their evidence."""
    reports = Telling.of(bundle).reports
    for account in bundle.accounts:
        for index in range(len(account.evidence)):
            yield annotation(account, index, reports[account.report])


def write_webannotation(bundle: Bundle, out: BinaryIO) -> None:
    """Write all annotations as one AnnotationPage, one annotation a line."""
    items = [msgspec.json.encode(item) for item in all_annotations(bundle)]
    head = {"@context": CONTEXT, "type": "AnnotationPage"}
    out.write(msgspec.json.encode(head)[:-1] + b',"items":[\n' + b",\n".join(items) + b"\n]}\n")
