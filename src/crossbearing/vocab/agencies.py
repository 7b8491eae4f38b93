"""News agencies, large outlets and monitors of conflict: their names, aliases, countries and reach.

The data stand in ``agencies.csv``: ``name``, ``kind`` (agency, outlet, monitor, office), ``country`` (ISO
alpha-2), ``scale`` (international, regional, national, subnational, local, as ACLED's source scale),
``aliases`` and ``domains`` (of its addresses), both parted by ``|``. Add a row to teach the program a new
one.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from crossbearing.errors import VocabError
from crossbearing.text.folding import name_key

_KINDS = frozenset({"agency", "outlet", "monitor", "office"})
_SCALES = frozenset({"international", "regional", "national", "subnational", "local"})


@dataclass(frozen=True, slots=True)
class Agency:
    """One body that publishes news. ``country`` is where it is based, '' when it has no seat."""

    name: str
    kind: str
    country: str
    scale: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@lru_cache(maxsize=1)
def agencies() -> tuple[Agency, ...]:
    """All known agencies and outlets; raises VocabError when the file is broken."""
    source = resources.files("crossbearing.vocab").joinpath("agencies.csv")
    with source.open(encoding="utf-8") as lines:
        return tuple(_agency(number, row) for number, row in enumerate(csv.DictReader(lines), 2))


def _agency(number: int, row: dict[str, str]) -> Agency:
    if None in row.values() or row["kind"] not in _KINDS or row["scale"] not in _SCALES or not row["name"]:
        raise VocabError(f"agencies.csv:{number}: wrong kind, scale or number of columns: {row}")
    aliases, domains = (tuple(name for name in row[key].split("|") if name) for key in ("aliases", "domains"))
    return Agency(row["name"], row["kind"], row["country"], row["scale"], aliases, domains)


@lru_cache(maxsize=1)
def _by_key() -> dict[str, Agency]:
    found: dict[str, Agency] = {}
    for agency in agencies():
        for name in agency.names:
            found.setdefault(name_key(name), agency)
    return found


_TAILS = (
    "news agency",
    "press agency",
    "agency",
    "news",
    "newspaper",
    "daily",
    "tv",
    "television",
    "channel",
)


@lru_cache(maxsize=4096)
def agency_named(name: str) -> Agency | None:
    """The agency of that name or alias, whatever its case, accents and article; None when it is not known.

    "Anadolu news agency", "the Tasnim agency" and "ARA News" are tried without their common ending as well.
    """
    table = _by_key()
    key = name_key(name)
    if key in table:
        return table[key]
    for tail in _TAILS:
        if key.endswith(" " + tail) and key.removesuffix(" " + tail) in table:
            return table[key.removesuffix(" " + tail)]
    return None


@lru_cache(maxsize=1)
def _by_domain() -> dict[str, Agency]:
    found: dict[str, Agency] = {}
    for agency in agencies():
        for domain in agency.domains:
            if found.setdefault(domain, agency) is not agency:
                raise VocabError(f"agencies.csv: {domain} belongs to {found[domain].name} and {agency.name}")
    return found


def agency_at(host: str) -> Agency | None:
    """Whose address it is ("www.aljazeera.com" and "en.aljazeera.com": Al Jazeera); None when not known."""
    labels = host.lower().rstrip(".").split(".")
    table = _by_domain()
    names = (".".join(labels[i:]) for i in range(len(labels) - 1))
    return next((table[name] for name in names if name in table), None)
