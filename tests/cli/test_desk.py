"""The live desk: what the app's questions come to in the real store."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digest.clean import clean
from digest.cli.demo import demo_desk
from digest.cli.desk import LiveDesk
from digest.cli.world import World
from digest.config.settings import Settings
from digest.errors import Busy
from digest.events import Event, FeedFetched, FeedMissed, Listener
from digest.news import Article, Correction, Entry, Feed, Hand, Mark
from digest.store.articles import save_articles
from digest.store.database import Store
from digest.store.feeds import Outcome, save_feed
from digest.store.lock import only_writer
from digest.store.shelf import Shelf
from digest.workers import Workers
from tests.tui.paper import missed

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
PAPER = "https://paper.example/feed"
ENTRIES = [
    Entry(
        id=id_,
        feed=PAPER,
        title=clean(title),
        url=clean(f"https://paper.example/{id_}"),
        published=NOW - timedelta(hours=hours),
    )
    for id_, title, hours in (("ferry", "Ferries sail again", 9), ("owl", "Owls return", 1))
]
MUTE = Correction(hand=Hand.MUTE, articles=("a",), made=NOW)


def test_the_desk_corrects_takes_back_and_says_why() -> None:
    async def work() -> None:
        async with demo_desk() as (desk, _, edition):
            story = edition.stories[0]
            assert (await desk.why(story.id, edition)).rank == story.why.rank
            articles = tuple(report.id for report in story.articles)
            hand = Correction(hand=Hand.MUTE, articles=articles, made=NOW)
            muted = await desk.correct(hand)
            assert story.id not in {each.id for each in muted.everything}
            (kept,) = await desk.corrections()
            back = await desk.take_back(kept.id)
            assert back.everything == edition.everything
            assert await desk.latest() == back

    asyncio.run(work())


def test_while_another_update_runs_nothing_is_put_right(tmp_path: Path) -> None:
    world = World({"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)})

    async def work() -> None:
        async with (
            world.shelf() as shelf,
            LiveDesk(
                shelf,
                Settings(),
                nullcontext,
                bench=lambda: Workers(1),
                proofreader=world.proofreader,
            ) as desk,
        ):
            with only_writer(world.paths.database), pytest.raises(Busy):
                await desk.correct(MUTE)
            assert await desk.corrections() == ()

    asyncio.run(work())


class Asked:
    """Stands in for the pipeline: notes which feeds are asked, and one of them fails."""

    def __init__(self) -> None:
        self.urls: list[str] = []

    @asynccontextmanager
    async def opened(self) -> AsyncIterator["Asked"]:
        yield self

    async def update(self, _: Settings, listen: Listener, *, only: Sequence[str]) -> None:
        self.urls += only
        listen(FeedFetched(url=only[0], new=1, changed=True))
        listen(FeedMissed(missed=missed("Harbour Six", "timeout")))


def read(entry: Entry) -> Article:
    return Article(
        id=entry.id,
        feed=entry.feed,
        title=entry.title,
        publisher=clean("A paper"),
        url=entry.url,
        published=entry.published,
    )


@asynccontextmanager
async def stocked(pipeline: Asked) -> AsyncIterator[LiveDesk]:
    """A desk with two articles in store, of a feed that the reader has named."""
    settings = Settings(feeds=(Feed(url=PAPER, title=clean("My paper")),))
    async with (
        Shelf(lambda: Store(None)) as shelf,
        LiveDesk(
            shelf,
            settings,
            pipeline.opened,
            bench=lambda: Workers(1),
            proofreader=World.proofreader,
        ) as desk,
    ):
        await shelf.do(save_feed, Outcome(url=PAPER, at=NOW, title=clean("A paper")), ENTRIES)
        await shelf.do(save_articles, [read(entry) for entry in ENTRIES], NOW)
        yield desk


def test_the_desk_lists_what_is_stored_under_the_names_of_the_readers_feeds() -> None:
    async def work() -> None:
        async with stocked(Asked()) as desk:
            assert [one.id for one in await desk.listed(saved=False)] == ["owl", "ferry"]
            await desk.mark(["ferry"], Mark.SAVED, on=True)
            (kept,) = await desk.listed(saved=True)
            assert (kept.id, kept.publisher) == ("ferry", "My paper")

    asyncio.run(work())


def test_the_desk_finds_what_no_run_has_indexed_yet() -> None:
    async def work() -> None:
        async with stocked(Asked()) as desk:
            assert [one.id for one in await desk.find("ferries sail")] == ["ferry"]
            assert await desk.find("ferries owls") == ()

    asyncio.run(work())


def test_the_desk_asks_a_feed_again_and_says_which_still_fail() -> None:
    async def work() -> None:
        asked, events = Asked(), list[Event]()
        async with stocked(asked) as desk:
            (still,) = await desk.retry([PAPER], events.append)
        assert asked.urls == [PAPER]
        assert still == missed("Harbour Six", "timeout")
        assert [type(event) for event in events] == [FeedFetched, FeedMissed]

    asyncio.run(work())
