"""Which language a text is in, and which one a report is to be read in.

English is known by its small words, which is surer than a model of letters where a report is full of foreign
names; everything else is left to py3langid, which is loaded when it is first asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossbearing.text.folding import fold

_ENOUGH = 1500
"""Characters that are looked at; more change nothing."""

_FEWEST = 40
"""Letters below which nothing is said."""

TELLING = 160
"""Letters below which a guessed language is not trusted: of 273 English rows of one or two sentences the
model took one for another language, and a report that is taken for another language is lost."""

_SMALL = """
    the of and to with that from by at said were was has have been which after they their this are who it its
    his he not but for as on had will would about into when than more also be is
"""
_SMALL_WORDS = frozenset(_SMALL.encode("ascii").split())
_SMALL_SHARE = 0.18
"""The share of these among the words of English prose is 0.3 to 0.45; of Dutch and Danish, which have "of",
"for" and "at" too, under 0.1."""

_LINE = 60
"""Letters below which a line without English is a name, a place or a headline, and tells no language."""

_VERSION_SHARE = 0.25
"""The share of English (of TELLING letters at least) from which on a page in two languages counts as English:
it has a version of its own, and what is told there must not be lost. An English quotation in a report in
another language is less."""

_OTHER_SCRIPT = re.compile(
    r"[\u0370-\u1dff\u1f00-\u1fff\u2c00-\u2c5f\u2d00-\ua7ff\uab70-\ufaff\ufb13-\ufeff]+"
)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_TO_WORDS = bytes(ord(chr(code).lower()) if chr(code).isalpha() else 32 for code in range(128)) + b" " * 128
"""Makes small letters of A to Z and a blank of all that is no letter: with this, words are cut four times as
fast as by an expression."""

_LABELS = {
    "en": "eng english", "ar": "ara arabic", "fr": "fra fre french francais", "es": "spa spanish espanol",
    "ru": "rus russian", "uk": "ukr ukrainian", "tr": "tur turkish", "fa": "fas per persian farsi dari prs",
    "ku": "kur kurdish kmr ckb", "de": "deu ger german deutsch", "pt": "por portuguese", "it": "ita italian",
    "ur": "urd urdu", "hi": "hin hindi", "bn": "ben bengali bangla", "ps": "pus pashto",
    "he": "heb hebrew iw",
    "so": "som somali", "am": "amh amharic", "sw": "swa swahili", "ha": "hau hausa", "zh": "zho chi chinese",
    "my": "mya bur burmese", "id": "ind indonesian in", "tl": "tgl fil filipino tagalog", "th": "tha thai",
    "nl": "nld dut dutch", "pl": "pol polish", "sr": "srp serbian", "hr": "hrv croatian", "bs": "bos bosnian",
    "el": "ell gre greek", "az": "aze azerbaijani", "hy": "hye arm armenian", "ka": "kat geo georgian",
    "ja": "jpn japanese", "ko": "kor korean", "vi": "vie vietnamese", "ne": "nep nepali", "si": "sin sinhala",
    "ta": "tam tamil", "ti": "tir tigrinya",
}  # fmt: skip
_CODE_OF = {name: code for code, names in _LABELS.items() for name in (code, *names.split())}


@dataclass(frozen=True, slots=True)
class Judged:
    """The language of a report (ISO 639-1; None when it cannot be told), and what is to be said of it."""

    language: str | None
    notes: tuple[str, ...] = ()


def language_code(label: str | None) -> str | None:
    """The ISO 639-1 code of a label such as "en-GB", "eng" or "English"; another label as it is, in small
    letters; None for an empty one.

    >>> language_code("en_US"), language_code("Arabic"), language_code("xx-klingon")
    ('en', 'ar', 'xx')
    """
    first = re.split(r"[-_ ;,]", fold((label or "").strip()))[0]
    return _CODE_OF.get(first, first) or None


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``; None when there are too few letters to tell."""
    sample = text[:_ENOUGH]
    if sum(map(str.isalpha, sample)) < _FEWEST:
        return None
    if is_english(sample):
        return "en"
    from py3langid import classify  # a model of some megabytes: loaded when first needed

    return str(classify(sample)[0])


def is_english(text: str) -> bool:
    """Whether the small words of English are there, three different ones at least."""
    words = _words(text)
    small = list(filter(_SMALL_WORDS.__contains__, words))
    return len(small) >= _SMALL_SHARE * len(words) and len(set(small)) >= 3


def _words(text: str) -> list[bytes]:
    """The words of Latin letters, folded."""
    return (text if text.isascii() else fold(text)).encode("ascii", "replace").translate(_TO_WORDS).split()


def report_language(paragraphs: Sequence[str], label: str | None) -> Judged:
    """The language that a report is told in, by what it says; ``label`` is what came beside it.

    The text goes before the label, because a wrong label would hide a report, or have rules read what they
    do not know. The label decides where the text is too short to tell.
    """
    labelled = language_code(label)
    found = _letters_by_language(paragraphs)
    total = sum(found.values())
    if total < TELLING:
        short = _short("\n".join(paragraphs), labelled)
        return Judged(short, tuple(_remarks(Counter(), 0, short or "", labelled)))
    language = found.most_common(1)[0][0]
    english = found["en"]
    if english >= TELLING and english >= _VERSION_SHARE * total:
        language = "en"
    return Judged(language, tuple(_remarks(found, total, language, labelled)))


def _remarks(found: Counter[str], total: int, language: str, labelled: str | None) -> Iterator[str]:
    if labelled is not None and labelled != language:
        yield f"labelled as {labelled}, but its text is in {language}"
    for other, letters in found.most_common():
        if other != language and letters >= max(_FEWEST, 0.1 * total):
            yield f"partly in {other} ({100 * letters // total} % of the letters)"


def _short(text: str, labelled: str | None) -> str | None:
    """A few words: English if they look so, else what the model says of another script; else what the label
    says, and without one the model on a sentence in which no small word of English stands."""
    if is_english(text):
        return "en"
    if len("".join(_OTHER_SCRIPT.findall(text))) * 2 > _count(text):
        return language_of(text) or labelled
    if labelled is None and _count(text) >= _LINE and _SMALL_WORDS.isdisjoint(_words(text)):
        return language_of(text)
    return labelled


def _letters_by_language(paragraphs: Iterable[str]) -> Counter[str]:
    """How many letters are in which language: paragraphs are judged one by one, scripts within them apart."""
    found: Counter[str] = Counter()
    latin: list[str] = []
    other: list[str] = []
    for paragraph in paragraphs:
        words = paragraph
        if not paragraph.isascii():
            elsewhere = _OTHER_SCRIPT.findall(paragraph)
            other += elsewhere
            words = _OTHER_SCRIPT.sub(" ", paragraph) if elsewhere else paragraph
        if is_english(words):
            found["en"] += _count(words)
        else:
            latin.append(words)
    told = [words for words in latin if _count(words) >= _LINE]
    for stretch in ("\n".join(told if told or found else latin), " ".join(other)):
        language = language_of(stretch)
        if language is not None:
            found[language] += _count(stretch)
    return found


_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())


def _count(text: str) -> int:
    plain = len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    if text.isascii():
        return plain
    return plain + sum(map(len, _LETTERS.findall("".join(_FOREIGN.findall(text)))))
