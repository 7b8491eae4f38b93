"""JSON that a page carries in its scripts."""

from __future__ import annotations

import json
from typing import Any


def page_json(words: str) -> Any:
    """What ``words`` say; ValueError or RecursionError where they are no JSON.

    JSON can spell half of a surrogate pair (``"\\ud800"``), which is no character and which no store keeps:
    it becomes a question mark.
    """
    found = json.loads(words, strict=False)
    if "\\ud" in words or "\\uD" in words:
        return json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))
    return found
