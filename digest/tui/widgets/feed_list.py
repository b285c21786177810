"""The feeds, and how they are doing."""

from collections.abc import Callable, Sequence
from datetime import datetime

from digest.news import FeedHealth
from digest.tui.typeset import feeds as sheet
from digest.tui.typeset.lines import Block
from digest.tui.widgets.column import Column


class FeedList(Column):
    """Every feed on a line; more of those that fail."""

    MEASURE = 90

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._feeds: tuple[FeedHealth, ...] = ()
        self._clock = clock

    def typeset(self, width: int) -> Sequence[Block]:
        """The feeds."""
        return sheet.page(self._feeds, width, now=self._clock())

    def show(self, feeds: tuple[FeedHealth, ...]) -> None:
        """Show how the feeds are doing now."""
        self._feeds = feeds
        self.reset()
