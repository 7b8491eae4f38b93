"""The words that say that something happened: each row of the table, what is none, and the spans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.annotate.triggers import find_triggers
from crossbearing.language.tagger import tag_sentence
from crossbearing.model import Mention
from crossbearing.text.sentences import split
from crossbearing.vocab.triggers import IDIOM, triggers
from extract_cases import table

KNOWN_GAPS: dict[str, str] = {
    "A bomb kills two guards.": "the present tense of a verb of violence is tagged as a noun",
}
"""Text of a row → why it is not yet read right."""


def find(text: str) -> tuple[Mention, ...]:
    return tuple(m for s in split(text) for m in find_triggers(text, tag_sentence(text, s)))


def keys(text: str) -> list[str | None]:
    return [m.trigger for m in find(text)]


@pytest.mark.parametrize("key", [key for key in triggers() if key != IDIOM])
def test_the_example_of_each_row_is_found(key: str) -> None:
    assert key in keys(triggers()[key].example)


def test_the_example_of_the_idioms_is_not_found() -> None:
    assert keys(triggers()[IDIOM].example) == []


FOUND = [
    ("verb in the past", "Gunmen killed two guards.", "killed", "kill"),
    ("verb in the present", "A bomb kills two guards.", "kills", "kill"),
    ("verb, participle", "Two guards were slain.", "slain", "kill"),
    ("irregular past", "Rebels shot a driver.", "shot", "shoot"),
    ("doubled consonant", "Gunmen kidnapped a driver.", "kidnapped", "abduction"),
    ("-ies", "Ambulances carried off the wounded after rallies.", "rallies", "protest"),
    ("noun, plural", "Air strikes shook the town.", "Air strikes", "air_strike"),
    ("hyphenated spelling", "An air-strike shook the town.", "air-strike", "air_strike"),
    ("one-word spelling", "An airstrike shook the town.", "airstrike", "air_strike"),
    ("longest form wins", "A suicide car bombing shook the town.", "suicide car bombing", "suicide_bomb"),
    ("phrase with an inflected head", "Troops opened fire at the gate.", "opened fire", "ambush"),
    ("phrase, present", "Troops open fire at the gate.", "open fire", "ambush"),
    ("capitals", "GUNMEN KIDNAP A DRIVER", "KIDNAP", "abduction"),
    ("capital at the head", "Clashes broke out at the dam.", "Clashes", "clash"),
    ("gap in a phrase", "The militia took four sailors hostage.", "took", "abduction"),
    ("noun behind of", "The abduction of a nurse caused anger.", "abduction", "abduction"),
    ("blew up", "A man blew himself up at a bank.", "blew himself up", "suicide_bomb"),
    ("went off", "A device went off in a lane.", "went off", "blast"),
    ("lost their lives", "Two guards lost their lives.", "lost their lives", "die"),
    ("claimed responsibility", "The group claimed responsibility.", "claimed responsibility", "claim"),
    ("fell to", "The hill fell to the rebels.", "fell to", "lose"),
    ("set fire to", "Raiders set fire to a barn.", "set fire to", "property"),
    ("tear gas", "Police used tear gas.", "tear gas", "dispersal"),
    ("pulled out", "Troops pulled out of the dam.", "pulled out", "withdrawal"),
    ("went missing", "Two sailors went missing.", "went missing", "missing"),
    ("accent folded", "A bómb blast shook the town.", "bómb blast", "ied"),
]


@pytest.mark.parametrize(("text", "words", "key"), table(FOUND, KNOWN_GAPS))
def test_found(text: str, words: str, key: str) -> None:
    assert (words, key) in [(m.text, m.trigger) for m in find(text)]


IDIOMS = [
    ("heart attack", "He died of a heart attack.", "attack"),
    ("panic attack", "She had a panic attack.", "attack"),
    ("striking distance", "The port is within striking distance.", "striking"),
    ("strike a balance", "The bill strikes a balance.", "strikes"),
    ("strike a deal", "The parties struck a deal on water.", "struck"),
    ("war of words", "The war of words goes on.", "war"),
    ("battle of words", "A battle of words began.", "battle"),
    ("fire brigade", "The fire brigade came.", "fire"),
    ("bomb disposal", "A bomb disposal team came.", "bomb"),
    ("bomb shelter", "Families slept in a bomb shelter.", "bomb"),
    ("gold mine", "Workers at a gold mine rested.", "mine"),
    ("charm offensive", "His charm offensive failed.", "offensive"),
    ("election campaign", "The election campaign began.", "campaign"),
    ("press conference", "She held a press conference.", "conference"),
    ("death penalty", "The court asked for the death penalty.", "death"),
    ("death threats", "The judge received death threats.", "death"),
    ("arrest warrant", "The court issued an arrest warrant.", "arrest"),
    ("cardiac arrest", "He died of cardiac arrest.", "arrest"),
    ("fighting chance", "The team has a fighting chance.", "fighting"),
    ("fight corruption", "The mayor will fight corruption.", "fight"),
    ("rally around", "Neighbours rallied around the widow.", "rallied"),
    ("photo shoot", "The photo shoot lasted an hour.", "shoot"),
    ("captured on camera", "The bird was captured on camera.", "captured"),
    ("released a statement", "The bank released a statement.", "released"),
    ("take part", "Six teams took part.", "took"),
    ("meet the needs", "The fund meets the needs of schools.", "meets"),
    ("bricks and mortar", "They invest in bricks and mortar.", "mortar"),
    ("attack helicopter", "The army bought an attack helicopter.", "attack"),
    ("displacement camp", "He teaches at a displacement camp.", "displacement"),
    ("march past", "A march past ended the parade.", "march"),
]


@pytest.mark.parametrize(("text", "word"), table(IDIOMS, KNOWN_GAPS))
def test_idioms_are_not_found(text: str, word: str) -> None:
    assert [m.text for m in find(text) if word in m.text.lower().split()] == []


OTHER_PART_OF_SPEECH = [
    ("hit as a noun of music", "The song was a hit in the charts.", "hit"),
    ("a capital letter town", "The bus stopped in Hit on the way.", "Hit"),
    ("fire as a noun", "The fire spread from the kitchen.", "fire"),
]


@pytest.mark.parametrize(("text", "word"), table(OTHER_PART_OF_SPEECH[:2], KNOWN_GAPS))
def test_another_part_of_speech_is_not_found(text: str, word: str) -> None:
    assert word not in [m.text for m in find(text)]


_VOCABULARY = (
    "gunmen killed two the suicide bombing air strike opened fire on protesters , . took four "
    "hostage blew himself up heart attack shelled rebels İzmir clashes of and released a statement"
)
_WORDS = st.sampled_from(_VOCABULARY.split())


@given(st.lists(_WORDS, min_size=1, max_size=16).map(" ".join))
def test_spans_are_in_the_text_and_apart(text: str) -> None:
    mentions = find(text)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.trigger in triggers()
    for first, second in pairwise(mentions):
        assert first.end <= second.start
