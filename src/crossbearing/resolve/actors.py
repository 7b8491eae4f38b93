"""Decides whom an actor expression stands for, with the whole report in view."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crossbearing.model import Actor, ActorKind, Mention, MentionKind, Report, Sentence
from crossbearing.model.actor_expressions import ActorExpression, ActorForm
from crossbearing.resolve.actors_context import Context, choose_body, make_context
from crossbearing.resolve.actors_groups import group
from crossbearing.resolve.actors_made import POSSESSIVE, actor_of, civilians, crowd, has_side
from crossbearing.resolve.actors_memory import Memory
from crossbearing.resolve.actors_states import arm_of, serves, state
from crossbearing.text.folding import fold
from crossbearing.vocab import actors


def resolve_actors(
    report: Report,
    sentences: Sequence[Sentence],
    expressions: Sequence[ActorExpression],
    places: Sequence[Mention],
    project: actors.Project = actors.BUILT_IN,
) -> tuple[Mention, ...]:
    """The actor mentions in order of position: one for each expression that names no place here."""
    context = make_context(report, sentences, expressions, places, project)
    memory = Memory()
    mentions = []
    for expression in sorted(expressions, key=lambda e: e.span):
        if _is_place_here(expression, context):
            continue
        actor = _resolve(expression, context, memory)
        memory.note(expression, actor)
        mentions.append(Mention(MentionKind.ACTOR, expression.span, expression.text, actor=actor))
    return tuple(mentions)


def _is_place_here(expression: ActorExpression, context: Context) -> bool:
    """True for a village with the name of a body from elsewhere: al-Islah in Iraq, the party in Yemen."""
    if expression.form is not ActorForm.NAME or expression.head or expression.acronym:
        return False
    body = choose_body(expression, context.focus, context.year, context.project)
    country = context.place_country(expression.span)
    return country is not None and country not in body.countries


def _resolve(expression: ActorExpression, context: Context, memory: Memory) -> Actor:
    if expression.form is ActorForm.NAME:
        return _named(expression, context, memory)
    if expression.form is ActorForm.NEW_NAME:
        return _new_name(expression, context, memory)
    if expression.form in (ActorForm.COUNTRY, ActorForm.DEMONYM):
        return _country(expression)
    if expression.form is ActorForm.NATIONALS:
        return civilians(expression, context)
    return _noun(expression, context, memory)


def _named(expression: ActorExpression, context: Context, memory: Memory) -> Actor:
    body = choose_body(expression, context.focus, context.year, context.project)
    if expression.kind is ActorKind.CIVILIANS and expression.head:
        return replace(civilians(expression, context), country=body.country)
    branch = memory.branch(fold(expression.text), body.id, _parents(context.project))
    if branch is not None:
        return replace(branch, mention=expression.text, reasons=("short for the branch named before",))
    scene = context.scene(expression.sentence) or ""
    local = actors.local_meaning(fold(expression.text), scene, context.year, context.project)
    if local is not None:
        return actor_of(local, expression.text, expression.head, why=_LOCAL)
    extra = (expression.acronym,) if expression.acronym else ()
    return actor_of(body, expression.text, *extra, why=_why(expression, body, context))


@functools.cache
def _parents(project: actors.Project) -> Mapping[str, str | None]:
    return {key: body.parent for key, body in actors.bodies(project).items()}


def _why(expression: ActorExpression, body: actors.Body, context: Context) -> str:
    """What tells which of the bodies of that name is meant."""
    if len(expression.candidates) == 1:
        return "its name"
    if set(expression.countries) & {body.country, *body.countries}:
        return f"one of {len(expression.candidates)} of that name: country told"
    if set(context.focus[:4]) & {body.country, *body.countries}:
        return f"one of {len(expression.candidates)} of that name: acts where the report plays"
    return f"one of {len(expression.candidates)} of that name: nothing tells them apart but the year"


def _new_name(expression: ActorExpression, context: Context, memory: Memory) -> Actor:
    """A body that only this report names; a unit of a state's forces if its name says so."""
    if expression.head and context.is_place(expression.span):
        return _noun(replace(expression, candidates=()), context, memory)  # "Aleppo rebels"
    identity = expression.candidates[0]
    known = memory.new_names.get(identity)
    if known is not None:
        return replace(known, mention=expression.text)
    whole = re.sub(r"\s*\(.*$", "", expression.text)
    short = (
        whole[: expression.head_span.start - expression.span.start].strip() if expression.head_span else ""
    )
    name = (
        short if expression.head and " " in short else whole
    )  # "Sikin men" stays, "Amber Front fighters" is cut
    aliases = tuple(each for each in (expression.acronym or "", short, whole) if each and each != name)
    iso = expression.countries[0] if expression.countries else context.scene(expression.sentence)
    if _is_state_unit(name) and iso in actors.countries():
        army = actors.state_body("police" if "police" in fold(name) else "military", iso or "")
        aliases = (*aliases, army.name, *army.aliases)
        return Actor(identity, name, expression.text, aliases, ActorKind.STATE, iso, reasons=(_UNIT,))
    return Actor(identity, name, expression.text, aliases, expression.kind, iso, reasons=(_NEW,))


_LOCAL = "what the word means in the country of the scene"
_NEW = "a name that the vocabulary lacks, told by its form: to be reviewed"
_UNIT = "a unit that the vocabulary lacks, told by its form: to be reviewed"


def _is_state_unit(name: str) -> bool:
    folded = f" {fold(name)} "
    return any(f" {unit} " in folded for unit in actors.name_heads()["state_units"])


def _country(expression: ActorExpression) -> Actor:
    """A country or capital that acts: its government, which in a war report stands for its forces too."""
    iso = expression.countries[0]
    country = actors.countries()[iso]
    forces = [f"{adj} {noun}" for noun in ("forces", "army", "military") for adj in country.adjectives]
    body = actors.state_body("government", iso)
    return actor_of(
        body, expression.text, *forces, f"Military Forces of {country.name}", why="a country that acts"
    )


def _noun(expression: ActorExpression, context: Context, memory: Memory) -> Actor:
    owned = expression.determiner in POSSESSIVE and expression.head == "men"
    if (expression.kind is ActorKind.CIVILIANS or expression.service == "people") and not owned:
        return civilians(expression, context)
    if expression.kind in (ActorKind.PROTESTERS, ActorKind.RIOTERS):
        return crowd(expression, context)
    local = _local_meaning(expression, context)
    if local is not None:
        return actor_of(local, expression.text, expression.head, why=_LOCAL)
    if (
        expression.determiner in POSSESSIVE
        and not expression.countries
        and expression.service not in ("government", "police")
    ):
        owner = memory.owner(expression.sentence)
        if owner is not None:
            return replace(
                owner, mention=expression.text, reasons=("belongs to whom the report named before",)
            )
    if serves(expression):
        return state(expression, arm_of(expression), context, memory)
    if expression.service in actors.services():
        return state(expression, expression.service, context, memory)
    state_like = expression.head in actors.word_list("force_heads") or expression.service == "member"
    if state_like and expression.countries and not has_side(expression, "rebel_side", "jihadist_side"):
        return state(expression, "military", context, memory)
    return group(expression, context, memory)


def _local_meaning(expression: ActorExpression, context: Context) -> actors.Body | None:
    """ "Kurdish forces" in Iraq, "Turkish-backed rebels" in Syria, "the coalition" in Yemen."""
    scene = expression.countries[0] if expression.countries else context.scene(expression.sentence)
    of_state = (
        expression.service in ("government", "intelligence") and "coalition" not in expression.modifiers
    )
    if scene is None or of_state:
        return None
    for word in (*expression.modifiers, expression.head, *expression.head.split()[:-1]):
        body = actors.local_meaning(word, scene, context.year, context.project)
        if body is not None:
            return body
    return None
