"""The tables, for SQLite and PostgreSQL alike.

Ledger tables only grow: triggers in the database refuse UPDATE and DELETE on them. Every record is kept as
the JSON of the contract (model.records), under the SHA-256 of that JSON, so the same record twice is one
row. View tables hold what follows from the ledger and may be emptied and made anew at any time.
"""

from __future__ import annotations

from sqlalchemy import DDL, Column, ForeignKey, Integer, MetaData, String, Table, Text, event

SCHEMA_VERSION = "1"
"""Raised when a table changes its meaning; a store of another version is refused, never guessed at."""

metadata = MetaData()

about = Table(
    "about",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
"""What this database is: one row says ``schema``."""

reports = Table(
    "reports",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("report", String, nullable=False, index=True),
    Column("sha256", String(64), nullable=False),
    Column("record", Text, nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("id", String, nullable=False, index=True),
    Column("report", String, nullable=False, index=True),
    Column("record", Text, nullable=False),
)

codings = Table(
    "codings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("report", String, nullable=False, index=True),
    Column("fingerprint", String(64), nullable=False),
    Column("version", String, nullable=False),
    Column("report_hash", String(64), ForeignKey("reports.hash"), nullable=False),
)
"""One row each time that a report was coded to the end: the marker that a re-run goes by.

``fingerprint`` is that of the input as it arrived, ``version`` that of the coder. A report's newest coding is
the current one; its report row and its accounts are the current ones.
"""

coding_accounts = Table(
    "coding_accounts",
    metadata,
    Column("coding", Integer, ForeignKey("codings.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("account_hash", String(64), ForeignKey("accounts.hash"), nullable=False),
)

dependences = Table(
    "dependences",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("hash", String(64), nullable=False),
    Column("copy", String, nullable=False),
    Column("source", String, nullable=False),
    Column("record", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("hash", String(64), nullable=False),
    Column("left_account", String, nullable=False, index=True),
    Column("right_account", String, nullable=False, index=True),
    Column("origin", String, nullable=False),
    Column("record", Text, nullable=False),
)

NEWEST_BY = {
    "dependences": ("copy", "source"),
    "judgements": ("left_account", "right_account", "origin"),
}
"""What makes two rows speak of the same thing, so that the newer one holds."""

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("target", String, nullable=False, index=True),
    Column("record", Text, nullable=False),
)

rejections = Table(
    "rejections",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("place", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("reason", Text, nullable=False),
)
"""Inputs that could not be taken in, so that a store can say what it does not hold. ``place`` names the
input."""

LEDGER = (reports, accounts, codings, coding_accounts, dependences, judgements, decisions, rejections)

events = Table(
    "events",
    metadata,
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False),
    Column("start_day", String),
    Column("status", String, nullable=False),
    Column("record", Text, nullable=False),
)

event_accounts = Table(
    "event_accounts",
    metadata,
    Column("event", String, primary_key=True),
    Column("account", String, primary_key=True, index=True),
)

standing = Table(
    "standing",
    metadata,
    Column("kind", String, primary_key=True),
    Column("number", Integer, primary_key=True),
)
"""Which judgements and dependences (``kind``, ledger ``number``) the present events rest on."""

view_state = Table(
    "view_state",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
"""``made_of``: the state of the ledger, and the version of the rules, that the view was made from."""

VIEW = (events, event_accounts, standing, view_state)


_REFUSAL = "is a ledger: rows are added, never changed or removed"
_SQLITE = """
CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{table} {refusal}'); END
"""
_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '%% {refusal}', TG_TABLE_NAME; END $$
"""
_POSTGRESQL = """
CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
"""


def _after_create(table: Table, statement: str, dialect: str) -> None:
    ddl = DDL(statement)  # type: ignore[no-untyped-call]  # SQLAlchemy leaves DDL untyped
    event.listen(table, "after_create", ddl.execute_if(dialect=dialect))


def _forbid_changes(table: Table) -> None:
    _after_create(table, _POSTGRESQL_FUNCTION.format(refusal=_REFUSAL), "postgresql")
    _after_create(table, _POSTGRESQL.format(table=table.name), "postgresql")
    for act in ("UPDATE", "DELETE"):
        _after_create(table, _SQLITE.format(table=table.name, act=act, refusal=_REFUSAL), "sqlite")


for _table in LEDGER:
    _forbid_changes(_table)
