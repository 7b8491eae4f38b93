"""What a report has named so far: what "the army", "its forces" and "the attackers" can come back to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crossbearing.model import Actor, ActorKind
from crossbearing.model.actor_expressions import ActorExpression, ActorForm
from crossbearing.resolve.actors_context import NON_STATE
from crossbearing.text.folding import fold

# Sentences within which "the group" is still the group named before.
_GROUP_REACH = 4
_ATTACKING = frozenset({ActorKind.REBEL, ActorKind.UNKNOWN})


def _bears(actor: Actor, word: str) -> bool:
    """True for a named body with ``word`` in one of its names."""
    return not actor.generic and any(word in fold(name).split() for name in (actor.name, *actor.aliases))


def _is_group(expression: ActorExpression, actor: Actor) -> bool:
    """True for a non-state body or a plural role; a single fighter is no group to come back to."""
    if (
        actor.kind not in NON_STATE
        or expression.service == "member"
        or expression.determiner in ("no", "any")
    ):
        return False
    return not actor.generic or expression.plural


@dataclass(slots=True)
class Memory:
    """What has been named so far, the latest last; ``worded`` keeps each wording of each actor once, since a
    list can repeat one thousands of times."""

    seen: list[tuple[ActorExpression, Actor]] = field(default_factory=list)
    worded: dict[tuple[str, str], Actor] = field(default_factory=dict)
    new_names: dict[str, Actor] = field(default_factory=dict)

    def note(self, expression: ActorExpression, actor: Actor) -> None:
        self.seen.append((expression, actor))
        self.worded.pop((expression.text, actor.id), None)
        self.worded[expression.text, actor.id] = actor
        if expression.form is ActorForm.NEW_NAME:
            self.new_names.setdefault(actor.id, actor)

    def branch(self, words: str, parent: str, parents: Mapping[str, str | None]) -> Actor | None:
        """The branch of ``parent`` named before by a longer name: "the Hashd" of "the Tribal Hashd"."""
        for (text, identity), actor in reversed(self.worded.items()):
            if parents.get(identity) != parent:
                continue
            longer = fold(text).split()
            if words in longer and len(longer) > 1:
                return actor
        return None

    def last_state(self, service: str, sentence: int, reach: int) -> str | None:
        """Country of the latest force of the same arm within ``reach`` sentences back whose country was
        told.
        """
        for expression, actor in reversed(self.seen):
            if sentence - expression.sentence > reach:
                return None
            if actor.kind is ActorKind.STATE and expression.countries and expression.service == service:
                return actor.country
        return None

    def owner(self, sentence: int) -> Actor | None:
        """Whom "its forces" belong to: the first body of this sentence, else the latest of the last one."""
        bodies = [
            (expression.sentence, actor)
            for expression, actor in self.seen[-12:]
            if not actor.generic and actor.kind is not ActorKind.CIVILIANS
        ]
        here = [actor for at, actor in bodies if at == sentence]
        before = [actor for at, actor in bodies if at == sentence - 1]
        return here[0] if here else before[-1] if before else None

    def last_group(self, sentence: int, kinds: frozenset[ActorKind], *, named: bool) -> Actor | None:
        """The latest group of one of the kinds within reach; an unidentified one too unless ``named``."""
        for expression, actor in reversed(self.seen):
            if sentence - expression.sentence > _GROUP_REACH:
                return None
            if actor.kind in kinds and _is_group(expression, actor) and not (actor.generic and named):
                return actor
        return None

    def attacker(self) -> Actor | None:
        """The latest non-state actor that attacks by its name or kind; the defenders and the dead do not."""
        for expression, actor in reversed(self.seen):
            if _is_group(expression, actor) and expression.determiner != "the" and actor.kind in _ATTACKING:
                return actor
        return None

    def same_words(self, head: str) -> Actor | None:
        """The latest group that was called so, or whose name has the word: "the hunters", "the katiba"."""
        for expression, actor in reversed(self.seen):
            if actor.kind in NON_STATE and (expression.head == head or _bears(actor, head)):
                return actor
        return None

    def previous(self, expression: ActorExpression) -> tuple[ActorExpression, Actor] | None:
        """The expression right before, if in the same sentence."""
        if self.seen and self.seen[-1][0].sentence == expression.sentence:
            return self.seen[-1]
        return None
