"""Bad input is named, with the reason, and costs nothing else: the table of all that can be wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

import fake_coder
from crossbearing.acquire import Disk, acquire
from crossbearing.errors import BadRow, InputError, NotFound, NotReadable, NotText
from crossbearing.flow import Serial, run
from crossbearing.model import RawReport
from crossbearing.store import Store

GOOD = "air_strike 2021-05-03 Redhill 3\n"

FILES = [
    # name, content, error, part of the reason
    ("empty.txt", b"", NotText, "empty"),
    ("blank.txt", b" \n\t\r\n", NotText, "empty"),
    ("mark.txt", b"\xef\xbb\xbf", NotText, "empty"),
    ("binary.txt", b"\x01\x02\x00\x03" * 50, NotText, "zero bytes"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", NotReadable, "a picture"),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", NotReadable, "Office 97"),
    ("notes.txt", b"SQLite format 3\x00", NotReadable, "a database"),
    ("letter.rtf", b"{\\rtf1 Gunmen came.}", NotReadable, "save it as .docx or .txt"),
    ("packed.txt", b"\x1f\x8b\x08\x00", NotReadable, "broken or cut off"),
    ("zipped.zip", b"PK\x03\x04 and no more", NotReadable, "broken or cut off"),
    ("called.pdf", b"Gunmen came.", NotReadable, "although its name says so"),
    ("called.gz", b"Gunmen came.", NotReadable, "although its name says so"),
    ("called.rss", b"Gunmen came.", NotReadable, "not a feed"),
    ("tree.xml", b"<?xml version='1.0'?><report>Gunmen came.</report>", NotReadable, "<report>"),
    ("map.xml", b"<urlset><url><loc>https://x.example/</loc></url></urlset>", NotReadable, "only addresses"),
    ("broken.json", b'[{"text": "Gunmen came."', NotText, "not JSON"),
    ("none.json", b"[]", NotText, "a list without articles"),
    ("no-text.csv", b"id,abstract\n1,Gunmen came.\n", NotText, "'id', 'abstract'"),
    ("twice.csv", b"id,text,id\n1,Gunmen came.,2\n", NotText, "two columns 'id'"),
    ("only-names.csv", b"id,text\n", NotText, "is empty"),
    ("empty.html", b"\n", NotText, "empty"),
    ("empty.jsonl", b"\n\n", NotText, "empty"),
    ("page.html", b"<p>\x00\x00\x00", NotText, "zero bytes"),
]

ROWS = [
    # name, line, part of the reason
    ("broken", b'{"id": "x", "text": "unclosed}', "not a line of JSON"),
    ("cut off", b'{"id": "x", "te', "not a line of JSON"),
    ("a list", b"[1, 2]", "not a JSON object"),
    ("a string", b'"text"', "not a JSON object"),
    ("no text", b'{"id": "x", "title": "Raid"}', 'neither "text" nor "html"'),
    ("text is null", b'{"id": "x", "text": null}', 'neither "text" nor "html"'),
    ("text is a number", b'{"text": 5}', '"text" must be a string, not a number'),
    ("text is a list", b'{"text": ["a"]}', '"text" must be a string, not a list'),
    ("text is empty", b'{"text": "  "}', '"text" is empty'),
    ("outlet is an object", b'{"text": "t", "outlet": {}}', '"outlet" must be a string, not an object'),
    ("id is true", b'{"text": "t", "id": true}', '"id" must be a string, not true or false'),
    ("half a character", b'{"text": "a \\ud800 b"}', "surrogate"),
    ("zero in the id", b'{"id": "a\\u0000b", "text": "t"}', "zero character"),
    ("latin-1", b'{"text": "caf\xe9"}', "not UTF-8 (byte 14 of the line)"),
    ("too deep", b'{"text": ' + b"[" * 100_000, "not a line of JSON"),
]


@pytest.mark.parametrize(("name", "content", "error", "reason"), FILES, ids=[row[0] for row in FILES])
def test_a_bad_file_is_named_and_the_rest_is_read(
    tmp_path: Path, name: str, content: bytes, error: type[InputError], reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "zz.txt").write_text(GOOD)
    bad, good = acquire([str(tmp_path)])
    assert type(bad) is error
    assert bad.where == str(tmp_path / name)
    assert reason in bad.reason
    assert isinstance(good, RawReport)


@pytest.mark.parametrize(("name", "line", "reason"), ROWS, ids=[row[0] for row in ROWS])
def test_a_bad_row_is_named_and_the_rest_is_read(tmp_path: Path, name: str, line: bytes, reason: str) -> None:
    table = tmp_path / "t.jsonl"
    table.write_bytes(b'{"text": "before"}\n' + line + b'\n{"text": "after"}\n')
    before, bad, after = acquire([str(table)])
    assert isinstance(bad, BadRow), name
    assert bad.where == f"{table}:2"
    assert reason in bad.reason
    assert isinstance(before, RawReport)
    assert isinstance(after, RawReport)


# ---- refusals by the system --------------------------------------------------------------------------------


class Refusing(Disk):
    """A disk on which some names may not be read."""

    def __init__(self, *names: str, error: type[OSError] = PermissionError) -> None:
        self.names, self.error = names, error

    def entries(self, folder: Path) -> list[Path]:
        self._check(folder)
        return super().entries(folder)

    def open(self, path: Path) -> BinaryIO:
        self._check(path)
        return super().open(path)

    def _check(self, path: Path) -> None:
        if path.name in self.names:
            raise self.error(5, "Input/output error")


def _tree(folder: Path) -> None:
    for name in ("a.txt", "locked/b.txt", "secret.txt", "z.txt"):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(GOOD + name)


def test_a_folder_and_a_file_without_permission_are_named(tmp_path: Path) -> None:
    _tree(tmp_path)
    found = list(acquire([str(tmp_path)], storage=Refusing("locked", "secret.txt")))
    refused = [item for item in found if isinstance(item, InputError)]
    assert [type(item) for item in refused] == [NotReadable, NotReadable]
    assert [Path(item.where).name for item in refused] == ["locked", "secret.txt"]
    assert "permission" in refused[0].reason
    assert [item.id for item in found if isinstance(item, RawReport)] == ["a.txt", "z.txt"]


def test_a_broken_disk_is_named_in_the_words_of_the_system(tmp_path: Path) -> None:
    _tree(tmp_path)
    found = list(acquire([str(tmp_path)], storage=Refusing("secret.txt", error=OSError)))
    (refused,) = (item for item in found if isinstance(item, InputError))
    assert "Input/output error" in refused.reason


AS_NOBODY = """
import os, sys
from crossbearing.acquire import acquire
os.setgroups([]); os.setgid(65534); os.setuid(65534)
for item in acquire([sys.argv[1]]):
    print(type(item).__name__, getattr(item, "reason", ""))
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become nobody")
def test_the_real_system_refuses_too(tmp_path: Path) -> None:
    _tree(tmp_path)
    (tmp_path / "locked").chmod(0)
    (tmp_path / "secret.txt").chmod(0)
    for folder in (tmp_path, *tmp_path.parents):
        if str(folder).startswith("/tmp/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(tmp_path)], capture_output=True, text=True, check=False
    )
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["RawReport", "NotReadable", "NotReadable", "RawReport"]


# ---- all at once, through the pipeline ---------------------------------------------------------------------


def test_everything_wrong_at_once_loses_nothing_of_what_is_right(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, content, _, _ in FILES:
        (folder / name).write_bytes(content)
    lines = [b'{"id": "first", "text": "shelling 2021-05-04 Whitby 1"}', *(line for _, line, _ in ROWS)]
    (folder / "table.jsonl").write_bytes(b"\n".join([*lines, b'{"id": "last", "text": "\\n"}', b""]))
    (folder / "good.txt").write_text(GOOD)
    (folder / "fails.txt").write_text("fail\n")
    (folder / "nothing.txt").write_text("no-text\n")
    inputs = [str(folder), str(tmp_path / "missing"), "http://127.0.0.1/"]
    with Store(str(tmp_path / "s.db")) as store:
        summary = run(inputs, store, engine=Serial(), coder=fake_coder.code, prepare=lambda: None)
        assert sorted(report.id for report in store.reports()) == ["first", "good.txt"]
        assert len(store.accounts()) == 2
        assert set(store.rejections()) == {(error.where, error.reason) for error in summary.rejected}
    named = {Path(error.where).name.partition("#")[0] for error in summary.rejected}
    assert {name for name, *_ in FILES} <= named
    assert {f"table.jsonl:{number}" for number in range(2, len(ROWS) + 3)} <= named
    reasons = {error.where: error.reason for error in summary.rejected}
    assert "told to fail" in reasons["fails.txt"]
    assert reasons["nothing.txt"] == "holds no text"
    assert {NotFound, InputError} <= {type(error) for error in summary.rejected}
