"""Who acts in wars: countries with their forces, named groups and organisations, and the nouns for roles.

All of it is data under ``actors_data/``; this module reads it. Every reader is cached: the tables never
change while a process lives.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib import resources
from types import MappingProxyType
from typing import Any

from crossbearing.errors import VocabError
from crossbearing.model import ActorKind
from crossbearing.text.folding import fold, name_key
from crossbearing.vocab.actor_types import BUILT_IN, Body, Country, Meaning, Noun, Project, Service
from crossbearing.vocab.loading import load_table

__all__ = [
    "BUILT_IN", "NEW_ID", "Body", "Country", "Meaning", "Noun", "Project", "Service", "arm_by_rule", "bodies",
    "body_of", "countries", "exact_words", "local_meaning", "meaning_of", "meanings", "modifiers",
    "name_heads", "noun_classes", "nouns", "person_nouns", "services", "state_body", "word_list",
    "written_bodies",
]  # fmt: skip

_DATA = "crossbearing.vocab.actors_data"
NEW_ID = "xb:new:"
"""What the ids of bodies begin with that are known from reports alone and wait for somebody's review."""
_NOTHING = {"", "null", "~"}


def _load_yaml(file: str) -> Any:
    return load_table(f"actors_data/{file}", plain=True)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@functools.cache
def countries() -> Mapping[str, Country]:
    """Every country by its ISO alpha-2 code."""
    found: dict[str, Country] = {}
    table = resources.files(_DATA).joinpath("countries_actors.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        cells = [*line.split("\t"), "", "", "", "", ""]
        iso, name, others, adjectives, nationals, seats = cells[:6]
        if len(iso) != 2 or not name:
            raise VocabError(f"countries_actors.tsv: not a country: {line!r}")
        found[iso] = Country(
            iso, (name, *_parts(others)), _parts(adjectives), _parts(nationals), _parts(seats)
        )
    return MappingProxyType(found)


def _words(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = entry.get(key) or []
    return tuple(value) if isinstance(value, list) else _parts(value)


def _text(entry: Mapping[str, Any], key: str) -> str | None:
    value = entry.get(key)
    return None if value is None or value in _NOTHING else str(value)


def _year(entry: Mapping[str, Any], key: str) -> int | None:
    value = _text(entry, key)
    return int(value[:4]) if value and value[:4].isdigit() else None


def body_of(file: str, entry: Mapping[str, Any]) -> Body:
    """The body that an entry of a YAML file describes; VocabError names the file and the entry."""
    try:
        country = _text(entry, "country")
        return Body(
            id=entry["id"],
            name=entry["name"],
            aliases=_with_bare((entry["name"], *_words(entry, "aliases")))[1:],
            kind=ActorKind(entry.get("kind", "unknown")),
            country=country,
            countries=_words(entry, "countries") or ((country,) if country else ()),
            since=_year(entry, "from"),
            until=_year(entry, "to"),
            parent=_text(entry, "parent"),
            adjectives=_words(entry, "adjectives"),
            service=_text(entry, "service") or "",
            ucdp=_text(entry, "ucdp") or "",
            acled=_text(entry, "acled") or "",
        )
    except (KeyError, ValueError, TypeError) as exc:
        raise VocabError(f"{file}: {entry!r:.120}: {exc}") from exc


_QUALIFIED = re.compile(r"(.+?) \([^)]+\)")
# An acronym, a word with a hyphen and a capital, or three words, the long ones with capitals.
_TELLING = re.compile(
    r"[A-Z][A-Z/-]{2,}|(?:[\w']+ )*[A-Z][\w']+-[\w'-]+(?: [\w'-]+)*"
    r"|(?:(?:[A-Z][\w'’-]*|\w{1,3}) ){2,}[A-Z][\w'’-]*"
)


def _with_bare(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, and behind them those without what tells namesakes apart: "Jundallah" of "Jundallah (Iran)".

    Not "Platform" or "Eastern Front": one or two plain words say too little.
    """
    bare = [match[1] for match in map(_QUALIFIED.fullmatch, names) if match]
    return tuple(dict.fromkeys((*names, *filter(_TELLING.fullmatch, bare))))


def _body_files() -> Iterator[str]:
    for item in sorted(resources.files(_DATA).iterdir(), key=lambda each: each.name):
        if item.name.startswith(("groups_", "organisations", "state_forces")) and item.name.endswith(".yaml"):
            yield item.name


def bodies(project: Project = BUILT_IN) -> Mapping[str, Body]:
    """Every named body by its id; the arms of states with the names made by rule too."""
    return _bodies(project)


@functools.cache
def _bodies(project: Project) -> Mapping[str, Body]:
    return MappingProxyType({key: _as_arm(body) for key, body in written_bodies(project).items()})


def written_bodies(project: Project = BUILT_IN) -> Mapping[str, Body]:
    """Every named body as the files have it, then as the project changes it."""
    changed = {**_built_in(), **{body.id: body for body in project.bodies}}
    return MappingProxyType({key: body for key, body in changed.items() if key not in project.removed})


@functools.cache
def _built_in() -> Mapping[str, Body]:
    """Every named body as the files have it. An id that stands twice gets the aliases of both entries."""
    found: dict[str, Body] = {}
    for file in _body_files():
        for entry in _load_yaml(file) or []:
            body = body_of(file, entry)
            known = found.get(body.id)
            if known is not None:
                names = dict.fromkeys((*known.aliases, body.name, *body.aliases))
                names.pop(known.name, None)
                places = tuple(dict.fromkeys((*known.countries, *body.countries)))
                adjectives = (*known.adjectives, *body.adjectives)
                body = replace(known, aliases=tuple(names), countries=places, adjectives=adjectives)
            found[body.id] = body
    return MappingProxyType(_with_data_set_names(_without_twins(found)))


def _with_data_set_names(found: Mapping[str, Body]) -> dict[str, Body]:
    """The bodies with the names that UCDP and ACLED give them."""
    named = dict(found)
    table = resources.files(_DATA).joinpath("data_set_names.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        identity, ucdp, acled = [*line.split("\t"), "", ""][:3]
        if line.startswith("#"):
            continue
        if identity not in named:
            raise VocabError(f"data_set_names.tsv: {line!r:.120}: there is no actor with the id {identity}")
        named[identity] = replace(named[identity], ucdp=ucdp, acled=acled)
    return named


def _bare_key(name: str) -> str:
    return name_key(name.partition(" (")[0])


def _without_twins(found: Mapping[str, Body]) -> Mapping[str, Body]:
    """One body listed under two ids becomes one: same country and kind, and each bears the other's
    preferred name.

    The arm of a country ("xb:mil:ML") keeps its id, else the shorter id stays; the other's names go over to
    it.
    """
    by_name: dict[tuple[str | None, ActorKind, str], list[str]] = {}
    for key, body in found.items():
        for name in {_bare_key(each) for each in body.names}:
            by_name.setdefault((body.country, body.kind, name), []).append(key)
    kept = dict(found)
    for key, body in found.items():
        for other in by_name[body.country, body.kind, _bare_key(body.name)]:
            if other != key and key in kept and other in kept and _same(kept[key], kept[other]):
                first, second = sorted((key, other), key=lambda each: (each.count(":") < 2, len(each), each))
                names = dict.fromkeys((*kept[first].aliases, *kept[second].names))
                kept[first] = replace(kept[first], aliases=tuple(names))
                del kept[second]
    return kept


def _same(named: Body, bearer: Body) -> bool:
    """``bearer`` has the preferred name of ``named`` among its names: are they one? An arm of a country
    says so.
    """
    if named.kind is ActorKind.STATE and bearer.id.count(":") == 2:
        return named.id.count(":") < 2
    return _bare_key(bearer.name) in set(map(_bare_key, named.names))


def _as_arm(body: Body) -> Body:
    """An entry for an arm that every country has gets the names made by rule besides its own."""
    _, _, rest = body.id.partition(":")
    key, _, iso = rest.partition(":")
    service = next((name for name, arm in services().items() if arm.key == key), None)
    if service is None or iso not in countries():
        return body
    made = arm_by_rule(service, iso)
    aliases = dict.fromkeys((*made.aliases, *body.names))
    return replace(made, aliases=tuple(aliases), since=body.since, until=body.until)


_ES = ("s", "x", "z", "ch", "sh")


def _plural(singular: str) -> str:
    if singular.endswith(_ES):
        return singular + "es"
    if singular.endswith("y") and singular[-2:-1] not in "aeiou":
        return singular[:-1] + "ies"
    return singular + "s"


def _nouns_of(entry: Mapping[str, Any]) -> Iterator[Noun]:
    kind, service = ActorKind(entry["kind"]), entry["service"]
    for key in ("people", "weapons"):
        for word in _words(entry, key):
            singular, _, plural = fold(word).partition("/")
            if not plural:
                plural = singular if singular.endswith("personnel") else _plural(singular)
            yield Noun(singular, plural, kind, service, weapon=key == "weapons")
    for word in _words(entry, "collective"):
        yield Noun(fold(word), fold(word), kind, service, collective=True)


@functools.cache
def nouns() -> Mapping[str, Noun]:
    """Every noun for a role, by its folded singular and by its folded plural."""
    found: dict[str, Noun] = {}
    for entry in _load_yaml("generic_nouns.yaml"):
        for noun in _nouns_of(entry):
            found.setdefault(noun.singular, noun)
            found.setdefault(noun.plural, noun)
    return MappingProxyType(found)


@functools.cache
def noun_classes() -> Mapping[str, ActorKind]:
    """Folded noun, singular and plural → kind of actor: ``soldiers`` → state forces, ``villagers`` →
    civilians.
    """
    kinds = {form: noun.kind for form, noun in nouns().items() if not noun.weapon}
    return MappingProxyType({**kinds, **dict.fromkeys(person_nouns(), ActorKind.UNKNOWN)})


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """The folded words of a list of ``_word_lists.yaml``."""
    return frozenset(map(fold, exact_words(name)))


@functools.cache
def exact_words(name: str) -> frozenset[str]:
    """The words of a list of ``_word_lists.yaml`` as they stand there."""
    return frozenset(_load_word_lists()[name])


@functools.cache
def _load_word_lists() -> Mapping[str, list[str]]:
    return MappingProxyType(_load_yaml("_word_lists.yaml"))


def person_nouns() -> frozenset[str]:
    """Nouns for people of whom nothing is told but that they are people: their side is unknown."""
    return word_list("persons")


@functools.cache
def modifiers() -> Mapping[str, frozenset[str]]:
    """List name → folded words that may stand before the noun of an actor phrase."""
    lists = _load_yaml("_modifiers.yaml")
    return MappingProxyType({name: frozenset(map(fold, words)) for name, words in lists.items()})


@functools.cache
def name_heads() -> Mapping[str, frozenset[str]]:
    """List name → folded words by which names of bodies that the vocabulary lacks are told."""
    lists = _load_yaml("_name_heads.yaml")
    return MappingProxyType({name: frozenset(map(fold, words)) for name, words in lists.items()})


def meaning_of(entry: Mapping[str, Any]) -> Meaning:
    """The meaning that an entry describes."""
    since, until = int(entry.get("from") or 0), int(entry.get("to") or 9999)
    return Meaning(fold(entry["word"]), entry["country"], entry["actor"], since, until)


def meanings(project: Project = BUILT_IN) -> Mapping[tuple[str, str], tuple[Meaning, ...]]:
    """Folded word and country → whom it may stand for there, in order of the tables."""
    return _meanings(project)


@functools.cache
def _meanings(project: Project) -> Mapping[tuple[str, str], tuple[Meaning, ...]]:
    found: dict[tuple[str, str], tuple[Meaning, ...]] = {}
    for meaning in (*map(meaning_of, _load_yaml("_ethnic_forces.yaml")), *project.meanings):
        key = (meaning.word, meaning.country)
        found[key] = (*found.get(key, ()), meaning)
    return MappingProxyType(found)


def local_meaning(word: str, iso: str, year: int | None, project: Project = BUILT_IN) -> Body | None:
    """The body that a folded word ("kurdish", "coalition") stands for in a country and year; None when open.

    Without a year the latest of several is taken.
    """
    rows = _meanings(project).get((word, iso), ())
    fitting = [row for row in rows if year is None or row.since <= year <= row.until]
    return bodies(project).get(fitting[-1].actor) if fitting else None


@functools.cache
def services() -> Mapping[str, Service]:
    """The arms that every state has, by name: military, air_force, police, …"""
    rows = _load_yaml("_services.yaml")
    return MappingProxyType(
        {name: Service(row["key"], row["name"], tuple(row["aliases"])) for name, row in rows.items()}
    )


@functools.cache
def state_body(service: str, iso: str, project: Project = BUILT_IN) -> Body:
    """The arm ``service`` (a key of ``services()``) of the country ``iso``, with its proper names where
    known.
    """
    return bodies(project).get(f"xb:{services()[service].key}:{iso}") or arm_by_rule(service, iso)


def arm_by_rule(service: str, iso: str) -> Body:
    """The arm with the names that follow from the country's name and adjective alone."""
    country, arm = countries()[iso], services()[service]
    names = [
        pattern.format(adj=adjective, country=country.name)
        for adjective in country.adjectives or (country.name,)
        for pattern in arm.aliases
    ]
    if service == "government":
        names += [*country.names[1:], *country.seats]
    names.append(f"Government of {country.name}")
    name = arm.name.format(country=country.name)
    aliases = tuple(each for each in dict.fromkeys(names) if each != name)
    return Body(f"xb:{arm.key}:{iso}", name, aliases, ActorKind.STATE, iso, (iso,), service=service)
