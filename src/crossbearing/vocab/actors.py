"""Who acts in wars: countries with their forces, named groups and organisations, and the nouns for roles.

All of it is data under ``actors_data/``; this module reads it. Every reader is cached: the tables never
change while
a process lives.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml

from crossbearing.errors import VocabError
from crossbearing.model import ActorKind
from crossbearing.text.folding import fold

_DATA = "crossbearing.vocab.actors_data"
_NOTHING = {"", "null", "~"}
_LOADER = getattr(
    yaml, "CBaseLoader", yaml.BaseLoader
)  # every value a string: the country NO must not become False


@dataclass(frozen=True, slots=True)
class Country:
    """A country as an actor. ``names`` begin with the preferred one; ``seats`` stand for its government."""

    iso: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    nationals: tuple[str, ...]
    seats: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Body:
    """A body that acts under a name. ``country`` is its main base, ``countries`` where it is active (ISO
    alpha-2).

    ``since`` and ``until`` are years or None; ``service`` says which arm of a state it is, '' for others.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    country: str | None = None
    countries: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    parent: str | None = None
    adjectives: tuple[str, ...] = ()
    service: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for a role. ``collective``: it names a body and is not counted; ``weapon``: it stands for who
    uses it.
    """

    singular: str
    plural: str
    kind: ActorKind
    service: str
    collective: bool = False
    weapon: bool = False


def _load_yaml(file: str) -> Any:
    try:
        return yaml.load(resources.files(_DATA).joinpath(file).read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.YAMLError as exc:
        raise VocabError(f"{file}: {exc}") from exc


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


def _body(file: str, entry: Mapping[str, Any]) -> Body:
    try:
        country = _text(entry, "country")
        return Body(
            id=entry["id"],
            name=entry["name"],
            aliases=_words(entry, "aliases"),
            kind=ActorKind(entry.get("kind", "unknown")),
            country=country,
            countries=_words(entry, "countries") or ((country,) if country else ()),
            since=_year(entry, "from"),
            until=_year(entry, "to"),
            parent=_text(entry, "parent"),
            adjectives=_words(entry, "adjectives"),
            service=_text(entry, "service") or "",
        )
    except (KeyError, ValueError, TypeError) as exc:
        raise VocabError(f"{file}: {entry!r:.120}: {exc}") from exc


def _body_files() -> Iterator[str]:
    for item in sorted(resources.files(_DATA).iterdir(), key=lambda each: each.name):
        if item.name.startswith(("groups_", "organisations", "state_forces")) and item.name.endswith(".yaml"):
            yield item.name


@functools.cache
def bodies() -> Mapping[str, Body]:
    """Every named body by its id; the arms of states with the names made by rule too."""
    return MappingProxyType({key: _as_arm(body) for key, body in written_bodies().items()})


@functools.cache
def written_bodies() -> Mapping[str, Body]:
    """Every named body as the files have it. An id that stands twice gets the aliases of both entries."""
    found: dict[str, Body] = {}
    for file in _body_files():
        for entry in _load_yaml(file) or []:
            body = _body(file, entry)
            known = found.get(body.id)
            if known is not None:
                names = dict.fromkeys((*known.aliases, body.name, *body.aliases))
                names.pop(known.name, None)
                places = tuple(dict.fromkeys((*known.countries, *body.countries)))
                body = Body(
                    known.id, known.name, tuple(names), known.kind, known.country, places, known.since,
                    known.until, known.parent, (*known.adjectives, *body.adjectives), known.service,
                )  # fmt: skip
            found[body.id] = body
    return MappingProxyType(_without_twins(found))


def _without_twins(found: dict[str, Body]) -> dict[str, Body]:
    """Armies that two files list under two ids are one: the entry for the arm of the country takes the
    names over.
    """
    arms = {
        (body.country, fold(name)): key
        for key, body in found.items()
        if len(key.split(":")) == 3
        for name in body.names
    }
    kept: dict[str, Body] = {}
    for key, body in found.items():
        arm = arms.get((body.country, fold(body.name)), key)
        if arm != key and body.kind is ActorKind.STATE:
            twin = kept.get(arm, found[arm])
            kept[arm] = replace(twin, aliases=tuple(dict.fromkeys((*twin.aliases, *body.names))))
        else:
            kept.setdefault(key, body)
    return kept


def _as_arm(body: Body) -> Body:
    """An entry for an arm that every country has gets the names made by rule besides its own."""
    parts = body.id.split(":")
    if len(parts) != 3 or parts[2] not in countries() or parts[1] not in _ARM_OF_KEY:
        return body
    made = arm_by_rule(_ARM_OF_KEY[parts[1]], parts[2])
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


@functools.cache
def local_meanings() -> Mapping[tuple[str, str], str]:
    """(folded adjective, ISO code) → id of the body that "Kurdish forces" or "Turkish-backed rebels" are
    there.
    """
    rows = _load_yaml("_ethnic_forces.yaml")
    return MappingProxyType({(fold(r["adjective"]), r["country"]): r["actor"] for r in rows if r["actor"]})


SERVICE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "military": "Military Forces of {country}",
        "air_force": "Air Force of {country}",
        "navy": "Navy of {country}",
        "police": "Police Forces of {country}",
        "security": "Security Forces of {country}",
        "gendarmerie": "Gendarmerie of {country}",
        "border": "Border Guards of {country}",
        "intelligence": "Intelligence Service of {country}",
        "government": "Government of {country}",
    }
)
"""Arm of a state → the name of that arm of a country."""

# Surface variants of one arm. UCDP codes every arm of a state as "Government of X", so that is a name of
# each.
_SERVICE_ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "military": "{adj} army;{adj} forces;{adj} military;{adj} troops;{adj} soldiers;{adj} armed forces;"
        "{adj} government forces;{adj} security forces;{country} army;{country}'s army;{country}'s military;"
        "{country}'s armed forces;{country} military;Armed Forces of {country};{country} Armed Forces",
        "air_force": "{adj} air force;{adj} warplanes;{adj} jets;{adj} aircraft;{country}'s air force;{adj}
        forces;"
        "{adj} military;{adj} armed forces;Military Forces of {country};Air Force of {country}",
        "navy": "{adj} navy;{country}'s navy;{adj} naval forces;{adj} forces;Military Forces of {country}",
        "police": "{adj} police;{country} police;{country}'s police;Police of {country};{adj} policemen;"
        "{adj} police officers;{adj} security forces",
        "security": "{adj} security forces;{country}'s security forces;{country} security forces;{adj}
        forces;"
        "{adj} government forces",
        "gendarmerie": "{adj} gendarmerie;{adj} gendarmes;{country}'s gendarmerie;{adj} security forces",
        "border": "{adj} border guards;{country}'s border guards;{adj} border forces;{adj} border
        troops;{adj} forces",
        "intelligence": "{adj} intelligence;{country}'s intelligence service;{adj} security services",
        "government": "{country};{adj} government;{country}'s government;{adj} authorities;{adj} state",
    }
)


_ARM_KEYS: Mapping[str, str] = MappingProxyType(
    {"military": "mil", "government": "gov", "air_force": "airforce"}
)
_ARM_OF_KEY: Mapping[str, str] = MappingProxyType(
    {_ARM_KEYS.get(service, service): service for service in SERVICE_NAMES}
)


@functools.cache
def state_body(service: str, iso: str) -> Body:
    """The arm ``service`` (a key of SERVICE_NAMES) of the country ``iso``, with its proper names where
    known.
    """
    return bodies().get(f"xb:{_ARM_KEYS.get(service, service)}:{iso}") or arm_by_rule(service, iso)


def arm_by_rule(service: str, iso: str) -> Body:
    """The arm with the names that follow from the country's name and adjective alone."""
    country = countries()[iso]
    names: list[str] = []
    for adjective in country.adjectives or (country.name,):
        for pattern in _SERVICE_ALIASES[service].split(";"):
            names.append(pattern.format(adj=adjective, country=country.name))
    if service == "government":
        names += [*country.names[1:], *country.seats]
    names.append(f"Government of {country.name}")
    name = SERVICE_NAMES[service].format(country=country.name)
    aliases = tuple(each for each in dict.fromkeys(names) if each != name)
    identity = f"xb:{_ARM_KEYS.get(service, service)}:{iso}"
    return Body(identity, name, aliases, ActorKind.STATE, iso, (iso,), service=service)
