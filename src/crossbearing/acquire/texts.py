"""A text file of the user's that is no report: a vocabulary, a list."""

from __future__ import annotations

from pathlib import Path

from crossbearing.acquire.places import printable, refusal
from crossbearing.errors import NotText


def text_of(path: Path) -> str:
    """The text of a file in UTF-8. Raises NotFound, NotReadable or NotText."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise refusal(path, error) from error
    except UnicodeDecodeError as error:
        reason = f"is not in UTF-8 (byte {error.start + 1}); save it as UTF-8"
        raise NotText(printable(str(path)), reason) from error
