"""The arguments that several verbs share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

INPUTS = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files (.txt, .html, .jsonl), folders, globs, or - for standard input.",
        show_default=False,
    ),
]
STORE = Annotated[
    str,
    typer.Argument(
        metavar="STORE", help="A store: the path of a file, or a database URL.", show_default=False
    ),
]
OUT = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of standard output."),
]
PROCESSES = Annotated[
    int,
    typer.Option(
        "--processes", "-p", min=0, help="Processes to code in; 0: as many as there are cores, if worth it."
    ),
]
