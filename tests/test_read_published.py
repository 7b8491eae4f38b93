# ruff: noqa: E501 -- a table reads best with one row a line
"""When a report was published: a table of the ways in which texts say it, and of what must not be taken for it."""

from __future__ import annotations

from datetime import date

import pytest

from crossbearing.model import Basis, RawReport
from crossbearing.read import read
from crossbearing.read.dateforms import days_written, iso_day

BODY = (
    "Two soldiers and a driver were killed when a lorry ran over a mine near the market town of Arlo, the governor"
    " said, and the road was closed for the rest of the week while engineers searched it.\n\n"
    "Nobody has claimed the blast. The army says that rebels mined the road after they had left the town.\n"
)
HEAD = "Mine kills three near the market of Arlo\n"


def published(text: str, **metadata: str) -> tuple[str, str]:
    found = read(RawReport("r", text, metadata=metadata)).published
    for evidence in found.evidence:
        assert text[evidence.start : evidence.end] == evidence.quote
    return (
        str(found.start) if found.start == found.end else f"{found.start}..{found.end}",
        found.basis.value,
    )


def under(line: str) -> str:
    """A report with one line under its headline."""
    return f"{HEAD}{line}\n\n{BODY}"


STATED = [
    ("agency and day", "NWP , Wednesday 19 Oct 2011", "2011-10-19"),
    ("agency, place and label", "NWP, Arlo · Filed on June 11, 2010 | 2 min read", "2010-06-11"),
    ("time before the day", "04:25 March 9, 2011", "2011-03-09"),
    ("figures with a clock", "07/04/2013 16:20 GMT", "2013-04-07"),
    ("figures with stops", "23.05.2012", "2012-05-23"),
    ("figures, day over 12", "17/09/2014 14:52 GMT", "2014-09-17"),
    ("figures, American zone", "02/08/2013 5:42 PM EST", "2013-02-08"),
    ("figures, month first by need", "09/17/2014", "2014-09-17"),
    ("issued and modified, glued", "Issued on: 02/03/2012 - 11:40Modified: 05/03/2012 - 11:35", "2012-03-02"),
    ("published and updated", "Our Correspondent Published August 18, 2014 Updated August 20, 2014 07:32am", "2014-08-18"),
    ("updated first", "Updated: 3 June 2013 | Published: 1 June 2013", "2013-06-01"),
    ("posted by", "Posted by A. Mora on 3 June 2013", "2013-06-03"),
    ("posted in a section", "Posted on 19/08/2013 at 15h20 in: Roads | Read 112 times", "2013-08-19"),
    ("published with a colon", "Published: Tue 17 Sep 2013, 8:31 PM", "2013-09-17"),
    ("first published", "First published 9 April 2012", "2012-04-09"),
    ("weekday and comma", "Friday, September 20, 2013", "2013-09-20"),
    ("day and author", "Monday, 16 May 2011 | by our special correspondent in Arlo", "2011-05-16"),
    ("short month and author", "Nov. 11, 2010 | By VALLEY NEWS TEAM | 204 shares", "2010-11-11"),
    ("clock, day, zone", "Tue Aug 6, 2013 2:10 PM GMT", "2013-08-06"),
    ("ISO day", "2013-08-06", "2013-08-06"),
    ("ISO with slashes", "2013/08/06 11:20", "2013-08-06"),
    ("ordinal", "6th August 2013", "2013-08-06"),
    ("ordinal with of", "6th of August, 2013", "2013-08-06"),
    ("two calendars", "9 Safar 1434 AH - 22 December 2012", "2012-12-22"),
    ("supplement", "Sunday supplement, 16 October 2011", "2011-10-16"),
    ("French", "Publié le 6 août 2013", "2013-08-06"),
    ("Spanish", "6 de agosto de 2013", "2013-08-06"),
    ("live page", "LIVE • Wednesday 7 August 2013 • last refreshed 8 seconds ago", "2013-08-07"),
    ("clock behind the day", "Issued on: 7 August 2013, last updated 2 January 2019", "2013-08-07"),
    ("clock time before the day", "9:05 pm on 7 August 2013", "2013-08-07"),
    ("page number", "Friday, August 9, 2013                    Page 3", "2013-08-09"),
    ("misprinted weekday", "Monday, 7 August 2013", "2013-08-07"),
    ("abbreviated with stops", "Wed., Aug. 7, 2013", "2013-08-07"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "day"), [r[1:] for r in STATED], ids=[r[0] for r in STATED])
def test_line_under_the_headline(line: str, day: str) -> None:
    assert published(under(line)) == (day, "byline")


DATELINES = [
    ("full", "ARLO, March 3, 2013 (NWP) - ", "2013-03-03"),
    ("full, in a paragraph of its own", "ARLO, March 3, 2013 (NWP) -\n\n", "2013-03-03"),
    ("day first", "Arlo (Peru), 3 Mar 2013 (NWP).- ", "2013-03-03"),
    ("without an agency", "ARLO, Peru, March 3, 2013 - ", "2013-03-03"),
    ("weekday", "ARLO, Peru, Sunday, March 3, 2013 (NWP) — ", "2013-03-03"),
]


@pytest.mark.parametrize(("opening", "day"), [r[1:] for r in DATELINES], ids=[r[0] for r in DATELINES])
def test_dateline(opening: str, day: str) -> None:
    assert published(HEAD + "\n" + opening + BODY) == (day, "dateline")


COMPLETED = [
    ("the slug line has the year", "03/03/2013 17:42 GMT\n\nARLO, March 3 (NWP) - {}", "2013-03-03", "byline"),
    ("a sign-off has the year", "ARLO, March 3 (NWP) - {}\nNWP 031940 GMT MAR 13", "2013-03-03", "byline"),
    ("the wire's slug has the year", "NWP/0771-03MAR2013/PERU-MINES, 2nd lead\n\nARLO, March 3 (NWP) - {}", "2013-03-03", "byline"),
    ("a caption's year with a fitting weekday", "Men clear a road near Arlo, March 2, 2013 (Photo: NWP)\n\nARLO, March 3 (NWP) - On Sunday, {}", "2013-03-03", "dateline"),
    ("a labelled day without a year", "PUBLISHED: 20:11, Sunday 3 March | UPDATED: 06:30, 4 March\n\n{}\n© Valley Mail 2013", "2013-03-03", "byline"),
]  # fmt: skip


@pytest.mark.parametrize(("frame", "day", "basis"), [r[1:] for r in COMPLETED], ids=[r[0] for r in COMPLETED])
def test_day_without_a_year_is_completed(frame: str, day: str, basis: str) -> None:
    assert published(HEAD + "\n" + frame.format(BODY)) == (day, basis)


UNKNOWN = [
    ("nothing", HEAD + "\n" + BODY),
    ("clock", "Last Update 8:05\nMonday, 06 May 2013\n\n" + HEAD + "\n" + BODY),
    ("clock on one line", "Lima, Monday 6 May 2013 - last updated 07:21\n" + HEAD + "\n" + BODY),
    ("clock with the day before a bar", "Lima 19°C | Mon 06 May 2013 | Last updated 07:21\n\n" + HEAD + "\n" + BODY),
    ("page loaded", under("Page loaded Mon 6 May 2013")),
    ("copyright", HEAD + "\n" + BODY + "\n© 2013 Valley Mail. All rights reserved"),
    ("related headlines", HEAD + "\n" + BODY + "\nGMT 04:12 2013 Monday ,7 January\nBus falls into a gorge"),
    ("day told in the body", HEAD + "\n" + BODY.replace("near the", "on 3 May 2012 near the")),
    ("headline with a day", "Mine kills three people in Arlo on 3 May 2012\n\n" + BODY),
    ("dateline without a year", HEAD + "\nARLO, March 3 (NWP) - " + BODY),
    ("two years fit the weekday", under("Wednesday 19 Oct") + "\nHe fled in 2011 and came back in 2016."),
    ("a year looked back to", under("Wednesday 19 Oct") + "\nHe has lived in Arlo since 2016."),
    ("no year fits the weekday", under("Wednesday 19 Oct") + "\nHe fled in 2012."),
    ("impossible day", under("Published: 31 February 2012")),
    ("file picture", "File photo: the market of Arlo on 3 May 2009\n" + HEAD + "\n" + BODY),
    ("next issue", HEAD + "\n" + BODY + "\nNext issue 8 April 2013"),
]  # fmt: skip


@pytest.mark.parametrize("text", [r[1] for r in UNKNOWN], ids=[r[0] for r in UNKNOWN])
def test_what_is_no_publication_date(text: str) -> None:
    assert published(text) == ("None", "unknown")


def test_row_goes_before_the_text() -> None:
    text = under("Posted on 3 June 2013")
    assert published(text, published="2013-06-02T23:10:00+02:00") == ("2013-06-02", "metadata")


def test_row_with_a_day_in_words() -> None:
    assert published(HEAD + BODY, published="3 June 2013") == ("2013-06-03", "metadata")


def test_a_day_given_with_an_old_paper_is_believed() -> None:
    text = HEAD + BODY
    assert published(text, published="1973-10-07") == ("1973-10-07", "metadata")


@pytest.mark.parametrize("zero", ["1970-01-01", "0001-01-01", "1900-01-01", "1969-12-31"])
def test_the_zero_of_a_machines_calendar_is_no_day(zero: str) -> None:
    text = HEAD + BODY
    assert published(text, published=zero)[0] == "None"


def test_row_that_says_nothing_is_passed_over() -> None:
    assert published(under("Posted on 3 June 2013"), published="soon") == ("2013-06-03", "byline")


@pytest.mark.parametrize(
    "url",
    [
        "https://ex.org/2013/06/03/mine",
        "https://ex.org/news/2013-06-03-mine.html",
        "https://ex.org/a_20130603.html",
        "https://ex.org/2013/6/3/mine",
        "https://ex.org/english/030620132",
    ],
)
def test_day_in_the_address(url: str) -> None:
    assert published(HEAD + "\n" + BODY, url=url) == ("2013-06-03", "metadata")


def test_month_in_the_address_is_an_interval() -> None:
    assert published(HEAD + "\n" + BODY, url="https://ex.org/2012/02/mine") == (
        "2012-02-01..2012-02-29",
        "metadata",
    )


def test_dateline_is_completed_by_the_month_in_the_address() -> None:
    text = HEAD + "\nARLO, March 3 (NWP) - " + BODY
    assert published(text, url="https://ex.org/2013/03/mine") == ("2013-03-03", "dateline")


def test_query_of_the_address_is_no_day() -> None:
    assert published(HEAD + "\n" + BODY, url="https://ex.org/mine?seen=/2013/06/03/") == ("None", "unknown")


def test_number_in_the_address_is_no_day() -> None:
    assert published(HEAD + "\n" + BODY, url="https://ex.org/20139977/mine") == ("None", "unknown")


def test_weekly_comes_out_on_its_last_day_or_in_the_week_after() -> None:
    text = "VALLEY CONFLICT BRIEF / Week of 4-10 June 2012 / for subscribers\n\n" + BODY
    assert published(text) == ("2012-06-10..2012-06-17", "byline")


def test_evidence_is_the_day_as_written() -> None:
    text = under("Posted by A. Mora on 3 June 2013")
    found = read(RawReport("r", text)).published
    assert [e.quote for e in found.evidence] == ["3 June 2013"]
    assert found.basis is Basis.BYLINE


FORMS = [
    ("25 Oct 2016", (2016, 10, 25)),
    ("October 25th, 2016", (2016, 10, 25)),
    ("15NOV2013", (2013, 11, 15)),
    ("131940 GMT MAR 16", (2016, 3, 13)),
    ("10 Jul", (None, 7, 10)),
    ("Feb. 8", (None, 2, 8)),
    ("8/2/13", (2013, 2, 8)),
    ("11 SEPTEMBRE 2013", (2013, 9, 11)),
    ("12 Şubat 2013", (2013, 2, 12)),
]


@pytest.mark.parametrize(("words", "expected"), FORMS, ids=[f[0] for f in FORMS])
def test_forms_of_a_day(words: str, expected: tuple[int | None, int, int]) -> None:
    (day,) = days_written(f"x {words} y")
    assert (day.year, day.month, day.day) == expected
    assert f"x {words} y"[day.start : day.end] == words


@pytest.mark.parametrize(
    "words", ["6,000-8,000 men", "may 5000 men", "12:30", "9.5 km", "No. 32 March", "1/2 cup", "2013"]
)
def test_what_is_no_day(words: str) -> None:
    assert days_written(words) == ()


def test_iso_day_keeps_the_day_as_written() -> None:
    assert iso_day("2013-06-03T23:59:00-11:00") == date(2013, 6, 3)
    assert iso_day("20130603") == date(2013, 6, 3)
    assert iso_day("2013-13-03") is None
    assert iso_day("June") is None
