"""Taking full GeoNames dumps into the local index, file by file and batch by batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from crossbearing.acquire.dumps import Dump
from crossbearing.errors import BadRow, InputError
from crossbearing.flow.progress import Progress
from crossbearing.vocab.gazetteer_full import BATCH, Builder, Status, read_lines

MOST_NAMED = 20
"""Broken lines of a file that are named one by one; of more, only how many: a wrong file has millions."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; ``status`` is None where no file could be taken in, and the index is as it was."""

    status: Status | None
    rejected_lines: int
    rejected_files: int


def import_dumps(paths: Sequence[Path], index: Path, progress: Progress) -> Imported:
    """Take the dumps into the index at ``index``, adding to what it holds; a stopped import goes on.

    A place that comes again replaces what was held of it. The index in use changes only at the end, at one
    stroke.
    """
    dumps, plan, broken_files = [], [], 0
    for path in paths:
        try:
            dump = Dump(path)
            plan.append(dump.name)
            dumps.append(dump)
        except InputError as error:
            progress.rejected(error)
            broken_files += 1
    if not dumps:
        return Imported(None, 0, broken_files)
    builder = Builder(index, plan)
    taken = rejected = 0
    for dump, source in zip(dumps, plan, strict=True):
        try:
            good, bad = _take(dump, source, builder, progress)
        except InputError as error:
            progress.rejected(error)
            broken_files += 1
            continue
        taken += good
        rejected += bad
    if not taken:
        builder.discard()
        return Imported(None, rejected, broken_files)
    progress.stage("sorting the names")
    return Imported(builder.finish(), rejected, broken_files)


def _take(dump: Dump, source: str, builder: Builder, progress: Progress) -> tuple[int, int]:
    """One file: how many lines were of the right form, and how many were not."""
    already, good, bad, number = builder.done(source), 0, 0, 0
    lines = dump.lines()
    while batch := list(islice(lines, BATCH)):
        number = batch[-1][0]
        if number <= already:
            good += len(batch)
            continue
        found, before = [], bad
        for at, entry, wrong in read_lines(line for line in batch if line[0] > already):
            if wrong is not None:
                bad += 1
                _name(dump.path, at, wrong, bad, progress)
            elif entry is not None:
                found.append(entry)
        good += len(batch) - (bad - before)
        builder.add(source, number, found)
        progress.stage(f"{dump.path.name}: {number:,} lines")
    if bad > MOST_NAMED:
        progress.rejected(BadRow(str(dump.path), f"{bad - MOST_NAMED} more lines are broken"))
    builder.close_source(source, dump.sha256, number)
    return good, bad


def _name(path: Path, number: int, wrong: str, bad: int, progress: Progress) -> None:
    if bad <= MOST_NAMED:
        progress.rejected(BadRow(f"{path}:{number}", wrong))
