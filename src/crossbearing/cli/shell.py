"""The shell around the verbs: exit codes, and errors as one line.

0 done · 1 some inputs were rejected, or an error that the user can do something about · 2 wrong usage ·
130 stopped with Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import Annotated, ParamSpec

import typer

from crossbearing import __version__
from crossbearing.cli.annotate import annotate
from crossbearing.cli.dossier import dossier
from crossbearing.cli.evaluate import evaluate
from crossbearing.cli.export import export
from crossbearing.cli.gazetteer import gazetteer
from crossbearing.cli.rebuild import rebuild
from crossbearing.cli.run import run
from crossbearing.cli.screen import complain
from crossbearing.errors import CrossbearingError

P = ParamSpec("P")

DEBUG = "CROSSBEARING_DEBUG"
"""When this is set in the environment, a fault of the program itself shows its traceback."""

app = typer.Typer(
    name="crossbearing",
    help="Reads news reports on armed conflict and makes of them an event record that can be audited.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"crossbearing {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Reads news reports on armed conflict and makes of them an event record that can be audited."""


def guarded(verb: Callable[P, None]) -> Callable[P, None]:
    """The verb, with every way in which it can end turned into an exit code and at most one line."""

    @wraps(verb)
    def guard(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            verb(*args, **kwargs)
        except CrossbearingError as error:
            complain(str(error))
            raise typer.Exit(1) from error
        except KeyboardInterrupt as error:
            complain("stopped; what was finished is kept, and the same command goes on from there")
            raise typer.Exit(130) from error
        except BrokenPipeError as error:
            # Whoever read our output has gone (``| head``). Python would complain once more when it flushes.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(1) from error
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except Exception as error:
            if os.environ.get(DEBUG):
                raise
            complain(
                f"a fault in crossbearing itself, {type(error).__name__}: {error} "
                f"(set {DEBUG}=1 to see where, and please report it)"
            )
            raise typer.Exit(1) from error

    return guard


for _verb in (run, annotate, export, dossier, evaluate, rebuild, gazetteer):
    app.command()(guarded(_verb))


def main() -> None:
    """The entry point of the command ``crossbearing``."""
    app()
