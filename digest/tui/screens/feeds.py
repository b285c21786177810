"""The feeds: which answer, which fail, since when and why, and what to do about it."""

from collections.abc import Sequence
from typing import ClassVar
from urllib.parse import urljoin

from textual import on
from textual.binding import BindingType

from digest.clean import masked
from digest.events import silence
from digest.news import Feed, FeedHealth
from digest.tui.commands import (
    FEEDS,
    AddFeed,
    FindAddress,
    Leave,
    RemoveFeed,
    RetryFeed,
    Undo,
    bindings,
)
from digest.tui.messages import FeedsChanged, Picked
from digest.tui.reader import Reader
from digest.tui.screens.asking import Ask, Choose
from digest.tui.screens.subscribing import Subscribing
from digest.tui.typeset.options import Option
from digest.tui.widgets.feed_list import FeedList


class FeedsScreen(Subscribing):
    """How the feeds are doing; each can be asked again, moved, removed."""

    PLACE: ClassVar[str] = "feeds"
    BINDINGS: ClassVar[list[BindingType]] = bindings(FEEDS)
    HINTS = (RetryFeed, FindAddress, RemoveFeed, AddFeed, Leave)

    def __init__(self, reader: Reader) -> None:
        self._list = FeedList(reader.clock, reader.keyboard.first)
        self.reader = reader
        super().__init__(self._list, reader.keyboard)

    def on_mount(self) -> None:
        """Ask the desk."""
        super().on_mount()
        self._do(self._ask())

    async def _ask(self) -> None:
        self._list.show(await self.reader.desk.health())

    @property
    def _feed(self) -> FeedHealth | None:
        feed = self._list.feed
        if feed is None:
            self.say("Put the cursor on a feed first.")
        return feed

    @on(Picked)
    def _picked(self, message: Picked) -> None:
        message.stop()
        if feed := self._feed:
            self._do(self._offer(feed))

    async def _offer(self, feed: FeedHealth) -> None:
        options = [
            Option(command.label(), command.id(), key=self.reader.keyboard.first(command))
            for command in (RetryFeed, FindAddress, RemoveFeed)
        ]
        chosen = await self.app.push_screen_wait(Ask(feed.title, options))
        if chosen:
            self.call_later(getattr(self, f"action_{chosen}".replace("-", "_")))

    def action_retry_feed(self) -> None:
        """Ask the feed again, now."""
        if feed := self._feed:
            self._do(self._retry(feed))

    async def _retry(self, feed: FeedHealth) -> None:
        self.say(f"Asking {feed.title}…")
        missed = await self.reader.desk.retry([feed.feed.url], silence)
        await self._ask()
        self.say(missed[0].reason if missed else f"{feed.title} answers.", fault=bool(missed))

    def action_find_address(self) -> None:
        """Find where the feed is now, and move there."""
        if feed := self._feed:
            self._do(self._find(feed))

    async def _find(self, feed: FeedHealth) -> None:
        self.say(f"Looking for {feed.title}…")
        here = feed.feed.url
        others = [found for found in await self._leads(feed) if found.url != here]
        if not others:
            self.say("No other address found.")
            return
        options = [Option(found.title or masked(found.url), found.url) for found in others]
        chosen = await self.app.push_screen_wait(Choose("Move to which address?", options))
        if isinstance(chosen, str):
            await self.reader.feeds.move(here, chosen)
            await self._changed(f"Moved to {masked(chosen)}.")

    async def _leads(self, feed: FeedHealth) -> Sequence[Feed]:
        """Where it may be: at the address that it has moved to, or behind its site's front page."""
        if feed.moved:
            return [Feed(url=feed.moved)]
        if feed.home:
            return await self.reader.feeds.lead(feed.home, typed=False)
        return await self.reader.feeds.lead(urljoin(feed.feed.url, "/"))

    def action_remove_feed(self) -> None:
        """Remove the feed."""
        if feed := self._feed:
            self._do(self._remove(feed))

    async def _remove(self, feed: FeedHealth) -> None:
        await self.reader.feeds.remove(feed.feed.url)
        undo = self.reader.keyboard.first(Undo)
        await self._changed(f"Removed {feed.title}; {undo} puts it back.")

    def action_undo(self) -> None:
        """Undo the last change of the list."""
        self._do(self._undo())

    async def _undo(self) -> None:
        undone = await self.reader.feeds.take_back()
        await self._changed("Taken back." if undone else "Nothing to take back.")

    async def _changed(self, words: str) -> None:
        await self._ask()
        self.say(words)

    async def subscribed(self, feeds: tuple[Feed, ...]) -> None:
        """Write new feeds down."""
        added = await self.reader.feeds.add(feeds)
        there = len(feeds) - len(added)
        known = f", {there} there already" if there else ""
        count = "1 feed" if len(added) == 1 else f"{len(added)} feeds"
        await self._changed(f"{count} added{known}.")
        if added:
            self.post_message(FeedsChanged())
