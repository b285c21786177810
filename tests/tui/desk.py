"""A desk that keeps editions in memory, and the app on it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import time

from textual.geometry import Size
from textual.pilot import Pilot

from digest.clean import NOTHING
from digest.errors import DigestError
from digest.events import EditionReady, Event, FeedFetched, FeedMissed, Listener, Started
from digest.news import Article, Edition, EditionLine, FeedHealth, Mark, Marks, Report
from digest.tui.app import DigestApp
from digest.tui.screens.front import FrontPage
from tests.tui import paper


class PaperDesk:
    """A desk whose editions, texts and updates are what a test says."""

    def __init__(self, *editions: Edition) -> None:
        self.stored = list(editions)
        self.kept = Marks()
        self.calls: list[tuple[tuple[str, ...], Mark, bool]] = []
        self.events: list[Event] = []
        self.result: Edition | DigestError | None = editions[0] if editions else None
        self.go_on = asyncio.Event()
        """Until it is set, an update hangs after its events."""
        self.told = asyncio.Event()
        """An update has told its events."""

    async def latest(self) -> Edition | None:
        return self.stored[0] if self.stored else None

    async def edition(self, day: str, revision: int | None = None) -> Edition | None:
        found = (one for one in self.stored if one.day == day)
        return next((one for one in found if revision in {None, one.revision}), None)

    async def editions(self) -> tuple[EditionLine, ...]:
        return tuple(
            EditionLine(
                day=one.day,
                revision=one.revision,
                made=one.made,
                stories=len(one.stories),
                headline=one.stories[0].headline if one.stories else NOTHING,
            )
            for one in self.stored
        )

    async def article(self, id: str) -> Article | None:  # noqa: A002 - the noun's own field
        reports = (
            report
            for edition in self.stored
            for story in edition.everything
            for report in story.articles
        )
        return next((self.text(report) for report in reports if report.id == id), None)

    def text(self, report: Report, /) -> Article | None:
        return paper.article(report)

    async def marks(self) -> Marks:
        return self.kept

    async def mark(self, ids: Sequence[str], mark: Mark, on: bool) -> None:
        self.calls.append((tuple(ids), mark, on))

    async def health(self) -> tuple[FeedHealth, ...]:
        return paper.health()

    async def refresh(self, listen: Listener) -> Edition | None:
        for event in self.events:
            listen(event)
        self.told.set()
        await self.go_on.wait()
        if isinstance(self.result, DigestError):
            raise self.result
        if self.result:
            fresh = self.result not in self.stored
            listen(EditionReady(edition=self.result, fresh=fresh))
        return self.result


def update(feeds: int = 20, answered: int = 7, *, failed: Sequence[str] = ()) -> list[Event]:
    """The events of an update, as far as it has come."""
    return [
        Started(feeds=feeds),
        *(FeedFetched(url=f"https://{n}.example", new=1, changed=True) for n in range(answered)),
        *(FeedMissed(missed=paper.missed(f"Feed {n}", why)) for n, why in enumerate(failed)),
    ]


def app_on(
    desk: PaperDesk,
    *,
    refresh: bool = False,
    keymap: dict[str, str] | None = None,
    links: list[str] | None = None,
) -> DigestApp:
    """The app on a desk, its clock standing still; links it opens go to `links`."""
    opened = [] if links is None else links
    return DigestApp(
        desk,
        clock=lambda: paper.NOW,
        morning=time(6),
        keymap=keymap or {},
        refresh=refresh,
        open_link=opened.append,
    )


@asynccontextmanager
async def reading(
    desk: PaperDesk,
    size: tuple[int, int] = (120, 36),
    *,
    refresh: bool = False,
    keymap: dict[str, str] | None = None,
    links: list[str] | None = None,
) -> AsyncIterator[Pilot[int]]:
    """The app with its edition before the reader; its update, if there is one, hangs."""
    app = app_on(desk, refresh=refresh, keymap=keymap, links=links)
    async with app.run_test(size=size) as pilot:
        if refresh:
            await desk.told.wait()
            await pilot.pause()
        else:
            await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[int]) -> None:
    """Everything that was begun is done, and shown."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Keys, one after the other, and all that comes of them."""
    for key in keys:
        await pilot.press(key)
    await settled(pilot)


def front(pilot: Pilot[int]) -> FrontPage:
    """The front page."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, FrontPage))


def shown(pilot: Pilot[int]) -> str:
    """The text on the screen, lines of it."""
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips(Size(width, height))
    return "\n".join(strip.text.rstrip() for strip in strips)
