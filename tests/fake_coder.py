"""A coder that reads a made-up shorthand, to test the ledger and the pipeline without the language.

A line ``air_strike 2021-05-03 Redhill 3`` is an account of an air strike on that day in that town with
three dead. A line that begins with one of the words in ``DEEDS`` does something unpleasant instead.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time
from datetime import date

from crossbearing.errors import NotText
from crossbearing.flow import Coded
from crossbearing.model import (
    Account,
    AccountKind,
    Count,
    DatePrecision,
    DateValue,
    Evidence,
    Modality,
    Origin,
    Place,
    RawReport,
    Report,
    Slot,
    Span,
)

TOWNS = {"Redhill": (10.0, 20.0), "Blackford": (12.0, 21.0), "Whitby": (40.0, 70.0)}
ORIGIN = Origin("fake", "1")


def code(raw: RawReport) -> Coded:
    """The report and an account a line."""
    content = raw.content if isinstance(raw.content, bytes) else raw.content.encode()
    text = content.decode()
    report = Report(raw.id, text, hashlib.sha256(content).hexdigest())
    accounts = []
    position = 0
    for line in text.splitlines(keepends=True):
        if line.split() and line.split()[0] in DEEDS:
            DEEDS[line.split()[0]](raw)
        elif line.strip():
            accounts.append(_account(raw.id, line.strip(), text, position))
        position += len(line)
    return Coded(report, tuple(accounts))


def _account(report: str, line: str, text: str, position: int) -> Account:
    kind, day, town, dead = line.split()
    lat, lon = TOWNS[town]
    when = date.fromisoformat(day)
    identity = hashlib.sha256(f"{report}\0{position}\0{line}".encode()).hexdigest()[:16]
    return Account(
        id=f"a{identity}",
        report=report,
        kind=AccountKind.EVENT,
        type=kind,
        modality=Modality.OCCURRED,
        evidence=(Evidence.cut(text, Span(position, position + len(line)), "type"),),
        origin=ORIGIN,
        date=DateValue(when, when, DatePrecision.DAY, day),
        place=Place(town, f"t:{town}", lat, lon, precision=1, radius_km=5.0, country="XX", text=town),
        deaths={Slot.CIVILIANS: Count(int(dead), int(dead))},
    )


def _slow(_: RawReport) -> None:
    time.sleep(0.1)


def _die(_: RawReport) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fail(_: RawReport) -> None:
    raise RuntimeError("the fake coder was told to fail")


def _no_text(raw: RawReport) -> None:
    raise NotText(raw.id, "holds no text")


def _sleep(_: RawReport) -> None:
    time.sleep(3600)


def _backtrack(_: RawReport) -> None:
    """In C code for longer than anybody waits; nothing in Python gets a turn."""
    re.fullmatch(r"(a|aa)+b", "a" * 200)


def _eat(_: RawReport) -> None:
    eaten = [b"x" * 1_000_000]
    while True:
        eaten.append(eaten[0] + b"x" * len(eaten))


DEEDS = {
    "slow": _slow,
    "die": _die,
    "fail": _fail,
    "no-text": _no_text,
    "sleep": _sleep,
    "backtrack": _backtrack,
    "eat": _eat,
}
