"""When it happened: where the accounts' intervals cross."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crossbearing.model import UNKNOWN_DATE, Contradiction, DatePrecision, DateValue
from crossbearing.reconcile.tellings import Telling, affirming, contradiction, grouped

Interval = tuple[date, date]
_FINENESS = list(DatePrecision)


def cross_dates(tellings: Sequence[Telling]) -> tuple[DateValue, Contradiction | None]:
    """The interval in which all dates cross. Where they do not, the crossing that most independent origins
    support.

    With equal support the earlier one stands: news is told after the event, and a later date is the likelier
    mistake.
    """
    dated = [t for t in affirming(tellings) if t.account.date.start is not None]
    if not dated:
        return UNKNOWN_DATE, None
    crossings = sorted({_crossing(dated, start) for start in {_interval(t)[0] for t in dated}})
    best = min(crossings, key=lambda c: (-len({t.origin for t in dated if _holds(t, c)}), c))
    value = _as_date(best, [t for t in dated if _holds(t, best)])
    if all(_holds(t, best) for t in dated):
        return value, None
    return value, contradiction("date", grouped(dated, _named))


def _interval(telling: Telling) -> Interval:
    start, end = telling.account.date.start, telling.account.date.end
    assert start is not None
    assert end is not None
    return start, end


def _crossing(dated: Sequence[Telling], day: date) -> Interval:
    """What all the intervals that hold ``day`` have in common."""
    holding = [(s, e) for s, e in map(_interval, dated) if s <= day <= e]
    return max(s for s, _ in holding), min(e for _, e in holding)


def _holds(telling: Telling, crossing: Interval) -> bool:
    start, end = _interval(telling)
    return start <= crossing[0] and crossing[1] <= end


def _as_date(interval: Interval, holding: Sequence[Telling]) -> DateValue:
    """The crossing as a date: as fine as the finest date it was crossed from, and a day when it is one."""
    start, end = interval
    finest = min((t.account.date.precision for t in holding), key=_FINENESS.index)
    precision = DatePrecision.DAY if start == end else finest
    words = sorted({t.account.date.text for t in holding if _interval(t) == interval and t.account.date.text})
    return DateValue(start, end, precision, words[0] if words else None)


def _named(telling: Telling) -> str:
    start, end = _interval(telling)
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
