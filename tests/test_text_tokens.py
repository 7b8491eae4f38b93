# ruff: noqa: E501 -- a table reads best with one row a line
"""Tokens: a table of phenomena, and what must hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.text.tokens import tokenize

ROWS = [
    ("possessive", "the rebels' camp near Gao's bridge", "the rebels ' camp near Gao 's bridge"),
    ("curly possessive", "Gao’s market", "Gao ’s market"),
    ("negation", "They didn't stay, couldn’t leave.", "They did n't stay , could n’t leave ."),
    ("cannot", "We cannot say", "We can not say"),
    ("other clitics", "They've said we'll see; I'm here", "They 've said we 'll see ; I 'm here"),
    ("ayn within a name", "Ba'ath men in Sana'a and Shi’ite quarters", "Ba'ath men in Sana'a and Shi’ite quarters"),
    ("range of counts", "6,000-8,000 men", "6,000 - 8,000 men"),
    ("range with a dash", "70–75 per cent", "70 – 75 per cent"),
    ("acronym with stops", "the U.S.-led force and the U.S. Army", "the U.S.-led force and the U.S. Army"),
    ("acronym at the end", "They met the P.K.K.", "They met the P.K.K."),
    ("rank", "Lt. Gen. Omar Diallo and Sgt. Bah", "Lt. Gen. Omar Diallo and Sgt. Bah"),
    ("month", "on Jan. 5 and Sept. 12", "on Jan. 5 and Sept. 12"),
    ("number", "No. 3 of 4.5 tonnes", "No. 3 of 4.5 tonnes"),
    ("clock with stops", "at 5 a.m. on Friday", "at 5 a.m. on Friday"),
    ("clock with a colon", "at 17:42 or 18h04", "at 17:42 or 18h04"),
    ("unit without a blank", "60km away, 5pm, 120mm", "60 km away , 5 pm , 120 mm"),
    ("ordinal and decade", "the 7th of the 1990s, 21st", "the 7th of the 1990s , 21st"),
    ("hyphenated age", "a 20-year-old and a 16-seat van", "a 20-year-old and a 16-seat van"),
    ("aircraft", "two Su-24s and an MQ-9, M16s", "two Su-24s and an MQ-9 , M16s"),
    ("hyphenated name", "al-Hasan of Deir el-Zor", "al-Hasan of Deir el-Zor"),
    ("money", "K3,000 and $5,000 and Rs.500", "K3,000 and $ 5,000 and Rs. 500"),
    ("per cent", "about 85% of it", "about 85 % of it"),
    ("date in figures", "on 02/03/2011 or 2011-03-02", "on 02/03/2011 or 2011-03-02"),
    ("quotes and brackets", '("Go!" he said)', '( " Go ! " he said )'),
    ("dashes", "Makmur -- a base — fell", "Makmur -- a base — fell"),
    ("ellipsis", "he waited... then left", "he waited ... then left"),
    ("censored word", "two ki*lled by I*S cells", "two ki*lled by I*S cells"),
    ("sentences glued together", "in the spring.The army", "in the spring . The army"),
    ("web address", "see https://ex.org/a?b=1, and @name", "see https://ex.org/a?b=1 , and @name"),
    ("slash", "the PRF/PMU force", "the PRF / PMU force"),
    ("dotted capital I", "İzmir'de Şırnak", "İzmir'de Şırnak"),
    ("Arabic script", "قُتل جنديان في حلب.", "قُتل جنديان في حلب ."),
    ("last stop is its own", "He met the Gen.", "He met the Gen ."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS])
def test_cuts_as_the_treebank_does(text: str, expected: str) -> None:
    assert [token.text for token in tokenize(text)] == expected.split(" ")


def test_positions_count_from_the_beginning_of_the_text() -> None:
    text = "Two dead. Six hurt in Gao."
    tokens = tokenize(text, 10, len(text))
    assert [(t.start, t.text) for t in tokens][:2] == [(10, "Six"), (14, "hurt")]


@given(st.text(max_size=200) | st.text("aB'’.-,*12: \n", max_size=60))
def test_tokens_are_in_order_and_leave_out_only_blanks(text: str) -> None:
    tokens = tokenize(text)
    position = 0
    for token in tokens:
        assert text[position : token.start].strip() == ""
        assert token.start < token.end
        assert token.text == text[token.start : token.end]
        position = token.end
    assert text[position:].strip() == ""
