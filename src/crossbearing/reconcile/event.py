"""An event is a pure function of its accounts, their reports and a reviewer's decisions; it is never
edited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from crossbearing.model import Account, AccountKind, Decision, Event, Report
from crossbearing.reconcile.decided import decided
from crossbearing.reconcile.kinds import settle_modality, vote_type
from crossbearing.reconcile.parties import aligned, settle_parties
from crossbearing.reconcile.places import settle_place
from crossbearing.reconcile.status import confidence, independent_origins, settle_status
from crossbearing.reconcile.tellings import tellings
from crossbearing.reconcile.times import cross_dates
from crossbearing.reconcile.tolls import settle_tolls


def event_id(account_ids: Iterable[str]) -> str:
    """The id of the event that these accounts tell: a hash of their sorted ids."""
    return "ev:" + sha256("\n".join(sorted(set(account_ids))).encode()).hexdigest()[:16]


def reconcile(
    accounts: Sequence[Account],
    reports: Mapping[str, Report],
    origins: Mapping[str, str],
    decisions: Sequence[Decision] = (),
) -> Event:
    """The event that ``accounts`` (at least one, all of kind event) tell; their order does not matter.

    ``reports`` holds at least their reports, by id; ``origins`` maps a report's id to that of the origin its
    words go back to (a report that is missing is its own origin). ``decisions`` are a reviewer's, oldest
    first; those that do not concern this event are passed over.
    """
    if not accounts:
        raise ValueError("an event needs an account")
    told = tellings(accounts, reports, origins)
    kind, type_clash = vote_type(told)
    told = aligned(told, kind)
    modality, modality_clash = settle_modality(told)
    date, date_clash = cross_dates(told)
    place, place_clash = settle_place(told)
    parties = settle_parties(told)
    deaths, death_clashes = settle_tolls(told, "deaths")
    injured, injury_clashes = settle_tolls(told, "injured")
    single = [c for c in (type_clash, modality_clash, date_clash, place_clash) if c is not None]
    contradictions = (*single, *parties.contradictions, *death_clashes, *injury_clashes)
    status = settle_status(told, parties, contradictions)
    event = Event(
        id=event_id(t.account.id for t in told),
        accounts=tuple(t.account.id for t in told),
        reports=tuple(sorted({t.account.report for t in told})),
        type=kind,
        modality=modality,
        date=date,
        place=place,
        side_a=parties.side_a,
        side_b=parties.side_b,
        deaths=deaths,
        injured=injured,
        status=status,
        independent_origins=independent_origins(told),
        contradictions=contradictions,
        confidence=confidence(told, status),
    )
    return decided(event, decisions)


def events(
    clusters: Iterable[Sequence[str]],
    accounts: Mapping[str, Account],
    reports: Mapping[str, Report],
    origins: Mapping[str, str],
    decisions: Sequence[Decision] = (),
) -> tuple[Event, ...]:
    """All events: one a cluster of account ids. Accounts of control and strength are no events and are left
    out.

    Sorted by date, then id; events of unknown date stand last.
    """
    made = []
    for cluster in clusters:
        members = [accounts[i] for i in cluster if accounts[i].kind is AccountKind.EVENT]
        if members:
            made.append(reconcile(members, reports, origins, decisions))
    return tuple(sorted(made, key=_position))


def _position(event: Event) -> tuple[bool, str, str]:
    start = event.date.start
    return start is None, start.isoformat() if start else "", event.id
