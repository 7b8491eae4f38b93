"""What a sitemap names, whatever its form; and what it cannot do."""

from __future__ import annotations

import pytest

from crossbearing.acquire.sitemaps import (
    NestedSitemap,
    SitePage,
    is_list_of_addresses,
    is_sitemap,
    read_sitemap,
)
from crossbearing.errors import BadFeed

URLSET = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
ONE, TWO = "https://news.example/1", "https://news.example/2?a=1&b=2"


def entries(content: str | bytes) -> list[object]:
    return list(read_sitemap(content.encode() if isinstance(content, str) else content, "map.xml"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plain", f"<urlset><url><loc>{ONE}</loc></url></urlset>"),
        ("with a namespace", URLSET.format(f"<url><loc>{ONE}</loc></url>")),
        ("with a prefix", f'<s:urlset xmlns:s="x"><s:url><s:loc>{ONE}</s:loc></s:url></s:urlset>'),
        ("declared", f'<?xml version="1.0"?><!-- x --><urlset><url><loc>{ONE}</loc></url></urlset>'),
        ("with spaces", URLSET.format(f"<url>\n <!-- x --> <loc>\n  {ONE}\n </loc></url>")),
        ("as CDATA", URLSET.format(f"<url><loc><![CDATA[{ONE}]]></loc></url>")),
        ("with a change", URLSET.format(f"<url><loc>{ONE}</loc><lastmod>2024-03-05</lastmod></url>")),
        ("with a picture", URLSET.format(f"<url><loc>{ONE}</loc><i:image xmlns:i='y'><i:loc>https://x.example/p</i:loc></i:image></url>")),
        ("as text", f"{ONE}\n"),
        ("as text with a mark and the ends of lines of Windows", f"\ufeff{ONE}\r\n\r\n"),
    ],
)  # fmt: skip
def test_a_page_is_named_in_every_form(name: str, content: str) -> None:
    assert entries(content) == [SitePage(ONE)], name


def test_signs_in_an_address_are_unpacked() -> None:
    assert entries(URLSET.format("<url><loc>https://news.example/2?a=1&amp;b=2</loc></url>")) == [
        SitePage(TWO)
    ]


def test_a_news_entry_says_when_and_where_and_in_which_language() -> None:
    news = (
        f"<url><loc>{ONE}</loc><n:news xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><n:publication>"
        "<n:name> Delta  Herald </n:name><n:language>pt-BR</n:language></n:publication>"
        "<n:publication_date>2024-03-05T23:30:00-05:00</n:publication_date>"
        "<n:title>Ferry &amp; bus hit</n:title></n:news></url>"
    )
    told = {
        "outlet": "Delta Herald",
        "language": "pt",
        "published": "2024-03-05T23:30:00-05:00",
        "title": "Ferry & bus hit",
    }
    assert entries(URLSET.format(news)) == [SitePage(ONE, told)]
    assert entries(URLSET.format(news.replace("2024-03-05T23:30:00-05:00", "soon"))) == [
        SitePage(ONE, {key: value for key, value in told.items() if key != "published"})
    ]


def test_an_index_names_sitemaps() -> None:
    index = f"<sitemapindex><sitemap><loc>{ONE}</loc></sitemap><sitemap><loc/></sitemap></sitemapindex>"
    assert entries(index) == [NestedSitemap(ONE)]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("nothing in it", "<urlset/>", "names no pages"),
        ("entries without an address", "<urlset><url/><url><loc> </loc></url></urlset>", "names no pages"),
        ("a page", "<html><body/></html>", "is not a sitemap"),
        ("prose", f"See {ONE}", "is not a sitemap"),
        ("nothing", "", "is not a sitemap"),
    ],
)
def test_what_names_nothing_says_so(name: str, content: str, reason: str) -> None:
    (error,) = entries(content)
    assert isinstance(error, BadFeed), name
    assert error.where == "map.xml"
    assert reason in error.reason


def test_what_breaks_off_gives_what_came_before_and_says_so() -> None:
    whole = URLSET.format(f"<url><loc>{ONE}</loc></url><url><loc>{ONE}2</loc></url>")
    first, error = entries(whole[: whole.index(f"{ONE}2")])
    assert first == SitePage(ONE)
    assert isinstance(error, BadFeed)
    assert "breaks off" in error.reason


def test_entities_do_not_grow_and_no_file_is_read() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE urlset [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    found = entries(f"{head}<urlset><url><loc>{ONE}&l9;</loc></url><url><loc>&f;</loc></url></urlset>")
    assert len(str(found)) < 2000
    assert "root:" not in str(found)


@pytest.mark.parametrize(
    ("content", "sitemap", "addresses"),
    [
        (b"<urlset/>", True, False),
        (b"<?xml version='1.0'?><sitemapindex>", True, False),
        (b"<rss/>", False, False),
        (b"https://a.example/\nhttp://b.example/", False, True),
        (b"https://a.example/ is down", False, False),
        (b"", False, False),
    ],
)
def test_a_sitemap_is_told_by_how_it_begins(content: bytes, sitemap: bool, addresses: bool) -> None:
    assert is_sitemap(content) is sitemap
    assert is_list_of_addresses(content) is addresses
