"""Which addresses belong to the public internet, however they are spelled.

The table is our own: `ipaddress` calls a loopback address behind NAT64 global, and
100.64.0.0/10 neither private nor global. Sources: the IANA special-purpose registries.
"""

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import Final, TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address

_V4: Final = tuple(
    (IPv4Network(block), kind)
    for block, kind in (
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"),
        ("168.63.129.16/32", "cloud metadata"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "documentation"),
        ("192.88.99.0/24", "6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)
_V6: Final = tuple(
    (IPv6Network(block), kind)
    for block, kind in (
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("2001::/32", "Teredo"),
        ("2001::/23", "reserved"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4"),
        ("3fff::/20", "documentation"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("ff00::/8", "multicast"),
    )
)
_GLOBAL: Final = IPv6Network("2000::/3")
_CARRIES_V4: Final = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))
"""IPv4-mapped, and NAT64: the last 32 bits are the address that is really reached."""

_NUMBER = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")


def kind_of(address: Address) -> str:
    """What keeps `address` from being public, in a word or two; empty: nothing does."""
    if isinstance(address, IPv4Address):
        return next((kind for block, kind in _V4 if address in block), "")
    if any(address in block for block in _CARRIES_V4):
        return kind_of(IPv4Address(int(address) & 0xFFFFFFFF))
    named = next((kind for block, kind in _V6 if address in block), "")
    return named or ("" if address in _GLOBAL else "reserved")


def kind_of_host(host: str) -> str:
    """The same for a host as a URL names it; empty also for a name that must be looked up."""
    name = host.removesuffix(".")
    if name == "localhost" or name.endswith(".localhost"):
        return "loopback"
    address = literal(host)
    return kind_of(address) if address else ""


def literal(host: str) -> Address | None:
    """The address that `host` spells, or None if it is a name.

    IPv4 in all the spellings that C libraries connect to: ``0x7f.1``, ``017700000001``,
    ``2130706433``.
    """
    if ":" in host:
        try:
            return IPv6Address(host)
        except ValueError:
            return None
    return _v4(host.removesuffix("."))


def _v4(host: str) -> IPv4Address | None:
    parts = host.split(".")
    if len(parts) > 4 or not all(len(part) < 64 and _NUMBER.fullmatch(part) for part in parts):
        return None
    try:
        *high, low = (_number(part) for part in parts)
    except ValueError:
        return None
    if any(number > 255 for number in high) or low >= 256 ** (5 - len(parts)):
        return None
    return IPv4Address(sum(number << (24 - 8 * i) for i, number in enumerate(high)) + low)


def _number(text: str) -> int:
    if text[:2] in {"0x", "0X"}:
        return int(text[2:] or "0", 16)
    return int(text, 8 if text.startswith("0") else 10)
