"""The contract's records of a bundle: reports with what they copy, accounts, events."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crossbearing.model.bundle import Bundle
from crossbearing.model.records import Record, account_to_record, event_to_record, report_to_record


def report_records(bundle: Bundle) -> Iterator[Record]:
    """The reports' records, with ``copy_of`` and ``copy_group`` filled in from the dependences."""
    sources, groups = bundle.copy_of(), bundle.copy_groups()
    for report in bundle.reports:
        yield report_to_record(report, sources.get(report.id), groups.get(report.id))


def account_records(bundle: Bundle) -> Iterator[Record]:
    yield from map(account_to_record, bundle.accounts)


def event_records(bundle: Bundle) -> Iterator[Record]:
    yield from map(event_to_record, bundle.events)


RECORDS: dict[str, Callable[[Bundle], Iterator[Record]]] = {
    "reports": report_records,
    "accounts": account_records,
    "events": event_records,
}
"""WHAT → its records, in the bundle's order."""
