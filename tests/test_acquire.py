"""What the user names is found, each report once, under an id that stays."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from crossbearing.acquire import acquire, fingerprint
from crossbearing.errors import BadRow, InputError, NotFetched, NotFound
from crossbearing.model import RawReport


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def reports(*inputs: str) -> list[RawReport]:
    found = list(acquire(inputs))
    assert [item for item in found if isinstance(item, InputError)] == []
    return [item for item in found if isinstance(item, RawReport)]


def ids(*inputs: str) -> list[str]:
    return [report.id for report in reports(*inputs)]


def rows(*lines: object) -> str:
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


# ---- ids ---------------------------------------------------------------------------------------------------


def test_a_folder_gives_its_files_sorted_by_their_relative_names(here: Path) -> None:
    for name in ("in/b.txt", "in/a.html", "in/deep/er/c.htm", "in/.git/x.txt", "in/notes.md"):
        put(here / name, name)
    assert ids("in") == ["a.html", "b.txt", "deep/er/c.htm"]


def test_a_file_by_name_has_its_name_whatever_its_ending(here: Path) -> None:
    put(here / "in/a.txt", "one")
    put(here / "in/LATEST", "two")
    assert ids("in/a.txt", "in/LATEST") == ["a.txt", "LATEST"]


def test_a_glob_names_files_from_where_its_wildcards_begin(here: Path) -> None:
    for name in ("in/x/a.txt", "in/y/a.txt", "in/y/b.html"):
        put(here / name, name)
    assert ids("in/*/a.txt") == ["x/a.txt", "y/a.txt"]
    assert ids("in/**/*") == ["x/a.txt", "y/a.txt", "y/b.html"]
    assert ids(f"{here}/in/y/*.html") == ["b.html"]


def test_a_file_whose_name_looks_like_a_glob_is_a_file(here: Path) -> None:
    put(here / "raid[1].txt", "text")
    assert ids("raid[1].txt") == ["raid[1].txt"]


@pytest.mark.parametrize(
    ("row", "identity"),
    [
        ({"id": "r1", "url": "http://x.example/1", "text": "t"}, "r1"),
        ({"id": 17, "text": "t"}, "17"),
        ({"url": "http://x.example/1", "text": "t"}, "http://x.example/1"),
        ({"id": None, "text": "t"}, "t.jsonl:1"),
        ({"id": "", "text": "t"}, "t.jsonl:1"),
    ],
)
def test_a_row_is_called_by_its_id_else_its_url_else_its_line(here: Path, row: object, identity: str) -> None:
    put(here / "t.jsonl", rows(row))
    assert ids("t.jsonl") == [identity]


def test_a_file_reached_twice_is_read_once(here: Path) -> None:
    put(here / "in/a.txt", "one")
    (here / "in/link.txt").symlink_to("a.txt")
    assert ids("in", "in/a.txt", "in/*.txt") == ["a.txt"]


def test_two_different_files_that_claim_one_id_are_kept_apart_by_what_they_say(here: Path) -> None:
    put(here / "x/a.txt", "one")
    put(here / "y/a.txt", "two")
    put(here / "z/a.txt", "one")
    first, second = reports("x", "y", "z")
    assert first.id == "a.txt"
    assert second.id == f"a.txt#{fingerprint(second)[:8]}"
    put(here / "w/a.txt", "three")
    assert second.id in ids("x", "w", "y"), "the name does not depend on how many came before"


def test_the_same_row_twice_is_one_report(here: Path) -> None:
    put(here / "t.jsonl", rows({"id": "a", "text": "one"}, {"id": "a", "text": "one"}))
    assert ids("t.jsonl") == ["a"]


def test_a_fingerprint_sees_content_and_metadata() -> None:
    base = RawReport("a", "text", metadata={"outlet": "Post"})
    assert fingerprint(base) == fingerprint(RawReport("b", "text", metadata={"outlet": "Post"}))
    others = [
        RawReport("a", "text!", metadata={"outlet": "Post"}),
        RawReport("a", "text", metadata={"outlet": "Posts"}),
        RawReport("a", "text", metadata={"title": "Post"}),
        RawReport("a", "text", "text/html", {"outlet": "Post"}),
    ]
    assert fingerprint(base) not in {fingerprint(other) for other in others}


# ---- content -----------------------------------------------------------------------------------------------

ODD = "\ufeff Zero\u200bwidth, NBSP\u00a0, line\u2028sep, \r\n CRLF, e\u0301, 𝔘 and a trailing tab\t\n"


def test_a_row_text_is_kept_to_the_character(here: Path) -> None:
    put(here / "t.jsonl", rows({"id": "a", "text": ODD}, {"id": "b", "html": "<p>x</p>"}))
    plain, page = reports("t.jsonl")
    assert plain.content == ODD
    assert (page.content, page.media_type) == ("<p>x</p>", "text/html")


def test_a_file_is_kept_to_the_byte(here: Path) -> None:
    put(here / "a.txt", ODD)
    put(here / "b.HTML", b"<meta charset=latin-1><p>caf\xe9</p>")
    text, page = reports("a.txt", "b.HTML")
    assert text.content == ODD.encode()
    assert page.media_type == "text/html"


def test_what_comes_beside_a_row_comes_along(here: Path) -> None:
    beside = {"url": "u", "outlet": "o", "title": "t", "published": "2021-05-03", "language": "en"}
    put(here / "t.jsonl", rows({"id": "a", "text": "x", "extra": [1], **beside}))
    assert reports("t.jsonl")[0].metadata == beside


def test_a_table_may_have_a_byte_order_mark_and_blank_lines(here: Path) -> None:
    put(here / "t.jsonl", "\ufeff" + rows({"id": "a", "text": "x"}) + "\n  \n" + rows({"text": "y"}))
    assert ids("t.jsonl") == ["a", "t.jsonl:4"]


# ---- standard input ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "piped", "expected"),
    [
        ("a text", b"\n Gunmen came.\n", [("stdin", b"\n Gunmen came.\n")]),
        ("rows", b'{"id": "a", "text": "x"}\n{"text": "y"}\n', [("a", "x"), ("stdin:2", "y")]),
        ("rows after white space", b'\n  {"id": "a", "text": "x"}\n', [("a", "x")]),
        ("a mark, then rows", b'\xef\xbb\xbf{"id": "a", "text": "x"}', [("a", "x")]),
    ],
)
def test_standard_input_is_rows_or_one_text(name: str, piped: bytes, expected: list[object]) -> None:
    found = list(acquire(["-"], stdin=io.BytesIO(piped)))
    assert [(item.id, item.content) for item in found if isinstance(item, RawReport)] == expected, name


# ---- paths that lead nowhere -------------------------------------------------------------------------------


def test_links_in_a_circle_end(here: Path) -> None:
    put(here / "in/a.txt", "one")
    (here / "in/again").symlink_to(here / "in")
    (here / "in/up").symlink_to(here)
    (here / "in/self.txt").symlink_to("self.txt")
    found = list(acquire(["in"]))
    assert [item.id for item in found if isinstance(item, RawReport)] == ["a.txt"]
    assert [item.where for item in found if isinstance(item, InputError)] == ["in/self.txt"]


def test_a_link_to_nowhere_is_named(here: Path) -> None:
    put(here / "in/a.txt", "one")
    (here / "in/gone.txt").symlink_to("nowhere.txt")
    found = list(acquire(["in"]))
    assert [type(item) for item in found] == [RawReport, NotFound]


@pytest.mark.parametrize("name", ["no/such", "no*such", "a" * 300])
@pytest.mark.usefixtures("here")
def test_what_is_not_there_is_named(name: str) -> None:
    (error,) = acquire([name])
    assert isinstance(error, InputError)
    assert error.where == name


def test_an_empty_folder_is_named(here: Path) -> None:
    (here / "in").mkdir()
    (error,) = acquire(["in"])
    assert isinstance(error, NotFound)
    assert ".jsonl" in error.reason


def test_an_address_that_is_not_of_the_web_is_refused_and_not_looked_for_on_disk() -> None:
    (error,) = acquire(["ftp://news.example/raid"])
    assert isinstance(error, NotFetched)
    assert "only http and https are fetched" in error.reason


def test_a_bad_row_names_its_table_and_line(here: Path) -> None:
    put(here / "in/t.jsonl", rows({"text": "x"}) + "{broken\n")
    found = list(acquire(["in"]))
    assert isinstance(found[1], BadRow)
    assert found[1].where == "in/t.jsonl:2"
