"""From stored articles to an edition."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

from digest.clean import Clean, clean
from digest.config.settings import Settings
from digest.edition import FIRST_WINDOW, Draft, Source, Turn, compose, galley, turn
from digest.errors import StoreError, WorkerError
from digest.events import Grouping, Listener, NotGrouped
from digest.group import Group
from digest.news import Edition, Report, Window
from digest.paper import paper_day
from digest.pipeline.drafting import alone, drafts, items, sources
from digest.pipeline.makeup import prepared
from digest.pipeline.meaning import with_meaning
from digest.pipeline.memory import keep, remembered
from digest.pipeline.pages import Page, Standing
from digest.store.articles import (
    Arrived,
    articles_arrived,
    articles_published,
    first_arrival,
    latest_arrival,
)
from digest.store.health import feeds_missed
from digest.store.shelf import Shelf
from digest.store.tidy import index
from digest.workers import Workers

MEMORY: Final = timedelta(days=3)
"""How long a story may sleep and still go on when another article arrives."""

NOT_GROUPED: Final = Clean("Grouping failed: each article stands alone today.")


class Press:
    """Makes editions of what is stored."""

    def __init__(
        self,
        *,
        shelf: Shelf,
        workers: Workers,
        clock: Callable[[], datetime],
        listen: Listener,
    ) -> None:
        self._shelf = shelf
        self._workers = workers
        self._clock = clock
        self._listen = listen

    async def print(
        self,
        settings: Settings,
        last: Edition | None,
        *,
        since: timedelta | None = None,
        offline: bool = False,
    ) -> Edition | None:
        """Make and keep the edition that is due after `last`; None: nothing is new."""
        latest = await self._shelf.ask(latest_arrival)
        due = turn(
            last,
            now=self._clock(),
            morning=settings.digest.morning_hour,
            first=since or FIRST_WINDOW,
            earliest=await self._shelf.ask(first_arrival) if last is None else None,
            latest=latest,
        )
        if latest <= (last.window.end if last else due.window.start):
            return None
        arrived = await self._shelf.ask(articles_arrived, due.window.start, due.window.end)
        context = await self._shelf.ask(
            articles_arrived, due.window.start - MEMORY, due.window.start
        )
        edition, base, page = await self._made(settings, due, arrived, context, offline=offline)
        if not _says_more(edition, due.previous):
            return None
        front = [story.id for story in page.front]
        proof = galley(base, front=front, places=page.places)
        await self._shelf.do(keep, edition, page.memberships, proof)
        return edition

    async def catch_up(
        self, settings: Settings, *, since: timedelta, offline: bool = False
    ) -> Edition | None:
        """An edition of what was published within `since`; it is not kept."""
        now = self._clock()
        day = paper_day(now, settings.digest.morning_hour).isoformat()
        due = Turn(day=day, revision=0, window=Window(start=now - since, end=now))
        arrived = await self._shelf.ask(articles_published, due.window.start, due.window.end)
        if not arrived:
            return None
        edition, _, _ = await self._made(settings, due, arrived, (), offline=offline)
        return edition

    async def _made(
        self,
        settings: Settings,
        due: Turn,
        arrived: Sequence[Arrived],
        context: Sequence[Arrived],
        *,
        offline: bool,
    ) -> tuple[Edition, tuple[Draft, ...], Page]:
        """The edition, with the drafts as grouping found them, and the page as it was made up."""
        self._listen(Grouping(articles=len(arrived)))
        found = sources(settings.feeds, arrived, context)
        (groups, notes), _ = await asyncio.gather(
            self._grouped(found, semantic=settings.grouping.semantic), self._indexed()
        )
        memory = await remembered(self._shelf, due, [each.article.id for each in found])
        hand = memory.hand(now=self._clock())
        base = memory.dated(drafts(groups, found, memory.known, wanted=hand.concerns))
        make_up = await prepared(
            self._shelf, self._workers, settings, due, hand=hand, found=found, now=self._clock()
        )
        page = await make_up.page(base, Standing(front=_printed(due)))
        edition = compose(
            due,
            front=page.front,
            more=page.more,
            alone=page.alone,
            missed=await self._shelf.ask(feeds_missed, settings.feeds),
            sections=settings.digest.sections,
            feeds=len(settings.feeds),
            made=self._clock(),
            publishers=page.publishers,
            articles=page.articles,
            unchanged=page.unchanged,
            offline=offline,
            notes=notes,
        )
        return edition, base, page

    async def _grouped(
        self, found: Sequence[Source], *, semantic: bool
    ) -> tuple[Sequence[Group], tuple[Clean, ...]]:
        """The sources' stories; if they break a worker each is alone, and a note says so."""
        try:
            told = items(found)
            if semantic:
                told = await with_meaning(told, self._shelf, self._workers)
            return await self._workers.group(told), ()
        except WorkerError as error:
            self._listen(NotGrouped(reason=clean(str(error))))
            return alone(found), (NOT_GROUPED,)

    async def _indexed(self) -> None:
        """Index what has come, while one worker groups it: another processor is free just then."""
        with suppress(StoreError):  # the edition needs no index, and tidying tries again
            await index(self._shelf)


def _says_more(edition: Edition, printed: Edition | None) -> bool:
    """Whether an edition tells a report that the printed revision of its day did not."""
    before = {report.id for report in _reports(printed)} if printed else frozenset()
    return any(report.id not in before for report in _reports(edition))


def _reports(edition: Edition) -> Iterator[Report]:
    return (report for story in edition.everything for report in story.articles)


def _printed(due: Turn) -> tuple[str, ...]:
    """The front of the day's revision that is printed already."""
    return tuple(story.id for story in due.previous.stories) if due.previous else ()
