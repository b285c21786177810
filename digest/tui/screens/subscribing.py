"""What the list of feeds and the welcome have in common: a feed is added, a list imported."""

from collections.abc import Coroutine

from digest.clean import masked
from digest.errors import DigestError
from digest.news import Feed
from digest.tui.reader import Reader
from digest.tui.screens.asking import Choose, Write
from digest.tui.screens.listing import ListingScreen
from digest.tui.typeset.options import Option


class Subscribing(ListingScreen):
    """Asks for an address or a file, and says which feeds come of it."""

    reader: Reader

    async def subscribed(self, feeds: tuple[Feed, ...]) -> None:
        """The reader wants these feeds.

        Raises:
            DigestError: They cannot be written down.
        """
        raise NotImplementedError

    def _do(self, work: Coroutine[object, object, None]) -> None:
        """Do it in the background, and say what goes wrong."""
        self.run_worker(self._told(work), group="feeds", exclusive=True)

    async def _told(self, work: Coroutine[object, object, None]) -> None:
        try:
            await work
        except DigestError as error:
            self.say(str(error), fault=True)

    def action_add_feed(self) -> None:
        """Add a feed, or the feed of a page."""
        self._do(self._add())

    async def _add(self) -> None:
        address = await self.app.push_screen_wait(Write("The address of a feed, or of a site:"))
        if not address:
            return
        self.say(f"Looking at {masked(address)}…")
        found = await self.reader.feeds.lead(address)
        chosen = found[0] if len(found) == 1 else await self._which(found)
        if chosen:
            self.say("")
            await self.subscribed((chosen,))

    async def _which(self, found: tuple[Feed, ...]) -> Feed | None:
        options = [
            Option(feed.title or masked(feed.url), number, masked(feed.url))
            for number, feed in enumerate(found)
        ]
        chosen = await self.app.push_screen_wait(Choose("It has several feeds. Which?", options))
        return found[chosen] if isinstance(chosen, int) else None

    def action_import_feeds(self) -> None:
        """Import the feeds of an OPML file."""
        self._do(self._import())

    async def _import(self) -> None:
        path = await self.app.push_screen_wait(Write("Which OPML file?", "~/"))
        if path:
            await self.subscribed(await self.reader.feeds.listed(path))
