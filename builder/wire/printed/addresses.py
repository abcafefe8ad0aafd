"""Addresses that copy names: only those of the web, whole, and none that runs anything."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

LONGEST = 2_000
"""Characters. Servers and browsers take about as many."""
# What no address holds unescaped (RFC 3986, appendix A), and what would break a line of ours.
_FOREIGN = re.compile('[\\s<>"\\\\^`{|}\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]')


def absolute(address: str, base: str = "") -> str | None:
    """Return an address in whole, read from where it stood (``base``); ``None`` for what is none of the web.

    That leaves out every scheme but http and https (``javascript:``, ``data:``, ``file:``), and a name or a password
    before the host, which makes one host look like another.
    """
    address = address.strip()
    if not address or len(address) > LONGEST or _FOREIGN.search(address):
        return None
    try:
        url = urljoin(base, address)
        parts = urlsplit(url)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and host and parts.username is None else None


def host_of(address: str | None) -> str | None:
    """Return the host of an address, without "www."."""
    whole = absolute(address) if address else None
    return (urlsplit(whole).hostname or "").removeprefix("www.") or None if whole else None
