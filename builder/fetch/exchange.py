"""One request and its answer. What it means, and where it leads, is the fetcher's affair.

httpx hands no network of ours to its engine; so its engine, httpcore, is driven here directly.
"""

from __future__ import annotations

import functools
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpcore
import httpx

from builder.errors import Unfetchable
from builder.fetch import names
from builder.fetch.address import shown
from builder.fetch.body import unpacked
from builder.fetch.budget import Budget, Clock
from builder.fetch.guard import Guard
from builder.fetch.names import Resolver
from builder.fetch.pinned import Pinned
from builder.model.limits import Limits

_LATER = "try again later"
_BROWSER = "open it in a browser and save the page"
_LONGEST_REASON = 120


@functools.cache
def _trusted() -> ssl.SSLContext:
    return httpx.create_ssl_context()


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """How the network is reached: who may be spoken to, how names are found, what time it is."""

    guard: Guard = field(default_factory=Guard)
    resolver: Resolver = names.system
    tls: ssl.SSLContext = field(default_factory=_trusted)
    """Whose certificates are trusted: those of Mozilla's list, or what SSL_CERT_FILE names."""
    dial: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)
    """Opens connections to addresses, never to names."""
    clock: Clock = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The head of an answer, its content still to come."""

    url: httpx.URL
    status: int
    headers: httpx.Headers
    content: Iterator[bytes]
    """Unpacked, within the limits. Not read where nobody asks for it."""

    def header(self, name: str, limit: int) -> str | None:
        """Return a header if there is one and it is fit to be used."""
        value: str = self.headers.get(name, "").strip()
        return value if fit(value, limit) else None


def fit(value: str, limit: int) -> bool:
    """Tell whether a header's value is short, printable ASCII: nothing else is believed or sent."""
    return 0 < len(value) <= limit and value.isascii() and value.isprintable()


@contextmanager
def asked(url: httpx.URL, headers: Mapping[str, str], *, network: Network, limits: Limits) -> Iterator[Answer]:
    """Send one GET and give the answer while its connection is open; faults of either come out as ``Unfetchable``.

    A connection serves one request. It carries no cookies and no credentials, and no proxy stands between: a proxy
    would look names up anew, and the guard would not see what it finds.
    """
    name = shown(url)
    budget = Budget(name, limits, network.clock)
    backend = Pinned(name, guard=network.guard, resolver=network.resolver, budget=budget, dial=network.dial)
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    sent = [("Host", url.netloc.decode("ascii")), ("Connection", "close"), *headers.items()]
    try:
        with (
            httpcore.ConnectionPool(ssl_context=network.tls, network_backend=backend) as pool,
            pool.stream("GET", target, headers=sent) as response,
        ):
            budget.answered = True
            got = httpx.Headers(response.headers)
            content = unpacked(response.iter_stream(), got, url=name, limits=limits, budget=budget)
            yield Answer(url=url, status=response.status, headers=got, content=content)
    except httpcore.TimeoutException as fault:
        raise budget.late() from fault
    except httpcore.NetworkError as fault:
        raise _unreachable(name, fault) from fault
    except httpcore.ProtocolError as fault:
        # A single read can bring more than httpcore's own parser takes, before it is counted here.
        budget.head()
        raise Unfetchable(
            name,
            f"the server breaks off or does not keep to HTTP ({_short(fault)})",
            next_act=f"{_LATER}, or {_BROWSER}",
        ) from fault


def _unreachable(name: str, fault: httpcore.NetworkError) -> Unfetchable:
    # The pool raises its faults anew, without their cause.
    cause = fault.__context__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Unfetchable(
            name,
            f"its certificate cannot be trusted ({cause.verify_message})",
            next_act=f"check the address, or {_BROWSER}",
        )
    return Unfetchable(
        name, f"the connection failed ({_short(fault)})", next_act=f"check the address and your connection, or {_LATER}"
    )


def _short(fault: Exception) -> str:
    words = "".join(char for char in str(fault) if char.isprintable()) or type(fault).__name__
    return words if len(words) <= _LONGEST_REASON else words[: _LONGEST_REASON - 1] + "…"
