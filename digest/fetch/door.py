"""The way out: looks a host up and connects, and says in words why it could not."""

import asyncio
import errno
import socket
from collections.abc import Iterable
from typing import Final

import httpcore

from digest.errors import FetchError
from digest.fetch.addresses import literal
from digest.fetch.line import Line
from digest.fetch.names import Resolver

_NO_ROUTE: Final = frozenset({errno.ENETUNREACH, errno.ENETDOWN})
_NO_NETWORK: Final = "no network: nothing could be reached"


class Door(httpcore.AsyncNetworkBackend):
    """Connects to whatever it is told."""

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
        """Connect, each step within `timeout` seconds.

        Raises:
            FetchError: There is no such name, no network, or nobody answers.
        """
        try:
            async with asyncio.timeout(timeout):
                addresses = await self.addresses(host, port)
        except TimeoutError as error:
            raise FetchError("its name could not be looked up in time", kind="timeout") from error
        return await _connect(addresses, port, timeout)

    async def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of `host`, one at least.

        Raises:
            FetchError: There is no such name, or no network.
        """
        address = literal(host)
        if address:
            return [str(address)]
        try:
            found = await self._resolve(host, port)
        except OSError as error:
            if error.errno == socket.EAI_AGAIN:
                raise FetchError(_NO_NETWORK, kind="offline", offline=True) from error
            found = []
        if not found:
            raise FetchError("there is no such host: check the address", kind="not found")
        return found


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
