"""The command line: one file a verb, no logic."""

from crossbearing.cli.shell import main

__all__ = ["main"]
