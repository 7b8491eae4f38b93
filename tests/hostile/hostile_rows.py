"""Tables: rows of the wrong types, quotes that never close, columns without end, JSON that is none."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

from hostile_cases import TOLD, Case, seeded, text

KEYS = ("id", "url", "text", "html", "outlet", "title", "published", "language")
VALUES: tuple[object, ...] = (
    None,
    True,
    0,
    -1,
    1e308,
    [],
    {},
    [[[]]],
    {"a": {"b": []}},
    "",
    " ",
    "\0",
    "\ud800",
    "9" * 5000,
    "\u202e",
    ["x"] * 1000,
)


def _wrong_types() -> list[Case]:
    """Each key with each value that it cannot have, all in one table; good rows in between."""

    def rows(key: str) -> str:
        made = [{"id": f"{key}-{n}", "text": f"{n}. {TOLD}"} | {key: value} for n, value in enumerate(VALUES)]
        return "".join(json.dumps(row) + "\n" for row in made)

    return [text(f"types-of-{key}.jsonl", lambda key=key: rows(key)) for key in KEYS]  # type: ignore[misc]


def _json() -> list[Case]:
    row = json.dumps({"text": TOLD})
    contents: dict[str, Callable[[], str]] = {
        "nested-lists.jsonl": lambda: "[" * 10_000,
        "nested-objects.jsonl": lambda: '{"text":' * 10_000,
        "nested-in-a-row.jsonl": lambda: '{"id": "a", "text": "x", "z": ' + "[" * 10_000 + "]" * 10_000 + "}",
        "nan.jsonl": lambda: '{"text": NaN}\n{"id": Infinity, "text": "a"}\n{"id": -0.0, "text": "a"}',
        "duplicate-keys.jsonl": lambda: '{"text": "a", "text": "' + TOLD + '", "id": 1, "id": "2"}',
        "numbers-million.jsonl": lambda: '{"id": ' + "9" * 1_000_000 + ', "text": "a"}',
        "float.jsonl": lambda: '{"id": 1e999999, "text": "a"}',
        "line-10mb.jsonl": lambda: json.dumps({"text": "a " * 5_000_000}),
        "line-unclosed-10mb.jsonl": lambda: '{"text": "' + "a" * 10_000_000,
        "not-objects.jsonl": lambda: "1\nnull\n[]\n\"a\"\ntrue\n" * 50,
        "returns.jsonl": lambda: f"{row}\r{row}\r\n\r\n{row}",
        "commas-between.jsonl": lambda: f"[{row},\n{row},\n{row}]",
        "empty.jsonl": lambda: "\n\n\n",
        "same-id.jsonl": lambda: (json.dumps({"id": "a", "text": TOLD}) + "\n") * 500,
        "keys-100000.jsonl": lambda: json.dumps({f"k{n}": n for n in range(100_000)} | {"text": TOLD}),
        "escapes.jsonl": lambda: '{"text": "\\u0000\\ud83d\\ude00\\ud83d \\x"}',
        "deep.json": lambda: "[" * 100_000,
        "deep-objects.json": lambda: '{"articles":' * 10_000,
        "wrong.json": lambda: '{"articles": {"a": [1, null, {"text": 5}]}}',
        "number.json": lambda: "9" * 100_000,
        "strings-20000.json": lambda: json.dumps(["a"] * 20_000),
        "cut.json": lambda: json.dumps([{"text": TOLD}] * 20)[:1000],
        "quotes-unclosed.csv": lambda: 'id,text\n1,"' + f"{TOLD}\n" * 3000,
        "quotes-everywhere.csv": lambda: "id,text\n" + '"""" "a"b"c,\n' * 5000,
        "columns-10000.csv": lambda: ",".join(f"c{n}" for n in range(10_000)) + ",text\n" + ",".join(["1"] * 10_000) + f",{TOLD}\n",
        "columns-unequal.csv": lambda: "id,text\n" + "".join("," * n + "\n" for n in range(300)),
        "same-column.csv": lambda: "text,text,text,id,id\n" + f"{TOLD},b,c,1,2\n" * 20,
        "no-text.csv": lambda: "a,b\n1,2\n",
        "header-only.csv": lambda: "id,text\n",
        "one-line-10mb.csv": lambda: "id,text\n1," + "a " * 5_000_000,
        "nuls.csv": lambda: "id,text\n1,a\0b\n2," + TOLD + "\n",
        "delimiters.csv": lambda: "id;text\t|,\n" * 1000,
        "empty.csv": lambda: "",
        "formulas.csv": lambda: "id,text\n=1+1,=cmd|'/c calc'!A0\n@SUM(1),+1\n",
        "returns.csv": lambda: "id,text\r1," + TOLD + "\r2," + TOLD,
        "tabs.tsv": lambda: "\t" * 100_000,
        "commas.csv": lambda: "," * 1_000_000,
        "field-2mb.csv": lambda: f'id,text\n1,"{"Two died. " * 200_000}"\n',
    }  # fmt: skip
    return [text(name, make) for name, make in contents.items()]


def parquet() -> bytes:
    """A table in Parquet as any tool writes it."""
    import pyarrow
    import pyarrow.parquet

    stream = io.BytesIO()
    table = pyarrow.table({"id": [str(n) for n in range(20)], "text": [f"{n}. {TOLD}" for n in range(20)]})
    pyarrow.parquet.write_table(table, stream)
    return stream.getvalue()


def _parquet() -> list[Case]:
    rng = seeded("parquet")

    def flipped() -> bytes:
        content = bytearray(parquet())
        for _ in range(40):
            content[rng.randrange(4, len(content) - 8)] ^= 1 << rng.randrange(8)
        return bytes(content)

    return [
        Case("cut.parquet", lambda: parquet()[:-10]),
        Case("head-only.parquet", lambda: b"PAR1"),
        Case("foot-lies.parquet", lambda: parquet()[:-8] + b"\xff\xff\xff\x7fPAR1"),
        Case("flipped.parquet", flipped),
        Case("text.parquet", lambda: TOLD.encode()),
        Case("empty.parquet", lambda: b""),
    ]


def _bytes() -> list[Case]:
    return [
        Case("latin1.jsonl", lambda: '{"text": "Été à Mossoul"}\n'.encode("latin-1") * 3),
        Case("latin1.csv", lambda: "id,text\n1,Été à Mossoul\n".encode("latin-1")),
        Case("utf16.csv", lambda: f"id,text\n1,{TOLD}\n".encode("utf-16")),
        Case("noise.csv", lambda: seeded("csv").randbytes(50_000)),
        Case("noise.jsonl", lambda: seeded("jsonl").randbytes(50_000)),
        Case("overlong.jsonl", lambda: b'{"text": "\xc0\xaf\xed\xa0\x80"}\n'),
    ]


def cases() -> list[Case]:
    return [*_wrong_types(), *_json(), *_parquet(), *_bytes()]
