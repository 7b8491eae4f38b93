"""What is asked of a site, in which order and after which waits; and what its answers become. Nothing is
connected to: the web is a table of answers."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import httpx
import pytest

import documents_made
from crossbearing.acquire import Fetching, Web, acquire, fingerprint
from crossbearing.acquire.web import Bounds
from crossbearing.acquire.web.clock import FakeClock
from crossbearing.acquire.web.opening import World
from crossbearing.errors import InputError, NotFetched
from crossbearing.model import RawReport
from crossbearing.read import read
from web_answers import BARE, PAGE, Reader, moved, text
from web_server import Page

# ---- what comes back ---------------------------------------------------------------------------------------


def test_a_page_is_a_report_under_its_address_with_its_bytes_unchanged() -> None:
    reader = Reader({"https://news.example/7?id=1&utm_source=x": PAGE})
    report = reader.report("HTTPS://News.example/7?id=1&utm_source=x#top")
    assert report.id == "https://news.example/7?id=1"
    assert report.content == PAGE
    assert report.media_type == "text/html"
    assert report.metadata == {
        "url": "https://news.example/7?id=1",
        "retrieved": "2024-03-05T12:00:01+00:00",
        "charset": "utf-8",
    }


XHTML = "application/xhtml+xml"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("name", "kind", "content", "media_type"),
    [
        ("html", "text/html", PAGE, "text/html"),
        ("xhtml", "application/xhtml+xml", b'<?xml version="1.0"?><html><p>x</p></html>', XHTML),
        ("html as xml", "text/xml", b'<?xml version="1.0"?><html><p>x</p></html>', XHTML),
        ("html without a kind", "", PAGE, "text/html"),
        ("html as bytes", "application/octet-stream", b"\n<!-- x -->\n" + PAGE, "text/html"),
        ("text", "text/plain; charset=iso-8859-1", b"Two people died.", "text/plain"),
        ("text without a kind", "", b"Two people died.", "text/plain"),
        ("a PDF", "application/pdf", b"%PDF-1.7 x", "application/pdf"),
        ("a PDF as bytes", "application/octet-stream", b"%PDF-1.7 x", "application/pdf"),
        ("a Word document", DOCX, b"PK\x03\x04", DOCX),
        ("a PDF as html", "text/html", b"%PDF-1.7 x", "application/pdf"),
        ("a saved message", "message/rfc822", b"From: a@b.example\n\nx", "message/rfc822"),
        ("html packed as a file", "application/gzip", gzip.compress(PAGE), "text/html"),
    ],
)
def test_what_comes_back_decides_what_it_is(name: str, kind: str, content: bytes, media_type: str) -> None:
    answer = Page(content, kind=kind)
    assert (
        Reader({"https://news.example/7": answer}).report("https://news.example/7").media_type == media_type
    ), name


@pytest.mark.parametrize(
    ("kind", "content", "reason"),
    [
        ("image/jpeg", b"\xff\xd8\xff", "a picture"),
        ("video/mp4", b"x", "a film"),
        ("audio/mpeg", b"x", "a recording"),
        ("application/vnd.ms-excel", b"x", "something of the kind application/vnd.ms-excel"),
        ("application/octet-stream", b"a\0b\1", "a file that is no text"),
        ("application/octet-stream", b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        ("text/html", b"\x89PNG x", "a picture"),
        ("text/html", b"  \n", "an empty page"),
        ("application/gzip", b"\x1f\x8bnot", "a packed file that is said to be gzip and is not"),
        ("application/gzip", gzip.compress(b"\0" * 3 * 2**20), "a packed file that holds more than 2 MB"),
    ],
)
def test_what_is_no_report_is_refused_by_what_it_is(kind: str, content: bytes, reason: str) -> None:
    answer = Page(content, kind=kind)
    fetching = Fetching(keep=False, bounds=Bounds(size=2 * 2**20))
    error = Reader({"https://news.example/7": answer}, fetching).error("https://news.example/7")
    assert isinstance(error, NotFetched)
    assert error.where == "https://news.example/7"
    assert f"is {reason}" in error.reason


class Never(httpx.SyncByteStream):
    """A body that must not be read."""

    def __iter__(self) -> Iterator[bytes]:
        raise AssertionError("the body was read")


def test_the_bytes_of_a_film_are_not_fetched() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        return httpx.Response(200, headers={"content-type": "video/mp4"}, stream=Never())

    world = World(clock=FakeClock(), transport=httpx.MockTransport(answer))
    (error,) = acquire(["https://news.example/7"], web=Web(BARE, world=world))
    assert "a film" in str(error)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "wants a login"),
        (403, "refuses to give it to a program"),
        (404, "no such page; check the address"),
        (410, "look for it in a web archive"),
        (418, "save the page"),
        (204, "save the page"),
        (451, "legal reasons"),
        (500, "a fault at the moment; try again later"),
        (503, "a fault at the moment; try again later"),
        (304, "save the page"),
        (302, "save the page"),
    ],
)
def test_each_status_says_what_it_means_and_what_to_do(status: int, said: str) -> None:
    error = Reader({"https://news.example/7": Page(status=status)}).error("https://news.example/7")
    assert isinstance(error, NotFetched)
    assert f"the server answers {status}" in error.reason
    assert said in error.reason


@pytest.mark.parametrize(
    ("name", "kind", "content"),
    [
        (
            "the header's encoding",
            "text/html; charset=windows-1251",
            "<p>Паром обстрелян.</p>".encode("cp1251"),
        ),
        ("in the page", "text/html", '<meta charset="koi8-r"><p>Паром обстрелян.</p>'.encode("koi8-r")),
        ("text", "text/plain; charset=windows-1251", "Паром обстрелян.".encode("cp1251")),
    ],
)
def test_the_encoding_that_is_said_reaches_the_reader(name: str, kind: str, content: bytes) -> None:
    raw = Reader({"https://news.example/7": Page(content, kind=kind)}).report("https://news.example/7")
    assert "Паром обстрелян." in read(raw).text, name


def test_a_document_at_an_address_is_read() -> None:
    made = documents_made.pdf([documents_made.paragraph(["Two people died at the ferry landing."], 700)])
    raw = Reader({"https://news.example/7": Page(made, kind="application/pdf")}).report(
        "https://news.example/7"
    )
    assert "Two people died at the ferry landing." in read(raw).text


# ---- redirects ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_the_report_is_called_by_where_it_ended(status: int) -> None:
    reader = Reader({"https://a.example/1": moved("//b.example/2#x", status), "https://b.example/2": PAGE})
    assert reader.report("https://a.example/1").id == "https://b.example/2"
    assert "https://b.example/robots.txt" in reader.answers.asked


INTO = [
    ("a private network", "http://10.0.0.1/", "a private network"),
    ("this machine", "http://127.0.0.1:8080/", "this machine itself"),
    ("this machine in IPv6", "http://[::1]/", "this machine itself"),
    ("a cloud's secrets", "http://169.254.169.254/latest/", "secrets"),
    ("a file", "file:///etc/passwd", "only http and https"),
    ("data", "data:text/html,hello", "only http and https"),
    ("ftp", "ftp://a.example/", "only http and https"),
    ("gopher", "gopher://a.example/", "only http and https"),
    ("a login", "https://ana:secret@a.example/", "user name or password"),
    ("a port of mail", "https://a.example:25/", "port 25"),
]


@pytest.mark.parametrize(("name", "to", "reason"), INTO, ids=[row[0] for row in INTO])
def test_a_redirect_is_checked_like_an_address(name: str, to: str, reason: str) -> None:
    reader = Reader({"https://a.example/1": moved(to)})
    error = reader.error("https://a.example/1")
    assert error.where == "https://a.example/1"
    assert "redirects to" in error.reason
    assert reason in error.reason, name
    assert "secret@" not in str(error)
    assert reader.answers.pages == ["https://a.example/1"]


def test_a_circle_of_redirects_is_named() -> None:
    table = {"https://a.example/1": moved("/2"), "https://a.example/2": moved("/1#x")}
    error = Reader(table).error("https://a.example/1")
    assert "in a circle: https://a.example/1 → https://a.example/2 → https://a.example/1" in error.reason


def test_redirects_are_bounded() -> None:
    table = {f"https://a.example/{n}": moved(f"/{n + 1}") for n in range(20)}
    reader = Reader({**table, "https://a.example/5": PAGE})
    assert reader.report("https://a.example/0").id == "https://a.example/5"
    reader = Reader(table)
    assert "redirects more than 5 times" in reader.error("https://a.example/0").reason
    assert len(reader.answers.pages) == 6


def test_a_site_that_leads_out_of_https_is_fetched_and_noted() -> None:
    reader = Reader({"https://a.example/1": moved("http://a.example/1"), "http://a.example/1": PAGE})
    assert reader.report("https://a.example/1").id == "http://a.example/1"
    assert reader.notes == ["https://a.example/1: the site led on to http://a.example/1, without encryption"]


def test_cookies_are_not_kept() -> None:
    first = Page(status=302, headers={"location": "/2", "set-cookie": "who=ana; Path=/"})
    reader = Reader({"https://a.example/1": first, "https://a.example/2": PAGE})
    reader.report("https://a.example/1")
    assert all("cookie" not in headers for headers in reader.answers.heard)


# ---- robots.txt --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "rules", "allowed"),
    [
        ("none", Page(status=404), True),
        ("one that may not be read", Page(status=403), True),
        ("an empty one", text(""), True),
        ("one for others", text("User-agent: otherbot\nDisallow: /"), True),
        ("another folder", text("User-agent: *\nDisallow: /private/"), True),
        ("everything", text("User-agent: *\nDisallow: /"), False),
        ("us by name", text("User-agent: *\nDisallow:\n\nUser-agent: Crossbearing\nDisallow: /news/"), False),
        ("an exception", text("User-agent: *\nDisallow: /\nAllow: /news/"), True),
        ("a pattern", text("User-agent: *\nDisallow: /*.html$"), False),
        ("a page that is no robots.txt", PAGE, True),
        ("a redirect to rules", moved("https://other.example/robots.txt"), False),
        ("redirects without end", moved("/robots.txt?x"), True),
    ],
)
def test_robots_txt_is_obeyed(name: str, rules: object, allowed: bool) -> None:
    table = {
        "https://news.example/robots.txt": rules,
        "https://news.example/robots.txt?x": moved("/robots.txt?x"),
        "https://other.example/robots.txt": text("User-agent: *\nDisallow: /"),
        "https://news.example/news/7.html": PAGE,
    }
    reader = Reader(table)
    (found,) = reader.read("https://news.example/news/7.html")
    assert isinstance(found, RawReport) is allowed, name
    if isinstance(found, InputError):
        assert "robots.txt does not allow it" in found.reason
        assert "https://news.example/news/7.html" not in reader.answers.asked


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_whose_robots_txt_cannot_be_had_now_is_left_alone_now(status: int) -> None:
    reader = Reader({"https://news.example/robots.txt": Page(status=status), "https://news.example/7": PAGE})
    first, second = reader.read("https://news.example/7", "https://news.example/8")
    assert "robots.txt cannot be had now" in str(first)
    assert "try again later" in str(second)
    assert reader.answers.pages == []
    assert len(reader.answers.asked) == 3  # three tries, once for all pages


def test_robots_txt_is_read_once_for_a_site_and_asked_for_by_name() -> None:
    reader = Reader({"https://news.example/7": PAGE, "https://news.example/8": PAGE})
    assert len(reader.read("https://news.example/7", "https://news.example/8")) == 2
    assert reader.answers.asked.count("https://news.example/robots.txt") == 1
    assert all(h["user-agent"].startswith("crossbearing (+https://") for h in reader.answers.heard)
    assert all(h["accept-encoding"] == "gzip" for h in reader.answers.heard)


def test_a_huge_robots_txt_is_read_to_its_bound() -> None:
    rules = "User-agent: *\nDisallow: /news/\n" + "# x\n" * 200_000 + "Disallow: /\n"
    reader = Reader({"https://news.example/robots.txt": text(rules), "https://news.example/7": PAGE})
    assert reader.report("https://news.example/7").content == PAGE
    assert "robots.txt does not allow" in reader.error("https://news.example/news/7").reason


# ---- waiting -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "rules", "pause"),
    [
        ("ours", "", 1.0),
        ("longer than ours", "User-agent: *\nCrawl-delay: 7.5", 7.5),
        ("shorter than ours", "User-agent: *\nCrawl-delay: 0.1", 1.0),
        ("a rate", "User-agent: *\nRequest-rate: 2/1m", 30.0),
        ("nonsense", "User-agent: *\nCrawl-delay: -5", 1.0),
    ],
)
def test_between_two_requests_to_a_host_there_is_a_pause(name: str, rules: str, pause: float) -> None:
    table = {f"https://news.example/{n}": PAGE for n in range(3)}
    reader = Reader({**table, "https://news.example/robots.txt": text(rules)})
    assert len(reader.read(*table)) == 3
    at = reader.answers.at
    assert [later - before for before, later in pairwise(at)] == [pause] * 3, name


def test_another_host_need_not_wait() -> None:
    reader = Reader({"https://a.example/1": PAGE, "https://b.example/1": PAGE})
    reader.read("https://a.example/1", "https://b.example/1")
    assert reader.clock.slept == [1.0, 1.0]  # each between its robots.txt and its page


def test_a_crawl_delay_that_no_run_can_wait_for_is_an_error() -> None:
    rules = text("User-agent: *\nCrawl-delay: 3600")
    reader = Reader({"https://news.example/robots.txt": rules, "https://news.example/7": PAGE})
    assert "asks to be left alone for 3600 s" in reader.error("https://news.example/7").reason
    assert reader.clock.slept == []


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("after", ["7", "Tue, 05 Mar 2024 12:00:08 GMT"])
def test_retry_after_is_waited_for(status: int, after: str) -> None:
    busy = Page(status=status, headers={"retry-after": after})
    reader = Reader({"https://news.example/7": [busy, PAGE]})
    assert reader.report("https://news.example/7").content == PAGE
    assert reader.answers.at == [0.0, 1.0, 8.0]


def test_retry_after_that_is_too_long_closes_the_host_for_the_run() -> None:
    busy = Page(status=429, headers={"retry-after": "86400"})
    reader = Reader({"https://news.example/7": busy, "https://news.example/8": PAGE})
    first, second = reader.read("https://news.example/7", "https://news.example/8")
    for error in (first, second):
        assert "asks to be left alone for 86400 s" in str(error)
    assert reader.answers.pages == ["https://news.example/7"]


def test_what_may_pass_is_tried_again_twice_and_no_more() -> None:
    broken = [Page(status=502), httpx.ReadError("reset"), PAGE]
    reader = Reader({"https://news.example/7": broken})
    assert reader.report("https://news.example/7").content == PAGE
    assert reader.answers.at == [0.0, 1.0, 3.0, 11.0]
    reader = Reader({"https://news.example/7": Page(status=502)})
    assert "the server answers 502" in reader.error("https://news.example/7").reason
    assert len(reader.answers.pages) == 3


def test_a_host_that_fails_again_and_again_is_asked_no_more() -> None:
    pages = [f"https://news.example/{n}" for n in range(9)]
    table = {
        "https://news.example/robots.txt": Page(status=404),
        **dict.fromkeys(pages, httpx.ReadError("x")),
    }
    reader = Reader({**table, "https://other.example/1": PAGE})
    found = reader.read(*pages, "https://other.example/1")
    assert ["failed 3 times in a row" in str(error) for error in found[:-1]] == [False] * 3 + [True] * 6
    assert isinstance(found[-1], RawReport)
    assert len(reader.answers.pages) == 3 * 3 + 1
    again = Reader({**table, pages[2]: PAGE, pages[5]: PAGE})
    assert not any("in a row" in str(error) for error in again.read(*pages[:8]))


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (httpx.ConnectTimeout("x"), "no connection within 10 s"),
        (httpx.ReadTimeout("x"), "was silent for 20 s"),
        (httpx.ConnectError("Connection refused"), "no connection: Connection refused"),
        (httpx.ReadError("reset"), "the connection broke: reset"),
        (httpx.RemoteProtocolError("illegal status line"), "what is not HTTP: illegal status line"),
        (httpx.ProxyError("403"), "the proxy does not let it through: 403"),
    ],
)
def test_each_failure_of_a_connection_says_what_it_was(error: Exception, reason: str) -> None:
    table = {"https://news.example/robots.txt": Page(status=404), "https://news.example/7": error}
    found = Reader(table).error("https://news.example/7")
    assert isinstance(found, NotFetched)
    assert reason in found.reason
    assert "try again later" in found.reason


# ---- the cache ---------------------------------------------------------------------------------------------


def changing(request: httpx.Request) -> Page:
    """A page that has not changed for those who know it."""
    if request.headers.get("if-none-match") == '"v1"':
        return Page(status=304)
    return Page(PAGE, headers={"etag": '"v1"', "last-modified": "x"})


def test_a_page_that_has_not_changed_is_not_sent_again_and_is_the_same_report(tmp_path: Path) -> None:
    fetching = Fetching(cache=tmp_path)
    first, second = (
        Reader({"https://news.example/7": changing}, fetching),
        Reader({"https://news.example/7": changing}, fetching),
    )
    second.clock.sleep(5000)
    before, after = first.report("https://news.example/7"), second.report("https://news.example/7")
    assert second.answers.heard[-1]["if-none-match"] == '"v1"'
    assert second.answers.heard[-1]["if-modified-since"] == "x"
    assert after == before  # the time of retrieval is that of the bytes


def test_a_page_that_has_changed_replaces_the_old_one(tmp_path: Path) -> None:
    old = Page(b"<p>Old text.</p>", headers={"etag": '"v0"'})
    reader = Reader({"https://news.example/7": [old, changing]}, Fetching(cache=tmp_path))
    assert reader.report("https://news.example/7").content == b"<p>Old text.</p>"
    assert reader.report("https://news.example/7").content == PAGE
    assert reader.report("https://news.example/7").content == PAGE
    assert reader.answers.heard[-1]["if-none-match"] == '"v1"'


def test_without_a_cache_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    reader = Reader({"https://news.example/7": changing})
    for _ in range(2):
        assert reader.report("https://news.example/7").content == PAGE
        assert "if-none-match" not in reader.answers.heard[-1]
    assert list(tmp_path.iterdir()) == []


def test_what_a_site_wants_not_kept_is_not_kept(tmp_path: Path) -> None:
    private = Page(PAGE, headers={"etag": "x", "cache-control": "no-store"})
    reader = Reader({"https://news.example/7": private}, Fetching(cache=tmp_path))
    reader.report("https://news.example/7")
    assert not (tmp_path / "bodies").exists()


def test_the_same_page_fetched_again_is_the_same_report() -> None:
    reader = Reader({"https://news.example/7": PAGE})
    first = reader.report("https://news.example/7")
    reader.clock.sleep(100)
    second = reader.report("https://news.example/7")
    assert first.metadata["retrieved"] != second.metadata["retrieved"]
    assert fingerprint(first) == fingerprint(second)
