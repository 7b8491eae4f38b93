# ruff: noqa: E501 -- a table reads best with one row a line
"""More ways of saying when: (phenomenon, sentence, words, TIMEX value, days), as in test_dates.

Each report is of Thursday 16 May 2019. Days: "start..end", "=" one day as in the value, "-" unknown.
"""

from __future__ import annotations

import pytest

from test_dates import days, resolved

ROWS: list[tuple[str, str, str, str, str]] = [
    # ---- what a clause plans, and what it tells
    ("agreed to with a verb", "The two sides agreed to meet on Saturday.", "Saturday", "2019-05-18", "="),
    ("agreed to with a noun of the past", "They agreed a truce on Monday.", "Monday", "2019-05-13", "="),
    ("decided to", "The council decided to close the road on Friday.", "Friday", "2019-05-17", "="),
    ("vowed to", "The rebels vowed to return on Sunday.", "Sunday", "2019-05-19", "="),
    ("threatened to", "The union threatened to strike on Monday.", "Monday", "2019-05-20", "="),
    ("pledged to", "The envoy pledged to visit Orsk on Tuesday.", "Tuesday", "2019-05-21", "="),
    ("is to", "The envoy is to visit Orsk on Tuesday.", "Tuesday", "2019-05-21", "="),
    ("are to", "The two are to meet on Friday.", "Friday", "2019-05-17", "="),
    ("set for", "The vote is set for Sunday.", "Sunday", "2019-05-19", "="),
    ("set to", "The truce was set to begin on Saturday.", "Saturday", "2019-05-18", "="),
    ("set, a verb of the past", "Raiders set the mill on fire on Monday.", "Monday", "2019-05-13", "="),
    ("likely to", "Rain is likely to fall on Friday.", "Friday", "2019-05-17", "="),
    ("due", "The convoy is due in Orsk on Saturday.", "Saturday", "2019-05-18", "="),
    ("had been due", "The truce had been due to expire on Tuesday.", "Tuesday", "2019-05-14", "="),
    ("begins", "The holy month begins on Sunday.", "Sunday", "2019-05-19", "="),
    ("expires", "The deadline expires on Saturday.", "Saturday", "2019-05-18", "="),
    ("resumes", "The trial resumes on Monday.", "Monday", "2019-05-20", "="),
    ("do not plan to", "They do not plan to leave on Friday.", "Friday", "2019-05-17", "="),
    ("as planned", "The attack began as planned on Saturday.", "Saturday", "2019-05-11", "="),
    ("as previously planned", "They let the assault begin as previously planned on Saturday.", "Saturday", "2019-05-11", "="),
    ("would", "The governor said he would speak on Friday.", "Friday", "2019-05-17", "="),
    ("postponed until", "The court postponed the hearing until Tuesday.", "Tuesday", "2019-05-21", "="),
    ("adjourned to", "The trial was adjourned to Monday.", "Monday", "2019-05-20", "="),
    ("extended until", "The truce was extended until Saturday.", "Saturday", "2019-05-18", "="),
    ("delayed until", "The vote has been delayed until Sunday.", "Sunday", "2019-05-19", "="),
    ("remanded until", "The four were remanded in custody until Friday.", "Friday", "2019-05-17", "="),
    ("postponed, day of the decision", "The court postponed the hearing on Tuesday.", "Tuesday", "2019-05-14", "="),
    ("lasted until", "The fighting lasted until Tuesday.", "Tuesday", "2019-05-14", "="),
    ("the saying is past, the plan is not", "He said on Monday that talks would open on Friday.", "Monday", "2019-05-13", "="),
    ("plan behind the saying", "He said on Monday that talks would open on Friday.", "Friday", "2019-05-17", "="),
    ("killed before a plan", "Two men were killed on Monday and will be buried on Friday.", "Monday", "2019-05-13", "="),
    ("plan after the killed", "Two men were killed on Monday and will be buried on Friday.", "Friday", "2019-05-17", "="),
    ("not the day after tomorrow's name", "Gunmen fired on the post on Saturday.", "Saturday", "2019-05-11", "="),
    ("United is no verb", "The United Front would meet on Saturday.", "Saturday", "2019-05-18", "="),
    ("shall", "They shall answer on Friday.", "Friday", "2019-05-17", "="),
    ("'ll", "We'll see them on Saturday.", "Saturday", "2019-05-18", "="),
    ("ahead of", "Police closed the roads ahead of the vote scheduled for Sunday.", "Sunday", "2019-05-19", "="),
    ("date planned just past", "They must leave by 15 May, he had said.", "15 May", "2019-05-15", "="),
    ("date planned ahead", "The force will leave by 1 June.", "1 June", "2019-06-01", "="),
    ("date planned over the new year", "The force will leave by 1 January.", "1 January", "2020-01-01", "="),
    ("past date near ahead by a slip of tense", "The trial was fixed for 3 June.", "3 June", "2019-06-03", "="),
    ("month ahead by until", "He was given until June to answer.", "June", "2019-06", "2019-06-01..2019-06-30"),
    ("month ahead by will", "The troops will go home in September.", "September", "2019-09", "2019-09-01..2019-09-30"),
    ("month past", "The town fell in September.", "September", "2018-09", "2018-09-01..2018-09-30"),
    ("month of the report", "The town fell in May.", "May", "2019-05", "2019-05-01..2019-05-31"),
    ("month just before", "The town fell in April.", "April", "2019-04", "2019-04-01..2019-04-30"),
    ("agreed to in a month", "They agreed to sell the mill in July.", "July", "2019-07", "2019-07-01..2019-07-31"),
    ("year told for one thing, a plan for another", "Arlo, founded in 2017, will hold a feast on 2 June.", "2 June", "2019-06-02", "="),
    ("year told for the day", "In 2017 Arlo was shelled on 2 June.", "2 June", "2017-06-02", "="),
    # ---- days counted from what was told
    ("previous weekday", "It was hit on 8 May. The raid of the previous Friday was worse.", "the previous Friday", "2019-05-03", "="),
    ("following weekday", "It fell on 8 May. The following Friday they came back.", "The following Friday", "2019-05-10", "="),
    ("following month", "It fell on 8 March. It was retaken the following month.", "the following month", "2019-04", "2019-04-01..2019-04-30"),
    ("following week", "It fell on 8 May. It was retaken the following week.", "the following week", "2019-W20", "2019-05-13..2019-05-19"),
    ("three days later", "It fell on 8 May. Three days later it was retaken.", "Three days later", "2019-05-11", "="),
    ("two days earlier", "The raid was on 8 May. Two days earlier a patrol had been hit.", "Two days earlier", "2019-05-06", "="),
    ("a day earlier", "The raid was on 8 May. A day earlier a patrol had been hit.", "A day earlier", "2019-05-07", "="),
    ("the day before, told", "The raid was on 8 May. They had met the day before.", "the day before", "2019-05-07", "="),
    ("the day after, told", "The raid was on 8 May. They met the day after.", "the day after", "2019-05-09", "="),
    ("the night before, told", "The raid was on 8 May. They had met the night before.", "the night before", "2019-05-07TNI", "2019-05-07"),
    ("the previous night", "The raid was on 8 May. The previous night two men had been shot.", "The previous night", "2019-05-07TNI", "2019-05-07"),
    ("the same evening", "The raid was on 8 May. The same evening two men were shot.", "The same evening", "2019-05-08TEV", "2019-05-08"),
    ("that afternoon", "The raid was on 8 May. That afternoon two men were shot.", "That afternoon", "2019-05-08TAF", "2019-05-08"),
    ("that week", "The raid was on 8 May. That week two men were shot.", "That week", "2019-W19", "2019-05-06..2019-05-12"),
    ("that month", "The raid was on 8 March. That month two men were shot.", "That month", "2019-03", "2019-03-01..2019-03-31"),
    ("that year", "The raid was in 2016. That year two men were shot.", "That year", "2016", "2016-01-01..2016-12-31"),
    ("later that day", "The raid was on 8 May. Later that day two men were shot.", "Later that day", "2019-05-08", "="),
    ("earlier that week", "The raid was on 8 May. Earlier that week two men were shot.", "Earlier that week", "2019-W19", "2019-05-06..2019-05-12"),
    ("a week later", "The raid was on 1 May. A week later the post was empty.", "A week later", "2019-W19", "2019-05-06..2019-05-12"),
    ("a month later", "The raid was on 1 March. A month later the post was empty.", "A month later", "2019-04", "2019-04-01..2019-04-30"),
    ("a year later", "The raid was in 2015. A year later the post was empty.", "A year later", "2016", "2016-01-01..2016-12-31"),
    ("the eve, told", "The vote was on 8 May. Two men were shot on the eve.", "the eve", "2019-05-07", "="),
    ("anchor moves on", "It began on 1 May. Two days later it spread. The next day it ended.", "The next day", "2019-05-04", "="),
    ("saying does not move the anchor", "It fell on 1 May, an officer said on Monday. A day later it burned.", "A day later", "2019-05-02", "="),
    ("plan does not move the anchor", "It fell on 1 May. Talks will open on Monday. The next day it burned.", "The next day", "2019-05-02", "="),
    # ---- in the week, in the day
    ("earlier in the week", "Earlier in the week two men were shot.", "Earlier in the week", "2019-W20", "2019-05-13..2019-05-16"),
    ("later in the week", "Talks will open later in the week.", "later in the week", "2019-W20", "2019-05-16..2019-05-19"),
    ("earlier in the month", "Earlier in the month two men were shot.", "Earlier in the month", "2019-05", "2019-05-01..2019-05-16"),
    ("late in the year", "Late in the year the pass will close.", "Late in the year", "2019", "2019-09-01..2019-12-31"),
    ("early in the year", "It was seized early in the year.", "early in the year", "2019", "2019-01-01..2019-04-30"),
    ("earlier in the day, told", "It fell on Wednesday. Earlier in the day it had been shelled.", "Earlier in the day", "2019-05-15", "="),
    ("earlier in the day, not told", "Earlier in the day it had been shelled.", "Earlier in the day", "2019-05-16", "="),
    ("earlier on the day", "It fell on Wednesday. Earlier on the day it had been shelled.", "Earlier on the day", "2019-05-15", "="),
    ("earlier in the day after old history", "In that war it fell on 8 May 2011. Earlier in the day police had shut the road.", "Earlier in the day", "2019-05-16", "="),
    ("late in the evening", "It fell on Wednesday. Late in the evening it was shelled.", "Late in the evening", "2019-05-15TEV", "2019-05-15"),
    ("earlier this week", "Two men were shot earlier this week.", "earlier this week", "2019-W20", "2019-05-13..2019-05-16"),
    ("later this week", "Talks will open later this week.", "later this week", "2019-W20", "2019-05-16..2019-05-19"),
    ("earlier this month", "Two men were shot earlier this month.", "earlier this month", "2019-05", "2019-05-01..2019-05-16"),
    ("earlier this year", "Two men were shot earlier this year.", "earlier this year", "2019", "2019-01-01..2019-05-16"),
    ("early this week", "Two men were shot early this week.", "early this week", "2019-W20", "2019-05-13..2019-05-15"),
    ("early last month", "Two men were shot early last month.", "early last month", "2019-04", "2019-04-01..2019-04-10"),
    ("late last month", "Two men were shot late last month.", "late last month", "2019-04", "2019-04-20..2019-04-30"),
    ("late last year", "Two men were shot late last year.", "late last year", "2018", "2018-09-01..2018-12-31"),
    ("end of last week", "Two men were shot at the end of last week.", "the end of last week", "2019-W19", "2019-05-10..2019-05-12"),
    ("start of the year", "It was seized at the start of the year.", "the start of the year", "2019", "2019-01-01..2019-04-30"),
    ("mid week parts", "It was taken in the middle of last week.", "the middle of last week", "2019-W19", "2019-05-08..2019-05-10"),
    # ---- nights and hours
    ("overnight said on a day", "Nine men were shot overnight, officials said on Sunday.", "overnight", "2019-05-11TNI", "2019-05-11..2019-05-12"),
    ("overnight into", "Nine men were shot overnight into Sunday.", "overnight into Sunday", "2019-05-12TNI", "2019-05-12"),
    ("late on", "Nine men were shot late on Sunday.", "Sunday", "2019-05-12", "="),
    ("late bare weekday", "Nine men were shot late Sunday.", "late Sunday", "2019-05-12", "="),
    ("early bare weekday", "Nine men were shot early Sunday.", "early Sunday", "2019-05-12", "="),
    ("early hours of a weekday", "Nine men were shot in the early hours of Sunday.", "the early hours of Sunday", "2019-05-12TMO", "2019-05-12"),
    ("weekday night", "Nine men were shot on Sunday night.", "Sunday night", "2019-05-12TNI", "2019-05-12"),
    ("night of weekday", "Nine men were shot on the night of Sunday.", "the night of Sunday", "2019-05-12TNI", "2019-05-12"),
    ("night of a date", "Nine men were shot on the night of 12 May.", "the night of 12 May", "2019-05-12TNI", "2019-05-12"),
    ("yesterday afternoon late", "Nine men were shot late yesterday.", "late yesterday", "2019-05-15", "="),
    ("mid-afternoon yesterday", "Nine men were shot at mid-afternoon yesterday.", "mid-afternoon yesterday", "2019-05-15TAF", "2019-05-15"),
    ("dawn on weekday", "Nine men were shot at dawn on Sunday.", "dawn on Sunday", "2019-05-12TMO", "2019-05-12"),
    ("clock on weekday", "It was shelled at 04:15 on Tuesday.", "04:15 on Tuesday", "2019-05-14T04:15", "2019-05-14"),
    ("clock on weekday, half day", "It was shelled at 11 p.m. on Tuesday.", "11 p.m. on Tuesday", "2019-05-14T23:00", "2019-05-14"),
    ("noon on weekday", "It was shelled about noon on Tuesday.", "about noon on Tuesday", "2019-05-14T12:00", "2019-05-14"),
    # ---- weekdays with dates
    ("weekday and date agree", "It was shelled on Sunday 5 May.", "Sunday 5 May", "2019-05-05", "="),
    ("weekday fits another year", "It was shelled on Sunday 6 May.", "Sunday 6 May", "2018-05-06", "="),
    ("weekday fits no year near", "It was shelled on Friday 5 May.", "Friday 5 May", "2017-05-05", "="),
    ("weekday against a full date", "It was shelled on Friday 5 May 2019.", "Friday 5 May 2019", "2019-05-05", "="),
    ("weekday, ordinal", "It was shelled on Sunday the 5th of May.", "Sunday the 5th of May", "2019-05-05", "="),
    ("weekday, month first", "It was shelled on Sunday, May 5.", "Sunday, May 5", "2019-05-05", "="),
    ("last with a date", "It was shelled last May 5.", "last May 5", "2019-05-05", "="),
    # ---- ranges and stretches
    ("days joined by and", "It was shelled on 3 and 4 May.", "3 and 4 May", "2019-05-03", "2019-05-03..2019-05-04"),
    ("from to", "It was shelled from 3 to 8 May.", "3 to 8 May", "2019-05-03", "2019-05-03..2019-05-08"),
    ("weekday to weekday", "It was shelled from Monday to Wednesday.", "Monday to Wednesday", "2019-05-13", "2019-05-13..2019-05-15"),
    ("past two weeks", "It was shelled over the past two weeks.", "the past two weeks", "P2W", "2019-05-02..2019-05-16"),
    ("last ten days", "It was shelled over the last ten days.", "the last ten days", "P10D", "2019-05-06..2019-05-16"),
    ("recent days", "It was shelled in recent days.", "recent days", "PXD", "2019-05-09..2019-05-16"),
    ("recent weeks", "It was shelled in recent weeks.", "recent weeks", "PXW", "2019-04-11..2019-05-16"),
    ("since weekday", "It has been shelled since Friday.", "Friday", "2019-05-10", "2019-05-10..2019-05-16"),
    ("since date", "It has been shelled since 3 May.", "3 May", "2019-05-03", "2019-05-03..2019-05-16"),
    ("since month", "It has been shelled since March.", "March", "2019-03", "2019-03-01..2019-05-16"),
    ("since year", "It has been shelled since 2016.", "2016", "2016", "2016-01-01..2019-05-16"),
    ("coming days", "Troops will come in the next three days.", "the next three days", "P3D", "2019-05-16..2019-05-19"),
    ("day-long", "A day-long fight ended.", "A day-long", "P1D", "-"),
    ("week-long", "A week-long siege ended.", "A week-long", "P1W", "-"),
    ("months-long", "A months-long siege ended.", "A months-long", "PXM", "-"),
    # ---- ago
    ("a week or so ago", "It fell a week or so ago.", "a week or so ago", "2019-W19", "2019-05-08..2019-05-10"),
    ("a year or two ago", "It fell a year or two ago.", "a year or two ago", "2018", "2018-01-01..2018-12-31"),
    ("three weeks ago", "It fell three weeks ago.", "three weeks ago", "2019-W17", "2019-04-22..2019-04-28"),
    ("two months ago", "It fell two months ago.", "two months ago", "2019-03", "2019-03-01..2019-03-31"),
    ("four years ago", "It fell four years ago.", "four years ago", "2015", "2015-01-01..2015-12-31"),
    ("a decade ago", "It fell a decade ago.", "a decade ago", "2009", "2009-01-01..2009-12-31"),
    ("hours ago", "It fell three hours ago.", "three hours ago", "2019-05-16", "="),
    # ---- feasts that move
    ("Ramadan of the year", "It was shelled during Ramadan 2018.", "Ramadan 2018", "2018-05", "2018-05-16..2018-06-14"),
    ("feast by its name", "It was shelled on Eid al-Fitr last year.", "Eid al-Fitr last year", "2018-06-15", "2018-06-15..2018-06-17"),
    ("Easter Sunday", "It was bombed on Easter Sunday.", "Easter Sunday", "2019-04-21", "="),
    ("Good Friday", "It was bombed on Good Friday.", "Good Friday", "2019-04-19", "="),
    ("Nowruz", "It was bombed on Nowruz.", "Nowruz", "2019-03-21", "="),
    ("Christmas past", "It was bombed on Christmas Day.", "Christmas Day", "2018-12-25", "="),
    ("Christmas ahead", "It will open by Christmas.", "Christmas", "2019-12-25", "="),
    # ---- years, quarters, spoken years
    ("the quarter of a year", "It fell in the 2018 third quarter.", "the 2018 third quarter", "2018-Q3", "2018-07-01..2018-09-30"),
    ("next year's first quarter", "It will open in next year's first quarter.", "next year's first quarter", "2020-Q1", "2020-01-01..2020-03-31"),
    ("year-ago quarter", "In the first quarter it sank. In the year-ago quarter it rose.", "the year-ago quarter", "2018-Q1", "2018-01-01..2018-03-31"),
    ("year-earlier period", "In the first quarter it sank. In the year-earlier period it rose.", "the year-earlier period", "2018-Q1", "2018-01-01..2018-03-31"),
    ("period of a year", "In the first quarter it sank. In the 2018 period it rose.", "the 2018 period", "2018-Q1", "2018-01-01..2018-03-31"),
    ("nine months end the quarter", "In the first quarter it sank. For nine months it rose from a year earlier.", "a year earlier", "2018", "2018-01-01..2018-12-31"),
    ("spoken month and year", "It fell in May nineteen ninety-six.", "May nineteen ninety-six", "1996-05", "1996-05-01..1996-05-31"),
    ("spoken season and year", "It fell in the winter of nineteen ninety-four.", "the winter of nineteen ninety-four", "1994-WI", "1994-12-01..1995-02-28"),
    ("spoken decade year", "It fell in nineteen eighty.", "nineteen eighty", "1980", "1980-01-01..1980-12-31"),
]  # fmt: skip

NOT_DATES: list[tuple[str, str]] = [
    ("third battalion", "The 3rd Battalion took the hill."),
    ("brigade named for a day", "The May 20 Brigade took the hill."),
    ("second, of order", "A second shell hit the mill."),
    ("march of soldiers", "The soldiers' march to the river began."),
    ("may as a verb, then a place", "Rebels may Orsk not enter."),
    ("regiment", "The 14th Regiment held the ford."),
    ("seat of the house", "The two-year-old girl was found."),
    ("ages joined", "A boy of 12 years old was hurt."),
    ("month-old baby", "A six-month-old baby was hurt."),
    ("quarter of the city", "Shells hit the Armenian quarter."),
    ("morning in a name", "He works for the Morning Star."),
    ("road number", "The RN15 was cut."),
    ("calibre", "A 122 mm rocket hit the mill."),
    ("resolution of a year's form", "They cited paragraph 2030."),
    ("resolution", "Resolution 1973 was adopted."),
    ("hill by its height", "They held Hill 1937."),
    ("flight", "Flight 2019 was turned back."),
    ("brigade named for a date", "The 20 May Brigade took the hill."),
    ("movement named for a date", "The April 6 Movement called for calm."),
    ("second of a rank", "The second lieutenant was hurt."),
    ("walk that is to be", "They planned a march to the square."),
    ("spring of water, the", "They drank from the spring of the village."),
]


@pytest.mark.parametrize(
    ("phenomenon", "sentence", "words", "value", "expected"), ROWS, ids=[r[0] for r in ROWS]
)
def test_phenomenon(phenomenon: str, sentence: str, words: str, value: str, expected: str) -> None:
    mentions = {m.text: m for m in resolved(sentence)}
    assert words in mentions, f"{phenomenon}: found {list(mentions)}"
    mention = mentions[words]
    assert mention.timex is not None
    assert (mention.timex.value, days(mention)) == (value, value if expected == "=" else expected)


@pytest.mark.parametrize(("phenomenon", "sentence"), NOT_DATES, ids=[r[0] for r in NOT_DATES])
def test_no_time(phenomenon: str, sentence: str) -> None:
    assert [m.text for m in resolved(sentence)] == [], phenomenon


def test_every_phenomenon_has_its_own_name() -> None:
    for names in ([r[0] for r in ROWS], [r[0] for r in NOT_DATES]):
        assert len(names) == len(set(names))
