"""What a page adds around a report, by the words of a single line. The rules stand in ``furniture.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from crossbearing.errors import VocabError


@dataclass(frozen=True, slots=True)
class Rule:
    """One class of line: what it is called, how it is known, a line that shows it."""

    name: str
    pattern: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class Rules:
    """``lines``: furniture anywhere; ``unstamped``: unless they date the report; ``headings``: over lists."""

    lines: tuple[Rule, ...]
    unstamped: tuple[Rule, ...]
    headings: tuple[Rule, ...]


@lru_cache(maxsize=1)
def rules() -> Rules:
    """The rules of ``furniture.yaml``; raises VocabError when it is broken."""
    source = resources.files("crossbearing.read").joinpath("furniture.yaml").read_text(encoding="utf-8")
    try:
        tables = yaml.safe_load(source)
        return Rules(
            *(tuple(_rule(row) for row in tables[name]) for name in ("lines", "unstamped", "headings"))
        )
    except (yaml.YAMLError, KeyError, TypeError, re.error) as exc:
        raise VocabError(f"furniture.yaml: {exc}") from exc


def _rule(row: dict[str, Any]) -> Rule:
    return Rule(row["name"], re.compile("|".join(f"(?:{p})" for p in row["patterns"])), row["example"])


def furniture_class(folded: str, *, stamped: bool = False) -> str | None:
    """The name of the first rule that knows this folded line as furniture, or None.

    ``stamped``: the line dates or signs the report, so that some rules do not count.
    """
    tables = rules()
    tried = tables.lines if stamped else tables.lines + tables.unstamped
    return next((rule.name for rule in tried if rule.pattern.match(folded)), None)


def opens_list(folded: str) -> str | None:
    """The name of the rule that knows this line as a heading over other headlines or comments, or None."""
    return next((rule.name for rule in rules().headings if rule.pattern.match(folded)), None)
