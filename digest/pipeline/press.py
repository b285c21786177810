"""From stored articles to an edition."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from msgspec.structs import replace

from digest.clean import masked
from digest.config import Settings
from digest.edition import (
    FIRST_WINDOW,
    MORE_WORDS,
    Draft,
    Source,
    Turn,
    Wishes,
    allot,
    arrange,
    compose,
    paper_day,
    told,
    turn,
)
from digest.errors import WorkerError
from digest.events import Grouping, Listener
from digest.group import Group
from digest.news import (
    Edition,
    Feed,
    Missed,
    Sentence,
    Story,
    Telling,
    Window,
)
from digest.pipeline.drafting import alone, drafts, items, sources
from digest.store import (
    Arrived,
    Membership,
    Shelf,
    articles_arrived,
    articles_published,
    feed_health,
    latest_arrival,
    save_edition,
    stories_told,
)
from digest.workers import Workers

MEMORY: Final = timedelta(days=3)
"""How long a story may sleep and still go on when another article arrives."""

MOST_COMPARED: Final = 20
"""Articles of a story, in its order, that are told and compared."""

ALONE_SENTENCES: Final = 2


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
            latest=latest,
        )
        if latest <= (last.window.end if last else due.window.start):
            return None
        arrived = await self._shelf.ask(articles_arrived, due.window.start, due.window.end)
        context = await self._shelf.ask(
            articles_arrived, due.window.start - MEMORY, due.window.start
        )
        edition = await self._made(settings, due, arrived, context, offline=offline)
        await self._shelf.do(save_edition, edition, _memberships(edition.everything))
        return edition

    async def reprint(
        self, settings: Settings, *, since: timedelta, offline: bool = False
    ) -> Edition | None:
        """An edition of what was published within `since`; it is not kept."""
        now = self._clock()
        day = paper_day(now, settings.digest.morning_hour).isoformat()
        due = Turn(day=day, revision=0, window=Window(start=now - since, end=now))
        arrived = await self._shelf.ask(articles_published, due.window.start, due.window.end)
        if not arrived:
            return None
        return await self._made(settings, due, arrived, (), offline=offline)

    async def _made(
        self,
        settings: Settings,
        due: Turn,
        arrived: Sequence[Arrived],
        context: Sequence[Arrived],
        *,
        offline: bool,
    ) -> Edition:
        self._listen(Grouping(articles=len(arrived)))
        found = sources(settings.feeds, arrived, context)
        groups = await self._grouped(found)
        told_before = await self._shelf.ask(
            stories_told, [each.article.id for each in found], due.day
        )
        plan = arrange(
            drafts(groups, found, told_before, due.day), turn=due, wishes=_wishes(settings)
        )
        budget = allot(len(plan.front), settings.digest.minutes)
        front, more = await asyncio.gather(
            asyncio.gather(*map(self._told, plan.front, budget)),
            asyncio.gather(*(self._told(each, MORE_WORDS) for each in plan.more)),
        )

        def story(each: Draft, telling: Telling) -> Story:
            return told(each, plan.places[each.id], telling, turn=due)

        shown = [source for each in plan.everything for source in each.fresh]
        return compose(
            due,
            front=[story(*pair) for pair in zip(plan.front, front, strict=True)],
            more=[story(*pair) for pair in zip(plan.more, more, strict=True)],
            alone=[story(each, Telling(summary=_own_summary(each))) for each in plan.alone],
            missed=await self._missed(settings.feeds),
            sections=settings.digest.sections,
            feeds=len(settings.feeds),
            made=self._clock(),
            publishers=len({source.publisher for source in shown}),
            articles=len(shown),
            offline=offline,
        )

    async def _grouped(self, found: Sequence[Source]) -> Sequence[Group]:
        """The sources' stories; where the sources break a worker, each is a story of its own."""
        try:
            return await self._workers.group(items(found))
        except WorkerError:
            return alone(found)

    async def _told(self, each: Draft, words: int) -> Telling:
        """A story's summary, of what is new for an update, and its reports compared.

        A story that breaks a worker is told in the summary of its first article.
        """
        fresh = [index for index, source in enumerate(each.sources) if source.fresh]
        shown = range(min(MOST_COMPARED, len(each.sources)))
        try:
            return await self._workers.tell(
                [each.sources[index].article for index in shown],
                origins=[each.origins[index] for index in shown],
                fresh=[index for index in fresh if index in shown],
                words=words,
            )
        except WorkerError:
            return Telling(summary=_own_summary(each))

    async def _missed(self, feeds: Sequence[Feed]) -> tuple[Missed, ...]:
        health = await self._shelf.ask(feed_health, feeds)
        return tuple(
            Missed(
                feed=each.title,
                url=masked(each.feed.url),
                reason=each.reason,
                failures=each.failures,
                since=each.failing_since,
            )
            for each in health
            if each.failures and each.failing_since
        )


def _own_summary(each: Draft) -> tuple[Sentence, ...]:
    """The first sentences of the summary that its one article was given when it was read."""
    fresh = next(index for index, source in enumerate(each.sources) if source.fresh)
    article = each.sources[fresh].article
    return tuple(replace(s, article=fresh) for s in article.summary[:ALONE_SENTENCES])


def _wishes(settings: Settings) -> Wishes:
    return Wishes(
        stories=settings.digest.stories,
        minutes=settings.digest.minutes,
        follow=settings.follow.words,
        mute=settings.mute.words,
    )


def _memberships(stories: Sequence[Story]) -> list[Membership]:
    return [
        Membership(article=report.id, story=story.id)
        for story in stories
        for report in story.articles
    ]
