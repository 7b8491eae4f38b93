"""Reads the YAML tables that lie beside this module."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from crossbearing.errors import VocabError

_LOADER: Any = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # libyaml's is ten times as fast where it is built in


def load_table(name: str | Path) -> Any:
    """What the table ``name`` ("cues.yaml", or a path) holds. Raises VocabError when it is no YAML."""
    try:
        return yaml.load((Path(__file__).parent / name).read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.YAMLError as exc:
        raise VocabError(f"{name}: is not valid YAML: {exc}") from exc
