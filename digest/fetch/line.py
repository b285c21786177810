"""One TCP connection, as httpcore wants it: asyncio's own streams, and errors in words.

httpcore's default goes by way of anyio, which costs 30% more CPU time a request.
Timeouts for reading and writing are left out: there is a deadline for the whole exchange.
"""

import asyncio
import ssl
from contextlib import suppress
from math import inf
from typing import Final

import httpcore

from digest.clean import clean
from digest.errors import FetchError

PRELUDE: Final = 2**16
"""Bytes to be had before an answer begins: headers, and "103 Early Hints" sent for ever."""


class Line(httpcore.AsyncNetworkStream):
    """An open connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._patience: float = PRELUDE
        self._heard = False

    def answered(self) -> None:
        """Note that the answer proper has begun: from here on its size is bounded elsewhere.

        Raises:
            FetchError: It was there before the question, behind the answer to another.
        """
        if not self._heard:
            raise _out_of_turn()
        self._patience = inf

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002, ASYNC109 - httpcore's
        """Up to `max_bytes`; none at the end."""
        if self._patience <= 0:
            raise FetchError("no answer, but endless preliminaries", kind="bad answer")
        try:
            data = await self._reader.read(max_bytes)
        except OSError as error:  # ssl.SSLError among them
            raise FetchError("the connection broke", kind="cut off") from error
        self._heard = True
        self._patience -= len(data)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002, ASYNC109 - httpcore's
        """Send all of `buffer`; httpcore reads on after a WriteError: there may be an answer."""
        if self._patience == inf:
            await self._expect_silence()
        self._patience, self._heard = PRELUDE, False
        try:
            self._writer.write(buffer)
            await self._writer.drain()
        except OSError as error:
            raise httpcore.WriteError from error

    async def _expect_silence(self) -> None:
        """Between an answer and the next question nothing is said."""
        with suppress(TimeoutError):
            async with asyncio.timeout(0):
                await self.read(1)
            raise _out_of_turn()

    async def aclose(self) -> None:
        """Hang up, without waiting for what may still be under way."""
        self._writer.transport.abort()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's
    ) -> "Line":
        """Go on under TLS, as this same connection."""
        try:
            async with asyncio.timeout(timeout):
                await self._writer.start_tls(ssl_context, server_hostname=server_hostname)
        except TimeoutError as error:
            raise FetchError("no secure connection: no TLS in time", kind="TLS") from error
        except (OSError, UnicodeError) as error:
            raise FetchError(f"no secure connection: {_tls_trouble(error)}", kind="TLS") from error
        return self

    def get_extra_info(self, info: str) -> object:
        """What httpcore asks: which TLS this is, and whether the other end has hung up."""
        if info == "is_readable":
            return self._reader.at_eof() or self._writer.is_closing()
        return self._writer.get_extra_info(info) if info == "ssl_object" else None


def _out_of_turn() -> FetchError:
    return FetchError("an answer that nobody asked for", kind="bad answer")


def _tls_trouble(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return clean(error.verify_message).rstrip(".")
    return "no TLS is spoken there"
