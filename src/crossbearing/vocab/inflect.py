"""English inflection, as far as trigger words need it: all forms of a verb, the plural of a noun."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crossbearing.vocab.loading import load_table

_TABLE: Mapping[str, Any] = load_table("irregular_verbs.yaml")
IRREGULAR: Mapping[str, tuple[str, ...]] = {base: tuple(forms) for base, forms in _TABLE["of_acts"].items()}
"""Base → third person, -ing form, past, participle and further forms."""
IRREGULAR_SAYING: Mapping[str, tuple[str, ...]] = {
    base: tuple(forms) for base, forms in _TABLE["of_saying"].items()
}
_DOUBLING = frozenset(_TABLE["doubling"])
_VOWELS = "aeiou"


def verb_forms(base: str) -> tuple[str, ...]:
    """Every form of the verb, the base first.

    >>> verb_forms("strike")
    ('strike', 'strikes', 'striking', 'struck', 'struck', 'stricken')
    >>> verb_forms("kidnap")
    ('kidnap', 'kidnaps', 'kidnapping', 'kidnapped')
    """
    if base in IRREGULAR:
        return (base, *IRREGULAR[base])
    if base.endswith(("s", "x", "z", "ch", "sh")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if base in _DOUBLING:
        stem = base + base[-1]
        return base, third, stem + "ing", stem + "ed"
    if base.endswith("e"):
        stem = base if base.endswith("ee") else base[:-1]
        return base, third, stem + "ing", base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base, third, base + "ing", base[:-1] + "ied"
    return base, third, base + "ing", base + "ed"


def plural(noun: str) -> str:
    """The plural of a noun (of its last word, if it has several).

    >>> plural("air strike"), plural("body"), plural("ambush")
    ('air strikes', 'bodies', 'ambushes')
    """
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and len(noun) > 1 and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"
