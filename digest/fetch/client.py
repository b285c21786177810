"""Brings documents from the web: in turn, in time, and redirect by redirect."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import TracebackType
from typing import Self

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
from digest.fetch.target import Target, target
from digest.fetch.wire import Wire


class Client:
    """Fetches many documents at once, but few from any one host.

    Args:
        typed: URLs that the reader wrote: their hosts and ports may be private ones.
        answer: Stands in for the whole web.
        transport: Carries the requests instead of the guarded web.
        env: The environment, for its proxy variables.
        resolve: Looks host names up.
        limits: How each kind of document is asked for.
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
        at_once: int = AT_ONCE,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._typed = frozenset(_places(typed))
        self._transport = (
            transport
            or (canned(answer) if answer else None)
            or Wire(Guard(resolve, self._typed), ProxyDoor(resolve), Proxies(env))
        )
        self._limits = limits
        self._now = now
        self._turns = asyncio.Semaphore(at_once)
        self._turns_at = defaultdict[str, asyncio.Semaphore](lambda: asyncio.Semaphore(per_host))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._transport.aclose()

    async def fetch(
        self, url: str, *, want: Want = Want.FEED, known: Validators | None = None
    ) -> Fetched | Unchanged:
        """Bring the document at `url`, or learn that it has not changed.

        Raises:
            Refused: The address, or one that it redirects to, must not be reached.
            FetchError: It could not be reached, said no, sent too much or took too long.
        """
        limits = self._limits[want]
        there, left = target(url), limits.seconds
        moved, for_good = "", True
        for _ in range(MOST_REDIRECTS + 1):
            exchange = Exchange(to=there, limits=limits, known=known, now=self._now())
            outcome, seconds = await self._in_turn(exchange, left)
            if not isinstance(outcome, Redirect):
                return replace(outcome, moved=moved)
            there, left = outcome.to, left - seconds
            for_good = for_good and outcome.for_good
            moved = there.full_url if for_good else ""
        raise FetchError(f"redirected more than {MOST_REDIRECTS} times", kind="redirect")

    async def _in_turn(
        self, exchange: Exchange, left: float
    ) -> tuple[Fetched | Unchanged | Redirect, float]:
        """What comes of `exchange` within `left` seconds, and how many it took."""
        judge(exchange.to.host, exchange.to.port, self._typed)
        async with self._turns_at[exchange.to.host], self._turns:
            began = time.monotonic()
            try:
                async with asyncio.timeout(left):
                    outcome = await exchange.over(self._transport)
            except TimeoutError as error:
                seconds = exchange.limits.seconds
                raise FetchError(f"not done in {seconds:g} seconds", kind="timeout") from error
            return outcome, time.monotonic() - began


def _places(urls: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The hosts and ports in `urls`; what is no address gives none."""
    for url in urls:
        try:
            there: Target = target(url)
        except FetchError:
            continue
        yield there.place
