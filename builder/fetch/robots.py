"""What a site lets programs fetch (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import httpx
from protego import Protego

from builder.errors import Unfetchable
from builder.fetch.exchange import Answer

LARGEST = 512_000
"""Bytes that are read of one; rules behind them do not count (RFC 9309, section 2.5, asks for 500 KiB at least)."""
FRESH = 86_400.0
"""Seconds for which one may be remembered (section 2.4)."""
RETRIED = 600.0
"""Seconds after which one that could not be had is asked for again."""
_OK, _TOO_MANY, _SERVER_ERROR = 200, 429, 500


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site for one program."""

    parsed: Protego | None
    """``None``: there are none."""
    token: str
    """The program's name in them (section 2.2.1)."""

    def allow(self, url: httpx.URL) -> bool:
        """Tell whether an address may be fetched."""
        # Joined from its parts: a path such as ``//x`` by itself would be taken for a host.
        whole = f"{url.scheme}://{url.netloc.decode('ascii')}{url.raw_path.decode('ascii')}"
        return self.parsed is None or self.parsed.can_fetch(whole, self.token)

    @property
    def delay(self) -> float | None:
        """The Crawl-delay in seconds, where one is given."""
        return None if self.parsed is None else self.parsed.crawl_delay(self.token)


def address(url: httpx.URL) -> httpx.URL:
    """Return where the rules for an address stand."""
    return url.copy_with(raw_path=b"/robots.txt")


def rules(answer: Answer, token: str, shown: str) -> Rules:
    """Return what an answer to the request for them says.

    None are to be had (a client error): everything is allowed. None can be had now (a server error): nothing is, for
    there may be some (section 2.3.1). A server that is asked too often is such a one, whatever its number.
    """
    if answer.status >= _SERVER_ERROR or answer.status == _TOO_MANY:
        raise Unfetchable(
            shown,
            f"whether it may be fetched cannot be found out: its robots.txt answers {answer.status}",
            next_act="try again later, or open it in a browser and save the page",
        )
    if answer.status != _OK:
        return Rules(None, token)
    text = _first(answer.content).decode("utf-8-sig", "replace")
    return Rules(Protego.parse(text), token)


def _first(content: Iterator[bytes]) -> bytes:
    taken = bytearray()
    for piece in content:
        taken += piece
        if len(taken) > LARGEST:
            break
    return bytes(taken[:LARGEST])
