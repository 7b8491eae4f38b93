# ruff: noqa: E501 -- texts read best with one sentence a line
"""PDF, Word, mail and saved pages: what they tell, what they say of themselves, what is refused. All invented."""

from __future__ import annotations

import time
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossbearing.errors import InputError, NotText
from crossbearing.flow import code
from crossbearing.model import Basis, PartKind, RawReport, Report
from crossbearing.read import read
from documents_made import At, bomb, docx, locked_pdf, mail, mhtml, paragraph, pdf, sent, with_macros

PDF, DOCX = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL, SAVED = "message/rfc822", "multipart/related"


def opened(content: bytes, media_type: str) -> Report:
    return read(RawReport("r", content, media_type))


def furniture(report: Report) -> str:
    return "\n\n".join(span.of(report.text) for span in report.furniture)


def told(report: Report) -> str:
    return "\n\n".join(report.text[p.start : p.end] for p in report.parts if p.kind.told)


# ---- PDF ---------------------------------------------------------------------------------------------------

FIRST = [
    "ARLO, March 3, 2013 (NWP) - Two soldiers and a driver were killed when a lorry ran over a",
    "mine near the market town of Arlo on Sunday, the governor of the province said. The sol-",
    "diers were on their way to a base from which the anti-",
    "aircraft guns had been taken a week before.",
]
SECOND = [
    "The mine had been laid on the road after the rebels left the town in February, an officer",
    "said. Nobody has claimed it. The army searched the road until evening and found two more of",
]
THIRD = [
    "them under a bridge near the old mill of the village, and the road stayed closed for hours.",
    "It was opened again on Monday.",
]


def two_pages() -> bytes:
    head = At("Northern Wire Press Daily Report", 200, 815, 9)
    first = [
        head,
        At("Mine kills three near Arlo", 72, 770, 18),
        *paragraph(FIRST, 730),
        *paragraph(SECOND, 640),
        At("Page 1 of 2", 280, 25, 9),
    ]
    second = [head, *paragraph(THIRD, 780), At("Page 2 of 2", 280, 25, 9)]
    info = {
        "Title": "Mine kills three near Arlo",
        "Author": "A. Mora",
        "CreationDate": "D:20130304101500+01'00'",
    }
    return pdf([first, second], info)


def test_the_paragraphs_of_a_pdf_are_rebuilt() -> None:
    report = opened(two_pages(), PDF)
    paragraphs = [p for p in report.text.split("\n\n") if p not in furniture(report)]
    assert paragraphs[0] == "Mine kills three near Arlo"
    assert paragraphs[1].endswith(
        "The soldiers were on their way to a base from which the anti-aircraft guns had been taken a week before."
    )
    assert paragraphs[2].endswith(
        "found two more of them under a bridge near the old mill of the village, and the road stayed closed for hours. It was opened again on Monday."
    )
    assert PartKind.HEADLINE in [p.kind for p in report.parts]


def test_running_heads_and_page_numbers_are_furniture() -> None:
    report = opened(two_pages(), PDF)
    assert set(furniture(report).split("\n\n")) >= {
        "Northern Wire Press Daily Report",
        "Page 1 of 2",
        "Page 2 of 2",
    }
    assert "Page" not in told(report)
    assert "Daily Report" not in told(report)


def test_a_footnote_follows_the_paragraph_that_it_interrupts() -> None:
    first = [
        *paragraph(SECOND, 640),
        At("1 The officer asked not to be named, because he may not", 72, 120, 8),
        At("speak to the press.", 72, 110, 8),
    ]
    report = opened(pdf([first, paragraph(THIRD, 780)]), PDF)
    paragraphs = report.text.split("\n\n")
    assert paragraphs[0].endswith(
        "found two more of them under a bridge near the old mill of the village, and the road stayed closed for hours. It was opened again on Monday."
    )
    assert paragraphs[1] == "1 The officer asked not to be named, because he may not speak to the press."


def test_a_list_without_stops_is_not_run_together() -> None:
    lines = [
        "Killed near Arlo, by village, as counted by the office of the governor of the province:",
        "Bela: three",
        "Sable: two",
        "Northern ferry: one",
    ]
    report = opened(pdf([paragraph(lines, 700)]), PDF)
    assert report.text.split("\n\n") == lines


def test_a_pdf_says_its_title_its_author_and_with_low_trust_its_day() -> None:
    report = opened(two_pages(), PDF)
    assert (report.title, report.byline) == ("Mine kills three near Arlo", "A. Mora")
    assert report.published.start == date(2013, 3, 3)
    made = next(c for c in report.published.candidates if c.source == "PDF CreationDate")
    assert made.trust < 0.5
    assert not made.chosen


def test_the_day_of_making_is_taken_when_nothing_else_tells_it() -> None:
    lines = paragraph(
        ["Two soldiers died when a lorry ran over a mine near Arlo, the governor of the province said."], 700
    )
    report = opened(pdf([lines], {"CreationDate": "D:20130304101500Z"}), PDF)
    assert (report.published.start, report.published.basis) == (date(2013, 3, 4), Basis.METADATA)


@pytest.mark.parametrize(
    "title", ["Microsoft Word - final.doc", "untitled", "report_v2", "arlo.indd", "Document1"]
)
def test_titles_of_programs_are_none(title: str) -> None:
    report = opened(pdf([paragraph(FIRST, 700)], {"Title": title, "Author": "HP"}), PDF)
    assert report.title != title
    assert report.byline is None


def test_two_columns_are_read_one_after_the_other() -> None:
    left = paragraph(
        ["Two soldiers and a driver were", "killed when a lorry ran over a", "mine near Arlo. The governor"],
        700,
    )
    right = paragraph(["of the province blamed rebels", "who had left the town."], 700, x=320)
    report = opened(pdf([[*left, *right]]), PDF)
    assert (
        report.text
        == "Two soldiers and a driver were killed when a lorry ran over a mine near Arlo. The governor of the province blamed rebels who had left the town."
    )


def test_a_pdf_is_coded_and_its_passages_stand_in_the_rebuilt_text() -> None:
    coded = code(RawReport("r", two_pages(), PDF))
    assert coded.accounts
    for account in coded.accounts:
        for evidence in account.evidence:
            assert coded.report.text[evidence.start : evidence.end] == evidence.quote


def test_pages_that_are_pictures_are_named() -> None:
    scan = pdf([[], []], picture=True)
    with pytest.raises(NotText, match=r"a scan.*OCR"):
        opened(scan, PDF)
    with pytest.raises(NotText, match="empty"):
        opened(pdf([[]]), PDF)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (locked_pdf(), "password"),
        (b"%PDF-1.4\nnot much", "damaged"),
        (b"", "damaged"),
        (pdf([[]] * 501), "501 pages"),
    ],
    ids=["locked", "damaged", "empty", "too long"],
)
def test_pdfs_that_cannot_be_read_say_why(content: bytes, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        opened(content, PDF)


# ---- Word --------------------------------------------------------------------------------------------------

BODY = "Two soldiers and a driver were killed when a lorry ran over a mine near the market town of Arlo on Sunday, the governor said."


def situation_report(**more: object) -> bytes:
    return docx(
        [
            ("Situation report: mine near Arlo kills three", "Title"),
            (BODY, None),
            ("Background", "Heading 1"),
            ("Rebels had mined the road.", "List Bullet"),
        ],
        [("Town", "Dead", "Hurt"), ("Arlo", "3", "1"), ("Bela", "0", "2")],
        **more,  # type: ignore[arg-type]
    )


def test_a_word_document_gives_paragraphs_headings_and_rows() -> None:
    report = opened(situation_report(header="Northern Office"), DOCX)
    paragraphs = report.text.split("\n\n")
    assert paragraphs == [
        "Northern Office",
        "Situation report: mine near Arlo kills three",
        BODY,
        "Background",
        "Rebels had mined the road.",
        "Town | Dead | Hurt",
        "Arlo | 3 | 1",
        "Bela | 0 | 2",
    ]
    assert "Northern Office" in furniture(report)
    assert report.title == "Situation report: mine near Arlo kills three"


def test_a_document_with_macros_is_read_like_another() -> None:
    plain = situation_report()
    assert with_macros(plain) != plain
    assert opened(with_macros(plain), DOCX).text == opened(plain, DOCX).text


def test_changes_are_read_as_accepted() -> None:
    report = opened(situation_report(inserted="One soldier died later."), DOCX)
    assert "One soldier died later." in report.text
    assert "deleted" not in report.text


def test_the_properties_of_a_word_document_are_facts_of_low_trust() -> None:
    report = opened(
        situation_report(title="Mines of Arlo", author="R. Vance", created=datetime(2013, 3, 4, 8)), DOCX
    )
    assert (report.title, report.byline) == ("Mines of Arlo", "R. Vance")
    made = next(c for c in report.published.candidates if c.source == "document property created")
    assert (made.start, made.trust) == (date(2013, 3, 4), 0.35)
    assert opened(situation_report(author="python-docx"), DOCX).byline is None


def test_the_day_of_a_template_is_no_day_of_the_document() -> None:
    report = opened(situation_report(created=datetime(2013, 12, 23, 23, 15)), DOCX)
    assert [c for c in report.published.candidates if c.source == "document property created"] == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (bomb(), "unpacks to"),
        (b"PK\x03\x04 cut off", "damaged"),
        (b"\xd0\xcf\x11\xe0 old", "password|\\.doc"),
        (b"", "damaged"),
        (docx([]), "empty"),
    ],
    ids=["bomb", "cut off", "old format", "empty file", "empty document"],
)
def test_word_documents_that_cannot_be_read_say_why(content: bytes, reason: str) -> None:
    started = time.perf_counter()
    with pytest.raises(NotText, match=reason):
        opened(content, DOCX)
    assert time.perf_counter() - started < 5


# ---- mail --------------------------------------------------------------------------------------------------

NEWS = (
    "Two soldiers and a driver were killed when a lorry ran over a mine near\n"
    "the market town of Arlo on Sunday, the governor of the province said.\n\n"
    "Nobody has claimed the blast, but the army says that rebels mined the road.\n"
)


def test_a_mail_gives_its_headers_as_facts() -> None:
    report = opened(
        sent(
            mail(
                NEWS,
                sender="Northern News Agency <desk@nna.example>",
                subject="[alerts] Mine kills three near Arlo",
            )
        ),
        MAIL,
    )
    assert (report.title, report.outlet) == ("Mine kills three near Arlo", "Northern News Agency")
    assert (report.published.start, report.published.basis) == (date(2013, 3, 4), Basis.METADATA)
    assert report.encoding == "utf-8"
    assert told(report).startswith(
        "Two soldiers and a driver were killed when a lorry ran over a mine near the market town"
    )


def test_a_person_who_writes_is_the_author_and_no_outlet() -> None:
    report = opened(sent(mail(NEWS, sender="Rosa Vance <rv@example.org>", subject="Re: Arlo")), MAIL)
    assert (report.byline, report.outlet, report.title) == ("Rosa Vance", None, "Arlo")


REPLY = NEWS + "\nBest wishes\nRosa\n\n-- \nRosa Vance\nDesk officer, tel. 555\n"
QUOTING = (
    NEWS
    + "\nOn Sun, 3 Mar 2013 at 10:00, A. Mora <am@example.org> wrote:\n> Is it true that forty civilians were killed in Bela?\n> Please ask.\n"
)


def test_quotations_and_signatures_are_furniture() -> None:
    report = opened(sent(mail(REPLY, sender="r@example.org", subject="Arlo")), MAIL)
    assert "Desk officer" in furniture(report)
    report = opened(sent(mail(QUOTING, sender="r@example.org", subject="Arlo")), MAIL)
    assert "forty civilians" in furniture(report)
    assert "wrote:" in furniture(report)
    assert "forty" not in told(report)
    answer = (
        NEWS
        + "\n-----Original Message-----\nFrom: A. Mora\nSent: 3 March 2013\nSubject: Bela\n\nIs it true that forty civilians were killed in Bela?\n"
    )
    assert "forty" not in told(opened(sent(mail(answer, sender="r@example.org", subject="Arlo")), MAIL))


def test_a_mail_that_only_quotes_tells_what_it_quotes() -> None:
    quoted = "See below.\n\n" + "".join(f"> {line}\n" for line in NEWS.splitlines())
    assert "a mine near the market town of Arlo" in told(
        opened(sent(mail(quoted, sender="r@example.org", subject="Fwd: Arlo")), MAIL)
    )


def test_a_message_forwarded_in_the_text_gives_its_own_headers() -> None:
    body = (
        "FYI\n\n---------- Forwarded message ---------\nFrom: Northern News Agency <desk@nna.example>\nDate: Sun, 3 Mar 2013 09:00\nSubject: Mine kills three\nTo: <list@example.org>\n\n"
        + NEWS
    )
    report = opened(
        sent(
            mail(
                body,
                sender="Rosa Vance <rv@example.org>",
                subject="Fwd: Mine kills three",
                date="Fri, 08 Mar 2013 06:15:00 +0300",
            )
        ),
        MAIL,
    )
    assert (report.title, report.outlet, report.published.start) == (
        "Mine kills three",
        "Northern News Agency",
        date(2013, 3, 3),
    )
    assert "Two soldiers" in told(report)


def test_a_message_forwarded_as_an_attachment_is_read_and_other_attachments_are_named() -> None:
    inner = mail(
        NEWS,
        sender="Northern News Agency <desk@nna.example>",
        subject="Mine kills three near Arlo",
        date="Sun, 03 Mar 2013 09:00:00 +0000",
    )
    outer = mail(
        "See the attached.",
        sender="Rosa Vance <rv@example.org>",
        subject="news",
        attached=["toll.xlsx", "map.pdf"],
        inner=inner,
    )
    report = opened(sent(outer), MAIL)
    assert "mined the road" in told(report)
    assert (report.outlet, report.published.start) == ("Northern News Agency", date(2013, 3, 3))
    assert "attachments not read: toll.xlsx, map.pdf" in report.notes[-1]


PAGE = "<html><body><p>{}</p><div class='gmail_quote'>On Sunday A. Mora wrote: <blockquote>Forty civilians were killed in Bela.</blockquote></div></body></html>"


def test_the_html_part_is_read_when_it_is_the_only_one_or_the_plain_one_is_a_stub() -> None:
    html = PAGE.format(NEWS)
    for body in (None, "Your program shows no HTML."):
        report = opened(sent(mail(body, html, sender="r@example.org", subject="Arlo")), MAIL)
        assert "Two soldiers and a driver" in told(report)
        assert "Forty" not in told(report)


def test_the_declared_encoding_of_a_part_is_used() -> None:
    text = "Боевики атаковали посёлок и ушли в лес, сообщили в министерстве обороны."
    report = opened(sent(mail(text, sender="r@example.org", subject="x", charset="koi8-r")), MAIL)
    assert text in report.text
    assert report.encoding == "koi8-r"


def test_headers_in_an_old_encoding_are_read() -> None:
    head = "From: Jos\xe9 P\xe9rez <jp@example.org>\r\nSubject: Explosi\xf3n en Tib\xfa\r\n\r\n".encode(
        "cp1252"
    )
    report = opened(head + NEWS.encode(), MAIL)
    assert (report.title, report.byline) == ("Explosión en Tibú", "José Pérez")


DEEP = b"".join(
    b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (i, i) for i in range(3000)
)
BAD_MAILS = [
    ("no headers", b"\xff\xfe just bytes \x01", "no message|empty|damaged"),
    ("empty", b"", "no message"),
    ("no text", sent(mail(None, None, subject="x", sender="a@b.example", attached=["a.pdf"])), "empty"),
    (
        "nested, and long",
        b"Subject: x\r\n" + DEEP[: len(DEEP) // 30] + b"\r\n" * 250_000,
        "nested too deeply",
    ),
    ("nested without end", b"Subject: x\r\n" + DEEP, "nested too deeply"),
]


@pytest.mark.parametrize(("content", "reason"), [b[1:] for b in BAD_MAILS], ids=[b[0] for b in BAD_MAILS])
def test_mails_that_cannot_be_read_say_why(content: bytes, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        opened(content, MAIL)


# ---- saved pages -------------------------------------------------------------------------------------------


def test_a_saved_page_is_read_in_its_encoding_and_with_its_address() -> None:
    page = f"<html><head><title>Mine kills three near Arlo</title></head><body><h1>Mine kills three near Arlo</h1><p>{BODY} Un café a brûlé.</p></body></html>"
    report = opened(
        mhtml(page.encode("cp1252"), "windows-1252", "https://news.example/2013/03/04/mine"), SAVED
    )
    assert "Un café a brûlé." in report.text
    assert (report.url, report.encoding) == ("https://news.example/2013/03/04/mine", "windows-1252")
    assert report.published.start == date(2013, 3, 4)
    with pytest.raises(NotText, match="without a page"):
        opened(b"Subject: x\r\nContent-Type: image/png\r\n\r\nabc", SAVED)


# ---- whatever arrives --------------------------------------------------------------------------------------

GOOD = {
    PDF: two_pages(),
    DOCX: situation_report(),
    MAIL: sent(mail(NEWS, PAGE.format(NEWS), sender="a <b@c.example>", subject="x", attached=["a.pdf"])),
    SAVED: mhtml(b"<html><body><p>" + BODY.encode() + b"</p></body></html>", "utf-8", "https://a.example/"),
}


@pytest.mark.parametrize("media_type", GOOD, ids=["pdf", "docx", "mail", "mhtml"])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_damaged_documents_raise_nothing_but_an_input_error(media_type: str, data: st.DataObject) -> None:
    content = bytearray(GOOD[media_type])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=20))
    if not content:
        return
    try:
        report = opened(bytes(content), media_type)
    except InputError:
        return
    assert report.text.strip()


def test_a_kind_that_nobody_reads_is_named() -> None:
    with pytest.raises(InputError, match="image/png"):
        opened(b"x", "image/png")
    with pytest.raises(NotText, match="as bytes"):
        read(RawReport("r", "text", PDF))
