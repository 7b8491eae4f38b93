"""PDFs, Word documents and mail: without the parts that make them, or with parts that point at themselves."""

from __future__ import annotations

import base64
import io

from docx import Document
from hostile_archives import zipped
from hostile_cases import TOLD, Case, seeded


def pdf(*objects: str, trailer: str = "<< /Root 1 0 R /Size 9 >>", xref: str | None = None) -> bytes:
    """A PDF of these objects, numbered from 1; ``xref`` in place of the true table."""
    out = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    where = len(out)
    true = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return out + f"{xref or true}trailer\n{trailer}\nstartxref\n{where}\n%%EOF\n".encode()


CATALOG, PAGES = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(content: str, more: str = "", length: int | None = None) -> str:
    return f"<< /Length {len(content) if length is None else length} {more}>>\nstream\n{content}\nendstream"


def _shown(words: str) -> str:
    return f"BT /F 12 Tf 10 700 Td ({words}) Tj ET"


def _pdfs() -> list[Case]:
    good = pdf(CATALOG, PAGES, PAGE, stream(_shown(TOLD.replace("(", "").replace(")", ""))), FONT)
    rng = seeded("pdf")

    def flipped() -> bytes:
        content = bytearray(good)
        for _ in range(60):
            content[rng.randrange(9, len(content))] = rng.randrange(256)
        return bytes(content)

    return [
        Case("good.pdf", lambda: good),
        Case("pages-cycle.pdf", lambda: pdf(CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")),
        Case("pages-cycle-deep.pdf", lambda: pdf(CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 9 >>", "<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 9 >>")),
        Case("no-pages.pdf", lambda: pdf(CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>")),
        Case("pages-billion.pdf", lambda: pdf(CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", PAGE, stream("BT ET"), FONT)),
        Case("pages-negative.pdf", lambda: pdf(CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count -5 >>", PAGE, stream("BT ET"), FONT)),
        Case("xref-wrong.pdf", lambda: pdf(CATALOG, PAGES, PAGE, stream(_shown("Two died.")), FONT, xref="xref\n0 6\n" + "9999999999 00000 n \n" * 6)),
        Case("xref-none.pdf", lambda: pdf(CATALOG, PAGES, PAGE, stream(_shown("Two died.")), FONT, xref="nothing\n")),
        Case("root-none.pdf", lambda: pdf(CATALOG, PAGES, trailer="<< >>")),
        Case("root-self.pdf", lambda: pdf("1 0 R", trailer="<< /Root 1 0 R >>")),
        Case("stream-length.pdf", lambda: pdf(CATALOG, PAGES, PAGE, stream(_shown("Two died."), length=10**9), FONT)),
        Case("filters-unknown.pdf", lambda: pdf(CATALOG, PAGES, PAGE, stream("abc", "/Filter [/Nonsense /FlateDecode /LZWDecode] "), FONT)),
        Case("form-cycle.pdf", lambda: pdf(CATALOG, PAGES, PAGE.replace("/Font", "/XObject << /X 6 0 R >> /Font"), stream("/X Do"), FONT, stream("/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> "))),
        Case("dictionaries-nested.pdf", lambda: pdf(CATALOG, "<< /A " * 20_000)),
        Case("arrays-nested.pdf", lambda: pdf(CATALOG, "[" * 50_000)),
        Case("encrypted.pdf", lambda: pdf(CATALOG, PAGES, PAGE, stream("abc"), FONT, trailer="<< /Root 1 0 R /Size 6 /Encrypt << /Filter /Standard /V 5 /R 6 /O (a) /U (b) /P -1 >> /ID [(a)(b)] >>")),
        Case("words-20000.pdf", lambda: pdf(CATALOG, PAGES, PAGE, stream("BT /F 12 Tf " + "1 0 Td (killed) Tj " * 20_000 + "ET"), FONT)),
        Case("box-absurd.pdf", lambda: pdf(CATALOG, PAGES, PAGE.replace("600 800", "1e38 -1e38"), stream(_shown("Two died.")), FONT)),
        Case("head-only.pdf", lambda: b"%PDF-1.7\n"),
        Case("cut.pdf", lambda: good[: len(good) // 2]),
        Case("flipped.pdf", flipped),
        Case("noise.pdf", lambda: b"%PDF-1.4\n" + seeded("pdf noise").randbytes(50_000)),
        Case("text.pdf", lambda: TOLD.encode()),
        Case("empty.pdf", lambda: b""),
    ]  # fmt: skip


def docx() -> bytes:
    """A Word document as any office writes it."""
    document = Document()
    for _ in range(4):
        document.add_paragraph(TOLD)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _word(body: str, doctype: str = "") -> bytes:
    """A Word document with this body and no more than it must have."""
    types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    links = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    main = f'<?xml version="1.0"?>{doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    parts = {"[Content_Types].xml": types, "_rels/.rels": links, "word/document.xml": main}
    return zipped({name: content.encode() for name, content in parts.items()})


def _documents() -> list[Case]:
    run = f"<w:p><w:r><w:t>{TOLD}</w:t></w:r></w:p>"
    laughs = '<!DOCTYPE d [<!ENTITY a "lol">' + "".join(f'<!ENTITY {n} "{f"&{o};" * 10}">' for o, n in zip("abcdefgh", "bcdefghi", strict=True)) + "]>"  # fmt: skip
    return [
        Case("good.docx", docx),
        Case("no-document.docx", lambda: zipped({"[Content_Types].xml": b"<Types/>"})),
        Case("no-types.docx", lambda: zipped({"word/document.xml": b"<a/>"})),
        Case("nothing.docx", lambda: zipped({})),
        Case("laughs.docx", lambda: _word(f"<w:p><w:r><w:t>&i;</w:t></w:r></w:p>{run}", laughs)),
        Case("external.docx", lambda: _word("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
        Case("tables-nested.docx", lambda: _word("<w:tbl><w:tr><w:tc>" * 3000)),
        Case("tables-nested-closed.docx", lambda: _word("<w:tbl><w:tr><w:tc>" * 300 + run + "</w:tc></w:tr></w:tbl>" * 300)),
        Case("paragraphs-20000.docx", lambda: _word("<w:p><w:r><w:t>Two died.</w:t></w:r></w:p>" * 20_000)),
        Case("runs-50000.docx", lambda: _word("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 50_000 + "</w:p>")),
        Case("xml-broken.docx", lambda: _word("<w:p><w:r></w:p>")),
        Case("bomb.docx", lambda: _word("<w:p><w:r><w:t>" + "a" * 60_000_000 + "</w:t></w:r></w:p>")),
        Case("cut.docx", lambda: docx()[:-500]),
        Case("empty.docx", lambda: b""),
        Case("text.docx", lambda: TOLD.encode()),
    ]  # fmt: skip


def mail(body: str, head: str = "Content-Type: text/plain; charset=utf-8\r\n") -> bytes:
    return f"From: a@b.example\r\nTo: c@d.example\r\nSubject: Raid\r\nDate: Sun, 5 May 2019 10:00:00 +0000\r\nMIME-Version: 1.0\r\n{head}\r\n{body}".encode()


def _within(levels: int) -> bytes:
    """Parts within parts, each with a boundary of its own."""
    body = f"Content-Type: text/plain\r\n\r\n{TOLD}"
    for level in range(levels):
        body = f'Content-Type: multipart/mixed; boundary="b{level}"\r\n\r\n--b{level}\r\n{body}\r\n--b{level}--\r\n'
    return mail(body.partition("\r\n\r\n")[2], body.partition("\r\n\r\n")[0] + "\r\n")


def _messages(levels: int) -> bytes:
    content = mail(TOLD)
    for _ in range(levels):
        content = mail(content.decode(), "Content-Type: message/rfc822\r\n")
    return content


def _mails() -> list[Case]:
    mixed = 'Content-Type: multipart/mixed; boundary="b"\r\n'
    return [
        Case("good.eml", lambda: mail(TOLD)),
        Case("parts-nested.eml", lambda: _within(300)),
        Case("parts-nested-open.eml", lambda: mail("--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 10_000, mixed)),
        Case("messages-nested.eml", lambda: _messages(300)),
        Case("parts-20000.eml", lambda: mail("--b\r\n\r\na\r\n" * 20_000 + "--b--", mixed)),
        Case("boundary-none.eml", lambda: mail(TOLD, "Content-Type: multipart/mixed\r\n")),
        Case("boundary-never.eml", lambda: mail(TOLD, mixed)),
        Case("heads-10000.eml", lambda: mail(TOLD, "Received: from a by b; Sun, 5 May 2019\r\n" * 10_000)),
        Case("head-1mb.eml", lambda: mail(TOLD, f"X-A: {'a' * 1_000_000}\r\n")),
        Case("addresses-10000.eml", lambda: mail(TOLD, "Cc: " + "<a@b.example>, " * 10_000 + "\r\n")),
        Case("encoded-words.eml", lambda: mail(TOLD, "Subject: " + "=?utf-8?B?////?= =?x?Q?=?= " * 2000 + "\r\n")),
        Case("base64-broken.eml", lambda: mail("====abc!!!" * 1000, "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n")),
        Case("quoted-broken.eml", lambda: mail("=ZZ=\r\n=3" * 5000, "Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n")),
        Case("encoding-unknown.eml", lambda: mail(TOLD, "Content-Type: text/plain; charset=klingon\r\nContent-Transfer-Encoding: x-nonsense\r\n")),
        Case("charset-codec.eml", lambda: mail(TOLD, "Content-Type: text/plain; charset=zip\r\n")),
        Case("days-absurd.eml", lambda: mail(TOLD).replace(b"5 May 2019", b"99 Foo 99999999999")),
        Case("quotes-nested.eml", lambda: mail("".join(f"{'>' * n} {TOLD}\r\n" for n in range(300)))),
        Case("parameters.eml", lambda: mail(TOLD, "Content-Type: text/plain" + "".join(f"; a*{n}*=%FF" for n in range(3000)) + "\r\n")),
        Case("attached-noise.eml", lambda: mail("--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(seeded("attached").randbytes(50_000)).decode() + "\r\n--b--", mixed)),
        Case("html-nested.eml", lambda: mail("<div>" * 10_000 + TOLD, "Content-Type: text/html\r\n")),
        Case("nuls.eml", lambda: mail("a\0b")),
        Case("empty.eml", lambda: b""),
        Case("heads-only.eml", lambda: mail("")),
        Case("noise.eml", lambda: seeded("mail").randbytes(20_000)),
        Case("saved-page.mhtml", lambda: mail("--b\r\nContent-Type: text/html\r\nContent-Location: cid:a\r\n\r\n<iframe src=cid:a>" + TOLD + "\r\n--b--", mixed.replace("mixed", "related"))),
    ]  # fmt: skip


def cases() -> list[Case]:
    return [*_pdfs(), *_documents(), *_mails()]
