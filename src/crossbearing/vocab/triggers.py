"""Loads ``triggers.yaml``: the words that say that something happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from crossbearing.errors import VocabError
from crossbearing.model import EVENT_CODES
from crossbearing.text.folding import fold
from crossbearing.vocab.inflect import plural, verb_forms
from crossbearing.vocab.loading import load_table

SOURCE = Path(__file__).with_name("triggers.yaml")
IDIOM = "idiom"
"""The key of the row that holds what looks like a trigger and is none: it wins over every other row."""
FRAMES = frozenset({"act", "undergo", "mutual", "move", "bear"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """One row of the table; see the head of ``triggers.yaml`` for what its fields mean."""

    key: str
    code: str | None
    kind: str
    frame: str
    rank: int
    noun_b: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Form:
    """A form to be looked for: its words, the position of the one that carries the tag, the part of speech.

    A word ``*`` stands for up to six words without a stop between: "take * into custody".
    """

    words: tuple[str, ...]
    head: int
    verb: bool
    key: str
    lemma: str


def _forms(row: Mapping[str, Any]) -> list[Form]:
    key = str(row["key"])
    out = []
    for noun in row.get("nouns") or ():
        words = fold(str(noun))
        for form in {words, plural(words)}:
            parts = tuple(form.split())
            out.append(Form(parts, len(parts) - 1, False, key, words))
    for verb in row.get("verbs") or ():
        out += [Form((form,), 0, True, key, verb) for form in dict.fromkeys(verb_forms(str(verb)))]
    for phrase in row.get("phrases") or ():
        out += _phrase_forms(str(phrase), key)
    return out


def _phrase_forms(phrase: str, key: str) -> list[Form]:
    """``"<open> fire"`` stands for every form of *open* followed by *fire*."""
    parts = fold(phrase).split()
    heads = [i for i, p in enumerate(parts) if p.startswith("<")]
    if not heads:
        return [Form(tuple(parts), len(parts) - 1, False, key, phrase)]
    head = heads[0]
    base = parts[head].strip("<>")
    return [
        Form((*parts[:head], form, *parts[head + 1 :]), head, True, key, phrase)
        for form in dict.fromkeys(verb_forms(base))
    ]


def _row(row: Mapping[str, Any]) -> Trigger:
    try:
        code, frame = row.get("code"), str(row["frame"])
        trigger = Trigger(
            str(row["key"]), code, str(row.get("class", "event")), frame, int(row["rank"]),
            tuple(row.get("noun_b") or ()), str(row["example"]),
        )  # fmt: skip
    except KeyError as exc:
        raise VocabError(f"{SOURCE.name}: entry {row.get('key', row)!r} lacks {exc}") from exc
    if code is not None and code not in EVENT_CODES:
        raise VocabError(f"{SOURCE.name}: entry {trigger.key!r} has the unknown event code {code!r}")
    if frame not in FRAMES:
        raise VocabError(f"{SOURCE.name}: entry {trigger.key!r} has the unknown frame {frame!r}")
    return trigger


@cache
def _rows() -> tuple[Mapping[str, Any], ...]:
    return tuple(load_table(SOURCE))


@cache
def triggers() -> Mapping[str, Trigger]:
    """Key → row of the table."""
    return {t.key: t for t in map(_row, _rows())}


@cache
def forms_by_first_word() -> Mapping[str, tuple[Form, ...]]:
    """First word of a form → the forms that begin with it, longest first; earlier rows win ties."""
    index: dict[str, list[Form]] = {}
    for row in _rows():
        for form in _forms(row):
            index.setdefault(form.words[0], []).append(form)
    return {word: tuple(sorted(forms, key=_precedence)) for word, forms in index.items()}


def _precedence(form: Form) -> tuple[int, bool, bool]:
    """The form of more words first, of two as long an idiom, then the one without a gap."""
    return -sum(word != "*" for word in form.words), form.key != IDIOM, "*" in form.words
