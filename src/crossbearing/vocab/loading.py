"""Reads the YAML tables that lie beside this module.

What was read is kept in the user's cache folder: reading YAML is a third of the time that the first report
of a process takes. A table that has changed is read anew.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import platformdirs
import yaml

from crossbearing.errors import VocabError

_HERE = Path(__file__).parent
_TYPED: Any = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # libyaml's is ten times as fast where it is built in
_PLAIN: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load_table(name: str | Path, plain: bool = False) -> Any:
    """What the table ``name`` ("cues.yaml", or a path) holds. Raises VocabError when it is no YAML.

    ``plain``: every value is a string, so that the country NO does not become False.
    """
    path = _HERE / name
    content = path.read_bytes()
    called = path.relative_to(_HERE) if path.is_relative_to(_HERE) else path
    kept = tables_folder() / f"{str(called).replace(os.sep, '-')}.{'plain' if plain else 'typed'}"
    digest = hashlib.blake2b(content, digest_size=16).digest()
    with suppress(OSError, msgspec.DecodeError):
        held = kept.read_bytes()
        if held.startswith(digest):
            return msgspec.msgpack.decode(held[len(digest) :])
    try:
        table = yaml.load(content.decode(), Loader=_PLAIN if plain else _TYPED)
    except (yaml.YAMLError, UnicodeDecodeError) as exc:
        raise VocabError(f"{name}: is not valid YAML: {exc}") from exc
    _keep(kept, digest, table)
    return table


def tables_folder() -> Path:
    """Where the tables that have been read are kept."""
    return Path(platformdirs.user_cache_dir("crossbearing")) / "tables"


def _keep(path: Path, digest: bytes, table: Any) -> None:
    """Write a table for the next process; not one that would come back otherwise (with dates, say)."""
    encoded = msgspec.msgpack.encode(table)
    if msgspec.msgpack.decode(encoded) != table:
        return
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    with suppress(OSError):  # a folder that cannot be written costs time and nothing else
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(digest + encoded)
        draft.replace(path)  # atomic: a second process sees the whole table or none
