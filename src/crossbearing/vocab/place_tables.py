"""The tables in ``vocab/places``, read and checked. Columns stand in each table's first line; '#' starts
a comment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from crossbearing.errors import VocabError

FOLDER = Path(__file__).parent / "places"


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO alpha-2, usual English name, a central point, the radius of a disc of its area, its
    words.
    """

    iso: str
    name: str
    lat: float
    lon: float
    radius_km: float
    capital: str
    variants: tuple[str, ...]
    demonyms: tuple[str, ...]
    geonameid: str


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A row of ``regions.tsv`` or of a ``settlements_*.tsv``: what the small gazetteer lacks."""

    name: str
    feature: str
    lat: float
    lon: float
    radius_km: float
    country: str
    admin1: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Province:
    """A first-order division: GeoNames code (``IQ.13``), English name, other names, GeoNames id, middle."""

    code: str
    name: str
    variants: tuple[str, ...]
    geonameid: str
    point: tuple[float, float] | None = None


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated table as dicts; raises VocabError where a row has too many cells."""
    head: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not head:
            head = cells
        elif len(cells) > len(head):
            raise VocabError(f"{path.name}:{number}: {len(cells)} cells, expected {len(head)}")
        else:
            yield dict(zip(head, cells + [""] * (len(head) - len(cells)), strict=True)) | {"": str(number)}


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(";") if word.strip())


@cache
def countries() -> tuple[Country, ...]:
    """``countries.tsv``."""
    return tuple(
        Country(r["iso"], r["name"], float(r["lat"]), float(r["lon"]), float(r["radius_km"]), r["capital"],
                _words(r["variants"]), _words(r["demonyms"]), r["geonameid"])
        for r in rows(FOLDER / "countries.tsv")
    )  # fmt: skip


@cache
def provinces() -> tuple[Province, ...]:
    """``admin1.tsv`` with the English names and variants of ``admin1_variants.tsv``."""
    better = {r["code"]: r for r in rows(FOLDER / "admin1_variants.tsv")}
    found = []
    for row in rows(FOLDER / "admin1.tsv"):
        own = better.pop(row["code"], None)
        names = (row["name"], *(_words(own["variants"]) if own else ()))
        name = own["name"] if own and own["name"] else row["name"]
        point = (float(own["lat"]), float(own["lon"])) if own and own["lat"] else None
        found.append(
            Province(row["code"], name, tuple(n for n in names if n != name), row["geonameid"], point)
        )
    if better:
        raise VocabError(f"admin1_variants.tsv: no such code: {', '.join(better)}")
    return tuple(found)


def own_tables() -> tuple[Path, ...]:
    """The files of places that we add: regions, seas, rivers, and the settlements by theatre of war."""
    return (FOLDER / "regions.tsv", *sorted(FOLDER.glob("settlements_*.tsv")))


@cache
def own_places() -> tuple[OwnPlace, ...]:
    """The rows of all own tables, checked."""
    return tuple(_own(path, row) for path in own_tables() for row in rows(path))


def _own(path: Path, row: dict[str, str]) -> OwnPlace:
    where = f"{path.name}:{row['']}"
    try:
        lat, lon, radius = float(row["lat"]), float(row["lon"]), float(row["radius_km"])
    except ValueError as exc:
        raise VocabError(f"{where}: lat, lon and radius_km must be numbers") from exc
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and radius > 0 and row["name"] and row["feature"]):
        raise VocabError(f"{where}: name and feature are needed; |lat| ≤ 90, |lon| ≤ 180, radius_km > 0")
    return OwnPlace(row["name"], row["feature"], lat, lon, radius, row["country"], row["admin1"],
                    _words(row["variants"]))  # fmt: skip


def borders() -> tuple[OwnPlace, ...]:
    """``borders.tsv``, with names made from the two countries: "Syria–Turkey border", "Turkish-Syrian
    border".
    """
    by_iso = {c.iso: c for c in countries()}
    found = []
    for row in rows(FOLDER / "borders.tsv"):
        one, two = by_iso[row["first"]], by_iso[row["second"]]
        words = [(a, b) for a in _border_words(one) for b in _border_words(two)]
        names = [f"{a}-{b} border" for a, b in words] + [f"{b}-{a} border" for a, b in words]
        found.append(OwnPlace(f"{one.name}-{two.name} border", "border", float(row["lat"]), float(row["lon"]),
                              float(row["radius_km"]), "", "", tuple(names)))  # fmt: skip
    return tuple(found)


def _border_words(country: Country) -> tuple[str, ...]:
    return (country.name, *country.demonyms, *(("Gaza",) if country.iso == "PS" else ()))
