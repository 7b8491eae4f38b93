"""Invented news for measuring: reports of 3 KB, pages of 60 to 150 KB, web archives. The same for every seed.

The words are invented; the shape is that of news: a dateline, who did what to whom, who says so, background;
and around it, on a page, menus, scripts, JSON-LD, related headlines, captions and a footer.
"""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterator
from pathlib import Path

TOWNS = (
    "Idlib",
    "Mosul",
    "Kirkuk",
    "Baiji",
    "Aleppo",
    "Goma",
    "Maiduguri",
    "Kharkiv",
    "Kandahar",
    "Bamako",
    "Aden",
)
SIDES = ("Gunmen", "Government troops", "Islamic State militants", "Rebels", "Soldiers", "Militia fighters")
DEEDS = (
    "killed {n} civilians in an attack on a market in {town}",
    "shelled the outskirts of {town}, wounding at least {n} people",
    "clashed with the army near {town}, leaving {n} soldiers dead",
    "abducted {n} farmers on the road to {town}",
    "seized a checkpoint north of {town} after {n} hours of fighting",
    "fired {n} rockets at a base in {town}",
)
SAYERS = ("police said", "a medic told the Hill Post", "the army said in a statement", "residents said")
PLAIN = (
    "Shops in the centre opened late and schools stayed shut for the rest of the week.",
    "The road has been closed since the spring, and lorries wait for days at the crossing.",
    "Officials from the province met elders on {day} and promised help for those who had fled.",
    "Prices for flour and fuel have doubled, traders at the bus station said.",
    "The town lies on the river, some {n} kilometres from the border.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def report(number: int, size: int = 3000) -> str:
    """One report of about ``size`` characters."""
    rng = random.Random(f"report {number}")
    town = rng.choice(TOWNS)
    made = [f"{town.upper()} (Hill Post) - {_told(rng, town)}"]
    while sum(map(len, made)) < size:
        sentences = [_told(rng, rng.choice((town, rng.choice(TOWNS))))] if rng.random() < 0.5 else []
        sentences += [_filled(rng, rng.choice(PLAIN), town) for _ in range(rng.randint(2, 4))]
        made.append(" ".join(sentences))
    return "\n\n".join(made)


def _told(rng: random.Random, town: str) -> str:
    deed = _filled(rng, rng.choice(DEEDS), town)
    return f"{rng.choice(SIDES)} {deed} on {rng.choice(DAYS)}, {rng.choice(SAYERS)}."


def _filled(rng: random.Random, pattern: str, town: str) -> str:
    return pattern.format(n=rng.randint(2, 40), town=town, day=rng.choice(DAYS))


def published(number: int) -> str:
    return f"2019-{number % 12 + 1:02}-{number % 28 + 1:02}"


def row(number: int) -> dict[str, str]:
    """The report as a row of a table."""
    return {
        "id": f"r{number:07}",
        "text": report(number),
        "published": published(number),
        "outlet": "Hill Post",
    }


def page(number: int) -> str:
    """The report on a page of 60 to 150 KB."""
    rng = random.Random(f"page {number}")
    size = rng.randint(60_000, 150_000)
    title = report(number).partition(" - ")[2].partition(",")[0]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in report(number).split("\n\n"))
    facts = {"@type": "NewsArticle", "headline": title, "datePublished": f"{published(number)}T08:00:00Z"}
    around = _menu(rng) + f"<main><article><h1>{title}</h1>{body}</article></main>" + _related(rng)
    scripts = _scripts(rng, size - len(around))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} - Hill Post</title>'
        f'<script type="application/ld+json">{json.dumps(facts)}</script>{scripts}</head><body>{around}'
        "<footer>All rights reserved. Privacy. Contact.</footer></body></html>"
    )


def _menu(rng: random.Random) -> str:
    entries = "".join(f'<li><a href="/{n}">{rng.choice(TOWNS)} news {n}</a></li>' for n in range(120))
    return f'<header><nav class="menu"><ul>{entries}</ul></nav></header>'


def _related(rng: random.Random) -> str:
    cards = "".join(
        f'<div class="card"><a href="/s/{n}"><img src="/i/{n}.jpg" alt="">'
        f"<h3>{_told(rng, rng.choice(TOWNS))}</h3></a></div>"
        for n in range(60)
    )
    return f'<aside class="related"><h2>Read more</h2>{cards}</aside>'


def _scripts(rng: random.Random, size: int) -> str:
    line = "window.dataLayer.push({'event':'view','slot':%d,'id':'%08x'});\n"
    made = io.StringIO()
    while made.tell() < size:
        made.write(line % (rng.randrange(99), rng.getrandbits(32)))
    return f"<script>{made.getvalue()}</script>"


def write_reports(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"{number:06}.txt").write_text(report(number))


def write_pages(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"{number:06}.html").write_text(page(number))


def write_warc(path: Path, size: int) -> int:
    """A web archive of about ``size`` bytes, unpacked, written record by record; how many pages are in it."""
    count = 0
    with path.open("wb") as stream:
        for record in _records():
            stream.write(record)
            count += 1
            if stream.tell() >= size:
                break
    return count


def _records() -> Iterator[bytes]:
    number = 0
    while True:
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number).encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
            f"WARC-Date: {published(number)}T09:00:00Z\r\nWARC-Target-URI: https://hill.example/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        yield head.encode() + answer + b"\r\n\r\n"
        number += 1
