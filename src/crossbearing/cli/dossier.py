"""``crossbearing dossier``: one page that shows everything."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crossbearing.cli.arguments import STORE


def dossier(
    store: STORE,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE.html", help="The page to write.", show_default=False),
    ],
) -> None:
    """Write one self-contained page: map, timeline, tolls, sources, contradictions, passages.

    Example:

        crossbearing dossier events.db -o events.html
    """
    from crossbearing.cli.screen import writing
    from crossbearing.export.dossier import write_dossier
    from crossbearing.flow import up_to_date
    from crossbearing.store import Store

    with Store(store, create=False) as ledger:
        bundle = up_to_date(ledger)
    with writing(output):
        write_dossier(bundle, output)
    typer.echo(f"events: {len(bundle.events)}, from reports: {len(bundle.reports)}; in {output}")
