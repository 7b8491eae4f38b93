"""Keys under which the spellings of a place's name meet."""

from __future__ import annotations

import re

from crossbearing.text.folding import fold

_GAP = re.compile(r"[\s\-]+")
_DROP = str.maketrans("", "", "'.\"")

ARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "il",
        "ar",
        "er",
        "ur",
        "as",
        "es",
        "us",
        "ash",
        "esh",
        "ush",
        "at",
        "et",
        "ut",
        "an",
        "en",
        "un",
        "ad",
        "ed",
        "ud",
        "az",
        "ez",
        "uz",
        "ath",
        "adh",
        "the",
        "i",
        "e",
    ]
)
"""The Arabic article in its assimilated forms (ad-Dawr, ez-Zor), the Persian ezafe (Pol-e Khomri), and
"the".
"""

_LOOSE = (
    ("ou", "u"), ("oo", "u"), ("uo", "u"),  # Tartous, Tartus
    ("ee", "i"), ("ei", "i"), ("ie", "i"), ("ey", "i"), ("ay", "i"), ("ai", "i"),  # Heet, Hit; Deir, Dayr
    ("kh", "h"),  # Khirbat, Hirbat
    ("gh", "g"), ("dh", "d"), ("th", "t"), ("dj", "j"),  # Djebel, Jebel
    ("q", "k"), ("ch", "\0"), ("c", "k"), ("\0", "ch"),  # Qaim, Kaim
    ("y", "i"), ("e", "i"), ("o", "u"), ("w", "v"),
)  # fmt: skip
"""What is put for what, in this order. Plain replacements: a full GeoNames dump has millions of names."""
_DOUBLED = re.compile(r"(.)\1+")  # Raqqa, Raqa
_FINAL_H = re.compile(r"(?<=[aiu])h\b")  # Hawijah, Hawija
_SPELLINGS = {
    "vadi": "oued ouadi ued uadi", "tal": "tall tell tel", "ain": "ayn ein", "jibil": "jabal",
    "bini": "bani beni", "bit": "bayt beit", "hirbit": "khirbat khirbet", "kalat": "qalat qala",
    "kafr": "kafar kfar kufr",    "majdil": "majdal", "shih": "sheikh shaikh shaykh cheikh",
}  # fmt: skip
_FIRST_WORDS = {word: one for one, words in _SPELLINGS.items() for word in words.split()}
"""First words with spellings that the replacements do not bring together: Tal, Tell; Wadi, Oued."""


def exact_key(name: str) -> str:
    """Folded, hyphens as spaces, no apostrophes and dots: ``Deir ez-Zor`` → ``deir ez zor``."""
    folded = fold(name)
    if folded.isalpha():
        return folded  # most names of a dump are one word
    return _GAP.sub(" ", folded.translate(_DROP)).strip()


def loose_key(key: str) -> str:
    """What transliterations of one name have in common; ``key`` is an exact key. Empty if nothing is left.

    >>> loose_key("al qaim") == loose_key("qaaem"), loose_key("hawijah") == loose_key("hawija")
    (False, True)
    """
    words = key.split()
    kept = [word for word in words if word not in ARTICLES] or words
    if len(kept) > 1:
        kept[0] = _FIRST_WORDS.get(kept[0], kept[0])
    loose = " ".join(kept)
    for written, put in _LOOSE:
        if written in loose:
            loose = loose.replace(written, put)
    return _FINAL_H.sub("", _DOUBLED.sub(r"\1", loose))
