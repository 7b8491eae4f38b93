"""Full GeoNames dumps: imported, resumed, replaced, refused; and the seam by which both are looked up."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from crossbearing.errors import InputError, VocabError
from crossbearing.flow.gazetteers import MOST_NAMED, import_dumps
from crossbearing.flow.progress import Progress
from crossbearing.vocab import gazetteer_full as full
from crossbearing.vocab.gazetteer import Gazetteer, open_gazetteer
from crossbearing.vocab.geonames import parse


class Heard(Progress):
    """Keeps what was turned down."""

    def __init__(self) -> None:
        self.errors: list[InputError] = []

    def rejected(self, error: InputError) -> None:
        self.errors.append(error)


def line(number: int, name: str, **told: str) -> str:
    """A line of a dump; ``told`` overrides what most of them say."""
    has = {
        "lat": "36.10",
        "lon": "43.20",
        "kind": "P\tPPL",
        "others": "",
        "country": "IQ",
        "admin1": "15",
    } | told
    cells = [str(number), name, name, has["others"], has["lat"], has["lon"], has["kind"], has["country"], ""]
    cells += [has["admin1"], "", "", "", has.get("people", "0"), "", "10", "Asia/Baghdad", "2020-01-01"]
    return "\t".join(cells) + "\n"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "IQ.txt"
    path.write_text(
        line(90000001, "Qaryat Zobar", others="Kariat Zubar,Zobar Village,قرية")
        + line(90000002, "Wadi Hamrun", kind="H\tWAD")
        + line(90000003, "Old Inn", kind="S\tHTL")
        + line(90000004, "Mosul", lat="36.335", lon="43.119", people="1500000"),
        encoding="utf-8",
    )
    return path


def imported(dumps: list[Path], index: Path) -> tuple[full.Status, Heard]:
    heard = Heard()
    done = import_dumps(dumps, index, heard)
    assert done.status is not None
    return done.status, heard


def test_a_dump_is_taken_in_and_found(dump: Path, tmp_path: Path) -> None:
    status, heard = imported([dump], tmp_path / "i.sqlite")
    assert (status.places, heard.errors) == (3, [])  # the inn is left out
    known = open_gazetteer(full=tmp_path / "i.sqlite")
    (found,) = known.lookup("Zobar Village")
    assert (found.entry.id, found.entry.country, found.match) == ("geonames:90000001", "IQ", 2)
    assert known.lookup("Qaryat Zobar")[0].match == 3
    assert known.lookup("Kariat Zobaar")  # a transliteration that nobody wrote down
    assert known.lookup("Wadi Hamrun")[0].entry.feature == "river"
    assert not known.lookup("Old Inn")


def test_a_zip_is_read_like_its_text(dump: Path, tmp_path: Path) -> None:
    archive = tmp_path / "IQ.zip"
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("readme.txt", "columns")
        out.write(dump, "IQ.txt")
    plain, _ = imported([dump], tmp_path / "a.sqlite")
    zipped, _ = imported([archive], tmp_path / "b.sqlite")
    assert (plain.digest, plain.names) == (zipped.digest, zipped.names)


BROKEN = [
    ("too few columns", "1\tX\n", "2 columns, expected 19"),
    ("latitude is a word", line(5, "X y", lat="north"), "column 5"),
    ("latitude beyond the pole", line(5, "X y", lat="91"), "beyond ±90"),
    ("longitude is no number", line(5, "X y", lon="nan"), "beyond ±180"),
    ("no number", line(5, "X y").replace("5", "five", 1), "column 1"),
    ("no name", line(5, ""), "column 2"),
    ("people in words", line(5, "X y", people="many"), "column 15"),
]


@pytest.mark.parametrize(("text", "told"), [r[1:] for r in BROKEN], ids=[r[0] for r in BROKEN])
def test_a_broken_line_is_named_and_the_rest_is_taken(
    text: str, told: str, dump: Path, tmp_path: Path
) -> None:
    with dump.open("a", encoding="utf-8") as out:
        out.write(text)
    status, heard = imported([dump], tmp_path / "i.sqlite")
    assert status.places == 3
    assert [e.where for e in heard.errors] == [f"{dump}:5"]
    assert told in heard.errors[0].reason


def test_of_many_broken_lines_some_are_named_and_all_are_counted(dump: Path, tmp_path: Path) -> None:
    with dump.open("ab") as out:
        out.write(b"\xff\xfe\n" * (MOST_NAMED + 7))
    heard = Heard()
    done = import_dumps([dump], tmp_path / "i.sqlite", heard)
    assert done.rejected_lines == MOST_NAMED + 7
    assert len(heard.errors) == MOST_NAMED + 1
    assert "7 more lines" in heard.errors[-1].reason


def test_a_file_that_is_no_dump_changes_nothing(dump: Path, tmp_path: Path) -> None:
    index, other = tmp_path / "i.sqlite", tmp_path / "notes.txt"
    before, _ = imported([dump], index)
    other.write_text("Dear all,\nthese are my notes.\n", encoding="utf-8")
    heard = Heard()
    done = import_dumps([other, tmp_path / "missing.zip"], index, heard)
    assert (done.status, done.rejected_files, done.rejected_lines) == (None, 1, 2)
    assert full.status(index) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["IQ.txt", "i.sqlite", "notes.txt"]


def test_a_broken_zip_is_refused_and_the_other_file_taken(dump: Path, tmp_path: Path) -> None:
    broken = tmp_path / "SY.zip"
    broken.write_bytes(b"PK\x03\x04 and then nothing")
    status, heard = imported([broken, dump], tmp_path / "i.sqlite")
    assert status.places == 3
    assert "zip" in heard.errors[0].reason


def test_a_second_import_adds_and_a_place_that_comes_again_is_replaced(dump: Path, tmp_path: Path) -> None:
    index, more = tmp_path / "i.sqlite", tmp_path / "SY.txt"
    first, _ = imported([dump], index)
    more.write_text(line(90000001, "Qaryat Nawaf", lat="35.0") + line(90000009, "Tall Qamhan", country="SY"),
                    encoding="utf-8")  # fmt: skip
    second, _ = imported([more], index)
    assert (second.places, len(second.sources)) == (4, 2)
    assert second.digest != first.digest
    known = open_gazetteer(full=index)
    assert known.lookup("Qaryat Nawaf")[0].entry.lat == 35.0
    assert not known.lookup("Zobar Village")
    assert known.lookup("Tel Qamhan")


def test_a_stopped_import_goes_on_and_ends_alike(
    dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with dump.open("a", encoding="utf-8") as out:
        for n in range(50):
            out.write(line(90000100 + n, f"Tall Xan{chr(97 + n % 26)}o{n}"))
    monkeypatch.setattr("crossbearing.flow.gazetteers.BATCH", 10)
    whole, _ = imported([dump], tmp_path / "whole.sqlite")

    class Stopping(Progress):
        batches = 0

        def stage(self, name: str) -> None:  # noqa: ARG002
            self.batches += 1
            if self.batches == 3:
                raise KeyboardInterrupt

    index = tmp_path / "i.sqlite"
    with pytest.raises(KeyboardInterrupt):
        import_dumps([dump], index, Stopping())
    assert not index.exists()  # nothing half done is ever used

    class Counting(Progress):
        batches = 0

        def stage(self, name: str) -> None:
            self.batches += "lines" in name

    again = Counting()
    done = import_dumps([dump], index, again)
    assert again.batches == 3  # of six: three were in the draft
    assert done.status is not None
    assert (done.status.digest, done.status.places, done.status.names) == (
        whole.digest,
        whole.places,
        whole.names,
    )


def test_an_index_that_is_none_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "letter.sqlite"
    wrong.write_text("Dear all", encoding="utf-8")
    for path in (wrong, tmp_path / "gone.sqlite"):
        with pytest.raises(VocabError, match="import the dump again"):
            open_gazetteer(full=path)


def test_leaves_out_what_tells_nothing_and_keeps_what_war_reports_name() -> None:
    kinds = {"S\tHTL": None, "S\tAIRB": "base", "S\tCMPRF": "camp", "P\tPPLX": "neighbourhood",
             "A\tADM3": "district", "S\tDAM": "facility", "P\tPPLH": None}  # fmt: skip
    for kind, feature in kinds.items():
        found = parse(line(7, "Xyz", kind=kind).rstrip("\n"))
        assert (found.feature if found else None) == feature


# --- one contract, both gazetteers


def embedded(_: Path) -> Gazetteer:
    return open_gazetteer()


def with_full(folder: Path) -> Gazetteer:
    dump = folder / "IQ.txt"
    dump.write_text(line(99072, "Mosul", lat="36.335", lon="43.119", people="1500000")
                    + line(90000004, "Zummar", lat="36.66", lon="42.60"), encoding="utf-8")  # fmt: skip
    imported([dump], folder / "i.sqlite")
    return open_gazetteer(full=folder / "i.sqlite")


@pytest.mark.parametrize("make", [embedded, with_full])
def test_contract_of_a_gazetteer(make: Callable[[Path], Gazetteer], tmp_path: Path) -> None:
    known = make(tmp_path)
    found = known.lookup("Mosul")
    assert found[0].entry.id == "geonames:99072"
    assert len({c.entry.id for c in found}) == len(found)  # what both hold comes once
    assert [c.entry.population for c in found] == sorted((c.entry.population for c in found), reverse=True)
    assert (
        len([c for c in known.lookup("Zummar") if c.entry.country == "IQ"]) == 1
    )  # ours and the dump's are one
    assert known.lookup("zummar") == known.lookup("ZUMMAR")
    assert known.lookup("") == known.lookup("Xqzvwk") == ()
    assert {c.match for c in known.lookup("Mousul")} <= {1, 2}


def test_the_verb_from_import_to_remove(dump: Path, tmp_path: Path) -> None:
    """The index is used from then on, its digest stands in the coder's version, and removal undoes it."""
    home = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")}

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        program = [sys.executable, "-c", "from crossbearing.cli.shell import main; main()", "gazetteer"]
        return subprocess.run([*program, *words], env=home, text=True, capture_output=True)

    def version() -> str:
        code = "from crossbearing.flow.versions import coder_version as v; print(v())"
        return subprocess.run(
            [sys.executable, "-c", code], env=home, text=True, capture_output=True
        ).stdout.strip()

    plain = version()
    assert "embedded gazetteer is used alone" in call("status").stdout
    done = call("import", str(dump), "--index", str(tmp_path / "here.sqlite"))
    assert (done.returncode, "3 places" in done.stdout) == (0, True)
    digest = full.status(tmp_path / "here.sqlite").digest
    assert digest in call("status").stdout
    assert version() == f"{plain}.{digest[:8]}"
    assert call("remove").returncode == 0
    assert not (tmp_path / "here.sqlite").exists()
    assert version() == plain
    with dump.open("a", encoding="utf-8") as out:
        out.write("broken\n")
    again = call("import", str(dump))
    assert again.returncode == 1
    assert f"{dump}:5" in again.stderr
    assert (tmp_path / "data" / "crossbearing" / "geonames.sqlite").exists()
    assert call("import").returncode == 2
    assert call("status", str(dump)).returncode == 2
