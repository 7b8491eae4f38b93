# ruff: noqa: E501 -- texts read best with one sentence a line
"""Which language a report is told in, and who codes what is not in English. All texts are invented."""

from __future__ import annotations

import pickle
import re
from collections.abc import Sequence
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from crossbearing.cli.screen import other_languages
from crossbearing.errors import InputError
from crossbearing.flow import (
    Additions,
    Coders,
    PhraseBook,
    Serial,
    TranslatingCoder,
    Translation,
    code,
    installed_coders,
    run,
)
from crossbearing.flow.translating import Aligned
from crossbearing.model import Account, Evidence, RawReport, Report, Span
from crossbearing.read import read
from crossbearing.read.languages import language_code
from crossbearing.store import Store
from crossbearing.vocab.actor_types import Project

ENGLISH = (
    "Gunmen killed three soldiers in an attack near Arlo on Saturday, the army said. Five others were wounded.\n\n"
    "Nobody has claimed the attack, but the governor of the province blamed rebels who have been in the hills since May."
)
ARABIC = (
    "قتل سبعة جنود وأصيب آخرون في هجوم شنه مسلحون على نقطة تفتيش قرب المدينة يوم الاثنين، بحسب مصدر أمني.\n\n"
    "وقال المصدر إن المسلحين فروا إلى الجبال القريبة بعد اشتباك استمر أكثر من ساعتين مع قوات الجيش."
)
QUOTATION = "«قتل سبعة جنود في الهجوم» قال المصدر."
FRENCH = (
    "Des hommes armés ont tué trois soldats dans une attaque près de la ville samedi, a déclaré l'armée. Cinq autres ont été blessés.\n\n"
    "Personne n'a revendiqué l'attaque, mais le gouverneur de la province accuse des rebelles installés dans les collines depuis mai."
)
SPANISH = (
    "Hombres armados mataron a tres campesinos cerca de Tibú el lunes, según la policía. "
    "El gobernador condenó el ataque y anunció el envío de más tropas a la región en los próximos días."
)
NAMES = (
    "Abu Salim al-Tikriti, Mulla Shakhawan Haji Rasul and Sheikh Abd al-Karim Barzinji were killed by gunmen of the"
    " Jaish Rijal al-Tariq al-Naqshbandi near Qara Tapa and Jalawla."
)
TOLD = [
    # name, text, label, language, part of the notes
    ("English", ENGLISH, None, "en", ""),
    ("English in capitals", ENGLISH.upper(), None, "en", ""),
    ("English full of foreign names", NAMES, None, "en", ""),
    ("Arabic", ARABIC, None, "ar", ""),
    ("French", FRENCH, None, "fr", ""),
    ("Spanish", SPANISH, None, "es", ""),
    ("English with an Arabic quotation", f"{ENGLISH}\n\n{QUOTATION}", None, "en", ""),
    ("Arabic with an English name in it", f"{ARABIC} (Islamic State of Iraq and Syria)", None, "ar", ""),
    ("both versions, Arabic first", f"{ARABIC}\n\n{ARABIC}\n\n{ENGLISH}", None, "en", "partly in ar"),
    ("both versions, English first", f"{ENGLISH}\n\n{FRENCH}", None, "en", "partly in fr"),
    ("label that agrees", ENGLISH, "en-GB", "en", ""),
    ("label by name", FRENCH, "French", "fr", ""),
    ("wrong label over English", ENGLISH, "ar", "en", "labelled as ar, but its text is in en"),
    ("wrong label over Arabic", ARABIC, "en", "ar", "labelled as en, but its text is in ar"),
    ("a headline in English", "Gunmen kill 3 in Arlo market blast, 12 hurt", None, None, ""),
    ("a headline with a label", "Gunmen kill 3 in Arlo market blast, 12 hurt", "fr", "fr", ""),
    ("a sentence in English with a wrong label", "Three of the soldiers were killed near Arlo, the army said.", "fr", "en", "labelled as fr"),
    ("a headline in English with its label", "Islamic State militants kill twelve Iraqi soldiers, Anbar province ambush leaves many wounded", "en", "en", ""),
    ("a sentence in Arabic", "قتل سبعة جنود في هجوم شنه مسلحون على نقطة تفتيش قرب المدينة", None, "ar", ""),
    ("nothing to tell by", "12:30", None, None, ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "label", "language", "note"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD]
)
def test_the_language_is_that_of_what_is_told(
    text: str, label: str | None, language: str | None, note: str
) -> None:
    report = read(RawReport("r", text, metadata={"language": label} if label else {}))
    assert report.language == language
    assert note in " ".join(report.notes)
    assert bool(note) == bool(report.notes)


LABELS = [
    ("en_US", "en"),
    ("ENG", "en"),
    ("arabic", "ar"),
    ("pt-BR", "pt"),
    ("prs", "fa"),
    ("Français", "fr"),
    ("tlh", "tlh"),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("label", "wanted"), LABELS)
def test_labels_become_codes(label: str | None, wanted: str | None) -> None:
    assert language_code(label) == wanted


def test_a_page_in_two_languages_tells_what_its_english_version_tells() -> None:
    alone = [(a.type, a.deaths, a.injured) for a in code(RawReport("r", ENGLISH)).accounts]
    for both in (f"{ARABIC}\n\n{ENGLISH}", f"{ENGLISH}\n\n{ARABIC}"):
        assert [(a.type, a.deaths, a.injured) for a in code(RawReport("r", both)).accounts] == alone
    assert alone


def test_a_wrong_label_hides_nothing() -> None:
    assert code(RawReport("r", ENGLISH, metadata={"language": "fr"})).accounts


def test_what_is_not_english_is_kept_and_counted_by_language(tmp_path: Path) -> None:
    for name, text in (("a", ARABIC), ("b", ARABIC + "\n\n" + ARABIC), ("c", FRENCH), ("d", ENGLISH)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with Store(str(tmp_path / "x.db")) as store:
        summary = run([str(tmp_path)], store, engine=Serial())
        assert {a.report for a in store.accounts()} == {"d.txt"}
        assert [(r.id, r.language) for r in store.reports()] == [
            ("a.txt", "ar"),
            ("b.txt", "ar"),
            ("c.txt", "fr"),
            ("d.txt", "en"),
        ]
    assert summary.other_languages == {"ar": 2, "fr": 1}
    assert other_languages(summary.other_languages) == ", 3 not in English: ar 2, fr 1"
    assert other_languages({}) == ""


# ---- a translator -------------------------------------------------------------------------------------------

BOOK = PhraseBook(
    {
        "Hombres armados mataron a tres campesinos cerca de Tibú el lunes, según la policía.": "Gunmen killed three farmers near Tibú on Monday, the police said.",
        "El gobernador condenó el ataque": "The governor condemned the attack",
    },
    languages=("es",),
)
SPANISH_CODERS = Coders((TranslatingCoder(BOOK),))
PUBLISHED = {"published": "2013-03-06", "outlet": "La Gaceta"}


def test_a_translation_is_coded_and_its_passages_are_the_originals() -> None:
    coded = code(RawReport("es", SPANISH, metadata=PUBLISHED), coders=SPANISH_CODERS)
    assert (coded.report.text, coded.report.language) == (SPANISH, "es")
    account = coded.accounts[0]
    assert account.place is not None
    assert account.place.name == "Tibú"
    assert account.date.start is not None
    assert account.date.start.isoformat() == "2013-03-04"
    assert account.origin.component.endswith("after phrase book 1")
    for evidence in account.evidence:
        assert SPANISH[evidence.start : evidence.end] == evidence.quote
        assert evidence.quote in BOOK.phrases or evidence.field == "type"
    assert any(evidence.quote.startswith("Hombres armados") for evidence in account.evidence)


def test_a_garbled_report_is_mended_translated_and_led_back_twice() -> None:
    garbled = SPANISH.encode().decode("cp1252", "replace").replace("\ufffd", "\x81")
    coded = code(RawReport("es", garbled, metadata=PUBLISHED), coders=SPANISH_CODERS)
    assert coded.report.text == garbled
    assert coded.accounts
    for evidence in coded.accounts[0].evidence:
        assert garbled[evidence.start : evidence.end] == evidence.quote


def test_a_phrase_book_aligns_every_character() -> None:
    translation = BOOK.translate(SPANISH, "es")
    assert translation.text.startswith("Gunmen killed three farmers")
    assert translation.back(Span(0, 6)).of(SPANISH).startswith("Hombres")
    assert translation.back(Span(0, len(translation.text))) == Span(0, len(SPANISH))
    with pytest.raises(ValueError, match="not aligned"):
        Translation("x", ()).back(Span(0, 1))


def test_without_a_coder_for_its_language_a_report_yields_nothing() -> None:
    assert code(RawReport("fr", FRENCH), coders=SPANISH_CODERS).accounts == ()


def test_coders_can_be_sent_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(SPANISH_CODERS)).find("es").version == "phrase book 1"


def test_another_version_of_a_coder_codes_again(tmp_path: Path) -> None:
    (tmp_path / "es.txt").write_text(SPANISH, encoding="utf-8")
    with Store(str(tmp_path / "x.db")) as store:
        counts = [
            (summary.coded, summary.known, summary.accounts > 0)
            for coders in (Coders(), SPANISH_CODERS, SPANISH_CODERS)
            for summary in [
                run([str(tmp_path / "es.txt")], store, engine=Serial(), added=Additions(coders=coders))
            ]
        ]
    assert counts == [(1, 0, False), (1, 0, True), (0, 1, False)]


# ---- coders that fail ---------------------------------------------------------------------------------------


class Careless:
    """Gives an account whose passage is made up."""

    languages = ("fr",)
    version = "careless 1"

    def code(self, report: Report, project: Project) -> Sequence[Account]:
        english = code(RawReport(report.id, ENGLISH), project).accounts
        return [english[0]]


class Broken:
    languages = ("fr",)
    version = "broken 1"

    def code(self, report: Report, project: Project) -> Sequence[Account]:
        assert project is not None
        raise RuntimeError(f"no model for {report.language}")


class Unaligned:
    languages = ("fr",)
    version = "unaligned 1"

    def translate(self, text: str, language: str) -> Translation:
        return Translation(ENGLISH, (Aligned(Span(0, 3), Span(0, len(text) + len(language))),))


@pytest.mark.parametrize(
    ("coder", "reason"),
    [
        (Careless(), "not in the report"),
        (Broken(), "RuntimeError: no model for fr"),
        (TranslatingCoder(Unaligned()), "not aligned|not in the report"),
    ],
    ids=["made up", "fails", "not aligned"],
)
def test_a_coder_that_fails_is_named_and_the_rest_goes_on(tmp_path: Path, coder: object, reason: str) -> None:
    coders = Coders((coder,))  # type: ignore[arg-type]
    with pytest.raises(InputError, match=reason) as caught:
        code(RawReport("fr", FRENCH), coders=coders)
    assert "language fr" in caught.value.reason
    (tmp_path / "a.txt").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ENGLISH, encoding="utf-8")
    with Store(str(tmp_path / "x.db")) as store:
        summary = run([str(tmp_path)], store, engine=Serial(), added=Additions(coders=coders))
        assert (summary.coded, len(summary.rejected)) == (1, 1)


# ---- coders that are installed ------------------------------------------------------------------------------


def made() -> TranslatingCoder:
    return TranslatingCoder(BOOK)


def test_an_installed_coder_is_loaded_when_its_language_comes() -> None:
    offers = [
        EntryPoint("es", f"{__name__}:made", "crossbearing.coders"),
        EntryPoint("fr", "no_such_module:coder", "crossbearing.coders"),
    ]
    coders = installed_coders(lambda: offers)
    assert code(RawReport("es", SPANISH, metadata=PUBLISHED), coders=coders).accounts
    assert code(RawReport("en", ENGLISH), coders=coders).accounts
    with pytest.raises(InputError, match="ModuleNotFoundError"):
        code(RawReport("fr", FRENCH), coders=coders)
    assert coders.find("tr") is None
    assert coders.version == f"es=unknown:{__name__}:made,fr=unknown:no_such_module:coder"
    assert isinstance(installed_coders(), Coders)


def test_what_is_given_goes_before_what_is_installed() -> None:
    coders = Coders((Broken(),), installed_coders(lambda: [EntryPoint("fr", "no:thing", "g")]).installed)
    assert isinstance(coders.find("fr"), Broken)


def test_the_programs_of_the_page_on_languages_run() -> None:
    page = (Path(__file__).parent.parent / "docs" / "languages.md").read_text(encoding="utf-8")
    programs = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(programs) == 2
    exec(compile("\n".join(programs), "docs/languages.md", "exec"), {"__name__": "page"})


def test_evidence_of_a_translation_may_cover_several_stretches() -> None:
    translation = Translation("abcdef", (Aligned(Span(0, 3), Span(10, 14)), Aligned(Span(3, 6), Span(4, 8))))
    assert translation.back(Span(2, 4)) == Span(4, 14)
    assert Evidence.cut("0123456789abcdef", translation.back(Span(0, 1)), "type").quote == "abcd"
