"""Loads ``speech.yaml``: verbs of saying and the stance they carry."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from crossbearing.vocab.inflect import IRREGULAR_SAYING, verb_forms
from crossbearing.vocab.loading import load_table

SOURCE = "speech.yaml"


@cache
def stances() -> Mapping[str, str]:
    """Every form of every verb of saying → its stance: says, claims, denies, threatens or orders."""
    out: dict[str, str] = {}
    for stance, verbs in load_table(SOURCE).items():
        for verb in verbs:
            base = str(verb).split()[0]
            for form in (base, *IRREGULAR_SAYING.get(base, verb_forms(base))):
                out.setdefault(form, stance)
    return out
