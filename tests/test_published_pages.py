# ruff: noqa: E501 -- a table reads best with one row a line
"""What pages, addresses and lines say of when a report came out: what is taken, what is passed over, and why."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossbearing.model import Published, RawReport, Report
from crossbearing.read import read
from crossbearing.read.addresses import address_claim
from crossbearing.read.clocks import clock_in, epoch_day
from crossbearing.vocab.publication_sources import publication_sources

TOLD = "<p>Two men died when a shell fell on the market of Arlo on Sunday, the governor of the province said in the evening.</p>"
TITLE = "Shell falls on the market of Arlo"


def page(head: str = "", body: str = "", told: str = TOLD, **metadata: str) -> Report:
    html = f"<html><head>{head}</head><body><article><h1>{TITLE}</h1>{body}{told}</article></body></html>"
    report = read(RawReport("p", html, "text/html", metadata))
    for candidate in report.published.candidates:
        assert 0 <= candidate.trust <= 1
        assert candidate.reason
        for evidence in candidate.evidence:
            assert report.text[evidence.start : evidence.end] == evidence.quote
    return report


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def chosen(published: Published) -> tuple[str, str | None]:
    return str(published.start), next((c.source for c in published.candidates if c.chosen), None)


CANON = '<link rel="canonical" href="https://ex.org/news/shell-arlo">'

# (phenomenon, head, body, day, source)
TAKEN = [
    ("JSON-LD article", ld('{"@type":"NewsArticle","headline":"x","datePublished":"2013-03-04"}'), "", "2013-03-04", "json-ld datePublished"),
    ("JSON-LD in a graph", ld('{"@graph":[{"@type":"WebSite","name":"Ex"},{"@type":"NewsArticle","headline":"x","datePublished":"2013-03-04"}]}'), "", "2013-03-04", "json-ld datePublished"),
    ("JSON-LD in a list", ld('[{"@type":"Organization"},{"@type":"Article","headline":"x","datePublished":"2013-03-04"}]'), "", "2013-03-04", "json-ld datePublished"),
    ("JSON-LD, graph in a graph", ld('{"@graph":[{"@graph":[{"@type":"Article","headline":"x","datePublished":"2013-03-04"}]}]}'), "", "2013-03-04", "json-ld datePublished"),
    ("JSON-LD as main entity", ld('{"@type":"WebPage","name":"x","mainEntity":{"@type":"Article","headline":"x","datePublished":"2013-03-04"}}'), "", "2013-03-04", "json-ld datePublished"),
    ("JSON-LD with two types", ld('{"@type":["Article","NewsArticle"],"headline":"x","datePublished":"2013-03-04"}'), "", "2013-03-04", "json-ld datePublished"),
    ("JSON-LD with a full type", ld('{"@type":"https://schema.org/NewsArticle","headline":"x","datePublished":"2013-03-04"}'), "", "2013-03-04", "json-ld datePublished"),
    ("JSON-LD, the article whose address is the page's", CANON + ld('[{"@type":"Article","url":"https://ex.org/news/goat","headline":"Goat","datePublished":"2019-01-01"},{"@type":"Article","url":"http://www.ex.org/news/shell-arlo/","headline":"x","datePublished":"2013-03-04"}]'), "", "2013-03-04", "json-ld datePublished"),
    ("JSON-LD, the article whose headline is the page's", ld(f'[{{"@type":"Article","headline":"Goat","datePublished":"2019-01-01"}},{{"@type":"Article","headline":"{TITLE}","datePublished":"2013-03-04"}}]'), "", "2013-03-04", "json-ld datePublished"),
    ("JSON-LD of other articles gives way to a tag", ld('[{"@type":"Article","headline":"Goat","datePublished":"2019-01-01"},{"@type":"Article","headline":"Cat","datePublished":"2018-01-01"}]') + '<meta name="pubdate" content="2013-03-04">', "", "2013-03-04", "meta pubdate"),
    ("JSON-LD with time and zone", ld('{"@type":"Article","headline":"x","datePublished":"2013-03-04T23:30:00-05:00"}'), "", "2013-03-04", "json-ld datePublished"),
    ("JSON-LD with words", ld('{"@type":"Article","headline":"x","datePublished":"March 4, 2013"}'), "", "2013-03-04", "json-ld datePublished"),
    ("JSON-LD made, not published", ld('{"@type":"Article","headline":"x","dateCreated":"2013-03-04"}'), "", "2013-03-04", "json-ld dateCreated"),
    ("JSON-LD of the page and of a comment", ld('{"@type":"Article","headline":"x","datePublished":"2013-03-04","comment":[{"@type":"Comment","datePublished":"2019-01-01"}]}'), "", "2013-03-04", "json-ld datePublished"),
    ("Open Graph", '<meta property="article:published_time" content="2013-03-04T06:15:00Z">', "", "2013-03-04", "meta article:published_time"),
    ("Open Graph, other prefix", '<meta property="og:article:published_time" content="2013-03-04">', "", "2013-03-04", "meta og:article:published_time"),
    ("Parsely", '<meta name="parsely-pub-date" content="2013-03-04T06:15:00Z">', "", "2013-03-04", "meta parsely-pub-date"),
    ("Sailthru", '<meta name="sailthru.date" content="2013-03-04 06:15:00">', "", "2013-03-04", "meta sailthru.date"),
    ("Dublin Core", '<meta name="DC.date.issued" content="2013-03-04">', "", "2013-03-04", "meta dc.date.issued"),
    ("Dublin Core terms", '<meta name="dcterms.created" content="2013-03-04">', "", "2013-03-04", "meta dcterms.created"),
    ("citation", '<meta name="citation_publication_date" content="2013/03/04">', "", "2013-03-04", "meta citation_publication_date"),
    ("meta itemprop", '<meta itemprop="datePublished" content="2013-03-04">', "", "2013-03-04", "meta datepublished"),
    ("meta date", '<meta name="date" content="2013-03-04">', "", "2013-03-04", "meta date"),
    ("meta mail date", '<meta name="pubdate" content="Mon, 04 Mar 2013 06:15:00 GMT">', "", "2013-03-04", "meta pubdate"),
    ("meta in seconds since 1970", '<meta name="publish_date" content="1362377700">', "", "2013-03-04", "meta publish_date"),
    ("meta in thousandths", '<meta name="publish_date" content="1362377700000">', "", "2013-03-04", "meta publish_date"),
    ("meta in figures alone", '<meta name="publish_date" content="20130304">', "", "2013-03-04", "meta publish_date"),
    ("published before changed", '<meta property="article:modified_time" content="2019-01-01"><meta property="article:published_time" content="2013-03-04">', "", "2013-03-04", "meta article:published_time"),
    ("itemprop in the body", "", '<span itemprop="datePublished" content="2013-03-04">Monday</span>', "2013-03-04", "itemprop datePublished"),
    ("time, pubdate", "", '<time pubdate datetime="2013-03-04">Monday</time>', "2013-03-04", "time element"),
    ("time, class", "", '<time class="entry-date published" datetime="2013-03-04T10:00">Monday</time>', "2013-03-04", "time element"),
    ("time in a list of the report's own facts", "", '<ul><li>Posted: <time datetime="2013-03-04">Monday</time></li></ul>', "2013-03-04", "time element"),
    ("time without an attribute", "", "<p><time>4 March 2013</time></p>", "2013-03-04", "time element"),
    ("published before updated, two times", "", '<p>Published <time datetime="2013-03-04">Monday</time> Updated <time datetime="2019-01-01">later</time></p>', "2013-03-04", "time element"),
    ("address", '<link rel="canonical" href="https://ex.org/2013/03/04/shell">', "", "2013-03-04", "address"),
    ("address that is a path of the site", '<link rel="canonical" href="/2013/03/04/shell">', "", "2013-03-04", "address"),
    ("address in og:url", '<meta property="og:url" content="https://ex.org/2013/03/04/shell">', "", "2013-03-04", "address"),
    ("line in the page", "", "<p>Published: 4 March 2013, 8:31 PM</p>", "2013-03-04", "labelled line"),
    ("a new website's tag against a line and the address", '<meta name="pubdate" content="2019-06-01"><link rel="canonical" href="https://ex.org/2013/03/04/shell">', "<p>Published: 4 March 2013</p>", "2013-03-04", "labelled line"),
    ("a tag in UTC and a line in local time", '<meta name="pubdate" content="2013-03-05T01:30:00Z">', "<p>Published: 4 March 2013</p>", "2013-03-04", "labelled line"),
    ("a tag in local time and a dateline a day before", '<meta name="pubdate" content="2013-03-05T09:30:00+04:00">', "<p>ARLO, March 4, 2013 (NWP) - Two more men died there, a man said, and nobody knows why they were at the market.</p>", "2013-03-05", "meta pubdate"),
    ("a tag before 1990", '<meta name="pubdate" content="1970-01-01T00:00:00Z">', "<p>Posted on 4 March 2013</p>", "2013-03-04", "labelled line"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "day", "source"), [r[1:] for r in TAKEN], ids=[r[0] for r in TAKEN])
def test_what_is_taken(head: str, body: str, day: str, source: str) -> None:
    published = page(head, body).published
    assert chosen(published) == (day, source), published.reason
    assert published.reason.startswith(source)


# (phenomenon, head, body)
PASSED_OVER = [
    ("changed in the JSON-LD", ld('{"@type":"Article","headline":"x","dateModified":"2013-03-04"}'), ""),
    ("changed in a tag", '<meta property="article:modified_time" content="2013-03-04">', ""),
    ("changed in another tag", '<meta property="og:updated_time" content="2013-03-04">', ""),
    ("changed in an itemprop", "", '<span itemprop="dateModified" content="2013-03-04">Monday</span>'),
    ("time of an update", "", '<p>Updated <time datetime="2013-03-04">Monday</time></p>'),
    ("time of class updated", "", '<time class="updated" datetime="2013-03-04">Monday</time>'),
    ("time of a comment", "", '<div class="comments"><div class="comment"><p>Ana wrote <time datetime="2013-03-04">Monday</time></p></div></div>'),
    ("time in a list of related reports", "", '<section class="related"><p>Goat wins <time datetime="2013-03-04">Monday</time></p></section>'),
    ("time in an aside", "", '<aside><time datetime="2013-03-04">Monday</time></aside>'),
    ("time in the foot", "", '<footer><time datetime="2013-03-04">Monday</time></footer>'),
    ("published in a comment", "", '<div id="comments"><p><span itemprop="datePublished" content="2013-03-04">Monday</span> Ana wrote</p></div>'),
    ("JSON-LD of a video", ld('{"@type":"VideoObject","name":"x","datePublished":"2013-03-04"}'), ""),
    ("JSON-LD of a comment", ld('{"@type":"Comment","datePublished":"2013-03-04"}'), ""),
    ("JSON-LD nested without end", ld("[" * 3000), ""),
    ("JSON-LD that is no JSON", ld("var x = 1;"), ""),
    ("tag without a day", '<meta name="pubdate" content="Monday">', ""),
    ("clock in the page", "", "<p>Last updated: Monday, March 04, 2013 11:03</p>"),
    ("clock of today", "", "<p>Today is Monday, 4 March 2013</p>"),
    ("folder of a file in the address", '<link rel="canonical" href="https://ex.org/uploads/2013/03/04/shell.pdf">', ""),
    ("address of a front page", '<link rel="canonical" href="https://ex.org/">', ""),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body"), [r[1:] for r in PASSED_OVER], ids=[r[0] for r in PASSED_OVER])
def test_what_is_passed_over(head: str, body: str) -> None:
    published = page(head, body).published
    assert published.start is None, published.reason
    assert not any(c.chosen for c in published.candidates)


def test_what_is_passed_over_is_kept_with_the_reason() -> None:
    head = '<meta property="article:modified_time" content="2019-01-01"><meta name="pubdate" content="2013-03-04">'
    kept = {c.source: (str(c.start), c.trust, c.reason) for c in page(head).published.candidates}
    assert kept["meta article:modified_time"] == ("2019-01-01", 0.0, "it says when the page was changed")
    assert kept["meta pubdate"][:2] == ("2013-03-04", 0.92)


def test_contradiction_is_said() -> None:
    head = '<meta name="pubdate" content="2019-06-01"><link rel="canonical" href="https://ex.org/2013/03/04/shell">'
    published = page(head, "<p>Published: 4 March 2013</p>").published
    assert "in agreement: address" in published.reason
    assert "against it: meta pubdate says 2019-06-01" in published.reason
    (lost,) = [c for c in published.candidates if c.source == "meta pubdate"]
    assert "less speaks for it" in lost.reason


MOVED = "<p>Two men died when a shell fell on the market of Arlo on Monday, March 4, 2013, the governor said. He had fled in 2011 and came back in 2012, and nobody knew of it.</p>"


def test_the_day_of_a_new_website_is_not_that_of_a_report_of_years_before() -> None:
    published = page('<meta name="pubdate" content="2019-06-01">', told=MOVED).published
    assert chosen(published) == ("2013-03-04", "full date in the lead")
    assert "was the page moved" in published.reason


def test_a_later_report_on_what_was_years_before_names_a_later_year() -> None:
    later = MOVED.replace("nobody knew of it", "in 2019 a judge spoke of it")
    assert chosen(page('<meta name="pubdate" content="2019-06-01">', told=later).published)[0] == "2019-06-01"


def test_a_day_before_what_the_text_tells_is_doubted() -> None:
    published = page(
        '<meta name="date" content="2009-01-01">', "<p>4 March 2013 | Arlo</p>", told=MOVED
    ).published
    assert str(published.start) == "2013-03-04"
    assert "which is later" in published.reason


def test_a_day_after_the_report_was_fetched_is_not_believed() -> None:
    published = page('<meta name="pubdate" content="2013-03-04">', retrieved="2012-01-01T10:00:00Z").published
    assert published.start is None
    assert "after the report was fetched on 2012-01-01" in published.candidates[0].reason


def test_the_time_of_day_and_its_zone_are_kept_as_written() -> None:
    published = page('<meta name="pubdate" content="2013-03-04T06:15:00+04:00">').published
    assert (published.clock, published.zone) == ("06:15", "+04:00")


def test_the_time_of_day_may_come_from_another_source_of_the_same_day() -> None:
    published = page(
        '<meta name="pubdate" content="2013-03-04">', "<p>Published: 4 March 2013, 8:31 PM GMT</p>"
    ).published
    assert (published.clock, published.zone) == ("20:31", "GMT")


CLOCKS = [
    ("2013-03-04T06:15:00+04:00", ("06:15", "+04:00")),
    ("2013-03-04T06:15:00.000Z", ("06:15", "Z")),
    ("2013-03-04 06:15", ("06:15", None)),
    ("8.31 PM GMT", ("20:31", "GMT")),
    ("12:05 am", ("00:05", None)),
    ("18h04", ("18:04", None)),
    ("9 p.m. EST", ("21:00", "EST")),
    ("07:21 (UTC+3)", ("07:21", "UTC+3")),
    ("131940 GMT MAR 16", ("19:40", "GMT")),
]


@pytest.mark.parametrize(("words", "expected"), CLOCKS)
def test_clock(words: str, expected: tuple[str, str | None]) -> None:
    found = clock_in(words)
    assert found is not None
    assert (found.time, found.zone) == expected


@pytest.mark.parametrize("words", ["", "4 March 2013", "25:10", "13 pm", "1.5 million", "2013-03-04"])
def test_no_clock(words: str) -> None:
    assert clock_in(words) is None


def test_seconds_since_1970() -> None:
    assert epoch_day("1362377700") == epoch_day(" 1362377700000 ") == date(2013, 3, 4)
    assert epoch_day("20130304") is None


ADDRESSES = [
    ("year, month, day", "https://ex.org/2016/10/25/mine", "2016-10-25"),
    ("a section before", "https://ex.org/world/africa/2016/10/25/mine.html", "2016-10-25"),
    ("day at the end", "https://ex.org/news/2016/10/25", "2016-10-25"),
    ("one figure a part", "https://ex.org/2016/6/3/mine", "2016-06-03"),
    ("hyphens", "https://ex.org/news/2016-10-25-mine.html", "2016-10-25"),
    ("hyphens behind the words", "https://ex.org/news/mine-2016-10-25", "2016-10-25"),
    ("figures alone", "https://ex.org/news/20161025/mine", "2016-10-25"),
    ("figures alone behind the words", "https://ex.org/a_20161025.html", "2016-10-25"),
    ("month's name", "https://ex.org/2016/oct/25/mine", "2016-10-25"),
    ("month's full name", "https://ex.org/2016/October/25/mine", "2016-10-25"),
    ("month's name behind the words", "https://ex.org/news/mine-october-25-2016", "2016-10-25"),
    ("day before the month's name", "https://ex.org/news/mine-25-october-2016", "2016-10-25"),
    ("day first", "https://ex.org/25/10/2016/mine", "2016-10-25"),
    ("day first, hyphens", "https://ex.org/mine-25-10-2016", "2016-10-25"),
    ("day first and a number", "https://ex.org/english/251020162", "2016-10-25"),
    ("behind a serial number", "https://ex.org/article/mine-idUSKCN0AB1CD20161025", "2016-10-25"),
    ("kept by an archive", "https://web.archive.org/web/20190304050607/https://ex.org/2016/10/25/mine", "2016-10-25"),
    ("month alone", "https://ex.org/2016/10/mine", "2016-10-01..2016-10-31"),
    ("month's name alone", "https://ex.org/2016/oct/mine", "2016-10-01..2016-10-31"),
    ("no day in a query", "https://ex.org/mine?d=/2016/10/25/", None),
    ("no day in a number", "https://ex.org/20169977/mine", None),
    ("no day in a long number", "https://ex.org/mine-1201610255", None),
    ("an archive's own day", "https://web.archive.org/web/20190304050607/https://ex.org/mine", None),
    ("a year alone", "https://ex.org/2016/mine", None),
    ("a folder of files", "https://ex.org/wp-content/uploads/2016/10/mine.pdf", None),
    ("no such day", "https://ex.org/2016/02/31/mine", None),
    ("no address", "not an address", None),
    ("broken address", "http://[::1/2016", None),
]  # fmt: skip


@pytest.mark.parametrize(("address", "day"), [r[1:] for r in ADDRESSES], ids=[r[0] for r in ADDRESSES])
def test_day_in_an_address(address: str, day: str | None) -> None:
    claim = address_claim(address)
    found = (
        None
        if claim is None
        else f"{claim.start}"
        if claim.start == claim.end
        else f"{claim.start}..{claim.end}"
    )
    assert found == day


FACTS = [
    ("outlet of Open Graph", '<meta property="og:site_name" content="Hill Post">', "outlet", "Hill Post"),
    ("outlet of the JSON-LD", ld('{"@type":"Article","headline":"x","publisher":{"@type":"Organization","name":"Hill Post"}}'), "outlet", "Hill Post"),
    ("a name goes before a domain", '<meta property="og:site_name" content="hillpost.org"><meta name="dc.publisher" content="Hill Post">', "outlet", "Hill Post"),
    ("outlet behind the title", "<title>Shell falls on the market | Hill Post</title>", "outlet", "Hill Post"),
    ("outlet by the domain", '<link rel="canonical" href="https://www.dawn.com/news/1">', "outlet", "Dawn"),
    ("author of the JSON-LD", ld('{"@type":"Article","headline":"x","author":[{"name":"Omar Bah"},{"name":"Amal Idris"}]}'), "byline", "Omar Bah, Amal Idris"),
    ("author that is an address", '<meta property="article:author" content="https://ex.org/omar">', "byline", None),
    ("author that is the system's", '<meta name="author" content="admin">', "byline", None),
    ("section of the JSON-LD", ld('{"@type":"Article","headline":"x","articleSection":["World","Africa"]}'), "section", "World"),
    ("section of a tag", '<meta property="article:section" content="World">', "section", "World"),
    ("title of the JSON-LD", ld('{"@type":"Article","headline":"Market shelled"}'), "title", "Market shelled"),
    ("title of Open Graph", '<meta property="og:title" content="Market shelled">', "title", "Market shelled"),
    ("address of the page, not the front page", '<link rel="canonical" href="https://ex.org/"><meta property="og:url" content="https://ex.org/a">', "url", "https://ex.org/a"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "name", "value"), [r[1:] for r in FACTS], ids=[r[0] for r in FACTS])
def test_what_a_page_says_of_itself(head: str, name: str, value: str | None) -> None:
    assert getattr(page(head), name) == value


def test_every_source_has_its_trust_and_reason() -> None:
    sources = publication_sources()
    assert all(0 <= s.trust <= 1 and s.why and s.family for s in sources.values())
    assert sources["user"].trust > sources["row"].trust > sources["json-ld datePublished"].trust
    assert {s.name for s in sources.values() if s.trust == 0} == {"clock", "changed", "elsewhere", "below"}


ODD = st.sampled_from(
    [
        "/",
        "2016",
        "10",
        "25",
        "-",
        "ſep",
        "Oct",
        "://",
        "ex.org",
        "/web/2019/",
        "https:",
        "[",
        "٢٠١٦",
        "",
        "?",
        "T",
        "06:15",
        "Z",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(ODD | st.text(max_size=4), max_size=12))
def test_any_address_and_any_mark_is_read(pieces: list[str]) -> None:
    words = "".join(pieces)
    claim = address_claim(words)
    assert claim is None or claim.start <= claim.end
    assert clock_in(words) is None or clock_in(words).time < "24:00"  # type: ignore[union-attr]
    odd = words.replace('"', "").replace("<", "").replace("&", "").replace("\0", "")
    page(
        f'<meta name="pubdate" content="{odd}"><link rel="canonical" href="{odd}">'
        + ld(f'{{"datePublished": "{odd}"}}')
    )
