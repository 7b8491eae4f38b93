"""Decides whom an actor expression stands for, with the whole report in view."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crossbearing.model import Actor, ActorKind, Mention, MentionKind, Report, Sentence
from crossbearing.model.actor_expressions import ActorExpression, ActorForm
from crossbearing.resolve.actors_context import NON_STATE, Context, choose_body, make_context
from crossbearing.resolve.actors_memory import Memory
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
        return _named(expression, context)
    if expression.form is ActorForm.NEW_NAME:
        return _new_name(expression, context, memory)
    if expression.form in (ActorForm.COUNTRY, ActorForm.DEMONYM):
        return _country(expression)
    if expression.form is ActorForm.NATIONALS:
        return _civilians(expression, context)
    return _noun(expression, context, memory)


def slug(name: str) -> str:
    """A key for a name: folded letters and digits joined by underscores."""
    return re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")


def _actor_of(body: actors.Body, mention: str, *extra: str) -> Actor:
    aliases = tuple(
        name
        for name in dict.fromkeys((*body.aliases, body.ucdp, body.acled, *extra))
        if name and name != body.name
    )
    return Actor(body.id, body.name, mention, aliases, body.kind, body.country)


def _named(expression: ActorExpression, context: Context) -> Actor:
    body = choose_body(expression, context.focus, context.year, context.project)
    if expression.kind is ActorKind.CIVILIANS and expression.head:
        return replace(_civilians(expression, context), country=body.country)
    return _actor_of(body, expression.text, *((expression.acronym,) if expression.acronym else ()))


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
        return Actor(
            identity, name, expression.text, (*aliases, army.name, *army.aliases), ActorKind.STATE, iso
        )
    return Actor(identity, name, expression.text, aliases, expression.kind, iso)


def _is_state_unit(name: str) -> bool:
    folded = f" {fold(name)} "
    return any(f" {unit} " in folded for unit in actors.name_heads()["state_units"])


def _country(expression: ActorExpression) -> Actor:
    """A country or capital that acts: its government, which in a war report stands for its forces too."""
    iso = expression.countries[0]
    country = actors.countries()[iso]
    forces = [f"{adj} {noun}" for noun in ("forces", "army", "military") for adj in country.adjectives]
    body = actors.state_body("government", iso)
    return _actor_of(body, expression.text, *forces, f"Military Forces of {country.name}")


def _civilians(expression: ActorExpression, context: Context) -> Actor:
    iso = expression.countries[0] if expression.countries else context.scene(expression.sentence)
    return _people(expression, iso, "civilians", "Civilians", ActorKind.CIVILIANS, ("civilians", "civilian"))


def _people(
    expression: ActorExpression,
    iso: str | None,
    key: str,
    label: str,
    kind: ActorKind,
    words: tuple[str, ...],
) -> Actor:
    country = actors.countries().get(iso or "")
    name = f"{label} ({country.name})" if country else label
    aliases = tuple(dict.fromkeys(w for w in (*words, expression.head, expression.text) if w and w != name))
    identity = f"xb:{key}:{iso}" if country else f"xb:{key}"
    return Actor(identity, name, expression.text, aliases, kind, iso, generic=True)


_POSSESSIVE = frozenset({"its", "their", "his", "her"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", *_POSSESSIVE})
_FORCE_HEADS = frozenset(
    {
        "forces",
        "force",
        "units",
        "unit",
        "patrol",
        "column",
        "convoy",
        "squad",
        "elements",
        "enemy",
        "bomber",
        "bombers",
    }
)
_GROUP_HEADS = frozenset(
    {
        "group",
        "groups",
        "organisation",
        "organization",
        "movement",
        "outfit",
        "faction",
        "front",
        "network",
        "alliance",
        "coalition",
        "cell",
    }
)
_NON_STATE_SERVICES = frozenset(
    {"rebel", "jihadist", "armed", "militia", "gang", "communal", "loyalist", "member"}
)


def _noun(expression: ActorExpression, context: Context, memory: Memory) -> Actor:
    owned = expression.determiner in _POSSESSIVE and expression.head == "men"
    if (expression.kind is ActorKind.CIVILIANS or expression.service == "people") and not owned:
        return _civilians(expression, context)
    if expression.kind in (ActorKind.PROTESTERS, ActorKind.RIOTERS):
        return _crowd(expression, context)
    local = _local_meaning(expression, context)
    if local is not None:
        return _actor_of(local, expression.text, expression.head)
    if (
        expression.determiner in _POSSESSIVE
        and not expression.countries
        and expression.service not in ("government", "police")
    ):
        owner = memory.owner(expression.sentence)
        if owner is not None:
            return replace(owner, mention=expression.text)
    if expression.head in _OFFICERS or (expression.service == "member" and _serves(expression)):
        return _state(expression, _arm_of_officer(expression), context, memory)
    if expression.service in actors.services():
        return _state(expression, expression.service, context, memory)
    state_like = expression.head in _FORCE_HEADS or expression.service == "member"
    if state_like and expression.countries and not _side(expression, "rebel_side", "jihadist_side"):
        return _state(expression, "military", context, memory)
    return _group(expression, context, memory)


_BARE = frozenset({"", "the", "that"})  # "said that forces …"
_OFFICERS = frozenset({"officer", "officers"})


def _serves(expression: ActorExpression) -> bool:
    """ "The regional army commander", "a police chief": members of an arm of the state."""
    words = {word for modifier in expression.modifiers for word in modifier.split()}
    return bool(words & {"army", "military", "police", "border"})


def _arm_of_officer(expression: ActorExpression) -> str:
    """The arm of the state that attributes tell ("district police officers"); else security forces."""
    words = {word for modifier in expression.modifiers for word in modifier.split()}
    for service, names in (
        ("police", {"police"}),
        ("military", {"army", "military"}),
        ("border", {"border"}),
    ):
        if words & names:
            return service
    return "military" if expression.countries else "security"


def _crowd(expression: ActorExpression, context: Context) -> Actor:
    iso = expression.countries[0] if expression.countries else context.scene(expression.sentence)
    if expression.kind is ActorKind.PROTESTERS:
        words = ("protesters", "demonstrators")
        return _people(expression, iso, "protesters", "Protesters", ActorKind.PROTESTERS, words)
    return _people(expression, iso, "rioters", "Rioters", ActorKind.RIOTERS, ("rioters",))


def _side(expression: ActorExpression, *lists: str) -> bool:
    """True when an attribute of the phrase stands in one of the lists of modifiers."""
    return any(modifier in actors.modifiers()[name] for name in lists for modifier in expression.modifiers)


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


def _state(expression: ActorExpression, service: str, context: Context, memory: Memory) -> Actor:
    foreign = actors.word_list("foreign_attributes") & set(expression.modifiers)
    iso = (
        None
        if foreign or _is_nobodys(expression, context)
        else _state_country(expression, service, context, memory)
    )
    if iso is None or iso not in actors.countries():
        words = tuple(dict.fromkeys(w for w in (expression.head,) if w != expression.text))
        return Actor(f"xb:unidentified:{slug(expression.text)}", expression.text, expression.text, words,
                     ActorKind.STATE, None, generic=True)  # fmt: skip
    body = actors.state_body(service, iso)
    return _actor_of(body, expression.text, expression.head)


def _is_nobodys(expression: ActorExpression, context: Context) -> bool:
    """Aircraft and guns of nobody's, where the report names the forces of several states."""
    noun = actors.nouns().get(expression.head)
    if noun is None or not noun.weapon or expression.countries or expression.determiner in _POSSESSIVE:
        return False
    return not expression.modifiers and len(context.explicit) > 1


# Sentences within which "the army" is still the army named with its country before.
_STATE_REACH = 3


def _state_country(expression: ActorExpression, service: str, context: Context, memory: Memory) -> str | None:
    if expression.countries:
        return expression.countries[0]
    if expression.determiner == "our" and context.home is not None:
        return context.home
    shared = _shared_country(expression, memory)
    if shared is not None:
        return shared
    recent = memory.last_state(service, expression.sentence, _STATE_REACH)
    if recent is not None and (expression.determiner in _DEFINITE or service != "police"):
        return recent
    scene = context.scene(expression.sentence)
    if scene is not None and (not context.explicit or scene in context.explicit):
        return scene
    return context.focus[0] if context.focus else scene


def _shared_country(expression: ActorExpression, memory: Memory) -> str | None:
    """The country of the phrase right before: "Iraqi soldiers and police"."""
    previous = memory.previous(expression)
    if previous is None or expression.determiner:
        return None
    before, actor = previous
    near = expression.span.start - before.span.end <= len(" and ") + 1
    return actor.country if near and before.countries and actor.kind is ActorKind.STATE else None


# Words that, with nothing added, mean the regular forces of the scene: "the forces entered the town".
_REGULARS = frozenset({"forces", "troops"})


def _group(expression: ActorExpression, context: Context, memory: Memory) -> Actor:
    if expression.head in _REGULARS and not expression.modifiers and expression.determiner in _BARE:
        return _state(expression, "military", context, memory)
    if not _side(expression, "unidentified") and expression.service in _NON_STATE_SERVICES:
        antecedent = _antecedent(expression, context, memory)
        if antecedent is not None:
            return replace(antecedent, mention=expression.text, aliases=_with(antecedent, expression.head))
    return _unidentified(expression, context)


def _with(actor: Actor, *words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*actor.aliases, *(w for w in words if w and w != actor.name))))


def _antecedent(expression: ActorExpression, context: Context, memory: Memory) -> Actor | None:
    """The group that "the militants" or bare "rebels" takes up, or None for a group newly introduced."""
    if (
        expression.countries
        or expression.head == "enemy"
        or any("-" in modifier for modifier in expression.modifiers)
    ):
        return None
    if expression.determiner in _DEFINITE:
        near = _taken_up(expression, memory)
        if near is not None or expression.service in _MILITIA_SERVICES:
            return near
    elif (
        expression.determiner not in ("", "some")
        or expression.head in _GROUP_HEADS
        or expression.service not in ("rebel", "jihadist")
    ):
        return None
    named = {
        i: n for i, n in context.named.items() if actors.bodies(context.project)[i].kind is ActorKind.REBEL
    }
    if not named:
        return None
    identity, count = max(named.items(), key=lambda item: item[1])
    if 2 * count <= sum(named.values()):
        return None  # several groups: which one is meant stays open
    return _actor_of(actors.bodies(context.project)[identity], expression.text)


def _taken_up(expression: ActorExpression, memory: Memory) -> Actor | None:
    """The actor named before that a definite phrase comes back to."""
    if expression.head in actors.word_list("attackers"):
        return memory.attacker()
    known = actors.nouns().get(expression.head)
    collective = expression.head in _GROUP_HEADS or bool(known and known.collective)
    same = memory.same_words(expression.head) if expression.head not in _GROUP_HEADS else None
    kinds = _MILITIAS if expression.service in _MILITIA_SERVICES else NON_STATE
    if expression.service in ("rebel", "jihadist"):
        kinds = frozenset(
            {ActorKind.REBEL, ActorKind.UNKNOWN}
        )  # "the terrorists" are no auxiliaries of the army
    return same or memory.last_group(expression.sentence, kinds, named=collective)


# "The tribesmen" and "the vigilantes" never come back to a rebel group.
_MILITIA_SERVICES = frozenset({"communal", "loyalist", "gang"})
_MILITIAS = frozenset({ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})


def _unidentified(expression: ActorExpression, context: Context) -> Actor:
    iso = expression.countries[0] if expression.countries else context.scene(expression.sentence)
    country = actors.countries().get(iso or "")
    aliases = [expression.head]
    if country:
        aliases += [f"{adjective} {expression.head}" for adjective in country.adjectives]
        if expression.service in ("armed", "gang", "jihadist", "militia"):
            aliases.append(f"Unidentified Armed Group ({country.name})")
    unique = tuple(dict.fromkeys(a for a in aliases if a and a != expression.text))
    return Actor(f"xb:unidentified:{slug(expression.text)}", expression.text, expression.text, unique,
                 expression.kind, iso, generic=True)  # fmt: skip
