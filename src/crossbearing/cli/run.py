"""``crossbearing run``: the main job."""

from __future__ import annotations

from typing import Annotated

import typer

from crossbearing.acquire import Intake
from crossbearing.cli.arguments import (
    ACTORS,
    FACTS,
    INPUTS,
    MEMORY_LIMIT,
    PROCESSES,
    TIME_LIMIT,
    engine_for,
    facts_of,
    project_of,
)
from crossbearing.cli.intake import takes_in


@takes_in
def run(
    inputs: INPUTS,
    store: Annotated[
        str,
        typer.Option("--store", "-s", metavar="STORE", help="The store to fill: a path, or a database URL."),
    ],
    actors: ACTORS = None,
    facts: FACTS = None,
    processes: PROCESSES = 0,
    time_limit: TIME_LIMIT = 60.0,
    memory_limit: MEMORY_LIMIT = 1024,
    intake: Intake | None = None,
) -> None:
    """Read, code, link and reconcile reports into a store, and show the events.

    Running it again with the same input changes nothing; with more input it adds. It may be stopped at any
    time: the same command goes on from there. Exit code 1 when some inputs were rejected; each is named on
    standard error.

    Example:

        crossbearing run reports/ more.jsonl --store events.db
    """
    from crossbearing.cli.screen import event_table, other_languages, progress
    from crossbearing.flow import Additions, installed_coders
    from crossbearing.flow import run as run_pipeline
    from crossbearing.store import Store

    project, known = project_of(actors), facts_of(facts)
    engine = engine_for(processes, time_limit, memory_limit)
    with Store(store) as ledger:
        with progress() as shown:
            summary = run_pipeline(
                inputs,
                ledger,
                engine=engine,
                progress=shown,
                intake=intake,
                added=Additions(known, project, installed_coders()),
            )
        event_table(summary.events)
        foreign = other_languages(summary.other_languages)
        typer.echo(
            f"reports: {summary.coded} coded ({summary.accounts} accounts){foreign}, "
            f"{summary.known} known before, {len(summary.rejected)} rejected; "
            f"events: {len(summary.events)}, in {store}"
        )
    if summary.rejected:
        raise typer.Exit(1)
