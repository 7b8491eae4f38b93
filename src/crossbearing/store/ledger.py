"""The store: what was read, coded, judged and decided, only ever added to; and the events made from it.

"Current" is the newest: a report's newest coding says which text and which accounts hold. All that is older
stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec
from sqlalchemy import Connection, Select, Table, delete, func, select
from sqlalchemy import insert as plain_insert
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from crossbearing.errors import InputError, StoreError
from crossbearing.model import Account, Decision, Dependence, Event, Judgement, Report
from crossbearing.model import records as forms
from crossbearing.model.bundle import Bundle
from crossbearing.store import schema
from crossbearing.store.opening import mapped, open_engine

T = TypeVar("T")
Row = dict[str, Any]
JUDGEMENT, DEPENDENCE = "judgement", "dependence"


class Store:
    """A ledger and its view, in a SQLite file or in a database at a URL. Any failure is a StoreError."""

    def __init__(self, where: str, *, create: bool = True) -> None:
        """Open ``where`` (a path, a database URL, or ``:memory:``); make it when ``create`` and not there
        yet."""
        self.where = where
        self._engine = open_engine(where, create)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ---- adding ------------------------------------------------------------------------------------------

    def add_report(
        self, report: Report, accounts: Sequence[Account], *, fingerprint: str, version: str
    ) -> None:
        """One finished report: its record, its accounts and the marker, in one transaction.

        ``fingerprint`` is that of the input as it arrived, ``version`` that of the coder. When the report's
        newest coding has both of these already, nothing is added.
        """
        head = _report_row(report)
        rows = [_account_row(account) for account in accounts]
        with self._writing() as connection:
            if _newest_coding(connection, report.id) == (fingerprint, version):
                return
            self._insert_new(connection, schema.reports, [head])
            self._insert_new(connection, schema.accounts, rows)
            mark = {"fingerprint": fingerprint, "version": version}
            coding = {"report": report.id, "report_hash": head["hash"], **mark}
            number = connection.execute(plain_insert(schema.codings), coding).inserted_primary_key
            if rows and number is not None:
                links = [
                    {"coding": number[0], "position": position, "account_hash": row["hash"]}
                    for position, row in enumerate(rows)
                ]
                connection.execute(plain_insert(schema.coding_accounts), links)

    def add_rejections(self, errors: Iterable[InputError]) -> None:
        """Inputs that could not be taken in, each with its reason; one that is known already adds nothing."""
        rows = [_rejection_row(error) for error in errors]
        with self._writing() as connection:
            self._insert_new(connection, schema.rejections, rows)

    def add_judgements(self, judgements: Iterable[Judgement]) -> None:
        """What machine or person judged of pairs of accounts.

        A judgement is added unless the newest one of its pair and origin says just the same, so a person may
        change his mind and change it back.
        """
        with self._writing() as connection:
            self._append(connection, schema.judgements, map(_judgement_row, judgements))

    def add_dependences(self, dependences: Iterable[Dependence]) -> None:
        """Which report copies which; added unless the newest one of the pair says just the same."""
        with self._writing() as connection:
            self._append(connection, schema.dependences, map(_dependence_row, dependences))

    def add_decision(self, decision: Decision) -> None:
        """What a reviewer did. A decision that is known already adds nothing."""
        row = {
            "id": decision.id,
            "target": decision.target,
            "record": _text(forms.decision_to_record(decision)),
        }
        with self._writing() as connection:
            self._insert_new(connection, schema.decisions, [row])

    # ---- reading -----------------------------------------------------------------------------------------

    def coded(self) -> dict[str, tuple[str, str]]:
        """Report id → (fingerprint, version) of its newest coding: what a re-run need not do again."""
        table = schema.codings
        query = select(table.c.report, table.c.fingerprint, table.c.version).order_by(table.c.number)
        return {report: (mark, version) for report, mark, version in self._rows(query)}

    def reports(self) -> tuple[Report, ...]:
        """The current reports, by id."""
        table = schema.reports
        query = select(table.c.record).join(schema.codings, schema.codings.c.report_hash == table.c.hash)
        query = query.where(schema.codings.c.number.in_(_newest())).order_by(table.c.report)
        return self._decoded(query, forms.report_from_record)

    def accounts(self) -> tuple[Account, ...]:
        """The current accounts, by report and, within a report, in the order in which the coder gave them."""
        links, codings = schema.coding_accounts, schema.codings
        query = (
            select(schema.accounts.c.record)
            .join(links, links.c.account_hash == schema.accounts.c.hash)
            .join(codings, codings.c.number == links.c.coding)
            .where(codings.c.number.in_(_newest()))
            .order_by(codings.c.report, links.c.position)
        )
        return self._decoded(query, forms.account_from_record)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement there is, in the order in which they were made: a person's and every machine's."""
        query = select(schema.judgements.c.record).order_by(schema.judgements.c.number)
        return self._decoded(query, forms.judgement_from_record)

    def standing_judgements(self) -> tuple[Judgement, ...]:
        """The judgements that the present events rest on, by pair."""
        table = schema.judgements
        query = _standing(table, JUDGEMENT).order_by(
            table.c.left_account, table.c.right_account, table.c.number
        )
        return self._decoded(query, forms.judgement_from_record)

    def standing_dependences(self) -> tuple[Dependence, ...]:
        """The dependences that the present events rest on, by copy and source."""
        table = schema.dependences
        query = _standing(table, DEPENDENCE).order_by(table.c.copy, table.c.source, table.c.number)
        return self._decoded(query, forms.dependence_from_record)

    def decisions(self) -> tuple[Decision, ...]:
        """The reviewers' decisions, in the order in which they were taken."""
        query = select(schema.decisions.c.record).order_by(schema.decisions.c.number)
        return self._decoded(query, forms.decision_from_record)

    def rejections(self) -> tuple[tuple[str, str], ...]:
        """(input, reason) of everything that could not be taken in, by input."""
        table = schema.rejections
        query = select(table.c.place, table.c.reason).order_by(table.c.place, table.c.reason)
        return tuple((place, reason) for place, reason in self._rows(query))

    def events(self) -> tuple[Event, ...]:
        """The events of the view, by id."""
        query = select(schema.events.c.record).order_by(schema.events.c.id)
        return self._decoded(query, forms.event_from_record)

    def bundle(self) -> Bundle:
        """All that is current, for exports and the dossier."""
        return Bundle(
            reports=self.reports(),
            accounts=tuple(sorted(self.accounts(), key=lambda account: account.id)),
            events=self.events(),
            judgements=self.standing_judgements(),
            decisions=self.decisions(),
            dependences=self.standing_dependences(),
        )

    def counts(self) -> dict[str, int]:
        """Table name → number of rows, ledger and view."""
        with mapped(self.where), self._engine.connect() as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (*schema.LEDGER, *schema.VIEW)
            }

    # ---- the view ----------------------------------------------------------------------------------------

    def replace_view(
        self,
        events: Iterable[Event],
        judgements: Iterable[Judgement],
        dependences: Iterable[Dependence],
        rules: str,
    ) -> None:
        """Put the new events in place of the old, with what they rest on, in one transaction.

        Judgements and dependences that the ledger does not hold yet are added to it. ``rules`` is the version
        of the rules by which the view was made.
        """
        made = list(events)
        members = [{"event": event.id, "account": account} for event in made for account in event.accounts]
        with self._writing() as connection:
            for table in schema.VIEW:
                connection.execute(delete(table))
            self._stand(connection, schema.judgements, JUDGEMENT, map(_judgement_row, judgements))
            self._stand(connection, schema.dependences, DEPENDENCE, map(_dependence_row, dependences))
            self._insert_new(connection, schema.events, [_event_row(event) for event in made])
            self._insert_new(connection, schema.event_accounts, members)
            state = {"name": "made_of", "value": _state(connection, rules)}
            connection.execute(plain_insert(schema.view_state), state)

    def view_is_current(self, rules: str) -> bool:
        """True when the events were made by these rules from all that the ledger now holds."""
        query = select(schema.view_state.c.value).where(schema.view_state.c.name == "made_of")
        with mapped(self.where), self._engine.connect() as connection:
            return connection.execute(query).scalar() == _state(connection, rules)

    def _stand(self, connection: Connection, table: Table, kind: str, rows: Iterable[Row]) -> None:
        numbers = self._append(connection, table, rows)
        links = [{"kind": kind, "number": number} for number in numbers]
        self._insert_new(connection, schema.standing, links)

    def _append(self, connection: Connection, table: Table, rows: Iterable[Row]) -> list[int]:
        """Add each row unless the newest of its key is the same; the ledger numbers of all of them."""
        key = [table.c[name] for name in schema.NEWEST_BY[table.name]]
        wanted = {tuple(row[column.name] for column in key): row for row in rows}
        query = select(table.c.number, table.c.hash, *key).order_by(table.c.number)
        held = {tuple(names): (number, mark) for number, mark, *names in connection.execute(query)}
        new = [row for names, row in wanted.items() if held.get(names, (0, ""))[1] != row["hash"]]
        if new:
            connection.execute(plain_insert(table), new)
            held = {tuple(names): (number, mark) for number, mark, *names in connection.execute(query)}
        return [held[names][0] for names in wanted]

    # ---- the ground --------------------------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        ready = self._engine.execution_options(writes=True)
        with mapped(self.where), ready.begin() as connection:
            yield connection

    def _insert_new(self, connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        """Insert the rows whose key is not there yet."""
        if not rows:
            return
        make = postgresql_insert if self._engine.dialect.name == "postgresql" else sqlite_insert
        connection.execute(make(table).on_conflict_do_nothing(), list(rows))

    def _rows(self, query: Select[Any]) -> list[Any]:
        with mapped(self.where), self._engine.connect() as connection:
            return list(connection.execute(query).all())

    def _decoded(self, query: Select[Any], decode: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
        try:
            return tuple(decode(msgspec.json.decode(record)) for (record,) in self._rows(query))
        except (KeyError, TypeError, ValueError) as error:
            raise StoreError(
                f"{self.where}: holds a record that this version does not understand: {error!r}"
            ) from error


def _newest() -> Select[Any]:
    return select(func.max(schema.codings.c.number)).group_by(schema.codings.c.report)


def _newest_coding(connection: Connection, report: str) -> tuple[str, str] | None:
    table = schema.codings
    query = select(table.c.fingerprint, table.c.version).where(table.c.report == report)
    row = connection.execute(query.order_by(table.c.number.desc()).limit(1)).first()
    return (row[0], row[1]) if row else None


def _standing(table: Table, kind: str) -> Select[Any]:
    link = (schema.standing.c.number == table.c.number) & (schema.standing.c.kind == kind)
    return select(table.c.record).join(schema.standing, link)


def _state(connection: Connection, rules: str) -> str:
    """What the view depends on: the newest coding, the newest human judgement and decision, and the rules."""
    by_person = schema.judgements.c.origin.like("person:%")
    marks = (
        select(func.max(schema.codings.c.number)),
        select(func.max(schema.judgements.c.number)).where(by_person),
        select(func.max(schema.decisions.c.number)),
    )
    numbers = (connection.execute(mark).scalar() or 0 for mark in marks)
    return " ".join([rules, *map(str, numbers)])


# ---- rows ------------------------------------------------------------------------------------------------


def _text(record: forms.Record) -> str:
    return msgspec.json.encode(record, order="sorted").decode("utf-8")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _report_row(report: Report) -> Row:
    text = _text(forms.report_to_record(report))
    return {"hash": _hash(text), "report": report.id, "sha256": report.sha256, "record": text}


def _account_row(account: Account) -> Row:
    text = _text(forms.account_to_record(account))
    return {"hash": _hash(text), "id": account.id, "report": account.report, "record": text}


def _judgement_row(judgement: Judgement) -> Row:
    text = _text(forms.judgement_to_record(judgement))
    return {
        "hash": _hash(text),
        "left_account": judgement.left,
        "right_account": judgement.right,
        "origin": judgement.origin,
        "record": text,
    }


def _dependence_row(dependence: Dependence) -> Row:
    text = _text(forms.dependence_to_record(dependence))
    return {"hash": _hash(text), "copy": dependence.copy, "source": dependence.source, "record": text}


def _event_row(event: Event) -> Row:
    return {
        "id": event.id,
        "type": event.type,
        "start_day": event.date.start.isoformat() if event.date.start else None,
        "status": event.status.value,
        "record": _text(forms.event_to_record(event)),
    }


def _rejection_row(error: InputError) -> Row:
    kind = type(error).__name__
    return {
        "hash": _hash(f"{error.where}\0{kind}\0{error.reason}"),
        "place": error.where,
        "kind": kind,
        "reason": error.reason,
    }
