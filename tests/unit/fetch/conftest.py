"""The server, and fetchers that may speak to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from builder.fetch.exchange import Network
from builder.fetch.fetcher import Fetcher
from tests.unit.fetch.misbehaving import Detour, Names, Server, Time, fetcher_for, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def detour(server: Server) -> Detour:
    return Detour(server.port)


@pytest.fixture
def fetcher(server: Server, time: Time, names: Names) -> Fetcher:
    """A fetcher that may speak to the server by its address, and sleeps without waiting."""
    return fetcher_for(server, time, names)


@pytest.fixture
def limited(server: Server, time: Time, names: Names) -> Callable[..., Fetcher]:
    return lambda **limits: fetcher_for(server, time, names, **limits)


@pytest.fixture
def afar(time: Time, names: Names, detour: Detour) -> Fetcher:
    """A fetcher without any exception, to whom the server is the public internet."""
    return Fetcher(network=Network(resolver=names, dial=detour, clock=time.clock, sleep=time.sleep))
