"""The dossier: one HTML file with everything in it, to be opened from disk, mailed or archived. It loads
nothing.

The front end is built from ``web/`` into ``dossier_assets/`` and ships with the package. The page holds the
records of the contract as JSON; what comes from reports only ever becomes text. A Content-Security-Policy
forbids the network and every script but the page's own, which is named by its hash. Without JavaScript a
table of the events remains.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Iterable
from datetime import date
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crossbearing.export.dossier_summary import event_row, figures, lede
from crossbearing.export.records import account_records, event_records, report_records
from crossbearing.model.bundle import Bundle
from crossbearing.model.codes import FAMILY_OF
from crossbearing.vocab.gw_countries import countries

TITLE = "What the reports say"
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def write_dossier(bundle: Bundle, path: Path, *, title: str = TITLE, day: date | None = None) -> None:
    """Write the page for everything in ``bundle`` to ``path``.

    ``day`` is printed as the day of making when given; nothing here looks at a clock, so equal bundles give
    equal pages. Raises OSError when the file cannot be written.
    """
    path.write_text(render(bundle, title=title, day=day), encoding="utf-8", newline="\n")


def render(bundle: Bundle, *, title: str = TITLE, day: date | None = None) -> str:
    """The page as text."""
    script, css = _asset("dossier.js").decode(), _asset("dossier.css").decode()
    page = _environment().get_template("dossier.html.j2")
    return page.render(
        title=title,
        day=day,
        version=metadata.version("crossbearing"),
        policy=policy(script, css),
        lede=lede(bundle),
        figures=figures(bundle),
        rows=[event_row(event) for event in bundle.events],
        data=json_for_script(payload(bundle)),
        licences=_asset("LICENSES.txt").decode(),
        world=_packed(_asset("world.json")),
        worker=_packed(_asset("worker.js")),
        script=Markup(script),  # our own build; a test holds that it cannot close its element
        css=Markup(css),
    )


def payload(bundle: Bundle) -> dict[str, Any]:
    """What the front end reads: the contract's records, each code's family, names of the countries that
    occur."""
    accounts, events = list(account_records(bundle)), list(event_records(bundle))
    return {
        "reports": list(report_records(bundle)),
        "accounts": accounts,
        "events": events,
        "families": {code: family.value for code, family in FAMILY_OF.items()},
        "countries": _country_names([*accounts, *events]),
    }


def _country_names(records: Iterable[dict[str, Any]]) -> dict[str, str]:
    codes = {record["place"]["country"] for record in records if record["place"]}
    known = countries()
    return {code: known[code].name for code in sorted(filter(None, codes)) if code in known}


def json_for_script(value: object) -> Markup:
    """JSON that is safe inside a script element: no character in it can end the element or start a comment.

    >>> json_for_script("</script>")
    Markup('"\\\\u003c/script\\\\u003e"')
    """
    text = msgspec.json.encode(value).decode()
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return Markup(text)  # safe: the loop took every character that HTML gives a meaning to


def policy(script: str, css: str) -> str:
    """The page's Content-Security-Policy: its own script and style by hash, no network.

    The map's worker is made from the page itself: as a blob address, which the library reads again
    (connect-src) and passes on as a data address when the page was opened from disk.
    """
    rules = {
        "default-src": "'none'",
        "script-src": f"'sha256-{_digest(script)}'",
        "style-src": f"'sha256-{_digest(css)}'",
        "worker-src": "blob: data:",
        "connect-src": "blob:",
        "img-src": "blob: data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _asset(name: str) -> bytes:
    return resources.files("crossbearing.export").joinpath("dossier_assets", name).read_bytes()


def _packed(data: bytes) -> str:
    """gzip in base64: a third of the size, and no character that HTML could trip over."""
    return base64.b64encode(gzip.compress(data, mtime=0)).decode()


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("crossbearing.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
