"""The pages of ``tests/data/pages`` with their sheets: passages that must be read, lines that must not."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossbearing.model import PartKind, RawReport, Report
from crossbearing.read import read

PAGES = Path(__file__).parent / "data" / "pages"


@dataclass(frozen=True)
class Sheet:
    """One page: its layout in words, what is wanted, what is not, and what else the sheet says."""

    name: str
    html: bytes
    layout: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    more: dict[str, Any]


@dataclass(frozen=True)
class Kept:
    """What a reader lost of the wanted passages, and which of the other lines it kept as told text."""

    lost: tuple[str, ...]
    leaked: tuple[str, ...]


def sheets() -> list[Sheet]:
    found = []
    for path in sorted(PAGES.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        html = path.with_suffix(".html").read_bytes()
        wanted, unwanted = tuple(row.pop("wanted")), tuple(row.pop("unwanted"))
        found.append(Sheet(path.stem, html, row.pop("layout"), wanted, unwanted, row))
    return found


def read_sheet(sheet: Sheet) -> Report:
    return read(RawReport(f"{sheet.name}.html", sheet.html, "text/html"))


def told_text(report: Report) -> str:
    """What is read for what it tells: no furniture, heads of releases, bylines or datelines."""
    parts = (p for p in report.parts if p.kind.told or p.kind.heads or p.kind is PartKind.CAPTION)
    return "\n".join(report.text[p.start : p.end] for p in parts)


def judged(sheet: Sheet, text: str) -> Kept:
    return Kept(
        tuple(w for w in sheet.wanted if w not in text), tuple(u for u in sheet.unwanted if u in text)
    )
