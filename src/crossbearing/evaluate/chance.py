"""Agreement beyond chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def krippendorff_alpha(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Krippendorff's alpha for nominal data of two coders without gaps; 1 is perfect, 0 is what chance gives.

    None when it is undefined: no pairs, or both coders only ever used one and the same value.

    >>> krippendorff_alpha([("a", "a"), ("b", "b"), ("a", "b"), ("b", "b")])
    0.533
    """
    values = Counter(value for pair in pairs for value in pair)
    total = sum(values.values())
    if len(values) < 2:
        return None
    observed = sum(left != right for left, right in pairs) / len(pairs)
    expected = 1.0 - sum(n * (n - 1) for n in values.values()) / (total * (total - 1))
    return round(1.0 - observed / expected, 3)
