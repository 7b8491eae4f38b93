"""Which group "the militants", "its fighters" or "the group" is, and why."""

from __future__ import annotations

from dataclasses import replace

from crossbearing.model import Actor, ActorKind
from crossbearing.model.actor_expressions import ActorExpression
from crossbearing.resolve.actors_context import NON_STATE, Context
from crossbearing.resolve.actors_made import DEFINITE, actor_of, has_side, unidentified
from crossbearing.resolve.actors_memory import Memory
from crossbearing.resolve.actors_states import state
from crossbearing.vocab import actors

_GROUP_HEADS = frozenset(
    {
        *("group", "groups", "organisation", "organization", "movement", "outfit", "faction", "front"),
        *("network", "alliance", "coalition", "cell"),
    }
)
_NON_STATE_SERVICES = frozenset(
    {"rebel", "jihadist", "armed", "militia", "gang", "communal", "loyalist", "member"}
)
_BARE = frozenset({"", "the", "that"})  # "said that forces …"

# Words that, with nothing added, mean the regular forces of the scene: "the forces entered the town".
_REGULARS = frozenset({"forces", "troops"})

# "The tribesmen" and "the vigilantes" never come back to a rebel group.
_MILITIA_SERVICES = frozenset({"communal", "loyalist", "gang"})
_MILITIAS = frozenset({ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
# "The terrorists" are no auxiliaries of the army.
_REBELS = frozenset({ActorKind.REBEL, ActorKind.UNKNOWN})


def group(expression: ActorExpression, context: Context, memory: Memory) -> Actor:
    """The group meant: one named before, the only one of the report, or somebody unidentified."""
    if expression.head in _REGULARS and not expression.modifiers and expression.determiner in _BARE:
        return state(expression, "military", context, memory)
    if not has_side(expression, "unidentified") and expression.service in _NON_STATE_SERVICES:
        antecedent = _antecedent(expression, context, memory)
        if antecedent is not None:
            aliases = _with(antecedent, expression.head)
            return replace(antecedent, mention=expression.text, aliases=aliases)
    iso = expression.countries[0] if expression.countries else context.scene(expression.sentence)
    return unidentified(expression, expression.kind, iso, "the report does not say who they are")


def _with(actor: Actor, *words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*actor.aliases, *(w for w in words if w and w != actor.name))))


def _antecedent(expression: ActorExpression, context: Context, memory: Memory) -> Actor | None:
    """The group that "the militants" or bare "rebels" takes up, or None for a group newly introduced."""
    described = any("-" in modifier for modifier in expression.modifiers)
    if expression.countries or expression.head == "enemy" or described:
        return None
    if expression.determiner in DEFINITE:
        near = _taken_up(expression, memory)
        if near is not None or expression.service in _MILITIA_SERVICES:
            return near and replace(near, reasons=("comes back to whom the report named before",))
    elif (
        expression.determiner not in ("", "some")
        or expression.head in _GROUP_HEADS
        or expression.service not in ("rebel", "jihadist")
    ):
        return None
    return _foremost(expression, context)


def _foremost(expression: ActorExpression, context: Context) -> Actor | None:
    """The rebel group that the report speaks of; of several, the one with more than half of all mentions."""
    table = actors.bodies(context.project)
    named = {i: n for i, n in context.named.items() if table[i].kind is ActorKind.REBEL}
    if not named:
        return None
    identity, count = max(named.items(), key=lambda item: item[1])
    if 2 * count <= sum(named.values()):
        return None  # several groups: which one is meant stays open
    return actor_of(table[identity], expression.text, why="the group that the report is about")


def _taken_up(expression: ActorExpression, memory: Memory) -> Actor | None:
    """The actor named before that a definite phrase comes back to."""
    if expression.head in actors.word_list("attackers"):
        return memory.attacker()
    known = actors.nouns().get(expression.head)
    collective = expression.head in _GROUP_HEADS or bool(known and known.collective)
    same = memory.same_words(expression.head) if expression.head not in _GROUP_HEADS else None
    kinds = _MILITIAS if expression.service in _MILITIA_SERVICES else NON_STATE
    if expression.service in ("rebel", "jihadist"):
        kinds = _REBELS
    return same or memory.last_group(expression.sentence, kinds, named=collective)
