"""``crossbearing evaluate``: how well the coding agrees with a gold set or a second coder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crossbearing.cli.arguments import STORE

_GOLD_HELP = "A folder of coding sheets, or the accounts.jsonl of a second coder."


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help=_GOLD_HELP, show_default=False)],
    store: STORE,
) -> None:
    """Compare the accounts in a store with a gold set or with a second coder, field by field.

    Example:

        crossbearing evaluate sheets/ events.db
    """
    from crossbearing.evaluate import evaluate as compare
    from crossbearing.store import Store

    with Store(store, create=False) as ledger:
        agreement = compare(gold, ledger.accounts(), ledger.reports())
    typer.echo(agreement.table())
