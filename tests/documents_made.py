"""Small PDFs, Word documents, mails and saved pages, made here so that we know what they hold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP


@dataclass(frozen=True)
class At:
    """A line of a PDF page: points from the left and from the foot, size of the letters."""

    text: str
    x: float = 72
    y: float = 700
    size: float = 11


def paragraph(lines: Sequence[str], y: float, x: float = 72) -> list[At]:
    return [At(line, x, y - 14 * i) for i, line in enumerate(lines)]


def pdf(
    pages: Sequence[Sequence[At]], info: Mapping[str, str] | None = None, *, picture: bool = False
) -> bytes:
    """A PDF with a page of A4 for each list of lines; ``picture``: each page shows one."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Length 1 >>\nstream\n\x7f\nendstream"
    )
    objects += [font, image]
    kids = []
    for lines in pages:
        shown = b"q 500 0 0 700 40 40 cm /I Do Q\n" if picture else b""
        stream = shown + b"".join(_shown(line) for line in lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
        len(kids),
        b" ".join(b"%d 0 R" % k for k in kids),
    )
    about = "".join(f"/{key} ({value}) " for key, value in (info or {}).items())
    objects.append(f"<< {about}>>".encode())
    return _file(objects)


def _shown(line: At) -> bytes:
    words = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F %g Tf %g %g Td (%s) Tj ET\n" % (line.size, line.x, line.y, words)


def _file(objects: Sequence[bytes], extra: bytes = b"") -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(
        b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R %s>>\n" % (len(objects) + 1, len(objects), extra)
    )
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def locked_pdf() -> bytes:
    """A PDF that asks for a password that nobody has."""
    lock = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>", lock]
    return _file(
        objects,
        b"/Encrypt 3 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] ",
    )


def docx(
    paragraphs: Sequence[tuple[str, str | None]],
    rows: Sequence[Sequence[str]] = (),
    *,
    title: str = "",
    author: str = "",
    created: datetime | None = None,
    header: str = "",
    inserted: str = "",
) -> bytes:
    """A Word document of (words, style) and a table; ``inserted`` is a tracked insertion."""
    import docx as word
    from docx.oxml import parse_xml

    document = word.Document()
    about = document.core_properties
    about.title, about.author = title, author
    about.created = created or datetime(2013, 12, 23)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    for words, style in paragraphs:
        document.add_paragraph(words, style=style)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                table.cell(i, j).text = cell
    if inserted:
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        change = parse_xml(
            f'<w:p {space}><w:del w:id="1" w:author="a"><w:r><w:delText>deleted</w:delText></w:r></w:del>'
            f'<w:ins w:id="2" w:author="a"><w:r><w:t>{inserted}</w:t></w:r></w:ins></w:p>'
        )
        document.element.body.insert(0, change)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_macros(content: bytes) -> bytes:
    """The same document as a .docm: its main part is declared to have macros."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(out, "w") as other:
        for name in packed.namelist():
            body = packed.read(name)
            if name == "[Content_Types].xml":
                plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
                body = body.replace(plain, b"application/vnd.ms-word.document.macroEnabled.main+xml")
            other.writestr(name, body)
    return out.getvalue()


def bomb() -> bytes:
    """A .docx whose one part unpacks to 80 MB of blanks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 80_000_000)
    return out.getvalue()


def mail(
    body: str | None = None,
    html: str | None = None,
    *,
    sender: str = "",
    subject: str = "",
    date: str = "Mon, 04 Mar 2013 06:15:00 +0300",
    attached: Sequence[str] = (),
    inner: EmailMessage | None = None,
    charset: str = "utf-8",
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = sender, subject, date
    if body is not None:
        message.set_content(body, charset=charset)
    if html is not None:
        (message.add_alternative if body is not None else message.set_content)(
            html, subtype="html", charset=charset
        )
    for name in attached:
        message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename=name)
    if inner is not None:
        message.add_attachment(inner)
    return message


def sent(message: EmailMessage) -> bytes:
    return message.as_bytes(policy=SMTP)


def mhtml(page: bytes, charset: str, location: str) -> bytes:
    """A page as Chromium saves it."""
    import quopri

    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {location}\r\nSubject: Mine kills three\r\n"
        "Date: Fri, 2 Aug 2019 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x--"\r\n\r\n'
        f"----x--\r\nContent-Type: text/html; charset={charset}\r\nContent-ID: <a@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {location}\r\n\r\n"
    )
    tail = (
        "\r\n----x--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: {location}/a.png\r\n\r\niVBORw0KGgo=\r\n----x----\r\n"
    )
    return head.encode() + quopri.encodestring(page) + tail.encode()
