"""Which language a text is in. The model is loaded when it is first asked."""

from __future__ import annotations

_ENOUGH = 1500
"""Characters that are looked at; more change nothing."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``; None when there are too few letters to tell."""
    sample = text[:_ENOUGH]
    if sum(map(str.isalpha, sample)) < 40:
        return None
    from py3langid import classify  # a model of some megabytes: loaded when first needed

    return str(classify(sample)[0])
