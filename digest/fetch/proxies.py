"""The way to a host that the reader's environment says: straight, or by a proxy.

As curl reads it: the lower-case variable goes first, NO_PROXY lists hosts, domains (with all
below them), host:port, networks, or ``*`` for all.
"""

from collections.abc import Mapping
from ipaddress import ip_network

from digest.errors import DigestError, FetchError
from digest.fetch.addresses import literal
from digest.fetch.target import Target, target


class Proxies:
    """The proxies that an environment names."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._urls = {
            scheme: _first(env, f"{scheme}_proxy", "all_proxy") for scheme in ("http", "https")
        }
        self._straight = _first(env, "no_proxy").lower().replace(",", " ").split()

    def on_the_way_to(self, there: Target) -> Target | None:
        """The proxy between us and `there`, None if there is none.

        Raises:
            FetchError: It is of a kind that cannot be used.
        """
        url = self._urls[there.scheme]
        if not url or any(_covers(item, there) for item in self._straight):
            return None
        try:
            return target(url if "://" in url else f"http://{url}")
        except DigestError as error:
            raise FetchError(
                "the proxy that is set is no http or https proxy: check HTTP_PROXY", kind="proxy"
            ) from error


def _first(env: Mapping[str, str], *names: str) -> str:
    spelled = (spelling for name in names for spelling in (name, name.upper()))
    return next((env[name].strip() for name in spelled if env.get(name)), "")


def _covers(item: str, there: Target) -> bool:
    """Whether this item of NO_PROXY means `there`."""
    name, colon, port = item.rpartition(":")
    if colon and name.count(":") == 0 and port.isdecimal():
        return port == str(there.port) and _covers(name, there)
    domain = item.removeprefix("*").removeprefix(".").strip("[]")
    if not domain:
        return item == "*"
    return f".{there.host}".endswith(f".{domain}") or _in_network(there.host, domain)


def _in_network(host: str, network: str) -> bool:
    address = literal(host)
    try:
        return bool(address) and address in ip_network(network, strict=False)
    except ValueError:
        return False
