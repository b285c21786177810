"""Connections that wait a short while for the next question to the same server."""

from typing import Final, TypeAlias

import httpcore

from digest.fetch.manners import AT_ONCE
from digest.fetch.target import Target

IDLE_SECONDS: Final = 4.0
"""A second less than the servers that hang up soonest, Apache and Node, wait."""

Way: TypeAlias = tuple[Target | None, tuple[str, str, int] | None]
"""The proxy, and the origin; a proxy takes questions to any host by plain http."""


class Kept:
    """The idle connections, as many as may be busy: the oldest goes when one too many comes."""

    def __init__(self) -> None:
        self._idle: list[tuple[Way, httpcore.AsyncConnectionInterface]] = []

    async def take(self, way: Way) -> httpcore.AsyncConnectionInterface | None:
        """The one that was busy last, if one is still open."""
        while (place := self._last(way)) is not None:
            _, connection = self._idle.pop(place)
            if not connection.has_expired():
                return connection
            await connection.aclose()
        return None

    async def keep(self, way: Way, connection: httpcore.AsyncConnectionInterface) -> None:
        """Keep a connection, unless its server has more to say, or has said that it ends."""
        if connection.is_idle():
            self._idle.append((way, connection))
            await self._close_all_but(AT_ONCE)

    async def aclose(self) -> None:
        """Hang up."""
        await self._close_all_but(0)

    def _last(self, way: Way) -> int | None:
        places = reversed(range(len(self._idle)))
        return next((place for place in places if self._idle[place][0] == way), None)

    async def _close_all_but(self, most: int) -> None:
        while len(self._idle) > most:
            _, connection = self._idle.pop(0)
            await connection.aclose()
