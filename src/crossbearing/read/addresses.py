"""What an address tells: the day in its path, and whose it is."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from urllib.parse import urlsplit

from crossbearing.read.claims import DayClaim
from crossbearing.read.dateforms import MONTHS, iso_day
from crossbearing.vocab.agencies import agency_at

_NAMES = "|".join(sorted((name for name in MONTHS if len(name) >= 3), key=len, reverse=True))
_Y, _M, _D = r"(?P<y>(?:19|20)\d\d)", r"(?P<m>0[1-9]|1[0-2])", r"(?P<d>0[1-9]|[12]\d|3[01])"
_END = r"(?=[/_.?-]|$)"
_DAYS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("/2016/10/25/, /2016-10-25-x, _20161025.html",
     re.compile(rf"[/_-]{_Y}(?P<sep>[/_-]?){_M}(?P=sep){_D}{_END}")),
    ("/2016/6/3/", re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d\d?)/(?P<d>\d\d?)(?=[/?]|$)")),
    ("/2016/oct/25/, /2016/october/25-x",
     re.compile(rf"/{_Y}[/-](?P<name>{_NAMES})[/-](?P<d>[0-3]?\d){_END}", re.I | re.A)),
    ("-october-25-2016", re.compile(rf"[/_-](?P<name>{_NAMES})-(?P<d>[0-3]?\d)-{_Y}{_END}", re.I | re.A)),
    ("-25-october-2016", re.compile(rf"[/_-](?P<d>[0-3]?\d)-(?P<name>{_NAMES})-{_Y}{_END}", re.I | re.A)),
    ("-25-10-2016", re.compile(rf"[/_-]{_D}-{_M}-{_Y}{_END}")),
    ("/25/10/2016/", re.compile(rf"/{_D}/{_M}/{_Y}(?=[/?]|$)")),
    ("/251020167",
     re.compile(r"/(?P<d>0[1-9]|[12]\d|3[01])(?P<m>0[1-9]|1[0-2])(?P<y>20[0-3]\d)\d?(?=[/?]|$)")),
    ("x-idUSKCN12P0J020161025, behind a serial number",
     re.compile(rf"[a-z]\d?[A-Z]\w{{4,12}}?{_Y}{_M}{_D}$")),
)  # fmt: skip
"""Forms of a day in a path, the surest first, each with an example. Without re.A "ſep" would be September."""
_MONTH = re.compile(rf"/(?P<y>(?:19|20)\d\d)[/-](?:{_M}|(?P<name>{_NAMES}))/(?=\D)", re.I | re.A)
_OPAQUE = re.compile(r"/(?:wp-content/uploads|uploads|sites/default/files|static|assets|themes?)/", re.I)
"""Paths of files: their folders are named by the day on which a file was put there."""
_ARCHIVE = re.compile(r"^/web/\d{4,14}[a-z_]*/(?=https?:)|^/(?=https?:)")
"""What an archive of the web puts before the address of the page that it keeps: the day of its copy."""


def address_claim(address: str | None) -> DayClaim | None:
    """The day in an address ("…/2016/10/25/…"), or the month, or None. A query and a host tell no day."""
    path = _path(address)
    if not path or _OPAQUE.search(path):
        return None
    for _, form in _DAYS:
        match = form.search(path)
        day = _day(match) if match else None
        if day:
            return DayClaim("address", "address", day, day)
    month = _MONTH.search(path)
    if month is None:
        return None
    year, number = int(month["y"]), int(month["m"] or MONTHS[month["name"].lower()])
    last = date(year, number, monthrange(year, number)[1])
    return DayClaim("month of the address", "address", date(year, number, 1), last)


def outlet_at(address: str | None) -> str | None:
    """The name of the agency or outlet that an address belongs to, when its domain is known."""
    known = agency_at(_split(address)[0])
    return known.name if known else None


def _split(address: str | None) -> tuple[str, str]:
    """Host and path of the page, looked for inside an archive's address too; empty for what is none."""
    try:
        parts = urlsplit((address or "").strip())
        inner = _ARCHIVE.sub("", parts.path)
        if inner != parts.path:
            return _split(inner if "://" in inner else inner.replace(":/", "://", 1))
        return (parts.hostname or ""), parts.path
    except ValueError:
        return "", ""


def _path(address: str | None) -> str:
    return _split(address)[1]


def _day(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    month = int(groups["m"]) if groups.get("m") else MONTHS[groups["name"].lower()]
    return iso_day(f"{groups['y']}-{month:02}-{int(groups['d']):02}")
