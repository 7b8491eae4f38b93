"""Where files lie: the one seam between acquire and the file system, with a fake of it for tests."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path, PurePosixPath
from typing import Protocol

from crossbearing.errors import InputError, NotFound, NotReadable, Unsafe

FILE, FOLDER = "a file", "a folder"

_SPECIAL = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


@dataclass(frozen=True, slots=True)
class Look:
    """What stands at a path, links followed. ``what`` is FILE, FOLDER, or in words what else it is; ``real``
    is the path without links; ``size`` (bytes) and ``changed`` (any unit) tell whether a file changed."""

    what: str
    real: str
    size: int = 0
    changed: float = 0


class Storage(Protocol):
    """What acquire asks of a file system. All three raise OSError when the system refuses."""

    def look(self, path: Path) -> Look:
        """What stands at a path. FileNotFoundError when nothing does."""

    def entries(self, folder: Path) -> list[Path]:
        """The files and folders in ``folder``, in any order."""

    def open(self, path: Path) -> BufferedIOBase:
        """The bytes of a file. Never waits: what has become a pipe since it was looked at is refused."""


class Disk:
    """The file system of this machine."""

    def look(self, path: Path) -> Look:
        found = path.stat()
        real = os.path.realpath(path)
        if stat.S_ISDIR(found.st_mode):
            return Look(FOLDER, real)
        if stat.S_ISREG(found.st_mode):
            return Look(FILE, real, found.st_size, found.st_mtime_ns)
        return Look(_SPECIAL.get(stat.S_IFMT(found.st_mode), "no file"), real)

    def entries(self, folder: Path) -> list[Path]:
        return list(folder.iterdir())

    def open(self, path: Path) -> BufferedIOBase:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise OSError("it is no file any more")
        return os.fdopen(handle, "rb")


class Memory:
    """Files in memory, for tests. A path that ends in ``/`` is an empty folder; a value that is an OSError is
    raised by opening."""

    def __init__(self, files: Mapping[str, bytes | OSError]) -> None:
        self._files = {PurePosixPath(name): content for name, content in files.items()}
        self._folders = {parent for path in self._files for parent in path.parents}
        self._folders |= {PurePosixPath(name) for name in files if name.endswith("/")}

    def look(self, path: Path) -> Look:
        at = PurePosixPath(path.as_posix())
        if at in self._folders:
            return Look(FOLDER, str(at))
        if at not in self._files:
            raise FileNotFoundError(2, "No such file or directory")
        content = self._files[at]
        return Look(FILE, str(at), len(content) if isinstance(content, bytes) else 0)

    def entries(self, folder: Path) -> list[Path]:
        at = PurePosixPath(folder.as_posix())
        return [Path(entry) for entry in {*self._files, *self._folders} if entry != at and entry.parent == at]

    def open(self, path: Path) -> BufferedIOBase:
        content = self._files[PurePosixPath(path.as_posix())]
        if isinstance(content, OSError):
            raise content
        return io.BytesIO(content)


def special(where: str, what: str) -> Unsafe:
    """The refusal of something that is neither file nor folder: opening it could wait for ever."""
    piped = (
        "; give what comes out of it on standard input: … | crossbearing run -" if what == "a pipe" else ""
    )
    return Unsafe(where, f"is {what} and not a file{piped}")


def refusal(path: Path | str, error: OSError) -> InputError:
    """What the system said, as an error that names the input and says what to do."""
    where = printable(str(path))
    if isinstance(error, FileNotFoundError):
        return NotFound(where, "no such file or folder")
    if isinstance(error, PermissionError):
        return NotReadable(where, "no permission to read it; ask its owner, or change its access rights")
    return NotReadable(where, f"cannot be read: {error.strerror or error}")


def printable(name: str) -> str:
    r"""A file name that can be printed and stored: bytes that are not UTF-8 are written as ``\xe9``, and so
    are characters that a terminal would obey instead of showing."""
    shown = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(
        letter if letter >= " " and letter != "\x7f" else f"\\x{ord(letter):02x}" for letter in shown
    )
