"""Stands at the door: a connection is made only to an address that has been judged.

An address is reached if it is public, or if the reader typed that very host and port. What a
feed, a page or a redirect names is judged after its name was looked up, every answer, and the
connection is made to the address judged: a name cannot answer otherwise the second time.
"""

import asyncio
import errno
import socket
from collections.abc import Collection, Iterable
from ipaddress import ip_address
from typing import Final

import httpcore

from digest.errors import FetchError, Refused
from digest.fetch.addresses import kind_of, kind_of_host, literal
from digest.fetch.line import Line
from digest.fetch.names import Resolver

_NO_ROUTE: Final = frozenset({errno.ENETUNREACH, errno.ENETDOWN})
_NO_NETWORK: Final = "no network: nothing could be reached"


def judge(host: str, port: int, typed: Collection[tuple[str, int]]) -> None:
    """Refuse a host that says by itself where it is, if that is no public place.

    Names are judged when they are looked up; on the way through a proxy they never are.

    Raises:
        Refused: The address is not public, and the reader did not type it.
    """
    kind = kind_of_host(host)
    if kind and (host, port) not in typed:
        raise _private(host, kind)


class Guard(httpcore.AsyncNetworkBackend):
    """Connects to public addresses, and to what the reader typed."""

    def __init__(self, resolve: Resolver, typed: Collection[tuple[str, int]] = ()) -> None:
        self._resolve = resolve
        self._typed = typed

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's
        local_address: str | None = None,  # noqa: ARG002 - httpcore's
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002 - httpcore's
    ) -> Line:
        """Look `host` up, judge, connect.

        Raises:
            Refused: The address is not public, and the reader did not type it.
            FetchError: There is no such name, no network, or nobody answers.
        """
        addresses = await _addresses(host, port, self._resolve, timeout)
        if (host, port) not in self._typed:
            for address in addresses:
                _judge(host, address)
        return await _connect(addresses, port, timeout)


class ProxyDoor(httpcore.AsyncNetworkBackend):
    """Connects to the proxy that the reader set: it is trusted, and without it we are offline."""

    def __init__(self, resolve: Resolver) -> None:
        self._resolve = resolve

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's
        local_address: str | None = None,  # noqa: ARG002 - httpcore's
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002 - httpcore's
    ) -> Line:
        """Connect to the proxy.

        Raises:
            FetchError: It cannot be reached.
        """
        try:
            addresses = await _addresses(host, port, self._resolve, timeout)
            return await _connect(addresses, port, timeout)
        except FetchError as error:
            raise FetchError(
                "the proxy cannot be reached: check HTTP_PROXY", kind="proxy", offline=True
            ) from error


async def _addresses(
    host: str,
    port: int,
    resolve: Resolver,
    timeout: float | None,  # noqa: ASYNC109 - as httpcore hands it over
) -> list[str]:
    address = literal(host)
    if address:
        return [str(address)]
    try:
        async with asyncio.timeout(timeout):
            found = await resolve(host, port)
    except TimeoutError as error:
        raise FetchError("its name could not be looked up in time", kind="timeout") from error
    except OSError as error:
        if error.errno == socket.EAI_AGAIN:
            raise FetchError(_NO_NETWORK, kind="offline", offline=True) from error
        found = []
    if not found:
        raise FetchError("there is no such host: check the address", kind="not found")
    return found


def _judge(host: str, address: str) -> None:
    kind = kind_of(ip_address(address))
    if kind:
        raise _private(host, kind)


def _private(host: str, kind: str) -> Refused:
    return Refused(
        f"{host} is not a public address ({kind}), and you did not type it", kind="refused"
    )


async def _connect(
    addresses: list[str],
    port: int,
    timeout: float | None,  # noqa: ASYNC109 - shared out among the addresses
) -> Line:
    """Try the addresses in turn, each for its share of the time."""
    failures: list[OSError] = []
    for address in addresses:
        try:
            async with asyncio.timeout(timeout / len(addresses) if timeout else None):
                return Line(*await asyncio.open_connection(address, port))
        except OSError as error:  # TimeoutError among them
            failures.append(error)
    raise _in_words(failures) from failures[0]


def _in_words(failures: list[OSError]) -> FetchError:
    """The first failure that says something about the host, if any does."""
    telling = [failure for failure in failures if failure.errno not in _NO_ROUTE]
    if not telling:
        return FetchError(_NO_NETWORK, kind="offline", offline=True)
    if isinstance(telling[0], TimeoutError):
        return FetchError("nobody answers there", kind="timeout")
    if isinstance(telling[0], ConnectionRefusedError):
        return FetchError("the connection was refused", kind="refused")
    return FetchError("the host cannot be reached", kind="unreachable")
