"""Loads ``speech.yaml``: verbs of saying and the stance they carry."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from crossbearing.vocab.inflect import verb_forms

SOURCE = Path(__file__).with_name("speech.yaml")
_SPEECH_IRREGULAR = {
    "say": ("says", "saying", "said"), "tell": ("tells", "telling", "told"), "write": ("writes", "writing", "wrote", "written"),
    "think": ("thinks", "thinking", "thought"), "speak": ("speaks", "speaking", "spoke", "spoken"), "put": ("puts", "putting"),
    "see": ("sees", "seeing", "saw", "seen"), "swear": ("swears", "swearing", "swore", "sworn"), "quote": ("quotes", "quoting", "quoted"),
    "admit": ("admits", "admitting", "admitted"), "brag": ("brags", "bragging", "bragged"), "show": ("shows", "showing", "showed", "shown"),
    "rebut": ("rebuts", "rebutting", "rebutted"),
}  # fmt: skip


@cache
def stances() -> Mapping[str, str]:
    """Every form of every verb of saying (one word) → its stance: says, claims, denies, threatens or orders."""
    table = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    out: dict[str, str] = {}
    for stance, verbs in table.items():
        for verb in verbs:
            base = str(verb).split()[0]
            forms = (base, *_SPEECH_IRREGULAR[base]) if base in _SPEECH_IRREGULAR else verb_forms(base)
            for form in forms:
                out.setdefault(form, stance)
    return out
