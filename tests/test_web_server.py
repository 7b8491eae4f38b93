"""Over real connections to a site on this machine: where they lead, how long they last, what they bring."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from crossbearing.acquire import Fetching, Web, acquire
from crossbearing.acquire.web import Bounds
from crossbearing.acquire.web.clock import SystemClock
from crossbearing.acquire.web.opening import World
from crossbearing.acquire.web.resolver import FakeResolver, NameNotFoundError, SystemResolver
from crossbearing.acquire.web.transport import Deadline, Guard, GuardedBackend
from crossbearing.errors import InputError, NotFetched
from crossbearing.model import RawReport
from web_answers import PAGE
from web_server import Page, Site, serving

CERTIFICATE = str(Path(__file__).parent / "data" / "web" / "news.example.pem")
"""For news.example, signed by itself, made for these tests alone; it is good for a hundred years."""

QUICK = Bounds(connect=2, read=0.3, total=0.8, size=2**20, retries=0)
NAMES = {"news.example": ["127.0.0.1"]}


def read(
    *addresses: str, private: bool = True, bounds: Bounds = QUICK, world: World | None = None
) -> list[RawReport | InputError]:
    fetching = Fetching(allow_private=private, interval=0, keep=False, bounds=bounds)
    return list(acquire(addresses, web=Web(fetching, world=world or World(resolver=FakeResolver(NAMES)))))


def error(address: str, **options: object) -> str:
    (found,) = read(address, **options)  # type: ignore[arg-type]
    assert isinstance(found, NotFetched), found
    return found.reason


@pytest.fixture
def site() -> Iterator[Site]:
    with serving({"/7": Page(PAGE)}) as running:
        yield running


# ---- where connections lead --------------------------------------------------------------------------------


def test_a_page_is_read_by_number_and_by_name(site: Site) -> None:
    by_number, by_name = read(site.address("/7"), site.address("/7", host="news.example"))
    assert isinstance(by_number, RawReport)
    assert isinstance(by_name, RawReport)
    assert by_number.content == by_name.content == PAGE
    assert by_name.id == f"http://news.example:{site.port}/7"
    assert site.heard[-1]["host"] == f"news.example:{site.port}"


@pytest.mark.parametrize("host", ["127.0.0.1", "news.example", "localhost"])
def test_this_machine_is_not_asked_unless_that_is_allowed(site: Site, host: str) -> None:
    world = World(resolver=FakeResolver({**NAMES, "localhost": ["::1", "127.0.0.1"]}))
    assert "--allow-private" in error(site.address("/7", host=host), private=False, world=world)
    assert site.asked == []


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(site: Site) -> None:
    # A name that has another answer the second time: who asks to check and again to connect is led astray.
    resolver = FakeResolver({"evil.example": [["127.0.0.1"], ["127.0.0.2"]]})
    deadline = Deadline(SystemClock())
    backend = GuardedBackend(Guard(resolver, allow_private=True), deadline)
    stream = backend.connect_tcp("evil.example", site.port, timeout=1)
    assert stream.get_extra_info("server_addr") == ("127.0.0.1", site.port)
    assert resolver.asked == ["evil.example"]
    stream.close()


def test_the_next_address_of_a_name_is_tried_when_nobody_answers_at_the_first(site: Site) -> None:
    resolver = FakeResolver({"news.example": ["::1", "127.0.0.1"]})
    (report,) = read(site.address("/7", host="news.example"), world=World(resolver=resolver))
    assert isinstance(report, RawReport)


def test_one_connection_serves_for_all_that_is_asked_of_a_host() -> None:
    resolver = FakeResolver(NAMES)
    with serving(
        {"/7": Page(PAGE), "/old": Page(status=302, headers={"Location": "/7"})}, protocol="HTTP/1.1"
    ) as site:
        found = read(
            *(site.address(path, host="news.example") for path in ("/7", "/gone", "/old")),
            world=World(resolver=resolver),
        )
    assert [type(item) for item in found] == [RawReport, NotFetched]
    assert site.asked == ["/robots.txt", "/7", "/gone", "/old", "/7"]
    assert len(resolver.asked) == 1


def test_a_name_whose_answer_turns_private_is_not_followed_there(site: Site) -> None:
    resolver = FakeResolver({"news.example": [["127.0.0.1"], ["169.254.169.254"]]})
    assert "secrets" in error(site.address("/7", host="news.example"), world=World(resolver=resolver))
    assert site.asked == ["/robots.txt"]
    assert len(resolver.asked) == 2  # one for each connection


def test_a_redirect_inside_is_not_followed_over_a_connection_either(site: Site) -> None:
    site.pages["/out"] = Page(status=302, headers={"Location": "http://inside.example/x"})
    world = World(resolver=FakeResolver({**NAMES, "inside.example": ["169.254.169.254"]}))
    reason = error(site.address("/out"), world=world)
    assert "redirects to http://inside.example/x" in reason
    assert "secrets" in reason


def test_a_host_that_nobody_knows_is_named() -> None:
    assert "there is no such host" in error("http://nobody.example/7")


def test_a_port_where_nobody_listens_is_named() -> None:
    with serving({}) as gone:
        port = gone.port
    assert "no connection" in error(f"http://127.0.0.1:{port}/7")


# ---- proxies ----------------------------------------------------------------------------------------------


def test_proxies_are_used_only_when_that_is_asked_for(site: Site) -> None:
    proxied = "http://news.example/7"
    site.pages |= {proxied: Page(PAGE), "http://news.example/robots.txt": Page(status=404)}
    world = World(resolver=FakeResolver({}), proxies={"http": f"http://ana:secret@127.0.0.1:{site.port}"})
    assert "no such host" in error(proxied, world=world)
    assert site.asked == []
    fetching = Fetching(use_proxies=True, interval=0, keep=False, bounds=QUICK)
    (report,) = acquire([proxied], web=Web(fetching, world=world))
    assert isinstance(report, RawReport)
    assert report.content == PAGE
    assert site.heard[-1]["proxy-authorization"] == "Basic YW5hOnNlY3JldA=="
    (refused,) = acquire(["http://10.0.0.1/"], web=Web(fetching, world=world))
    assert "a private network" in str(refused)  # what is written as a number is checked here


@pytest.mark.parametrize(
    "proxy", ["socks5://127.0.0.1:1080", "https://127.0.0.1:1", "ftp://127.0.0.1", "http://a:b"]
)
def test_a_proxy_of_another_kind_is_named(proxy: str) -> None:
    fetching = Fetching(use_proxies=True, keep=False)
    web = Web(fetching, world=World(proxies={"all": proxy}))
    (found,) = acquire(["http://news.example/7"], web=web)
    assert isinstance(found, NotFetched)
    assert found.where == "http://news.example/7"
    assert "HTTP_PROXY: only" in found.reason


# ---- TLS ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def secure() -> Iterator[Site]:
    with serving({"/7": Page(PAGE)}, CERTIFICATE) as running:
        yield running


def test_a_secure_connection_checks_the_name_though_it_leads_to_a_number(secure: Site) -> None:
    trust = ssl.create_default_context(cafile=CERTIFICATE)
    world = World(resolver=FakeResolver({**NAMES, "other.example": ["127.0.0.1"]}), trust=trust)
    (report,) = read(secure.address("/7", host="news.example", scheme="https"), world=world)
    assert isinstance(report, RawReport)
    assert report.content == PAGE
    reason = error(secure.address("/7", host="other.example", scheme="https"), world=world)
    assert "no secure connection" in reason
    assert "other.example" in reason


def test_a_certificate_that_nobody_signed_is_refused(secure: Site) -> None:
    reason = error(secure.address("/7", host="news.example", scheme="https"))
    assert "no secure connection: self-signed certificate" in reason


def test_a_site_that_speaks_no_tls_is_named(site: Site) -> None:
    assert "no secure connection" in error(site.address("/7", host="news.example", scheme="https"))


# ---- time --------------------------------------------------------------------------------------------------


def dribbling(piece: bytes, head: bytes = b"") -> object:
    """A server that sends ``head``, and then ``piece`` again and again before it has been silent too long."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        for _ in range(100):
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(0.1)

    return act


BEGIN = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("the body", dribbling(b"x", BEGIN + b"\r\n")),
        ("the headers", dribbling(b"X-A: b\r\n", BEGIN)),
        ("the first line", dribbling(b"H")),
        ("chunks", dribbling(b"1\r\nx\r\n", BEGIN + b"Transfer-Encoding: chunked\r\n\r\n")),
    ],
)
def test_a_server_that_dribbles_ends_at_the_total_limit(site: Site, name: str, act: object) -> None:
    site.pages["/slow"] = act  # type: ignore[assignment]
    before = time.monotonic()
    assert "took longer than 0.8 s in all" in error(site.address("/slow")), name
    assert time.monotonic() - before < 3


def test_a_server_that_falls_silent_is_not_waited_for(site: Site) -> None:
    site.pages["/slow"] = lambda _: time.sleep(1)
    assert "was silent for 0.3 s" in error(site.address("/slow"))


def test_a_name_service_that_does_not_answer_is_not_waited_for() -> None:
    class Silent:
        def resolve(self, host: str, timeout: float) -> Sequence[str]:  # noqa: ARG002
            raise TimeoutError(f"nothing in {timeout} s")

    assert "no connection within 2 s" in error("http://news.example/7", world=World(resolver=Silent()))


# ---- size --------------------------------------------------------------------------------------------------

BOMB = gzip.compress(b"\0" * 100 * 2**20, 9)
"""100 MB of zeros in 100 KB."""


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(BEGIN + b"\r\n")
    while True:
        handler.wfile.write(b"x" * 65536)


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("a body that says how large it is", Page(b"x" * (2**20 + 1))),
        ("a body without end", endless),
        ("a bomb", Page(BOMB, headers={"Content-Encoding": "gzip"})),
        (
            "a bomb of several parts",
            Page(gzip.compress(b"x" * 2**19) * 3, headers={"Content-Encoding": "gzip"}),
        ),
    ],
)
def test_what_is_too_large_is_refused_while_it_comes(site: Site, name: str, page: object) -> None:
    site.pages["/big"] = page  # type: ignore[assignment]
    assert "is larger than 1 MB" in error(site.address("/big")), name


def test_a_bomb_is_not_unpacked_in_memory(site: Site) -> None:
    import tracemalloc

    site.pages["/big"] = Page(BOMB, headers={"Content-Encoding": "gzip"})
    tracemalloc.start()
    try:
        error(site.address("/big"))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 8 * 2**20


@pytest.mark.parametrize(
    ("name", "page", "reason"),
    [
        ("brotli", Page(b"x", headers={"Content-Encoding": "br"}), "packed as br, which was not asked for"),
        ("gzip twice", Page(b"x", headers={"Content-Encoding": "gzip, gzip"}), "which was not asked for"),
        ("no gzip", Page(b"hello", headers={"Content-Encoding": "gzip"}), "said to be gzip and is not"),
        (
            "half a gzip",
            Page(gzip.compress(PAGE)[:40], headers={"Content-Encoding": "gzip"}),
            "ends in the middle",
        ),
        ("less than announced", Page(PAGE, headers={"Content-Length": "5000"}), "broke off"),
        ("headers without end", Page(PAGE, headers={f"X-{n}": "y" * 5000 for n in range(60)}), "not HTTP"),
        ("no HTTP", lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n"), "not HTTP"),
        ("nothing", lambda handler: handler.connection.close(), "broke"),
        ("two lengths", Page(PAGE, headers={"content-length": "7"}), "not HTTP"),
    ],
)
def test_a_broken_answer_says_what_is_broken(site: Site, name: str, page: object, reason: str) -> None:
    site.pages["/broken"] = page  # type: ignore[assignment]
    assert reason in error(site.address("/broken")), name


def test_packed_pages_are_unpacked(site: Site) -> None:
    site.pages["/packed"] = Page(gzip.compress(PAGE), headers={"Content-Encoding": "gzip"})
    site.pages["/plain"] = Page(PAGE, headers={"Content-Encoding": "identity"})
    for found in read(site.address("/packed"), site.address("/plain")):
        assert isinstance(found, RawReport)
        assert found.content == PAGE


# ---- the seams themselves ----------------------------------------------------------------------------------


def test_the_name_service_of_this_machine_knows_this_machine() -> None:
    assert set(SystemResolver().resolve("localhost", 5)) <= {"127.0.0.1", "::1"}
    with pytest.raises(NameNotFoundError):
        SystemResolver().resolve("a" * 64 + ".example", 5)


def test_everything_is_closed_when_reading_ends_early(site: Site) -> None:
    before = threading.active_count()
    found = acquire(
        [site.address("/7"), site.address("/7")],
        web=Web(Fetching(allow_private=True, interval=0, keep=False)),
    )
    assert isinstance(next(found), RawReport)
    found.close()  # type: ignore[attr-defined]
    deadline = time.monotonic() + 2
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert threading.active_count() <= before
