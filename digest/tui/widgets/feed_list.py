"""The feeds, and how they are doing."""

from collections.abc import Callable, Sequence
from datetime import datetime

from digest.news import FeedHealth
from digest.tui.keyboard import Key
from digest.tui.typeset import feeds as sheet
from digest.tui.typeset.lines import Block
from digest.tui.widgets.column import Column


class FeedList(Column):
    """Every feed on a line; more of those that fail."""

    MEASURE = 90

    def __init__(self, clock: Callable[[], datetime], key: Key) -> None:
        super().__init__()
        self._key = key
        self._feeds: tuple[FeedHealth, ...] = ()
        self._clock = clock

    def typeset(self, width: int) -> Sequence[Block]:
        """The feeds."""
        return sheet.page(self._feeds, width, now=self._clock(), key=self._key)

    @property
    def feed(self) -> FeedHealth | None:
        """The one under the cursor."""
        target = self.target
        return next((f for f in self._feeds if target == sheet.FeedRow(f.feed.url)), None)

    def show(self, feeds: tuple[FeedHealth, ...]) -> None:
        """Show how the feeds are doing now."""
        self._feeds = feeds
        self.reset()
