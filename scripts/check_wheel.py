"""Fail when a wheel lacks data that the package needs at run time.

usage: python scripts/check_wheel.py WHEEL

Every file under src/crossbearing that git knows must be in the wheel, and LICENSE and NOTICE beside it.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def wanted() -> set[str]:
    """Paths inside a wheel of all tracked files of the package."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "src/crossbearing"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.removeprefix("src/") for name in listed.stdout.split("\0") if name}


def main(wheel: str) -> int:
    """0 when all is there, 1 otherwise; what is missing goes to standard error."""
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    missing = sorted(wanted() - held)
    missing += [name for name in ("LICENSE", "NOTICE") if not any(h.endswith(f"/{name}") for h in held)]
    for name in missing:
        print(f"not in the wheel: {name}", file=sys.stderr)
    print(f"{Path(wheel).name}: {len(held)} files, {len(missing)} missing")
    return bool(missing)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
