"""The Python face: what ``import crossbearing as xb`` offers to a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossbearing.acquire import Intake
from crossbearing.errors import InputError
from crossbearing.flow.additions import Additions
from crossbearing.flow.coding import Coded
from crossbearing.flow.coding import code as code_report
from crossbearing.flow.crossing import cross as cross_accounts
from crossbearing.flow.engines import Engine, Serial
from crossbearing.flow.languages import NO_CODERS, Coders
from crossbearing.flow.pipeline import run
from crossbearing.model import Account, Event, RawReport, Report
from crossbearing.store import Store


@dataclass(frozen=True, slots=True)
class Record:
    """What was read: reports, the accounts they give, the events these tell; and the inputs turned down."""

    reports: tuple[Report, ...]
    accounts: tuple[Account, ...]
    events: tuple[Event, ...]
    rejected: tuple[InputError, ...] = ()


def read_and_code(
    *inputs: str | Path,
    store: str | Path | None = None,
    engine: Engine | None = None,
    intake: Intake | None = None,
    coders: Coders = NO_CODERS,
) -> Record:
    """Read, code, link and reconcile files, folders, globs, tables of articles, or addresses of the web.

    ``store``: where to keep the record (a path or a database URL); without it, it lives in memory alone.
    ``engine``: ``flow.Processes()`` to use all cores (a script needs an ``if __name__ == "__main__"`` for
    that); by default everything is done in this process. ``intake``: how tables and addresses are read.
    ``coders``: who codes reports that are not in English (``flow.installed_coders()``: what is installed).
    Inputs that cannot be read are in ``rejected``, each with its reason.
    """
    where = str(store) if store is not None else ":memory:"
    with Store(where) as ledger:
        names = [str(name) for name in inputs]
        summary = run(names, ledger, engine=engine or Serial(), intake=intake, added=Additions(coders=coders))
        return Record(ledger.reports(), ledger.accounts(), summary.events, summary.rejected)


def code(
    text: str,
    *,
    id: str = "text",
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Coded:
    """Code one text: its report and its accounts. ``published`` is an ISO date. NotText when it is empty."""
    told = {"published": published, "outlet": outlet, "title": title, "url": url}
    return code_report(RawReport(id, text, metadata={key: value for key, value in told.items() if value}))


def cross(reports: Sequence[Report], accounts: Iterable[Account]) -> tuple[Event, ...]:
    """The events that accounts tell, linked and reconciled; ``reports`` are those that they come from."""
    return cross_accounts(reports, accounts).events
