"""Which report is which: fingerprints of what arrived, and ids that stay apart within one call.

Two different inputs can claim one id (two folders that both hold ``a.txt``, two rows with one ``id``). The
first keeps it; each later one with other content is called ``id#`` and the first eight hex digits of its
fingerprint, so its name depends on what it says and not on how many came before it. The same content under
the same id is one report.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from crossbearing.model import RawReport


def fingerprint(raw: RawReport) -> str:
    """A SHA-256 (hex) of all that arrived: content, media type and metadata. The id is no part of it, nor is
    the time at which it was fetched: the same page fetched again is the same. Nor is the row in which a user
    gave its day: rows may be put before it."""
    digest = hashlib.sha256()
    content = raw.content if isinstance(raw.content, bytes) else raw.content.encode("utf-8")
    told = {key: value for key, value in raw.metadata.items() if key != "retrieved"}
    if "published_from" in told:
        told["published_from"] = told["published_from"].rpartition(":")[0]
    for key, value in sorted({**told, "media_type": raw.media_type}.items()):
        digest.update(f"{len(key)}:{key}{len(value)}:{value}".encode())
    digest.update(content)
    return digest.hexdigest()


class Register:
    """The ids given out in one call, as short hashes: a million take 150 MB. Two ids that share a hash
    (one run of a million reports in thirty million) cost nothing but a longer name for the second."""

    def __init__(self) -> None:
        self._first: dict[int, int] = {}

    def admit(self, raw: RawReport) -> RawReport | None:
        """The report under an id of its own; None when this very report was admitted before."""
        mark = fingerprint(raw)
        short = int(mark[:16], 16)
        key = _hash(raw.id)
        if key not in self._first:
            self._first[key] = short
            return raw
        if self._first[key] == short:
            return None
        return self.admit(replace(raw, id=f"{raw.id}#{mark[:8]}"))


def _hash(identifier: str) -> int:
    return int.from_bytes(
        hashlib.blake2b(identifier.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    )
