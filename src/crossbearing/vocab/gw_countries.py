"""Countries by ISO code, with the Gleditsch-Ward numbers and region names that UCDP and ACLED use.

The table is ``gw_countries.csv`` beside this file. ``gw`` is empty where Gleditsch and Ward list no
independent state for the territory; names are UCDP's.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Country:
    """A country as data sets number and name it. ``gw`` and ``iso_number`` are None where there is none."""

    iso2: str
    iso3: str
    iso_number: int | None
    gw: int | None
    name: str
    ucdp_region: str
    acled_region: str


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


@cache
def countries() -> Mapping[str, Country]:
    """All countries of the table by ISO 3166-1 alpha-2 code."""
    table = resources.files("crossbearing.vocab").joinpath("gw_countries.csv")
    with table.open(encoding="utf-8") as lines:
        return {
            row["iso2"]: Country(
                row["iso2"],
                row["iso3"],
                _number(row["iso_number"]),
                _number(row["gw"]),
                row["name"],
                row["ucdp_region"],
                row["acled_region"],
            )
            for row in csv.DictReader(lines)
        }


def country(iso2: str | None) -> Country | None:
    """The country with this code, or None when there is no code or it is not in the table."""
    return countries().get(iso2.upper()) if iso2 else None
