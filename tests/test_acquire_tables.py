"""Tables as other people write them: their columns, their delimiters, their encodings, their broken rows."""

from __future__ import annotations

import datetime
import io
import json
import sys

import pytest

from acquire_inputs import errors, one, refused, reports, taken
from crossbearing.acquire import Columns, Intake, Limits
from crossbearing.errors import BadRow, NotReadable, NotText

LONG = "Gunmen came,\r\nthey said \u201cleave\u201d; \u00a0 and \u2028 went.\t "


def row(**columns: object) -> bytes:
    return json.dumps(columns).encode() + b"\n"


COLUMNS = [
    # what is told from what, row, content, metadata
    ("a scraper", {"maintext": "x", "date_publish": "2016-10-25 10:00:00", "source_domain": "p.example"},
     "x", {"published": "2016-10-25 10:00:00", "outlet": "p.example"}),
    ("a news API", {"source": {"id": None, "name": "Post"}, "content": "x", "publishedAt": "2016-10-25"},
     "x", {"published": "2016-10-25", "outlet": "Post"}),
    ("a spreadsheet", {"Full Text": "x", "Headline": "H", "Publication Date": "25 Oct 2016", "Site": "P"},
     "x", {"published": "25 Oct 2016", "title": "H", "outlet": "P"}),
    ("the contract's key first", {"body": "y", "text": "x", "source": "y", "outlet": "Post"},
     "x", {"outlet": "Post"}),
    ("an empty key gives way", {"text": None, "body": "x"}, "x", {}),
    ("the summary is not the report", {"summary": "y", "description": "y", "article": "x"}, "x", {}),
    ("a wrong kind under a common name", {"text": "x", "source": 5, "link": ["a"]}, "x", {}),
    ("the lesser of two", {"content": "x", "body": "", "date": None, "seendate": "20161025T100000Z"},
     "x", {"published": "20161025T100000Z"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "content", "metadata"), [c[1:] for c in COLUMNS], ids=[c[0] for c in COLUMNS]
)
def test_columns_are_known_by_many_names(columns: dict[str, object], content: str, metadata: object) -> None:
    report = one(row(**columns), "t.jsonl")
    assert (report.content, report.media_type, report.metadata) == (content, "text/plain", metadata)


def test_the_user_says_what_a_column_is() -> None:
    columns = Columns.of(["text=Inhalt", "published = Datum", "text=Rest"])
    table = b"Inhalt,text,datum,Rest\nx,wrong,2016-10-25,\n,wrong,,y\n"
    found = taken(table, "t.csv", Intake(columns))
    assert [(r.content, dict(r.metadata)) for r in reports(found)] == [
        ("x", {"published": "2016-10-25"}),
        ("y", {}),
    ]


def test_a_column_that_the_user_spoke_for_is_nothing_else() -> None:
    report = one(row(text="the headline", body="x"), "t.jsonl", Intake(Columns.of(["title=text"])))
    assert (report.content, report.metadata) == ("x", {"title": "the headline"})


@pytest.mark.parametrize("pair", ["body", "=body", "text=", "txt=body"])
def test_what_is_no_pair_is_refused(pair: str) -> None:
    with pytest.raises(ValueError, match=r"KEY=COLUMN|no key"):
        Columns.of([pair])


@pytest.mark.parametrize("name", ["t.csv", "t.json"])
def test_without_a_text_the_columns_are_listed_and_the_option_is_named(name: str) -> None:
    table = b"Nr,Abstract\n1,x\n" if name == "t.csv" else b'{"Nr": 1, "Abstract": "x"}'
    error = refused(table, name)
    assert "'Nr', 'Abstract'" in error.reason
    assert "--column text=NAME" in error.reason


def test_markup_under_a_common_name_is_a_page_and_under_the_contracts_is_text() -> None:
    assert one(row(content="<p>x</p>"), "t.jsonl").media_type == "text/html"
    assert one(row(text="<p>x</p>"), "t.jsonl").media_type == "text/plain"
    assert one(row(raw_html="x"), "t.jsonl").media_type == "text/html"


PUBLISHED = [
    (1477389600, "2016-10-25T10:00:00+00:00"),
    (1477389600123, "2016-10-25T10:00:00+00:00"),
    (1477389600.5, "2016-10-25T10:00:00+00:00"),
    ("1477389600", "2016-10-25T10:00:00+00:00"),
    (20161025, "2016-10-25"),
    (2016, "2016"),
    ({"$date": "2016-10-25T10:00:00Z"}, "2016-10-25T10:00:00Z"),
    (" 25 October 2016", " 25 October 2016"),
    (1e300, "1e+300"),
]


@pytest.mark.parametrize(("written", "published"), PUBLISHED, ids=[str(row[0]) for row in PUBLISHED])
def test_numbers_are_made_days_and_what_is_written_goes_on_as_it_is(written: object, published: str) -> None:
    assert one(row(text="x", published=written), "t.jsonl").metadata["published"] == published


# ---- column lines and delimiters ---------------------------------------------------------------------------

DIALECTS = [
    ("commas", b"id,text\r\n1,x\r\n", "utf-8"),
    ("semicolons", b"id;text\n1;x\n", "utf-8"),
    ("tabs", b"id\ttext\n1\tx\n", "utf-8"),
    ("bars", b"id|text\n1|x\n", "utf-8"),
    ("Excel's first line", b"sep=;\r\nid;text\r\n1;x\r\n", "utf-8"),
    ("a byte order mark", b"id,text\n1,x\n", "utf-8-sig"),
    ("UTF-16", b"id\ttext\n1\tx\n", "utf-16"),
    ("quoted names", b'"id","text"\n"1","x"\n', "utf-8"),
    ("a delimiter at the end", b"id,text\n1,x,,\n", "utf-8"),
    ("lines ended by CR", b"id,text\r1,x\r", "utf-8"),
    ("blank lines", b"\n\nid,text\n\n,\n1,x\n", "utf-8"),
]


@pytest.mark.parametrize(("table", "encoding"), [d[1:] for d in DIALECTS], ids=[d[0] for d in DIALECTS])
def test_a_table_is_read_however_it_is_written(table: bytes, encoding: str) -> None:
    report = one(table.decode().encode(encoding), "t.csv")
    assert (report.id, report.content, report.metadata) == ("1", "x", {})


def test_the_text_is_kept_to_the_character_and_the_line_is_that_where_the_row_begins() -> None:
    table = f'text,title\r\n"{LONG}",a\r\n"{LONG}""",b\r\n'.encode()
    found = taken(table, "t.csv")
    assert [(r.id, r.content) for r in reports(found)] == [("t.csv:2", LONG), ("t.csv:4", LONG + '"')]


def test_a_broken_row_is_named_by_its_line_and_the_rest_is_read() -> None:
    table = b'id,text\n1,"x\ny"\n2,x,y,z\n3\n4,caf\xe9\n5,"a "b" c"\n6,z\n7,"never closed\n'
    table = (
        table.replace(b"id,text", b"id,text," + b"n" * 70_000)
        .replace(b'"\n', b'",\n')
        .replace(b"6,z", b"6,z,")
    )
    found = taken(table, "t.csv")
    assert [r.id for r in reports(found)] == ["1", "6"]
    assert {e.where for e in errors(found)} >= {"t.csv:4", "t.csv:5", "t.csv:6", "t.csv:7", "t.csv:9"}
    assert all(isinstance(e, BadRow) for e in errors(found))
    assert "has 1 columns, the first line 3" in errors(found)[1].reason
    assert "not in UTF-8" in errors(found)[2].reason or "has 2 columns" in errors(found)[2].reason


def test_a_table_in_another_encoding_is_guessed_and_that_is_said() -> None:
    text = "Боевики атаковали посёлок у реки и ушли в лес; погибли трое военных."
    report = one(f'id,text\n1,"{text}"\n'.encode("cp1251"), "t.csv")
    assert report.content == text
    assert report.metadata["decoded_as"]


def test_rows_beyond_the_limit_are_named_and_the_rest_is_read() -> None:
    intake = Intake(limits=Limits(row=1000))
    for name, table in (
        ("t.csv", b"id,text\n1," + b"x" * 1500 + b"\n2,y\n"),
        ("t.jsonl", b"\n" + row(id="1", text="x" * 5000) + row(id="2", text="y")),
    ):
        found = taken(table, name, intake)
        assert [r.id for r in reports(found)] == ["2"]
        assert errors(found)[0].where == f"{name}:2"
        assert "longer than" in errors(found)[0].reason


# ---- JSON documents ----------------------------------------------------------------------------------------


def test_a_document_is_an_article_or_holds_them() -> None:
    pretty = json.dumps({"text": "x", "title": "T"}, indent=2).encode()
    assert one(pretty, "in/a.json").id == "a.json"
    answer = {
        "status": "ok",
        "totalResults": 2,
        "articles": [{"url": "u:1", "content": "x"}, {"content": "y"}],
    }
    assert [r.id for r in reports(taken(json.dumps(answer).encode(), "a.json"))] == ["u:1", "a.json:2"]
    sheet = json.dumps([{"id": n, "quote": "x"} for n in range(50)]).encode()
    assert "'id', 'quote'" in refused(sheet, "sheet.json").reason
    assert "no articles" in refused(b"[[1, 2], [3, 4]]", "pairs.json").reason
    wide = json.dumps([{"text": "é"}]).encode("utf-16")
    assert one(wide, "a.json").content == "é"


def test_a_document_that_is_too_large_is_refused_with_what_to_do() -> None:
    error = refused(b"[" + row(text="x" * 500) + b"]", "a.json", Intake(limits=Limits(json=400)))
    assert ".jsonl" in error.reason


# ---- Parquet -----------------------------------------------------------------------------------------------


def parquet(columns: dict[str, object]) -> bytes:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet as pq

    buffer = io.BytesIO()
    pq.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


def test_parquet_rows_are_reports() -> None:
    day = datetime.datetime(2016, 10, 25, 10, tzinfo=datetime.UTC)
    table = parquet(
        {"maintext": [LONG, None, "y"], "date": [day] * 3, "n": [1, 2, 3], "source": ["P", None, None]}
    )
    found = taken(table, "t.parquet")
    assert [(r.id, r.content) for r in reports(found)] == [("t.parquet:1", LONG), ("t.parquet:3", "y")]
    assert reports(found)[0].metadata["published"].startswith("2016-10-25 10:00:00")
    assert reports(found)[0].metadata["outlet"] == "P"
    assert [e.where for e in errors(found)] == ["t.parquet:2"]


def test_a_parquet_table_without_a_text_or_cut_off_is_named() -> None:
    assert isinstance(refused(parquet({"n": [1]}), "t.parquet"), NotText)
    error = refused(parquet({"text": ["x"]})[:-6], "t.parquet")
    assert isinstance(error, NotReadable)
    assert "broken or cut off" in error.reason


def test_without_pyarrow_what_to_install_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    table = parquet({"text": ["x"]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "crossbearing[parquet]" in refused(table, "t.parquet").reason
