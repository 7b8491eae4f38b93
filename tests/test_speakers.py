"""Who says so: how a speaker is named, with role and outlet, and who is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.annotate.speakers import find_speakers
from crossbearing.language.tagger import tag_sentence
from crossbearing.model import Mention
from crossbearing.text.sentences import split
from extract_cases import table

KNOWN_GAPS: dict[str, str] = {}
"""Text of a row → why it is not yet read right."""


def find(text: str) -> tuple[Mention, ...]:
    return tuple(m for s in split(text) for m in find_speakers(text, tag_sentence(text, s)))


def names(text: str) -> list[str]:
    return [m.speaker.name for m in find(text) if m.speaker is not None]


NAMED = [
    ("subject before the verb", "The ministry said two guards had died.", ["The ministry"]),
    ("bare plural", "Police said two guards had died.", ["Police"]),
    ("verb at the end", "Two guards died, police said.", ["police"]),
    ("verb before the speaker", "Two guards died, said the mayor.", ["the mayor"]),
    ("according to", "According to two medics, a guard died.", ["two medics"]),
    ("according to at the end", "A guard died, according to two medics.", ["two medics"]),
    ("proper name", "Amal Idris said the gate was hit.", ["Amal Idris"]),
    ("title and name", "General Omar Haddad said the gate was hit.", ["General Omar Haddad"]),
    (
        "article before a name falls away",
        "The Red Valley Brigade said it hit the gate.",
        ["Red Valley Brigade"],
    ),
    ("plural sources", "Security sources said the gate was hit.", ["Security sources"]),
    (
        "speaker with a place",
        "A doctor at the hospital in Melk said nine people died.",
        ["A doctor at the hospital in Melk"],
    ),
    ("of-phrase", "The governor of Zabul said nine people died.", ["The governor of Zabul"]),
    ("adverb between", "The army later said the gate was hit.", ["The army"]),
    ("auxiliary", "The army has said the gate was hit.", ["The army"]),
    ("added", "The army added that the gate was hit.", ["The army"]),
    ("announced", "The army announced that it had taken the hill.", ["The army"]),
    ("reported", "The agency reported that two guards had died.", ["The agency"]),
    ("claimed that", "The rebels claimed that they had taken the hill.", ["The rebels"]),
    ("confirmed", "The governor confirmed that two guards had died.", ["The governor"]),
    ("denied that", "The army denied that it had shelled the town.", ["The army"]),
    ("warned", "The mayor warned that the dam could fail.", ["The mayor"]),
    ("acknowledged", "The army acknowledged that a shell had hit a school.", ["The army"]),
    ("statement said", "A statement said two guards had died.", ["A statement"]),
    ("quotation, then speaker", "“They came at dawn,” said the baker.", ["the baker"]),
    ("quotation, then speaker before the verb", "“They came at dawn,” the baker said.", ["the baker"]),
    ("straight quotes", '"They came at dawn," said the baker.', ["the baker"]),
    (
        "two speakers in one sentence",
        "Police said two died, but the army said nobody was hurt.",
        ["Police", "the army"],
    ),
    ("joined speakers", "Police and medics said two guards died.", ["Police and medics"]),
    ("accused", "The army accused the rebels of shelling a school.", ["The army"]),
]


@pytest.mark.parametrize(("text", "expected"), table(NAMED, KNOWN_GAPS))
def test_named(text: str, expected: list[str]) -> None:
    assert names(text) == expected


ROLES = [
    ("apposition between commas", "Amal Idris, a nurse, said nine people died.", "Amal Idris", "a nurse"),
    ("apposition behind the name", "Nine people died, said Amal Idris, a nurse.", "Amal Idris", "a nurse"),
    (
        "head of a body",
        "Omar Haddad, the governor of Zabul, said nine died.",
        "Omar Haddad",
        "the governor of Zabul",
    ),
    (
        "spokesman of a body",
        "Ali Saleh, spokesman for the brigade, said nine died.",
        "Ali Saleh",
        "spokesman for the brigade",
    ),
    ("no role", "Amal Idris said nine people died.", "Amal Idris", None),
]


@pytest.mark.parametrize(("text", "name", "role"), table(ROLES, KNOWN_GAPS))
def test_role(text: str, name: str, role: str | None) -> None:
    assert [(m.speaker.name, m.speaker.role) for m in find(text) if m.speaker] == [(name, role)]


TOLD = [
    ("agency", "The mayor told Reuters that two guards had died.", "The mayor", ("Reuters",)),
    (
        "agency with article",
        "The mayor told the Associated Press that two died.",
        "The mayor",
        ("Associated Press",),
    ),
    ("broadcaster", "A witness told Al Jazeera the gate was hit.", "A witness", ("Al Jazeera",)),
    ("told reporters", "The mayor told reporters that two guards had died.", "The mayor", ()),
    ("at the end", "Two guards died, the mayor told AFP.", "the mayor", ("AFP",)),
    ("said is not told", "The mayor said that two guards had died.", "The mayor", ()),
]


@pytest.mark.parametrize(("text", "name", "via"), table(TOLD, KNOWN_GAPS))
def test_told(text: str, name: str, via: tuple[str, ...]) -> None:
    assert [(m.speaker.name, m.speaker.via) for m in find(text) if m.speaker] == [(name, via)]


NOBODY = [
    ("no verb of saying", "Two guards died in the blast."),
    ("pronoun", "He said two guards had died."),
    ("plural pronoun", "They said two guards had died."),
    ("relative pronoun", "A rumour, which said the dam had failed, spread."),
    ("is said to", "He is said to have fled."),
    ("an act, not a word: ordered troops", "The siege goes on in the old town."),
    ("released prisoners", "The rebels released two nurses."),
    ("found a cache", "Troops found a cache of rifles."),
    ("posted to", "Two guards were posted at the gate."),
    ("charged the gate", "The crowd charged the gate."),
    ("put up a fight", "The guards put sandbags at the gate."),
    ("recorded music", "The band recorded a song."),
    ("saw", "The guards saw a lorry."),
    ("asked nobody", "Troops issued rifles."),
    ("an attack is no speaker", "The attack showed that the road is open."),
]


@pytest.mark.parametrize("text", table(NOBODY, KNOWN_GAPS))
def test_nobody(text: str) -> None:
    assert names(text) == []


_VOCABULARY = (
    "the ministry said told Reuters , . “ ” according to two medics that he a nurse "
    "in Melk Amal Idris added and police claimed on Monday spokesman which"
)
_WORDS = st.sampled_from(_VOCABULARY.split())


@given(st.lists(_WORDS, min_size=1, max_size=16).map(" ".join))
def test_spans_are_in_the_text(text: str) -> None:
    for mention in find(text):
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.speaker is not None
        assert mention.speaker.name
        assert mention.speaker.name in text
