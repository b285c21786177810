"""A desk that keeps editions in memory, and the app on it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from msgspec.structs import replace
from textual.geometry import Size
from textual.pilot import Pilot

from digest.clean import NOTHING
from digest.errors import DigestError
from digest.events import EditionReady, Event, FeedFetched, FeedMissed, Listener, Started
from digest.news import (
    Article,
    Because,
    Correction,
    Edition,
    EditionLine,
    Feed,
    FeedHealth,
    Found,
    Mark,
    Marks,
    Missed,
    Report,
)
from digest.tui.app import DigestApp
from digest.tui.desk import Desk
from digest.tui.memory import Memory
from digest.tui.reader import Reader
from digest.tui.screens.asking import Slip
from digest.tui.screens.front import FrontPage
from digest.tui.taste import Taste
from tests.tui import paper

PLAIN = Taste()


class PaperDesk:
    """A desk whose editions, texts and updates are what a test says."""

    def __init__(self, *editions: Edition) -> None:
        self.stored = list(editions)
        self.printed: tuple[Edition, ...] = ()
        """Editions whose articles are read already, before they are made."""
        self.kept = Marks()
        self.calls: list[tuple[tuple[str, ...], Mark, bool]] = []
        self.hands: list[Correction] = []
        self.muted: set[str] = set()
        self.revisions = 0
        self.refusal: DigestError | None = None
        self.searches: list[str] = []
        self.retried: list[str] = []
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
            for edition in (*self.stored, *self.printed)
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

    async def why(self, story_id: str, edition: Edition) -> Because:
        return paper.because(next(one for one in edition.everything if one.id == story_id))

    async def corrections(self) -> tuple[Correction, ...]:
        return tuple(self.hands)

    async def correct(self, correction: Correction) -> Edition:
        if self.refusal:
            raise self.refusal
        self.hands.append(replace(correction, id=len(self.hands) + 1))
        return self._made_up()

    async def take_back(self, correction_id: int) -> Edition:
        if self.refusal:
            raise self.refusal
        self.hands = [one for one in self.hands if one.id != correction_id]
        return self._made_up()

    async def reword(self, word: str) -> Edition:
        if self.refusal:
            raise self.refusal
        self.muted ^= {word}
        return self._made_up()

    def _made_up(self) -> Edition:
        shown = [s for s in self.stored[0].stories if not any(w in s.headline for w in self.muted)]
        printed = replace(self.stored[0], stories=tuple(shown))
        revision = printed.revision + 1 + self.revisions
        self.revisions += 1
        return replace(paper.corrected(printed, self.hands), revision=revision)

    async def listed(self, *, saved: bool) -> tuple[Report, ...]:
        every = [r for one in self.stored for s in one.everything for r in s.articles]
        kept = [r for r in every if not saved or r.id in self.kept.saved]
        return tuple(sorted(kept, key=lambda report: report.published, reverse=True))

    async def find(self, words: str) -> tuple[Found, ...]:
        self.searches.append(words)
        every = [r for one in self.stored for s in one.everything for r in s.articles]
        return tuple(
            paper.found(r) for r in every if all(w in r.title.lower() for w in words.split())
        )

    async def retry(self, urls: Sequence[str], listen: Listener) -> tuple[Missed, ...]:  # noqa: ARG002 - the desk's own
        self.retried += urls
        return ()

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


class PaperFeeds:
    """A list of feeds in memory."""

    def __init__(self) -> None:
        self.urls = [feed.feed.url for feed in paper.health()]
        self.leads: tuple[Feed, ...] = (Feed(url="https://found.example/feed"),)
        self.asked: list[tuple[str, bool]] = []
        self.begun: list[Feed] = []
        self.edited = 0
        self.muted: list[tuple[str, bool]] = []
        self.taste = Taste()
        self.trouble: DigestError | None = None
        self._before: list[list[str]] = []

    def starter(self) -> tuple[Feed, ...]:
        return paper.starter()

    async def begin(self, feeds: Sequence[Feed]) -> None:
        self.begun = list(feeds)

    async def lead(self, address: str, *, typed: bool = True) -> tuple[Feed, ...]:
        if self.trouble:
            raise self.trouble
        self.asked.append((address, typed))
        return self.leads

    async def listed(self, path: str) -> tuple[Feed, ...]:  # noqa: ARG002 - of the protocol
        if self.trouble:
            raise self.trouble
        return (Feed(url="https://one.example/feed"), Feed(url="https://two.example/feed"))

    async def add(self, feeds: Sequence[Feed]) -> tuple[Feed, ...]:
        added = tuple(feed for feed in feeds if feed.url not in self.urls)
        self._change([*self.urls, *(feed.url for feed in added)])
        return added

    async def remove(self, url: str) -> None:
        self._change([one for one in self.urls if one != url])

    async def move(self, url: str, to: str) -> None:
        self._change([to if one == url else one for one in self.urls])

    def _change(self, urls: list[str]) -> None:
        self._before.append(self.urls)
        self.urls = urls

    async def mute(self, word: str, *, on: bool) -> None:
        self.muted.append((word, on))

    async def take_back(self) -> bool:
        if not self._before:
            return False
        self.urls = self._before.pop()
        return True

    async def edit(self) -> None:
        self.edited += 1
        if self.trouble:
            raise self.trouble

    async def read_again(self) -> tuple[int, Taste]:
        if self.trouble:
            raise self.trouble
        return len(self.urls), self.taste


class PaperOutbox:
    """Notes what goes out."""

    to = "reader@example.org"

    def __init__(self) -> None:
        self.sent: list[tuple[str, Edition, str]] = []
        self.trouble: DigestError | None = None

    def _send(self, how: str, edition: Edition, where: str) -> str:
        if self.trouble:
            raise self.trouble
        self.sent.append((how, edition, where))
        return where

    async def mail(self, edition: Edition) -> None:
        self._send("email", edition, self.to)

    async def export(self, edition: Edition, form: str, path: str) -> str:
        return self._send(form, edition, path)

    async def pipe(self, edition: Edition, command: str) -> str:
        return f"{self._send('pipe', edition, command)} says 7 lines"


def app_on(
    desk: Desk,
    *,
    clock: Callable[[], datetime] = lambda: paper.NOW,
    refresh: bool = False,
    keymap: dict[str, str] | None = None,
    links: list[str] | None = None,
    feeds: "PaperFeeds | None" = None,
    outbox: "PaperOutbox | None" = None,
    memory: Memory | None = None,
    taste: Taste = PLAIN,
    greet: bool = False,
) -> DigestApp:
    """The app on a desk, its clock standing still; links it opens go to `links`."""
    opened = [] if links is None else links
    reader = Reader(
        desk,
        clock=clock,
        browse=opened.append,
        feeds=feeds or PaperFeeds(),
        outbox=outbox or PaperOutbox(),
        memory=memory or Memory(),
        taste=taste._replace(keys=keymap or {}),
    )
    return DigestApp(reader, refresh=refresh, greet=greet)


@asynccontextmanager
async def reading(
    desk: PaperDesk,
    size: tuple[int, int] = (120, 36),
    *,
    refresh: bool = False,
    keymap: dict[str, str] | None = None,
    links: list[str] | None = None,
    feeds: PaperFeeds | None = None,
    outbox: PaperOutbox | None = None,
    memory: Memory | None = None,
    taste: Taste = PLAIN,
    greet: bool = False,
) -> AsyncIterator[Pilot[int]]:
    """The app with its edition before the reader; its update, if there is one, hangs."""
    app = app_on(
        desk,
        refresh=refresh,
        keymap=keymap,
        links=links,
        feeds=feeds,
        outbox=outbox,
        memory=memory,
        taste=taste,
        greet=greet,
    )
    async with app.run_test(size=size) as pilot:
        if refresh:
            await desk.told.wait()
            await pilot.pause()
        else:
            await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[int]) -> None:
    """Everything that was begun is done, and shown; or waits for an answer."""
    await pilot.pause()
    while any(not worker.is_finished for worker in pilot.app.workers):
        if isinstance(pilot.app.screen, Slip):
            break
        await pilot.pause(0.01)
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
