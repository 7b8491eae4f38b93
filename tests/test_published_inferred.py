# ruff: noqa: E501 -- a table reads best with one row a line
"""The day of publication inferred from the text: limits and fits, what they leave, and when they leave nothing."""

from __future__ import annotations

from datetime import date

import pytest

from crossbearing.flow.coding import annotate
from crossbearing.model import Basis, Published, RawReport
from crossbearing.vocab.known_events import events_named, known_events, offices_named, terms

MORE = (
    "Nobody has claimed the blast, but the army says that rebels mined the road after they had left the town, and"
    " the governor promised that engineers would search it."
)


def published(text: str, foot: str = "") -> Published:
    report = annotate(
        RawReport("r", f"Mine kills three on the road to Arlo\n\n{text}\n\n{MORE}\n\n{foot}\n")
    ).report
    for candidate in (report.published, *report.published.candidates):
        for evidence in candidate.evidence:
            assert report.text[evidence.start : evidence.end] == evidence.quote
    return report.published


BOGOTA = "The rebels had attacked the police academy in Bogota with a car bomb on Jan. 17."

# (phenomenon, text, foot of the page, first day, last day)
LEFT = [
    ("a dated event, weekday news", "Two soldiers were killed in Anbar on Tuesday, police said. Shops had opened again after the liberation of Ramadi on Dec. 28.", "", "2016-01-04", "2016-06-25"),
    ("a dated event of the running year", f"Two soldiers were killed near Cucuta on Friday, police said. {BOGOTA}", "", "2019-01-24", "2019-12-31"),
    ("dateline completes the year", f"ARLO, March 3 (NWP) - Two soldiers were killed on Saturday, police said. {BOGOTA}", "", "2019-03-03", "2019-03-03"),
    ("an event and the copyright", "Two soldiers were killed on Tuesday, police said, weeks after the fall of Avdiivka.", "© 2024 Hill Post", "2024-02-17", "2024-12-31"),
    ("an event and a later clock", "Two soldiers were killed on Tuesday, police said, weeks after the fall of Avdiivka.", "Last updated: 4 May 2024 11:02", "2024-02-17", "2024-05-04"),
    ("an event and a change in the markup", "Two soldiers were killed on Tuesday, police said, weeks after the coup that ousted Bazoum, which saw Bazoum ousted.", "Page last modified 9 September 2023", "2023-07-26", "2023-09-09"),
    ("a term of office", "Two soldiers were killed on Tuesday, acting President Oleksandr Turchynov said. The army had left after the ouster of Viktor Yanukovych.", "", "2014-02-23", "2014-06-07"),
    ("a term of office and an event", "Two soldiers were killed on Tuesday, Prime Minister Boris Johnson said. The city had been quiet since Russia invaded Ukraine.", "", "2022-02-24", "2022-09-06"),
    ("weekday with a date finds its month", "Two soldiers were killed on Tuesday, May 17, the mayor said, after Russia invaded Ukraine. A bridge fell on Monday.", "© 2022 Hill Post", "2022-05-16", "2022-12-31"),
    ("a month told is over", "Two soldiers were killed on Tuesday, police said. The rebels took over towns in March. The war began with Operation 1027.", "Last updated: 30 March 2024 11:02", "2023-10-27", "2024-02-29"),
    ("told with two dates", "Two soldiers were killed on Thursday, police said. The operation to clear the towns of Ambar and Tolud was launched last week. The mayor recalled that the government announced the operation to clear Ambar and Tolud in late April. The rebels have been on the run since the fall of Avdiivka.", "© 2024 Hill Post", "2024-05-02", "2024-05-10"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "foot", "first", "last"), [r[1:] for r in LEFT], ids=[r[0] for r in LEFT])
def test_what_the_limits_leave(text: str, foot: str, first: str, last: str) -> None:
    found = published(text, foot)
    assert (str(found.start), str(found.end), found.basis) == (first, last, Basis.INFERRED), found
    assert found.candidates[0].chosen
    assert "limits in the text" in found.reason


NOTHING = [
    ("no limit at all", "Two soldiers were killed on Tuesday, police said.", "", "Nothing says"),
    ("no upper bound", "Two soldiers were killed on Tuesday, police said, after the fall of Kabul.", "", "not before 2021-08-15"),
    ("no lower bound", "Two soldiers were killed on Tuesday, police said.", "© 2019 Hill Post", "not after 2019-12-31"),
    ("more than a year is left", "Two soldiers were killed on Tuesday, police said, after the fall of Kabul.", "© 2023 Hill Post", "leave 2021-08-15 to 2023-12-31"),
    ("bounds that contradict each other", "Two soldiers were killed on Tuesday, police said, after the fall of Kabul.", "© 2019 Hill Post", "contradicts itself"),
    ("no news: nothing counts from its own day", "Many soldiers were killed in the war after the fall of Avdiivka.", "© 2024 Hill Post", "The text tells only"),
    ("a former holder of an office", "Two soldiers were killed on Tuesday, former President Ashraf Ghani said, after the fall of Kabul.", "", "not before 2021-08-15"),
    ("an office held in a year that is told", "Two soldiers were killed on Tuesday. In 2014, President Hamid Karzai spoke of peace. The market is quiet since the fall of Kabul.", "", "not before 2021-08-15"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "foot", "reason"), [r[1:] for r in NOTHING], ids=[r[0] for r in NOTHING])
def test_where_they_leave_nothing_the_limits_are_kept(text: str, foot: str, reason: str) -> None:
    found = published(text, foot)
    assert (found.start, found.basis) == (None, Basis.UNKNOWN), found.reason
    assert reason in found.reason
    assert not any(c.chosen for c in found.candidates)


MASTHEAD = "HILL POST | Arlo, {} | e-paper\n\nMine kills three on the road to Arlo\n\nStaff Reporter | Arlo | {}\n\nTwo soldiers were killed on {} when a lorry ran over a mine near the market town, police said.\n\n" + MORE  # fmt: skip

OVER = [
    (
        "the day of the paper",
        ("Thursday", "Last Updated : Fri, 17 May 2013 23:10", "Wednesday"),
        "2013-05-16",
    ),
    (
        "the clock of the same day",
        ("Friday", "Last Updated : Fri, 17 May 2013 23:10", "Thursday"),
        "2013-05-17",
    ),
    ("an update of another week", ("Saturday", "Last Updated : Fri, 17 May 2013 23:10", "Friday"), None),
    ("the news of another day", ("Thursday", "Last Updated : Fri, 17 May 2013 23:10", "Friday"), None),
    ("a clock of the site", ("Thursday", "Page loaded Fri, 17 May 2013 23:10", "Wednesday"), None),
]


@pytest.mark.parametrize(("filled", "day"), [r[1:] for r in OVER], ids=[r[0] for r in OVER])
def test_weekday_over_the_page(filled: tuple[str, str, str], day: str | None) -> None:
    report = annotate(RawReport("r", MASTHEAD.format(*filled))).report
    assert str(report.published.start) == str(day)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Nothing has been the same since the fall of Mosul.", "fall of Mosul"),
        ("It came a year after the Oct. 7 attack.", "attack of 7 October"),
        ("Kurdistan held its independence referendum.", "independence referendum of Kurdistan"),
        ("The Houthi rebels overran the capital Sanaa.", "Houthi taking of Sanaa"),
    ],
)
def test_event_is_known_by_its_cue(sentence: str, name: str) -> None:
    named = [(event.name, sentence[a:b]) for event, a, b in events_named(sentence)]
    assert name in [n for n, _ in named]
    assert all(words for _, words in named)


@pytest.mark.parametrize(
    "sentence", ["Mosul is a city.", "They attacked on the 7th.", "The capital fell ill.", ""]
)
def test_no_event(sentence: str) -> None:
    assert not list(events_named(sentence))


def test_known_events_are_in_order_of_their_own_days_and_of_wars_since_1990() -> None:
    assert len(known_events()) > 250
    assert all(date(1990, 1, 1) <= e.first <= e.last for e in known_events())
    assert len({e.name for e in known_events()}) == len(known_events())


OFFICES = [
    ("President Ashraf Ghani spoke.", ["Ashraf Ghani"]),
    ("Former President Ashraf Ghani spoke.", []),
    ("then-President Ashraf Ghani spoke.", []),
    ("President Ashraf Ghani's predecessor spoke.", []),
    ("Ashraf Ghani spoke.", []),
]


@pytest.mark.parametrize(("sentence", "people"), OFFICES)
def test_who_holds_an_office(sentence: str, people: list[str]) -> None:
    assert sorted({term.person for term, _, _ in offices_named(sentence)}) == people


def test_a_year_or_a_month_is_a_term_from_its_first_to_its_last_day() -> None:
    assert all(t.start is None or t.end is None or t.start <= t.end for t in terms())
    (svyrydenko,) = {t for t in terms() if t.person == "Yulia Svyrydenko"}
    assert svyrydenko.start == date(2025, 7, 1)
    (shmyhal,) = {t for t in terms() if t.person == "Denys Shmyhal" and t.role == "prime minister"}
    assert shmyhal.end == date(2025, 7, 31)
