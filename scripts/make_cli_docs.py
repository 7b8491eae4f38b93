"""Write docs/cli.md from the command line itself.

usage: python scripts/make_cli_docs.py [--check]

With --check nothing is written; exit code 1 when the page is out of date.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typer

from crossbearing.cli.shell import app

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"

HEAD = """\
# The command line

This page is generated from the program by `make docs`; change the help texts in `src/crossbearing/cli/`
instead.

Exit codes: 0 done; 1 some inputs were rejected (each is named on standard error with the reason), or an
error that one line on standard error explains; 2 wrong usage; 130 stopped with Ctrl-C, what was finished is
kept.
"""


def page() -> str:
    """The whole page, as Markdown."""
    command = typer.main.get_command(app)
    assert hasattr(command, "commands")
    sections = [HEAD]
    for name, verb in command.commands.items():
        sections.append(section(name, verb))
    return "\n".join(sections)


def section(name: str, verb: Any) -> str:
    """One verb: what it does, how it is called, its arguments and options."""
    arguments = [p for p in verb.params if p.param_type_name == "argument"]
    options = [p for p in verb.params if p.param_type_name == "option" and not p.hidden]
    call = " ".join(["crossbearing", name, "[OPTIONS]", *(written(p) for p in arguments)])
    lines = [f"## {name}", "", f"    {call}", "", *prose(verb.help or ""), ""]
    lines += ["| argument or option | meaning |", "|---|---|"]
    lines += [f"| `{cell(written(p))}` | {cell(meaning(p))} |" for p in [*arguments, *options]]
    lines += ["| `-h, --help` | Show the help of this verb. |", ""]
    return "\n".join(lines)


def written(parameter: Any) -> str:
    """How a parameter is written on the command line: "STORE", "--output, -o FILE"."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    names = ", ".join([*parameter.opts, *parameter.secondary_opts])
    if parameter.is_flag:
        return names
    return f"{names} {parameter.metavar or parameter.name.upper()}"


def meaning(parameter: Any) -> str:
    """The help text, with the default where there is one to name."""
    said = str(parameter.help or "")
    if parameter.required and parameter.param_type_name == "option":
        return f"{said} Needed."
    default = parameter.default
    if isinstance(default, (int, float)) and not isinstance(default, bool):
        return f"{said} Default: {default:g}."
    if isinstance(default, str):
        return f"{said} Default: {default}."
    return said


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
