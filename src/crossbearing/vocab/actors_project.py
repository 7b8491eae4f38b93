"""Reads the YAML file by which a researcher adds actors to the vocabulary of a project, or changes them.

See ``docs/actors.md`` for the form with examples. Everything is checked when it is read: an error names the
file and the entry and says what to write instead, and nothing is coded with half a vocabulary.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

import yaml

from crossbearing.errors import VocabError
from crossbearing.model import ActorKind
from crossbearing.vocab import actors

_SECTIONS = frozenset({"actors", "remove", "means"})
_KEYS = frozenset(
    {
        "id",
        "name",
        "aliases",
        "kind",
        "country",
        "countries",
        "from",
        "to",
        "parent",
        "adjectives",
        "service",
        "ucdp",
        "acled",
        "note",
    }
)
_MEANING_KEYS = frozenset({"word", "country", "actor", "from", "to", "note"})
_LISTS = frozenset({"aliases", "countries", "adjectives"})
_FIELDS = {"from": "since", "to": "until"}
"""Key in a file → field of a Body, where they differ."""


def read_project(file: str, content: str) -> actors.Project:
    """The project that ``content``, the text of ``file``, describes. Raises VocabError."""
    try:
        data = yaml.load(content, Loader=yaml.BaseLoader)  # every value a string: NO is Norway, not False
    except yaml.YAMLError as exc:
        raise VocabError(f"{file}: not YAML: {exc}".replace("\n", " ")) from exc
    if not isinstance(data, Mapping) or not data or not set(data) <= _SECTIONS:
        raise VocabError(f"{file}: write a mapping with the keys {', '.join(sorted(_SECTIONS))}")
    entries = _rows(file, data, "actors")
    bodies = tuple(_body(file, entry) for entry in entries)
    _no_twins(file, [body.id for body in bodies])
    removed = frozenset(_removed(file, data.get("remove") or []))
    known = (actors.bodies().keys() | {body.id for body in bodies}) - removed
    meanings = tuple(_meaning(file, row, known) for row in _rows(file, data, "means"))
    for body in bodies:
        if body.parent is not None and body.parent not in known:
            raise VocabError(f"{file}: {body.id}: there is no actor with the id of its parent, {body.parent}")
    return actors.Project(hashlib.sha256(content.encode()).hexdigest()[:12], bodies, removed, meanings)


def _rows(file: str, data: Mapping[str, Any], section: str) -> Sequence[Mapping[str, Any]]:
    rows = data.get(section) or []
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise VocabError(f"{file}: {section}: write a list of entries, each beginning with a dash")
    return rows


def _body(file: str, entry: Mapping[str, Any]) -> actors.Body:
    """A new body, or one of the vocabulary with what the entry says of it changed."""
    where = f"{file}: {entry.get('id') or entry.get('name') or dict(entry)}"
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        raise VocabError(f"{where}: no such key: {', '.join(unknown)}; there are {', '.join(sorted(_KEYS))}")
    if not str(entry.get("id") or "").startswith("xb:"):
        raise VocabError(f'{where}: give it an id that begins with "xb:"')
    for key in _LISTS & set(entry):
        if not isinstance(entry[key], list) or not all(isinstance(each, str) for each in entry[key]):
            raise VocabError(f"{where}: {key}: write a list, as in [first name, second name]")
    _check_values(where, entry)
    known = actors.written_bodies().get(entry["id"])
    if known is None and not entry.get("name"):
        raise VocabError(f"{where}: a new actor needs a name")
    made = actors.body_of(file, {**entry, "name": entry.get("name") or (known.name if known else "")})
    return made if known is None else _changed(known, made, entry)


def _changed(known: actors.Body, made: actors.Body, entry: Mapping[str, Any]) -> actors.Body:
    """``known`` with the fields that the entry gives; names are added to the known ones."""
    names = {field.name for field in fields(actors.Body)}
    given = {_FIELDS.get(key, key) for key in entry} & names - {"id", "aliases"}
    aliases = dict.fromkeys((*made.aliases, *known.names))
    aliases.pop(made.name, None)
    return replace(known, aliases=tuple(aliases), **{name: getattr(made, name) for name in given})


def _check_values(where: str, entry: Mapping[str, Any]) -> None:
    kinds = [kind.value for kind in ActorKind]
    if entry.get("kind", "unknown") not in kinds:
        raise VocabError(f"{where}: kind: there is no {entry['kind']!r}; there are {', '.join(kinds)}")
    for code in (entry.get("country"), *(entry.get("countries") or ())):
        if code and code not in actors.countries():
            raise VocabError(f"{where}: {code!r} is not the ISO code of a country in two letters, as in ML")
    for key in ("from", "to"):
        year = entry.get(key) or ""
        if year not in ("", "null", "~") and not (year[:4].isdigit() and len(year) in (4, 7, 10)):
            raise VocabError(f"{where}: {key}: write a year, as in 2019, not {year!r}")


def _no_twins(file: str, ids: Sequence[str]) -> None:
    twins = sorted({identity for identity in ids if ids.count(identity) > 1})
    if twins:
        raise VocabError(f"{file}: {twins[0]} stands there twice: put both into one entry")


def _removed(file: str, ids: Any) -> list[str]:
    if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids):
        raise VocabError(f"{file}: remove: write a list of ids, as in [xb:mossad]")
    for identity in ids:
        if identity not in actors.bodies():
            raise VocabError(f"{file}: remove: there is no actor with the id {identity}")
    return ids


def _meaning(file: str, row: Mapping[str, Any], known: set[str]) -> actors.Meaning:
    where = f"{file}: means: {row.get('word') or dict(row)}"
    missing = [key for key in ("word", "country", "actor") if not row.get(key)]
    unknown = sorted(set(row) - _MEANING_KEYS)
    if missing or unknown:
        raise VocabError(f"{where}: {'it needs ' + missing[0] if missing else 'no such key: ' + unknown[0]}")
    if row["actor"] not in known:
        raise VocabError(f"{where}: there is no actor with the id {row['actor']}")
    _check_values(where, row)
    word = row["word"].removeprefix("the ")
    return actors.meaning_of({**row, "word": word})
