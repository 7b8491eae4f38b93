"""Which state's force "the army", "police" or "a convoy" is, and why."""

from __future__ import annotations

from crossbearing.model import Actor, ActorKind
from crossbearing.model.actor_expressions import ActorExpression
from crossbearing.resolve.actors_context import Context
from crossbearing.resolve.actors_made import DEFINITE, POSSESSIVE, actor_of, unidentified
from crossbearing.resolve.actors_memory import Memory
from crossbearing.vocab import actors

_OFFICERS = frozenset({"officer", "officers"})
_ARMS = (("police", {"police"}), ("military", {"army", "military"}), ("border", {"border"}))

# Sentences within which "the army" is still the army named with its country before.
_STATE_REACH = 3


def serves(expression: ActorExpression) -> bool:
    """ "Officers", "the regional army commander", "a police chief": people of an arm of the state."""
    if expression.head in _OFFICERS:
        return True
    return expression.service == "member" and any(names & _attributes(expression) for _, names in _ARMS)


def arm_of(expression: ActorExpression) -> str:
    """The arm of the state that attributes tell ("district police officers"); else security forces."""
    told = (service for service, names in _ARMS if names & _attributes(expression))
    return next(told, "military" if expression.countries else "security")


def _attributes(expression: ActorExpression) -> set[str]:
    return {word for modifier in expression.modifiers for word in modifier.split()}


def state(expression: ActorExpression, service: str, context: Context, memory: Memory) -> Actor:
    """The arm of the state that is meant; somebody unidentified where the report tells no state."""
    if actors.word_list("foreign_attributes") & set(expression.modifiers):
        return unidentified(expression, ActorKind.STATE, None, "of another state, which is not named")
    if _is_nobodys(expression, context):
        return unidentified(expression, ActorKind.STATE, None, "the report names forces of several states")
    iso, why = _country(expression, service, context, memory)
    if iso is None or iso not in actors.countries():
        return unidentified(expression, ActorKind.STATE, None, "country unknown")
    body = actors.state_body(service, iso, context.project)
    return actor_of(body, expression.text, expression.head, why=why)


def _is_nobodys(expression: ActorExpression, context: Context) -> bool:
    """Aircraft and guns of nobody's, where the report names the forces of several states."""
    noun = actors.nouns().get(expression.head)
    if noun is None or not noun.weapon or expression.countries or expression.determiner in POSSESSIVE:
        return False
    return not expression.modifiers and len(context.explicit) > 1


def _country(
    expression: ActorExpression, service: str, context: Context, memory: Memory
) -> tuple[str | None, str]:
    """The country whose force it is, and what tells it."""
    if expression.countries:
        return expression.countries[0], "country told"
    if expression.determiner == "our" and context.home is not None:
        return context.home, "of the dateline's country"
    shared = _shared_country(expression, memory)
    if shared is not None:
        return shared, "shares the country of the phrase before"
    recent = memory.last_state(service, expression.sentence, _STATE_REACH)
    if recent is not None and (expression.determiner in DEFINITE or service != "police"):
        return recent, "named with its country just before"
    scene = context.scene(expression.sentence)
    if scene is not None and (not context.explicit or scene in context.explicit):
        return scene, "country of the scene"
    return (context.focus[0] if context.focus else scene), "country that the report is about"


def _shared_country(expression: ActorExpression, memory: Memory) -> str | None:
    """The country of the phrase right before: "Iraqi soldiers and police"."""
    previous = memory.previous(expression)
    if previous is None or expression.determiner:
        return None
    before, actor = previous
    near = expression.span.start - before.span.end <= len(" and ") + 1
    return actor.country if near and before.countries and actor.kind is ActorKind.STATE else None
