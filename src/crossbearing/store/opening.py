"""Opening a store: a path or a database URL, made new or checked for being one of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from crossbearing.errors import StoreError
from crossbearing.store import schema

MEMORY = ":memory:"
"""A store that lives as long as the process; for tests and for the Python face."""


def is_address(where: str) -> bool:
    """True when ``where`` is a database URL and not a path."""
    return "://" in where


def open_engine(where: str, create: bool) -> Engine:
    """A connection source whose database has our tables in this version; StoreError when it cannot be
    that."""
    if not is_address(where) and where != MEMORY:
        _check_path(Path(where), create)
    with mapped(where):
        engine = _connect(where)
        try:
            _check_or_create(engine, where, create)
        except BaseException:
            engine.dispose()
            raise
    return engine


def _check_path(path: Path, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; a store is a single file, for example {path / 'events.db'}")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}; make it first")
    if not create and not path.exists():
        raise StoreError(f"{path}: there is no such store; 'crossbearing run INPUT --store {path}' makes one")


def _connect(where: str) -> Engine:
    try:
        if where == MEMORY:  # one connection for all, or each would see an empty database of its own
            engine = create_engine(
                "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
            )
        else:
            engine = create_engine(_url(where))
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError(f"{where}: not a database address that is understood: {error}") from error
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{where}: this kind of database needs a package: pip install {error.name}"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_at_once)
    return engine


def _url(where: str) -> URL:
    """The address of a database, or of the file at a path; PostgreSQL is spoken to through psycopg 3."""
    if not is_address(where):
        return URL.create("sqlite", database=where)
    url = make_url(where)
    return url.set(drivername="postgresql+psycopg") if url.drivername in {"postgresql", "postgres"} else url


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Write-ahead log, so that a killed process loses nothing committed and readers never wait for the
    writer.

    synchronous=NORMAL: a commit survives the death of the process; a power cut may undo the last few commits
    but never breaks the file, and the next run codes those reports again.
    """
    connection.isolation_level = None  # sqlite3's own transaction handling would begin too late
    cursor = connection.cursor()
    for pragma in ("busy_timeout=30000", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    with suppress(sqlite3.OperationalError):  # another process is switching this new file over at this moment
        cursor.execute("PRAGMA journal_mode=WAL")
    cursor.close()


def _begin_at_once(connection: Any) -> None:
    """Take the write lock at the start where the transaction will write: two runs queue instead of
    failing."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _check_or_create(engine: Engine, where: str, create: bool) -> None:
    with engine.connect().execution_options(writes=create) as connection, connection.begin():
        tables = set(inspect(connection).get_table_names())
        if not tables and create:
            schema.metadata.create_all(connection)
            connection.execute(insert(schema.about), {"name": "schema", "value": schema.SCHEMA_VERSION})
            return
        if "about" not in tables or "codings" not in tables:
            raise StoreError(f"{where}: is a database, but not a store of crossbearing; name another file")
        version = connection.execute(
            select(schema.about.c.value).where(schema.about.c.name == "schema")
        ).scalar()
    if version != schema.SCHEMA_VERSION:
        raise StoreError(
            f"{where}: was written in store version {version}; this crossbearing knows version "
            f"{schema.SCHEMA_VERSION}; use the crossbearing that wrote it, or run the inputs into a new store"
        )


_PLAIN = (
    ("file is not a database", "is not a store but some other file; name another file"),
    ("readonly", "cannot be written to; check its access rights"),
    ("unable to open", "cannot be opened; check the access rights of the file and its folder"),
    ("database is locked", "another process has been writing to it for half a minute; try again"),
    ("disk is full", "the disk is full; nothing that was finished is lost"),
    ("malformed", "is damaged; restore it from a copy"),
)
"""What the database says → what a user can do about it."""


@contextmanager
def mapped(where: str) -> Iterator[None]:
    """The one boundary where errors of the database become StoreError."""
    try:
        yield
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        reason = next((plain for sign, plain in _PLAIN if sign in said), None)
        if reason is None and isinstance(error, OperationalError):
            reason = f"the database does not answer: {said}"
        raise StoreError(f"{where}: {reason or said}") from error
