"""How reports are brought in: all that a user can choose."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossbearing.acquire.columns import Columns
from crossbearing.acquire.fetching import Fetching
from crossbearing.acquire.limits import Limits


@dataclass(frozen=True, slots=True)
class Intake:
    """How reports are brought in: what the columns of tables are called, how addresses of the web are
    fetched, and how much one input may cost."""

    columns: Columns = field(default_factory=Columns)
    fetching: Fetching = field(default_factory=Fetching)
    limits: Limits = field(default_factory=Limits)
