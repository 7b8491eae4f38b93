"""Tables that hold data: a row is told as one line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crossbearing.read.sizes import Size

_CELL = 120
"""Characters beyond which a cell holds text of its own, and the table is there for the layout."""

_LAYOUT = ("table", "p", "div", "ul", "ol", "h1", "h2", "h3", "img", "form", "article", "section", "br")


def is_data_table(table: Any, sizes: dict[Any, Size]) -> bool:
    """Two rows and two columns or more, of short cells with nothing but words in them."""
    rows = list(table.iter("tr"))
    if len(rows) < 2 or any(table.find(f".//{tag}") is not None for tag in _LAYOUT):
        return False
    cells = [[c for c in row if c.tag in ("td", "th")] for row in rows]
    wide = [row for row in cells if len(row) >= 2]
    return len(wide) >= 2 and all(sizes[c].chars <= _CELL for row in cells for c in row)


def rows_of(table: Any) -> Iterator[str]:
    """The rows as lines, cells parted by semicolons; empty ones are left out."""
    for row in table.iter("tr"):
        cells = (" ".join("".join(c.itertext()).split()) for c in row if c.tag in ("td", "th"))
        line = "; ".join(cell for cell in cells if cell)
        if line:
            yield line
