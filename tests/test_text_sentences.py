# ruff: noqa: E501 -- a table reads best with one row a line
"""Sentences and paragraphs: tables of phenomena, and what must hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.model import Part, PartKind
from crossbearing.text.paragraphs import paragraphs
from crossbearing.text.sentences import split

ROWS = [
    ("two sentences", "The town fell. Two men died.", ["The town fell.", "Two men died."]),
    ("rank before a name", "Lt. Gen. Bah spoke. He left.", ["Lt. Gen. Bah spoke.", "He left."]),
    ("rank of a brigadier", "It was Brig. Gen. Yao who led.", ["It was Brig. Gen. Yao who led."]),
    ("title", "Dr. Sow and Mrs. Ba met Prof. Ly.", ["Dr. Sow and Mrs. Ba met Prof. Ly."]),
    ("initial", "The mayor, J. Smith, fled.", ["The mayor, J. Smith, fled."]),
    ("acronym within", "The U.S. Army left. It was quiet.", ["The U.S. Army left.", "It was quiet."]),
    ("acronym at the end", "They left for the U.S. The talks failed.", ["They left for the U.S.", "The talks failed."]),
    ("acronym of a group", "A P.K.K. Camp was hit.", ["A P.K.K. Camp was hit."]),
    ("month and day", "On Jan. 5 they met. Nobody died.", ["On Jan. 5 they met.", "Nobody died."]),
    ("month at the end", "They left in Jan. The army followed.", ["They left in Jan.", "The army followed."]),
    ("number", "Post No. 3 was lost. No. 4 held.", ["Post No. 3 was lost.", "No. 4 held."]),
    ("hour before a weekday", "It came at 5 p.m. Tuesday near Gao.", ["It came at 5 p.m. Tuesday near Gao."]),
    ("hour at the end", "It came at 5 p.m. The post fell.", ["It came at 5 p.m.", "The post fell."]),
    ("saint", "Fighting near St. Mary went on.", ["Fighting near St. Mary went on."]),
    ("quote with its speaker", '"We won," he said. "We go on."', ['"We won," he said.', '"We go on."']),
    ("stop within a quote", '"We won." The mayor smiled.', ['"We won."', "The mayor smiled."]),
    ("curly quote", "He said: “They fled.” Mosques were full.", ["He said: “They fled.”", "Mosques were full."]),
    ("question in a quote", '"Why us?" Omar Ba asked. Nobody knew.', ['"Why us?" Omar Ba asked.', "Nobody knew."]),
    ("shout before a small letter", '"Out!" he cried.', ['"Out!" he cried.']),
    ("question and answer", "Was it kept? At Gao, yes.", ["Was it kept?", "At Gao, yes."]),
    ("bracket", "He fled (to Gao). She stayed.", ["He fled (to Gao).", "She stayed."]),
    ("footnote", "He was killed.[4][5] His son lived.", ["He was killed.[4][5]", "His son lived."]),
    ("glued sentences", "It ends in the spring.The army waits.", ["It ends in the spring.", "The army waits."]),
    ("address is not glued", "See www.example.Org for it.", ["See www.example.Org for it."]),
    ("decimal", "Some 9.5 km on. It ended.", ["Some 9.5 km on.", "It ended."]),
    ("ellipsis", "They waited... Then it came.", ["They waited...", "Then it came."]),
    ("numbered paragraph", "1. The first point stands.", ["1. The first point stands."]),
    ("headline without a stop", "Town falls\n\nTwo men died.", ["Town falls", "Two men died."]),
    ("lines are paragraphs", "Town falls\nTwo men died.\nThe rest fled.", ["Town falls", "Two men died.", "The rest fled."]),
    ("versus", "It is the army vs. Rebels again.", ["It is the army vs. Rebels again."]),
    ("company", "The Sable Co. Ltd. camp burned.", ["The Sable Co. Ltd. camp burned."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS])
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in split(text)] == expected


WRAPPED = """The column left the town of Arlo at dawn on Monday and was hit an
hour later on the road that follows the river, where three of the
lorries burned and at least two soldiers of the escort were killed.

Nobody has said that it was behind it, and the road was closed until
the evening.
"""


def test_wrapped_lines_are_joined() -> None:
    sentences = split(WRAPPED)
    assert [s.paragraph for s in sentences] == [0, 1]
    assert WRAPPED[sentences[0].start : sentences[0].end].endswith("were killed.")


def test_indented_line_opens_a_paragraph_in_wrapped_text() -> None:
    text = WRAPPED.replace("\n\nNobody", "\n    Nobody")
    assert len(list(paragraphs(text))) == 2


def test_short_lines_over_wrapped_text_stay_apart() -> None:
    text = "Column hit near Arlo\nBy A. Mora\n\n" + WRAPPED
    assert [text[s:e] for s, e in paragraphs(text)][:2] == ["Column hit near Arlo", "By A. Mora"]


def test_sentence_broken_by_one_line_break_is_joined() -> None:
    text = "The regional governor told the reporters on Monday\nthat two men had died."
    assert len(split(text)) == 1


def test_furniture_is_left_out_and_parts_are_kept_apart() -> None:
    text = "Town falls Share this Two men died"
    parts = (Part(0, 10, PartKind.HEADLINE), Part(11, 21, PartKind.FURNITURE), Part(22, 34, PartKind.BODY))
    found = [(text[s.start : s.end], s.part) for s in split(text, parts)]
    assert found == [("Town falls", PartKind.HEADLINE), ("Two men died", PartKind.BODY)]


def test_text_between_parts_is_body() -> None:
    text = "Town falls. Two men died."
    found = [(text[s.start : s.end], s.part) for s in split(text, (Part(0, 11, PartKind.HEADLINE),))]
    assert found[1] == ("Two men died.", PartKind.BODY)


@pytest.mark.parametrize("unit", [".", "A. ", "(", '"', "\n", "a ", "U.S. "])
def test_long_runs_of_one_mark_take_no_quadratic_time(unit: str) -> None:
    text = unit * 30_000  # with a quadratic pattern this would run for minutes
    assert sum(s.end - s.start for s in split(text)) <= len(text)


@given(st.text(max_size=300) | st.text('aBc.?!"” \n\r1U', max_size=80))
def test_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    sentences = split(text)
    position = 0
    for index, sentence in enumerate(sentences):
        assert sentence.index == index
        assert position <= sentence.start < sentence.end <= len(text)
        assert text[position : sentence.start].strip() == ""
        position = sentence.end
    assert text[position:].strip() == ""
