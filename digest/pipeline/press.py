"""From stored articles to an edition."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from typing import Final

from digest.clean import masked
from digest.config import Settings
from digest.edition import (
    FIRST_WINDOW,
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
    Story,
    Window,
)
from digest.pipeline.drafting import alone, drafts, items, sources
from digest.pipeline.telling import Teller
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
        teller = Teller(
            shelf=self._shelf, workers=self._workers, day=due.day, day_of=self._day_of(settings)
        )
        tellings = await teller.tell(plan, allot(len(plan.front), settings.digest.minutes))

        def stories(drafts: Sequence[Draft]) -> list[Story]:
            return [
                told(each, plan.places[each.id], tellings[each.id], turn=due) for each in drafts
            ]

        shown = [source for each in plan.everything for source in each.fresh]
        return compose(
            due,
            front=stories(plan.front),
            more=stories(plan.more),
            alone=stories(plan.alone),
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

    def _day_of(self, settings: Settings) -> Callable[[datetime], str]:
        """What names the paper day of a moment, in the reader's zone."""
        zone, morning = self._clock().tzinfo, settings.digest.morning_hour

        def day_of(moment: datetime) -> str:
            if moment.time() == time():  # a page that gives its day alone
                return moment.date().isoformat()
            return paper_day(moment.astimezone(zone), morning).isoformat()

        return day_of

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
