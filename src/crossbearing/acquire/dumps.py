"""The lines of a GeoNames dump, from a text file or a zip of one, streamed and hashed on the way."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from crossbearing.acquire.places import printable, refusal
from crossbearing.errors import NotReadable

_LONGEST = 1 << 20
"""Bytes of a line: GeoNames' longest are some 15,000. A file without line ends is no dump."""


class Dump:
    """One file. ``sha256`` is that of all lines read so far."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._digest = hashlib.sha256()

    @property
    def name(self) -> str:
        """The file's name, a bar, and its size and time of change. Raises InputError where there is none."""
        try:
            held = self.path.stat()
        except OSError as exc:
            raise refusal(self.path, exc) from exc
        return f"{printable(str(self.path.resolve()))}|{held.st_size}|{held.st_mtime_ns}"

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """(number from 1, bytes) of each line that is not empty. Raises InputError where it breaks off."""
        try:
            with self.path.open("rb") as stream:
                yield from self._numbered(stream) if stream.read(2) != b"PK" else self._zipped()
        except OSError as exc:
            raise refusal(self.path, exc) from exc
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as exc:
            raise NotReadable(
                printable(str(self.path)), f"a broken or locked zip file ({exc}); fetch it again"
            ) from exc

    def _zipped(self) -> Iterator[tuple[int, bytes]]:
        with zipfile.ZipFile(self.path) as archive:
            members = [n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n.lower()]
            if len(members) != 1:
                raise NotReadable(
                    printable(str(self.path)), f"holds {len(members)} .txt files, expected one dump"
                )
            with archive.open(members[0]) as stream:
                yield from self._numbered(stream)  # type: ignore[arg-type]

    def _numbered(self, stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
        if stream.seekable():
            stream.seek(0)
        number = 0
        while line := stream.readline(_LONGEST):
            number += 1
            self._digest.update(line)
            if len(line) == _LONGEST:
                raise NotReadable(
                    printable(str(self.path)), f"line {number} has no end; is it a GeoNames dump?"
                )
            if not line.isspace():
                yield number, line
