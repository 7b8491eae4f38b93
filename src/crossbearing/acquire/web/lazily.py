"""The web, opened with the first address: who has none loads no network library and makes no connection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from crossbearing.acquire.intake import Intake
from crossbearing.acquire.fetching import Fetching
from crossbearing.errors import InputError, NotFetched
from crossbearing.model import RawReport

if TYPE_CHECKING:
    from crossbearing.acquire.web.gathering import Gatherer, Notice
    from crossbearing.acquire.web.opening import World


def is_address(name: str) -> bool:
    """Whether an input is an address and not a file: it begins with a scheme (of more than one letter, which
    would be a drive of Windows), a colon and two slashes.

    A scheme that is not fetched counts too, so that the user is told so; a file that has such a name is
    reached by ``./``.
    """
    return re.match(r"[a-z][a-z0-9+.-]+://", name, re.I) is not None


class Web:
    """What addresses lead to. Everything that was opened is closed at the end of the ``with``."""

    def __init__(
        self, fetching: Fetching | None = None, notice: Notice | None = None, world: World | None = None
    ) -> None:
        self._fetching = fetching or Fetching()
        self._notice = notice or (lambda message: None)
        self._world = world
        self._open = ExitStack()
        self._gatherer: Gatherer | None = None

    def __enter__(self) -> Web:
        return self

    def __exit__(self, *error: object) -> None:
        self._open.close()

    def gather(self, address: str, intake: Intake) -> Iterator[RawReport | InputError]:
        """The reports behind an address; an error for each that could not be had. ``intake``: how tables and
        archives are read that lie there."""
        try:
            gatherer = self._opened()
        except NotFetched as error:  # a setting that fetching cannot do with: files are read all the same
            yield NotFetched(address, str(error))
            return
        yield from gatherer.gather(address, intake)

    def _opened(self) -> Gatherer:
        if self._gatherer is None:
            from crossbearing.acquire.web.opening import open_web

            opened = open_web(self._fetching, self._notice, self._world)
            self._gatherer = self._open.enter_context(opened)
        return self._gatherer
