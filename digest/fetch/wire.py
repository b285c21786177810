"""The transport: asks by a connection that is idle, or by a new one.

httpcore's pools only make connections here. Who may ask, and how many at once, is settled before
(see `client`), no slot of a pool can be lost to a cancelled request, and a new connection for each
of 299 feeds costs a third more CPU time than one that is kept.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from functools import partial
from http import HTTPStatus

import httpcore
import httpx

from digest.errors import FetchError
from digest.fetch.guard import Guard, ProxyDoor
from digest.fetch.kept import IDLE_SECONDS, Kept
from digest.fetch.line import Line
from digest.fetch.proxies import Proxies
from digest.fetch.target import Target, target


class Wire(httpx.AsyncBaseTransport):
    """Carries requests to the guarded web, or to the reader's proxy."""

    def __init__(self, guard: Guard, door: ProxyDoor, proxies: Proxies) -> None:
        self._guard = guard
        self._door = door
        self._proxies = proxies
        self._kept = Kept()
        self._pools: dict[tuple[Target | None, bool], httpcore.AsyncConnectionPool] = {}
        self._trust: ssl.SSLContext | None = None
        self._trusting = asyncio.Lock()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`, and return the answer when its headers are there."""
        there = target(str(request.url))
        via = self._proxies.on_the_way_to(there)
        way = via, None if via and there.scheme == "http" else there.origin
        question = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=request.url.raw_scheme,
                host=there.host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            extensions=request.extensions,
        )
        while connection := await self._kept.take(way):
            with suppress(httpcore.ProtocolError, httpcore.ConnectionNotAvailable, FetchError):
                answer = await _answer(connection, question)
                break  # or it was closed while it waited: ask by another
        else:
            connection = (await self._pool(there, via)).create_connection(question.url.origin)
            answer = await _answer(connection, question)
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Arriving(answer, partial(self._kept.keep, way, connection)),
        )

    async def aclose(self) -> None:
        """Hang up."""
        await self._kept.aclose()
        await asyncio.sleep(0)  # sockets are closed at the loop's next turn

    async def _pool(self, there: Target, via: Target | None) -> httpcore.AsyncConnectionPool:
        """What makes connections to `there`."""
        tls = "https" in {there.scheme, via.scheme if via else ""}
        if (via, tls) not in self._pools:
            context = await self._context() if tls else None
            self._pools[via, tls] = httpcore.AsyncConnectionPool(
                ssl_context=context,
                proxy=_proxy(via, context) if via else None,
                network_backend=self._door if via else self._guard,
                keepalive_expiry=IDLE_SECONDS,
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


async def _answer(
    connection: httpcore.AsyncConnectionInterface, question: httpcore.Request
) -> httpcore.Response:
    try:
        answer = await connection.handle_async_request(question)
        line = answer.extensions["network_stream"]
        assert isinstance(line, Line)
        line.answered()
    except BaseException:  # nobody holds it any more
        await connection.aclose()
        raise
    return answer


class _Arriving(httpx.AsyncByteStream):
    """The body of an answer, as it comes; `done` is told that it has come."""

    def __init__(self, response: httpcore.Response, done: Callable[[], Awaitable[None]]) -> None:
        self._response = response
        self._done = done

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._response.aiter_stream():
            yield chunk

    async def aclose(self) -> None:
        if self._response.status == HTTPStatus.NOT_MODIFIED:
            await self._response.aread()  # nothing: but only what was read is over
        await self._response.aclose()
        await self._done()
