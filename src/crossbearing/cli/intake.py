"""The options that say how tables and addresses of the web are read, for every verb that reads inputs."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from crossbearing.acquire import Columns, Fetching, Intake

COLUMN = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="KEY=NAME",
        help="What a table calls text, html, id, url, outlet, title, published or language, as in "
        "text=body; may be given several times.",
    ),
]
LIMIT = Annotated[
    int, typer.Option("--limit", metavar="N", min=1, help="From one feed or sitemap, take N reports.")
]
INTERVAL = Annotated[
    float,
    typer.Option(
        "--interval",
        metavar="SECONDS",
        min=0,
        help="Pause between two requests to one host; longer where its robots.txt asks for it.",
    ),
]
TEASERS = Annotated[
    bool,
    typer.Option(
        "--teasers", help="Take items of a fetched feed as they are; do not fetch the reports behind them."
    ),
]
CACHE = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        metavar="DIR",
        help="Keep what was fetched in this folder, not in the user's cache folder.",
    ),
]
NO_CACHE = Annotated[
    bool, typer.Option("--no-cache", help="Keep nothing of what was fetched, and use nothing kept.")
]
ALLOW_PRIVATE = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch from this machine and private networks.")
]
USE_PROXIES = Annotated[
    bool,
    typer.Option("--use-proxies", help="Fetch through the proxies that HTTP_PROXY and HTTPS_PROXY name."),
]
_USUAL = Fetching()


def _chosen(
    column: COLUMN = None,
    limit: LIMIT = _USUAL.limit,
    interval: INTERVAL = _USUAL.interval,
    teasers: TEASERS = False,
    cache: CACHE = None,
    no_cache: NO_CACHE = False,
    allow_private: ALLOW_PRIVATE = False,
    use_proxies: USE_PROXIES = False,
) -> Intake:
    if cache is not None and no_cache:
        raise typer.BadParameter("--cache and --no-cache exclude each other")
    fetching = Fetching(
        limit=limit,
        follow=not teasers,
        interval=interval,
        allow_private=allow_private,
        use_proxies=use_proxies,
        keep=not no_cache,
        cache=cache,
    )
    try:
        return Intake(columns=Columns.of(column or ()), fetching=fetching)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--column") from error


def takes_in(verb: Callable[..., None]) -> Callable[..., None]:
    """The verb, with these options in the place of its argument ``intake``: they are written once."""
    own = inspect.signature(verb, eval_str=True)
    options = inspect.signature(_chosen, eval_str=True).parameters

    @wraps(verb)
    def with_options(**given: Any) -> None:
        chosen = {name: given.pop(name) for name in options}
        verb(**given, intake=_chosen(**chosen))

    kept = [parameter for name, parameter in own.parameters.items() if name != "intake"]
    shown = own.replace(parameters=[*kept, *options.values()])
    with_options.__signature__ = shown  # type: ignore[attr-defined]
    with_options.__annotations__ = {p.name: p.annotation for p in shown.parameters.values()}
    return with_options
