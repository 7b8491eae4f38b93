"""Which version of the rules coded a report or made the events: taken from the rules themselves.

A release number alone would call a store up to date although somebody has added an actor to the vocabulary.
So the version is the release with a digest of the code and the data of the packages that decide the result:
change a word in a table and the next run codes the reports again (and keeps what it had coded before).
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from crossbearing import __version__
from crossbearing.flow.languages import Coders
from crossbearing.vocab.actor_types import Project
from crossbearing.vocab.gazetteer_full import active_path, status

_PACKAGE = Path(__file__).resolve().parent.parent
_FLOW = ("flow/coding.py", "flow/languages.py", "flow/translating.py")
_CODING = ("model", "text", "vocab", "language", "read", "annotate", "resolve", "extract", *_FLOW)
_CROSSING = ("model", "vocab", "link", "reconcile", "flow/crossing.py")


def coder_version() -> str:
    """The version of all that turns a raw report into accounts, coders from outside apart.

    An imported gazetteer is part of it.
    """
    return _version(_CODING) + _imported()


@cache
def _imported() -> str:
    path = active_path()
    return f".{status(path).digest[:8]}" if path is not None else ""


def with_project(version: str, project: Project) -> str:
    """The version of a coder that uses the actors of a project: another file of actors, another version."""
    return f"{version}.{project.digest}" if project.digest else version


def with_coders(version: str, coders: Coders) -> str:
    """The version of a coder that uses coders for other languages: theirs is part of ours."""
    return f"{version} {coders.version}".strip()


def crossing_version() -> str:
    """The version of all that turns accounts into events."""
    return _version(_CROSSING)


@cache
def _version(names: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for name in names:
        for path in _files(_PACKAGE / name):
            digest.update(path.relative_to(_PACKAGE).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def _files(root: Path) -> list[Path]:
    found = [root] if root.is_file() else root.rglob("*")
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)
