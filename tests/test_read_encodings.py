# ruff: noqa: E501 -- a table reads best with one row a line
"""Bytes in many encodings, declared rightly, wrongly or not at all; texts garbled on their way; all invented."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crossbearing.errors import InputError, NotText
from crossbearing.flow import annotate, code
from crossbearing.link.shingles import words
from crossbearing.model import Account, RawReport, Report, Span
from crossbearing.read import MEDIA_TYPES, read
from crossbearing.read.charsets import codec_of, encoding_named
from crossbearing.text.folding import fold
from crossbearing.text.mending import RULES, mend

TEXTS = {
    "english": "The army said on Monday that its soldiers – about 40 of them – had left the café in Arlo. “We are not afraid,” one said. It’s over.",
    "french": "Des hommes armés ont attaqué un village près de Gao dans la nuit de dimanche à lundi, tuant au moins douze civils, a déclaré l'armée.",
    "spanish": "El Ejército informó que tres guerrilleros murieron en la vereda La Peña; la guarnición añadió que continúa la búsqueda.",
    "russian": "Боевики атаковали посёлок и ушли в лес, сообщили в министерстве обороны. Погибли трое военнослужащих, ещё пятеро ранены.",
    "ukrainian": "Російські війська обстріляли село на Харківщині, загинули двоє людей, повідомила обласна влада у понеділок.",
    "arabic": "قتل سبعة جنود وأصيب آخرون في هجوم شنه مسلحون على نقطة تفتيش قرب مدينة الموصل يوم الاثنين، بحسب مصدر أمني.",
    "hebrew": "דובר הצבא מסר כי שני חיילים נפצעו בהיתקלות סמוך לגבול הצפון ביום שני בבוקר",
    "turkish": "Şırnak'ta güvenlik güçleriyle çıkan çatışmada iki asker öldü, üç kişi yaralandı, İçişleri Bakanlığı açıkladı.",
    "turkish names": "Turkish soldiers killed three militants in Şırnak and Diyarbakır, the interior ministry in Ankara said.",
    "polish": "Żołnierze zostali ranni w wybuchu miny na drodze do Łodzi, poinformowało ministerstwo obrony. Świadkowie słyszeli strzały.",
    "serbian names": "Gen. Zoran Petrović and Mr. Đorđević fled, the court in Novi Pazar said on Monday. Three men from Čačak were held.",
    "greek": "Δύο στρατιώτες σκοτώθηκαν από έκρηξη νάρκης κοντά στα σύνορα, ανακοίνωσε το υπουργείο Άμυνας.",
    "simplified chinese": "国防部周一表示，三名士兵在边境附近的冲突中丧生，另有五人受伤。当地居民听到了枪声。",
    "traditional chinese": "國防部週一表示，三名士兵在邊境附近的衝突中喪生，另有五人受傷。當地居民聽到了槍聲。",
    "japanese": "国防省は月曜日、国境付近の衝突で兵士３人が死亡し、５人が負傷したと発表した。",
    "korean": "국방부는 월요일 국경 인근 충돌로 병사 3명이 숨지고 5명이 다쳤다고 밝혔다.",
}
STORY = (
    "ABIDJAN, March 3, 2013 (AFP) – Gunmen killed three soldiers in an attack near Bouaké, Côte d’Ivoire, on Saturday,"
    " the army said.\n\n“They came at dawn,” Col. José Kéita told reporters. Five soldiers were wounded in the firefight."
)
PLAIN = str.maketrans({"é": "e", "ô": "o", "’": "'", "–": "-", "“": '"', "”": '"'})
"""For encodings that have neither accents nor typographic marks."""
UNDECLARED = [
    *[("english", e) for e in ("utf-8", "utf-8-sig", "windows-1252", "macintosh")],
    *[("french", e) for e in ("windows-1252", "macintosh", "ibm850", "ibm437")],
    *[("spanish", e) for e in ("windows-1252", "macintosh", "ibm850")],
    *[("russian", e) for e in ("windows-1251", "koi8-r", "ibm866", "iso-8859-5", "x-mac-cyrillic")],
    *[("ukrainian", e) for e in ("windows-1251", "koi8-u")],
    *[("arabic", e) for e in ("windows-1256", "iso-8859-6")],
    *[("turkish", "windows-1254"), ("turkish names", "windows-1254"), ("hebrew", "windows-1255")],
    *[(t, e) for t in ("polish", "serbian names") for e in ("windows-1250", "iso-8859-2")],
    *[("simplified chinese", "gb18030"), ("traditional chinese", "big5"), ("japanese", "shift_jis")],
    *[("japanese", "euc-jp"), ("korean", "euc-kr"), ("greek", "windows-1253")],
    *[(t, e) for t in ("english", "arabic", "russian", "simplified chinese") for e in ("utf-16", "utf-32")],
    *[(t, e) for t in ("english", "arabic", "korean") for e in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")],
]  # fmt: skip


def encoded(text: str, encoding: str) -> bytes:
    return text.encode(codec_of(encoding))


def plain(content: bytes | str, **metadata: str) -> Report:
    return read(RawReport("r", content, metadata=metadata))


@pytest.mark.parametrize(("name", "encoding"), UNDECLARED)
def test_undeclared_bytes_are_read_in_their_encoding(name: str, encoding: str) -> None:
    assert plain(encoded(TEXTS[name], encoding)).text == TEXTS[name]


def test_the_encoding_and_how_it_was_told_are_kept_with_the_report() -> None:
    report = plain(encoded(TEXTS["russian"], "koi8-r"))
    assert report.encoding == "koi8-r"
    assert "nothing declares" in report.notes[0]
    assert plain(TEXTS["russian"].encode()).encoding == "utf-8"
    assert plain(TEXTS["russian"]).encoding is None


REFUSED = [
    ("too short to tell", "Привет".encode("cp1251"), "iconv -f"),
    ("noise", bytes(range(33, 256)) * 3, "cannot be told"),
    ("control characters", b"\x01\x02\x03\x04 abc" * 20, "binary"),
    ("zero bytes", b"\x01\x02\x00\x03" * 50, "zero bytes"),
    ("mark of UTF-16 before something else", b"\xff\xfe" + b"\x00\xd8\x00\xd8" * 40, "utf-16le"),
]


@pytest.mark.parametrize(("content", "reason"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_cannot_be_told_is_refused_with_what_to_do(content: bytes, reason: str) -> None:
    with pytest.raises(NotText, match=re.escape(reason)):
        plain(content)


LABELS = [
    ("latin1", "windows-1252"), ("ISO-8859-1", "windows-1252"), ("us-ascii", "windows-1252"), ("iso-8859-9", "windows-1254"),
    ("GB2312", "gb18030"), ("ks_c_5601-1987", "euc-kr"), ("x-sjis", "shift_jis"), ('"utf8"', "utf-8"), ("unicode", "utf-8"),
    ("klingon", None), (None, None),
]  # fmt: skip


@pytest.mark.parametrize(("label", "encoding"), LABELS)
def test_labels_mean_what_browsers_take_them_to_mean(label: str | None, encoding: str | None) -> None:
    assert encoding_named(label) == encoding


def page(text: str, meta: str) -> str:
    return f"<html><head>{meta}<title>Mine kills three</title></head><body><p>{text}</p></body></html>"


META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'
DECLARED = [
    # name, text, true encoding, meta, HTTP header, encoding found, part of a note
    (
        "rightly, in a meta element",
        "french",
        "windows-1252",
        META.format("iso-8859-1"),
        None,
        "windows-1252",
        None,
    ),
    ("rightly, by the server", "arabic", "windows-1256", "", "windows-1256", "windows-1256", None),
    ("short form", "russian", "koi8-r", "<meta charset='koi8-r'>", None, "koi8-r", None),
    (
        "latin1 that is UTF-8",
        "french",
        "utf-8",
        META.format("iso-8859-1"),
        None,
        "utf-8",
        "says windows-1252, but it is UTF-8",
    ),
    (
        "server says latin1, page UTF-8",
        "english",
        "utf-8",
        "<meta charset=utf-8>",
        "ISO-8859-1",
        "utf-8",
        "HTTP header",
    ),
    (
        "utf-8 that is windows-1256",
        "arabic",
        "windows-1256",
        "<meta charset=utf-8>",
        None,
        "windows-1256",
        "nothing declares",
    ),
    (
        "latin1 that is windows-1251",
        "russian",
        "windows-1251",
        META.format("iso-8859-1"),
        None,
        "windows-1251",
        "nothing declares",
    ),
    (
        "latin1 that is windows-1256",
        "arabic",
        "windows-1256",
        META.format("iso-8859-1"),
        None,
        "windows-1256",
        "nothing declares",
    ),
    (
        "windows-1251 that is koi8-r",
        "russian",
        "koi8-r",
        META.format("windows-1251"),
        None,
        "koi8-r",
        "nothing declares",
    ),
    (
        "server wrong, page right",
        "russian",
        "windows-1251",
        META.format("windows-1251"),
        "iso-8859-1",
        "windows-1251",
        None,
    ),
    (
        "unknown label",
        "french",
        "windows-1252",
        META.format("klingon"),
        None,
        "windows-1252",
        "nothing declares",
    ),
]


@pytest.mark.parametrize(
    ("text", "encoding", "meta", "header", "found", "note"),
    [d[1:] for d in DECLARED],
    ids=[d[0] for d in DECLARED],
)
def test_what_pages_declare_is_checked_against_their_bytes(
    text: str, encoding: str, meta: str, header: str | None, found: str, note: str | None
) -> None:
    metadata = {"charset": header} if header else {}
    content = encoded(page(TEXTS[text], meta), encoding)
    report = read(RawReport("r", content, "text/html", metadata))
    assert TEXTS[text] in report.text
    assert report.encoding == found
    assert (note or "") in " ".join(report.notes)
    assert note is not None or not [n for n in report.notes if "labelled" not in n]


def test_an_xml_declaration_counts_in_xhtml() -> None:
    source = (
        f'<?xml version="1.0" encoding="windows-1251"?><html><body><p>{TEXTS["russian"]}</p></body></html>'
    )
    report = read(RawReport("r", source.encode("cp1251"), "application/xhtml+xml"))
    assert TEXTS["russian"] in report.text


MIXED = [
    ("arabic", "windows-1256"), ("russian", "windows-1251"), ("russian", "koi8-r"), ("hebrew", "windows-1255"),
    ("greek", "windows-1253"), ("korean", "euc-kr"), ("simplified chinese", "gb18030"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "encoding"), MIXED)
def test_an_english_text_with_a_quotation_in_another_script(name: str, encoding: str) -> None:
    text = f"{STORY}\n\n{TEXTS[name]}".translate(PLAIN)
    assert plain(encoded(text, encoding)).text == text
    assert plain(encoded(text, encoding), charset="macintosh").text == text


def test_french_quotation_marks_stand_apart_from_their_words() -> None:
    text = "« Nous », dit-il à l’armée, « ne partirons pas »."
    assert plain(text.encode("cp1252")).text == text


def test_a_few_stray_bytes_do_not_spoil_a_text_in_utf8() -> None:
    content = TEXTS["french"].encode() + "\nLa région".encode("cp1252")
    report = plain(content)
    assert report.text.endswith("La région")
    assert "bytes that are not UTF-8 (1)" in report.notes[0]


# ---- text that went through wrong hands ---------------------------------------------------------------------


def garble(text: str, encoding: str = "sloppy-windows-1252") -> str:
    """UTF-8 read in another encoding."""
    importlib.import_module("ftfy")  # registers the sloppy codecs
    return text.encode().decode(encoding)


HANDS = [
    ("once", garble),
    ("twice", lambda t: garble(garble(t))),
    ("by a Macintosh", lambda t: garble(t, "mac_roman")),
]  # fmt: skip


def told(accounts: tuple[Account, ...]) -> list[object]:
    """What accounts say, without where."""
    return [
        (a.type, a.modality, a.date, a.place, a.side_a, a.side_b, a.deaths, a.injured, a.attribution.speaker)
        for a in accounts
    ]


def grounded(raw: RawReport) -> tuple[Account, ...]:
    """The accounts; every passage of theirs and every mention is where it says it is."""
    coded = code(raw)
    text = coded.report.text
    for account in coded.accounts:
        for evidence in account.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
    for mention in annotate(raw).mentions:
        assert text[mention.start : mention.end] == mention.text
    for part in coded.report.parts:
        assert 0 <= part.start < part.end <= len(text)
    return coded.accounts


@pytest.mark.parametrize("hand", [h[1] for h in HANDS], ids=[h[0] for h in HANDS])
def test_a_garbled_row_stays_as_it_is_and_tells_what_the_clean_one_tells(hand: Callable[[str], str]) -> None:
    garbled = hand(STORY)
    assert garbled != STORY
    accounts = grounded(RawReport("r", garbled))
    assert code(RawReport("r", garbled)).report.text == garbled
    clean = grounded(RawReport("r", STORY))
    assert clean
    assert told(accounts) == told(clean)
    places = [m.place.name for m in annotate(RawReport("r", garbled)).mentions if m.place]
    assert {"Bouaké", "Côte d’Ivoire"} & set(places)


def test_a_garbled_copy_has_the_words_of_the_clean_one() -> None:
    assert words(garble(STORY)) == words(STORY) == words(STORY.replace("soldiers", "sol\xaddiers"))


def test_a_row_that_is_garbled_in_places_tells_it_too() -> None:
    mixed = STORY.replace("Côte d’Ivoire", garble("Côte d’Ivoire")).replace("dawn,”", "dawn,â€")
    assert told(grounded(RawReport("r", mixed))) == told(grounded(RawReport("r", STORY)))
    assert "garbled stretches (3;" in " ".join(read(RawReport("r", mixed)).notes)


def test_a_file_that_is_garbled_throughout_is_mended_as_it_is_decoded() -> None:
    report = plain(garble(STORY).encode())
    assert report.text == STORY
    assert report.notes[0] == "mended: UTF-8 that had been read as windows-1252"


def test_real_text_is_not_taken_for_garbled() -> None:
    for text in ("«LIBERTÉ» est le mot", "NAÏVETÉ® is sold in São Paulo", "à Ç’est 5 °C", *TEXTS.values()):
        assert mend(text).garbled == 0


# ---- characters that are in the way -------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=[rule.pattern[:20] for rule in RULES])
def test_the_example_of_every_rule_holds(rule: object) -> None:
    found, wanted = rule.found, rule.read  # type: ignore[attr-defined]
    assert mend(found).text == wanted


NOISE: list[tuple[str, Callable[[str], str]]] = [
    ("soft hyphens", lambda t: re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\xad", t)),
    ("zero-width blanks", lambda t: t.replace("e", "e\u200b")),
    ("joiners and marks of direction", lambda t: "\u202a" + t.replace(" ", " \u200e\u2066") + "\u202c"),
    ("byte order marks inside", lambda t: "\ufeff" + t.replace("\n\n", "\n\n\ufeff")),
    ("no-break blanks", lambda t: t.replace(" ", "\xa0")),
    ("thin blanks", lambda t: t.replace(" ", "\u2009")),
    ("Windows line ends", lambda t: t.replace("\n", "\r\n")),
    ("old Macintosh line ends", lambda t: t.replace("\n", "\r")),
    ("ligatures", lambda t: t.replace("fi", "ﬁ").replace("ff", "ﬀ")),
    ("separate accents", lambda t: t.replace("é", "e\u0301").replace("ô", "o\u0302")),
    ("letters of full width", lambda t: t.replace("army", "ａｒｍｙ")),
    ("control characters", lambda t: t.replace("soldiers", "sol\x08diers\x1f")),
    ("windows-1252 as latin-1", lambda t: t.translate({ord("“"): "\x93", ord("”"): "\x94", ord("’"): "\x92", ord("–"): "\x96"})),
    ("HTML's references", lambda t: t.replace("é", "&eacute;").replace("’", "&#8217;").replace("“", "&ldquo;").replace(" near ", "&nbsp;near ")),
]  # fmt: skip


@pytest.mark.parametrize("spoil", [n[1] for n in NOISE], ids=[n[0] for n in NOISE])
def test_characters_in_the_way_change_nothing_of_what_is_told(spoil: Callable[[str], str]) -> None:
    spoiled = spoil(STORY)
    assert spoiled != STORY
    clean = grounded(RawReport("r", STORY))
    for content in (spoiled, spoiled.encode()):
        raw = RawReport("r", content)
        assert told(grounded(raw)) == told(clean)
    assert code(RawReport("r", spoiled)).report.text == spoiled
    copy = read(RawReport("r", spoiled))
    assert copy.published == read(RawReport("r", STORY)).published or copy.published.evidence
    assert copy.wire == ("AFP",)


# ---- the map between a text and its copy ---------------------------------------------------------------------

MESS = st.lists(
    st.sampled_from(["Mosul", "é", " ", "\r\n", "\xad", "\u200b", "Ã©", "â€œ", "Ã¢â‚¬Å“", "ﬃ", "e\u0301", "\xa0", "&amp;", "-\n", "x", "\u202e", "“", "\x93", "م", "🙂"]),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.one_of(MESS, st.text(max_size=60)), st.data())
@example("a\r\nb", None)
def test_every_span_of_a_copy_is_a_span_of_the_original_that_reads_the_same(
    text: str, data: st.DataObject | None
) -> None:
    copy = mend(text)
    assert copy.original == text
    assert copy.changed == (copy.text != text) or copy.layers
    if data is None or not copy.text:
        return
    start = data.draw(st.integers(0, len(copy.text) - 1))
    end = data.draw(st.integers(start + 1, len(copy.text)))
    back = copy.back(Span(start, end))
    assert 0 <= back.start < back.end <= len(text)
    assert copy.forth(back.start) <= start
    for middle in (start, end):
        if start < middle < end:
            assert copy.back(Span(start, middle)).end <= copy.back(Span(middle, end)).end


@settings(max_examples=200, deadline=None)
@given(MESS)
def test_the_whole_copy_is_the_copy_of_all_characters_that_count(text: str) -> None:
    copy = mend(text)
    positions = [copy.back(Span(i, i + 1)) for i in range(len(copy.text))]
    assert positions == sorted(positions)
    kept = [i for i, p in enumerate(positions) if len(p) == 1 and copy.text[i] == text[p.start]]
    for i in kept:
        assert copy.forth(positions[i].start) == i or positions.count(positions[i]) > 1


@pytest.mark.parametrize("text", [hand(STORY) for _, hand in HANDS], ids=[name for name, _ in HANDS])
def test_what_is_mended_needs_no_mending(text: str) -> None:
    assert mend(text).text == STORY
    assert not mend(STORY).changed


def test_folding_keeps_the_length_of_whatever_is_left() -> None:
    for text in (STORY, *TEXTS.values()):
        assert len(fold(text)) == len(text)


def test_half_a_character_is_refused() -> None:
    with pytest.raises(NotText, match="surrogate"):
        plain("Gunmen killed \ud800 three men.")


# ---- whatever arrives ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("media_type", MEDIA_TYPES)
@settings(max_examples=60, deadline=None)
@given(
    content=st.one_of(st.binary(max_size=300), MESS.map(lambda t: t.encode("utf-16")), MESS.map(str.encode))
)
def test_no_bytes_raise_anything_but_an_input_error(media_type: str, content: bytes) -> None:
    try:
        report = read(RawReport("r", content, media_type))
    except InputError:
        return
    assert report.text.strip()
