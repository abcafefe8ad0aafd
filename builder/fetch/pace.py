"""How fast one host is asked: no faster than it likes."""

from __future__ import annotations

import email.utils
from collections.abc import Callable

import httpx

from builder.errors import Unfetchable
from builder.fetch.address import host_of, shown
from builder.fetch.budget import Clock

INTERVAL = 1.0
"""Seconds between two requests to a host: what one person who clicks fast needs."""
PATIENCE = 30.0
"""Seconds. What a host wants beyond that, an editor should not sit and wait for."""
_MINUTE = 60


class Pace:
    """Remembers when each host may be asked again."""

    def __init__(self, clock: Clock, sleep: Callable[[float], None], interval: float = INTERVAL) -> None:
        self._clock = clock
        self._sleep = sleep
        self._interval = interval
        self._intervals: dict[str, float] = {}
        self._free: dict[str, float] = {}

    def slow(self, url: httpx.URL, seconds: float | None) -> None:
        """Keep to the Crawl-delay of a host, as far as patience goes."""
        if seconds is not None:
            self._intervals[host_of(url)] = max(self._interval, min(seconds, PATIENCE))

    def wait(self, url: httpx.URL) -> None:
        """Sleep until the host may be asked; raises ``Unfetchable`` where it has closed for longer."""
        host, now = host_of(url), self._clock()
        pause = self._free.get(host, now) - now
        if pause > PATIENCE:
            minutes = -(-pause // _MINUTE)
            raise Unfetchable(
                shown(url),
                f"{host} asks to be left alone for a while",
                next_act=f"try again in {minutes:.0f} {'minute' if minutes == 1 else 'minutes'}",
            )
        if pause > 0:
            self._sleep(pause)
        self._free[host] = max(now, self._clock()) + self._intervals.get(host, self._interval)

    def close(self, url: httpx.URL, seconds: float) -> None:
        """Leave a host alone for a while: it said so."""
        host = host_of(url)
        self._free[host] = max(self._free.get(host, 0.0), self._clock() + seconds)


def retry_after(headers: httpx.Headers, limit: int) -> float | None:
    """Return the seconds that a Retry-After header names, by number or by date; ``None`` where it names none.

    A date is taken against the answer's own Date, so no clock needs to be right but the server's.
    """
    said = headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdigit() and len(said) < len(str(10**9)):
        return float(said)
    date = headers.get("Date", "")
    if not said or max(len(said), len(date)) > limit:
        return None
    try:
        until, now = email.utils.parsedate_to_datetime(said), email.utils.parsedate_to_datetime(date)
        return max(0.0, (until - now).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return None
