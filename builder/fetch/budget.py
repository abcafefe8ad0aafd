"""What one request may cost: seconds from the first look-up to the last byte, and bytes from the line."""

from __future__ import annotations

import math
from collections.abc import Callable

from builder.errors import Unfetchable
from builder.model.limits import Limits

Clock = Callable[[], float]
"""Seconds that only grow, as ``time.monotonic``."""

HEADERS = 65_536
"""Bytes of all headers of an answer. Browsers take 256 kB and servers send 2; what is longer hopes to fill memory."""
_FRAMING = 1_000_000
"""Bytes beside headers and content: the sizes of chunks, with whatever is written behind them."""


class Budget:
    """Counts down for one request; raises ``Unfetchable`` where something is used up."""

    def __init__(self, url: str, limits: Limits, clock: Clock) -> None:
        self._url = url
        self._limits = limits
        self._clock = clock
        self._end = clock() + limits.seconds
        self._came = 0
        self.answered = False
        """Whether the headers are complete."""

    def seconds(self, asked: float | None = None) -> float:
        """Return for how long the next step may take, at most what its caller asks for."""
        left = self._end - self._clock()
        if left <= 0:
            raise self.late()
        return min(left, math.inf if asked is None else asked)

    def expect(self) -> None:
        """Tell that more is to come; raises where too much has come already."""
        self.head()
        if self._came > self._limits.article + HEADERS + _FRAMING:
            raise self.large()

    def head(self) -> None:
        """Raise where what has come are headers, and too many."""
        if not self.answered and self._came >= HEADERS:
            raise Unfetchable(
                self._url,
                f"the server's answer has more than {HEADERS:,} bytes of headers",
                next_act="open it in a browser and save the page",
            )

    def came(self, size: int) -> None:
        """Count bytes that came."""
        self._came += size

    def late(self) -> Unfetchable:
        """Return the fault of a server that takes too long, all in all."""
        return Unfetchable(
            self._url,
            f"it did not come within {self._limits.seconds:g} seconds",
            next_act="try again later, or raise ingest.limits.seconds in mkdocs.yml",
        )

    def large(self) -> Unfetchable:
        """Return the fault of an answer that is too large as it comes."""
        return Unfetchable(
            self._url,
            f"it has more than the {self._limits.article:,} bytes that are read",
            next_act="save the article alone, or raise ingest.limits.article in mkdocs.yml",
        )

    def expanded(self) -> Unfetchable:
        """Return the fault of an answer that is too large once decompressed."""
        return Unfetchable(
            self._url,
            f"it unpacks to more than the {self._limits.expanded:,} bytes that are read",
            next_act="save the article alone, or raise ingest.limits.expanded in mkdocs.yml",
        )
