"""Names of encodings: what a label on the web means, and where a page or an XML file declares its own.

Labels mean what browsers take them to mean (the WHATWG Encoding Standard), not what their registrations say:
"latin1" and "ascii" are windows-1252, "gb2312" is gb18030, "shift_jis" is windows-31j. Bytes were written by
programs that were tested in browsers.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_LABELS = {
    # label on the web: (name by which we call it, Python's codec)
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode utf-16 utf-16le utf-16be utf-32 x-user-defined",
    "windows-1250": "windows-1250 cp1250 x-cp1250",
    "windows-1251": "windows-1251 cp1251 x-cp1251",
    "windows-1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 ascii"
                    " us-ascii ansi_x3.4-1968 ansi cp819 ibm819",
    "windows-1253": "windows-1253 cp1253 x-cp1253",
    "windows-1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso_8859-9 latin5 l5",
    "windows-1255": "windows-1255 cp1255 x-cp1255",
    "windows-1256": "windows-1256 cp1256 x-cp1256",
    "windows-1257": "windows-1257 cp1257 x-cp1257",
    "windows-1258": "windows-1258 cp1258 x-cp1258",
    "windows-874": "windows-874 cp874 tis-620 iso-8859-11 iso8859-11 dos-874",
    "iso-8859-2": "iso-8859-2 iso8859-2 iso_8859-2 latin2 l2",
    "iso-8859-3": "iso-8859-3 iso8859-3 latin3 l3",
    "iso-8859-4": "iso-8859-4 iso8859-4 latin4 l4",
    "iso-8859-5": "iso-8859-5 iso8859-5 iso_8859-5 cyrillic",
    "iso-8859-6": "iso-8859-6 iso8859-6 iso_8859-6 arabic asmo-708 ecma-114 iso-8859-6-e iso-8859-6-i",
    "iso-8859-7": "iso-8859-7 iso8859-7 iso_8859-7 greek greek8 ecma-118 elot_928",
    "iso-8859-8": "iso-8859-8 iso8859-8 iso_8859-8 hebrew visual iso-8859-8-i iso-8859-8-e logical",
    "iso-8859-10": "iso-8859-10 iso8859-10 latin6 l6",
    "iso-8859-13": "iso-8859-13 iso8859-13",
    "iso-8859-14": "iso-8859-14 iso8859-14",
    "iso-8859-15": "iso-8859-15 iso8859-15 iso_8859-15 latin9 l9",
    "iso-8859-16": "iso-8859-16 iso8859-16",
    "koi8-r": "koi8-r koi8 koi8_r koi",
    "koi8-u": "koi8-u koi8-ru koi8_u",
    "macintosh": "macintosh mac x-mac-roman mac_roman",
    "x-mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian mac_cyrillic",
    "ibm437": "ibm437 cp437 437",
    "ibm850": "ibm850 cp850 850",
    "ibm866": "ibm866 cp866 866 csibm866",
    "gb18030": "gb18030 gb2312 gbk gb_2312-80 x-gbk chinese cp936 ms936 euc-cn",
    "big5": "big5 big5-hkscs cn-big5 x-x-big5 csbig5",
    "shift_jis": "shift_jis shift-jis sjis x-sjis windows-31j ms_kanji ms932 cp932",
    "euc-jp": "euc-jp eucjp x-euc-jp",
    "iso-2022-jp": "iso-2022-jp csiso2022jp",
    "euc-kr": "euc-kr euckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 cp949 uhc",
}  # fmt: skip
"""Our name of an encoding → its labels. A page that can be read far enough to find the label "utf-16" is not
in UTF-16, so that the label means UTF-8, as in browsers. The DOS code pages are no labels of the web; they
name what old files are in."""

_CODECS = {
    "windows-874": "cp874", "macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic", "ibm437": "cp437",
    "ibm850": "cp850", "ibm866": "cp866", "big5": "big5hkscs", "shift_jis": "cp932", "euc-kr": "cp949",
}  # fmt: skip
_NAME_OF = {label: name for name, labels in _LABELS.items() for label in labels.split()}


def encoding_named(label: str | None) -> str | None:
    """Our name of the encoding that a label means, or None for one that nobody knows.

    >>> encoding_named(' "Latin1" '), encoding_named("GB2312"), encoding_named("klingon")
    ('windows-1252', 'gb18030', None)
    """
    return _NAME_OF.get((label or "").strip().strip("\"'").strip().lower())


def codec_of(name: str) -> str:
    """Python's name of the codec for one of our names."""
    codec = _CODECS.get(name, name.replace("windows-", "cp"))
    return codecs.lookup(codec).name


@dataclass(frozen=True, slots=True)
class Declared:
    """An encoding that somebody says the bytes are in, and where that is said."""

    encoding: str
    where: str


_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']", re.IGNORECASE)
_META = re.compile(rb"<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096
"""Bytes of a page in which its declaration is looked for: four times what browsers look at, since some
pages put scripts first."""


def declared(content: bytes, header: str | None, *, markup: bool) -> tuple[Declared, ...]:
    """What is said of the encoding, the weightiest first: HTTP header, XML declaration, meta element."""
    head = content[:_HEAD]
    said = [("the HTTP header", header)]
    if markup:
        for where, pattern in (("its XML declaration", _XML), ("its meta element", _META)):
            found = pattern.search(head)
            said.append((where, found[1].decode("ascii", "replace") if found else None))
    named = ((encoding_named(label), where) for where, label in said)
    return tuple(Declared(name, where) for name, where in named if name is not None)
