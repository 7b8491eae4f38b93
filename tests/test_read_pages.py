# ruff: noqa: E501 -- a table reads best with one row a line
"""Pages in several layouts, all invented: what must be read, what must not, and what they say of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from crossbearing.errors import NotText
from crossbearing.model import PartKind, RawReport, Report, Span, inside_any
from crossbearing.read import read

PAGES = Path(__file__).parent / "data" / "pages"


@dataclass(frozen=True)
class Wanted:
    """What a page holds. ``told`` must be read, ``other`` must be absent or furniture."""

    told: tuple[str, ...]
    other: tuple[str, ...]
    title: str
    published: str
    outlet: str | None = None


EXPECTED = {
    "modern.html": Wanted(
        (
            "Two soldiers and a driver were killed when a lorry ran over a mine",
            "Engineers searched it until the evening and found two more mines.",
            "The first mine killed the driver, a man of 40",
            '"Nobody told us that the road was mined,"',
        ),
        ("Nine dead as ferry", "Rebels free two nurses", "Gunmen rob bank", "cookies", "in 2009", "last updated",
         "All rights reserved", "Tags:", "WhatsApp"),
        "Three killed as lorry hits mine near Arlo", "2013-03-04", "The Valley Mail",
    ),
    "table_layout.html": Wanted(
        (
            "Rebels took the bridge at Bela on Sunday night",
            "Nine soldiers fled across the river. A café by the bridge burned down.",
            "says that four rebels were killed",
        ),
        ("ferry sinks", "Goat wins prize", "Today: Monday", "Chess", "Front page", "Archive"),
        "Sable Courier: Rebels take bridge at Bela", "2004-07-12",
    ),
    "live_page.html": Wanted(
        ("Government troops have retaken the bridge", "A ferry was hit by a shell off Arlo", "Bridge retaken"),
        ("Umbrellas", "Two held", "cookies", "1998"),
        "Sable war live: bridge retaken, ferry hit", "2013-06-26", "Northern Post",
    ),
    "classless.html": Wanted(
        ("Armed men took the mayor of Arlo from his home", "two wore uniforms. The police have not spoken"),
        ("Two drown", "Bus falls into gorge", "Bank robbed", "3 comments", "Listen live"),
        "Mayor of Arlo abducted from his home", "2011-09-23", "Radio Sable",
    ),
    "time_element.html": Wanted(
        ("Dos soldados murieron el domingo", "El ejército culpa a los rebeldes"),
        (),
        "Mueren dos soldados en una emboscada en Arlo", "2012-05-07",
    ),
}  # fmt: skip


def page(name: str) -> Report:
    return read(RawReport(name, (PAGES / name).read_bytes(), "text/html"))


def test_every_page_has_its_expectations() -> None:
    assert {p.name for p in PAGES.glob("*.html")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_told_news_is_read(name: str) -> None:
    report = page(name)
    for words in EXPECTED[name].told:
        at = report.text.find(words)
        assert at >= 0, words
        assert not inside_any(Span(at, at + len(words)), report.furniture), words


@pytest.mark.parametrize("name", EXPECTED)
def test_the_rest_of_the_page_is_absent_or_furniture(name: str) -> None:
    report = page(name)
    for words in EXPECTED[name].other:
        at = report.text.find(words)
        assert at < 0 or inside_any(Span(at, at + len(words)), report.furniture), words


@pytest.mark.parametrize("name", EXPECTED)
def test_what_the_page_says_of_itself(name: str) -> None:
    report, wanted = page(name), EXPECTED[name]
    assert report.title == wanted.title
    assert str(report.published.start) == wanted.published
    assert wanted.outlet is None or report.outlet == wanted.outlet


def test_headline_comes_first_and_paragraphs_are_parted_by_blank_lines() -> None:
    report = page("modern.html")
    assert report.part_at(0) is PartKind.HEADLINE
    assert "on Sunday, the governor said.\n\nThe road was closed." in report.text


def test_language_and_credits_of_pages() -> None:
    assert page("time_element.html").language == "es"
    modern = page("modern.html")
    assert modern.language == "en"
    assert modern.dateline_text == "Arlo"
    assert "NWP" in modern.wire
    assert modern.byline == "By A. Mora and the NWP agency"


def html(body: str, head: str = "") -> RawReport:
    told = "<p>Two men died when a shell fell on the market of Arlo on Sunday, the governor of the province said.</p>"
    return RawReport("p", f"<html><head>{head}</head><body>{body}{told}</body></html>", "text/html")


DATES = [
    ("article meta", '<meta property="article:published_time" content="2013-03-04T06:15:00Z">', "", "2013-03-04"),
    ("name in capitals", '<meta name="DC.Date" content="2013-03-04">', "", "2013-03-04"),
    ("modified is no publication", '<meta property="article:modified_time" content="2019-03-04">', "", "None"),
    ("words in a meta tag", '<meta name="pubdate" content="4 March 2013">', "", "2013-03-04"),
    ("broken JSON-LD", '<script type="application/ld+json">{"datePublished": "2013-03-04", "x": }</script>', "", "2013-03-04"),
    ("JSON-LD of a comment", '<script type="application/ld+json">{"@type":"Comment","datePublished":"2013-03-04"}</script>', "", "None"),
    ("itemprop", "", '<span itemprop="datePublished" content="2013-03-04">Monday</span>', "2013-03-04"),
    ("time element", "", '<p><time datetime="2013-03-04">Monday</time></p>', "2013-03-04"),
    ("time of an update", "", '<p>Updated <time datetime="2013-03-04">Monday</time></p>', "None"),
    ("time in a list of others", "", '<ul><li><time datetime="2013-03-04">Monday</time> Goat wins</li></ul>', "None"),
    ("address", '<link rel="canonical" href="https://ex.org/2013/03/04/shell">', "", "2013-03-04"),
    ("meta goes before the address", '<meta name="date" content="2013-03-04"><link rel="canonical" href="https://ex.org/2009/01/01/x">', "", "2013-03-04"),
    ("clock of the page", "", '<div>Last updated: Saturday, November 02, 2019 11:03</div>', "None"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "day"), [d[1:] for d in DATES], ids=[d[0] for d in DATES])
def test_day_in_the_markup(head: str, body: str, day: str) -> None:
    assert str(read(html(body, head)).published.start) == day


def test_class_name_on_the_whole_body_loses_nothing() -> None:
    raw = RawReport(
        "p",
        "<html><body class='menu related'><div class='more'><p>A shell fell on Arlo.</p></div></body></html>",
        "text/html",
    )
    assert "A shell fell on Arlo." in read(raw).text


def test_row_metadata_goes_before_the_markup() -> None:
    raw = html("", "<title>Shell falls on Arlo | Valley Mail</title>")
    row = RawReport(
        "p", raw.content, "text/html", {"outlet": "Feed", "title": "T", "published": "2013-01-01", "url": "u"}
    )
    report = read(row)
    assert (report.outlet, report.title, report.url, str(report.published.start)) == (
        "Feed",
        "T",
        "u",
        "2013-01-01",
    )


@pytest.mark.parametrize("content", [b"", b"\0\1\2", "<html><body><script>1</script></body></html>", b"   "])
def test_page_without_text_is_refused(content: bytes | str) -> None:
    with pytest.raises(NotText):
        read(RawReport("p", content, "text/html"))
