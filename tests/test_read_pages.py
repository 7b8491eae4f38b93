# ruff: noqa: E501 -- a table reads best with one row a line
"""Pages in several layouts, all invented: what must be read, what must not, and what they say of themselves."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest

from crossbearing.errors import NotText
from crossbearing.flow.coding import annotate, code
from crossbearing.model import MentionKind, PartKind, RawReport, Report, Span, inside_any
from crossbearing.read import read
from pages_sheets import PAGES, Sheet, judged, read_sheet, sheets, told_text


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
    with_sheets = {p.with_suffix(".html").name for p in PAGES.glob("*.json")}
    assert {p.name for p in PAGES.glob("*.html")} == set(EXPECTED) | with_sheets


SHEETS = sheets()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.name)
def test_every_wanted_passage_is_told_text(sheet: Sheet) -> None:
    report = read_sheet(sheet)
    assert judged(sheet, told_text(report)).lost == ()
    assert report.title == sheet.more.get("title", report.title)
    assert report.language == sheet.more.get("language", report.language)


def test_hardly_a_line_of_furniture_leaks() -> None:
    leaked = [(s.name, line) for s in SHEETS for line in judged(s, told_text(read_sheet(s))).leaked]
    assert len(SHEETS) >= 20
    assert sum(len(s.unwanted) for s in SHEETS) >= 100
    assert len(leaked) <= 1, leaked


STAMPS = [(s, words, stamp) for s in SHEETS for words, stamp in s.more.get("stamps", {}).items()]


@pytest.mark.parametrize(("sheet", "words", "stamp"), STAMPS, ids=[f"{s.name}-{w}" for s, w, _ in STAMPS])
def test_entries_of_live_pages_bear_their_stamps(sheet: Sheet, words: str, stamp: str) -> None:
    report = read_sheet(sheet)
    at = report.text.index(words)
    entry = next(p for p in report.parts if p.start <= at < p.end)
    assert (entry.kind, str(entry.stamp)) == (PartKind.LIVE_ENTRY, stamp)


def test_foreign_page_is_kept_and_not_coded() -> None:
    sheet = next(s for s in SHEETS if s.name == "arabic")
    coded = code(RawReport("a.html", sheet.html, "text/html"))
    assert coded.accounts == ()
    assert "أرلو" in coded.report.text


def test_days_of_entries_are_counted_from_their_stamps() -> None:
    sheet = next(s for s in SHEETS if s.name == "liveblog_markup")
    document = annotate(RawReport("live.html", sheet.html, "text/html"))
    days = {m.text: str(m.date.start) for m in document.of_kind(MentionKind.TIME) if m.date}
    assert days["this morning"] == "2015-06-03"
    assert days["tonight"] == "2015-06-02"
    assert days["yesterday"] == "2015-06-01"


JOINED = [
    ("link and word", "<p>A shell fell on <a>Arlo</a>said the mayor.</p>", "A shell fell on Arlo said the mayor."),
    ("link and ending", "<p>Two <a>Kurd</a>ish men of <a>Arlo</a>'s guard died.</p>", "Two Kurdish men of Arlo's guard died."),
    ("blank before a comma", "<p>In <b>Arlo</b> , a shell fell .</p>", "In Arlo, a shell fell."),
    ("figures keep their points", "<p>It fell .5 km from Arlo ...</p>", "It fell .5 km from Arlo ..."),
    ("letters of one word", "<p><b>T</b>wo men died in Arlo.</p>", "Two men died in Arlo."),
    ("break in a sentence", "<p>Two men and a boy died when a shell fell<br>on Arlo.</p>", "when a shell fell on Arlo."),
    ("breaks as paragraphs", "<div>Two died.<br><br>One fled.</div>", "Two died.\n\nOne fled."),
    ("list", "<ul><li>Two men died in Arlo.</li><li>One man fled from Bela.</li></ul>", "Two men died in Arlo.\n\nOne man fled"),
    ("row of a table", "<table><tr><td>Arlo</td><td>2 dead</td></tr><tr><td>Bela</td><td>1 dead</td></tr></table>", "Arlo; 2 dead\n\nBela; 1 dead"),
    ("note signs", "<p>Two died in Arlo.<sup><a href='#1'>[1]</a></sup> One fled.</p>", "Two died in Arlo. One fled."),
    ("power of a number stays", "<p>A field of 3 km<sup>2 of</sup> land burned.</p>", "3 km2 of land burned."),
    ("comment in the markup", "<p>Two men<!-- x --> died.</p>", "Two men died."),
    ("form around the page", "<form id='aspnetForm'><div><p>A shell fell on Arlo.</p></div></form>", "A shell fell on Arlo."),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "text"), [j[1:] for j in JOINED], ids=[j[0] for j in JOINED])
def test_lines_are_joined_as_they_are_read(markup: str, text: str) -> None:
    assert text in read(RawReport("p", f"<html><body>{markup}</body></html>", "text/html")).text


LEAD = "<p>Two men died when a shell fell on the market of Arlo on Sunday, the governor of the province said.</p>"
HOSTILE = [
    ("elements within each other", "<div>" * 10_000 + LEAD + "</div>" * 10_000),
    ("tags that are never closed", "<font><b>line<br>" * 10_000 + LEAD),
    ("links", "<a href='x'>A link to another report of the day</a> " * 50_000 + LEAD),
    ("one long line", f"<p>{'word ' * 200_000}</p>" + LEAD),
    ("one long word", f"<p>{'x' * 1_000_000}</p>" + LEAD),
    ("boxes within boxes", "<div class='related teaser'>" * 1_500 + "text" + "</div>" * 1_500 + LEAD),
    ("lists within lists", "<ul><li>a" * 900 + "</li></ul>" * 900 + LEAD),
    ("tables within tables", "<table><tr><td>" * 300 + "a" + "</td></tr></table>" * 300 + LEAD),
    ("articles", "<article><h2>Head</h2><time>now</time><p>" + "word " * 40 + "</p></article>" * 3_000 + LEAD),
    ("short lines", "<p>5 killed</p>" * 20_000 + LEAD),
    ("brackets", "<p>" + "(" * 50_000 + "</p>" + LEAD),
    ("clocks", "<p>12:05</p>" * 20_000 + LEAD),
    ("dates", "<p>3 May 2011</p>" * 5_000 + LEAD),
]  # fmt: skip


@pytest.mark.parametrize("markup", [h[1] for h in HOSTILE], ids=[h[0] for h in HOSTILE])
def test_hostile_pages_are_read_in_bounded_time(markup: str) -> None:
    began = time.process_time()
    report = read(RawReport("p", f"<html><body>{markup}</body></html>", "text/html"))
    assert "when a shell fell on the market of Arlo" in report.text
    assert time.process_time() - began < 8  # a tenth of that on a quiet machine


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
