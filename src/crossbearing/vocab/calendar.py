"""The words of time: months, weekdays, units, feasts, and the small words between them (calendar.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from crossbearing.errors import VocabError


@dataclass(frozen=True, slots=True)
class Holiday:
    """When a feast falls: a fixed day, a Hijri day, days from Easter, or the nth weekday of a month."""

    key: str
    names: tuple[str, ...]
    gregorian: tuple[int, int] | None = None
    hijri: tuple[int, int] | None = None
    easter: int | None = None
    weekday: tuple[int, int, int] | None = None
    days: int = 1


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """``words``: folded word → (class, value). ``phrases``: first word → the phrases of several words it
    may open.
    """

    words: dict[str, tuple[str, str | int]]
    classes: tuple[str, ...]
    holidays: dict[str, Holiday]
    holiday_names: dict[str, str]
    hijri_months: dict[str, int]
    counted: frozenset[str]
    named: frozenset[str]
    lasting: frozenset[str]
    numbered: frozenset[str]


def _pair(text: str) -> tuple[int, int]:
    month, day = str(text).split("-")
    return int(month), int(day)


def _holiday(key: str, entry: dict[str, object]) -> Holiday:
    try:
        rule = entry.get("weekday")
        easter = entry.get("easter")
        return Holiday(
            key=key,
            names=tuple(str(n) for n in entry["names"]),  # type: ignore[attr-defined]  # a list, or VocabError below
            gregorian=_pair(str(entry["gregorian"])) if "gregorian" in entry else None,
            hijri=_pair(str(entry["hijri"])) if "hijri" in entry else None,
            easter=int(str(easter)) if easter is not None else None,
            weekday=tuple(int(n) for n in rule) if isinstance(rule, list) else None,  # type: ignore[arg-type]
            days=int(str(entry.get("days", 1))),
        )
    except (KeyError, TypeError, ValueError) as exc:
        raise VocabError(f"calendar.yaml: holiday {key!r}: {exc}") from exc


def _words(classes: dict[str, dict[str, str | int]]) -> dict[str, tuple[str, str | int]]:
    words: dict[str, tuple[str, str | int]] = {}
    for name, entries in classes.items():
        for word, value in entries.items():
            key = word  # YAML reads a bare on, yes or no as a truth value: the file must quote such words
            if not isinstance(key, str) or key in words:
                raise VocabError(
                    f"calendar.yaml: {word!r} of class {name} is no word or stands in two classes"
                )
            words[key] = (name, value)
    return words


@cache
def calendar_words() -> CalendarWords:
    """The calendar vocabulary, read once."""
    raw = yaml.safe_load(files("crossbearing.vocab").joinpath("calendar.yaml").read_text(encoding="utf-8"))
    holidays = {key: _holiday(key, entry) for key, entry in raw["holidays"].items()}
    return CalendarWords(
        words=_words(raw["classes"]),
        classes=tuple(raw["classes"]),
        holidays=holidays,
        holiday_names={name: h.key for h in holidays.values() for name in h.names},
        hijri_months=dict(raw["hijri_months"]),
        counted=frozenset(raw["counted"]),
        named=frozenset(raw["named"]),
        lasting=frozenset(raw["lasting"]),
        numbered=frozenset(raw["numbered"]),
    )
