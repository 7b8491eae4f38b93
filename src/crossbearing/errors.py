"""Every error that crossbearing raises on purpose, drawn as a tree.

CrossbearingError
├── InputError              an input that could not be taken in; names file, row or field, and what to do
│   ├── NotFound            no such file or folder
│   ├── NotReadable         exists, but the system does not let us read it, or it is of no kind that is read
│   ├── NotText             empty, binary, or in no encoding that we can decode
│   ├── TooLarge            larger than a report, a row or a document can be
│   ├── Unsafe              a pipe, a device, an archive that is made to fill a disk
│   ├── BadRow              one row of a table of articles is broken
│   ├── BadFeed             a feed or sitemap, or one item of it, cannot be read
│   ├── NotFetched          an address could not be fetched, or we will not fetch it
│   └── TooCostly           coding it takes more time or memory than one report may
├── StoreError              the ledger cannot be opened, or holds something that this version does not know
├── ExportError             this WHAT cannot be written in that FORMAT
├── EngineError             no process can be started to code in
└── VocabError              a vocabulary file does not say what it should; names the file and the entry

Errors of other libraries are turned into these at the boundary where they arise, with ``raise … from exc``.
The leaves bear no suffix Error (N818), as in httpx: the tree says what they are.
"""

from __future__ import annotations

LONGEST_REASON = 800
"""Characters of a reason. What was wrong with a file may stand in it word for word, megabytes of it."""


class CrossbearingError(Exception):
    """Root of the tree. ``str(error)`` is a sentence that can be shown to a user as it stands."""


class InputError(CrossbearingError):
    """An input was rejected.

    ``where`` names it (a path, or ``path:line``); ``reason`` says what is wrong and what to do about it.
    """

    def __init__(self, where: str, reason: str) -> None:
        if len(reason) > LONGEST_REASON:
            reason = f"{reason[: LONGEST_REASON // 2]} … {reason[-LONGEST_REASON // 3 :]}"
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        return type(self), (self.where, self.reason)  # so that it survives the way back from a worker process


class NotFound(InputError):  # noqa: N818
    """There is no such file or folder."""


class NotReadable(InputError):  # noqa: N818
    """It is there, but the system refuses to let us read it, it is broken, or of a kind that is not read."""


class NotText(InputError):  # noqa: N818
    """It is empty, binary, or in no encoding that can be decoded."""


class TooLarge(InputError):  # noqa: N818
    """It is larger than a report, a row or a document can be; the limits are those of ``acquire.Limits``."""


class Unsafe(InputError):  # noqa: N818
    """Reading it could wait for ever or fill the machine: a pipe, a device, an archive made for that."""


class BadRow(InputError):  # noqa: N818
    """One row of a table of articles is broken; the other rows were read."""


class BadFeed(InputError):  # noqa: N818
    """A feed or sitemap, or one item of it, cannot be read; the other items were."""


class NotFetched(InputError):  # noqa: N818
    """An address could not be fetched, or is one that we do not fetch."""


class TooCostly(InputError):  # noqa: N818
    """Coding it takes more time or memory than one report may; the other reports were coded."""


class StoreError(CrossbearingError):
    """The store cannot be opened, or holds records that this version does not understand."""


class ExportError(CrossbearingError):
    """The asked-for records cannot be written in the asked-for format."""


class EngineError(CrossbearingError):
    """No process can be started to code in."""


class VocabError(CrossbearingError):
    """A vocabulary file is broken; the message names the file and the entry."""
