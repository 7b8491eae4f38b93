"""Whatever bytes come: reports or errors come of them, never an exception, always the same."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquire_inputs import packed, taken, warc, zipped
from crossbearing.acquire import acquire
from crossbearing.acquire.kinds import ENDINGS, kind_of
from crossbearing.errors import InputError
from crossbearing.model import RawReport

PAGE = ("response", "http://post.example/1", b"<html><p>Gunmen came.", {"Content-Type": "text/html"})

SEEDS = {
    "in.warc": warc(PAGE, PAGE),
    "in.warc.gz": warc(PAGE, PAGE, packed=True),
    "in.zip": zipped({"a.txt": b"a", "t.csv": b"id,text\n1,x\n", "in.zip": zipped({"b.html": b"<p>b"})}),
    "in.csv": b'id,text,date\r\n1,"Gunmen, ""they""\r\ncame",1477389600\r\n2,x,\r\n',
    "in.csv.gz": packed(b"id,text\n1,x\n2,y\n"),
    "in.jsonl": b'{"id": 1, "text": "x", "published": 1477389600}\n{"html": "<p>y"}\n',
    "in.json": b'{"articles": [{"content": "x", "source": {"name": "Post"}}, {"text": null}]}',
    "in.rss": b"<rss><channel><item><title>Raid</title><description>x</description></item></channel></rss>",
    "in.eml": b"From: a@post.example\r\nMIME-Version: 1.0\r\nMessage-ID: <1>\r\n\r\nGunmen came.",
}

damages = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["put", "cut", "drop", "end"]), st.binary(max_size=6)),
    max_size=4,
)


def damaged(content: bytes, damage: list[tuple[float, str, bytes]]) -> bytes:
    for where, how, piece in damage:
        at = int(where * len(content))
        if how == "put":
            content = content[:at] + piece + content[at + len(piece) :]
        elif how == "end":
            content = content[:at]
        else:
            content = content[:at] + (piece if how == "drop" else b"") + content[at + 5 :]
    return content


def check(content: bytes, name: str) -> None:
    found = taken(content, name)
    assert found, "something is always said"
    assert all(isinstance(item, (RawReport, InputError)) for item in found)
    names = [item.id for item in found if isinstance(item, RawReport)]
    assert len(names) == len(set(names))
    assert [str(item) for item in found] == [str(item) for item in taken(content, name)]


@given(content=st.binary(max_size=400), name=st.sampled_from([f"in{ending}" for ending in ENDINGS] + ["in"]))
@settings(max_examples=300, deadline=None)
def test_any_bytes_under_any_name(content: bytes, name: str) -> None:
    check(content, name)


@given(seed=st.sampled_from(sorted(SEEDS)), damage=damages, named=st.booleans())
@settings(max_examples=300, deadline=None)
def test_damaged_inputs(seed: str, damage: list[tuple[float, str, bytes]], named: bool) -> None:
    check(damaged(SEEDS[seed], damage), seed if named else "in")


@given(
    text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1),
    encoding=st.sampled_from(["utf-8", "utf-16"]),
)
@settings(max_examples=200, deadline=None)
def test_the_text_of_a_row_is_kept_to_the_character(text: str, encoding: str) -> None:
    import csv

    table = io.StringIO(newline="")
    csv.writer(table, quoting=csv.QUOTE_ALL).writerows([("id", "text"), ("1", text)])
    found = list(acquire(["-"], stdin=io.BytesIO(table.getvalue().encode(encoding))))
    if text.strip():
        assert [item.content for item in found if isinstance(item, RawReport)] == [text]
    else:
        assert [type(item) for item in found if isinstance(item, RawReport)] == []


@pytest.mark.parametrize(
    "head", [b"<" * 65536, b"<!--" * 16384, b"<?xml" * 13107, b"{" * 65536, b"a:" * 32768, b"[ " * 32768]
)
@pytest.mark.parametrize("name", ["in", "in.xml", "in.json", "in.txt"])
def test_what_is_made_to_be_slow_is_looked_at_once(head: bytes, name: str) -> None:
    for _ in range(20):  # a pattern that backtracks would take minutes for one
        assert kind_of(head, name)
