"""The import direction is a test: the contract in pyproject.toml holds, and leaves no package out."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "crossbearing"
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]

HOUSE = (
    {"cli"},
    {"review"},
    {"export", "evaluate"},
    {"flow"},
    {"acquire", "read", "annotate", "extract", "resolve", "link", "reconcile", "store"},
    {"language"},
    {"vocab"},
    {"text"},
    {"model"},
    {"errors"},
)
"""The rows of the house, the upper ones first. Changing them is a decision, so they stand here once more."""


def lint_imports(*options: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_no_package_imports_upwards_or_sideways() -> None:
    done = lint_imports()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 kept, 0 broken" in done.stdout


def test_the_contract_is_exhaustive_and_says_what_the_house_is() -> None:
    (contract,) = SETTINGS["contracts"]
    rows = tuple({name.strip() for name in row.split("|")} for row in contract["layers"])
    assert contract["type"] == "layers"
    assert contract["exhaustive"] is True
    assert "ignore_imports" not in contract
    assert rows == HOUSE


def test_every_row_of_the_house_exists() -> None:
    there = {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if not path.name.startswith("_")}
    assert set().union(*HOUSE) == there - {"py"} - {"py.typed"}


def test_the_model_needs_the_standard_library_alone() -> None:
    imported = {
        line.split()[1].split(".")[0]
        for path in (PACKAGE / "model").glob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith(("import ", "from "))
    }
    assert imported <= sys.stdlib_module_names | {"crossbearing", "__future__"}
