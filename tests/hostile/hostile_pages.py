"""Pages, feeds and XML: nested without end, never closed, naming entities that swell, lying about themselves."""

from __future__ import annotations

from collections.abc import Callable

from hostile_cases import TOLD, Case, seeded, text

_FILL = f"<p>{TOLD}</p>" * 4


def page(body: str, head: str = "<title>Raid</title>") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}{_FILL}</body></html>"


def _nested() -> list[Case]:
    tags = ("div", "span", "table", "ul", "blockquote", "b", "a", "p", "font", "svg", "script", "article")
    made = [
        text(f"nested-{tag}.html", lambda tag=tag: page(f"<{tag}>" * 10_000 + TOLD))  # type: ignore[misc]
        for tag in tags
    ]
    made.append(text("nested-closed.html", lambda: page("<div>" * 10_000 + TOLD + "</div>" * 10_000)))
    made.append(text("nested-tables.html", lambda: page("<table><tr><td>" * 3000 + TOLD)))
    made.append(text("closed-only.html", lambda: page("</div></p></body></html>" * 10_000)))
    made.append(text("nested-frames.html", lambda: page("<iframe srcdoc='" * 3000)))
    return made


def _heads() -> list[Case]:
    heads: dict[str, Callable[[], str]] = {
        "json-ld-nested": lambda: _json_ld("[" * 20_000),
        "json-ld-objects": lambda: _json_ld('{"a":' * 20_000),
        "json-ld-wrong-types": lambda: _json_ld('{"@type": ["NewsArticle", 7, null], "datePublished": [{}, 3, null, true], "author": [[[{"name": {"x": 1}}]]], "headline": 5, "publisher": [null], "url": {"@id": []}}'),
        "json-ld-infinity": lambda: _json_ld('{"@type": "NewsArticle", "datePublished": NaN, "wordCount": Infinity, "dateModified": 1e999}'),
        "json-ld-cycle": lambda: _json_ld('{"@graph": [{"@id": "#a", "author": {"@id": "#a"}}, {"@id": "#a", "isPartOf": {"@id": "#a"}}]}'),
        "json-ld-number": lambda: _json_ld('{"@type": "NewsArticle", "datePublished": ' + "9" * 100_000 + "}"),
        "json-ld-surrogate": lambda: _json_ld('{"@type": "NewsArticle", "headline": "a\\ud800", "author": "\\udfff"}'),
        "meta-5000": lambda: "".join(f'<meta property="article:published_time" content="{n}">' for n in range(5000)),
        "meta-absurd-days": lambda: "".join(f'<meta property="article:published_time" content="{d}">' for d in ("99999-01-01", "2019-02-31", "0000-00-00", "-1", "2019-01-01T25:61:61+99:99", "T", "9" * 5000)),
        "title-7kb": lambda: f"<title>{'Raid in Idlib ' * 500}</title>",
        "times-5000": lambda: "".join(f'<time datetime="2019-05-{n % 40:02}">x</time>' for n in range(5000)),
        "charset-unknown": lambda: '<meta charset="klingon-8">',
        "charset-lies": lambda: '<meta charset="utf-16"><meta charset="shift-jis">',
        "charset-codec": lambda: '<meta charset="rot13"><meta charset="zip"><meta charset="idna">',
        "charset-undefined": lambda: '<meta charset="undefined">',
        "base-absurd": lambda: '<base href="http://[::1"><link rel="canonical" href="http://[not-an-address/%%%">',
        "refresh-cycle": lambda: '<meta http-equiv="refresh" content="0;url=?">',
        "attributes-10000": lambda: "<meta " + " ".join(f"a{n}=b" for n in range(10_000)) + ">",
        "attribute-1mb": lambda: f'<meta name="description" content="{"x" * 1_000_000}">',
    }  # fmt: skip
    return [text(f"head-{name}.html", lambda make=make: page("", make())) for name, make in heads.items()]  # type: ignore[misc]


def _json_ld(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


def _bodies() -> list[Case]:
    rng = seeded("tag soup")
    soup = [
        "<p>",
        "</p>",
        "<div",
        ">",
        "<!--",
        "-->",
        "<b>",
        "</i>",
        '"',
        "&amp",
        "&#x110000;",
        "&#0;",
        TOLD,
        "<td>",
        "]]>",
        "<![CDATA[",
        "<?php",
    ]
    bodies: dict[str, Callable[[], str]] = {
        "soup": lambda: "".join(rng.choices(soup, k=5000)),
        "less-than-100000": lambda: "<" * 100_000,
        "ampersands-100000": lambda: "&" * 100_000,
        "references-20000": lambda: "&#55296;&#x110000;&#0;&#128;&nosuch;" * 20_000,
        "comment-unclosed": lambda: "<!-- " + TOLD * 100,
        "comments-20000": lambda: "<!-- a -->" * 20_000,
        "script-unclosed": lambda: "<script>" + "if (a < b) { '</p>' }" * 5000,
        "style-unclosed": lambda: "<style>" + "p { a: b }" * 5000,
        "links-10000": lambda: "".join(f'<a href="/{n}">Blast kills {n} in Idlib</a> ' for n in range(10_000)),
        "list-items-500": lambda: "<ul>" + "<li>Blast kills two in Idlib" * 500,
        "line-breaks-1500": lambda: "Two died.<br>" * 1500,
        "columns-3000": lambda: "<table><tr>" + "<td>1</td>" * 3000 + "</table>",
        "paragraphs-500": lambda: "<p>Two died." * 500,
        "one-text-30kb": lambda: f"<p>{'ab ' * 10_000}</p>",
        "hidden": lambda: f'<div style="display:none">{_FILL}</div>' * 50,
        "data-address": lambda: f'<img src="data:image/png;base64,{"A" * 2_000_000}">',
        "frameset": lambda: "<frameset><frame src=a></frameset><noframes>" * 500,
        "names-of-tags": lambda: "".join(f"<x-{n}>a</x-{n}>" for n in range(5000)),
        "captions-3000": lambda: "<figure><figcaption>Smoke over Idlib. Photo: AP</figcaption></figure>" * 3000,
        "live-entries-100": lambda: "".join(f"<article><time>{n % 24}:00</time><h3>Blast {n}</h3><p>{TOLD}</p></article>" for n in range(100)),
        "spaces-in-tags": lambda: "<p" + " " * 100_000 + ">" + TOLD,
        "class-1mb": lambda: f'<div class="{"menu nav " * 100_000}">{TOLD}</div>',
    }  # fmt: skip
    made = [text(f"body-{name}.html", lambda make=make: page(make())) for name, make in bodies.items()]  # type: ignore[misc]
    return [
        *made,
        Case("empty.html", lambda: b""),
        Case("nothing-in-it.html", lambda: b"<html></html>"),
        Case("nuls.html", lambda: page("a\0b").encode()),
        Case("utf16.html", lambda: page("").encode("utf-16")),
        Case("cut.html", lambda: page("").encode()[:200]),
        Case("noise.html", lambda: seeded("page noise").randbytes(50_000)),
        Case("text-after-all.html", lambda: TOLD.encode()),
        Case("xhtml-entities.xhtml", lambda: _laughs(f"<html><body><p>&z;</p>{_FILL}</body></html>", "html")),
    ]


def _laughs(body: str, root: str) -> bytes:
    entities = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghij", "bcdefghijz", strict=True)
    )
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{entities}]>{body}'.encode()


def _feed(items: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'.encode()


def _feeds() -> list[Case]:
    item = f"<item><title>Raid</title><link>http://a.example/{{n}}</link><description>{TOLD}</description></item>"
    external = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/">%p;]>'
    return [
        Case("items-20000.rss", lambda: _feed("<item/>" * 20_000)),
        Case("items-alike.rss", lambda: _feed(item * 200)),
        Case("laughs.rss", lambda: _laughs("<rss><channel><item><title>&z;</title></item></channel></rss>", "rss")),
        Case("external.rss", lambda: _feed("<item><title>&x;</title></item>", external)),
        Case("nested.rss", lambda: _feed("<item>" * 10_000)),
        Case("nested.xml", lambda: b"<a>" * 10_000),
        Case("quadratic.xml", lambda: b'<!DOCTYPE a [<!ENTITY x "' + b"x" * 50_000 + b'">]><rss><channel>' + b"&x;" * 50_000 + b"</channel></rss>"),
        Case("days-absurd.rss", lambda: _feed("".join(f"<item><title>a</title><pubDate>{d}</pubDate><description>{TOLD}</description></item>" for d in ("31 Feb 99999", "Xxx, 00 Foo 0000", "9" * 1000, "Mon, 1 Jan 2019 99:99:99 +9999")))),
        Case("cut.rss", lambda: _feed(item * 20)[:2000]),
        Case("empty.rss", lambda: b""),
        Case("no-items.atom", lambda: b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>'),
        Case("content-nested.rss", lambda: _feed(f"<item><title>a</title><description><![CDATA[{'<div>' * 10_000}{TOLD}]]></description></item>")),
        Case("binary.xml", lambda: seeded("xml").randbytes(20_000)),
        Case("sitemap-cycle.xml", lambda: b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' + b"<sitemap><loc>http://a.example/sitemap.xml</loc></sitemap>" * 1000 + b"</sitemapindex>"),
    ]  # fmt: skip


def cases() -> list[Case]:
    return [*_nested(), *_heads(), *_bodies(), *_feeds()]
