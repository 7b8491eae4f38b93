"""Feeds of every kind give their items as reports, with what the feed says of them."""

from __future__ import annotations

import time

import pytest

from crossbearing.acquire.feed_titles import outlet_of
from crossbearing.acquire.feeds import (
    LONG,
    MOST,
    FeedItem,
    Served,
    is_feed,
    iso_time,
    read_feed,
    read_items,
    xml_root,
)
from crossbearing.acquire.kinds import Kind, kind_of
from crossbearing.errors import BadFeed, InputError
from crossbearing.model import RawReport
from crossbearing.read import read

STORY = (
    "Mortar rounds hit the ferry landing at Port Ansel on Monday, killing two people, officials said. " * 7
)
TEASER = "Mortar rounds hit the ferry landing on Monday."

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Delta Herald</title><link>https://delta.example/news/</link><language>en-gb</language>
{items}</channel></rss>"""

RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://delta.example/"><title>Delta Herald</title></channel>
<item rdf:about="https://delta.example/7"><title>Ferry hit</title><link>https://delta.example/7</link>
<description>Short.</description><dc:date>2024-03-05T06:00:00+02:00</dc:date>
<dc:creator>Ana Oru</dc:creator></item>
</rdf:RDF>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Delta Herald</title>
<entry><id>tag:delta.example,2024:7</id><title type="html">Ferry &amp;amp; bus hit</title>
<link rel="alternate" href="https://delta.example/7"/>{date}
<author><name>Ana Oru</name></author>{text}</entry></feed>"""


def rss(*items: str) -> bytes:
    return RSS.format(items="\n".join(f"<item>{item}</item>" for item in items)).encode()


def atom(text: str, date: str = "<published>2024-03-05T23:30:00-05:00</published>") -> bytes:
    return ATOM.format(text=text, date=date).encode()


def reports(feed: bytes) -> list[RawReport]:
    found = list(read_feed(feed, "in/news.xml", "news.xml"))
    assert [item for item in found if isinstance(item, InputError)] == []
    return [item for item in found if isinstance(item, RawReport)]


def item(feed: bytes, served: Served | None = None) -> FeedItem:
    (found,) = read_items(feed, "news.xml", "news.xml", served)
    assert isinstance(found, FeedItem)
    return found


def test_an_item_is_a_report_with_what_the_feed_says_of_it() -> None:
    (report,) = reports(
        rss(
            "<title>Ferry landing hit</title><link>https://delta.example/7</link>"
            '<guid isPermaLink="false">tag:delta.example:7</guid>'
            "<pubDate>Tue, 05 Mar 2024 23:30:00 -0500</pubDate>"
            f"<dc:creator>Ana Oru</dc:creator><content:encoded><![CDATA[<p>{STORY}</p>]]></content:encoded>"
        )
    )
    assert report.id == "tag:delta.example:7"
    assert report.media_type == "text/html"
    assert report.metadata == {
        "url": "https://delta.example/7",
        "title": "Ferry landing hit",
        "published": "2024-03-05T23:30:00-05:00",
        "outlet": "Delta Herald",
        "language": "en",
        "author": "Ana Oru",
    }
    read_report = read(report)
    assert read_report.byline == "Ana Oru"
    assert "Ferry landing hit" in read_report.text
    assert STORY.strip() in read_report.text
    assert str(read_report.published.start) == "2024-03-05"  # the outlet's day, not that of UTC


def encoded(text: str, teaser: str = "") -> bytes:
    """An item with its text in content:encoded, and perhaps a description."""
    description = f"<description>{teaser}</description>" if teaser else ""
    return rss(f"{description}<content:encoded><![CDATA[{text}]]></content:encoded>")


def described(text: str) -> bytes:
    return rss(f"<description>{text}</description>")


WORDPRESS = "The post {} appeared first on {}."
XHTML = f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{STORY}</p></div></content>'


@pytest.mark.parametrize(
    ("name", "feed", "full"),
    [
        ("content:encoded", encoded(f"<p>{STORY}</p>"), True),
        ("content beside a teaser", encoded(f"{TEASER} A bus burnt.", TEASER), True),
        ("content that only repeats the teaser", encoded(TEASER, TEASER), False),
        ("content that is cut off", encoded(f"<p>{STORY}[&#8230;]</p>"), False),
        ("content that ends in a link", encoded(f"<p>{STORY}</p><a>Continue reading Ferry hit →</a>"), False),
        ("content that is only a script", encoded(f"<script>{STORY}</script>"), False),
        ("a long description", described(STORY), True),
        ("a long description, signed", described(STORY + WORDPRESS.format("Ferry hit", "Herald")), True),
        ("a teaser, signed", described(TEASER + WORDPRESS.format("x" * 290, "y" * 190)), False),
        ("a short description", described(TEASER), False),
        ("a title alone", rss("<title>Ferry hit</title>"), False),
        ("atom content", atom(f'<summary>{TEASER}</summary><content type="html">{STORY}</content>'), True),
        ("atom content in xhtml", atom(XHTML), True),
        ("atom content as text", atom(f'<content type="text">{STORY}</content>'), True),
        ("atom content elsewhere", atom('<content src="https://delta.example/7.html"/>'), False),
        ("an atom summary", atom(f"<summary>{TEASER}</summary>"), False),
    ],
)
def test_what_is_a_whole_report_and_what_a_teaser(name: str, feed: bytes, full: bool) -> None:
    assert item(feed).full is full, name


def test_a_teaser_in_a_file_is_the_report_with_its_title() -> None:
    (report,) = reports(rss(f"<title>Ferry hit</title><description>{TEASER}</description>"))
    assert read(report).text == f"Ferry hit\n\n{TEASER}"


def test_plain_text_keeps_its_paragraphs_and_its_signs() -> None:
    (report,) = reports(atom('<content type="text">Range &lt; 5 km.\n\nSecond paragraph.</content>'))
    assert "Range < 5 km.\n\nSecond paragraph." in read(report).text


def test_markup_in_a_title_is_no_part_of_it() -> None:
    assert item(rss("<title>&lt;b&gt;Fer&lt;/b&gt;ry hit &amp;amp; lost</title>")).metadata["title"] == (
        "Ferry hit & lost"
    )
    assert item(atom(f"<summary>{TEASER}</summary>")).metadata["title"] == "Ferry & bus hit"


LINK = "https://delta.example/7"


@pytest.mark.parametrize(
    ("name", "guid", "link", "identity"),
    [
        ("an address", "https://delta.example/?p=7", LINK, "https://delta.example/?p=7"),
        ("a name in the world", "tag:delta.example,2024:7", LINK, "tag:delta.example,2024:7"),
        ("a number", "1207", LINK, LINK),
        ("a number and no link", "1207", "", "1207"),
        ("a link alone", "", LINK, LINK),
        ("neither", "", "", "news.xml:1"),
    ],
)
@pytest.mark.parametrize("says", ["", ' isPermaLink="false"'])
def test_an_item_is_called_by_what_can_be_no_others(
    name: str, guid: str, link: str, identity: str, says: str
) -> None:
    tags = f"<guid{says}>{guid}</guid>" * bool(guid) + f"<link>{link}</link>" * bool(link)
    for served in (None, Served("https://news.example/rss")):
        found = item(rss(f"<title>Ferry hit</title>{tags}"), served)
        assert found.id == identity, name
        assert found.link == (link or (guid if "//" in guid else None))


def test_rdf_has_the_one_date_of_dublin_core() -> None:
    (report,) = reports(RDF.encode())
    assert report.id == "https://delta.example/7"
    assert report.metadata["published"] == "2024-03-05T06:00:00+02:00"
    assert report.metadata["author"] == "Ana Oru"


def test_the_day_of_a_change_is_not_the_day_of_publication() -> None:
    changed = atom(f"<summary>{TEASER}</summary>", "<updated>2024-04-01T00:00:00Z</updated>")
    assert "published" not in item(changed).metadata
    terms = RDF.replace("dc:date", "dcterms:modified").replace(
        "xmlns:dc=", 'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc='
    )
    assert "published" not in item(terms.encode()).metadata


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Tue, 05 Mar 2024 23:30:00 -0500", "2024-03-05T23:30:00-05:00"),
        ("Tue, 05 Mar 2024 23:30:00 GMT", "2024-03-05T23:30:00+00:00"),
        ("Tue, 05 Mar 2024 23:30:00 EST", "2024-03-05T23:30:00-05:00"),
        ("Tue, 05 Mar 24 23:30 +0300", "2024-03-05T23:30:00+03:00"),
        ("Tue, 05 Mar 2024 23:30:00 XKT", "2024-03-05T23:30:00"),
        ("2024-03-05T23:30:00Z", "2024-03-05T23:30:00+00:00"),
        ("2024-03-05T23:30+03:00", "2024-03-05T23:30:00+03:00"),
        ("2024-03-05", "2024-03-05"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("0001-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("", None),
        ("Tue, 99 Mar 2024 23:30:00 GMT", None),
    ],
)
def test_times_as_feeds_write_them(written: str, iso: str | None) -> None:
    assert iso_time(written) == iso


def test_links_are_made_whole_from_the_feeds_own_address() -> None:
    feed = rss("<title>Ferry hit</title><link>../7?a=1&amp;b=2</link>")
    assert item(feed).link == "https://delta.example/7?a=1&b=2"
    assert item(feed, Served("https://mirror.example/feeds/x")).link == "https://mirror.example/7?a=1&b=2"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "ftp://delta.example/7", "http://["]
)
def test_a_link_that_is_no_web_address_is_none(link: str) -> None:
    found = item(rss(f"<title>Ferry hit</title><link>{link}</link>"))
    assert found.link is None
    assert found.id == "news.xml:1"


def test_a_collection_names_the_outlet_of_each_item() -> None:
    feed = rss('<title>Ferry hit</title><source url="https://coast.example/rss">Coast Radio</source>')
    assert item(feed).metadata["outlet"] == "Coast Radio"


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Kivu Courier", "Kivu Courier"),
        ("Kivu Courier - Latest News", "Kivu Courier"),
        ("Kivu Courier > World News", "Kivu Courier"),
        ("Kivu Courier: Africa", "Kivu Courier"),
        ("World news | Kivu Courier", "Kivu Courier"),
        ("Kivu Courier – Breaking News, World News and Video from Kivu Courier", "Kivu Courier"),
        ("Kivu Courier RSS Feed", "Kivu Courier"),
        ("Kivu Courier » Feed", "Kivu Courier"),
        ("Kivu Courier (RSS)", "Kivu Courier"),
        ("Al-Nahr News", "Al-Nahr News"),
        ("Middle East Ledger", "Middle East Ledger"),
        ("The World", "The World"),
        ("Top Stories - World", "Top Stories - World"),
        ("", None),
        (None, None),
    ],
)
def test_the_outlet_is_the_part_of_a_title_that_is_no_section(title: str | None, outlet: str | None) -> None:
    assert outlet_of(title) == outlet


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("nothing", b"", "is empty"),
        ("spaces", b" \n ", "is empty"),
        ("a page", b"<!DOCTYPE html><html><body><p>Hello</p></body></html>", "first element is <html>"),
        ("plain text", b"Two people died.", "it is not XML"),
        ("a sitemap", b'<urlset xmlns="http://x.example"><url/></urlset>', "first element is <urlset>"),
        ("no items", rss(), "holds no items"),
        ("a head that ends in the middle", rss()[:200], "get the feed again"),
        (
            "a number that is no character",
            b"<rss><item><title>&#99999999999;</title>",
            "cannot be read as a feed",
        ),
    ],
)
def test_what_is_no_feed_says_why(name: str, content: bytes, reason: str) -> None:
    (error,) = read_feed(content, "in/news.xml", "news.xml")
    assert isinstance(error, BadFeed), name
    assert error.where == "in/news.xml"
    assert reason in error.reason


def test_a_feed_that_is_too_large_is_not_parsed() -> None:
    (error,) = read_feed(rss("<title>x</title>") + b" " * MOST, "news.xml", "news.xml")
    assert "is larger than 20 MB" in str(error)


@pytest.mark.parametrize(
    "piece", ["<a ", "&lt;script&gt;", "&lt;!--", "&lt;a ", "&lt;p&gt;", "<!--", "<![CDATA[", "&#", "<item>"]
)
def test_a_feed_that_is_made_to_be_hard_takes_no_more_than_its_length(piece: str) -> None:
    feed = rss("<title>Ferry hit</title><description>").replace(b"</item>", piece.encode() * 20_000)
    before = time.process_time()
    assert list(read_items(feed, "news.xml", "news.xml"))
    assert time.process_time() - before < 10  # half a second here; what grows with the square takes minutes


@pytest.mark.parametrize("head", [b"<!DOCTYPE " + b"[]" * 5000, b"<!-- -->" * 5000, b"<?" * 5000])
def test_the_head_of_a_file_is_looked_at_in_no_time(head: bytes) -> None:
    before = time.process_time()
    assert xml_root(head) is None
    assert kind_of(head, "news.foo") is Kind.TEXT
    assert time.process_time() - before < 2


def test_an_item_with_nothing_in_it_is_named() -> None:
    first, second = read_feed(rss("<guid>a</guid>", "<title>Ferry hit</title>"), "news.xml", "news.xml")
    assert isinstance(first, BadFeed)
    assert first.where == "news.xml:1"
    assert isinstance(second, RawReport)


def test_a_feed_that_ends_in_the_middle_gives_its_items_and_says_so() -> None:
    whole = rss(*(f"<guid>{n}</guid><title>Ferry {n} hit</title>" for n in range(3)))
    *found, error = read_feed(whole[: whole.index(b"Ferry 2") + 5], "news.xml", "news.xml")
    assert [report.id for report in found if isinstance(report, RawReport)][:2] == ["0", "1"]
    assert isinstance(error, BadFeed)
    assert "ends in the middle" in error.reason


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("an entity of HTML", "hit", "hit &nbsp;"),
        ("an ampersand by itself", "hit", "hit & run"),
        ("an element that is not closed", "<title>", "<br><title>"),
        ("a namespace that nobody declared", "<title>", "<media:x>1</media:x><title>"),
        ("the wrong encoding in its head", "UTF-8", "UTF-16"),
        ("text before the declaration", "<?xml", "\n\n<?xml"),
    ],
)
def test_a_feed_that_breaks_the_rules_gives_what_can_be_read(name: str, old: str, new: str) -> None:
    broken = rss("<title>Ferry hit</title>").decode().replace(old, new).encode()
    assert item(broken).metadata["title"].startswith("Ferry hit"), name


def test_entities_do_not_grow_and_no_file_is_read() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">\n' for n in range(1, 9))
    head = f'<!DOCTYPE rss [\n<!ENTITY l0 "ha">\n{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">\n]>\n<rss'
    feed = rss("<title>Ferry &l8; &f;</title>").decode().replace("<rss", head)
    for found in read_items(feed.encode(), "news.xml", "news.xml"):
        assert len(str(found)) < 2000
        assert "root:" not in str(found)


@pytest.mark.parametrize(
    ("content", "root", "feed"),
    [
        (b"<rss version='2.0'>", "rss", True),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <html> -->\n<feed xmlns='x'>", "feed", True),
        (b"<!DOCTYPE rdf:RDF [<!ENTITY a 'b>'>]>\n<rdf:RDF>", "RDF", True),
        (b"<!DOCTYPE html><html>", "html", False),
        (b"<urlset/>", "urlset", False),
        (b"Text with <b>bold</b>", None, False),
        (b"", None, False),
    ],
)
def test_the_first_element_tells_what_it_is(content: bytes, root: str | None, feed: bool) -> None:
    assert xml_root(content) == root
    assert is_feed(content) is feed


def test_the_limit_between_teaser_and_report_is_where_it_is_said_to_be() -> None:
    assert item(rss(f"<description>{'x' * LONG}</description>")).full
    assert not item(rss(f"<description>{'x' * (LONG - 1)}</description>")).full
