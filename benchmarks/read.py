"""How fast texts, pages and web archives are read, and with how much memory.

usage: python benchmarks/read.py [--texts N] [--pages N] [--warc MB] [--full]

Everything is generated (benchmarks/generate.py). Rates are per second of CPU time of one process. Exit code 1
when a target is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from generate import page, report, row, write_pages, write_warc
from measuring import drained, head, line, measured, memory_line

from crossbearing.acquire import acquire
from crossbearing.errors import InputError
from crossbearing.model import RawReport
from crossbearing.read import read

TEXTS_WANTED, PAGES_WANTED, MEMORY_WANTED = 2000, 25, 500


def main() -> int:
    parser = argparse.ArgumentParser(description="How fast texts, pages and web archives are read.")
    parser.add_argument("--texts", type=int, default=3000, help="rows of 3 KB (3000)")
    parser.add_argument("--pages", type=int, default=300, help="pages of 60 to 150 KB (300)")
    parser.add_argument("--warc", type=int, default=50, help="megabytes of web archive (50)")
    parser.add_argument("--full", action="store_true", help="20,000 rows, 10,000 pages, 1 GB")
    wanted = parser.parse_args()
    if wanted.full:
        wanted.texts, wanted.pages, wanted.warc = 20_000, 10_000, 1000
    for number in range(20):  # models are loaded, and what is remembered is
        read(RawReport("warm", page(number), "text/html"))
        read(RawReport("warm", report(number)))
    head()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        met = [texts(folder, wanted.texts), pages(folder, wanted.pages), warc(folder, wanted.warc)]
    return int(not all([*met, memory_line(MEMORY_WANTED)]))


def texts(folder: Path, count: int) -> bool:
    table = folder / "rows.jsonl"
    with table.open("w") as stream:
        for number in range(count):
            stream.write(json.dumps(row(number)) + "\n")
    return _timed("texts of 3 KB (rows of a table)", table, TEXTS_WANTED)


def pages(folder: Path, count: int) -> bool:
    held = folder / "pages"
    held.mkdir()
    write_pages(held, count)
    return _timed("pages of 60 to 150 KB", held, PAGES_WANTED)


def warc(folder: Path, megabytes: int) -> bool:
    path = folder / "crawl.warc"
    write_warc(path, megabytes * 1_000_000)
    return _timed(f"pages in a web archive of {megabytes} MB", path, PAGES_WANTED)


def _timed(what: str, path: Path, wanted: float) -> bool:
    with measured() as took:
        count = drained(acquire([str(path)]), _read)
    return line(what, count, took, wanted)


def _read(item: object) -> None:
    if isinstance(item, InputError):
        raise item
    read(item)  # type: ignore[arg-type]


if __name__ == "__main__":
    sys.exit(main())
