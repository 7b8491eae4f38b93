"""ACLED: a CSV with ACLED's 31 columns (the form is free to follow; their data are not ours to give).

What is written: events that occurred or are ongoing and whose date is known to a month or better. ACLED codes
no plans, no threats, and nothing that it cannot date. One row an event: ACLED splits a campaign into days,
which needs knowledge that a report rarely gives, so ``event_date`` is the first day and ``time_precision``
says how far it holds.

How values are mapped.
- ``event_id_cnty`` is crossbearing's event id. ``fatalities`` is the sum of the best figures, which take the
  lower figure when no source can be preferred; empty when nobody tells of deaths (ACLED would write 0; we do
  not know).
- ``actor1`` and ``actor2`` are the first of side a and b, the others are associated. An actor of unknown kind
  has an empty inter code, and then ``interaction`` is empty too.
- ``admin2``, ``admin3``, ``source_scale``, ``tags``, ``timestamp`` are left empty: nothing in a report says
  them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from crossbearing.export.cells import Cell, joined, write_rows
from crossbearing.export.ged import date_prec
from crossbearing.export.telling import Telling, killed, names, only, outlet_of
from crossbearing.model.bundle import Bundle
from crossbearing.model.codes import FAMILY_OF, Family, Modality
from crossbearing.model.event import Event
from crossbearing.model.values import Actor, ActorKind, Place
from crossbearing.vocab.gw_countries import country

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision"),
    *("disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction"),
    *("civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location"),
    *("latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags"),
    "timestamp",
)

_VIOLENCE, _DEMONSTRATIONS, _STRATEGIC = "Political violence", "Demonstrations", "Strategic developments"

EVENT_TYPES: dict[Family, tuple[str, str]] = {
    Family.BATTLE: (_VIOLENCE, "Battles"),
    Family.EXPLOSION: (_VIOLENCE, "Explosions/Remote violence"),
    Family.CIVILIANS: (_VIOLENCE, "Violence against civilians"),
    Family.PROTEST: (_DEMONSTRATIONS, "Protests"),
    Family.RIOT: (_DEMONSTRATIONS, "Riots"),
    Family.STRATEGIC: (_STRATEGIC, "Strategic developments"),
}
"""Family → disorder type and event type. Two codes have a disorder type of their own: see ``disorder``."""

SUB_EVENT_TYPES: dict[str, str] = {
    "armed_clash": "Armed clash",
    "government_regains_territory": "Government regains territory",
    "nonstate_takes_territory": "Non-state actor overtakes territory",
    "air_strike": "Air/drone strike",
    "shelling": "Shelling/artillery/missile attack",
    "suicide_bomb": "Suicide bomb",
    "ied": "Remote explosive/landmine/IED",
    "grenade": "Grenade",
    "chemical_weapon": "Chemical weapon",
    "attack": "Attack",
    "abduction": "Abduction/forced disappearance",
    "sexual_violence": "Sexual violence",
    "peaceful_protest": "Peaceful protest",
    "protest_with_intervention": "Protest with intervention",
    "excessive_force": "Excessive force against protesters",
    "violent_demonstration": "Violent demonstration",
    "mob_violence": "Mob violence",
    "agreement": "Agreement",
    "arrests": "Arrests",
    "change_to_group": "Change to group/activity",
    "disrupted_weapons_use": "Disrupted weapons use",
    "base_established": "Headquarters or base established",
    "looting_property_destruction": "Looting/property destruction",
    "nonviolent_transfer": "Non-violent transfer of territory",
}
"""Event code → sub-event type; the finer codes that ACLED does not have are "Other" strategic
developments."""

INTER: dict[ActorKind, int] = {
    ActorKind.STATE: 1,
    ActorKind.REBEL: 2,
    ActorKind.POLITICAL_MILITIA: 3,
    ActorKind.IDENTITY_MILITIA: 4,
    ActorKind.RIOTERS: 5,
    ActorKind.PROTESTERS: 6,
    ActorKind.CIVILIANS: 7,
    ActorKind.EXTERNAL: 8,
}

_GEO_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3, 5: 2, 6: 3, 7: 3}
_TIME_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3}


def disorder(event: Event) -> str:
    """The disorder type; excessive force and mob violence count as political violence as well."""
    if event.type == "excessive_force":
        return f"{_VIOLENCE}; {_DEMONSTRATIONS}"
    return _VIOLENCE if event.type == "mob_violence" else EVENT_TYPES[FAMILY_OF[event.type]][0]


def inter(side: Sequence[Actor]) -> int | None:
    """ACLED's code for the first actor of a side; 0 for nobody, None when its kind is unknown."""
    return INTER.get(side[0].kind) if side else 0


def interaction(first: int | None, second: int | None) -> int | None:
    """Both digits, the smaller first; an actor alone is X0.

    >>> interaction(2, 1), interaction(1, 0), interaction(None, 1)
    (12, 10, None)
    """
    if first is None or second is None:
        return None
    low, high = sorted((first, second))
    return high * 10 if low == 0 else low * 10 + high


def _sides(event: Event) -> dict[str, Cell]:
    a, b = event.side_a, event.side_b
    targeted = FAMILY_OF[event.type] is Family.CIVILIANS or only(b, {ActorKind.CIVILIANS})
    return {
        "actor1": names(a[:1]), "assoc_actor_1": names(a[1:]), "inter1": inter(a),
        "actor2": names(b[:1]), "assoc_actor_2": names(b[1:]), "inter2": inter(b),
        "interaction": interaction(inter(a), inter(b)),
        "civilian_targeting": "Civilian targeting" if targeted or event.type == "excessive_force" else None,
    }  # fmt: skip


def _where(place: Place | None) -> dict[str, Cell]:
    if place is None:
        return {}
    nation = country(place.country)
    return {
        "iso": nation.iso_number if nation else None,
        "region": nation.acled_region if nation else None,
        "country": nation.name if nation else None,
        "admin1": place.admin1,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": _GEO_PRECISION.get(place.precision) if place.precision else None,
    }


def row(event: Event, telling: Telling) -> dict[str, Cell]:
    """One ACLED row, by column name; columns that are not there are empty."""
    start, precision, dead = event.date.start, date_prec(event.date), killed(event)
    return {
        "event_id_cnty": event.id,
        "event_date": start.isoformat() if start else None,
        "year": start.year if start else None,
        "time_precision": _TIME_PRECISION.get(precision) if precision else None,
        "disorder_type": disorder(event),
        "event_type": EVENT_TYPES[FAMILY_OF[event.type]][1],
        "sub_event_type": SUB_EVENT_TYPES.get(event.type, "Other"),
        **_sides(event),
        **_where(event.place),
        "source": joined(outlet_of(report) for report in telling.reports_of(event)),
        "notes": telling.passage_of(event),
        "fatalities": dead.best if dead else None,
    }


def belongs(event: Event) -> bool:
    """True when ACLED would code it: it happened, and the date is known to a month or better."""
    happened = event.modality in {Modality.OCCURRED, Modality.ONGOING}
    return happened and date_prec(event.date) in _TIME_PRECISION


def write_acled(bundle: Bundle, out: BinaryIO) -> None:
    """Write the events that ACLED would code as a table of ACLED's columns."""
    write_rows(COLUMNS, _rows(bundle), out)


def _rows(bundle: Bundle) -> Iterator[dict[str, Cell]]:
    telling = Telling.of(bundle)
    yield from (row(event, telling) for event in bundle.events if belongs(event))
