"""How much of a page each element holds: text, links, prose. Counted once for the whole tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crossbearing.read.elements import is_dropped

_RUN = 60
"""A run of text of so many characters outside links is prose and no line of a menu."""


@dataclass(slots=True)
class Size:
    """``chars``: of text; ``linked``: of them within links; ``links``: their number; ``prose``: of them in
    long runs outside links; ``h1``: headlines of the first order.
    """

    chars: int = 0
    linked: int = 0
    links: int = 0
    prose: int = 0
    h1: int = 0

    def add(self, other: Size) -> None:
        self.chars += other.chars
        self.linked += other.linked
        self.links += other.links
        self.prose += other.prose
        self.h1 += other.h1

    def run(self, text: str | None) -> None:
        length = len(text.strip()) if text else 0
        self.chars += length
        if length >= _RUN:
            self.prose += length

    @property
    def all_links(self) -> bool:
        """Three links or more, and hardly a word beside them."""
        return self.links >= 3 and self.linked >= 0.85 * self.chars


def sizes_of(root: Any) -> dict[Any, Size]:
    """The sizes of ``root`` and of every element in it. Scripts, menus and the like count nothing."""
    elements = list(root.iter())
    sizes = {element: Size() for element in elements}
    for element in reversed(elements):  # children come before their parents
        size, tag = sizes[element], element.tag
        if not isinstance(tag, str) or is_dropped(tag):
            sizes[element] = size = Size()
        else:
            size.run(element.text)
            if tag == "a":
                sizes[element] = size = Size(size.chars, size.chars, 1, 0, size.h1)
            elif tag == "h1" and size.chars:
                size.h1 += 1
        parent = element.getparent() if element is not root else None
        if parent is not None:
            above = sizes[parent]
            above.add(size)
            above.run(element.tail)
    return sizes
