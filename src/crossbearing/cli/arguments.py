"""The arguments that several verbs share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from crossbearing.acquire import Facts
    from crossbearing.flow import Engine
    from crossbearing.vocab.actor_types import Project

INPUTS = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files, folders, globs, - for standard input, or http(s) addresses of pages, feeds and "
        "sitemaps. Files: .txt .html .xhtml .mhtml .pdf .docx .eml; tables .jsonl .csv .tsv .parquet .json; "
        "archives and feeds .warc .rss .atom .xml; and all of these in .gz and .zip.",
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
ACTORS = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        help="A YAML file of actors to add to the vocabulary or to change in it; see docs/actors.md.",
        show_default=False,
    ),
]
FACTS = Annotated[
    Path | None,
    typer.Option(
        "--facts",
        metavar="FILE",
        help="What you know about reports (published, outlet, title, language, url): a .csv, .jsonl or .yaml "
        "file; it goes before what they say. See docs/facts.md.",
        show_default=False,
    ),
]
PROCESSES = Annotated[
    int,
    typer.Option(
        "--processes", "-p", min=0, help="Processes to code in; 0: as many as there are cores, if worth it."
    ),
]
TIME_LIMIT = Annotated[
    float,
    typer.Option(
        "--time-limit",
        metavar="SECONDS",
        min=0,
        help="Seconds that one report may take; one that takes longer is rejected. 0: as long as it takes.",
    ),
]
MEMORY_LIMIT = Annotated[
    int,
    typer.Option(
        "--memory-limit",
        metavar="MB",
        min=0,
        help="Megabytes that one report may take (on Linux); one that needs more is rejected. 0: no limit.",
    ),
]


def project_of(actors: Path | None) -> Project:
    """The actors of that file, or the vocabulary as it is. Raises NotFound, NotReadable and VocabError."""
    from crossbearing.acquire import text_of
    from crossbearing.vocab.actor_types import BUILT_IN

    if actors is None:
        return BUILT_IN
    from crossbearing.vocab.actors_project import read_project

    return read_project(str(actors), text_of(actors))


def facts_of(facts: Path | None) -> Facts:
    """The rows of that file, or none. Raises NotFound, NotReadable and NotText."""
    from crossbearing.acquire import NO_FACTS, read_facts

    return read_facts(facts) if facts is not None else NO_FACTS


def engine_for(processes: int, time_limit: float, memory_limit: int) -> Engine:
    """The engine that those options ask for."""
    from crossbearing.flow import WARM, Automatic, Limits, Processes

    limits = Limits(time_limit or None, memory_limit or None)
    return Processes(processes, limits, WARM) if processes else Automatic(limits, WARM)
