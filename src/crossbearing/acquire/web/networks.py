"""Which addresses of the internet protocol are public, and what the others are.

From IANA's registries of special-purpose addresses (IPv4 and IPv6, 2024), with the addresses at which clouds
tell machines their secrets. A page or a redirect that leads into one of these networks would make this program
read, from inside, what the outside must not see.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

_Address = IPv4Address | IPv6Address
_Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Special:
    """A network that is not public. ``own``: it can be the user's own, so that the user may allow it."""

    network: _Network
    what: str
    own: bool = False


_TABLE = """
# never anything but secrets or infrastructure: these stand first, inside networks that can be one's own
169.254.169.254/32  -    an address at which a cloud tells machines their secrets
169.254.170.2/32    -    an address at which a cloud tells machines their secrets
169.254.170.23/32   -    an address at which a cloud tells machines their secrets
100.100.100.200/32  -    an address at which a cloud tells machines their secrets
168.63.129.16/32    -    an address at which a cloud tells machines their secrets
fd00:ec2::254/128   -    an address at which a cloud tells machines their secrets
fd00:ec2::23/128    -    an address at which a cloud tells machines their secrets
fd20:ce::254/128    -    an address at which a cloud tells machines their secrets
# networks of one's own
127.0.0.0/8         own  this machine itself
10.0.0.0/8          own  a private network
172.16.0.0/12       own  a private network
192.168.0.0/16      own  a private network
100.64.0.0/10       own  a provider's inner network
169.254.0.0/16      own  a link-local address
::1/128             own  this machine itself
fc00::/7            own  a private network
fe80::/10           own  a link-local address
fec0::/10           own  a private network
# special, and never a web site
0.0.0.0/8           -    no address of a machine
192.0.0.0/24        -    reserved for protocols
192.0.2.0/24        -    reserved for examples
192.88.99.0/24      -    reserved (6to4 relays)
198.18.0.0/15       -    reserved for measuring networks
198.51.100.0/24     -    reserved for examples
203.0.113.0/24      -    reserved for examples
224.0.0.0/4         -    a multicast address
240.0.0.0/4         -    reserved
::/128              -    no address of a machine
::/96               -    an IPv4 address in IPv6 form
::ffff:0:0/96       -    an IPv4 address in IPv6 form
64:ff9b:1::/48      -    a translator's inner network
100::/64            -    an address that leads nowhere
2001::/32           -    an IPv4 address in IPv6 form (Teredo)
2001::/23           -    reserved for protocols
2001:db8::/32       -    reserved for examples
2002::/16           -    an IPv4 address in IPv6 form (6to4)
3fff::/20           -    reserved for examples
5f00::/16           -    reserved for routing
ff00::/8            -    a multicast address
"""
"""Network, ``own`` or ``-``, what it is; the first line that fits counts."""

_PUBLIC_V6 = IPv6Network("2000::/3")
"""All that has been given out of IPv6 for the public internet so far."""

_NAT64 = IPv6Network("64:ff9b::/96")
"""The well-known prefix of RFC 6052. In networks without IPv4 every IPv4 site has such an address, made by the
name server; it is judged by the IPv4 address inside."""


def _parsed(table: str) -> tuple[Special, ...]:
    rows = (line.split(maxsplit=2) for line in table.splitlines() if line and not line.startswith("#"))
    return tuple(Special(ip_network(network), what, own == "own") for network, own, what in rows)


SPECIAL = _parsed(_TABLE)


def why_not_public(address: str) -> Special | None:
    """What ``address`` (an IP address, a zone like ``%eth0`` behind it) is when it is not public; None when it
    is. Raises ValueError for what is no IP address."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address) and ip in _NAT64:
        ip = IPv4Address(int(ip) & 0xFFFFFFFF)
    for special in SPECIAL:
        if ip.version == special.network.version and ip in special.network:
            return special
    if isinstance(ip, IPv6Address) and ip not in _PUBLIC_V6:
        return Special(ip_network(ip), "not given out for the public internet")
    return None


def forbidden(host: str, address: str, *, allow_private: bool) -> str | None:
    """None when a connection to this IP address is fine; else why it is not made. ``host`` is the name (or
    the number) that led to it."""
    special = why_not_public(address)
    if special is None or (special.own and allow_private):
        return None
    leads = f"{address}, {special.what}" if address == host else f"{host} is {address}, {special.what}"
    advice = "; --allow-private, if it is your own" if special.own else ""
    return f"not fetched, because it does not lead to the public internet ({leads}){advice}"
