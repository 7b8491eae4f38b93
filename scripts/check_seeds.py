"""Check that the five reports the project began with still give the stories that were promised of them.

usage: python scripts/check_seeds.py [--shared DIR]

Looks at whole stories, which the figures of check_floors.py can hide: two reports of one operation in one
event with the denial beside it, a clash with its toll and its source, a report that the clock of its page
does not date, a page's other headlines that give no event. Exit code 1 when one is not as promised, 2 when
the reports are not there.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import crossbearing
from crossbearing.flow.face import Record
from crossbearing.model import Account, Count, Modality, Slot

ROOT = Path(__file__).resolve().parent.parent
MOSUL, KIRKUK, ANBAR = "001_", ("002_", "003_"), "004_"
"""How the names of the reports begin."""
ANBAR_ENDS = 4934
"""Where, in characters, the headlines of other days begin on that report's page."""


def main() -> int:
    """Check every story; name those that are not as promised."""
    parser = argparse.ArgumentParser(description="Check the stories of the five first reports.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="holds seeds/")
    seeds: Path = parser.parse_args().shared / "seeds"
    if not seeds.is_dir():
        print(f"no reports in {seeds}: nothing was checked", file=sys.stderr)
        return 2
    record = crossbearing.read_and_code(seeds)
    bad = 0
    for story in STORIES:
        right = story(record)
        bad += not right
        print(f"  {'as promised' if right else 'NOT SO'}: {story.__doc__}")
    return bool(bad)


def _of(record: Record, report: str) -> list[Account]:
    return [a for a in record.accounts if a.report.startswith(report)]


def kirkuk(record: Record) -> bool:
    """both reports on the operation in Kirkuk in one event, without others, the Peshmerga's denial in it"""
    for event in record.events:
        if sorted(name[:4] for name in event.reports) == sorted(KIRKUK) and event.type == "operation_launch":
            told = [a for a in record.accounts if a.id in event.accounts]
            denial = any(a.modality is Modality.DENIED and _names(a, "Peshmerga") for a in told)
            return denial and {c.field for c in event.contradictions} >= {"modality", "side_a"}
    return False


def _names(account: Account, name: str) -> bool:
    return any(name in actor.name for actor in account.side_a)


def anbar_clash(record: Record) -> bool:
    """the clash in western Anbar: 2 and 13 dead, three hurt, said by "a military source" via DPA"""
    return any(
        a.type == "armed_clash"
        and a.deaths == {Slot.SIDE_A: Count(2, 2), Slot.SIDE_B: Count(13, 13)}
        and [(c.low, c.high) for c in a.injured.values()] == [(3, 3)]
        and a.attribution.speaker == "a military source"
        and "DPA" in a.attribution.via
        for a in _of(record, ANBAR)
    )


def other_headlines(record: Record) -> bool:
    """nothing of the other headlines at the end of the Anbar report's page is coded"""
    told = _of(record, ANBAR)
    return bool(told) and all(e.span.end <= ANBAR_ENDS for a in told for e in a.evidence)


def mosul(record: Record) -> bool:
    """the Mosul report is of 25 October 2016, whatever its page's clock says; no event of it is later"""
    published = [r.published.start for r in record.reports if r.id.startswith(MOSUL)]
    days = [a.date.start for a in _of(record, MOSUL) if a.date.start is not None]
    return published == [date(2016, 10, 25)] and bool(days) and max(days) <= date(2016, 12, 31)


STORIES: tuple[Callable[[Record], bool], ...] = (kirkuk, anbar_clash, other_headlines, mosul)

if __name__ == "__main__":
    sys.exit(main())
