"""The transport: one exchange, one connection.

A connection is never used twice: what a server sends behind its answer cannot become the
answer to the next question, no slot of a pool is lost to a cancelled request, and no idle
connection goes stale. So httpcore's pools only make connections here, and keep none: to hand
requests out by them, with connections kept or not, costs a tenth more CPU time.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator

import httpcore
import httpx

from digest.fetch.guard import Guard, ProxyDoor
from digest.fetch.line import Line
from digest.fetch.proxies import Proxies
from digest.fetch.target import Target, target


class Wire(httpx.AsyncBaseTransport):
    """Carries requests to the guarded web, or to the reader's proxy."""

    def __init__(self, guard: Guard, door: ProxyDoor, proxies: Proxies) -> None:
        self._guard = guard
        self._door = door
        self._proxies = proxies
        self._pools: dict[tuple[Target | None, bool], httpcore.AsyncConnectionPool] = {}
        self._trust: ssl.SSLContext | None = None
        self._trusting = asyncio.Lock()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`, and return the answer when its headers are there."""
        there = target(str(request.url))
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=there.host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        pool = await self._pool(there, self._proxies.on_the_way_to(there))
        response = await pool.create_connection(url.origin).handle_async_request(
            httpcore.Request(
                method=request.method,
                url=url,
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        line = response.extensions["network_stream"]
        assert isinstance(line, Line)
        line.answered()
        return httpx.Response(
            status_code=response.status, headers=response.headers, stream=_Arriving(response)
        )

    async def _pool(self, there: Target, via: Target | None) -> httpcore.AsyncConnectionPool:
        """What makes connections to `there`."""
        tls = "https" in {there.scheme, via.scheme if via else ""}
        if (via, tls) not in self._pools:
            context = await self._context() if tls else None
            self._pools[via, tls] = httpcore.AsyncConnectionPool(
                ssl_context=context,
                proxy=_proxy(via, context) if via else None,
                network_backend=self._door if via else self._guard,
            )
        return self._pools[via, tls]

    async def _context(self) -> ssl.SSLContext:
        """The certificates that we trust: 25-50 ms to load, once, and beside the loop."""
        async with self._trusting:
            if self._trust is None:
                self._trust = await asyncio.to_thread(httpx.create_ssl_context)
            return self._trust


def _proxy(via: Target, context: ssl.SSLContext | None) -> httpcore.Proxy:
    login = via.authorization
    return httpcore.Proxy(
        httpcore.URL(scheme=via.scheme, host=via.host, port=via.port, target="/"),
        headers=[("Proxy-Authorization", login)] if login else None,
        ssl_context=context if via.scheme == "https" else None,
    )


class _Arriving(httpx.AsyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._response.aiter_stream():
            yield chunk

    async def aclose(self) -> None:
        await self._response.aclose()
