"""Brings documents from the web: in turn, in time, and redirect by redirect."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from typing import Self, TypeAlias

import httpx
from msgspec.structs import replace

from digest.errors import FetchError
from digest.fetch.canned import Answer, canned
from digest.fetch.exchange import Exchange, Fetched, Redirect, Unchanged
from digest.fetch.guard import Guard, ProxyDoor, judge
from digest.fetch.heed import Validators
from digest.fetch.manners import AT_ONCE, LIMITS, MOST_REDIRECTS, PER_HOST, Limits, Want
from digest.fetch.names import Resolver, look_up
from digest.fetch.proxies import Proxies
from digest.fetch.room import Place, no_place
from digest.fetch.target import target
from digest.fetch.wire import Wire

Admit: TypeAlias = Callable[[str], Awaitable[None]]
"""Raises a FetchError for a URL that must not be asked for now."""


class Client:
    """Fetches many documents at once, but few from any one host.

    Args:
        typed: URLs that the reader wrote: their hosts and ports may be private ones.
        answer: Stands in for the whole web.
        transport: Carries the requests instead of the guarded web.
        env: The environment, for its proxy variables.
        resolve: Looks host names up.
        limits: How each kind of document is asked for.
        per_host: How many requests one host gets at once.
        now: Seconds since 1970, for the dates in headers.
    """

    def __init__(
        self,
        *,
        typed: Iterable[str] = (),
        answer: Answer | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        env: Mapping[str, str],
        resolve: Resolver = look_up,
        limits: Mapping[Want, Limits] = LIMITS,
        per_host: int = PER_HOST,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._typed = frozenset(_hosts_and_ports(typed))
        self._transport = (
            transport
            or (canned(answer) if answer else None)
            or Wire(Guard(resolve, self._typed), ProxyDoor(resolve), Proxies(env))
        )
        self._limits = limits
        self._now = now
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._turns_at = defaultdict[str, asyncio.Semaphore](lambda: asyncio.Semaphore(per_host))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._transport.aclose()

    async def fetch(
        self,
        url: str,
        *,
        want: Want = Want.FEED,
        known: Validators | None = None,
        admit: Admit | None = None,
        place: Place = no_place,
    ) -> Fetched | Unchanged:
        """Bring the document at `url`, or learn that it has not changed.

        `admit` has a say about `url` and whatever it redirects to; `place` is where a large
        body goes.

        Raises:
            Refused: The address, or one that it redirects to, must not be reached.
            FetchError: It could not be reached, said no, sent too much or took too long; or
                what `admit` raises.
        """
        limits = self._limits[want]
        there, left = target(url), limits.seconds
        moved, for_good = "", True
        for _ in range(MOST_REDIRECTS + 1):
            if admit:
                await admit(there.url)
            exchange = Exchange(to=there, limits=limits, known=known, now=self._now())
            outcome, left = await self._in_turn(exchange, left, place)
            if not isinstance(outcome, Redirect):
                return replace(outcome, moved=moved)
            there = outcome.to
            for_good = for_good and outcome.for_good
            moved = there.full_url if for_good else ""
        raise FetchError(f"redirected more than {MOST_REDIRECTS} times", kind="redirect")

    async def _in_turn(
        self, exchange: Exchange, left: float, place: Place
    ) -> tuple[Fetched | Unchanged | Redirect, float]:
        """What comes of `exchange` within `left` seconds, and how many are left then.

        To wait for a turn or for a place is not counted.
        """
        judge(exchange.to.host, exchange.to.port, self._typed)
        async with self._turns_at[exchange.to.host], self._turns:
            deadline = asyncio.timeout(left)

            async def wait_for_place() -> None:
                remaining = _remaining(deadline)
                deadline.reschedule(None)
                await place()
                deadline.reschedule(asyncio.get_running_loop().time() + remaining)

            try:
                async with deadline:
                    outcome = await exchange.over(self._transport, wait_for_place)
            except TimeoutError as error:
                seconds = exchange.limits.seconds
                raise FetchError(f"not done in {seconds:g} seconds", kind="timeout") from error
            return outcome, _remaining(deadline)


def _remaining(deadline: asyncio.Timeout) -> float:
    return (deadline.when() or 0.0) - asyncio.get_running_loop().time()


def _hosts_and_ports(urls: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The hosts and ports in `urls`; what is no address gives none."""
    for url in urls:
        try:
            there = target(url)
        except FetchError:
            continue
        yield there.host, there.port
