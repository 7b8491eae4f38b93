"""The golden files of the exports. Changed a format on purpose? Run this file, then read the difference."""

from __future__ import annotations

import io
from pathlib import Path

from crossbearing.export import FORMATS, write
from crossbearing.model.bundle import Bundle
from export_bundle import BUNDLE

FOLDER = Path(__file__).parent / "golden"
ENDINGS = {"ged": "ged.csv", "acled": "acled.csv", "hxl": "hxl.csv", "webannotation": "anno.json"}
BINARY = (
    "parquet"  # its bytes change with the version of pyarrow; test_export_parquet.py reads it back instead
)
COMBINATIONS = tuple((what, name) for what, writers in FORMATS.items() for name in writers if name != BINARY)


def golden(what: str, format_: str) -> Path:
    """The file that holds what this combination should give."""
    return FOLDER / f"{what}.{ENDINGS.get(format_, format_)}"


def written(what: str, format_: str, bundle: Bundle = BUNDLE) -> str:
    """What this combination gives."""
    out = io.BytesIO()
    write(what, format_, bundle, out)
    assert not out.closed
    return out.getvalue().decode()


if __name__ == "__main__":
    for combination in COMBINATIONS:
        golden(*combination).write_bytes(written(*combination).encode())
