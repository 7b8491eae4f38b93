"""What sort of event it was, and whether it happened: by vote of independent origins."""

from __future__ import annotations

from collections.abc import Sequence

from crossbearing.model import Contradiction, Modality
from crossbearing.reconcile.tellings import Telling, affirming, contradiction, grouped, support

VAGUE = ("other", "attack", "armed_clash", "operation_launch")
"""Codes that say least about what was done, least first; in a tie the code that says more wins."""

STRONGEST = (Modality.OCCURRED, Modality.ONGOING, Modality.UNCERTAIN)
"""What one origin suffices for, in this order; a plan or a denial only stands where nobody tells the fact."""


def vote_type(tellings: Sequence[Telling]) -> tuple[str, Contradiction | None]:
    """The code that most independent origins give, and the disagreement.

    In a tie the telling with the dead counts ("an ambush", not "six trucks burned"), then the most specific.
    """
    voters = affirming(tellings)
    origins = support(voters, lambda t: t.account.type)
    sureness = {code: max(t.account.confidence for t in voters if t.account.type == code) for code in origins}

    deadly = {t.account.type for t in voters if t.account.deaths}

    def rank(code: str) -> tuple[int, bool, int, float, str]:
        return -len(origins[code]), code not in deadly, _vagueness(code), -sureness[code], code

    best = min(origins, key=rank, default="other")
    return best, contradiction("type", grouped(voters, lambda t: t.account.type))


def _vagueness(code: str) -> int:
    return len(VAGUE) - VAGUE.index(code) if code in VAGUE else 0


def settle_modality(tellings: Sequence[Telling]) -> tuple[Modality, Contradiction | None]:
    """Occurred when any origin says so; a plan when it is only planned; denied when it is only denied."""
    given = support(tellings, lambda t: t.account.modality)
    strongest = next((m for m in STRONGEST if m in given), None)
    ahead = [m for m in (Modality.PLANNED, Modality.THREATENED) if m in given]
    if strongest is not None:
        settled = strongest
    elif ahead:
        settled = max(ahead, key=lambda m: len(given[m]))
    else:
        settled = Modality.DENIED
    return settled, _modality_contradiction(tellings)


def _modality_contradiction(tellings: Sequence[Telling]) -> Contradiction | None:
    """Told as a fact and still going on is one thing said twice; everything else is a disagreement."""
    values = grouped(tellings, lambda t: str(t.account.modality))
    if set(values) <= {Modality.OCCURRED, Modality.ONGOING}:
        return None
    return contradiction("modality", values)
