from __future__ import annotations

import ssl
import threading

import pytest
import trustme

from builder.errors import Unfetchable
from builder.fetch.exchange import Network
from builder.fetch.fetcher import Fetched, Fetcher
from builder.model.limits import Limits
from tests.unit.fetch.misbehaving import Detour, Names, Server, Time, answer, drip, leads_to, serving

PUBLIC, OTHER, PRIVATE = "93.184.215.14", "93.184.215.15", "10.0.0.7"


def test_the_connection_goes_to_the_address_that_was_checked(
    server: Server, afar: Fetcher, names: Names, detour: Detour
) -> None:
    server.pages["/a"] = answer(body=b"<p>News")
    names.answers["example.org"] = [[PUBLIC]]
    fetched = afar.get("http://example.org/a")
    assert isinstance(fetched, Fetched)
    assert fetched.data == b"<p>News"
    assert set(detour.dialled) == {PUBLIC}
    assert [request.headers["Host"] for request in server.requests] == ["example.org", "example.org"]
    # One look-up a connection: what was checked is what is connected to.
    assert len(names.asked) == len(detour.dialled)


def test_a_name_that_turns_private_is_refused_at_the_next_connection(
    server: Server, afar: Fetcher, names: Names, detour: Detour
) -> None:
    server.pages["/a"] = answer(body=b"internal")
    names.answers["rebind.example"] = [[PUBLIC], [PRIVATE]]
    with pytest.raises(Unfetchable, match=f"rebind.example stands for {PRIVATE}, an address that is private"):
        afar.get("http://rebind.example/a")
    assert detour.dialled == [PUBLIC]
    assert server.targets == ["/robots.txt"]


def test_a_second_answer_for_the_same_connection_is_never_asked_for(
    server: Server, afar: Fetcher, names: Names, detour: Detour
) -> None:
    server.pages["/a"] = answer(body=b"<p>News")
    names.answers["rebind.example"] = [[PUBLIC], [PUBLIC], [PRIVATE]]
    afar.get("http://rebind.example/a")
    assert names.asked == ["rebind.example"] * 2
    assert detour.dialled == [PUBLIC] * 2


def test_another_address_of_the_host_is_tried_when_one_is_dead(
    server: Server, afar: Fetcher, names: Names, detour: Detour
) -> None:
    server.pages["/a"] = answer(body=b"<p>News")
    names.answers["example.org"] = [[PUBLIC, OTHER]]
    detour.dead.add(PUBLIC)
    assert isinstance(afar.get("http://example.org/a"), Fetched)
    detour.dead.add(OTHER)
    with pytest.raises(Unfetchable, match="the connection failed"):
        afar.get("http://example.org/b")


@pytest.mark.parametrize(
    ("there", "reason"),
    [
        ("http://127.0.0.1/", "of this machine"),
        ("http://[::1]:8080/", "of this machine"),
        ("//intranet.example/", "private"),
        ("http://0x7f.1/", "neither a name"),
        ("http://user:pw@example.org/", "password"),
        ("ftp://example.org/", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http://[::1", "is no web address"),
        ("http://example.org:22/", "port 22"),
    ],
)
def test_a_redirect_is_checked_like_the_first_address(
    there: str, reason: str, server: Server, afar: Fetcher, names: Names
) -> None:
    server.pages["/a"] = leads_to(there)
    names.answers |= {"example.org": [[PUBLIC]], "intranet.example": [[PRIVATE]]}
    with pytest.raises(Unfetchable, match=reason):
        afar.get("http://example.org/a")
    assert server.targets == ["/robots.txt", "/a"]


def test_an_unknown_host_is_said_to_be_one(afar: Fetcher) -> None:
    with pytest.raises(Unfetchable, match=r"no host called nowhere\.example is known; check the address"):
        afar.get("http://nowhere.example/")


def test_a_resolver_that_hangs_is_left_behind(detour: Detour) -> None:
    free, ended = threading.Event(), threading.Event()

    def hanging(_host: str, _port: int) -> list[str]:
        free.wait(10)
        ended.set()
        return [PUBLIC]

    fetcher = Fetcher(limits=Limits(seconds=0.1), network=Network(resolver=hanging, dial=detour))
    with pytest.raises(Unfetchable, match=r"did not come within 0\.1 seconds"):
        fetcher.get("http://slow.example/")
    assert not ended.is_set()
    free.set()
    assert detour.dialled == []


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def secure(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def trusting(authority: trustme.CA, server: Server, names: Names, time: Time) -> Fetcher:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    network = Network(tls=context, resolver=names, dial=Detour(server.port), clock=time.clock, sleep=time.sleep)
    return Fetcher(network=network)


def test_https_is_spoken_under_the_hosts_name_though_the_connection_goes_by_number(
    authority: trustme.CA, names: Names, time: Time
) -> None:
    context, told = secure(authority, "example.org"), []
    context.sni_callback = lambda _socket, name, _context: told.append(name)  # type: ignore[assignment]  # as documented
    with serving(context) as server:
        server.pages["/a"] = answer(body=b"<p>News")
        names.answers["example.org"] = [[PUBLIC]]
        fetched = trusting(authority, server, names, time).get("https://example.org/a")
    assert isinstance(fetched, Fetched)
    assert fetched.url == "https://example.org/a"
    assert set(told) == {"example.org"}
    assert {request.headers["Host"] for request in server.requests} == {"example.org"}


def test_https_that_comes_a_byte_now_and_then_is_cut_off(authority: trustme.CA, names: Names, time: Time) -> None:
    names.answers["example.org"] = [[PUBLIC]]
    with serving(secure(authority, "example.org")) as server:
        server.pages["/a"] = drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", time)
        with pytest.raises(Unfetchable, match=r"/a: it did not come within 10 seconds"):
            trusting(authority, server, names, time).get("https://example.org/a")


def test_a_certificate_for_another_name_is_refused(authority: trustme.CA, names: Names, time: Time) -> None:
    with serving(secure(authority, "other.example")) as server:
        names.answers["example.org"] = [[PUBLIC]]
        with pytest.raises(Unfetchable, match="its certificate cannot be trusted"):
            trusting(authority, server, names, time).get("https://example.org/a")
    assert server.requests == []


def test_a_certificate_that_nobody_vouches_for_is_refused(authority: trustme.CA, names: Names, time: Time) -> None:
    with serving(secure(authority, "example.org")) as server:
        names.answers["example.org"] = [[PUBLIC]]
        network = Network(resolver=names, dial=Detour(server.port), clock=time.clock, sleep=time.sleep)
        with pytest.raises(Unfetchable, match="its certificate cannot be trusted"):
            Fetcher(network=network).get("https://example.org/a")
    assert server.requests == []
