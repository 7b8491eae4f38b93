"""What a reviewer decided, laid over what the machine reconciled.

A decision concerns an event when its target is the event's id or one of its accounts; aimed at an account it
survives that the event gains or loses other accounts, so the desk should aim there. Joining and parting
accounts is no business of this module: those decisions become judgements by a person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from crossbearing.model import (
    EVENT_CODES,
    DatePrecision,
    DateValue,
    Decision,
    Event,
    Modality,
    Slot,
    Status,
    Toll,
)

Setter = Callable[[Event, Mapping[str, str]], Event]


def decided(event: Event, decisions: Sequence[Decision]) -> Event:
    """``event`` as the reviewer's decisions leave it, the latest standing last; without any, as it was."""
    for decision in decisions:
        if decision.action in ACTIONS and (decision.target == event.id or decision.target in event.accounts):
            changed = ACTIONS[decision.action](event, decision.payload)
            event = replace(changed, decisions=(*event.decisions, decision.id))
    return event


def _confirm(event: Event, _: Mapping[str, str]) -> Event:
    return replace(event, status=Status.REVIEWED)


def _discount(event: Event, _: Mapping[str, str]) -> Event:
    return replace(event, status=Status.DISCOUNTED)


def _set(event: Event, payload: Mapping[str, str]) -> Event:
    """Set one field to ``payload["value"]``; a field or value that this version does not know changes
    nothing."""
    setter = FIELDS.get(payload.get("field", ""))
    if setter is None:
        return event
    try:
        changed = setter(event, payload)
    except (KeyError, ValueError):  # the ledger outlives versions: an odd value must not end a run
        return event
    return replace(changed, status=Status.REVIEWED)


def _set_type(event: Event, payload: Mapping[str, str]) -> Event:
    if payload["value"] not in EVENT_CODES:
        raise ValueError(payload["value"])
    return replace(event, type=payload["value"])


def _set_modality(event: Event, payload: Mapping[str, str]) -> Event:
    return replace(event, modality=Modality(payload["value"]))


def _set_date(event: Event, payload: Mapping[str, str]) -> Event:
    """``value`` is a day or ``start/end``."""
    start, _, end = payload["value"].partition("/")
    first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    precision = DatePrecision(payload.get("precision", "day"))
    return replace(event, date=DateValue(first, last, precision))


def _set_toll(event: Event, payload: Mapping[str, str]) -> Event:
    """``value`` is the best figure, ``slot`` whose; low and high are widened to hold it."""
    slot, best = Slot(payload["slot"]), int(payload["value"])
    counts = dict(event.deaths if payload["field"] == "deaths" else event.injured)
    before = counts.get(slot, Toll(best, best, best))
    high = None if before.high is None else max(before.high, best)
    counts[slot] = Toll(min(before.low, best), best, high)
    return replace(event, deaths=counts) if payload["field"] == "deaths" else replace(event, injured=counts)


FIELDS: dict[str, Setter] = {
    "type": _set_type,
    "modality": _set_modality,
    "date": _set_date,
    "deaths": _set_toll,
    "injured": _set_toll,
}
"""Field → how a reviewer's value for it is set."""

ACTIONS: dict[str, Setter] = {"confirm": _confirm, "discount": _discount, "set": _set}
"""What a reviewer can do to one event; every other action concerns other parts of the ledger."""
