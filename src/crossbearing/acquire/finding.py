"""Which files an input means: the file itself, those in a folder, those that a pattern matches.

Ids: a file found in a folder is called by its path relative to that folder (always with ``/``); a file given
by name, by its name; a file found by a pattern, by its path relative to the part of the pattern before the
first wildcard. Every sequence is sorted, so the same files come in the same order.
"""

from __future__ import annotations

import glob
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import translate
from pathlib import Path

from crossbearing.acquire.kinds import ENDINGS, is_wanted
from crossbearing.acquire.limits import Limits
from crossbearing.acquire.places import FILE, FOLDER, Look, Storage, printable, refusal, special
from crossbearing.errors import InputError, NotFound, Unsafe


@dataclass(frozen=True, slots=True)
class Found:
    """A file, with the id that it would have as a report, and what it looked like when it was found."""

    path: Path
    name: str
    look: Look


def find(name: str, storage: Storage, limits: Limits) -> Iterator[Found | InputError]:
    """The files that ``name`` means, or why there are none."""
    path = Path(name)
    try:
        look = storage.look(path)
    except FileNotFoundError as error:
        if glob.has_magic(name):
            yield from _matching(name, _Walk(storage, limits, path))
        else:
            yield refusal(name, error)
    except (OSError, ValueError) as error:  # too long, a loop of links, a zero character, not to be entered
        yield refusal(name, error if isinstance(error, OSError) else OSError(str(error)))
    else:
        if look.what == FOLDER:
            yield from _or_nothing(_Walk(storage, limits, path).below(path, look), name)
        elif look.what == FILE:
            yield Found(path, printable(path.name), look)
        else:
            yield special(printable(name), look.what)


def _or_nothing(found: Iterator[Found | InputError], name: str) -> Iterator[Found | InputError]:
    first = next(found, None)
    if first is None:
        yield NotFound(printable(name), f"holds no file that ends in {', '.join(ENDINGS)}")
        return
    yield first
    yield from found


@dataclass(slots=True)
class _Walk:
    """One way through a folder and all below it. A folder that links lead to again is entered once."""

    storage: Storage
    limits: Limits
    base: Path
    seen: set[str] = field(default_factory=set)
    searched: set[tuple[str, int]] = field(default_factory=set)
    """Folders that a pattern was looked for in, each with how many of its parts were left."""
    count: int = 0

    def below(self, folder: Path, look: Look, depth: int = 0) -> Iterator[Found | InputError]:
        """The files below a folder that are wanted."""
        if look.real in self.seen:
            return
        self.seen.add(look.real)
        if depth > self.limits.depth:
            yield Unsafe(
                printable(str(folder)), f"lies more than {self.limits.depth} folders deep; give it by name"
            )
            return
        for entry in self.entries(folder):
            if isinstance(entry, InputError):
                yield entry
                continue
            yield from self._entry(entry, depth)

    def _entry(self, entry: Path, depth: int) -> Iterator[Found | InputError]:
        look = self.look(entry)
        if isinstance(look, InputError):
            if is_wanted(entry.name):
                yield look
        elif look.what == FOLDER:
            yield from self.below(entry, look, depth + 1)
        elif is_wanted(entry.name):
            yield self.file(entry, look)

    def entries(self, folder: Path, *, hidden: bool = False) -> Iterator[Path | InputError]:
        """What lies in a folder, sorted, or why it is not known; what is hidden (.git, .DS_Store) only if
        asked for."""
        try:
            entries = sorted(self.storage.entries(folder))
        except OSError as error:
            yield refusal(folder, error)
            return
        self.count += len(entries)
        if self.count > self.limits.members:
            yield Unsafe(
                printable(str(folder)),
                f"holds more than {self.limits.members} files with all around it; give its parts one by one",
            )
            return
        yield from (entry for entry in entries if hidden or not entry.name.startswith("."))

    def look(self, path: Path) -> Look | InputError:
        try:
            return self.storage.look(path)
        except OSError as error:
            return refusal(path, error)

    def file(self, path: Path, look: Look) -> Found | InputError:
        """A file, called by where it lies below the base; what is no file is refused."""
        if look.what != FILE:
            return special(printable(str(path)), look.what)
        return Found(path, printable(path.relative_to(self.base).as_posix()), look)


def _matching(pattern: str, walk: _Walk) -> Iterator[Found | InputError]:
    """The files that a pattern means. Folders that it means are gone through; ``**`` means any folders."""
    parts = Path(pattern).parts
    fixed = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    walk.base = Path(*parts[:fixed])
    matches = sorted(set(_matches(walk.base, parts[fixed:], walk)))
    if not matches:
        yield NotFound(printable(pattern), "no file matches this pattern")
    for path in matches:
        look = walk.look(path)
        if isinstance(look, InputError):
            yield look
        elif look.what == FOLDER:
            yield from walk.below(path, look)
        elif is_wanted(path.name) or "**" not in parts:
            yield walk.file(path, look)


def _matches(folder: Path, parts: tuple[str, ...], walk: _Walk) -> Iterator[Path]:
    """The paths below a folder that the rest of a pattern matches. Links in circles end."""
    if not parts:
        yield folder
        return
    first, rest = parts[0], parts[1:]
    if not glob.has_magic(first):
        if not isinstance(walk.look(folder / first), InputError):
            yield from _matches(folder / first, rest, walk)
        return
    if first == "**" and rest:
        yield from _matches(folder, rest, walk)
    look = walk.look(folder)
    if isinstance(look, InputError) or look.what != FOLDER or (look.real, len(parts)) in walk.searched:
        return
    walk.searched.add((look.real, len(parts)))
    named = re.compile(translate(first)).match
    for entry in walk.entries(folder, hidden=first.startswith(".")):
        if isinstance(entry, InputError) or not named(entry.name):
            continue
        if first == "**":
            yield from _matches(entry, parts, walk)
        if first != "**" or not rest:
            yield from _matches(entry, rest, walk)
