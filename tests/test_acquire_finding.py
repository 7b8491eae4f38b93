"""Which files an input means, on a disk and in a fake of one; links, pipes and folders without end."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

import pytest

from crossbearing.acquire import Disk, Intake, Limits, Memory, Storage, acquire
from crossbearing.acquire.places import FILE, FOLDER
from crossbearing.errors import InputError, NotFound, NotReadable, Unsafe
from crossbearing.model import RawReport

FILES = {
    "in/a.txt": b"a",
    "in/deep/er/b.html": b"<p>b",
    "in/deep/c.csv": b"id,text\n1,c\n",
    "in/notes.md": b"n",
}


def on_disk(files: Mapping[str, bytes], folder: Path) -> Storage:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return Disk()


def in_memory(files: Mapping[str, bytes], folder: Path) -> Storage:
    return Memory({f"{folder.as_posix()}/{name}": content for name, content in files.items()})


@pytest.fixture(params=[on_disk, in_memory])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    make: Callable[[Mapping[str, bytes], Path], Storage] = request.param
    return make(FILES, tmp_path)


def ids(found: list[RawReport | InputError]) -> list[str]:
    return [item.id for item in found if isinstance(item, RawReport)]


def refusals(found: list[RawReport | InputError]) -> list[tuple[str, type[InputError]]]:
    return [(Path(item.where).name, type(item)) for item in found if isinstance(item, InputError)]


# ---- the contract of a storage -----------------------------------------------------------------------------


def test_a_storage_looks_lists_and_opens(stored: Storage, tmp_path: Path) -> None:
    assert stored.look(tmp_path / "in").what == FOLDER
    look = stored.look(tmp_path / "in/a.txt")
    assert (look.what, look.size) == (FILE, 1)
    assert sorted(entry.name for entry in stored.entries(tmp_path / "in")) == ["a.txt", "deep", "notes.md"]
    with stored.open(tmp_path / "in/a.txt") as stream:
        assert stream.read() == b"a"
    with pytest.raises(FileNotFoundError):
        stored.look(tmp_path / "in/none")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("in", ["a.txt", "deep/er/b.html", "1"]),
        ("in/a.txt", ["a.txt"]),
        ("in/*", ["a.txt", "1", "deep/er/b.html", "notes.md"]),
        ("in/**/*.html", ["deep/er/b.html"]),
        ("in/*/c.csv", ["1"]),
        ("in/*.md", ["notes.md"]),
        ("in/[ab].txt", ["a.txt"]),
        ("**/*.txt", ["in/a.txt"]),
    ],
)
def test_an_input_means_the_same_files_wherever_they_lie(
    stored: Storage, tmp_path: Path, pattern: str, expected: list[str]
) -> None:
    found = list(acquire([f"{tmp_path.as_posix()}/{pattern}"], storage=stored))
    assert sorted(ids(found)) == sorted(expected)
    assert refusals(found) == []


# ---- links and folders without end -------------------------------------------------------------------------


def test_folders_that_lead_to_each_other_are_gone_through_once(tmp_path: Path) -> None:
    for name in "abcdefgh":
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / f"{name}.txt").write_text(name)
    for name in "abcdefgh":
        for other in "abcdefgh":
            (tmp_path / "in" / name / f"to-{other}").symlink_to(tmp_path / "in" / other)
    for inputs in ([str(tmp_path / "in")], [f"{tmp_path}/in/**/*.txt"], [f"{tmp_path}/in/**"]):
        found = list(acquire(inputs))
        assert sorted(name.rpartition("/")[2] for name in ids(found)) == [
            f"{name}.txt" for name in "abcdefgh"
        ]


def test_a_link_out_of_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.txt").write_text("a")
    (tmp_path / "in/one").symlink_to(tmp_path / "out")
    (tmp_path / "in/two").symlink_to(tmp_path / "out")
    assert ids(list(acquire([str(tmp_path / "in")]))) == ["one/a.txt"]


def test_a_folder_that_is_too_deep_or_too_full_is_named() -> None:
    intake = Intake(limits=Limits(depth=2, members=5))
    found = list(acquire(["in"], intake, storage=Memory({"in/a.txt": b"a", "in/b/c/d/e.txt": b"e"})))
    assert ids(found) == ["a.txt"]
    assert refusals(found) == [("d", Unsafe)]
    found = list(acquire(["in"], intake, storage=Memory({f"in/{n}.txt": b"a" for n in range(9)})))
    assert refusals(found) == [("in", Unsafe)]


# ---- what is no file ---------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes on this system")
def test_pipes_sockets_and_devices_are_refused_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(tmp_path / "socket.txt"))
        (tmp_path / "device.txt").symlink_to("/dev/zero")
        (tmp_path / "z.txt").write_text("z")
        found: list[RawReport | InputError] = []
        reading = threading.Thread(
            target=lambda: found.extend(acquire([str(tmp_path), str(tmp_path / "pipe.txt")]))
        )
        reading.daemon = True
        reading.start()
        reading.join(timeout=20)
        assert not reading.is_alive(), "it waits for somebody to write"
    assert ids(found) == ["z.txt"]
    assert refusals(found) == [
        ("device.txt", Unsafe), ("pipe.txt", Unsafe), ("socket.txt", Unsafe), ("pipe.txt", Unsafe),
    ]  # fmt: skip
    assert "crossbearing run -" in str(found[-1])


class Changing(Disk):
    """A disk on which files change, or go, while they are read."""

    def __init__(self, change: Callable[[Path], None]) -> None:
        self._change = change

    def open(self, path: Path) -> BinaryIO:  # type: ignore[override]
        stream = super().open(path)
        self._change(path)
        return stream  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda path: path.write_text("longer than before"), NotReadable),
        (lambda path: path.unlink(), NotFound),
    ],
    ids=["changed", "gone"],
)
def test_a_file_that_changes_while_it_is_read_is_named(
    tmp_path: Path, change: Callable[[Path], None], error: type[InputError]
) -> None:
    (tmp_path / "a.txt").write_text("before")
    found = list(acquire([str(tmp_path / "a.txt")], storage=Changing(change)))
    assert refusals(found) == [("a.txt", error)]


def test_names_that_a_terminal_would_obey_are_written_out() -> None:
    (report,) = acquire(["in"], storage=Memory({"in/a\x1b[31m\n.txt": b"a"}))
    assert isinstance(report, RawReport)
    assert report.id == r"a\x1b[31m\x0a.txt"


@pytest.mark.parametrize("name", ["\0", "a\0b.txt", "x" * 5000])
def test_names_that_no_system_knows_are_named(name: str) -> None:
    (error,) = acquire([name])
    assert isinstance(error, InputError)
