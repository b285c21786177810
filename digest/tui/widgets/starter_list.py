"""The feeds that a newcomer is offered."""

from collections.abc import Sequence

from digest.news import Feed
from digest.tui.commands import AddFeed, ImportFeeds
from digest.tui.keyboard import Key
from digest.tui.typeset import welcome as sheet
from digest.tui.typeset.lines import Block
from digest.tui.widgets.column import Column


class StarterList(Column):
    """Feeds to take or leave, under the greeting."""

    MEASURE = 72

    def __init__(self, feeds: Sequence[Feed], key: Key) -> None:
        super().__init__()
        self._feeds = tuple(feeds)
        self._taken = frozenset(feed.url for feed in feeds)
        self._key = key

    def typeset(self, width: int) -> Sequence[Block]:
        """The greeting and the feeds."""
        add, imported = self._key(AddFeed), self._key(ImportFeeds)
        return sheet.page(self._feeds, self._taken, width, add=add, imported=imported)

    @property
    def taken(self) -> tuple[Feed, ...]:
        """The feeds that the reader wants."""
        return tuple(feed for feed in self._feeds if feed.url in self._taken)

    def toggle(self, url: str) -> None:
        """Take a feed, or leave it."""
        self._taken ^= {url}
        self.reset()

    def offer(self, feeds: Sequence[Feed], *, alone: bool) -> None:
        """Offer more feeds, and take them; `alone`: leave all others."""
        known = {feed.url for feed in self._feeds}
        self._feeds = (*(feed for feed in feeds if feed.url not in known), *self._feeds)
        urls = frozenset(feed.url for feed in feeds)
        self._taken = urls if alone else self._taken | urls
        self.reset(to_top=True)
