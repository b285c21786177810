"""The app's desk, in the real world: the store, and a pipeline for each refresh."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, TypeAlias

from digest.config import Settings
from digest.events import Listener, silence, together
from digest.news import (
    Article,
    Because,
    Correction,
    Edition,
    EditionLine,
    FeedHealth,
    Mark,
    Marks,
)
from digest.store import (
    Shelf,
    all_corrections,
    all_marks,
    feed_health,
    find_article,
    find_edition,
    list_editions,
    set_mark,
)

if TYPE_CHECKING:
    from digest.pipeline import Pipeline  # 100 ms that the first page does without

Opener: TypeAlias = Callable[[], AbstractAsyncContextManager["Pipeline"]]


class LiveDesk:
    """Answers from the shelf; opens the pipeline, and with it the network, only to refresh."""

    def __init__(
        self, shelf: Shelf, settings: Settings, opener: Opener, *, log: Listener = silence
    ) -> None:
        self._shelf = shelf
        self._settings = settings
        self._opener = opener
        self._log = log

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
        return await self._shelf.ask(feed_health, self._settings.feeds)

    async def why(self, story_id: str, edition: Edition) -> Because:
        """Why a story stands as it does."""
        story = next(each for each in edition.everything if each.id == story_id)
        return Because(
            story=story.id,
            headline=story.headline,
            together=story.why.together,
            rank=story.why.rank,
        )

    async def corrections(self) -> tuple[Correction, ...]:
        """What the reader's hand has put right."""
        return await self._shelf.ask(all_corrections)

    async def correct(self, correction: Correction) -> Edition:
        """Keep a correction, and make the edition with it."""
        async with self._opener() as pipeline:
            return await pipeline.correct(self._settings, correction)

    async def take_back(self, correction_id: int) -> Edition:
        """Take a correction back, and make the edition without it."""
        async with self._opener() as pipeline:
            return await pipeline.take_back(self._settings, correction_id)

    async def refresh(self, listen: Listener) -> Edition | None:
        """Update, and make the edition of now."""
        async with self._opener() as pipeline:
            return await pipeline.run(self._settings, together(listen, self._log))
