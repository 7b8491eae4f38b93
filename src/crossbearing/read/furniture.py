"""What a page adds around a report, by the words of a single line. The rules stand in ``furniture.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from crossbearing.errors import VocabError

SHORT = 140
"""Characters up to which the rules for short lines are tried."""

LONGEST = 320
"""Characters beyond which a line is told text, whatever it begins with."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One class of line: what it is called, how it is known, a line that shows it.

    ``has``: one of these words must be in the line before the pattern is tried; empty: it always is.
    ``short``: it knows no lines of more than ``SHORT`` characters.
    """

    name: str
    pattern: re.Pattern[str]
    example: str
    has: tuple[str, ...] = ()
    short: bool = False

    def knows(self, folded: str) -> bool:
        """True when the line is one of this class."""
        if self.short and len(folded) > SHORT:
            return False
        if self.has and not any(word in folded for word in self.has):
            return False
        return self.pattern.match(folded) is not None


@dataclass(frozen=True, slots=True)
class Table:
    """Rules of one kind, and all those without ``has`` as one expression: one by one they are slow."""

    rules: tuple[Rule, ...]
    together: re.Pattern[str]
    together_long: re.Pattern[str]
    searched: tuple[tuple[str, Rule], ...]

    def within(self, folded: str) -> Table:
        """The same, without the rules whose words are not in ``folded``: for the lines of that text."""
        return replace(self, searched=tuple(pair for pair in self.searched if pair[0] in folded))

    def first(self, folded: str) -> str | None:
        """The name of a rule that knows the line, or None."""
        together = self.together if len(folded) <= SHORT else self.together_long
        if together.match(folded) is not None:
            return next(rule.name for rule in self.rules if not rule.has and rule.knows(folded))
        for word, rule in self.searched:
            if word in folded and rule.knows(folded):
                return rule.name
        return None


@dataclass(frozen=True, slots=True)
class Tables:
    """``lines``: furniture anywhere; ``unstamped``: unless they date the report; ``headings``: over lists;
    ``press_head``: what a press release says of itself.
    """

    lines: Table
    unstamped: Table
    headings: Table
    press_head: Table

    def within(self, folded: str) -> Tables:
        """The rules that can know a line of this text: asked of every line, the words of all are slow."""
        return replace(self, lines=self.lines.within(folded), unstamped=self.unstamped.within(folded))


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The rules of ``furniture.yaml``; raises VocabError when it is broken."""
    source = resources.files("crossbearing.read").joinpath("furniture.yaml").read_text(encoding="utf-8")
    try:
        rows = yaml.safe_load(source)
        return Tables(
            _table(rows["lines"] + rows["anywhere"]),
            *(_table(rows[name]) for name in ("unstamped", "headings", "press_head")),
        )
    except (yaml.YAMLError, KeyError, TypeError, re.error) as exc:
        raise VocabError(f"furniture.yaml: {exc}") from exc


def _table(rows: list[dict[str, Any]]) -> Table:
    rules = tuple(_rule(row) for row in rows)
    plain = [rule for rule in rules if not rule.has]
    searched = tuple((word, rule) for rule in rules for word in rule.has)
    return Table(rules, _together(plain), _together([r for r in plain if not r.short]), searched)


def _together(rules: list[Rule]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in rules) or r"(?!)")


def _rule(row: dict[str, Any]) -> Rule:
    pattern = re.compile("|".join(f"(?:{p})" for p in row["patterns"]))
    return Rule(row["name"], pattern, row["example"], tuple(row.get("has", ())), row.get("short", False))


def furniture_class(folded: str, *, stamped: bool = False, rules: Tables | None = None) -> str | None:
    """The name of a rule that knows this folded line as furniture, or None.

    ``stamped``: the line dates or signs the report, so that some rules do not count. ``rules``: those that
    can know a line of its text; all of them when None.
    """
    known = rules or tables()
    return known.lines.first(folded) or (None if stamped else known.unstamped.first(folded))


def opens_list(folded: str) -> str | None:
    """The name of the rule that knows this line as a heading over other headlines or comments, or None."""
    return tables().headings.first(folded) if len(folded) <= 80 else None


def press_class(folded: str) -> str | None:
    """The name of the rule that knows this line as one that a press release says of itself, or None."""
    return tables().press_head.first(folded) if len(folded) <= 200 else None
