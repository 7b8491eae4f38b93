"""What was fetched before, on disk: an address → the bytes that came, and how to ask whether they changed.

``pages/`` holds a small JSON file an address, ``bodies/`` the bytes under the SHA-256 of what they are. Both
are written beside their place and moved into it, and a body is in place before the page that names it: any
number of processes may read and write at once, and one that is killed leaves nothing half. A body that is not
what its name says counts as not there.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it is kept: what its headers said, when it came (ISO, UTC), and the bytes, unpacked from
    what HTTP had packed them into."""

    content: bytes
    retrieved: str
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""


class Cache(Protocol):
    """What fetching asks of a cache."""

    def get(self, address: str) -> Kept | None:
        """What came from ``address`` last time, or None."""

    def put(self, address: str, kept: Kept) -> None:
        """Keep it."""


class NoCache:
    """Keeps nothing."""

    def get(self, address: str) -> Kept | None:  # noqa: ARG002
        return None

    def put(self, address: str, kept: Kept) -> None:
        """Nothing is done."""


class Folder:
    """A cache in a folder, which only its owner may read: it says what somebody was looking at.

    What the disk refuses (full, read-only) is not kept and ends nothing: the next run fetches it again.
    """

    def __init__(self, folder: Path) -> None:
        self._pages = folder / "pages"
        self._bodies = folder / "bodies"

    def get(self, address: str) -> Kept | None:
        try:
            page = json.loads(self._page(address).read_bytes())
            body = page.pop("body")
            content = (self._bodies / body[:2] / body).read_bytes()
            if page.pop("address") != address or hashlib.sha256(content).hexdigest() != body:
                return None
            return Kept(content=content, **page)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):  # gone, or broken by something else
            return None

    def put(self, address: str, kept: Kept) -> None:
        body = hashlib.sha256(kept.content).hexdigest()
        page = {key: value for key, value in asdict(kept).items() if key != "content"}
        line = json.dumps({"address": address, "body": body, **page}, ensure_ascii=False)
        try:
            _write(self._bodies / body[:2] / body, kept.content)
            _write(self._page(address), line.encode())
        except OSError:
            return

    def _page(self, address: str) -> Path:
        name = hashlib.sha256(address.encode()).hexdigest()
        return self._pages / name[:2] / f"{name}.json"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, draft = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
