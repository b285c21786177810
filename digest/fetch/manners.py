"""How a guest behaves: what is asked for, how often, at most how much and how long."""

from enum import StrEnum
from typing import Final

from msgspec import Struct

from digest import __version__
from digest.fetch.heed import Validators
from digest.fetch.target import Target

PER_HOST: Final = 4
"""Connections to one host at once."""

AT_ONCE: Final = 32
"""Connections in all."""

CONNECT_SECONDS: Final = 8.0
"""For the name, the connection and TLS, each."""

MOST_REDIRECTS: Final = 5

USER_AGENT: Final = f"digest/{__version__} (+https://pypi.org/project/digest/)"

_NO_TEXT: Final = ("image/", "audio/", "video/", "font/", "application/pdf", "application/zip")


class Want(StrEnum):
    """What is wanted from a URL."""

    FEED = "feed"
    PAGE = "page"
    ROBOTS = "robots"


class Limits(Struct, frozen=True, kw_only=True):
    """How one kind of document is asked for."""

    most: int
    """Bytes of body, unpacked."""

    seconds: float
    """For the whole exchange, all redirects among it; waiting for a turn is free."""

    accept: str
    unwanted: tuple[str, ...] = ()
    """How media types begin that are not read at all."""


LIMITS: Final = {
    Want.FEED: Limits(
        most=16 * 2**20,  # some 40,000 entries: a podcast's whole archive fits
        seconds=15,
        accept="application/atom+xml, application/rss+xml, application/feed+json, "
        "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5",
    ),
    Want.PAGE: Limits(
        most=5 * 2**20,  # more is not read by people, and extraction takes minutes over it
        seconds=12,
        accept="text/html, application/xhtml+xml, */*;q=0.5",
        unwanted=_NO_TEXT,
    ),
    Want.ROBOTS: Limits(
        most=500 * 2**10,  # as much as RFC 9309, 2.5, wants to be read
        seconds=8,
        accept="text/plain, */*;q=0.5",
    ),
}


def request_headers(to: Target, accept: str, known: Validators | None) -> list[tuple[bytes, bytes]]:
    """Everything that is said about us: no cookie, no referrer, no language."""
    said = {
        "User-Agent": USER_AGENT,
        "Accept": accept,
        "Accept-Encoding": "gzip",
        "Authorization": to.authorization,
        "If-None-Match": known.etag if known else "",
        "If-Modified-Since": known.modified if known else "",
    }
    return [
        (name.encode(), value.encode("latin-1", "ignore")) for name, value in said.items() if value
    ]
