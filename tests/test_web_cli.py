"""Addresses on the command line: a run from end to end, and no network library where there is no address."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from web_server import Page, serving

STORY = (
    b"<!DOCTYPE html><html><head><title>Ambush near Douentza</title>"
    b'<meta property="article:published_time" content="2024-03-13T08:00:00Z"></head><body><article>'
    b"<h1>Ambush near Douentza</h1><p>Gunmen killed nine soldiers in an ambush near Douentza in central Mali "
    b"on Tuesday, the army said.</p></article></body></html>"
)


def crossbearing(*arguments: str, cache: Path) -> subprocess.CompletedProcess[str]:
    program = "from crossbearing.cli import main; main()"
    options = ["--interval", "0", "--cache", str(cache)]
    command = [sys.executable, "-W", "error", "-c", program, *arguments, *options]
    return subprocess.run(command, capture_output=True, text=True)


def test_an_address_is_read_into_a_store_and_known_the_second_time(tmp_path: Path) -> None:
    rss = b"<rss><channel><title>Delta Herald</title><item><link>/7</link></item></channel></rss>"
    with serving({"/7": Page(STORY), "/rss": Page(rss, kind="text/xml")}) as site:
        call = ("run", site.address("/rss"), "--store", str(tmp_path / "s.db"), "--allow-private")
        first, second = (crossbearing(*call, cache=tmp_path / "cache") for _ in range(2))
    assert first.returncode == 0, first.stderr
    assert first.stderr == ""
    assert "reports: 1 coded" in first.stdout
    assert "2024-03-12  Douentza, ML" in first.stdout
    assert "reports: 0 coded (0 accounts), 1 known before, 0 rejected" in second.stdout


def test_mentions_at_an_address(tmp_path: Path) -> None:
    with serving({"/7": Page(STORY)}) as site:
        done = crossbearing("annotate", site.address("/7"), "--allow-private", cache=tmp_path)
        assert json.loads(done.stdout)["report"] == site.address("/7")


def test_an_address_that_cannot_be_had_is_a_rejection(tmp_path: Path) -> None:
    done = crossbearing("run", "http://127.0.0.1/7", "--store", str(tmp_path / "s.db"), cache=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("crossbearing: rejected: http://127.0.0.1/7: not fetched")
    assert "--allow-private" in done.stderr


def test_a_list_that_is_cut_off_is_a_note_and_no_rejection(tmp_path: Path) -> None:
    with serving({}) as site:
        links = "\n".join(site.address(f"/{n}") for n in range(3))
        site.pages |= {f"/{n}": Page(STORY.replace(b"nine", str(n + 10).encode())) for n in range(3)}
        site.pages["/map.txt"] = Page(links.encode(), kind="text/plain")
        call = ("annotate", site.address("/map.txt"), "--limit", "2", "--allow-private")
        done = crossbearing(*call, cache=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("crossbearing: note: ")
    assert "the first 2 pages were taken" in done.stderr
    assert len(done.stdout.splitlines()) == 2


def test_a_cache_and_no_cache_are_wrong_usage(tmp_path: Path) -> None:
    done = crossbearing("run", "http://127.0.0.1/7", "--store", "s.db", "--no-cache", cache=tmp_path)
    assert done.returncode == 2


NETWORK = ("httpx", "httpcore", "h11", "protego", "feedparser", "certifi", "crossbearing.acquire.web.opening")


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("starting", "import crossbearing.cli"),
        (
            "help",
            "import crossbearing.cli.shell as s\ntry: s.app(['run', '--help'])\nexcept SystemExit: pass",
        ),
        ("reading a file", "from crossbearing.acquire import acquire; list(acquire(['a.txt']))"),
    ],
)
def test_without_an_address_no_network_library_is_loaded(tmp_path: Path, name: str, program: str) -> None:
    (tmp_path / "a.txt").write_text("Two people died.", encoding="utf-8")
    asked = f"{program}\nimport sys\nprint([m for m in {NETWORK} if m in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", asked], cwd=tmp_path, capture_output=True, text=True)
    assert done.stderr == "[]\n", name


def test_a_run_over_files_makes_no_connection(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two people died.", encoding="utf-8")
    program = (
        "import sys\n"
        "def hook(event, args):\n"
        "    local = event == 'socket.connect' and not isinstance(args[1], tuple)  # to a worker of our own\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo') and not local: raise SystemExit(event)\n"
        "sys.addaudithook(hook)\n"
        "from crossbearing.cli import main\n"
        "main()"
    )
    arguments = ["run", "a.txt", "--store", "s.db", "--processes", "1"]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "reports: 1 coded" in done.stdout
