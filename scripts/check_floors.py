"""Measure the accuracy on the gold sets and compare it with floors.toml: figures may not sink unseen.

usage: python scripts/check_floors.py [SET ...] [--shared DIR] [--readme] [--raise]

Runs `crossbearing run` and `export` on each set as a user would, and the scorer on what they give. Exit code
1 when a figure is below its floor (or above its ceiling), 2 when the gold sets or the scorer are not there.
With --readme the table of figures in README.md is written anew; with --raise floors.toml is, where figures
have risen: a floor is put a few points under what was measured. To lower one, edit the file by hand.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "floors.toml"
README = ROOT / "README.md"
README_HEAD = "<!-- figures: written by `make figures` -->\n"
README_TAIL = "<!-- end of figures -->"
SHOWN = {
    "recall": "events found (recall)",
    "precision": "of what was coded, right (precision)",
    "f1": "F1 of the two",
    "complete_of_all_core": "complete",
    "type": "type right, where found",
    "modality": "modality",
    "date": "date",
    "place": "place",
    "actor_f1": "actors (F1)",
    "deaths": "deaths",
    "injured": "injured",
    "speaker": "who says so",
    "published": "publication date of the report",
    "wire": "wire credit of the report",
    "link_f1": "accounts of one event linked (F1)",
    "grounded": "values that stand on a passage",
}
"""Figures that the README shows, and what it calls them."""
CASES = 1.5
"""How many cases of its kind a floor stays under the figure (but a point at least): a single case that a
change elsewhere turns should not trip it."""
EXACT = {"grounded"}
"""Figures that are promises: their floor is the figure."""


def main() -> int:
    """Check the sets that are asked for, or all that floors.toml names."""
    parser = argparse.ArgumentParser(description="Compare the accuracy on the gold sets with floors.toml.")
    parser.add_argument("sets", nargs="*", help="sets to check; all by default")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="holds gold/ and score/")
    parser.add_argument("--readme", action="store_true", help="write the figures into README.md")
    parser.add_argument("--raise", action="store_true", dest="raise_floors", help="raise what has risen")
    wanted = parser.parse_args()
    if not (wanted.shared / "score" / "score.py").exists():
        print(f"no scorer in {wanted.shared}: nothing was checked", file=sys.stderr)
        return 2
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    measured = {name: measure(name, wanted.shared) for name in wanted.sets or floors}
    failures = 0
    for name, figures in measured.items():
        print(f"{name}:")
        for line, bad in compare(floors[name], figures):
            failures += bad
            print(f"  {line}")
    if wanted.readme:
        write_readme(measured)
    if wanted.raise_floors:
        write_floors({name: raised(floors[name], measured.get(name, {})) for name in floors})
    print(f"{failures} below the floor" if failures else "no figure is below its floor")
    return bool(failures)


def _reports(texts: Path) -> list[str]:
    """The reports of a set; the coding sheets beside them are none."""
    return sorted(str(path) for path in texts.iterdir() if path.suffix in (".txt", ".html"))


def measure(name: str, shared: Path) -> dict[str, Any]:
    """The scorer's figures for one set, coded by the installed command in an empty store."""
    gold = shared / "gold" / name
    texts = shared / "seeds" if name == "seeds" else gold
    with tempfile.TemporaryDirectory() as scratch:
        store = str(Path(scratch) / "store.db")
        crossbearing("run", *_reports(texts), "--store", store)
        exported = {what: Path(scratch) / f"{what}.jsonl" for what in ("accounts", "reports", "events")}
        for what, path in exported.items():
            crossbearing("export", store, "--what", what, "--format", "jsonl", "-o", str(path))
        scorer = [sys.executable, str(shared / "score" / "score.py"), str(gold), str(exported["accounts"])]
        for what in ("reports", "events"):
            scorer += [f"--{what}", str(exported[what])]
        scorer += ["--links", str(gold / "links.json"), "--texts", str(texts), "--json"]
        answer = subprocess.run(scorer, capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(answer.stdout)
    figures["traps_fallen"] = int(str(figures["traps_fallen"]).split()[0])
    return figures


def crossbearing(*arguments: str) -> None:
    """Run the command that is installed beside this Python; any exit code but 0 ends the check."""
    command = [str(Path(sys.executable).with_name("crossbearing")), *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-2000:]}")


Floors = dict[str, dict[str, float]]
"""Of one set: ``least`` and ``most``, each from the name of a figure to its limit."""


def compare(floors: Floors, measured: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """A line for each figure, and whether it is on the wrong side."""
    for figure, floor in floors.get("least", {}).items():
        value = measured.get(figure)
        if value is None or value < floor:
            yield f"{figure:26} {value!s:>7}  BELOW the floor of {floor}", True
        elif value > floor + 2 * room(figure, measured):
            yield f"{figure:26} {value:>7}  floor {floor}: can be raised", False
        else:
            yield f"{figure:26} {value:>7}  floor {floor}", False
    for figure, ceiling in floors.get("most", {}).items():
        value = measured.get(figure)
        bad = value is None or value > ceiling
        yield f"{figure:26} {value!s:>7}  {'ABOVE the' if bad else 'at'} most {ceiling}", bad


def room(figure: str, measured: dict[str, Any]) -> float:
    """Points that the floor stays under the figure: what CASES are worth of all that the figure rests on."""
    if figure in EXACT or not measured:
        return 0.0
    cases = int(measured.get(f"{figure}_n") or measured["core_events"])
    return max(1.0, 100 * CASES / cases)


def raised(floors: Floors, measured: dict[str, Any]) -> Floors:
    """The limits of a set, tighter where the figures allow it and never looser."""
    least = {
        figure: max(floor, math.floor(measured.get(figure, 0.0) - room(figure, measured)))
        for figure, floor in floors["least"].items()
    }
    most = {figure: min(most, measured.get(figure, most)) for figure, most in floors["most"].items()}
    return {"least": least, "most": most}


def write_floors(floors: dict[str, Floors]) -> None:
    """Put the limits into floors.toml; the lines above its first table stay."""
    head = FLOORS.read_text(encoding="utf-8").partition("[")[0]
    tables = [
        "\n".join([f"[{name}.{limit}]", *(f"{figure} = {value}" for figure, value in limits.items())])
        for name, both in floors.items()
        for limit, limits in both.items()
    ]
    FLOORS.write_text(head + "\n\n".join(tables) + "\n", encoding="utf-8")
    print("wrote floors.toml")


def write_readme(measured: dict[str, dict[str, Any]]) -> None:
    """Put the table of figures into README.md."""
    rows = [f"| | {' | '.join(measured)} |", "|---" * (len(measured) + 1) + "|"]
    for figure, name in SHOWN.items():
        cells = [set_.get(figure) for set_ in measured.values()]
        rows.append(f"| {name} | {' | '.join('–' if c is None else f'{c:.1f}' for c in cells)} |")
    before, _, rest = README.read_text(encoding="utf-8").partition(README_HEAD)
    _, _, after = rest.partition(README_TAIL)
    table = "\n".join(rows)
    README.write_text(f"{before}{README_HEAD}{table}\n{README_TAIL}{after}", encoding="utf-8")
    print("wrote the figures in README.md")


if __name__ == "__main__":
    sys.exit(main())
