"""crossbearing reads news reports on armed conflict and turns them into an event record that can be audited.

>>> import crossbearing as xb
>>> record = xb.read_and_code("reports/")                                            # doctest: +SKIP
>>> record.events[0].place.name, record.events[0].deaths                             # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Columns", "Fetching", "Intake", "Record", "__version__", "code", "cross", "read_and_code"]

if TYPE_CHECKING:
    from crossbearing.acquire import Columns, Fetching, Intake
    from crossbearing.flow.face import Record, code, cross, read_and_code


def __getattr__(name: str) -> Any:
    """Load the face when it is first asked for: every module of the package runs this file on import."""
    if name in {"Columns", "Fetching", "Intake"}:
        from crossbearing import acquire

        return getattr(acquire, name)
    if name in {"Record", "code", "cross", "read_and_code"}:
        from crossbearing.flow import face

        return getattr(face, name)
    raise AttributeError(f"module 'crossbearing' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
