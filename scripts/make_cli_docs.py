"""Write docs/cli.md from the command line itself.

usage: python scripts/make_cli_docs.py [--check]

With --check nothing is written; exit code 1 when the page is out of date.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
import typer

from crossbearing.cli.shell import app

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"

HEAD = """\
# The command line

This page is generated from the program by `make docs`; change the help texts in `src/crossbearing/cli/` instead.

Exit codes: 0 done; 1 some inputs were rejected (each is named on standard error with the reason), or an error that one
line on standard error explains; 2 wrong usage; 130 stopped with Ctrl-C, what was finished is kept.
"""


def page() -> str:
    """The whole page, as Markdown."""
    command = typer.main.get_command(app)
    assert hasattr(command, "commands")
    sections = [HEAD]
    for name, verb in command.commands.items():
        sections.append(section(name, verb))
    return "\n".join(sections)


def section(name: str, verb: click.Command) -> str:
    """One verb: what it does, how it is called, its arguments and options."""
    context = click.Context(verb, info_name=f"crossbearing {name}")
    pieces = verb.collect_usage_pieces(context)
    lines = [f"## {name}", "", f"    crossbearing {name} {' '.join(pieces)}", "", *prose(verb.help or ""), ""]
    lines += ["| argument or option | meaning |", "|---|---|"]
    for parameter in verb.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None:
            lines.append(f"| `{cell(record[0])}` | {cell(record[1])} |")
    return "\n".join([*lines, ""])


def prose(text: str) -> list[str]:
    """The help text; indented examples stay code."""
    return [line.rstrip() for line in text.replace("\b", "").strip().splitlines()]


def cell(text: str) -> str:
    """Text that a table cell can hold."""
    return " ".join(text.split()).replace("|", "\\|")


def main(arguments: list[str]) -> int:
    """Write the page, or check it."""
    made = page()
    if "--check" in arguments:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != made:
            print("docs/cli.md is out of date: run `make docs`", file=sys.stderr)
            return 1
        print("docs/cli.md is up to date")
        return 0
    PAGE.write_text(made, encoding="utf-8")
    print(f"wrote {PAGE.relative_to(PAGE.parent.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
