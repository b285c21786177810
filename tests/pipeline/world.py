"""A fake world for the real pipeline: a canned web, a store in memory, a clock that is held."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import TypeVar

from digest.config.settings import Settings
from digest.errors import FetchError
from digest.events import Event
from digest.fetch import Client
from digest.news import Edition, Feed
from digest.pipeline import Pipeline
from digest.pipeline.proof import Proofreader
from digest.store.database import Store
from digest.store.shelf import Shelf
from digest.workers import Workers

T = TypeVar("T")

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)


class World:
    """What a test can turn: the clock, the pages, and whether there is a network."""

    def __init__(self, web: Callable[[str], tuple[int, str, bytes]]) -> None:
        self.now = NOW
        self.web = web
        self.offline = False
        self.events: list[Event] = []
        self.asked: list[str] = []
        self.client: Client
        self.workers: Workers
        self.pipeline: Pipeline
        self.proofreader: Proofreader
        self.shelf: Shelf

    def answer(self, url: str) -> tuple[int, str, bytes]:
        if self.offline:
            raise FetchError("no network", kind="offline", offline=True)
        self.asked.append(url)
        return self.web(url)

    async def morning(self, settings: Settings) -> Edition:
        self.events.clear()
        self.asked.clear()
        return await self.pipeline.run(settings, self.events.append)


def run(web: Callable[[str], tuple[int, str, bytes]], work: Callable[[World], Awaitable[T]]) -> T:
    """Do `work` in a world whose web is `web`."""

    async def main() -> T:
        world = World(web)
        async with (
            Shelf(lambda: Store(None)) as shelf,
            Client(answer=world.answer, env={}) as client,
            Workers(2) as workers,
        ):
            world.client, world.shelf, world.workers = client, shelf, workers
            world.pipeline = Pipeline(
                client=client, shelf=shelf, workers=workers, clock=lambda: world.now
            )
            world.proofreader = Proofreader(shelf=shelf, workers=workers, clock=lambda: world.now)
            return await work(world)

    return asyncio.run(main())


def settings(*urls: str) -> Settings:
    return Settings(feeds=tuple(Feed(url=url) for url in urls))


def pages(found: Mapping[str, str]) -> Callable[[str], tuple[int, str, bytes]]:
    """A web of feeds (their bodies begin with "<rss") and pages; anything else is 404."""

    def web(url: str) -> tuple[int, str, bytes]:
        body = found.get(url)
        if body is None:
            return 404, "text/html", b"not here"
        kind = "application/rss+xml" if body.startswith("<rss") else "text/html"
        return 200, f"{kind}; charset=utf-8", body.encode()

    return web


def feed(name: str, *items: tuple[str, str, str], date: datetime = NOW) -> str:
    """An RSS document; each item is a link, a title and a description."""
    stamp = date.strftime("%a, %d %b %Y %H:%M:%S +0000")
    body = "".join(
        f"<item><guid>{link}</guid><link>{link}</link><title>{title}</title>"
        f"<description>{text}</description><pubDate>{stamp}</pubDate></item>"
        for link, title, text in items
    )
    return f'<rss version="2.0"><channel><title>{name}</title>{body}</channel></rss>'
