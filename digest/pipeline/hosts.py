"""What hosts ask of their visitors, and our keeping to it.

A feed is asked for because its reader named it; the pages behind it are asked for by a robot,
and so by leave of robots.txt, which is read once a day. The wait for one host is bounded: past
that the feed's own text stands in for its pages.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Final

from digest.errors import FetchError, Refused
from digest.fetch import Client, Rules, ask_robots, origin
from digest.fetch.manners import PER_HOST
from digest.store.hosts import (
    HostState,
    forget_hosts,
    host_state,
    save_hold,
    save_lost,
    save_robots,
)
from digest.store.shelf import Shelf

FRESH: Final = timedelta(days=1)
"""How long a robots.txt holds (RFC 9309, 2.4)."""

GIVEN_UP: Final = timedelta(days=30)
"""A robots.txt that cannot be had for so long forbids nothing any more (RFC 9309, 2.3.1.4)."""

FORGET: Final = timedelta(days=30)
"""A host that nobody has visited for so long."""

LONGEST_WAIT: Final = timedelta(seconds=45)
"""For a turn at one host, in one run: nine pages with the longest Crawl-delay."""


class _Host:
    """One host, in one run."""

    def __init__(self) -> None:
        self.remembering = asyncio.Lock()
        self.asking = asyncio.Lock()
        self.visits = asyncio.Semaphore(PER_HOST)
        self.state: HostState | None = None
        self.asked = False
        self.trouble: FetchError | None = None
        self.rules = Rules("")
        self.not_before: datetime | None = None
        self.last_turn: datetime | None = None
        self.next_turn: datetime | None = None

    def is_closed(self, now: datetime) -> bool:
        """Whether it has asked to be left alone, and nobody has waited until then."""
        return self.not_before is not None and self.not_before > max(now, self.last_turn or now)


class Hosts:
    """The hosts of one run."""

    def __init__(self, *, client: Client, shelf: Shelf, clock: Callable[[], datetime]) -> None:
        self._client = client
        self._shelf = shelf
        self._clock = clock
        self._hosts = defaultdict[str, _Host](_Host)

    async def held(self, url: str) -> bool:
        """Whether the host of `url` has asked to be left alone for now."""
        host = await self._remembered(origin(url))
        return host.is_closed(self._clock())

    async def admit(self, url: str) -> None:
        """Let a page be read, or not.

        Raises:
            Refused: robots.txt says no.
            FetchError: robots.txt cannot be had, which is a no as well; or the host has asked to
                be left alone.
        """
        host = await self._allowing(url)
        if host.is_closed(self._clock()):
            raise _busy()

    @asynccontextmanager
    async def visit(self, url: str) -> AsyncIterator[None]:
        """A visit to the host of `url`, one of few at once, when Crawl-delay and Retry-After allow.

        Raises:
            FetchError: That is too long for now, or robots.txt cannot be had.
            Refused: robots.txt says no.
        """
        host, came = await self._allowing(url), self._clock()
        while True:
            await self._turn(host, came)
            async with host.visits:
                if not host.is_closed(self._clock()):  # as it may be since a visit before this
                    yield
                    return

    async def _turn(self, host: _Host, came: datetime) -> None:
        """Wait for the next turn at a host; who `came` too long before it is sent away."""
        now = self._clock()
        at = max(now, host.next_turn or now, host.not_before or now)
        if at - came > LONGEST_WAIT:
            raise _busy()
        host.next_turn = at + timedelta(seconds=host.rules.delay)
        if at > now:
            await asyncio.sleep((at - now).total_seconds())
        host.last_turn = max(at, host.last_turn or at)

    async def heed(self, error: Exception) -> float | None:
        """Leave alone the host that has asked for it with its no; for how many seconds.

        Later runs do so, too.
        """
        if not isinstance(error, FetchError) or not error.retry_after:
            return None
        site = origin(error.at)
        until = self._clock() + timedelta(seconds=error.retry_after)
        until = self._hosts[site].not_before = max(until, self._hosts[site].not_before or until)
        await self._shelf.do(save_hold, site, until)
        return error.retry_after

    async def forget(self) -> None:
        """Drop what has not been asked for in a month."""
        await self._shelf.do(forget_hosts, self._clock() - FORGET)

    async def _remembered(self, site: str) -> _Host:
        """The host, with what earlier runs know of it."""
        host = self._hosts[site]
        async with host.remembering:
            if host.state is None:
                host.state = await self._shelf.ask(host_state, site)
                host.not_before = host.not_before or host.state.not_before
        return host

    async def _allowing(self, url: str) -> _Host:
        """The host of `url`, whose robots.txt allows it: asked for once, whoever waits for it."""
        site = origin(url)
        host = await self._remembered(site)
        async with host.asking:
            if not host.asked:
                await self._ask(site, host)
                host.asked = True
        if host.trouble:
            raise host.trouble.with_traceback(None)
        if not host.rules.allow(url):
            raise Refused("its site asks robots not to read it (robots.txt)", kind="robots")
        return host

    async def _ask(self, site: str, host: _Host) -> None:
        assert host.state is not None
        now, robots = self._clock(), host.state.robots
        if host.state.read is None or not now - FRESH < host.state.read <= now:
            try:
                robots = await ask_robots(site, self._client)
                await self._shelf.do(save_robots, site, robots, now)
            except FetchError as error:
                await self.heed(error)
                host.trouble = await self._trouble(site, host.state, error)
        host.rules = Rules(robots)

    async def _trouble(self, site: str, state: HostState, error: FetchError) -> FetchError | None:
        """Why the pages of a site cannot be read whose robots.txt could not; None: they may be.

        An older one holds meanwhile. That there is no network, or no leave, is the same for all.
        """
        if error.offline or isinstance(error, Refused):
            return None if state.read else error
        now = self._clock()
        await self._shelf.do(save_lost, site, now)
        if state.read or (state.lost and now - state.lost >= GIVEN_UP):
            return None
        return FetchError(f"its robots.txt cannot be had: {error}", kind=error.kind)


def _busy() -> FetchError:
    return FetchError("its site asks for more time between visits", kind="busy")
