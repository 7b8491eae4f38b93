"""Write the session in README.md anew: its commands, with what they print now.

usage: python scripts/make_readme_session.py [--check]

With --check nothing is written; exit code 1 when the README shows something else than the commands print.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "README.md"
HEAD = "<!-- session: written by `make docs`, checked by tests/test_docs.py -->\n"
TAIL = "<!-- end of session -->"
COMMANDS = (
    "crossbearing run samples --store events.db",
    "crossbearing dossier events.db -o events.html",
    "crossbearing export events.db --what events --format ged -o events.csv",
)


def session() -> str:
    """The commands and their output, as a console block."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "samples").symlink_to(ROOT / "samples")
        for command in COMMANDS:
            lines += [f"$ {command}", *output(command, folder)]
    return "\n".join(["```console", *lines, "```", ""])


def output(command: str, folder: str) -> list[str]:
    """What a command prints, without blanks at line ends. A command that fails ends everything."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    settings = {**os.environ, "PATH": path}
    done = subprocess.run(command.split(), cwd=folder, env=settings, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{command} ended with {done.returncode}: {done.stderr}")
    return [line.rstrip() for line in done.stdout.splitlines()]


def main(arguments: list[str]) -> int:
    """Write the session, or check it."""
    written = PAGE.read_text(encoding="utf-8")
    before, _, rest = written.partition(HEAD)
    _, _, after = rest.partition(TAIL)
    made = f"{before}{HEAD}{session()}{TAIL}{after}"
    if "--check" not in arguments:
        PAGE.write_text(made, encoding="utf-8")
        print("wrote the session in README.md")
    elif made != written:
        print("README.md shows another session than the commands give: run `make docs`", file=sys.stderr)
        return 1
    else:
        print("the session in README.md is what the commands print")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
