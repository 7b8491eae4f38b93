"""Folding that keeps positions: every character becomes exactly one character, so offsets stay true.

``str.lower()`` may change a string's length ("İzmir"); this never does.
"""

from __future__ import annotations

import unicodedata

_SPECIAL = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ʿ": "'", "ʾ": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
    "ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "s", "æ": "a", "Æ": "a",
    "œ": "o", "Œ": "o", "ð": "d", "þ": "t", "ə": "e", "\u00a0": " ", "\u202f": " ", "\t": " ",
}  # fmt: skip
_cache: dict[str, str] = {}


def _fold_char(char: str) -> str:
    if char in _SPECIAL:
        return _SPECIAL[char]
    base = unicodedata.normalize("NFKD", char)
    lowered = base[0].lower() if base else char
    return lowered if len(lowered) == 1 else char


def fold(text: str) -> str:
    """Lower case, without diacritics, straight quotes and hyphens; same length as ``text``.

    >>> fold("İzmir’de Šamūn")
    "izmir'de samun"
    """
    if text.isascii():
        return text.lower().replace("`", "'").replace("\t", " ")
    out = []
    for char in text:
        folded = _cache.get(char)
        if folded is None:
            folded = _cache[char] = _fold_char(char)
        out.append(folded)
    return "".join(out)


def name_key(name: str) -> str:
    """A key under which spellings of one name meet: folded, without articles, hyphens, apostrophes and dots.

    >>> name_key("Al-Qa'im") == name_key("al Qaim") == name_key("Qaim")
    True
    """
    words = fold(name).replace("-", " ").replace("'", "").replace(".", "").split()
    kept = [w for w in words if w not in {"al", "el", "the", "ar", "as", "ash", "at", "an", "ad", "az"}]
    return " ".join(kept or words)
