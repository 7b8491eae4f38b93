"""The forms of the time patterns made into regular expressions over classes of words."""

from __future__ import annotations

import re
from functools import cache

from crossbearing.annotate.times_patterns import PATTERNS, Pattern
from crossbearing.annotate.times_words import classes

GROUPS: dict[str, str] = {
    "DAY": "[HOURNUM DAYNUM ORDINAL]",
    "DAYWORDED": "([HOURNUM DAYNUM ORDINAL ORDWORD SECOND] | TENWORD HYPHEN? [ORDWORD SECOND])",
    "MON": "([MONTH MONTHWORD] | MONTHABBR DOT?)",
    "WD": "(WEEKDAY | WEEKDAYABBR DOT?)",
    "NUM": "(HOURNUM HOURNUM SLASH HOURNUM | [NUMWORD HOURNUM DAYNUM NUMBER] | TENWORD (HYPHEN? NUMWORD)?"
    "| [A NUMWORD HOURNUM] HUNDRED | HUNDRED)",
    "FUZZY": "(A? VAGUE (HUNDRED)? OF? (MORE)?)",
    "COUNT": "((ABOUT | MORE THAN | AT? MORE | UPTO TO)? THE? (NUM (OR (MORE | NUM))? | FUZZY | A))",
    "ANYUNIT": "[UNIT UNITS QUARTER]",
    "DEMON": "[THIS LAST NEXT PAST PREVIOUS FOLLOWING COMING]",
    "SHADE": "((THE? (VERY)? [EARLY LATE START MIDDLE END] OF THE?)"
    "| (THE? [EARLY LATE MID EARLIER LATER] HYPHEN?))",
    "HOURS": "(THE? (EARLY | FIRST | LATE) CLOCKUNIT OF)",
    "DAYPART": "(PART | MOMENT)",
    "CLOCKTIME": "(CLOCK HYPHEN? AMPM? | [HOURNUM NUMWORD] (AMPM | OCLOCK AMPM?) | MOMENT)",
    "ZONES": "(OPEN? ZONE+ (TIME)? CLOSE?)",
    "VERY": "OTHER",
    "SO": "OTHER",
    "ANNO": "(YEAR | NUMWORD TENWORD (HYPHEN? NUMWORD)?)",
    "FIRST": "ORDWORD",
    "DURING": "OVER",
    "AROUND": "ABOUT",
    "TIME": "PERIOD",
    "ENDS": "[BREAK COMMA DOT CLOSE AND ON AT IN BY FROM WAS WILL DUE AFTER BEFORE]",
}
"""Names for what recurs in the patterns."""

_NAME = re.compile(r"\[([A-Z ]+)\]|\b([A-Z]+)\b")


def _expand(form: str) -> str:
    """Replace the names of groups by what they stand for, until only classes are left."""
    for _ in range(6):
        form = re.sub(r"(?<![A-Z])([A-Z]+)(?![A-Z])", lambda m: GROUPS.get(m[1], m[1]), form)
    return form


def _compile(form: str) -> re.Pattern[str]:
    known = classes()

    def chars(match: re.Match[str]) -> str:
        if match[1] is not None:
            return "[" + known.of(n for n in match[1].split()) + "]"
        return known.char[match[2]]

    return re.compile(_NAME.sub(chars, _expand(form)).replace(" ", ""))


@cache
def compiled() -> tuple[tuple[Pattern, re.Pattern[str]], ...]:
    """Every row with its regular expression over class strings."""
    return tuple((p, _compile(p.form)) for p in PATTERNS)
