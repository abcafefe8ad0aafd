"""The connection: to an address that the guard has seen, within what the request may cost.

A name is looked up once a connection, every address that it stands for is checked, and one of those is connected to
by number. Nothing looks the name up again in between, so an answer that changes (DNS rebinding) changes nothing. The
name itself goes on into the Host header and, for https, into the handshake and the check of the certificate.
"""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Iterable, Sequence

import httpcore

from builder.errors import Unfetchable
from builder.fetch.budget import Budget
from builder.fetch.guard import Address, Guard
from builder.fetch.names import Resolver, within

MOST_ADDRESSES = 4
"""Of one host that are tried, in the order of the resolver."""
_Option = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


class Pinned(httpcore.NetworkBackend):
    """Opens the connection of one request. There is no other way from this room to a socket."""

    def __init__(
        self, url: str, *, guard: Guard, resolver: Resolver, budget: Budget, dial: httpcore.NetworkBackend
    ) -> None:
        self._url = url
        self._guard = guard
        self._resolver = resolver
        self._budget = budget
        self._dial = dial

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[_Option] | None = None,
    ) -> httpcore.NetworkStream:
        """Look the host up, check what it stands for, connect to that."""
        addresses = self._checked(host, port)
        fault: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for left, address in zip(range(len(addresses), 0, -1), addresses, strict=True):
            # A host that swallows connections on one address leaves time for the others.
            seconds = self._budget.seconds(timeout) / left
            try:
                stream = self._dial.connect_tcp(
                    str(address), port, timeout=seconds, local_address=local_address, socket_options=socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                fault = failed
            else:
                return _Counted(stream, self._budget)
        raise fault or httpcore.ConnectError(f"{host} has no address")

    def _checked(self, host: str, port: int) -> Sequence[Address]:
        addresses = self._addresses(host, port)
        for address in addresses:
            kind = self._guard.objection(address, port)
            if kind is not None:
                # One bad address among good ones is a trick or a mistake; neither is worth a try.
                raise Unfetchable(
                    self._url,
                    f"{host} stands for {address}, an address that is {kind}",
                    next_act="only the public web is fetched: save the page and name the file",
                )
        return addresses[:MOST_ADDRESSES]

    def _addresses(self, host: str, port: int) -> Sequence[Address]:
        try:
            return (ipaddress.ip_address(host),)
        except ValueError:
            pass
        try:
            return [ipaddress.ip_address(found) for found in within(self._budget.seconds(), self._resolver, host, port)]
        except TimeoutError as fault:
            raise self._budget.late() from fault
        except (OSError, ValueError) as fault:
            raise Unfetchable(
                self._url, f"no host called {host} is known", next_act="check the address and your connection"
            ) from fault


class _Counted(httpcore.NetworkStream):
    """A connection whose every step counts against the budget: a server that sends a byte a second gets no further."""

    def __init__(self, stream: httpcore.NetworkStream, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._budget.expect()
        data = self._stream.read(max_bytes, timeout=self._budget.seconds(timeout))
        self._budget.came(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout=self._budget.seconds(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        # Python holds a whole handshake to its limit, not each of its reads.
        stream = self._stream.start_tls(ssl_context, server_hostname, self._budget.seconds(timeout))
        return _Counted(stream, self._budget)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
