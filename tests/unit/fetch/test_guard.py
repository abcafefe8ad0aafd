from __future__ import annotations

import ipaddress

import pytest

from builder.errors import Unfetchable
from builder.fetch.address import parse
from builder.fetch.fetcher import Fetcher
from builder.fetch.guard import Guard
from tests.unit.fetch.misbehaving import Detour, Names

PUBLIC = ["93.184.215.14", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::6810:84e5", "64:ff9b::808:808"]
CLOSED = {
    "0.0.0.7": "of no host",
    "10.1.2.3": "private",
    "100.64.0.1": "private, of a provider",
    "127.0.0.1": "of this machine",
    "127.255.255.254": "of this machine",
    "169.254.169.254": "link-local",
    "172.31.255.255": "private",
    "192.0.0.8": "reserved for protocols",
    "192.168.0.1": "private",
    "198.19.0.1": "reserved for benchmarks",
    "203.0.113.7": "reserved for documentation",
    "224.0.0.251": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "reserved",
    "::": "of no host",
    "::1": "of this machine",
    "::ffff:127.0.0.1": "of this machine",
    "::ffff:10.0.0.1": "private",
    "::127.0.0.1": "reserved",
    "64:ff9b::7f00:1": "of this machine",
    "64:ff9b::a9fe:a9fe": "link-local",
    "64:ff9b:1::808:808": "private, of a translator",
    "2001::1": "reserved for protocols and tunnels",
    "2001:db8::1": "reserved for documentation",
    "2002:7f00:1::": "of a 6to4 tunnel",
    "fd12:3456::1": "private",
    "fe80::1": "link-local",
    "fe80::1%eth0": "link-local",
    "ff02::1": "multicast",
    "4000::1": "reserved",
}


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_spoken_to(address: str) -> None:
    assert Guard().objection(ipaddress.ip_address(address), 443) is None


@pytest.mark.parametrize(("address", "kind"), CLOSED.items())
def test_others_are_not_and_are_called_by_their_kind(address: str, kind: str) -> None:
    assert Guard().objection(ipaddress.ip_address(address), 443) == kind


def test_nothing_gets_through_that_python_calls_private_or_special() -> None:
    networks = [network for family in (4, 6) for network in special(family)]
    assert len(networks) > 20
    for network in networks:
        for address in (network[0], network[-1]):
            assert Guard().objection(address, 443), address


def special(family: int) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    known = vars(ipaddress)["_IPv4Constants" if family == 4 else "_IPv6Constants"]
    return [*known._private_networks, known._linklocal_network, known._multicast_network]


def test_an_exception_holds_for_one_address_and_one_port() -> None:
    guard = Guard(allow=frozenset({("127.0.0.1", 8_000)}))
    assert guard.objection(ipaddress.ip_address("127.0.0.1"), 8_000) is None
    assert guard.objection(ipaddress.ip_address("127.0.0.1"), 8_001)
    assert guard.objection(ipaddress.ip_address("127.0.0.2"), 8_000)


@pytest.mark.parametrize(
    "host",
    ["0177.0.0.1", "2130706433", "0x7f.1", "0x7f000001", "127.1", "127.0.0.1.", "[fe80::1%25eth0]", "[fe80::1%eth0]"],
)
def test_an_address_in_an_odd_form_is_never_looked_up(host: str, afar: Fetcher, names: Names, detour: Detour) -> None:
    names.answers[host] = [["93.184.215.14"]]
    with pytest.raises(Unfetchable, match=r"neither a name nor a plain IP address|is no web address"):
        afar.get(f"http://{host}/")
    assert names.asked == detour.dialled == []


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "127。0。0。1", "169.254.169.254"])
def test_a_private_address_given_outright_is_not_connected_to(host: str, afar: Fetcher, detour: Detour) -> None:
    with pytest.raises(Unfetchable, match=r"stands for .*, an address that is (of this machine|link-local)"):
        afar.get(f"http://{host}/latest/meta-data/")
    assert detour.dialled == []


@pytest.mark.parametrize("found", [["10.0.0.7"], ["93.184.215.14", "10.0.0.7"], ["fe80::1%2"], ["no address"]])
def test_a_name_is_refused_if_any_of_its_addresses_is_not_public(
    found: list[str], afar: Fetcher, names: Names, detour: Detour
) -> None:
    names.answers["intranet.example"] = [found]
    with pytest.raises(Unfetchable, match=r"intranet\.example"):
        afar.get("http://intranet.example/")
    assert detour.dialled == []


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://example.org/a", "only http and https are fetched"),
        ("file:///etc/passwd", "only http and https are fetched"),
        ("javascript:alert(1)", "only http and https are fetched"),
        ("//example.org/a", "only http and https are fetched"),
        ("http:///a", "its host is neither"),
        ("http://ex%61mple.org/", "its host is neither"),
        ("http://exa mple.org/", "its host is neither"),
        ("http://./", "its host is neither"),
        ("http://[::1", "it is no web address"),
        ("http://exa\tmple.org/", "it is no web address"),
        ("http://example.org:99999/", "port 99999 is not one of the web"),
        ("http://example.org:25/", "port 25 is not one of the web"),
        ("http://example.org/" + "a" * 5_000, "more than 4,096 characters"),
    ],
)
def test_what_is_no_address_of_the_web_says_why(url: str, reason: str) -> None:
    with pytest.raises(Unfetchable) as fault:
        parse(url)
    assert reason in fault.value.reason
    assert fault.value.next_act


def test_a_password_is_neither_sent_nor_shown() -> None:
    with pytest.raises(Unfetchable, match="a user's name or password") as fault:
        parse("http://editor:s3cret@example.org/a")
    assert "s3cret" not in str(fault.value)
    with pytest.raises(Unfetchable, match="a user's name or password"):
        parse(r"http://example.org\@127.0.0.1/")


def test_nothing_that_moves_a_cursor_comes_out_in_a_message() -> None:
    with pytest.raises(Unfetchable) as fault:
        parse("http://example.org/\x1b[2J\u202e")
    assert str(fault.value).isprintable()


def test_addresses_are_kept_as_given_without_their_fragment() -> None:
    assert str(parse(" https://Example.ORG/a?b=1&c=%20#d ")) == "https://example.org/a?b=1&c=%20"
    assert parse("http://zürich.example/").raw_host == b"xn--zrich-kva.example"
