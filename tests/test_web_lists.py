"""Feeds and sitemaps at addresses lead to their reports, within bounds."""

from __future__ import annotations

import gzip

import pytest

from crossbearing.acquire import Fetching
from crossbearing.errors import BadFeed
from crossbearing.model import RawReport
from web_answers import PAGE, Reader, text
from web_server import Page

LONG = "<p>" + "Two people died at the ferry landing on Monday, the harbour office said. " * 12 + "</p>"


def feed(*items: str, kind: str = "application/rss+xml") -> Page:
    body = f"<rss version='2.0'><channel><title>Delta Herald</title>{''.join(items)}</channel></rss>"
    return Page(body.encode(), kind=kind)


def item(number: int, text: str = "") -> str:
    text = f"<description><![CDATA[{text}]]></description>" if text else ""
    link = f"<link>https://news.example/{number}</link>"
    return (
        f"<item><title>Ferry {number} hit</title>{link}{text}"
        "<pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate></item>"
    )


def sitemap(*entries: str, root: str = "urlset") -> Page:
    body = (
        f'<?xml version="1.0"?><{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">{"".join(entries)}</{root}>'
    )
    return Page(body.encode(), kind="application/xml")


def page(number: int, more: str = "") -> str:
    return f"<url><loc>https://news.example/{number}</loc><lastmod>2024-04-01</lastmod>{more}</url>"


def nested(name: str) -> str:
    return f"<sitemap><loc>https://news.example/{name}.xml</loc></sitemap>"


PAGES = {f"https://news.example/{n}": PAGE.replace(b"Two", str(n).encode()) for n in range(300)}


@pytest.mark.parametrize(
    "kind", ["application/rss+xml", "text/xml", "text/html", "text/plain", "application/octet-stream"]
)
def test_the_report_behind_a_teaser_is_fetched_and_a_whole_one_is_taken(kind: str) -> None:
    reader = Reader({**PAGES, "https://news.example/rss": feed(item(1, "Short."), item(2, LONG), kind=kind)})
    behind, whole = reader.read("https://news.example/rss")
    assert isinstance(behind, RawReport)
    assert isinstance(whole, RawReport)
    assert behind.content == PAGES["https://news.example/1"]
    assert behind.id == behind.metadata["url"] == "https://news.example/1"
    assert behind.metadata["published"] == whole.metadata["published"] == "2024-03-05T08:00:00+00:00"
    assert behind.metadata["outlet"] == whole.metadata["outlet"] == "Delta Herald"
    assert whole.metadata["retrieved"]
    assert reader.answers.pages == ["https://news.example/rss", "https://news.example/1"]


def test_teasers_are_reports_where_the_user_wants_no_more() -> None:
    reader = Reader(
        {**PAGES, "https://news.example/rss": feed(item(1, "Short."))}, Fetching(follow=False, keep=False)
    )
    (report,) = reader.read("https://news.example/rss")
    assert isinstance(report, RawReport)
    assert "Short." in str(report.content)
    assert reader.answers.pages == ["https://news.example/rss"]


def test_a_report_that_two_feeds_name_is_fetched_once() -> None:
    both = {f"https://news.example/{name}": feed(item(1), item(2)) for name in ("war.rss", "world.rss")}
    reader = Reader({**PAGES, **both})
    assert len(reader.read(*both)) == 2
    assert reader.answers.pages.count("https://news.example/1") == 1


def test_links_that_cannot_be_had_are_named_and_the_rest_is_read() -> None:
    bad = "<item><title>Inside</title><link>http://192.168.0.1/</link></item>"
    again = "<item><title>A feed</title><link>https://news.example/rss</link></item>"
    reader = Reader({**PAGES, "https://news.example/rss": feed(bad, again, item(999), item(1))})
    inside, self, gone, report = reader.read("https://news.example/rss")
    assert "a private network" in str(inside)
    assert "is a feed and no report" in str(self)
    assert "404" in str(gone)
    assert isinstance(report, RawReport)


def test_a_feed_is_cut_off_at_the_limit_and_that_is_said() -> None:
    table = {**PAGES, "https://news.example/rss": feed(*(item(n) for n in range(5)))}
    reader = Reader(table, Fetching(limit=3, keep=False))
    assert len(reader.read("https://news.example/rss")) == 3
    assert reader.notes == [
        "https://news.example/rss: the first 3 items were taken, the rest was left (see --limit)"
    ]
    reader = Reader(table, Fetching(limit=5, keep=False))
    assert len(reader.read("https://news.example/rss")) == 5
    assert reader.notes == []


NEWS = (
    "<n:news><n:publication><n:name>Delta Herald</n:name><n:language>en-GB</n:language></n:publication>"
    "<n:publication_date>2024-03-05T08:00:00+02:00</n:publication_date><n:title>Ferry hit</n:title></n:news>"
)


def test_a_sitemap_leads_to_its_pages_with_what_it_says_of_them() -> None:
    reader = Reader({**PAGES, "https://news.example/map.xml": sitemap(page(1), page(2, NEWS))})
    first, second = reader.read("https://news.example/map.xml")
    assert isinstance(first, RawReport)
    assert isinstance(second, RawReport)
    assert "published" not in first.metadata  # the day of a change is not that of publication
    assert second.metadata["published"] == "2024-03-05T08:00:00+02:00"
    assert second.metadata["outlet"] == "Delta Herald"
    assert second.metadata["language"] == "en"
    assert second.metadata["title"] == "Ferry hit"


PACKED = gzip.compress(sitemap(page(1)).body)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("packed", Page(PACKED, kind="application/x-gzip")),
        ("packed as xml", Page(PACKED, kind="application/xml")),
        ("packed by HTTP", Page(PACKED, kind="application/xml", headers={"content-encoding": "gzip"})),
        ("as text", text("https://news.example/1\n")),
        ("an index", sitemap(nested("one"), root="sitemapindex")),
    ],
)
def test_sitemaps_of_every_form_are_read(name: str, answer: Page) -> None:
    one = sitemap(page(1))
    reader = Reader({**PAGES, "https://news.example/map": answer, "https://news.example/one.xml": one})
    (report,) = reader.read("https://news.example/map")
    assert isinstance(report, RawReport), name
    assert report.id == "https://news.example/1"


def test_the_limit_holds_for_all_sitemaps_of_an_index_together() -> None:
    table = {
        **PAGES,
        "https://news.example/map.xml": sitemap(
            nested("one"), nested("two"), nested("three"), root="sitemapindex"
        ),
        "https://news.example/one.xml": sitemap(page(1), page(2)),
        "https://news.example/two.xml": sitemap(page(3), page(4)),
    }
    reader = Reader(table, Fetching(limit=3, keep=False))
    found = reader.read("https://news.example/map.xml")
    assert [r.id[-1] for r in found if isinstance(r, RawReport)] == ["1", "2", "3"]
    assert "the first 3 pages were taken" in reader.notes[0]
    assert "https://news.example/three.xml" not in reader.answers.asked


def test_indexes_are_bounded_in_depth_and_number() -> None:
    deep = {
        f"https://news.example/{n}.xml": sitemap(nested(str(n + 1)), root="sitemapindex") for n in range(9)
    }
    reader = Reader(deep)
    (error,) = reader.read("https://news.example/0.xml")
    assert isinstance(error, BadFeed)
    assert "more than 3 levels deep" in error.reason
    assert len(reader.answers.pages) == 4
    wide = sitemap(*(nested(f"w{n}") for n in range(5000)), root="sitemapindex")
    leaves = {f"https://news.example/w{n}.xml": sitemap() for n in range(5000)}
    reader = Reader({**leaves, "https://news.example/wide.xml": wide})
    found = reader.read("https://news.example/wide.xml")
    assert "names more than 50 sitemaps" in str(found[-1])
    assert len(reader.answers.pages) == 50


def test_an_index_that_names_itself_ends() -> None:
    itself = sitemap(nested("map"), nested("one"), root="sitemapindex")
    reader = Reader(
        {**PAGES, "https://news.example/map.xml": itself, "https://news.example/one.xml": sitemap(page(1))}
    )
    assert len(reader.read("https://news.example/map.xml")) == 1
    assert reader.answers.asked.count("https://news.example/map.xml") == 1


TABLE = b"id,published,text\n1,2024-03-05,Two people died.\n2,2024-03-06,Three people died.\n"
JSON = b'{"id": "1", "text": "Two"}', b'{"id": "2", "text": "Three"}'


@pytest.mark.parametrize(
    ("name", "path", "answer"),
    [
        ("a table", "articles", Page(TABLE, kind="text/csv")),
        ("a table as text", "articles.csv", Page(TABLE, kind="text/plain")),
        ("a table as bytes", "articles.csv", Page(TABLE, kind="application/octet-stream")),
        ("a packed table", "articles.csv.gz", Page(gzip.compress(TABLE), kind="application/gzip")),
        ("JSON", "articles", Page(b"[" + b", ".join(JSON) + b"]", kind="application/json")),
        ("JSON lines", "articles", Page(b"\n".join(JSON), kind="")),
    ],
)
def test_a_table_at_an_address_is_read_like_a_file(name: str, path: str, answer: Page) -> None:
    found = Reader({f"https://news.example/{path}": answer}).read(f"https://news.example/{path}")
    assert [report.id for report in found if isinstance(report, RawReport)] == ["1", "2"], name
    assert all(report.metadata["retrieved"] for report in found if isinstance(report, RawReport))


def test_a_table_behind_a_feed_is_named() -> None:
    table = {
        "https://news.example/1": Page(TABLE, kind="text/csv"),
        "https://news.example/rss": feed(item(1)),
    }
    assert "is a file of many reports and no report" in Reader(table).error("https://news.example/rss").reason


def test_what_an_index_names_and_is_no_sitemap_is_named() -> None:
    reader = Reader(
        {
            "https://news.example/map.xml": sitemap(nested("page"), nested("gone"), root="sitemapindex"),
            "https://news.example/page.xml": PAGE,
        }
    )
    first, second = reader.read("https://news.example/map.xml")
    assert "is no sitemap" in str(first)
    assert "404" in str(second)
