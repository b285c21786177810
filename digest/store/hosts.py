"""Hosts, as rows: what each asks of its visitors."""

import zlib
from datetime import datetime
from typing import Final

from msgspec import Struct

from digest.errors import StoreError
from digest.store.database import Store, as_text, as_time

MOST_BYTES: Final = 2**20
"""Of a robots.txt, unpacked: no more is ever kept, so that a damaged row stays harmless."""


class HostState(Struct, frozen=True, kw_only=True):
    """What a host has asked of us before."""

    robots: str = ""
    """The rules of its robots.txt that are meant for us."""

    read: datetime | None = None
    """When they were read; None: never."""

    lost: datetime | None = None
    """Since when they cannot be had; None: they could, the last time."""

    not_before: datetime | None = None
    """By Retry-After."""


def host_state(store: Store, host: str) -> HostState:
    """What `host` (``https://a.example``) has asked of us before."""
    row = store.row("SELECT robots, read, lost, not_before FROM hosts WHERE host = ?", (host,))
    if not row:
        return HostState()
    robots, read, lost, not_before = row
    return HostState(
        robots=_unpacked(robots),
        read=as_time(read),
        lost=as_time(lost),
        not_before=as_time(not_before),
    )


def save_robots(store: Store, host: str, robots: str, read: datetime) -> None:
    """Keep the rules of a host, and when they were read."""
    with store.transaction():
        store.sql.execute(
            "INSERT INTO hosts (host, robots, read) VALUES (?, ?, ?)"
            " ON CONFLICT (host) DO UPDATE SET robots = excluded.robots, read = excluded.read,"
            " lost = NULL, missed = NULL",
            (host, zlib.compress(robots.encode()), as_text(read)),
        )


def save_lost(store: Store, host: str, at: datetime) -> None:
    """Keep that the rules of a host could not be had then."""
    with store.transaction():
        store.sql.execute(
            "INSERT INTO hosts (host, lost, missed) VALUES (?, ?, ?)"
            " ON CONFLICT (host) DO UPDATE SET lost = coalesce(lost, excluded.lost),"
            " missed = excluded.missed",
            (host, as_text(at), as_text(at)),
        )


def save_hold(store: Store, host: str, not_before: datetime) -> None:
    """Keep that a host asked to be left alone until then."""
    with store.transaction():
        store.sql.execute(
            "INSERT INTO hosts (host, not_before) VALUES (?, ?)"
            " ON CONFLICT (host) DO UPDATE SET not_before = excluded.not_before",
            (host, as_text(not_before)),
        )


def forget_hosts(store: Store, before: datetime) -> None:
    """Drop the hosts that nothing was heard of since `before`."""
    with store.transaction():
        store.sql.execute(
            "DELETE FROM hosts WHERE"
            " max(coalesce(read, ''), coalesce(missed, ''), coalesce(not_before, '')) < ?",
            (as_text(before),),
        )


def _unpacked(robots: bytes | None) -> str:
    try:
        plain = zlib.decompressobj().decompress(robots, MOST_BYTES) if robots else b""
        return plain.decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise StoreError("A stored robots.txt is damaged.") from error
