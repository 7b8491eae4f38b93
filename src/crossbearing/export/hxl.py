"""HXL: a CSV with a tag row under the header, for humanitarian tools. All events are written, whatever their
modality.

``#affected+killed`` is the best figure, ``+min`` and ``+max`` the lowest and highest; empty when nobody tells
of deaths and, for ``+max``, when a count is open ("or more").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from crossbearing.export.cells import Cell, joined, write_rows
from crossbearing.export.ged import date_prec
from crossbearing.export.telling import Telling, killed, names, outlet_of, total
from crossbearing.model.bundle import Bundle
from crossbearing.model.event import Event
from crossbearing.model.values import Place
from crossbearing.vocab.gw_countries import country

TAGS: dict[str, str] = {
    "id": "#event+code",
    "type": "#event+type",
    "modality": "#event+modality",
    "status": "#status",
    "date_start": "#date+start",
    "date_end": "#date+end",
    "year": "#date+year",
    "date_precision": "#date+precision",
    "side_a": "#group+name+first",
    "side_b": "#group+name+second",
    "country_code": "#country+code",
    "country": "#country+name",
    "region": "#region+name",
    "admin1": "#adm1+name",
    "place": "#loc+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "where_precision": "#geo+precision",
    "killed": "#affected+killed",
    "killed_min": "#affected+killed+min",
    "killed_max": "#affected+killed+max",
    "injured": "#affected+injured",
    "sources": "#meta+source",
    "description": "#description",
}
"""Column → its HXL tag, in order."""


def _where(place: Place | None) -> dict[str, Cell]:
    if place is None:
        return {}
    nation = country(place.country)
    return {
        "country_code": nation.iso3 if nation else None,
        "country": nation.name if nation else None,
        "region": nation.ucdp_region if nation else None,
        "admin1": place.admin1,
        "place": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "where_precision": place.precision,
    }


def _affected(event: Event) -> dict[str, Cell]:
    dead, hurt = killed(event), total(event.injured.values())
    return {
        "killed": dead.best if dead else None,
        "killed_min": dead.low if dead else None,
        "killed_max": dead.high if dead else None,
        "injured": hurt.best if hurt else None,
    }


def row(event: Event, telling: Telling) -> dict[str, Cell]:
    start, end = event.date.start, event.date.end
    return {
        "id": event.id,
        "type": event.type,
        "modality": event.modality.value,
        "status": event.status.value,
        "date_start": start.isoformat() if start else None,
        "date_end": end.isoformat() if end else None,
        "year": start.year if start else None,
        "date_precision": date_prec(event.date),
        "side_a": names(event.side_a),
        "side_b": names(event.side_b),
        **_where(event.place),
        **_affected(event),
        "sources": joined(outlet_of(report) for report in telling.reports_of(event)),
        "description": telling.passage_of(event),
    }


def write_hxl(bundle: Bundle, out: BinaryIO) -> None:
    """Write all events as an HXL table."""
    write_rows(tuple(TAGS), _rows(bundle), out, tags=TAGS)


def _rows(bundle: Bundle) -> Iterator[dict[str, Cell]]:
    telling = Telling.of(bundle)
    yield from (row(event, telling) for event in bundle.events)
