"""The index of a full GeoNames dump: built line by line, resumed after a stop, swapped in whole.

It lies in the user's data folder or where the user put it; a one-line file in the data folder says where. The
draft stands beside the index under ``.part`` and is committed every ``BATCH`` lines with how far it has come.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from crossbearing.errors import VocabError
from crossbearing.vocab.gazetteer_build import LOOSE_COUNTRIES, bare_key
from crossbearing.vocab.geonames import GeoName, parse
from crossbearing.vocab.place_keys import exact_key, loose_key
from crossbearing.vocab.place_tables import provinces

FORMAT = "1"
"""Raise when the way of building changes: an index of another format is turned down, with what to do."""
BATCH = 20_000  # lines between commits: about a second of work lost when it is stopped

_SCHEMA = """
CREATE TABLE place(rowid INTEGER PRIMARY KEY, id TEXT, name TEXT, lat REAL, lon REAL, population INTEGER,
  country TEXT, admin1 TEXT, feature TEXT, precision INTEGER, radius_km REAL, own INTEGER, batch INTEGER);
CREATE TABLE name(key TEXT, place INTEGER, match INTEGER, batch INTEGER);
CREATE TABLE source(name TEXT PRIMARY KEY, sha256 TEXT, lines INTEGER, done INTEGER);
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT);
"""


@dataclass(frozen=True, slots=True)
class Status:
    """What an index holds. ``digest`` names its content: it goes into the coder's version."""

    path: Path
    places: int
    names: int
    sources: tuple[str, ...]
    digest: str


def data_dir() -> Path:
    """Where the index lies unless the user says otherwise."""
    return Path(platformdirs.user_data_dir("crossbearing"))


def active_path(folder: Path | None = None) -> Path | None:
    """The index in use, or None: the one that ``gazetteer.path`` in the data folder names."""
    pointer = (folder or data_dir()) / "gazetteer.path"
    try:
        return Path(pointer.read_text(encoding="utf-8").strip())
    except (FileNotFoundError, NotADirectoryError):
        return None


def activate(path: Path, folder: Path | None = None) -> None:
    """Use this index from now on."""
    folder = folder or data_dir()
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / "gazetteer.path.part"
    draft.write_text(f"{path.resolve()}\n", encoding="utf-8")
    draft.replace(folder / "gazetteer.path")


def deactivate(folder: Path | None = None) -> None:
    """Use no full index any longer."""
    ((folder or data_dir()) / "gazetteer.path").unlink(missing_ok=True)


def status(path: Path) -> Status:
    """What the index at ``path`` holds. Raises VocabError as ``open_index`` does."""
    connection = open_index(path)
    try:
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        return Status(
            path, int(meta["places"]), int(meta["names"]), tuple(json.loads(meta["sources"])), meta["digest"]
        )
    finally:
        connection.close()


def open_index(path: Path) -> sqlite3.Connection:
    """The index, read only. Raises VocabError where it is missing, broken or of another version."""
    again = "import the dump again, or run `crossbearing gazetteer remove`"
    if not path.is_file():
        raise VocabError(f"{path}: the gazetteer index is gone; {again}")
    try:
        connection = sqlite3.connect(
            path.resolve().as_uri() + "?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        meta = dict(connection.execute("SELECT key, value FROM meta"))
    except sqlite3.Error as exc:
        raise VocabError(f"{path}: not a gazetteer index ({exc}); {again}") from exc
    if meta.get("format") != FORMAT or "digest" not in meta:
        raise VocabError(f"{path}: a gazetteer index of another version; {again}")
    return connection


class Builder:
    """Fills a draft and puts it in the index's place when all is in."""

    def __init__(self, path: Path, sources: Iterable[str]) -> None:
        """``sources`` names the files and tells their versions apart; a draft of the same is gone on with."""
        self.path = path
        self._draft = path.with_name(path.name + ".part")
        self._plan = json.dumps(list(sources))
        self._provinces = {p.code: p.name for p in provinces()}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open()
        except (OSError, sqlite3.Error) as exc:
            raise VocabError(f"{self._draft}: cannot be written: {exc}") from exc

    def _open(self) -> None:
        self._connection = sqlite3.connect(self._draft)
        try:
            meta = dict(self._connection.execute("SELECT key, value FROM meta"))
        except sqlite3.Error:
            meta = {}
        if meta.get("plan") != self._plan or meta.get("format") != FORMAT:
            self._connection.close()
            self._draft.unlink()
            self._begin()
        # speed over safety: a draft that a power cut breaks is thrown away, and the index is another file
        self._connection.executescript("PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;")
        self._batch = int(
            self._connection.execute("SELECT value FROM meta WHERE key = 'batch'").fetchone()[0]
        )

    def _begin(self) -> None:
        """A new draft: what the index holds already, with room for more."""
        batch = 1
        if self.path.exists():
            open_index(self.path).close()  # refuses what is no index of ours, before anything is touched
            held = sqlite3.connect(self.path)
            self._connection = sqlite3.connect(self._draft)
            held.backup(self._connection)
            held.close()
            batch = 1 + int(
                self._connection.execute("SELECT value FROM meta WHERE key = 'batch'").fetchone()[0]
            )
            self._connection.executescript("DROP INDEX name_key; DELETE FROM meta;")
        else:
            self._connection = sqlite3.connect(self._draft)
            self._connection.executescript(_SCHEMA)
        rows = [("plan", self._plan), ("format", FORMAT), ("batch", str(batch))]
        self._connection.executemany("INSERT INTO meta VALUES (?, ?)", rows)
        self._connection.commit()

    def done(self, source: str) -> int:
        """How many lines of this file the draft has taken in already."""
        row = self._connection.execute(
            "SELECT lines FROM source WHERE name = ? AND done = 0", (source,)
        ).fetchone()
        return int(row[0]) if row else 0

    def add(self, source: str, lines: int, found: Iterable[GeoName]) -> None:
        """Take in a batch; ``lines`` is how many lines of the file it reaches to."""
        places: list[tuple[object, ...]] = []
        names: list[tuple[str, int, int, int]] = []
        for entry in found:
            places.append(self._place(entry))
            names += self._names(entry)
        try:
            self._connection.executemany(
                "INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,0,?)", places
            )
            self._connection.executemany("INSERT INTO name VALUES (?,?,?,?)", names)
            self._connection.execute("INSERT OR REPLACE INTO source VALUES (?, '', ?, 0)", (source, lines))
            self._connection.commit()
        except sqlite3.Error as exc:
            raise VocabError(f"{self._draft}: cannot be written: {exc}") from exc

    def close_source(self, source: str, sha256: str, lines: int) -> None:
        """All of a file is in."""
        self._connection.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?, 1)", (source, sha256, lines))
        self._connection.commit()

    def finish(self) -> Status:
        """Sort the names, write the digest, and put the draft in the index's place at one stroke."""
        connection = self._connection
        if self._batch > 1:  # names of places that came again
            connection.execute(
                "DELETE FROM name WHERE batch < (SELECT batch FROM place WHERE place.rowid = name.place)"
            )
        connection.execute("CREATE INDEX name_key ON name(key, place, match)")
        sources = connection.execute("SELECT name, sha256 FROM source ORDER BY name").fetchall()
        content = "\n".join([FORMAT, *sorted({sha for _, sha in sources})])
        places = connection.execute("SELECT count(*) FROM place").fetchone()[0]
        names = connection.execute("SELECT count(*) FROM name").fetchone()[0]
        rows = [
            ("places", str(places)), ("names", str(names)),
            ("sources", json.dumps([name.partition("|")[0] for name, _ in sources])),
            ("digest", hashlib.sha256(content.encode()).hexdigest()[:16]),
        ]  # fmt: skip
        connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)
        connection.commit()
        connection.close()
        self._draft.replace(self.path)
        return status(self.path)

    def discard(self) -> None:
        """Give up: the draft goes, the index that was there stays."""
        self._connection.close()
        self._draft.unlink(missing_ok=True)

    def _place(self, e: GeoName) -> tuple[object, ...]:
        admin1 = self._provinces.get(e.admin1, "")
        return (e.number, f"geonames:{e.number}", e.name, e.lat, e.lon, e.population, e.country, admin1,
                e.feature, e.precision, e.radius_km, self._batch)  # fmt: skip

    def _names(self, e: GeoName) -> Iterator[tuple[str, int, int, int]]:
        main = exact_key(e.name)
        transliterated = e.country in LOOSE_COUNTRIES
        keys = {*e.names, *(bare_key(key) for key in e.names)} if transliterated else e.names
        for key in keys:
            yield key, e.number, 3 if key == main else 2, self._batch
        if transliterated:
            for key in {loose_key(key) for key in e.names}:
                if len(key) > 2:
                    yield "~" + key, e.number, 1, self._batch


def read_lines(lines: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, GeoName | None, str | None]]:
    """(line number, what it says or None, what is wrong or None) of each line."""
    for number, raw in lines:
        try:
            yield number, parse(raw.decode("utf-8").rstrip("\r\n")), None
        except UnicodeDecodeError as exc:
            yield number, None, f"not UTF-8 at byte {exc.start}"
        except ValueError as exc:
            yield number, None, str(exc)
