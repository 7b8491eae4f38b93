"""``crossbearing evaluate``: how well the coding agrees with a gold set or a second coder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crossbearing.cli.arguments import STORE


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="A folder of coding sheets.", show_default=False)
    ],
    store: STORE,
) -> None:
    """Compare the accounts in a store with the coding sheets of a gold set, field by field.

    Example:

        crossbearing evaluate sheets/ events.db
    """
    from crossbearing.evaluate import evaluate as compare
    from crossbearing.store import Store

    with Store(store, create=False) as ledger:
        table = compare(gold, ledger.accounts(), ledger.reports())
    typer.echo(str(table))
