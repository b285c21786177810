"""The table of addresses, in every spelling."""

from ipaddress import ip_address

import pytest

from digest.fetch.addresses import kind_of, kind_of_host, literal

PRIVATE = {
    "0.0.0.0": "unspecified",
    "0.1.2.3": "unspecified",
    "10.0.0.1": "private",
    "10.255.255.255": "private",
    "100.64.0.1": "carrier-grade NAT",
    "100.100.100.200": "carrier-grade NAT",
    "100.127.255.255": "carrier-grade NAT",
    "127.0.0.1": "loopback",
    "127.255.255.254": "loopback",
    "168.63.129.16": "cloud metadata",
    "169.254.169.254": "link-local",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "192.0.0.8": "reserved",
    "192.0.2.1": "documentation",
    "192.88.99.1": "6to4 relay",
    "192.168.1.1": "private",
    "198.18.0.1": "benchmarking",
    "198.19.255.255": "benchmarking",
    "198.51.100.7": "documentation",
    "203.0.113.7": "documentation",
    "224.0.0.1": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "reserved",
    "::": "unspecified",
    "::1": "loopback",
    "::127.0.0.1": "reserved",
    "::ffff:127.0.0.1": "loopback",
    "::ffff:10.0.0.1": "private",
    "::ffff:7f00:1": "loopback",
    "64:ff9b::127.0.0.1": "loopback",
    "64:ff9b::a9fe:a9fe": "link-local",
    "64:ff9b:1::1": "reserved",
    "100::1": "reserved",
    "2001::1": "Teredo",
    "2001:10::1": "reserved",
    "2001:db8::1": "documentation",
    "2002:7f00:1::": "6to4",
    "3fff::1": "documentation",
    "4000::1": "reserved",
    "fc00::1": "private",
    "fd00:ec2::254": "private",
    "fe80::1": "link-local",
    "fe80::1%eth0": "link-local",
    "fec0::1": "reserved",
    "ff02::1": "multicast",
}
PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.1",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
    "2001:4860:4860::8888",
    "2606:4700::1111",
    "2a00:1450:4001::1",
]
SPELLINGS = {
    "2130706433": "127.0.0.1",
    "0x7f000001": "127.0.0.1",
    "0X7F.0.0.1": "127.0.0.1",
    "017700000001": "127.0.0.1",
    "0177.0.0.1": "127.0.0.1",
    "0000177.0.0.01": "127.0.0.1",
    "127.1": "127.0.0.1",
    "127.0.1": "127.0.0.1",
    "127.0.0.1.": "127.0.0.1",
    "127.65535": "127.0.255.255",
    "0": "0.0.0.0",
    "0x": "0.0.0.0",
    "0xa9.254.0251.0376": "169.254.169.254",
    "4294967295": "255.255.255.255",
    "8.8.8.8": "8.8.8.8",
    "::1": "::1",
}
NAMES = [
    "example.org", "1.2.3.4.5", "256.1.1.1", "1.2.3.256", "4294967296", "127.0.0.08", "1..1",
    "0x7g.1", "1_0.0.0.1", "+1.0.0.1", " 1.0.0.1", "", ".", "::1::", "1:2", "9" * 5000,
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), PRIVATE.items())
def test_an_address_that_is_not_public_is_called_what_it_is(text: str, kind: str) -> None:
    assert kind_of(ip_address(text)) == kind
    assert kind_of_host(text) == kind


@pytest.mark.parametrize("text", PUBLIC)
def test_a_public_address_is_reached(text: str) -> None:
    assert kind_of(ip_address(text)) == ""


@pytest.mark.parametrize(("text", "meant"), SPELLINGS.items())
def test_an_address_is_known_in_every_spelling(text: str, meant: str) -> None:
    assert str(literal(text)) == meant


@pytest.mark.parametrize("text", NAMES)
def test_what_is_no_address_is_a_name(text: str) -> None:
    assert literal(text) is None
    assert kind_of_host(text) == ""


@pytest.mark.parametrize("host", ["localhost", "localhost.", "a.localhost"])
def test_localhost_is_loopback_without_being_looked_up(host: str) -> None:
    assert kind_of_host(host) == "loopback"
