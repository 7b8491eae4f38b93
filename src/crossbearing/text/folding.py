"""Folding that keeps positions: every character becomes exactly one character, so offsets stay true.

``str.lower()`` may change a string's length ("İzmir"); this never does.
"""

from __future__ import annotations

import re
import unicodedata

_SPECIAL = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ʿ": "'", "ʾ": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
    "ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "s", "æ": "a", "Æ": "a",
    "œ": "o", "Œ": "o", "ð": "d", "þ": "t", "ə": "e", "\u00a0": " ", "\u202f": " ", "\t": " ",
}  # fmt: skip
_PRINTED = tuple((char, _SPECIAL[char]) for char in "’“”–—‘")
"""What printed English holds beside ASCII: replaced first, which leaves most texts with nothing foreign."""
_cache: dict[str, str] = {}
_FOREIGN = re.compile(r"[^\x00-\x7f]|[`\t]")


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
    if not text.isascii():
        for char, plain in _PRINTED:
            text = text.replace(char, plain)
    if not text.isascii() or "`" in text or "\t" in text:
        text = _FOREIGN.sub(_folded, text)
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(map(_fold_char, text))


def _folded(match: re.Match[str]) -> str:
    char = match[0]
    folded = _cache.get(char)
    if folded is None:
        folded = _cache[char] = _fold_char(char)
    return folded


def name_key(name: str) -> str:
    """A key under which spellings of one name meet: folded, without articles, hyphens, apostrophes and dots.

    >>> name_key("Al-Qa'im") == name_key("al Qaim") == name_key("Qaim")
    True
    """
    words = fold(name).replace("-", " ").replace("'", "").replace(".", "").split()
    kept = [w for w in words if w not in {"al", "el", "the", "ar", "as", "ash", "at", "an", "ad", "az"}]
    return " ".join(kept or words)
