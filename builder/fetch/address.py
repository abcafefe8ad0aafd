"""Web addresses as they are asked for: what they must look like before anything is looked up."""

from __future__ import annotations

import ipaddress
import re

import httpx

from builder.errors import Unfetchable

LONGEST = 4_096
"""Characters. The longest that a stranger may make us send; addresses of articles have some hundred."""
SHOWN = 120
"""Characters of an address in a message."""
_LAST_PORT = 65_535
_FIRST_OPEN_PORT = 1_024
_WEB_PORTS = (80, 443)
_HOST = re.compile(r"[a-z0-9_.-]+", re.IGNORECASE)
# What the URL Standard (WHATWG, "ends in a number checker") takes for an IPv4 address, however it is written.
_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)\.?", re.IGNORECASE)
_PASSWORD = re.compile(r"(?<=//)[^/?#]*@")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_CHECK = "check the address"


def parse(text: str) -> httpx.URL:
    """Return an address that may be asked for, without its fragment; raises ``Unfetchable`` for any other."""
    text = text.strip()
    if len(text) > LONGEST:
        raise Unfetchable(shown(text), f"the address has more than {LONGEST:,} characters", next_act=_CHECK)
    try:
        url = httpx.URL(text)
        host, scheme, port = url.raw_host.decode("ascii"), url.scheme, url.port
    except (httpx.InvalidURL, ValueError) as fault:
        raise Unfetchable(shown(text), "it is no web address", next_act=_CHECK) from fault
    if scheme not in {"http", "https"}:
        raise Unfetchable(shown(text), "only http and https are fetched", next_act="give the address of a web page")
    if url.userinfo:
        raise Unfetchable(
            shown(text),
            "it holds a user's name or password, which may not be sent",
            next_act="take out what precedes @",
        )
    if not _is_host(host):
        raise Unfetchable(shown(text), "its host is neither a name nor a plain IP address", next_act=_CHECK)
    if port is not None and not (_FIRST_OPEN_PORT <= port <= _LAST_PORT or port in _WEB_PORTS):
        raise Unfetchable(shown(text), f"port {port} is not one of the web", next_act=_CHECK)
    return url.copy_with(fragment=None)


def _is_host(host: str) -> bool:
    """Tell whether it is a name, or an address in the one form that everybody reads alike.

    ``0177.0.0.1``, ``2130706433``, ``0x7f.1`` and ``127.1`` are all 127.0.0.1 to some programs; IPv6 zones name the
    machine's own interfaces.
    """
    if _NUMBER.fullmatch(host) or ":" in host:
        try:
            ipaddress.ip_address(host)
        except ValueError:
            return False
        return "%" not in host
    return bool(_HOST.fullmatch(host)) and bool(host.strip("."))


def shown(url: str | httpx.URL) -> str:
    """Return an address for a message: no password, nothing that moves a terminal's cursor, not too long."""
    text = _CONTROLS.sub("", _PASSWORD.sub("", str(url)))
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def origin(url: httpx.URL) -> tuple[str, str, int]:
    """Return what shares a robots.txt: scheme, host, port (RFC 9309, section 2.3)."""
    return url.scheme, host_of(url), url.port or (443 if url.scheme == "https" else 80)


def host_of(url: httpx.URL) -> str:
    """Return the host as it is looked up, the same for the same host."""
    return url.raw_host.decode("ascii").rstrip(".").lower()
