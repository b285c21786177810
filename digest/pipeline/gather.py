"""From feeds to stored articles."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from msgspec.structs import replace

from digest.clean import Clean, clean, clean_url, masked, untracked
from digest.errors import FetchError, ParseError, WorkerError
from digest.events import ArticleRead, FeedFetched, FeedMissed, Listener, Started, Updated
from digest.fetch import Client, Fetched, Place, Room, Unchanged, Validators, Want
from digest.news import Entry, Feed, Missed
from digest.pipeline.hosts import Hosts
from digest.pipeline.reading import Reading, title_of
from digest.store.articles import entries_wanting, save_articles
from digest.store.feeds import (
    Brought,
    FeedState,
    Outcome,
    feed_state,
    save_feed,
    save_missed,
    save_unchanged,
)
from digest.store.shelf import Shelf
from digest.workers import Workers

FORGET_VALIDATORS: Final = timedelta(days=8)
"""A server that answers 304 by mistake is found out after so long."""

LONGEST_WAIT: Final = timedelta(hours=6)
"""A feed is asked again after this, whatever its Cache-Control says."""

_GONE: Final = Clean("gone for good (410), and not asked again: see digest feeds")

MOST_PAGES: Final = 100
"""Pages read for one feed in one run."""

FEEDS_AHEAD: Final = 64
"""Feeds asked for and not parsed yet: twice what the client asks at once."""


class Gatherer:
    """One update: every feed once, and a page for every new entry."""

    def __init__(
        self,
        *,
        client: Client,
        shelf: Shelf,
        workers: Workers,
        clock: Callable[[], datetime],
        listen: Listener,
        at_once: bool = False,
    ) -> None:
        """With `at_once` those feeds are asked too that said when, or that they are gone."""
        self._client = client
        self._shelf = shelf
        self._workers = workers
        self._clock = clock
        self._listen = listen
        self._at_once = at_once
        self._hosts = Hosts(client=client, shelf=shelf, clock=clock)
        self._room = Room()
        self._reading = Reading(client=client, workers=workers, hosts=self._hosts, room=self._room)
        self._feeds = asyncio.Semaphore(FEEDS_AHEAD)
        self._missed: list[tuple[Outcome, Exception]] = []
        self._new = self._unread = 0
        self._titles: dict[str, str] = {}

    async def run(self, feeds: Sequence[Feed], *, reach: timedelta) -> Updated:
        """Fetch `feeds`; of one that is new, read what was published within `reach`.

        Raises:
            StoreError: The store cannot be used; what was kept before stays.
        """
        self._listen(Started(feeds=len(feeds)))
        horizon = self._clock() - reach
        waiting = await self._shelf.ask(entries_wanting, [feed.url for feed in feeds], horizon)
        by_url = {feed.url: feed for feed in feeds}
        try:
            async with asyncio.TaskGroup() as tasks:
                for entry in waiting:
                    tasks.create_task(self._article(by_url[entry.feed], entry))
                for feed in feeds:
                    tasks.create_task(self._feed(feed, horizon, tasks))
        except ExceptionGroup as several:  # one tells all: the first has ended the others
            raise several.exceptions[0] from several
        await self._hosts.forget()
        offline = len(self._missed) == len(feeds) and self._no_host_answered()
        if not offline:
            await self._shelf.do(save_missed, [outcome for outcome, _ in self._missed])
        updated = Updated(
            feeds=len(feeds),
            missed=len(self._missed),
            new=self._new,
            unread=self._unread,
            offline=offline,
        )
        self._listen(updated)
        return updated

    def _no_host_answered(self) -> bool:
        """Whether the network is gone, by what every feed met.

        Behind some routers that means that no name is known at all; one host that is not known
        is a wrong address, several and no other are a network that is gone.
        """
        errors = [error for _, error in self._missed if isinstance(error, FetchError)]
        hosts = {urlsplit(outcome.url).hostname for outcome, _ in self._missed}
        lost = len(errors) == len(self._missed) and all(
            error.offline or error.kind == "not found" for error in errors
        )
        return lost and (len(hosts) > 1 or any(error.offline for error in errors))

    async def _feed(self, feed: Feed, horizon: datetime, tasks: asyncio.TaskGroup) -> None:
        """Ask a feed for its entries; each that is to be read is one more of the `tasks`."""
        state = await self._shelf.ask(feed_state, feed.url)
        self._titles[feed.url] = feed.title or state.title
        if not self._at_once and await self._too_early(feed, state):
            self._listen(FeedFetched(url=feed.url, new=0, changed=False))
            return
        try:
            if state.gone and not self._at_once:
                raise FetchError("", gone=True)  # noqa: TRY301 - a kind of miss
            async with self._feeds, self._room.place() as place:
                brought = await self._answered(feed, state, place)
        except (FetchError, ParseError, WorkerError) as error:
            await self._miss(feed, state, error)
            return
        new = [e for e in brought.new if state.known or (e.published or horizon) >= horizon]
        for entry in [*new, *brought.changed][:MOST_PAGES]:
            tasks.create_task(self._article(feed, entry))

    async def _too_early(self, feed: Feed, state: FeedState) -> bool:
        """Whether the feed, or its host, has asked not to be visited yet."""
        early = state.next_poll is not None and state.next_poll > self._clock()
        return early or await self._hosts.held(state.moved or feed.url)

    async def _answered(self, feed: Feed, state: FeedState, place: Place) -> Brought:
        """What the feed has now and had not before, stored."""
        answer = await self._client.fetch(
            state.moved or feed.url, want=Want.FEED, known=self._known(state), place=place
        )
        at = self._clock()
        outcome = Outcome(
            url=feed.url,
            at=at,
            moved=answer.moved or state.moved,
            next_poll=at + min(timedelta(seconds=answer.max_age), LONGEST_WAIT)
            if answer.max_age
            else None,
        )
        if isinstance(answer, Unchanged):
            await self._shelf.do(save_unchanged, outcome)
            self._listen(FeedFetched(url=feed.url, new=0, changed=False))
            return Brought()
        return await self._stored(feed, answer, outcome)

    async def _stored(self, feed: Feed, answer: Fetched, outcome: Outcome) -> Brought:
        parsed = await self._workers.parse(
            answer.body, url=feed.url, content_type=answer.content_type
        )
        self._titles[feed.url] = feed.title or parsed.title
        given = replace(
            outcome,
            title=parsed.title,
            home=parsed.home,
            etag=answer.validators.etag,
            modified=answer.validators.modified,
        )
        brought = await self._shelf.do(save_feed, given, parsed.entries)
        self._new += len(brought.new)
        self._listen(FeedFetched(url=feed.url, new=len(brought.new), changed=True))
        return brought

    def _known(self, state: FeedState) -> Validators | None:
        fresh = state.validated and self._clock() - state.validated < FORGET_VALIDATORS
        return Validators(etag=state.etag, modified=state.modified) if fresh else None

    async def _miss(self, feed: Feed, state: FeedState, error: Exception) -> None:
        at = self._clock()
        wait = await self._hosts.heed(error)
        gone = isinstance(error, FetchError) and error.gone
        outcome = Outcome(
            url=feed.url,
            at=at,
            reason=_GONE if gone else clean(str(error)),
            next_poll=at + timedelta(seconds=wait) if wait else None,
            gone=gone,
        )
        missed = Missed(
            feed=clean(self._titles[feed.url]) or masked(feed.url),
            url=masked(clean_url(feed.url)),
            reason=outcome.reason,
            failures=state.failures + 1,
            since=state.failing_since or at,
        )
        self._missed.append((outcome, error))
        self._listen(FeedMissed(missed=missed))

    async def _article(self, feed: Feed, entry: Entry) -> None:
        """Read the article behind an entry, and keep it under the names that the feed gives."""
        article = await self._reading.read(entry)
        if article is None:
            self._unread += 1
            return
        title = clean(self._titles.get(feed.url, ""))
        named = replace(
            article,
            id=entry.id,
            feed=feed.url,
            title=title_of(entry, article.title),
            url=_shown(article.url, feed),
            publisher=article.publisher or title or masked(feed.url),
        )
        await self._shelf.do(save_articles, [named], self._clock())
        self._listen(ArticleRead(id=entry.id, url=named.url, words=named.words, note=named.note))


def _shown(url: Clean, feed: Feed) -> Clean:
    """A page's address as everybody may see it: one from a feed with a secret may echo it."""
    private = "@" in url.partition("//")[2].partition("/")[0] or masked(feed.url) != feed.url
    return untracked(masked(url) if private else url)
