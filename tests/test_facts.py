# ruff: noqa: E501 -- a table reads best with one row a line
"""What a user knows about reports (``--facts``): how rows name reports, what is wrong with rows, what is coded again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import fake_coder
from crossbearing.acquire import Facts, fingerprint, read_facts
from crossbearing.errors import InputError, NotFound, NotText
from crossbearing.flow import Additions, Serial, run
from crossbearing.model import Basis, RawReport
from crossbearing.read import read
from crossbearing.store import Store

STORY = "Two soldiers were killed when a lorry ran over a mine near the market of Arlo, the governor said on Sunday."


def facts(folder: Path, name: str, text: str) -> Facts:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_facts(path)


def told(found: Facts, *reports: RawReport) -> tuple[dict[str, dict[str, str]], list[str]]:
    """What the rows make of the reports' metadata, and the errors."""
    items = list(found.applied(reports))
    return (
        {item.id: dict(item.metadata) for item in items if isinstance(item, RawReport)},
        [str(item) for item in items if isinstance(item, InputError)],
    )


A, B = (
    RawReport("north/a.txt", STORY),
    RawReport("b.txt", STORY, metadata={"url": "https://www.ex.org/b/", "outlet": "Ex"}),
)

NAMED = [
    ("csv, id", "f.csv", "report,published\nnorth/a.txt,2013-06-03\n", "2013-06-03", None),
    ("csv, semicolons and a mark at the head", "f.csv", "\ufeffReport;Published;Note\nnorth/a.txt;2013-06-03;sure\n", "2013-06-03", None),
    ("csv, pattern", "f.csv", "report,published\nnorth/*,2013-06-03\n", "2013-06-03", None),
    ("csv, address", "f.csv", "url,published\nhttp://ex.org/b,2013-06-03\n", None, "2013-06-03"),
    ("csv, an id goes before a pattern", "f.csv", "report,published\nb.txt,2013-06-03\n*,2001-01-01\n", "2001-01-01", "2013-06-03"),
    ("csv, a later row goes before an earlier", "f.csv", "report,published\nb.txt,2001-01-01\nb.txt,2013-06-03\n", None, "2013-06-03"),
    ("jsonl", "f.jsonl", '{"report": "b.txt", "published": "2013-06-03T10:00:00+02:00"}\n', None, "2013-06-03T10:00:00+02:00"),
    ("yaml, list", "f.yaml", "- {report: b.txt, published: 2013-06-03}\n", None, "2013-06-03"),
    ("yaml, by report", "f.yml", "b.txt: {published: 2013-06-03}\n", None, "2013-06-03"),
    ("an id with the signs of a pattern", "f.csv", "report,published\nx[1].txt,2013-06-03\nb.txt,2013-06-03\n", None, "2013-06-03"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "first", "second"), [r[1:] for r in NAMED], ids=[r[0] for r in NAMED]
)
def test_how_a_row_names_reports(
    tmp_path: Path, name: str, text: str, first: str | None, second: str | None
) -> None:
    metadata, _ = told(facts(tmp_path, name, text), A, B, RawReport("x[1].txt", STORY))
    assert (metadata["north/a.txt"].get("published"), metadata["b.txt"].get("published")) == (first, second)


def test_a_row_goes_before_what_came_with_the_report_and_leaves_the_rest(tmp_path: Path) -> None:
    metadata, errors = told(facts(tmp_path, "f.csv", "report,outlet,language\nb.txt,Hill Post,\n"), B)
    assert metadata["b.txt"] == {"url": "https://www.ex.org/b/", "outlet": "Hill Post"}
    assert errors == []


def test_the_day_is_said_to_be_the_users(tmp_path: Path) -> None:
    text = f"Mine kills two\nPosted on 3 June 2013\n\n{STORY} {STORY}"
    (given,) = facts(tmp_path, "known.csv", "report,published\na,2016-10-25\n").applied(
        [RawReport("a", text)]
    )
    assert isinstance(given, RawReport)
    published = read(given).published
    assert (str(published.start), published.basis) == ("2016-10-25", Basis.METADATA)
    assert "given by the user in known.csv:2" in published.reason
    assert "labelled line says 2013-06-03" in published.reason


WRONG = [
    ("no such report", "f.csv", "report,published\nc.txt,2013-06-03\n", 'f.csv:2: no report of the input is "c.txt"'),
    ("no such address", "f.csv", "url,published\nhttps://ex.org/c,2013-06-03\n", "no report of the input"),
    ("no such pattern", "f.csv", "report,published\nsouth/*,2013-06-03\n", "no report of the input"),
    ("day that is none", "f.csv", "report,published\nb.txt,3 June\n", '2: published "3 June" is no ISO day'),
    ("month that is none", "f.csv", "report,published\nb.txt,2013-13-01\n", "is no ISO day"),
    ("unknown column", "f.csv", "report,pubdate\nb.txt,2013-06-03\n", 'the column "pubdate" is not known'),
    ("no name", "f.csv", "report,published\n,2013-06-03\n", "names no report"),
    ("nothing given", "f.csv", "report,published\nb.txt,\n", "says nothing"),
    ("only an address", "f.csv", "url\nhttps://ex.org/b\n", "says nothing"),
    ("too many cells", "f.csv", "report,published\nb.txt,2013-06-03,x\n", "more cells"),
    ("broken JSON", "f.jsonl", '{"report": \n', "f.jsonl:1: not a line of JSON"),
    ("JSON that is no row", "f.jsonl", "[1]\n", "more cells"),
    ("a list for a value", "f.jsonl", '{"report": "b.txt", "title": ["x"]}\n', '"title" must be a word'),
    ("yaml row that is none", "f.yaml", "- b.txt\n", "not a row"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "error"), [r[1:] for r in WRONG], ids=[r[0] for r in WRONG])
def test_a_wrong_row_is_named_and_ends_nothing(tmp_path: Path, name: str, text: str, error: str) -> None:
    metadata, errors = told(facts(tmp_path, name, text), A, B)
    assert set(metadata) == {A.id, B.id}
    assert "published" not in metadata["b.txt"]
    (said,) = errors
    assert error in said


@pytest.mark.parametrize(("name", "text"), [("f.yaml", "a: [\n"), ("f.yaml", "word"), ("f.csv", 'report,title\nb.txt,"x\n'), ("f.txt", "report\n")])  # fmt: skip
def test_a_file_that_is_none_is_an_error(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(NotText):
        facts(tmp_path, name, text)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_facts(tmp_path / "none.csv")


def test_only_reports_whose_facts_have_changed_are_coded_again(tmp_path: Path) -> None:
    rows = [
        {"id": name, "text": f"air_strike 2021-05-03 {town} 3"}
        for name, town in zip("abc", fake_coder.TOWNS, strict=True)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    def again(text: str) -> tuple[int, int]:
        known = facts(tmp_path, "facts.csv", text)
        with Store(str(tmp_path / "s.db")) as store:
            summary = run(
                [str(tmp_path / "in.jsonl")],
                store,
                engine=Serial(),
                coder=fake_coder.code,
                added=Additions(facts=known),
            )
        assert not summary.rejected
        return summary.coded, summary.known

    assert again("report,outlet\n") == (3, 0)
    assert again("report,published\nb,2013-06-03\n") == (1, 2)
    assert again("report,published\na,2013-06-03\nb,2013-06-03\n") == (1, 2)
    assert again("report,published\na,2013-06-03\nb,2013-06-04\n") == (1, 2)
    assert again("report,published\n") == (2, 1)


def test_fingerprint_knows_the_file_and_not_the_row() -> None:
    marks = {
        fingerprint(RawReport("a", STORY, metadata={"published": "2013-06-03", "published_from": place}))
        for place in ("f.csv:2", "f.csv:9")
    }
    assert len(marks) == 1
    assert fingerprint(RawReport("a", STORY, metadata={"published": "2013-06-03"})) not in marks
