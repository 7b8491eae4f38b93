"""Which addresses are fetched, and which are not: by how they are written, and by where they lead."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from crossbearing.acquire.web.addresses import shown, web_address, without_tracking
from crossbearing.acquire.web.networks import SPECIAL, why_not_public
from crossbearing.acquire.web.resolver import FakeResolver, NameNotFoundError
from crossbearing.acquire.web.transport import ForbiddenError, Guard
from crossbearing.errors import NotFetched

INSIDE = [
    ("loopback", "127.0.0.1", True),
    ("the end of loopback", "127.255.255.254", True),
    ("private, ten", "10.0.0.1", True),
    ("private, the end of ten", "10.255.255.255", True),
    ("private, 172.16", "172.16.0.1", True),
    ("private, the end of 172.16", "172.31.255.255", True),
    ("private, 192.168", "192.168.1.1", True),
    ("a provider's inner network", "100.64.0.1", True),
    ("the end of a provider's inner network", "100.127.255.255", True),
    ("link-local", "169.254.1.1", True),
    ("loopback in IPv6", "::1", True),
    ("private in IPv6", "fd12:3456:789a::1", True),
    ("private in IPv6, the other half", "fc00::1", True),
    ("link-local in IPv6", "fe80::1", True),
    ("link-local in IPv6, with its interface", "fe80::1%eth0", True),
    ("site-local in IPv6", "fec0::1", True),
    ("secrets of a cloud", "169.254.169.254", False),
    ("secrets of a cloud, of its containers", "169.254.170.2", False),
    ("secrets of a cloud in a provider's network", "100.100.100.200", False),
    ("secrets of a cloud at a public address", "168.63.129.16", False),
    ("secrets of a cloud in IPv6", "fd00:ec2::254", False),
    ("no address", "0.0.0.0", False),
    ("no address, either", "0.1.2.3", False),
    ("no address in IPv6", "::", False),
    ("protocols", "192.0.0.1", False),
    ("examples 1", "192.0.2.1", False),
    ("examples 2", "198.51.100.1", False),
    ("examples 3", "203.0.113.1", False),
    ("examples in IPv6", "2001:db8::1", False),
    ("new examples in IPv6", "3fff::1", False),
    ("6to4 relays", "192.88.99.1", False),
    ("measuring", "198.18.0.1", False),
    ("the end of measuring", "198.19.255.255", False),
    ("multicast", "224.0.0.1", False),
    ("multicast in IPv6", "ff02::1", False),
    ("reserved", "240.0.0.1", False),
    ("broadcast", "255.255.255.255", False),
    ("IPv4 inside IPv6, private", "::ffff:10.0.0.1", False),
    ("IPv4 inside IPv6, public", "::ffff:8.8.8.8", False),
    ("IPv4 inside IPv6, old form", "::7f00:1", False),
    ("6to4 of a private address", "2002:a00:1::1", False),
    ("Teredo", "2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
    ("NAT64 of loopback", "64:ff9b::7f00:1", True),
    ("NAT64 of a cloud's secrets", "64:ff9b::a9fe:a9fe", False),
    ("a translator's inner network", "64:ff9b:1::a00:1", False),
    ("leads nowhere", "100::1", False),
    ("routing", "5f00::1", False),
    ("not given out yet", "4000::1", False),
]
"""Name, address, and whether it can be the user's own."""

PUBLIC = [
    "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255",
    "192.169.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255",
    "169.255.0.0", "223.255.255.255", "198.17.255.255", "198.20.0.0", "2606:4700::1111", "2a00:1450::1",
    "64:ff9b::808:808",
]  # fmt: skip


@pytest.mark.parametrize(("name", "address", "own"), INSIDE, ids=[row[0] for row in INSIDE])
def test_addresses_inside_are_not_public(name: str, address: str, own: bool) -> None:
    special = why_not_public(address)
    assert special is not None, name
    assert special.own is own


@pytest.mark.parametrize(("name", "address", "own"), INSIDE, ids=[row[0] for row in INSIDE])
def test_a_name_that_leads_inside_is_refused_and_one_of_ones_own_can_be_allowed(
    name: str, address: str, own: bool
) -> None:
    resolver = FakeResolver({"news.example": [address]})
    with pytest.raises(ForbiddenError, match=r"news\.example is") as refused:
        Guard(resolver).addresses_of("news.example", 1)
    assert ("--allow-private" in str(refused.value)) is own, name
    if own:
        assert Guard(resolver, allow_private=True).addresses_of("news.example", 1) == [address]
    else:
        with pytest.raises(ForbiddenError):
            Guard(resolver, allow_private=True).addresses_of("news.example", 1)


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_beside_the_special_ones_are_public(address: str) -> None:
    assert why_not_public(address) is None
    assert Guard(FakeResolver({"news.example": [address]})).addresses_of("news.example", 1) == [address]


def test_nothing_that_python_knows_to_be_inside_is_taken_for_public() -> None:
    for special in SPECIAL:
        assert why_not_public(str(special.network[0])) is not None
        assert why_not_public(str(special.network[-1])) is not None
    for number in range(0, 2**32, 2**20 + 7919):
        address = ip_address(number)
        if not address.is_global:
            assert why_not_public(str(address)) is not None, address


def test_one_private_answer_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(ForbiddenError, match=r"10\.0\.0\.1"):
        Guard(FakeResolver({"news.example": ["8.8.8.8", "10.0.0.1"]})).addresses_of("news.example", 1)


def test_a_name_that_nobody_knows_is_an_error_of_the_system() -> None:
    with pytest.raises(NameNotFoundError):
        Guard(FakeResolver({})).addresses_of("news.example", 1)


REFUSED = [
    ("a file", "file:///etc/passwd", "only http and https"),
    ("data", "data:text/html,hello", "only http and https"),
    ("ftp", "ftp://news.example/x", "only http and https"),
    ("gopher", "gopher://news.example:70/_x", "only http and https"),
    ("a script", "javascript:alert(1)", "only http and https"),
    ("no scheme", "news.example/x", "only http and https"),
    ("a user", "http://ana@news.example/", "user name or password"),
    ("a user and a password", "http://ana:secret@news.example/", "user name or password"),
    ("a host that is a user name", "http://news.example@10.0.0.1/", "user name or password"),
    ("an empty user", "http://@news.example/", "user name or password"),
    ("a backslash", "http://news.example\\@10.0.0.1/", "backslash"),
    ("a second line", "http://news.example/\r\nHost: x", "control character"),
    ("a zero", "http://news.example/\0", "control character"),
    ("no host", "http:///x", "names no host"),
    ("only a dot", "http://./", "names no host"),
    ("a space in the host", "http://news .example/", "not a web address"),
    ("a percent in the host", "http://127.0.0.1%2f.news.example/", "not a web address"),
    ("an interface in the host", "http://[fe80::1%25eth0]/", "not a web address"),
    ("half a bracket", "http://[::1", "not a web address"),
    ("a port in words", "http://news.example:http/", "not a web address"),
    ("an address in one number", "http://2130706433/", "read in several ways"),
    ("an address in hexadecimal", "http://0x7f.0.0.1/", "read in several ways"),
    ("an address in one hexadecimal number", "http://0x7f000001/", "read in several ways"),
    ("a short address", "http://127.1/", "read in several ways"),
    ("an address with a dot behind it", "http://127.0.0.1./", "read in several ways"),
    ("five numbers", "http://1.2.3.4.5/", "read in several ways"),
    ("an octal address", "http://0177.0.0.1/", "not a web address"),
    ("wide full stops", "http://127。0。0。1/", "this machine itself"),
    ("digits in circles", "http://①②⑦.⓪.⓪.①/", "not a web address"),
    ("loopback", "http://127.0.0.1/", "this machine itself"),
    ("loopback in IPv6", "http://[::1]/", "this machine itself"),
    ("loopback of IPv4 in IPv6", "http://[::ffff:127.0.0.1]/", "IPv4 address in IPv6 form"),
    ("loopback of IPv4 in IPv6, in hexadecimal", "http://[::ffff:7f00:1]/", "IPv4 address in IPv6 form"),
    ("a cloud's secrets", "http://169.254.169.254/latest/meta-data/", "secrets"),
    ("mail", "http://news.example:25/", "port 25"),
    ("a secure shell", "http://news.example:22/", "port 22"),
    ("chat", "http://news.example:6667/", "port 6667"),
    ("a display", "http://news.example:6000/", "port 6000"),
    ("port 0", "http://news.example:0/", "port 0"),
    ("a port that is too high", "http://news.example:65536/", "port 65536"),
]


@pytest.mark.parametrize(("name", "written", "reason"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_no_address_of_a_page_is_refused_with_the_reason(
    name: str, written: str, reason: str
) -> None:
    with pytest.raises(NotFetched) as refused:
        web_address(written)
    assert reason in refused.value.reason, name
    assert "secret@" not in str(refused.value)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("HTTP://News.Example:80", "http://news.example/"),
        ("https://news.example:443/a#part", "https://news.example/a"),
        ("https://news.example:8443/a?", "https://news.example:8443/a?"),
        ("http://news.example:8080/", "http://news.example:8080/"),
        ("https://bücher.example/ä b", "https://xn--bcher-kva.example/%C3%A4%20b"),
        ("https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
        ("https://новости.example/", "https://xn--b1amnebsh.example/"),
        ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
        ("  https://news.example/a  ", "https://news.example/a"),
        ("https://news.example/@ana", "https://news.example/@ana"),
        ("https://1news.example/", "https://1news.example/"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
    ],
)
def test_an_address_has_one_form(written: str, canonical: str) -> None:
    assert web_address(written) == canonical
    assert web_address(canonical) == canonical


def test_a_relative_address_is_checked_like_any_other() -> None:
    base = "https://news.example/a/b"
    assert web_address("../c?d#e", base=base) == "https://news.example/c?d"
    assert web_address("//other.example/", base=base) == "https://other.example/"
    for bad in ("//10.0.0.1/", "//ana@other.example/", "file:///etc/passwd"):
        with pytest.raises(NotFetched):
            web_address(bad, base=base)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://news.example/a?utm_source=rss&id=7&utm_medium=x", "https://news.example/a?id=7"),
        ("https://news.example/a?fbclid=x", "https://news.example/a"),
        ("https://news.example/a?q=a+b&&c", "https://news.example/a?q=a+b&&c"),
        ("https://news.example/a", "https://news.example/a"),
    ],
)
def test_where_a_reader_came_from_is_no_part_of_an_id(address: str, kept: str) -> None:
    assert without_tracking(address) == kept


def test_an_address_is_shown_on_one_line_and_without_its_password() -> None:
    assert shown("http://ana:secret@news.example/\nx") == "http://…@news.example/�x"
