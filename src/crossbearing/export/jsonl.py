"""JSON Lines: the contract's records, one a line, UTF-8. Nothing is lost and nothing is added."""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from crossbearing.export.records import RECORDS
from crossbearing.model.bundle import Bundle


def write_jsonl(what: str, bundle: Bundle, out: BinaryIO) -> None:
    """Write the records of ``what`` (reports, accounts or events), one JSON object a line."""
    for record in RECORDS[what](bundle):
        out.write(msgspec.json.encode(record) + b"\n")
