"""What is kept on disk is what came, or nothing; whatever happens to the disk in between."""

from __future__ import annotations

import json
import multiprocessing
from pathlib import Path

import pytest

from crossbearing.acquire import Fetching
from crossbearing.acquire.web.cache import Folder, Kept, NoCache
from crossbearing.model import RawReport
from web_answers import PAGE, Reader

ADDRESS = "https://news.example/7?ä"
KEPT = Kept(PAGE, "2024-03-05T12:00:00+00:00", "text/html", '"v1"', "Tue, 05 Mar 2024 12:00:00 GMT")


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    cache = Folder(tmp_path / "new" / "folder")
    assert cache.get(ADDRESS) is None
    cache.put(ADDRESS, KEPT)
    assert cache.get(ADDRESS) == KEPT
    assert cache.get("https://news.example/8") is None
    assert Folder(tmp_path / "new" / "folder").get(ADDRESS) == KEPT


def test_the_same_bytes_are_kept_once_and_only_their_owner_may_read_them(tmp_path: Path) -> None:
    cache = Folder(tmp_path / "cache")
    for number in range(5):
        cache.put(f"https://news.example/{number}", KEPT)
    files = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert len([path for path in files if "bodies" in path.parts]) == 1
    assert len(files) == 6
    assert all(path.stat().st_mode & 0o077 == 0 for path in files)


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[]", b"null", b'{"body": 7}', b'{"body": "x", "more": 1}', b"\xff"]
)
def test_a_broken_entry_counts_as_not_there_and_is_replaced(tmp_path: Path, broken: bytes) -> None:
    cache = Folder(tmp_path)
    cache.put(ADDRESS, KEPT)
    (entry,) = (tmp_path / "pages").rglob("*.json")
    entry.write_bytes(broken)
    assert cache.get(ADDRESS) is None
    cache.put(ADDRESS, KEPT)
    assert cache.get(ADDRESS) == KEPT


def test_a_body_that_was_changed_or_lost_counts_as_not_there(tmp_path: Path) -> None:
    cache = Folder(tmp_path)
    cache.put(ADDRESS, KEPT)
    (body,) = (path for path in (tmp_path / "bodies").rglob("*") if path.is_file())
    body.write_bytes(PAGE[:50])
    assert cache.get(ADDRESS) is None
    body.unlink()
    assert cache.get(ADDRESS) is None


def test_an_entry_of_another_address_is_not_taken(tmp_path: Path) -> None:
    cache = Folder(tmp_path)
    cache.put(ADDRESS, KEPT)
    (entry,) = (tmp_path / "pages").rglob("*.json")
    entry.write_text(
        json.dumps({**json.loads(entry.read_text(encoding="utf-8")), "address": "https://x.example/"})
    )
    assert cache.get(ADDRESS) is None


def test_a_disk_that_refuses_ends_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    cache = Folder(blocked)
    cache.put(ADDRESS, KEPT)
    assert cache.get(ADDRESS) is None
    (report,) = Reader({"https://news.example/7": PAGE}, Fetching(cache=blocked)).read(
        "https://news.example/7"
    )
    assert isinstance(report, RawReport)


def test_nothing_half_is_left_when_writing_fails(tmp_path: Path) -> None:
    cache = Folder(tmp_path)
    cache.put(ADDRESS, KEPT)
    (entry,) = (tmp_path / "pages").rglob("*.json")
    entry.unlink()
    entry.mkdir()  # nothing can be moved into its place
    cache.put(ADDRESS, KEPT)
    assert list(entry.parent.iterdir()) == [entry]


def test_no_cache_keeps_nothing() -> None:
    cache = NoCache()
    cache.put(ADDRESS, KEPT)
    assert cache.get(ADDRESS) is None


def put_and_get(folder: Path, name: str) -> int:
    """Write and read one address again and again; how often what came out was neither nothing nor whole."""
    cache, wrong = Folder(folder), 0
    for number in range(60):
        content = (name * 20_000).encode() if number % 2 else PAGE
        cache.put(ADDRESS, Kept(content, "2024-03-05T12:00:00+00:00", etag=content[:1].decode()))
        found = cache.get(ADDRESS)
        whole = found is None or found.content == PAGE or set(found.content.decode()) in ({"a"}, {"b"})
        wrong += not (whole and (found is None or found.content[:1].decode() == found.etag))
    return wrong


def test_two_processes_can_share_a_cache(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.starmap(put_and_get, [(tmp_path, "a"), (tmp_path, "b")]) == [0, 0]
    assert Folder(tmp_path).get(ADDRESS) is not None
