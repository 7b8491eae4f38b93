"""How much of the pages in ``tests/data/pages`` is kept, and how much furniture leaks, beside trafilatura.

    python benchmarks/pages.py [--speed]

``--speed`` also reads each page several times, blown up with menus and scripts to what real ones weigh.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from crossbearing.model import RawReport
from crossbearing.read import read
from pages_sheets import Sheet, judged, read_sheet, sheets, told_text

Reader = Callable[[Sheet], str]
READERS: dict[str, Reader] = {
    "crossbearing": lambda sheet: told_text(read_sheet(sheet)),
    "trafilatura": lambda sheet: trafilatura.extract(sheet.html, include_comments=False) or "",
    "trafilatura, precise": lambda sheet: (
        trafilatura.extract(sheet.html, include_comments=False, favor_precision=True) or ""
    ),
}


def main() -> None:
    rows = sheets()
    print(f"{'page':24}" + "".join(f"{name:>28}" for name in READERS))
    totals = {name: [0, 0, 0, 0] for name in READERS}
    for sheet in rows:
        line = f"{sheet.name:24}"
        for name, reader in READERS.items():
            kept = judged(sheet, reader(sheet))
            wanted, other = len(sheet.wanted), len(sheet.unwanted)
            line += f"{wanted - len(kept.lost):>16}/{wanted} kept {len(kept.leaked)}/{other}"
            for i, n in enumerate((wanted - len(kept.lost), wanted, len(kept.leaked), other)):
                totals[name][i] += n
        print(line)
    print(f"{'all':24}" + "".join(f"{a:>16}/{b} kept {c}/{d}" for a, b, c, d in totals.values()))
    if "--speed" in sys.argv:
        speed(rows)


def blown_up(sheet: Sheet, number: int) -> bytes:
    """The page with the menus, scripts and lists of links that make a real one weigh 60 to 200 KB."""
    menu = b"".join(b'<li class="nav-item"><a href="/s/%d">Section %d</a></li>' % (i, i) for i in range(300))
    cards = b"".join(
        b'<div class="card teaser"><a href="/a/%d"><img src="i.jpg"><h3>Headline of story %d here</h3></a>'
        b"<span>3 hours ago</span></div>" % (i, i)
        for i in range(100 + 25 * (number % 8))
    )
    script = b"<script>" + b"var a={b:1,c:'x'};" * 2000 + b"</script>"
    body = sheet.html.rfind(b"</body>")
    extra = b"<nav><ul>" + menu + b'</ul></nav><div class="more-news">' + cards + b"</div>" + script
    return sheet.html[:body] + extra + sheet.html[body:]


def speed(rows: list[Sheet]) -> None:
    pages = [blown_up(sheet, i) for i, sheet in enumerate(rows)]
    raws = [RawReport(str(i), page, "text/html") for i, page in enumerate(pages)]
    read(raws[0])
    began, rounds = time.process_time(), 4
    for _ in range(rounds):
        for raw in raws:
            read(raw)
    seconds = time.process_time() - began
    size = sum(map(len, pages)) / len(pages) / 1000
    print(f"{rounds * len(raws) / seconds:.0f} pages/s and core, {size:.0f} KB a page on average")


if __name__ == "__main__":
    main()
