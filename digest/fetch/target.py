"""A URL taken apart: where to connect, what to ask for, and as whom."""

import re
from base64 import b64encode
from typing import Final
from urllib.parse import unquote_to_bytes, urldefrag, urlsplit

from msgspec import Struct

from digest.clean import clean_url
from digest.errors import FetchError, Refused

_PORTS: Final = {"http": 80, "https": 443}
_NAME: Final = re.compile(r"(?!.{254})[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")


class Target(Struct, frozen=True, kw_only=True):
    """One http or https URL."""

    url: str
    """Without fragment, user name and password."""

    scheme: str
    host: str
    """Lower case; an IPv6 address without its brackets."""

    port: int
    login: str = ""
    """``user:password``, still percent-encoded."""

    @property
    def origin(self) -> tuple[str, str, int]:
        """What a user name and password are good for."""
        return self.scheme, self.host, self.port

    @property
    def full_url(self) -> str:
        """With user name and password: what feeds.toml would have to say."""
        return self.url.replace("//", f"//{self.login}@", 1) if self.login else self.url

    @property
    def authorization(self) -> str:
        """The value of the header, or nothing."""
        user, _, password = self.login.partition(":")
        pair = unquote_to_bytes(user) + b":" + unquote_to_bytes(password)
        return f"Basic {b64encode(pair).decode()}" if self.login else ""


def target(url: str) -> Target:
    """Take `url` apart.

    Raises:
        Refused: It is no http or https address.
        FetchError: No host can have that name.
    """
    whole = urldefrag(clean_url(url)).url
    if not whole:
        raise Refused("not an http or https address: check it", kind="address")
    parts = urlsplit(whole)
    login, at, _ = parts.netloc.rpartition("@")
    host = parts.hostname or ""
    if ":" not in host and not _NAME.fullmatch(host):
        raise FetchError("no host can have that name: check the address", kind="not found")
    return Target(
        url=whole.replace(login + at, "", 1) if at else whole,
        scheme=parts.scheme,
        host=host,
        port=parts.port or _PORTS[parts.scheme],
        login=login,
    )


def redirected(source: Target, location: str) -> Target:
    """Where `source` sends us. Its user name and password go along to its own origin only.

    Raises:
        Refused: That is no http or https address.
        FetchError: No host can have that name.
    """
    try:
        there = target(clean_url(location, source.url))
    except Refused as error:
        raise Refused("redirected to what is no http or https address", kind="redirect") from error
    login = source.login if there.origin == source.origin else ""
    return Target(url=there.url, scheme=there.scheme, host=there.host, port=there.port, login=login)
