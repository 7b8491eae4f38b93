# ruff: noqa: E501 -- a table reads best with one row a line
"""On which day each event of an invented report is put: (phenomenon, text, type, day or "start..end").

The reports are of Friday 17 May 2019 unless a row names another day.
"""

from __future__ import annotations

import pytest

from extract_cases import PUBLISHED, events

BLAST = "A bomb killed two guards in Farah"
ROWS: list[tuple[str, str, str, str]] = [
    # ---- the day of the act against the day of saying
    ("act and saying", f"{BLAST} on Monday, police said on Wednesday.", "ied", "2019-05-13"),
    ("saying first", "Police said on Wednesday that a bomb had killed two guards in Farah on Monday.", "ied", "2019-05-13"),
    ("saying in a message", "In a statement issued on Wednesday, police said a bomb killed two guards in Farah on Monday.", "ied", "2019-05-13"),
    ("act in the next sentence", f"{BLAST}, officials said on Wednesday.\n\nThe device went off late on Tuesday as the men changed shifts.", "ied", "2019-05-14"),
    ("attackers came", "Gunmen killed nine villagers in Farah, the governor said on Wednesday.\n\nThe attackers came on Monday evening, he said.", "attack", "2019-05-13"),
    ("two sentences on", f"{BLAST}, officials said on Wednesday.\n\nBoth were fathers of three.\n\nThe blast shook the town on Tuesday at noon.", "ied", "2019-05-14"),
    ("told by a person, yesterday", "Gunmen killed nine villagers in Farah on Monday, elders told us yesterday.", "attack", "2019-05-13"),
    ("rival toll in a message", "Militants killed nine soldiers near Farah on Monday, the army said.\n\nIn an audio message sent on Thursday evening, the Taliban said its men had killed 30 soldiers near Farah.", "armed_clash", "2019-05-13"),
    ("died later of wounds", "A nurse died on Thursday of wounds from the bomb that killed two teachers in Farah on 14 May.", "ied", "2019-05-14"),
    ("not clear on a day", "Gunmen killed nine villagers in Farah on Monday.\n\nIt was not clear on Thursday who had sent the gunmen.", "attack", "2019-05-13"),
    ("past of the place", "Shells hit Farah on Monday, where a riot last month left nine dead.", "shelling", "2019-05-13"),
    ("fight of the place since", "Some 400 people fled Farah, where gunmen have since Wednesday been attacking villages.", "displacement", "2019-05-15..2019-05-17"),
    ("rival toll, day of the act in two paragraphs", "Gunmen killed nine soldiers near Farah, police said on Wednesday.\n\nThe column was hit on Monday near the ford.\n\nIn an audio message on Thursday the Taliban said its men had killed 30 soldiers near Farah.", "armed_clash", "2019-05-13"),
    # ---- the day before an event in its paragraph
    ("day of the sentence before", "On Tuesday evening a bus was held up at the bridge in Farah. Two women were abducted by gunmen, passengers said.", "abduction", "2019-05-14"),
    ("column that left on a day", "The soldiers left Farah on Wednesday to relieve the village. They were ambushed near Herat and two soldiers were killed.", "armed_clash", "2019-05-15"),
    ("saying before is no day of the act", "The governor spoke to reporters on Thursday. Gunmen killed two nurses in Farah on Monday.", "attack", "2019-05-13"),
    ("old history beside it", "On 11 June 2016 the village of Farah lost eight sons. Gunmen killed two nurses there on Monday.", "attack", "2019-05-13"),
    # ---- nights and hours
    ("overnight", "Shells killed four villagers in Farah overnight.", "shelling", "2019-05-16..2019-05-17"),
    ("overnight, said on a day", "Shells killed four villagers in Farah overnight, officials said on Wednesday.", "shelling", "2019-05-14..2019-05-15"),
    ("overnight from to", "Shells killed four villagers in Farah overnight from Tuesday to Wednesday.", "shelling", "2019-05-14..2019-05-15"),
    ("late on a day", "Shells killed four villagers in Farah late on Tuesday.", "shelling", "2019-05-14"),
    ("last night", "Shells killed four villagers in Farah last night.", "shelling", "2019-05-16"),
    ("early hours of a weekday", "In the early hours of Wednesday, gunmen killed a nurse in Farah.", "attack", "2019-05-15"),
    ("before dawn on", "Before dawn on Wednesday, gunmen killed a nurse in Farah.", "attack", "2019-05-15"),
    ("this morning", "A bomb killed two guards in Farah this morning.", "ied", "2019-05-17"),
    # ---- counted days
    ("day earlier", "A bomb killed two guards in Farah on Wednesday. A day earlier, gunmen had abducted a teacher in Herat.", "abduction", "2019-05-14"),
    ("two days later", "A bomb killed two guards in Farah on Monday. Two days later, gunmen abducted a teacher in Herat.", "abduction", "2019-05-15"),
    ("previous night", "A bomb killed two guards in Farah on Wednesday. The previous night, gunmen had abducted a teacher in Herat.", "abduction", "2019-05-14"),
    ("next day", "A bomb killed two guards in Farah on Monday. The next day, gunmen abducted a teacher in Herat.", "abduction", "2019-05-14"),
    ("earlier that day", "A bomb killed two guards in Farah on Monday. Earlier that day, gunmen had abducted a teacher in Herat.", "abduction", "2019-05-13"),
    ("two days ago", "Gunmen abducted a teacher in Herat two days ago.", "abduction", "2019-05-15"),
    ("earlier this week", "Gunmen abducted a teacher in Herat earlier this week.", "abduction", "2019-05-13..2019-05-17"),
    ("earlier in the week", "Earlier in the week, gunmen abducted a teacher in Herat.", "abduction", "2019-05-13..2019-05-17"),
    ("last week", "Gunmen abducted a teacher in Herat last week.", "abduction", "2019-05-06..2019-05-12"),
    # ---- taken on from what was told, or not
    ("next sentence without a day", "A bomb killed two guards in Farah on Monday. Police arrested four men near the market of Farah.", "arrests", "2019-05-13"),
    ("separate incident with its own day", "A bomb killed two guards in Farah on Monday.\n\nSeparately, gunmen abducted a teacher in Herat on Wednesday.", "abduction", "2019-05-15"),
    ("also on the same day", "A bomb killed two guards in Farah on Monday.\n\nAlso on Monday, gunmen abducted a teacher in Herat.", "abduction", "2019-05-13"),
    ("same day", "A bomb killed two guards in Farah on Monday.\n\nThe same day, gunmen abducted a teacher in Herat.", "abduction", "2019-05-13"),
    # ---- calendars
    ("weekday and date", "Gunmen abducted a teacher in Herat on Tuesday, 14 May.", "abduction", "2019-05-14"),
    ("date in brackets", "Gunmen abducted a teacher in Herat on Tuesday (14 May).", "abduction", "2019-05-14"),
    ("full date", "On May 9, 2019, gunmen abducted a teacher in Herat.", "abduction", "2019-05-09"),
    ("on the tenth", "On 10 May gunmen abducted a teacher in Herat.", "abduction", "2019-05-10"),
    ("range of days", "Between 6 and 9 May gunmen abducted four teachers in Herat.", "abduction", "2019-05-06..2019-05-09"),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "text", "kind", "day"), ROWS, ids=[r[0] for r in ROWS])
def test_day_of_the_event(phenomenon: str, text: str, kind: str, day: str) -> None:
    found = [a for a in events(text, PUBLISHED) if a.type == kind]
    days = {
        f"{a.date.start}" if a.date.start == a.date.end else f"{a.date.start}..{a.date.end}" for a in found
    }
    assert days == {day}, phenomenon


LIVE = (
    "Valley live: shells hit Farah\n\n17 May 2019\n\n"
    "16:40\nRoad open again\nThe road to the ford is open again, the council says.\n\n"
    "15:31\nTents hit\nAt least 11 people were killed when shells landed among tents in Farah.\n\n"
    "14:05\nGood afternoon\nWelcome to our page on the valley.\n\n"
    "12:20\nBridge closed\nPolice have closed the bridge, a driver says.\n"
)


def test_has_launched_is_of_the_day_that_the_report_prints() -> None:
    text = "FARAH, May 17, 2019 - The army has launched air raids on Farah, residents say."
    assert [str(a.date.start) for a in events(text, None)] == ["2019-05-17"]


def test_an_entry_of_a_live_page_is_of_its_day() -> None:
    found = [a for a in events(LIVE, None) if a.deaths]
    assert [str(a.date.start) for a in found] == ["2019-05-17"]
    quotes = [e.quote for a in found for e in a.evidence if e.field == "date"]
    assert all(q and q in LIVE for q in quotes)


def test_every_row_has_its_own_name() -> None:
    assert len({r[0] for r in ROWS}) == len(ROWS)
