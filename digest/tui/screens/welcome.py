"""The first run: what digest is, and which feeds to begin with."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from digest.news import Feed
from digest.tui.commands import (
    WELCOME,
    AddFeed,
    ImportFeeds,
    Leave,
    Open,
    TakeOrLeave,
    bindings,
)
from digest.tui.messages import FeedsChanged, Picked
from digest.tui.reader import Reader
from digest.tui.screens.subscribing import Subscribing
from digest.tui.typeset.welcome import Begin, Doing, Offered
from digest.tui.widgets.starter_list import StarterList


class WelcomeScreen(Subscribing):
    """The starter list, each feed to take or leave; nothing is written before one begins."""

    PLACE: ClassVar[str] = "welcome"
    BINDINGS: ClassVar[list[BindingType]] = bindings(WELCOME)
    HINTS = (Open, TakeOrLeave, AddFeed, ImportFeeds, Leave)

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._list = StarterList(reader.feeds.starter(), reader.keyboard.first)
        super().__init__(self._list, reader.keyboard)

    @on(Picked)
    def _picked(self, message: Picked) -> None:
        message.stop()
        match message.target:
            case Begin():
                self._do(self._begin())
            case Doing(action=action):
                self.call_later(getattr(self, f"action_{action}"))
            case Offered(url=url):
                self._list.toggle(url)

    def action_take_or_leave(self) -> None:
        """Take the feed under the cursor, or leave it."""
        if isinstance(target := self._list.target, Offered):
            self._list.toggle(target.url)
        else:
            self._list.action_open()

    async def subscribed(self, feeds: tuple[Feed, ...]) -> None:
        """Offer the new feeds first; a whole list stands in place of ours."""
        self._list.offer(feeds, alone=len(feeds) > 1)
        self.say(f"{len(feeds)} added: they are taken.")

    async def _begin(self) -> None:
        if not self._list.taken:
            self.say("Take at least one feed.")
            return
        await self.reader.feeds.begin(self._list.taken)
        self.dismiss()
        self.app.post_message(FeedsChanged())

    def action_leave(self) -> None:
        """Out, with nothing written."""
        self.app.exit(0)

    def action_back(self) -> None:
        """Stay: there is nothing behind this page yet."""
        self.say("Begin with the feeds that are taken, or leave.")
