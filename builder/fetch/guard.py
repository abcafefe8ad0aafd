"""Which addresses of the network may be spoken to: those of the public internet, and no others."""

from __future__ import annotations

import ipaddress
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# The tables of ``ipaddress`` differ from one release of Python to the next, and call some of these global; so they
# stand here. Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890), and for 224.0.0.0/4 RFC 5771.
_CLOSED_4 = {
    "0.0.0.0/8": "of no host",
    "10.0.0.0/8": "private",
    "100.64.0.0/10": "private, of a provider",
    "127.0.0.0/8": "of this machine",
    "169.254.0.0/16": "link-local",
    "172.16.0.0/12": "private",
    "192.0.0.0/24": "reserved for protocols",
    "192.0.2.0/24": "reserved for documentation",
    "192.88.99.0/24": "of a 6to4 relay",
    "192.168.0.0/16": "private",
    "198.18.0.0/15": "reserved for benchmarks",
    "198.51.100.0/24": "reserved for documentation",
    "203.0.113.0/24": "reserved for documentation",
    "224.0.0.0/4": "multicast",
    "240.0.0.0/4": "reserved",
}
_CLOSED_6 = {
    "::/128": "of no host",
    "::1/128": "of this machine",
    "64:ff9b:1::/48": "private, of a translator",
    "2001::/23": "reserved for protocols and tunnels",
    "2001:db8::/32": "reserved for documentation",
    "2002::/16": "of a 6to4 tunnel",
    "3fff::/20": "reserved for documentation",
    "fc00::/7": "private",
    "fe80::/10": "link-local",
    "fec0::/10": "private",
    "ff00::/8": "multicast",
}
_CLOSED = tuple((ipaddress.ip_network(network), kind) for network, kind in {**_CLOSED_4, **_CLOSED_6}.items())
_UNICAST_6 = ipaddress.IPv6Network("2000::/3")
"""All that has been given out of IPv6 (RFC 4291, section 2.4, and IANA's registry). Old forms that hold an IPv4
address, such as ``::127.0.0.1``, lie outside."""
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""NAT64 (RFC 6052): how a network without IPv4 names every host that has nothing else. What counts is that host."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Decides about an address once a name has been looked up, right before the connection is opened."""

    allow: AbstractSet[tuple[str, int]] = field(default_factory=frozenset)
    """Addresses with their ports that are let through though they are not public: a test's own server.

    Given in code only. No setting, option or variable leads here, for an archive's settings may come from a fork.
    """

    def objection(self, address: Address, port: int) -> str | None:
        """Return what kind of address it is where that forbids it: ``private``, ``link-local``."""
        if (str(address), port) in self.allow:
            return None
        if isinstance(address, ipaddress.IPv6Address):
            if address.ipv4_mapped is not None:
                return self.objection(address.ipv4_mapped, port)
            if address in _TRANSLATED:
                return self.objection(ipaddress.IPv4Address(address.packed[-4:]), port)
        for network, kind in _CLOSED:
            if address in network:
                return kind
        if isinstance(address, ipaddress.IPv6Address) and address not in _UNICAST_6:
            return "reserved"
        return None
