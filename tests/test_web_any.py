"""Whatever others have written: an answer or a named error, and never anything else."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crossbearing.acquire.feeds import FeedItem, as_report, iso_time, read_items
from crossbearing.acquire.sitemaps import NestedSitemap, SitePage, read_sitemap
from crossbearing.acquire.web.addresses import shown, web_address, without_tracking
from crossbearing.acquire.web.cache import Folder
from crossbearing.acquire.web.kinds import Content, sort
from crossbearing.acquire.web.robots import parsed
from crossbearing.errors import InputError, NotFetched
from crossbearing.model import RawReport
from web_answers import PAGE, Reader, moved
from web_server import Page

PIECES = (
    "http https :// : / // @ [ ] ::1 127.0.0.1 news.example % %41 # ? .. \\ ä 。 xn-- 80 999999 0x7f & = ; "
    "utm_a=1"
)
PARTS = st.lists(st.sampled_from([*PIECES.split(), " ", "\n", "\ud800"])).map("".join)
WRITTEN = st.one_of(st.text(), PARTS, PARTS.map("http://".__add__))
TAGS = (
    "<rss> <feed> <channel> <item> <entry> </item> <title> </title> <link> </link> <link/> <guid> </guid> "
    "<pubDate> </pubDate> &#0; &#xD800; <![CDATA[ ]]> <!-- --> <urlset> <url> <loc> </loc> </url> \x00 x ]> "
    "<sitemapindex> <sitemap> <source> <content> <content:encoded> <div> &amp; 2024-03-05 <?xml <!DOCTYPE"
)
KINDS = ["text/html", "text/xml", "text/csv", "application/json", "application/zip", "application/gzip", ""]
MARKUP = st.lists(st.sampled_from(TAGS.split(" "))).map(lambda parts: "".join(parts).encode())
BYTES = st.one_of(st.binary(), MARKUP)


@given(WRITTEN)
@example("http://[::1%25]/")
@example("http://news.example:٣/")
def test_an_address_is_fetchable_or_refused(written: str) -> None:
    shown(written)
    try:
        address = web_address(written)
    except NotFetched:
        return
    assert web_address(address) == address
    assert "@" not in address.split("/")[2]
    assert web_address(without_tracking(address)) == without_tracking(address)


@given(WRITTEN)
@settings(max_examples=50)
def test_wherever_a_redirect_leads_there_is_a_report_or_an_error(location: str) -> None:
    sent = location.encode("utf-8", "replace").decode()  # half of a surrogate pair has no bytes
    reader = Reader({"https://news.example/1": moved(sent), "https://news.example/2": PAGE})
    (found,) = reader.read("https://news.example/1")
    assert isinstance(found, RawReport | InputError)


@given(BYTES)
def test_any_bytes_are_a_feed_or_an_error(content: bytes) -> None:
    found = list(read_items(content, "news.xml", "news.xml"))
    assert found
    for item in found:
        assert isinstance(item, FeedItem | InputError)
        if isinstance(item, FeedItem):
            assert isinstance(as_report(item), RawReport | InputError)


@given(BYTES)
def test_any_bytes_are_a_sitemap_or_an_error(content: bytes) -> None:
    found = list(read_sitemap(content, "map.xml"))
    assert found
    assert all(isinstance(entry, SitePage | NestedSitemap | InputError) for entry in found)


@given(
    BYTES,
    st.one_of(st.text(), st.sampled_from(["text/html; charset=", "text/xml", "application/gzip", ";;="])),
)
def test_any_bytes_of_any_kind_are_sorted(content: bytes, kind: str) -> None:
    assert isinstance(sort(content, kind, "https://news.example/a.csv", 1000), Content | str)


@given(BYTES, st.sampled_from(KINDS))
@settings(max_examples=50)
def test_whatever_a_site_sends_it_is_reports_or_errors(content: bytes, kind: str) -> None:
    found = Reader({"https://news.example/1": Page(content, kind=kind)}).read("https://news.example/1")
    assert found
    assert all(isinstance(item, RawReport | InputError) for item in found)


@given(st.binary())
def test_any_robots_txt_has_an_answer(content: bytes) -> None:
    rules = parsed(content)
    assert rules.why_not("https://news.example/a") is None or "robots.txt" in str(
        rules.why_not("https://x.example/")
    )
    assert rules.pause >= 0


@given(st.text())
def test_any_text_is_a_time_or_none(written: str) -> None:
    assert iso_time(written) is None or len(str(iso_time(written))) >= 10


@given(WRITTEN)
def test_any_name_can_be_looked_up_in_a_cache(tmp_path_factory: pytest.TempPathFactory, written: str) -> None:
    try:
        address = web_address(written)
    except NotFetched:
        return
    assert Folder(tmp_path_factory.getbasetemp() / "none").get(address) is None
