"""Lines of a GeoNames dump (``allCountries.txt``, ``IQ.txt``): what they say, and what is wrong with one.

The columns are those of https://download.geonames.org/export/dump/readme.txt, nineteen, parted by tabs.
"""

from __future__ import annotations

from dataclasses import dataclass

from crossbearing.vocab.place_keys import exact_key

COLUMNS = 19

_CODES = {
    "district": "A.ADM2 A.ADM3 A.ADM4 A.ADM5 A.ADMD",
    "neighbourhood": "P.PPLX",
    "village": "P.STLMT",
    "airport": "S.AIRP S.AIRF S.AIRH",
    "base": "S.AIRB S.INSM S.FT L.MILB L.NVB L.AIRB",
    "camp": "S.CMP S.CMPRF S.CMPL S.CMPO",
    "crossing": "S.CSTM S.PSTB T.PASS",
    "facility": "S.DAM S.BDG S.OILR S.OILP S.PS S.PSH S.PRN S.PP S.MN S.MNAU S.HBR S.PRT S.FY L.OILF "
    "L.GASF L.PRT",
    "region": "L.RGN L.CST",
    "area": "L.AREA L.LCTY",
    "river": "H.STM H.STMI H.STMS H.WAD H.WADS H.CNL H.FLLS",
    "lake": "H.LK H.LKS H.LKI H.RSV H.RSVI H.MRSH",
    "gulf": "H.GULF H.BAY",
    "strait": "H.STRT",
    "mountains": "T.MT T.MTS T.HLL T.HLLS T.RDGE T.PK T.PLAT T.SPUR",
    "island": "T.ISL T.ISLS",
    "peninsula": "T.PEN T.CAPE",
    "desert": "T.DSRT",
    "valley": "T.VAL T.PLN",
    "forest": "V.FRST",
}
"""Our kind of feature → GeoNames' class and code. What is not listed (hotels, schools, wells) is left out: a
name that is found everywhere tells nothing. Countries and provinces stand in the embedded gazetteer."""

_KINDS = {code: kind for kind, codes in _CODES.items() for code in codes.split()}
_GONE = frozenset({"P.PPLH", "P.PPLW", "P.PPLCH"})
"""Historical and destroyed places."""

_EXTENT = {
    "district": (3, 25.0), "region": (4, 60.0), "river": (5, 40.0), "lake": (5, 15.0), "mountains": (5, 15.0),
    "gulf": (5, 25.0), "strait": (5, 25.0), "peninsula": (5, 15.0), "desert": (5, 60.0), "valley": (5, 20.0),
    "forest": (5, 15.0), "island": (4, 15.0), "area": (2, 5.0), "facility": (1, 3.0), "airport": (1, 3.0),
    "base": (1, 4.0), "camp": (1, 3.0), "crossing": (1, 3.0), "neighbourhood": (1, 2.0), "village": (1, 3.0),
}  # fmt: skip
"""UCDP's precision of a kind, and kilometres within which it lies around its point; GeoNames tells none."""


@dataclass(frozen=True, slots=True)
class GeoName:
    """One line that is of use: the columns of the index, and all Latin spellings of the name."""

    number: int
    name: str
    lat: float
    lon: float
    population: int
    country: str
    admin1: str
    feature: str
    precision: int
    radius_km: float
    names: frozenset[str]


def parse(line: str) -> GeoName | None:
    """What a line says; None for a feature that is left out. ValueError says what is wrong with it.

    ``admin1`` is the GeoNames code ("IQ.13"); the index puts the province's name for it.
    """
    cells = line.split("\t")
    if len(cells) != COLUMNS:
        raise ValueError(f"{len(cells)} columns, expected {COLUMNS}; is it a line of a GeoNames dump?")
    kind = _kind(cells[6], cells[7])
    if not cells[0].isascii() or not cells[0].isdigit():
        raise ValueError(f"column 1 (geonameid) is {cells[0][:40]!r}, expected a whole number")
    lat, lon = _degrees(cells[4], 90.0, "5 (latitude)"), _degrees(cells[5], 180.0, "6 (longitude)")
    if not cells[1].strip():
        raise ValueError("column 2 (name) is empty")
    population = cells[14]
    if population and not population.isdigit():
        raise ValueError(f"column 15 (population) is {population[:40]!r}, expected a whole number")
    if kind is None:
        return None
    people = int(population or 0)
    name = cells[2] or cells[1]
    precision, radius = _EXTENT.get(kind) or (1, round(min(25.0, 3.0 + people**0.5 / 100), 1))
    return GeoName(int(cells[0]), name, lat, lon, people, cells[8], f"{cells[8]}.{cells[10]}", kind,
                   precision, radius, _names(cells[1], cells[2], cells[3]))  # fmt: skip


def _kind(feature_class: str, code: str) -> str | None:
    told = f"{feature_class}.{code}"
    return _KINDS.get(told) or ("city" if feature_class == "P" and told not in _GONE else None)


def _degrees(cell: str, most: float, column: str) -> float:
    try:
        value = float(cell)
    except ValueError:
        raise ValueError(f"column {column} is {cell[:40]!r}, expected degrees") from None
    if not -most <= value <= most:  # also false for nan
        raise ValueError(f"column {column} is {cell[:40]!r}, beyond ±{most:.0f} degrees")
    return value


def _names(name: str, plain: str, others: str) -> frozenset[str]:
    """The Latin spellings that may stand in an English report, as exact keys; no airport codes."""
    written = {name, plain, *others.split(",")} if others else {name, plain}
    keys = {exact_key(each) for each in written if _usable(each)}
    return frozenset(key for key in keys if len(key) > 1 and key.isascii())


def _usable(name: str) -> bool:
    return (
        len(name) > 2 and name[0] < "\u0250" and name[0].isupper() and not (len(name) < 5 and name.isupper())
    )
