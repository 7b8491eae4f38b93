"""How long a full GeoNames dump takes to import, and how much memory: a million invented lines by default.

usage: python benchmarks/gazetteer_import.py [LINES]

Prints seconds (by the clock, and of the processor), peak memory and the time of a thousand look-ups. Wanted
for a million lines: under 60 s and under 1 GB.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from crossbearing.flow.gazetteers import import_dumps
from crossbearing.flow.progress import Progress
from crossbearing.vocab.gazetteer import open_gazetteer

SYLLABLES = [
    "qa",
    "mar",
    "tel",
    "dur",
    "hay",
    "sha",
    "bir",
    "kaf",
    "zen",
    "lu",
    "wad",
    "gha",
    "ri",
    "ost",
    "ne",
]
COUNTRIES = ["IQ", "SY", "ML", "UA", "US", "CO", "PH", "SD"]


def write_dump(path: Path, lines: int, seed: int = 7) -> None:
    """Lines of the form of a dump, with names put together from syllables and two further spellings each."""
    rng = random.Random(seed)
    with path.open("w", encoding="utf-8") as out:
        for number in range(1, lines + 1):
            name = "".join(rng.choices(SYLLABLES, k=4)).capitalize()
            other = f"Al {name},{name}a"
            lat, lon = rng.uniform(-60, 70), rng.uniform(-180, 180)
            iso = rng.choice(COUNTRIES)
            cells = [
                90_000_000 + number,
                name,
                name,
                other,
                f"{lat:.5f}",
                f"{lon:.5f}",
                "P",
                "PPL",
                iso,
                "",
                "01",
            ]
            cells += ["", "", "", rng.randrange(5000), "", 10, "Etc/UTC", "2020-01-01"]
            out.write("\t".join(map(str, cells)) + "\n")


def main() -> None:
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        dump, index = Path(folder) / "dump.txt", Path(folder) / "index.sqlite"
        write_dump(dump, lines)
        began, busy = time.perf_counter(), time.process_time()
        done = import_dumps([dump], index, Progress())
        seconds, busy = time.perf_counter() - began, time.process_time() - busy
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        assert done.status is not None
        print(f"{lines:,} lines: {seconds:.1f} s ({busy:.1f} s of processor), peak {peak:.0f} MB")
        print(f"{done.status.names:,} names, {index.stat().st_size / 1e6:.0f} MB on disk")
        known = open_gazetteer(full=index)
        began = time.perf_counter()
        for first in SYLLABLES[:10]:
            for second in SYLLABLES[:10]:
                for third in SYLLABLES[:10]:
                    known.lookup((first + second + third + second).capitalize())
        print(f"1,000 look-ups: {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    main()
