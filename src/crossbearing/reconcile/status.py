"""How well supported an event is, after the practice of casualty recorders."""

from __future__ import annotations

from collections.abc import Sequence

from crossbearing.model import Contradiction, Modality, Status
from crossbearing.reconcile.parties import Parties
from crossbearing.reconcile.speakers import speaks_for
from crossbearing.reconcile.tellings import Telling, affirming


def settle_status(
    tellings: Sequence[Telling], parties: Parties, contradictions: Sequence[Contradiction]
) -> Status:
    """The first that holds: discounted, contested, confirmed by the acting party, corroborated, single
    source."""
    if _withdrawn(tellings):
        return Status.DISCOUNTED
    if parties.responsibility_contested or _occurrence_denied(contradictions):
        return Status.CONTESTED
    if any(_owns_up(telling, parties) for telling in tellings):
        return Status.CONFIRMED_BY_PARTY
    return Status.CORROBORATED if independent_origins(tellings) > 1 else Status.SINGLE_SOURCE


def independent_origins(tellings: Sequence[Telling]) -> int:
    """How many origins the accounts that affirm the event go back to; a copy adds none."""
    return len({telling.origin for telling in affirming(tellings)})


def confidence(tellings: Sequence[Telling], status: Status) -> float:
    """Chance that at least one origin was read rightly, less where it is contested or withdrawn. At most
    0.99."""
    best: dict[str, float] = {}
    for telling in affirming(tellings):
        best[telling.origin] = max(best.get(telling.origin, 0.0), telling.account.confidence)
    missed = 1.0
    for origin in sorted(best):
        missed *= 1.0 - min(best[origin], 0.99)
    factor = {Status.CONTESTED: 0.8, Status.DISCOUNTED: 0.2}.get(status, 1.0)
    return round(min(0.99, (1.0 - missed)) * factor, 3)


def _occurrence_denied(contradictions: Sequence[Contradiction]) -> bool:
    return any(
        c.field == "modality" and any(v.value == Modality.DENIED for v in c.values) for c in contradictions
    )


def _owns_up(telling: Telling, parties: Parties) -> bool:
    """Whether the acting side itself says that it did it."""
    if telling.account.modality not in (Modality.OCCURRED, Modality.ONGOING):
        return False
    return speaks_for(telling.speaker, telling.account.side_a or parties.side_a, parties.side_b)


def _withdrawn(tellings: Sequence[Telling]) -> bool:
    """Whether every outlet that told the event said later, in its own voice, that it did not happen."""
    told = [t for t in tellings if not t.denies]
    return bool(told) and all(any(_takes_back(later, t) for later in tellings) for t in told)


def _takes_back(later: Telling, told: Telling) -> bool:
    return (
        later.denies
        and later.speaker is None
        and later.outlet == told.outlet
        and later.published is not None
        and told.published is not None
        and later.published > told.published
    )
