"""``crossbearing annotate``: mentions only."""

from __future__ import annotations

import typer

from crossbearing.acquire import Intake
from crossbearing.cli.arguments import (
    ACTORS,
    FACTS,
    INPUTS,
    MEMORY_LIMIT,
    OUT,
    PROCESSES,
    TIME_LIMIT,
    engine_for,
    facts_of,
    project_of,
)
from crossbearing.cli.intake import takes_in


@takes_in
def annotate(
    inputs: INPUTS,
    output: OUT = None,
    actors: ACTORS = None,
    facts: FACTS = None,
    processes: PROCESSES = 0,
    time_limit: TIME_LIMIT = 60.0,
    memory_limit: MEMORY_LIMIT = 1024,
    intake: Intake | None = None,
) -> None:
    """Find places, times, actors, quantities, speakers and triggers: a JSON line a report, without a store.

    Example:

        crossbearing annotate reports/ -o mentions.jsonl
    """
    import msgspec

    from crossbearing.cli.screen import output as opened
    from crossbearing.cli.screen import progress
    from crossbearing.errors import InputError
    from crossbearing.flow import Additions, annotate_all
    from crossbearing.model.records import document_to_record

    project, known = project_of(actors), facts_of(facts)
    engine = engine_for(processes, time_limit, memory_limit)
    rejected = 0
    with opened(output) as out, progress() as shown:
        for item in annotate_all(
            inputs, engine=engine, progress=shown, intake=intake, added=Additions(known, project)
        ):
            if isinstance(item, InputError):
                rejected += 1
            else:
                out.write(msgspec.json.encode(document_to_record(item)) + b"\n")
    if rejected:
        raise typer.Exit(1)
