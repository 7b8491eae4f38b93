"""How much one input may cost. What is larger is refused by name; nothing is read into memory before it was
found to be small enough."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of reading files, in bytes where nothing else is said. They are far above what newsrooms and
    archives hold, and low enough that what was made to exhaust a machine ends early."""

    text: int = 20 * MB
    """One text, page or message. The longest reports (inquiries, live pages of a week) have 2 MB of text; a
    page that carries its pictures within itself (MHTML, data: addresses) has up to 15."""
    document: int = 100 * MB
    """One PDF or word-processor file: scans and pictures weigh, and are not kept."""
    row: int = 8 * MB
    """One row of a table. A field is held in memory four times over while it is read."""
    json: int = 100 * MB
    """One JSON document, which can only be read whole: about 400 MB while it is taken apart."""
    feed: int = 20 * MB
    """One feed, which can only be read whole: ``feeds.MOST`` says why."""
    members: int = 200_000
    """Files in one archive, and in one folder with all below it: its directory is held in memory."""
    unpacked: int = 64 * 1024 * MB
    """All that comes out of one packed input, nested archives included: ten crawl files of the usual size."""
    ratio: int = 200
    """Bytes out for one byte in. Text packs 3 to 10 fold, tables and logs up to 100; the bound of the format
    is 1032, and that is where bombs are."""
    ratio_from: int = 16 * MB
    """Below so many bytes out, no ratio is looked at: a small file that holds one letter does no harm."""
    nesting: int = 2
    """Archives within archives: a zip of .gz files, a zip of zips. More is a trick or a mistake."""
    depth: int = 64
    """Folders within folders. Paths of this depth come from loops and broken copies."""
    packed_copy: int = 8 * 1024 * MB
    """A packed input that comes through a pipe or out of another archive is copied to a temporary file when
    it cannot be read from its start to its end (zip, Parquet)."""
