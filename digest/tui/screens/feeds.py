"""The feeds: which answer, which fail, since when and why."""

from digest.errors import DigestError
from digest.tui.reader import Reader
from digest.tui.screens.listing import ListingScreen
from digest.tui.widgets.feed_list import FeedList
from digest.tui.widgets.hints import Hints


class FeedsScreen(ListingScreen):
    """How the feeds are doing."""

    def __init__(self, reader: Reader) -> None:
        self._list = FeedList(reader.clock)
        self._reader = reader
        super().__init__(self._list, reader.keyboard)

    def on_mount(self) -> None:
        """Ask the desk."""
        super().on_mount()
        self.run_worker(self._ask(), group="health", exclusive=True)

    async def _ask(self) -> None:
        try:
            self._list.show(await self._reader.desk.health())
        except DigestError as error:
            self.query_one(Hints).say(str(error), fault=True)
