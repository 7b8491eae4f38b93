"""Where bytes lie: the one seam between acquire and the file system, so that a test can put a fake in its
place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, Protocol

from crossbearing.errors import InputError, NotFound, NotReadable


class Storage(Protocol):
    """What acquire asks of a file system. Both methods raise OSError when the system refuses."""

    def entries(self, folder: Path) -> list[Path]:
        """The files and folders in ``folder``, in any order."""

    def open(self, path: Path) -> BinaryIO:
        """The bytes of a file."""


class Disk:
    """The file system of this machine."""

    def entries(self, folder: Path) -> list[Path]:
        return list(folder.iterdir())

    def open(self, path: Path) -> BinaryIO:
        return path.open("rb")


def refusal(path: Path | str, error: OSError) -> InputError:
    """What the system said, as an error that names the input and says what to do."""
    where = printable(str(path))
    if isinstance(error, FileNotFoundError):
        return NotFound(where, "no such file or folder")
    if isinstance(error, PermissionError):
        return NotReadable(where, "no permission to read it; ask its owner, or change its access rights")
    return NotReadable(where, f"cannot be read: {error.strerror or error}")


def printable(name: str) -> str:
    r"""A file name that can be printed and stored: bytes that are not UTF-8 are written as ``\xe9``."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
