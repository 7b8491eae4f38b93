"""Who did it to whom: the sides, with the names of one body merged, and who is said to have taken no part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crossbearing.model import (
    FAMILY_OF,
    SYMMETRIC,
    Account,
    Actor,
    ActorKind,
    Contradiction,
    Counts,
    Family,
    Slot,
)
from crossbearing.reconcile.tellings import Telling, affirming, contradiction
from crossbearing.text.folding import name_key

UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS})
"""Kinds of actor that a named armed body does not stand for."""

_OTHER = {Slot.SIDE_A: Slot.SIDE_B, Slot.SIDE_B: Slot.SIDE_A}


def _side_a(telling: Telling) -> Sequence[Actor]:
    return telling.account.side_a


def _side_b(telling: Telling) -> Sequence[Actor]:
    return telling.account.side_b


_SIDES = (_side_a, _side_b)


@dataclass(frozen=True, slots=True)
class Parties:
    """The reconciled sides and the disagreements about them."""

    side_a: tuple[Actor, ...]
    side_b: tuple[Actor, ...]
    contradictions: tuple[Contradiction, ...]

    @property
    def responsibility_contested(self) -> bool:
        """Whether it is disputed who acted."""
        return any(c.field == "side_a" for c in self.contradictions)


def aligned(tellings: Sequence[Telling], event_type: str) -> tuple[Telling, ...]:
    """The tellings, turned round where they name the sides of a fight the other way than the fullest of them
    does.

    In a battle each report calls another side the one that acts. What is turned is the whole account: sides
    and counts.
    """
    if event_type not in SYMMETRIC and FAMILY_OF.get(event_type) is not Family.BATTLE:
        return tuple(tellings)
    bodies = _Bodies(actor for t in tellings for actor in (*t.account.side_a, *t.account.side_b))
    lead = min(
        tellings, key=lambda t: (t.denies, -len(t.account.side_a) - len(t.account.side_b), t.account.id)
    ).account
    model = _named(lead.side_a, bodies), _named(lead.side_b, bodies)
    return tuple(_turned(t) if _crossed(t.account, model, bodies) else t for t in tellings)


def _crossed(account: Account, model: tuple[frozenset[str], frozenset[str]], bodies: _Bodies) -> bool:
    """Whether the sides fit the model better when exchanged."""
    a, b = _named(account.side_a, bodies), _named(account.side_b, bodies)
    return len(a & model[1]) + len(b & model[0]) > len(a & model[0]) + len(b & model[1])


def _turned(telling: Telling) -> Telling:
    account = telling.account
    turned = replace(
        account,
        side_a=account.side_b,
        side_b=account.side_a,
        deaths=_turned_counts(account.deaths),
        injured=_turned_counts(account.injured),
        figures=tuple(
            replace(figure, slot=_OTHER.get(figure.slot, figure.slot)) for figure in account.figures
        ),
    )
    return replace(telling, account=turned)


def _turned_counts(counts: Counts) -> Counts:
    return {_OTHER.get(slot, slot): count for slot, count in counts.items()}


def settle_parties(tellings: Sequence[Telling]) -> Parties:
    """Both sides as unions over the accounts that affirm the event, each body once under its best name."""
    bodies = _Bodies(actor for t in tellings for actor in (*t.account.side_a, *t.account.side_b))
    voices = affirming(tellings)
    told = [[actor for t in voices for actor in side_of(t)] for side_of in _SIDES]
    merged = [_merge(actors, bodies) for actors in _one_side_each(told[0], told[1], bodies)]
    found = [_disagreement(i, tellings, voices, bodies) for i in (0, 1)]
    return Parties(merged[0], merged[1], tuple(c for c in found if c is not None))


def _one_side_each(
    side_a: Sequence[Actor], side_b: Sequence[Actor], bodies: _Bodies
) -> tuple[Sequence[Actor], Sequence[Actor]]:
    """No body fights itself: one that stands on both sides stays where more accounts put it, on side a in a
    tie.
    """
    times_a = Counter(bodies.body(actor) for actor in side_a if not actor.generic)
    times_b = Counter(bodies.body(actor) for actor in side_b if not actor.generic)
    in_a = {body for body in times_a if times_a[body] >= times_b[body]}
    in_b = {body for body in times_b if body not in in_a}
    return (
        [actor for actor in side_a if actor.generic or bodies.body(actor) in in_a],
        [actor for actor in side_b if actor.generic or bodies.body(actor) in in_b],
    )


class _Bodies:
    """Which actors are one body: those that share an id, a name or an alias. Words for a role are nobody's
    name."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._parent: dict[str, str] = {}
        for actor in actors:
            if not actor.generic:
                keys = sorted(_keys(actor))
                for key in keys:
                    self._join(keys[0], key)

    def _top(self, key: str) -> str:
        while self._parent.setdefault(key, key) != key:
            key = self._parent[key]
        return key

    def _join(self, left: str, right: str) -> None:
        first, second = sorted((self._top(left), self._top(right)))
        self._parent[second] = first

    def body(self, actor: Actor) -> str:
        """The name of the body; for a word that names a role, the word."""
        return f"role:{name_key(actor.name)}" if actor.generic else self._top(min(_keys(actor)))


def _keys(actor: Actor) -> set[str]:
    names = {name_key(name) for name in (actor.name, *actor.aliases)} - {""}
    return {f"id:{actor.id}", *(f"name:{name}" for name in names)}


def _named(side: Iterable[Actor], bodies: _Bodies) -> frozenset[str]:
    return frozenset(bodies.body(actor) for actor in side if not actor.generic)


def _merge(actors: Sequence[Actor], bodies: _Bodies) -> tuple[Actor, ...]:
    """One actor a body, sorted by name; a role ("gunmen") gives way to a named body that may stand for it."""
    groups: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        groups[bodies.body(actor)].append(actor)
    merged = [_one(group) for group in groups.values()]
    named = [actor for actor in merged if not actor.generic]
    kept = named + [a for a in merged if a.generic and not any(_stands_for(n, a) for n in named)]
    return tuple(sorted(kept, key=lambda a: (a.generic, name_key(a.name), a.id)))


def _stands_for(named: Actor, role: Actor) -> bool:
    """Whether a named body may be who a role word means: the army is not "villagers"."""
    if role.kind in UNARMED or named.kind in UNARMED:
        return role.kind is named.kind
    return True


def _one(group: Sequence[Actor]) -> Actor:
    """One actor for a body: the name that most accounts use, all other names as aliases."""
    uses = Counter(group)
    best = min(uses, key=lambda a: (-_uses_of_id(group, a.id), a.id, -uses[a], a.name, a.mention, a.aliases))
    names = {name for actor in group for name in (actor.name, *actor.aliases)} - {best.name}
    country = best.country or next((a.country for a in sorted(group, key=_order) if a.country), None)
    return replace(best, aliases=tuple(sorted(names)), country=country)


def _uses_of_id(group: Sequence[Actor], actor_id: str) -> int:
    return sum(actor.id == actor_id for actor in group)


def _order(actor: Actor) -> tuple[str, str, str]:
    return actor.id, actor.name, actor.mention


def _disagreement(
    side: int, tellings: Sequence[Telling], voices: Sequence[Telling], bodies: _Bodies
) -> Contradiction | None:
    """Two sorts: accounts name wholly different bodies, or one denies the part of a body that another
    lists."""
    values = _rival_values(side, voices, bodies)
    if side == 0:
        values |= _denied_parts(tellings, voices, bodies)
    return contradiction(("side_a", "side_b")[side], values)


def _rival_values(side: int, voices: Sequence[Telling], bodies: _Bodies) -> dict[str, list[Telling]]:
    """Names → accounts, when at least two accounts name bodies on this side that have none in common."""
    named = {t.account.id: _named(_SIDES[side](t), bodies) for t in voices}
    rivals = [t for t in voices if any(_disjoint(named[t.account.id], other) for other in named.values())]
    values: dict[str, list[Telling]] = defaultdict(list)
    for telling in rivals:
        names = {a.name for a in _merge(_SIDES[side](telling), bodies) if not a.generic}
        values[", ".join(sorted(names))].append(telling)
    return dict(values)


def _disjoint(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right) and not left & right


def _denied_parts(
    tellings: Sequence[Telling], voices: Sequence[Telling], bodies: _Bodies
) -> dict[str, list[Telling]]:
    """ "X took part" and "X took no part", for every body whose part one account tells and another denies."""
    values: dict[str, list[Telling]] = {}
    deniers = [t for t in tellings if t.denies and t not in voices]
    for body in sorted({b for t in deniers for b in _named(t.account.side_a, bodies)}):
        denying = [t for t in deniers if body in _named(t.account.side_a, bodies)]
        listing = [t for t in voices if body in _named((*t.account.side_a, *t.account.side_b), bodies)]
        names = [
            a.name for t in denying for a in t.account.side_a if not a.generic and bodies.body(a) == body
        ]
        name = min(names)
        if listing:
            values[name] = sorted(listing, key=lambda t: t.account.id)
        else:  # nobody lists the body: its word stands against the lists that are told
            values |= _listed(voices, bodies)
        if values:
            values[f"not {name}"] = denying
    return values


def _listed(voices: Sequence[Telling], bodies: _Bodies) -> dict[str, list[Telling]]:
    """The bodies that each account names as acting → the accounts."""
    out: dict[str, list[Telling]] = defaultdict(list)
    for telling in voices:
        names = {a.name for a in _merge(telling.account.side_a, bodies) if not a.generic}
        if names:
            out[", ".join(sorted(names))].append(telling)
    return dict(out)
