"""Stands at the door: a connection is made only to an address that has been judged.

An address is reached if it is public, or if the reader typed that very host and port. What a
feed, a page or a redirect names is judged after its name was looked up, every answer, and the
connection is made to the address judged: a name cannot answer otherwise the second time.
"""

import asyncio
from collections.abc import Collection, Iterable
from ipaddress import ip_address
from typing import Final, TypeAlias

import httpcore

from digest.errors import FetchError, Refused
from digest.fetch.addresses import kind_of, kind_of_host
from digest.fetch.door import Door
from digest.fetch.line import Line
from digest.fetch.names import Resolver

KNOCK_SECONDS: Final = 0.005
"""Between two connections to the proxy: of 32 at once, one with a queue of five dropped twenty."""

Typed: TypeAlias = Collection[tuple[str, int]]
"""The hosts and ports that the reader wrote."""


def judge(host: str, port: int, typed: Typed) -> None:
    """Refuse a host that says by itself where it is, if that is no public place.

    Names are judged when they are looked up; on the way through a proxy they never are.

    Raises:
        Refused: The address is not public, and the reader did not type it.
    """
    kind = kind_of_host(host)
    if kind and (host, port) not in typed:
        raise _private(host, kind)


class Guard(Door):
    """Connects to public addresses, and to what the reader typed."""

    def __init__(self, resolve: Resolver, typed: Typed = ()) -> None:
        super().__init__(resolve)
        self._typed = typed

    async def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of `host`, judged.

        Raises:
            Refused: One is not public, and the reader did not type it.
            FetchError: There is no such name, or no network.
        """
        found = await super().addresses(host, port)
        if (host, port) not in self._typed:
            for address in found:
                if kind := kind_of(ip_address(address)):
                    raise _private(host, kind)
        return found


class ProxyDoor(Door):
    """Connects to the proxy that the reader set: it is trusted, and without it we are offline.

    It is knocked at one by one: a small proxy has a short queue, and who finds that full is let
    in a second later at the soonest.
    """

    def __init__(self, resolve: Resolver) -> None:
        super().__init__(resolve)
        self._knocking = asyncio.Lock()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> Line:
        """Connect to the proxy.

        Raises:
            FetchError: It cannot be reached.
        """
        async with self._knocking:
            await asyncio.sleep(KNOCK_SECONDS)
        try:
            return await super().connect_tcp(host, port, timeout, local_address, socket_options)
        except FetchError as error:
            raise FetchError(
                "the proxy cannot be reached: check HTTP_PROXY", kind="proxy", offline=True
            ) from error


def _private(host: str, kind: str) -> Refused:
    return Refused(
        f"{host} is not a public address ({kind}), and you did not type it", kind="private"
    )
