"""An account with what its weight depends on: which origin it goes back to, who speaks, when it was
published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from crossbearing.model import Account, ContestedValue, Contradiction, Modality, Report
from crossbearing.text.folding import name_key

Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Telling:
    """One account as a witness. ``origin`` is shared by all accounts whose words go back to one source."""

    account: Account
    origin: str
    outlet: str
    published: date | None

    @property
    def denies(self) -> bool:
        return self.account.modality is Modality.DENIED

    @property
    def speaker(self) -> str | None:
        return self.account.attribution.speaker


def tellings(
    accounts: Iterable[Account], reports: Mapping[str, Report], origins: Mapping[str, str]
) -> tuple[Telling, ...]:
    """The accounts as witnesses, in order of id, each id once.

    An account that names an outlet or agency it was told through ("according to Hill Wire") goes back to that
    agency: to its own report where that is among ``reports``, else to the agency itself.
    """
    unique = {account.id: account for account in accounts}
    by_outlet = _outlets(unique.values(), reports, origins)
    return tuple(_telling(unique[i], reports, origins, by_outlet) for i in sorted(unique))


def _outlets(
    accounts: Iterable[Account], reports: Mapping[str, Report], origins: Mapping[str, str]
) -> Mapping[str, str]:
    """Key of an outlet's name → the origin of its report among those that tell this event."""
    found: dict[str, str] = {}
    for report_id in sorted({account.report for account in accounts}):
        report = reports.get(report_id)
        if report is not None and report.outlet:
            found.setdefault(name_key(report.outlet), origins.get(report_id, report_id))
    return found


def _telling(
    account: Account, reports: Mapping[str, Report], origins: Mapping[str, str], by_outlet: Mapping[str, str]
) -> Telling:
    report = reports.get(account.report)
    origin = origins.get(account.report, account.report)
    outlet = report.outlet if report and report.outlet else account.report
    via = sorted(name_key(name) for name in account.attribution.via)
    if via and name_key(outlet) not in via:
        origin = next((by_outlet[name] for name in via if name in by_outlet), f"via:{via[0]}")
    return Telling(account, origin, outlet, report.published.start if report else None)


def affirming(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Those that say it happened or will; when all deny, all of them (what is denied still has a date and a
    place)."""
    return [t for t in tellings if not t.denies] or tellings


def support(
    tellings: Iterable[Telling], value: Callable[[Telling], Value | None]
) -> Mapping[Value, set[str]]:
    """Value → the independent origins that give it; None is no value."""
    found: dict[Value, set[str]] = defaultdict(set)
    for telling in tellings:
        given = value(telling)
        if given is not None:
            found[given].add(telling.origin)
    return dict(found)


def contradiction(field: str, values: Mapping[str, Sequence[Telling]]) -> Contradiction | None:
    """The contradiction on ``field`` when there are at least two values; values, accounts and speakers are
    sorted."""
    if len(values) < 2:
        return None
    return Contradiction(field, tuple(_contested(value, values[value]) for value in sorted(values)))


def _contested(value: str, tellings: Sequence[Telling]) -> ContestedValue:
    accounts = tuple(sorted({t.account.id for t in tellings}))
    speakers = tuple(sorted({t.speaker for t in tellings if t.speaker}))
    return ContestedValue(value, accounts, speakers)


def grouped(tellings: Iterable[Telling], value: Callable[[Telling], str | None]) -> dict[str, list[Telling]]:
    """Value → the tellings that give it; None is no value."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        given = value(telling)
        if given is not None:
            found[given].append(telling)
    return dict(found)
