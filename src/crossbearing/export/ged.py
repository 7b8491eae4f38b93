"""UCDP GED: a CSV with the 49 columns of UCDP's Georeferenced Event Dataset, in their order.

What is written. GED holds incidents of armed force with at least one direct death, at a date. So only events
are written that occurred or are ongoing, are of a violent type (battle, explosion, violence against
civilians, excessive force against protesters, mob violence), have a known date, and at least one death in
best, low or high. The jsonl and csv formats hold the rest.

How values are mapped.
- ``id`` is a number made from the event's id (GED readers expect one); ``relid`` is the event's own id.
- ``type_of_violence``: 1 a government is a party, 2 two organised groups, 3 one-sided: the acted-upon side is
  civilians, or nobody but civilians died and no armed side b is named; empty where the sides do not tell.
- UCDP puts the government first: when only side b is one, the sides and their dead change places.
- One-sided violence has no dead of its sides: side b's dead are civilians, the perpetrator's own are left
  out.
- ``best`` is the sum of the four deaths columns; ``low`` and ``high`` are sums too, an open high counts as
  its best.
- ``active_year`` (25 deaths in a dyad and year), conflict ids and names, ``adm_2``: UCDP's own judgement;
  empty. Actor numbers only where crossbearing knows UCDP's. ``code_status`` is Clear once a person has
  reviewed the event.
- ``gwnoa``, ``gwnob``: the Gleditsch-Ward number of a side that is a government. ``country_id`` is that of
  the place.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from crossbearing.export.cells import Cell, joined, write_rows
from crossbearing.export.telling import GOVERNMENT, Telling, any_of, names, only, outlet_of, total
from crossbearing.model.bundle import Bundle
from crossbearing.model.codes import FAMILY_OF, Family, Modality, Slot
from crossbearing.model.event import Event, Status, Toll
from crossbearing.model.values import Actor, ActorKind, DatePrecision, DateValue, Place
from crossbearing.vocab.gw_countries import Country, country

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date"),
    *("source_headline", "source_original"),
    *("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude"),
    *("geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec"),
    *("date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
    *("best", "high", "low", "gwnoa", "gwnob"),
)

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
VIOLENT = frozenset({Family.BATTLE, Family.EXPLOSION, Family.CIVILIANS})
VIOLENT_CODES = frozenset({"excessive_force", "mob_violence"})
_NOBODY = Toll(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Coded:
    """An event's sides and dead as UCDP orders them."""

    violence: int | None
    side_a: tuple[Actor, ...]
    side_b: tuple[Actor, ...]
    deaths: Mapping[Slot, Toll]


def priogrid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell of a point: half-degree cells numbered row by row from 90° S, 180° W.

    >>> priogrid(33.3, 44.4)
    177569
    """
    row, column = min(math.floor((lat + 90) / 0.5), 359), min(math.floor((lon + 180) / 0.5), 719)
    return row * 720 + column + 1


def date_prec(date: DateValue) -> int | None:
    """UCDP's date precision: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 more; None when unknown."""
    if date.start is None or date.end is None:
        return None
    days = (date.end - date.start).days + 1
    if days <= 6:
        return 3 if date.precision is DatePrecision.WEEK else min(days, 2)
    if days <= 7 or (date.precision is DatePrecision.WEEK and days <= 14):
        return 3
    return 4 if days <= 31 else 5


def violence(event: Event) -> int | None:
    """UCDP's type of violence, from what sort of actors the sides are."""
    a, b = event.side_a, event.side_b
    if only(b, {ActorKind.CIVILIANS}) or FAMILY_OF[event.type] is Family.PROTEST:
        return ONE_SIDED
    if not b and set(event.deaths) <= {Slot.CIVILIANS}:
        return ONE_SIDED
    if any_of(a, GOVERNMENT) or any_of(b, GOVERNMENT):
        return STATE_BASED
    unknown = {ActorKind.UNKNOWN, ActorKind.CIVILIANS}
    both_organised = a and b and not any_of(a, unknown) and not any_of(b, unknown)
    return NON_STATE if both_organised else None


def code(event: Event) -> Coded:
    """Sides and dead in UCDP's order and by UCDP's rules; see the module's text."""
    kind, deaths = violence(event), dict(event.deaths)
    if kind == ONE_SIDED:
        deaths.pop(Slot.SIDE_A, None)
        civilians = total(deaths.pop(slot) for slot in (Slot.SIDE_B, Slot.CIVILIANS) if slot in deaths)
        if civilians:
            deaths[Slot.CIVILIANS] = civilians
        return Coded(kind, event.side_a, event.side_b, deaths)
    if kind == STATE_BASED and not any_of(event.side_a, GOVERNMENT):
        swap = {Slot.SIDE_A: Slot.SIDE_B, Slot.SIDE_B: Slot.SIDE_A}
        swapped = {swap.get(slot, slot): toll for slot, toll in deaths.items()}
        return Coded(kind, event.side_b, event.side_a, swapped)
    return Coded(kind, event.side_a, event.side_b, deaths)


def belongs(event: Event, coded: Coded) -> bool:
    """True when UCDP would hold the event: violent, happened, dated, somebody died."""
    violent = FAMILY_OF[event.type] in VIOLENT or event.type in VIOLENT_CODES
    happened = event.modality in {Modality.OCCURRED, Modality.ONGOING}
    died = any((toll.high or 0) > 0 or toll.best > 0 for toll in coded.deaths.values())
    return violent and happened and died and event.date.start is not None


def _ucdp_number(side: Sequence[Actor]) -> Cell:
    numbers = [actor.id.removeprefix("ucdp:") for actor in side if actor.id.startswith("ucdp:")]
    return int(numbers[0]) if numbers and numbers[0].isdigit() else None


def _government(side: Sequence[Actor]) -> Cell:
    governments = (country(actor.country) for actor in side if actor.kind in GOVERNMENT)
    return joined(str(c.gw) for c in governments if c is not None and c.gw is not None) or None


def _armed(side: Sequence[Actor]) -> Sequence[Actor]:
    """A side without the civilians whom a report names beside it: UCDP's parties are organised actors."""
    return tuple(actor for actor in side if actor.kind is not ActorKind.CIVILIANS)


def _sides(coded: Coded) -> dict[str, Cell]:
    name_a = names(_armed(coded.side_a))
    name_b = "Civilians" if coded.violence == ONE_SIDED else names(_armed(coded.side_b))
    number_a, number_b = _ucdp_number(coded.side_a), _ucdp_number(coded.side_b)
    return {
        "type_of_violence": coded.violence,
        "dyad_name": f"{name_a} - {name_b}" if name_a and name_b else None,
        "side_a_dset_id": number_a, "side_a_new_id": number_a, "side_a": name_a,
        "side_b_dset_id": number_b, "side_b_new_id": number_b, "side_b": name_b,
        "gwnoa": _government(coded.side_a), "gwnob": _government(coded.side_b),
    }  # fmt: skip


def _sources(event: Event, telling: Telling) -> dict[str, Cell]:
    reports = telling.reports_of(event)
    days = [r.published.start.isoformat() if r.published.start else None for r in reports]
    articles = (
        ",".join(f'"{part}"' for part in (outlet_of(r), day or "", r.title or ""))
        for r, day in zip(reports, days, strict=True)
    )
    return {
        "number_of_sources": len(event.reports),
        "source_article": joined(articles, ";"),
        "source_office": joined((outlet_of(r) for r in reports), ";"),
        "source_date": joined(days, ";"),
        "source_headline": joined((r.title for r in reports), ";"),
        "source_original": telling.speakers_of(event),
    }


def _where(place: Place | None) -> dict[str, Cell]:
    if place is None:
        return {}
    nation: Country | None = country(place.country)
    cells: dict[str, Cell] = {
        "where_prec": place.precision,
        "where_coordinates": place.name,
        "where_description": place.text,
        "adm_1": place.admin1,
        "country": nation.name if nation else None,
        "country_id": nation.gw if nation else None,
        "region": nation.ucdp_region if nation else None,
    }
    if place.lat is not None and place.lon is not None:
        cells |= {
            "latitude": place.lat,
            "longitude": place.lon,
            "geom_wkt": f"POINT ({place.lon!r} {place.lat!r})",
            "priogrid_gid": priogrid(place.lat, place.lon),
        }
    return cells


def _deaths(coded: Coded) -> dict[str, Cell]:
    slots = {"a": Slot.SIDE_A, "b": Slot.SIDE_B, "civilians": Slot.CIVILIANS, "unknown": Slot.UNKNOWN}
    told = {f"deaths_{name}": coded.deaths.get(slot, _NOBODY).best for name, slot in slots.items()}
    tolls = coded.deaths.values()
    return {
        **told,
        "best": sum(toll.best for toll in tolls),
        "high": sum(toll.best if toll.high is None else toll.high for toll in tolls),
        "low": sum(toll.low for toll in tolls),
    }


def _when(event: Event) -> dict[str, Cell]:
    start, end, precision = event.date.start, event.date.end, date_prec(event.date)
    one_incident = precision is not None and precision <= 2 and event.modality is Modality.OCCURRED
    return {
        "year": start.year if start else None,
        "event_clarity": 1 if one_incident else 2,
        "date_prec": precision,
        "date_start": start.isoformat() if start else None,
        "date_end": end.isoformat() if end else None,
    }


def row(event: Event, coded: Coded, telling: Telling) -> dict[str, Cell]:
    """One GED row, by column name; columns that are not there are empty."""
    return {
        "id": int(hashlib.sha256(event.id.encode()).hexdigest()[:12], 16),
        "relid": event.id,
        "code_status": "Clear" if event.status is Status.REVIEWED else "Check",
        **_sides(coded),
        **_sources(event, telling),
        **_where(event.place),
        **_when(event),
        **_deaths(coded),
    }


def write_ged(bundle: Bundle, out: BinaryIO) -> None:
    """Write the events that UCDP's definition covers as a GED table."""
    write_rows(COLUMNS, _rows(bundle), out)


def _rows(bundle: Bundle) -> Iterator[dict[str, Cell]]:
    telling = Telling.of(bundle)
    for event in bundle.events:
        coded = code(event)
        if belongs(event, coded):
            yield row(event, coded, telling)
