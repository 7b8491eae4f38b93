"""English number words, and the words that make a number a lower or an upper bound."""

from __future__ import annotations

UNITS: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "lakh": 100_000,
    "crore": 10_000_000,
}

VAGUE: dict[str, tuple[int, int | None]] = {
    # ACLED codes "dozens" as 12 and "hundreds" as 100; the rest are the least that the word can mean
    "dozens": (12, None), "scores": (40, None), "hundreds": (100, None), "thousands": (1000, None),
    "tens": (10, None), "several": (3, None), "few": (3, None), "couple": (2, 2), "dozen": (12, 12),
    "pair": (2, 2), "score": (20, 20), "trio": (3, 3), "handful": (3, None), "millions": (1_000_000, None),
    "number": (1, None),  # "a number of": some, at least one
}  # fmt: skip

AT_LEAST: tuple[tuple[str, ...], ...] = (
    ("at", "least"), ("no", "fewer", "than"), ("no", "less", "than"), ("not", "less", "than"), ("not", "fewer", "than"),
    ("a", "minimum", "of"), ("minimum", "of"), ("upwards", "of"), ("upward", "of"), ("as", "few", "as"),
)  # fmt: skip
MORE_THAN: tuple[tuple[str, ...], ...] = (
    ("more", "than"), ("over",), ("in", "excess", "of"), ("above",), ("greater", "than"), ("well", "over"), ("exceeding",),
)  # fmt: skip
UP_TO: tuple[tuple[str, ...], ...] = (
    ("up", "to"), ("as", "many", "as"), ("at", "most"), ("no", "more", "than"), ("a", "maximum", "of"), ("not", "more", "than"),
    ("as", "much", "as"),
)  # fmt: skip
FEWER_THAN: tuple[tuple[str, ...], ...] = (("fewer", "than"), ("less", "than"), ("under",))
ABOUT: tuple[tuple[str, ...], ...] = (
    ("more", "or", "less"), ("about",), ("around",), ("some",), ("roughly",), ("approximately",), ("nearly",), ("almost",),
    ("an", "estimated"), ("estimated",), ("close", "to"), ("another",), ("a", "further"), ("an", "additional"), ("exactly",),
    ("just",), ("only",), ("all",), ("the",), ("these",), ("those",), ("a", "total", "of"), ("total", "of"), ("circa",),
    ("towards",), ("other",),
)  # fmt: skip
