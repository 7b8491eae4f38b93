"""What a report leaves out when it comes back to an incident is taken from where it told it first.

A headline, "the attack", a second toll further down: such tellings have no date or no place of their own.
Before accounts are compared, their profiles borrow what they lack from an account of the same report that
tells of the same kind of event and does not contradict them. The accounts themselves stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crossbearing.link.comparing import AHEAD
from crossbearing.link.profiles import Loan, Profile

ByReport = Mapping[tuple[str, str | None], Sequence[Profile]]


def complete(ready: Sequence[Profile]) -> tuple[Profile, ...]:
    """The profiles, each with what it lacks borrowed from its report; ``loan`` says how sure that is."""
    tellers: dict[tuple[str, str | None], list[Profile]] = defaultdict(list)
    for item in ready:
        if not item.bare:
            tellers[item.report, item.type].append(item)
    return tuple(_completed(item, tellers) for item in ready)


def _completed(item: Profile, tellers: ByReport) -> Profile:
    if item.days is not None and item.place is not None:
        return item
    lenders = [t for t in tellers.get((item.report, item.type), ()) if _fits(item, t)]
    if not lenders:
        return item
    lender = min(lenders, key=lambda t: _distance(item, t))
    sure = len({(t.days, t.point or min(t.place_names, default="")) for t in lenders}) == 1
    return _borrow(item, lender, Loan.SURE if sure else Loan.UNSURE)


def _fits(item: Profile, lender: Profile) -> bool:
    """Whether the lender has something that the item lacks, and nothing that contradicts it."""
    if lender.id == item.id or (item.modality in AHEAD) != (lender.modality in AHEAD):
        return False
    if item.days is not None and lender.days is not None and item.days != lender.days:
        return False
    if item.place is not None and lender.place is not None and not item.place_names & lender.place_names:
        return False
    return (item.days is None and lender.days is not None) or (
        item.place is None and lender.place is not None
    )


def _distance(item: Profile, lender: Profile) -> tuple[float, bool, int, str]:
    """How far the lender is from the item: in wording; told later; in characters."""
    shortest = min(len(item.words), len(lender.words))
    alike = round(len(item.words & lender.words) / shortest, 2) if shortest else 0.0
    gap = item.passage[0] - lender.passage[0]
    return -alike, gap < 0, abs(gap), lender.id


def _borrow(item: Profile, lender: Profile, loan: Loan) -> Profile:
    if item.days is None:
        item = replace(item, days=lender.days, fine_date=lender.fine_date)
    if item.place is None:
        item = replace(
            item,
            place=lender.place,
            point=lender.point,
            radius=lender.radius,
            place_names=lender.place_names,
        )
    return replace(item, loan=loan)
