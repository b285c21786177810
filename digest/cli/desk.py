"""The app's desk, in the real world: the store, and a pipeline for each refresh."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, AbstractContextManager, AsyncExitStack, suppress
from typing import TYPE_CHECKING, Self, TypeAlias

from msgspec.structs import replace

from digest.config.settings import Settings
from digest.errors import StoreError
from digest.events import Event, FeedMissed, Listener, silence, together
from digest.news import (
    Article,
    Because,
    Correction,
    Edition,
    EditionLine,
    FeedHealth,
    Found,
    Mark,
    Marks,
    Missed,
    Report,
)
from digest.store.articles import find_article
from digest.store.editions import find_edition, list_editions
from digest.store.marks import all_marks, set_mark
from digest.store.shelf import Shelf

if TYPE_CHECKING:
    from digest.pipeline import Pipeline  # 100 ms that the first page does without
    from digest.pipeline.proof import Proofreader
    from digest.workers import Workers

Opener: TypeAlias = Callable[[], AbstractAsyncContextManager["Pipeline"]]
Bench: TypeAlias = Callable[[], AbstractAsyncContextManager["Workers"]]
Proofing: TypeAlias = Callable[[Shelf, "Workers"], AbstractContextManager["Proofreader"]]


class LiveDesk:
    """Answers from the shelf; opens the pipeline, and with it the network, only to refresh."""

    def __init__(
        self,
        shelf: Shelf,
        settings: Settings,
        opener: Opener,
        *,
        bench: Bench,
        proofreader: Proofing,
        log: Listener = silence,
    ) -> None:
        """`bench` gives the workers for "why?" and for corrections, when the first is asked for."""
        self._shelf = shelf
        self.settings = settings
        self._opener = opener
        self._bench = bench
        self._proofreader = proofreader
        self._workers: asyncio.Task[Workers] | None = None
        self._stack = AsyncExitStack()
        self._log = log

    async def __aenter__(self) -> Self:
        """Take the seat."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """End the workers, if any were needed."""
        await self._stack.aclose()

    def use(self, settings: Settings) -> None:
        """Go by other settings from now on."""
        self.settings = settings

    @property
    def shelf(self) -> Shelf:
        """The store that it answers from."""
        return self._shelf

    async def latest(self) -> Edition | None:
        """The last edition."""
        return await self._shelf.ask(find_edition)

    async def edition(self, day: str, revision: int | None = None) -> Edition | None:
        """The edition of a day."""
        return await self._shelf.ask(find_edition, day, revision)

    async def editions(self) -> tuple[EditionLine, ...]:
        """All stored editions, newest first."""
        return await self._shelf.ask(list_editions)

    async def article(self, id: str) -> Article | None:  # noqa: A002 - the noun's own field
        """The article behind a report."""
        return await self._shelf.ask(find_article, id)

    async def marks(self) -> Marks:
        """All marks."""
        return await self._shelf.ask(all_marks)

    async def mark(self, ids: Sequence[str], mark: Mark, on: bool) -> None:
        """Set or take a mark."""
        await self._shelf.do(set_mark, ids, mark, on=on)

    async def health(self) -> tuple[FeedHealth, ...]:
        """How every feed has been doing."""
        from digest.store.health import feed_health  # noqa: PLC0415 - not for the first page

        return await self._shelf.ask(feed_health, self.settings.feeds)

    async def why(self, story_id: str, edition: Edition) -> Because:
        """Why a story stands as it does."""
        from digest.pipeline.reasons import why  # noqa: PLC0415 - not for the first page

        workers = await self._at_bench()
        return await why(self._shelf, workers, self.settings, edition, story_id)

    async def corrections(self) -> tuple[Correction, ...]:
        """What the reader's hand has put right."""
        from digest.store.corrections import all_corrections  # noqa: PLC0415 - as above

        return await self._shelf.ask(all_corrections)

    async def correct(self, correction: Correction) -> Edition:
        """Keep a correction, and make the edition with it."""
        with self._proofreader(self._shelf, await self._at_bench()) as proofreader:
            return await proofreader.correct(self.settings, correction)

    async def take_back(self, correction_id: int) -> Edition:
        """Take a correction back, and make the edition without it."""
        with self._proofreader(self._shelf, await self._at_bench()) as proofreader:
            return await proofreader.take_back(self.settings, correction_id)

    async def reword(self, word: str) -> Edition:
        """Make the edition again where it says a word that is muted now, or no longer."""
        with self._proofreader(self._shelf, await self._at_bench()) as proofreader:
            return await proofreader.reword(self.settings, word)

    async def _at_bench(self) -> "Workers":
        """The workers, started once, and kept: the next question finds them warm."""
        if self._workers is None:
            self._workers = asyncio.ensure_future(self._stack.enter_async_context(self._bench()))
        return await asyncio.shield(self._workers)

    async def listed(self, *, saved: bool) -> tuple[Report, ...]:
        """Stored articles, newest first."""
        from digest.store.listing import list_reports  # noqa: PLC0415 - not for the first page

        reports = await self._shelf.ask(list_reports, saved=saved)
        titles = {feed.url: feed.title for feed in self.settings.feeds if feed.title}
        return tuple(
            replace(report, publisher=titles.get(report.feed, report.publisher))
            for report in reports
        )

    async def find(self, words: str) -> tuple[Found, ...]:
        """The stored articles that hold all words; what no run has indexed yet is first."""
        from digest.store.index import index_articles  # noqa: PLC0415 - not for the first page
        from digest.store.search import find  # noqa: PLC0415 - the same

        with suppress(StoreError):  # a store that cannot be written is searched as it is
            while await self._shelf.do(index_articles):
                pass
        return await self._shelf.ask(find, words)

    async def retry(self, urls: Sequence[str], listen: Listener) -> tuple[Missed, ...]:
        """Ask these feeds again, now."""
        missed: list[Missed] = []

        def note(event: Event) -> None:
            if isinstance(event, FeedMissed):
                missed.append(event.missed)

        async with self._opener() as pipeline:
            heard = together(listen, self._log, note)
            await pipeline.update(self.settings, heard, only=urls)
        return tuple(missed)

    async def refresh(self, listen: Listener) -> Edition | None:
        """Update, and make the edition of now."""
        async with self._opener() as pipeline:
            return await pipeline.run(self.settings, together(listen, self._log))
