"""``crossbearing rebuild``: the events anew from the ledger."""

from __future__ import annotations

import typer

from crossbearing.cli.arguments import STORE


def rebuild(store: STORE) -> None:
    """Throw the events away and make them anew from the ledger. The ledger itself is not touched.

    Example:

        crossbearing rebuild events.db
    """
    from crossbearing.flow import rebuild as rebuild_events
    from crossbearing.store import Store

    with Store(store, create=False) as ledger:
        rebuild_events(ledger, anew=True)
        typer.echo(f"events: {len(ledger.events())}, from reports: {len(ledger.reports())}; in {store}")
