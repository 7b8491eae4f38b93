"""How many died or were hurt: the lowest and highest credible figure a slot, and the best after UCDP's rule.

UCDP takes the lower figure unless a source is to be preferred. Here a figure is preferred that more
independent origins give; a later report replaces the figure of an earlier one of the same outlet; and what a
party says of its enemy's losses counts only where nobody else gives a figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossbearing.model import Contradiction, Slot, Toll
from crossbearing.reconcile.speakers import speaks_for
from crossbearing.reconcile.tellings import Telling, affirming, contradiction

_ENEMY = {Slot.SIDE_A: Slot.SIDE_B, Slot.SIDE_B: Slot.SIDE_A}


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure for one slot, with who gives it. ``high`` None means "or more"."""

    telling: Telling
    slot: Slot
    low: int
    high: int | None
    interested: bool

    @property
    def text(self) -> str:
        """The figure in words: ``13``, ``2-4``, ``12 or more``."""
        if self.high is None:
            return f"{self.low} or more"
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"

    @property
    def top(self) -> int:
        return self.low if self.high is None else self.high


def settle_tolls(
    tellings: Sequence[Telling], what: str
) -> tuple[Mapping[Slot, Toll], tuple[Contradiction, ...]]:
    """Slot → toll for ``what`` (``deaths`` or ``injured``), and a contradiction for every slot on which
    figures clash."""
    claims = _one_slot_for_people([c for t in affirming(tellings) for c in _claims(t, what)])
    tolls: dict[Slot, Toll] = {}
    clashes: list[Contradiction] = []
    for slot in Slot:
        here = [claim for claim in claims if claim.slot is slot]
        if here:
            tolls[slot] = _toll(_current(here))
            clash = _clash(what, slot, here)
            clashes += [clash] if clash else []
    return tolls, tuple(clashes)


def _claims(telling: Telling, what: str) -> Iterable[Claim]:
    """The figures of one account: each with its own speaker where the account gives several."""
    account = telling.account
    counts = account.deaths if what == "deaths" else account.injured
    figures = {(f.slot, f.low, f.high): f.speaker for f in account.figures if f.what == what}
    for slot, count in counts.items():
        figures.setdefault((slot, count.low, count.high), account.attribution.speaker)
    for (slot, low, high), speaker in sorted(figures.items(), key=lambda f: (f[0][0], f[0][1], str(f[0][2]))):
        yield Claim(
            telling, slot, low, high, _interested(telling, slot, speaker or account.attribution.speaker)
        )


def _interested(telling: Telling, slot: Slot, speaker: str | None) -> bool:
    """Whether the speaker is a party and the dead are its enemy's."""
    sides = {Slot.SIDE_A: telling.account.side_a, Slot.SIDE_B: telling.account.side_b}
    enemy = _ENEMY.get(slot)
    return enemy is not None and speaks_for(speaker, sides[enemy], sides[slot])


def _one_slot_for_people(claims: Sequence[Claim]) -> Sequence[Claim]:
    """ "Nine people" and "nine civilians" are one figure: where no account tells the two slots apart,
    civilians it is."""
    slots = {c.telling.account.id: {d.slot for d in claims if d.telling is c.telling} for c in claims}
    both = {Slot.CIVILIANS, Slot.UNKNOWN}
    used = set().union(*slots.values()) if slots else set()
    if not both <= used or any(both <= mine for mine in slots.values()):
        return claims
    return [
        Claim(c.telling, Slot.CIVILIANS, c.low, c.high, c.interested) if c.slot is Slot.UNKNOWN else c
        for c in claims
    ]


def _current(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims that no later report of the same outlet replaces."""
    latest = {c.telling.outlet: _day(c) for c in sorted(claims, key=_day)}
    return [c for c in claims if not _day(c) or _day(c) == latest[c.telling.outlet]]


def _day(claim: Claim) -> int:
    """The day of publication as an ordinal; 0 when it is unknown."""
    published = claim.telling.published
    return published.toordinal() if published else 0


def _toll(claims: Sequence[Claim]) -> Toll:
    """Low, best and high: a party's word on its enemy's dead can lower the low, but raises no high."""
    credible = [claim for claim in claims if not claim.interested] or claims
    low, high = min(c.low for c in claims), max(c.top for c in credible)
    best = min({c.low for c in credible}, key=lambda n: (-_backing(n, credible), n))
    open_ended = any(c.high is None and c.low >= high for c in credible)
    return Toll(low, best, None if open_ended else high)


def _backing(figure: int, claims: Sequence[Claim]) -> int:
    """How many independent origins the figure fits: "at least 12" backs 13."""
    return len({c.telling.origin for c in claims if c.low == figure or (c.high is None and c.low < figure)})


def _clash(what: str, slot: Slot, claims: Sequence[Claim]) -> Contradiction | None:
    """The figures, when at least two of them can not both be true."""
    if all(_compatible(a, b) for a in claims for b in claims):
        return None
    values: dict[str, list[Telling]] = {}
    for claim in claims:
        label = f"{slot} {claim.text}" + (" (claimed by the other side)" if claim.interested else "")
        values.setdefault(label, []).append(claim.telling)
    return contradiction(what, values)


def _compatible(left: Claim, right: Claim) -> bool:
    """Whether the two ranges meet."""
    return (left.high is None or right.low <= left.high) and (right.high is None or left.low <= right.high)
