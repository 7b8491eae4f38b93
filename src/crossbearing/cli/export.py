"""``crossbearing export``: the record in other people's formats."""

from __future__ import annotations

from typing import Annotated

import typer

from crossbearing.cli.arguments import OUT, STORE


def export(
    store: STORE,
    what: Annotated[str, typer.Option("--what", "-w", help="reports, accounts or events.")] = "events",
    format: Annotated[
        str,
        typer.Option("--format", "-f", help="jsonl, csv, parquet, geojson, ged, acled, hxl, webannotation."),
    ] = "jsonl",
    output: OUT = None,
) -> None:
    """Write reports, accounts or events in a format of your choice.

    Example:

        crossbearing export events.db --what events --format csv -o events.csv
    """
    from crossbearing.cli.screen import output as opened
    from crossbearing.errors import ExportError
    from crossbearing.export import writer_of
    from crossbearing.flow import up_to_date
    from crossbearing.store import Store

    try:
        writer = writer_of(what, format)
    except ExportError as error:
        raise typer.BadParameter(str(error)) from error
    with Store(store, create=False) as ledger:
        bundle = up_to_date(ledger)
    with opened(output) as out:
        writer(bundle, out)
