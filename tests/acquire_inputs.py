"""Inputs for the tests of acquire, made in memory (packed files, web archives), and what came of them."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crossbearing.acquire import Intake, Memory, acquire
from crossbearing.errors import InputError
from crossbearing.model import RawReport

DATE = "2016-11-02T10:00:00Z"


def taken(content: bytes, name: str = "in.bin", intake: Intake | None = None) -> list[RawReport | InputError]:
    """What comes of one file in memory."""
    return list(acquire([name], intake, storage=Memory({name: content})))


def reports(found: Sequence[RawReport | InputError]) -> list[RawReport]:
    return [item for item in found if isinstance(item, RawReport)]


def errors(found: Sequence[RawReport | InputError]) -> list[InputError]:
    return [item for item in found if isinstance(item, InputError)]


def one(content: bytes, name: str = "in.bin", intake: Intake | None = None) -> RawReport:
    """The one report that comes of a file, which is all that comes of it."""
    (report,) = taken(content, name, intake)
    assert isinstance(report, RawReport), report
    return report


def refused(content: bytes, name: str = "in.bin", intake: Intake | None = None) -> InputError:
    """The one error that comes of a file, which is all that comes of it."""
    (error,) = taken(content, name, intake)
    assert isinstance(error, InputError), error
    return error


def zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def warc(*records: tuple[str, str, bytes, Mapping[str, str]], packed: bool = False) -> bytes:
    """An archive of records: type, address, body, and the headers of the answer (``status`` among them) or,
    where the type is not an answer, of the record."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=packed)
    info = writer.create_warcinfo_record("in.warc", {"software": "a test"})
    writer.write_record(info)
    info.raw_stream.close()
    for kind, address, body, headers in records:
        told = {"WARC-Date": DATE, **{k: v for k, v in headers.items() if k.startswith("WARC-")}}
        rest = {k: v for k, v in headers.items() if k not in told and k != "status"}
        if kind in ("response", "revisit"):
            answer = StatusAndHeaders(
                headers.get("status", "200 OK"), list(rest.items()), protocol="HTTP/1.1"
            )
            payload = io.BytesIO(body) if body else None
            record = writer.create_warc_record(
                address, kind, payload=payload, http_headers=answer, warc_headers_dict=told
            )
        else:
            record = writer.create_warc_record(
                address,
                kind,
                payload=io.BytesIO(body),
                warc_content_type=rest.get("Content-Type", ""),
                warc_headers_dict=told,
            )
        writer.write_record(record)
        record.raw_stream.close()
    return buffer.getvalue()


def packed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)
