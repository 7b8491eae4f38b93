"""A web site on this machine for tests: pages from a table, over real connections."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass(frozen=True, slots=True)
class Page:
    """An answer: ``body`` is sent as it is."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str = "text/html; charset=utf-8"


Act = Callable[[BaseHTTPRequestHandler], None]
"""What a server does that a table of pages cannot say: it writes to the connection itself."""


@dataclass(slots=True)
class Site:
    """A running server: ``pages`` by path, ``asked`` the paths in order, ``heard`` the headers of each."""

    port: int
    pages: dict[str, Page | Act]
    asked: list[str] = field(default_factory=list)
    heard: list[Mapping[str, str]] = field(default_factory=list)

    def address(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"


@contextmanager
def serving(
    pages: dict[str, Page | Act], certificate: str | None = None, protocol: str = "HTTP/1.0"
) -> Iterator[Site]:
    """A site on a free port of the loopback interface; over TLS when there is a certificate (a PEM file with
    its key). With ``HTTP/1.1`` a connection serves for more than one request."""
    site = Site(0, pages)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = protocol
        timeout = 1  # a connection that waits for another request does not outlive a test

        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.heard.append({name.lower(): value for name, value in self.headers.items()})
            page = site.pages.get(self.path, Page(b"nothing here", 404))
            if not isinstance(page, Page):
                page(self)
                return
            self.send_response(page.status)
            headers = {"Content-Type": page.kind, "Content-Length": str(len(page.body)), **page.headers}
            for name, value in headers.items():
                if value:
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.body)

        def log_message(self, *args: object) -> None:
            """Nothing is logged."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *args: object) -> None:
            """A client that hangs up in the middle is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
