"""The encoding of bytes that are not UTF-8 and of which nobody says what they are in.

Text in another script than Latin is left to charset_normalizer, restricted to encodings in which news has
been written; it is right on one sentence. Text in Latin script it cannot tell apart (of 16 such sentences it
got 10), so that is judged here: by where each foreign character stands, then by the language, then by how
rare its letters are.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from crossbearing.read.charsets import codec_of

_SCRIPTS = (
    "windows-1251", "koi8-r", "koi8-u", "ibm866", "iso-8859-5", "x-mac-cyrillic", "windows-1256",
    "iso-8859-6", "windows-1255", "windows-1253", "iso-8859-7", "windows-874", "shift_jis", "euc-jp",
    "gb18030", "big5", "euc-kr",
)  # fmt: skip
"""Encodings of other scripts."""

_LATIN = (
    "windows-1252", "windows-1250", "iso-8859-2", "windows-1254", "windows-1257", "windows-1258", "macintosh",
    "ibm850", "ibm437",
)  # fmt: skip
"""Encodings of Latin script, the likeliest first: it breaks ties."""

_CENTRAL = ("pl", "cs", "sk", "hu", "hr", "bs", "sl", "sr", "ro", "sq")
_BY_LANGUAGE = {
    **dict.fromkeys(_CENTRAL, ("windows-1250", "iso-8859-2")),
    **dict.fromkeys(("tr", "az", "ku"), ("windows-1254",)),
    **dict.fromkeys(("lt", "lv", "et"), ("windows-1257",)),
    "vi": ("windows-1258",),
}
"""Languages that windows-1252 cannot write."""

SURE = 0.75
"""Below this share of foreign characters that stand where they can stand, no guess is taken: real text in the
right encoding has 0.9 and more, in a wrong one of the same script mostly under 0.5."""

CLEAR = 0.95
"""From here on nothing else is tried: an Arabic quotation in an English text reaches 0.8 as Macintosh."""

ENOUGH = 12
"""Bytes above 127 that a script must be shown by; fewer fit several encodings equally well."""

LOOKED_AT = 200_000
"""Bytes that are looked at; more change no guess."""


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding and how sure we are of it, 0 to 1; taken from SURE upwards."""

    encoding: str
    confidence: float


def guess(content: bytes) -> Guess | None:
    """The likeliest encoding of ``content``, which is not UTF-8; None when nothing fits at all."""
    sample = content[:LOOKED_AT]
    high = sum(byte > 127 for byte in sample)
    letters = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in sample)
    if not high:
        return None
    latin = _latin(sample) if letters > 2 * high else None
    if latin is not None and latin.confidence >= CLEAR:
        return latin
    other = _script(sample, high)
    found = [g for g in (latin, other) if g is not None]
    return max(found, key=lambda g: g.confidence) if found else None


def _script(sample: bytes, high: int) -> Guess | None:
    from charset_normalizer import from_bytes  # 40 ms to import, needed only for such input

    names = {_plain(codec_of(name)): name for name in _SCRIPTS}
    best: tuple[float, float, Guess] | None = None
    for match in from_bytes(sample, cp_isolation=list(names), enable_fallback=False):
        name = names.get(_plain(codec_of(match.encoding)))
        if name is not None:
            fitting = plausibility(str(match))
            surety = min(1.0 - 2 * match.chaos, fitting, 1.0 if high >= ENOUGH else 0.5)
            if best is None or (surety, match.coherence * fitting) > best[:2]:
                best = surety, match.coherence * fitting, Guess(name, surety)
    return best[2] if best else None


def _plain(codec: str) -> str:
    return codec.replace("-", "_")


def _latin(sample: bytes) -> Guess | None:
    read = []
    for name in _LATIN:
        try:
            text = sample.decode(codec_of(name))
        except UnicodeDecodeError:
            continue
        read.append((plausibility(text), name, text))
    if not read:
        return None
    best = max(score for score, _, _ in read)
    level = [(name, text) for score, name, text in read if score >= best - 0.02]
    language = _language(level[0][1])
    preferred = _BY_LANGUAGE.get(language, ())
    name, _ = min(level, key=lambda r: (r[0] not in preferred, _rare(r[1], language), _LATIN.index(r[0])))
    return Guess(name, best)


def _language(text: str) -> str:
    """It shows in the plain letters too, so any of the readings tells it."""
    from crossbearing.read.languages import language_of

    return language_of(text) or ""


_RARE = frozenset("ÞþÝýÐðľĽťŤŕŔĺĹƒÿŸ×÷¤¦")
"""Letters that few languages have and that a wrong encoding puts where "ş", "ı", "ğ" or "ž" were."""


def _rare(text: str, language: str) -> int:
    return 0 if language in ("sk", "cs", "is") else sum(char in _RARE for char in text)


_MARKS = {
    **dict.fromkeys("“‘„«‹‚", "open"),
    **dict.fromkeys("”’»›…", "close"),
    **dict.fromkeys("–—", "dash"),
    **dict.fromkeys("°º€£¥§©®™•·¿¡½¼¾²³×÷±\xa0\xad", "sign"),
}
_SERBIAN_AS_WESTERN = re.compile(r"[A-Z][a-zè¹ðš]{2,}[ièa]æ(?!\w)")


def plausibility(text: str) -> float:
    """The share of characters beyond ASCII that stand where such a character can stand; 1.0 without any.

    A letter may not be a capital after a small one, nor change the script within a word, nor follow two
    other accented Latin letters; a quotation mark opens before a word or closes behind one.
    """
    total, good = 0, 0.0
    for match in re.finditer(r"[^\x00-\x7f]", text):
        total += 1
        good += _fits(text, match.start())
    if total and _SERBIAN_AS_WESTERN.search(text):
        good *= 0.9  # "Petroviæ": the ć of windows-1250 read as windows-1252
    if total and _inverted(text):
        good *= 0.5
    return good / total if total else 1.0


_FOREIGN_WORD = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_]{3,}")


def _inverted(text: str) -> bool:
    """Whether words begin small and go on in capitals: KOI8 read in another Cyrillic encoding."""
    words: list[str] = _FOREIGN_WORD.findall(text)
    capitals = [word for word in words if word[1:].isupper()]
    return len(capitals) > 0.6 * len(words) and any(word[0].islower() for word in capitals)


def _fits(text: str, at: int) -> bool:
    char = text[at]
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    mark = _MARKS.get(char)
    if mark == "open":
        return not before.isalnum() and (char == "«" or not after.isspace())
    if mark == "close":
        return _closes(char, before, after)
    if mark == "dash":
        return before.isspace() == after.isspace() or not before or not after
    if mark == "sign":
        return not (before.isalpha() and after.isalpha()) or char in "·\xad\xa0"
    category = unicodedata.category(char)
    if category[0] == "L":
        return _letter_fits(text, at, char, before, after)
    if category[0] == "M":
        return before.isalpha() or unicodedata.category(before or " ")[0] == "M"
    return category[0] in "NPZ" and not (before.isascii() and before.isalpha())


def _closes(char: str, before: str, after: str) -> bool:
    if char == "’":  # an apostrophe too: "it’s", "the ’90s"
        return bool(before.strip()) or (after.isascii() and after.isalnum())
    return bool(before) and (not before.isspace() or char in "»…") and not after.isalnum()


def _letter_fits(text: str, at: int, char: str, before: str, after: str) -> bool:
    if before.islower() and char.isupper() and text[max(0, at - 3) : at] not in {"Mac", " Mc"}:
        return False
    if char.isupper() and after.islower() and before.isupper():
        return False
    if char in "ªºƒ" or (before.isalpha() and _script_of(before) != _script_of(char)):
        return False
    latin = _script_of(char) == "LATIN"
    run = text[max(0, at - 2) : at + 1]
    if latin and len(run) == 3 and all(c > "\x7f" and c.isalpha() for c in run):
        return any(c >= "\u1ea0" for c in run)  # Vietnamese stacks them
    return True


def _script_of(char: str) -> str:
    """The first word of the character's name: LATIN, CYRILLIC, ARABIC …; CJK for all that stand together."""
    script = unicodedata.name(char, "").partition(" ")[0]
    return (
        "CJK" if script in {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "FULLWIDTH", "HALFWIDTH"} else script
    )
