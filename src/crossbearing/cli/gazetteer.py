"""``crossbearing gazetteer``: a full GeoNames dump beside the embedded gazetteer."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from crossbearing.vocab.gazetteer_full import Status


class Action(StrEnum):
    """What to do with the local index."""

    IMPORT = "import"
    STATUS = "status"
    REMOVE = "remove"


ACTION = Annotated[
    Action, typer.Argument(metavar="ACTION", help="import, status or remove.", show_default=False)
]
FILES = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FILE]...",
        help="GeoNames dumps to import (allCountries.zip, IQ.txt …) from download.geonames.org/export/dump.",
        show_default=False,
    ),
]
INDEX = Annotated[
    Path | None,
    typer.Option(
        "--index", metavar="FILE", help="Where the index lies, instead of in the user's data folder."
    ),
]


def gazetteer(action: ACTION, files: FILES = None, index: INDEX = None) -> None:
    """Take full GeoNames dumps into a local index, which is used from then on; say what it holds; remove it.

    An import that was stopped goes on where it was; a broken line is named and left out.

    Example:

        crossbearing gazetteer import IQ.zip SY.zip
    """
    if (action is Action.IMPORT) != bool(files):
        told = "import needs a FILE" if action is Action.IMPORT else f"{action} takes no FILE"
        raise typer.BadParameter(told)
    if action is Action.IMPORT:
        _import(files or [], index)
    elif action is Action.STATUS:
        _status(index)
    else:
        _remove(index)


def _import(files: list[Path], index: Path | None) -> None:
    from crossbearing.cli.screen import complain, progress
    from crossbearing.flow.gazetteers import import_dumps
    from crossbearing.vocab import gazetteer_full as full

    path = index or full.active_path() or full.data_dir() / "geonames.sqlite"
    with progress() as shown:
        done = import_dumps(files, path, shown)
    if done.status is not None:
        full.activate(path)
        typer.echo(_told(done.status))
    if done.rejected_lines or done.rejected_files:
        complain(f"lines rejected: {done.rejected_lines}, files: {done.rejected_files}")
        raise typer.Exit(1)


def _told(status: Status) -> str:
    files = ", ".join(Path(source).name for source in status.sources)
    held = f"{status.places:,} places, {status.names:,} names"
    return f"{status.path}: {held}, from {files} (digest {status.digest})"


def _status(index: Path | None) -> None:
    from crossbearing.vocab import gazetteer_full as full

    path = index or full.active_path()
    typer.echo(
        "no full index; the embedded gazetteer is used alone" if path is None else _told(full.status(path))
    )


def _remove(index: Path | None) -> None:
    from crossbearing.vocab import gazetteer_full as full

    active = full.active_path()
    path = index or active
    if path is None:
        typer.echo("no full index; nothing to remove")
        return
    if path.exists():
        full.open_index(path).close()  # refuses to delete what is no index of ours
    if active is not None and path.resolve() == active.resolve():
        full.deactivate()
    path.unlink(missing_ok=True)
    path.with_name(path.name + ".part").unlink(missing_ok=True)
    typer.echo(f"removed {path}")
