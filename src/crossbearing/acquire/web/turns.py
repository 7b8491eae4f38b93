"""One request at a time to a host, and a pause between two."""

from __future__ import annotations

from crossbearing.acquire.web.clock import Clock


class TooLongError(Exception):
    """A host asks for a longer pause than a run can give; ``seconds`` says how long."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"{seconds:g} s")
        self.seconds = seconds


class Turns:
    """Whose turn it is: when each host was last asked, and until when one wants to be left alone."""

    def __init__(self, clock: Clock, longest_wait: float) -> None:
        self._clock = clock
        self._longest = longest_wait
        self._asked: dict[str, float] = {}
        self._closed: dict[str, float] = {}

    def take(self, host: str, pause: float) -> None:
        """Wait until ``pause`` seconds have passed since the last request to ``host``, and take the turn.

        Raises TooLongError, and waits for nothing, when that is longer than a run can wait.
        """
        now = self._clock.monotonic()
        free = max(self._asked.get(host, float("-inf")) + pause, self._closed.get(host, float("-inf")))
        if free - now > self._longest:
            raise TooLongError(free - now)
        if free > now:
            self._clock.sleep(free - now)
        self._asked[host] = self._clock.monotonic()

    def leave_alone(self, host: str, seconds: float) -> None:
        """No request to ``host`` for so long."""
        self._closed[host] = self._clock.monotonic() + seconds
