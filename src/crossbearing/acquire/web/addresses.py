"""Addresses of the web: what they must be, and the one way in which each is written.

Only http and https. No user name and password, because they would end up in the ledger. Of the ports below
1024 only 80 and 443, and none of those that browsers block (where mail, chat and other services listen that
could be made to act by a request).
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode

import httpx

from crossbearing.acquire.web.networks import forbidden
from crossbearing.errors import NotFetched

_BLOCKED_PORTS = frozenset(
    (1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, *range(6665, 6670), 6679, 6697, 10080)
)
"""The ports above 1023 that the Fetch standard blocks (https://fetch.spec.whatwg.org/#port-blocking)."""

_NUMBER = re.compile(r"0x[0-9a-f]*|\d+", re.I)
_DOTTED = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)")

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|_ga|_gl|wt_mc|at_medium")
"""Parameters that say where a reader came from. They name no other page, so they are no part of an id."""


def web_address(written: str, *, base: str | None = None, allow_private: bool = False) -> str:
    """The address in its one form: host in lower case and ASCII, no default port, no fragment.

    ``base`` is what a relative address is relative to. Raises NotFetched for what is not fetched.
    """
    where = shown(written)
    if re.search(r"[\x00-\x1f\x7f\\]", written.strip()):
        raise NotFetched(where, "is not a web address: it holds a backslash or a control character")
    try:
        url = httpx.URL(base).join(written.strip()) if base else httpx.URL(written.strip())
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise NotFetched(where, f"is not a web address: {error}") from error
    if url.scheme not in ("http", "https"):
        raise NotFetched(where, f"only http and https are fetched, not {url.scheme or 'this'}:")
    if url.userinfo or "@" in written.partition("://")[2].partition("/")[0]:
        raise NotFetched(where, "has a user name or password in it; what needs a login is not fetched")
    _check_host(where, url, allow_private)
    _check_port(where, url)
    return str(url.copy_with(fragment=None, raw_path=url.raw_path))


def _check_host(where: str, url: httpx.URL, allow_private: bool) -> None:
    host = url.raw_host.decode("ascii", "replace")
    if not host.strip("."):
        raise NotFetched(where, "is not a web address: it names no host")
    if "%" in host:
        raise NotFetched(where, "is not a web address: its host holds a %")
    is_number = ":" in host or _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]) is not None
    if is_number and ":" not in host and not _DOTTED.fullmatch(host):
        raise NotFetched(where, "its host is a number that can be read in several ways; write its name")
    if not is_number:
        return  # a name: what it leads to is checked when a connection is made
    reason = forbidden(host, host, allow_private=allow_private)
    if reason:
        raise NotFetched(where, reason)


def _check_port(where: str, url: httpx.URL) -> None:
    port = url.port if url.port is not None else 80
    if (port < 1024 and port not in (80, 443)) or port in _BLOCKED_PORTS or port > 65535:
        raise NotFetched(where, f"port {port} is not one of web sites; 80, 443 and most above 1023 are fetched")


def without_tracking(address: str) -> str:
    """The address without the parameters that only say where a reader came from."""
    url = httpx.URL(address)
    query = url.query.decode("ascii", "replace")
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if not _TRACKING.fullmatch(key)]
    if len(kept) == len(pairs):
        return address
    return str(url.copy_with(query=urlencode(kept).encode() if kept else None))


def shown(written: str) -> str:
    """An address as it may be printed: without a password, and on one line."""
    hidden = re.sub(r"(?<=://)[^/?#@\s]*@", "…@", written.strip())
    return re.sub(r"[\x00-\x1f\x7f]", "�", hidden)[:500]
