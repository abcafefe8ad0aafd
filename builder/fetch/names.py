"""From a host's name to its addresses, in bounded time."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence

Resolver = Callable[[str, int], Sequence[str]]
"""Host and port to addresses in their usual form, best first; raises ``OSError`` where there are none."""


def system(host: str, port: int) -> Sequence[str]:
    """Ask the system, as every program does."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    except UnicodeError as fault:
        # What Python says where a part of the name is empty or has more than 63 characters.
        raise OSError(f"{host} is no host's name") from fault
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


def within(seconds: float, resolver: Resolver, host: str, port: int) -> Sequence[str]:
    """Return a host's addresses; raises ``OSError``, of which ``TimeoutError`` says that it took too long.

    The system's resolver takes no limit and can hang for minutes, so it is left behind where it does: in a thread
    that keeps no program from ending.
    """
    found: list[Sequence[str]] = []
    faults: list[OSError] = []

    def look_up() -> None:
        try:
            found.append(resolver(host, port))
        except OSError as fault:
            faults.append(fault)

    thread = threading.Thread(target=look_up, name=f"looking up {host}", daemon=True)
    thread.start()
    thread.join(seconds)
    if faults:
        raise faults[0]
    if not found:
        raise TimeoutError(f"{host} was not found in time")
    return found[0]
