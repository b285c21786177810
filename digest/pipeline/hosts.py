"""What hosts ask of their visitors, and our keeping to it.

A feed is asked for because its reader named it; the pages behind it are asked for by a robot,
and so by leave of robots.txt, which is read once a day. The wait for one host is bounded: past
that the feed's own text stands in for its pages.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from digest.errors import FetchError, Refused
from digest.fetch import Client, Rules, ask_robots, origin
from digest.store.hosts import HostState, forget_hosts, host_state, save_hold, save_robots
from digest.store.shelf import Shelf

FRESH: Final = timedelta(days=1)
"""How long a robots.txt holds (RFC 9309, 2.4)."""

FORGET: Final = timedelta(days=30)
"""A host that nobody has visited for so long."""

LONGEST_WAIT: Final = timedelta(seconds=45)
"""For a turn at one host, in one run: nine pages with the longest Crawl-delay."""


class Hosts:
    """The hosts of one run."""

    def __init__(self, *, client: Client, shelf: Shelf, clock: Callable[[], datetime]) -> None:
        self._client = client
        self._shelf = shelf
        self._clock = clock
        self._hosts = defaultdict[str, _Host](_Host)

    async def held(self, url: str) -> bool:
        """Whether the host of `url` has asked to be left alone for now."""
        site = origin(url)
        host = await self._remembered(site)
        return host.not_before is not None and host.not_before > self._clock()

    async def admit(self, url: str) -> None:
        """Let a page be read, or not.

        Raises:
            Refused: robots.txt says no.
            FetchError: robots.txt cannot be had, which is a no as well.
        """
        host = await self._ruled(origin(url))
        if host.trouble:
            raise host.trouble.with_traceback(None)
        if not host.rules.allow(url):
            raise Refused("its site asks robots not to read it (robots.txt)", kind="robots")

    async def turn(self, url: str) -> None:
        """Wait until a page may be read, as its host asks by Crawl-delay or Retry-After.

        Raises:
            FetchError: That is too long for now; or what `admit` raises.
        """
        await self.admit(url)
        host, now = self._hosts[origin(url)], self._clock()
        at = max(host.next_turn or now, host.not_before or now, now)
        if at - now > LONGEST_WAIT:
            raise FetchError("its site asks for more time between visits", kind="busy")
        if host.rules.delay:
            host.next_turn = at + timedelta(seconds=host.rules.delay)
        if at > now:
            await asyncio.sleep((at - now).total_seconds())

    async def hold(self, url: str, seconds: float) -> None:
        """Leave the host of `url` alone for so long, in later runs too."""
        site = origin(url)
        until = self._clock() + timedelta(seconds=seconds)
        self._hosts[site].not_before = until
        await self._shelf.do(save_hold, site, until)

    async def heed(self, error: Exception) -> float | None:
        """Leave alone the host that has asked for it with its no; for how many seconds."""
        if not isinstance(error, FetchError) or not error.retry_after:
            return None
        await self.hold(error.at, error.retry_after)
        return error.retry_after

    async def forget(self) -> None:
        """Drop what has not been asked for in a month."""
        await self._shelf.do(forget_hosts, self._clock() - FORGET)

    async def _remembered(self, site: str) -> "_Host":
        """The host, with what earlier runs know of it."""
        host = self._hosts[site]
        async with host.remembering:
            if host.state is None:
                host.state = await self._shelf.ask(host_state, site)
                host.not_before = host.not_before or host.state.not_before
        return host

    async def _ruled(self, site: str) -> "_Host":
        """The host, with the rules of its robots.txt: asked for once, whoever waits for it."""
        host = await self._remembered(site)
        async with host.asking:
            if not host.asked:
                await self._ask(site, host)
                host.asked = True
        return host

    async def _ask(self, site: str, host: "_Host") -> None:
        assert host.state is not None
        now, robots = self._clock(), host.state.robots
        if host.state.read is None or not now - FRESH < host.state.read <= now:
            try:
                robots = await ask_robots(site, self._client)
                await self._shelf.do(save_robots, site, robots, now)
            except FetchError as error:
                await self.heed(error)
                if host.state.read is None:
                    host.trouble = _told(error)
        host.rules = Rules(robots)


class _Host:
    """One host, in one run."""

    def __init__(self) -> None:
        self.remembering = asyncio.Lock()
        self.asking = asyncio.Lock()
        self.state: HostState | None = None
        self.asked = False
        self.trouble: FetchError | None = None
        self.rules = Rules("")
        self.not_before: datetime | None = None
        self.next_turn: datetime | None = None


def _told(error: FetchError) -> FetchError:
    """Why its pages cannot be read; that there is no network, or no leave, is the same for all."""
    if error.offline or isinstance(error, Refused):
        return error
    return FetchError(f"its robots.txt cannot be had: {error}", kind=error.kind)
