"""Editions on a screen: the newest announced and let in, older ones turned to."""

import asyncio
from collections.abc import Awaitable, Sequence
from typing import Final

from digest.errors import Busy, DigestError
from digest.news import Edition, EditionLine
from digest.tui import words
from digest.tui.commands import Refresh, ShowFeeds
from digest.tui.messages import Opened
from digest.tui.opening import Opening
from digest.tui.progress import Progress
from digest.tui.reader import Reader
from digest.tui.screens.handling import HandlingScreen
from digest.tui.typeset.times import at

PATIENCE: Final = 0.2
"""Seconds that the first paint waits for what is stored: an empty one before it costs 20 ms."""


class EditionScreen(HandlingScreen):
    """An edition, the newer one that waits to be let in, and how the update of it goes."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.edition: Edition | None = None
        """The one shown."""
        self.admitted: Edition | None = None
        """The newest that the reader has let in."""
        self.newest: Edition | None = None
        self.waiting = 0
        """Stories of the newest that the reader has not let in, or not as they are now."""

    def show_edition(self, edition: Edition) -> None:
        """Put an edition on the page."""
        raise NotImplementedError

    def show_head(self) -> None:
        """Bring the head up to date."""
        raise NotImplementedError

    def show_words(self, sentence: str) -> None:
        """Say something where there is nothing to read yet."""
        raise NotImplementedError

    async def begin(self, first: Awaitable[Opening]) -> None:
        """Begin with what is stored; if that takes long, with an empty page."""
        stored = asyncio.ensure_future(first)
        await asyncio.wait({stored}, timeout=PATIENCE)
        if stored.done():
            await self._take_up(stored)
        else:
            self.run_worker(self._take_up(stored), group="opening")

    async def _take_up(self, stored: Awaitable[Opening]) -> None:
        try:
            edition, self.reader.marking.marks = await stored
        except DigestError as error:
            self.fail(error)
        else:
            self.open_on(edition)
            self.post_message(Opened())

    def open_on(self, edition: Edition | None) -> None:
        """Begin with what is stored."""
        if edition:
            self.receive(edition)
            self.say(words.at_hand(edition))
        else:
            self.show_words(words.nothing_yet(self.reader.keyboard.first(Refresh)))

    def receive(self, edition: Edition) -> None:
        """An edition has been made: show it if there is none yet, else announce it."""
        self.newest = edition
        if self.admitted is None:
            self.action_admit()
        self.waiting = added(self.admitted, edition) if self.admitted else 0
        self.show_head()

    def redraw(self, edition: Edition, sentence: str) -> None:
        """The reader's hand has changed the edition: show it at once, everything in its place."""
        self.newest = self.admitted = edition
        self.waiting = 0
        self.turn_to(edition)
        self.say(sentence)

    def turn_to(self, edition: Edition) -> None:
        """Show an edition."""
        self.edition = edition
        self.show_edition(edition)

    def action_admit(self) -> None:
        """Let in what is new."""
        if self.newest and self.newest != self.edition:
            self.admitted, self.waiting = self.newest, 0
            self.turn_to(self.newest)
            self.say("")

    def action_older_edition(self) -> None:
        """Open the edition of the day before."""
        self.run_worker(self._turn(1), group="turn", exclusive=True)

    def action_newer_edition(self) -> None:
        """Open the edition of the day after."""
        self.run_worker(self._turn(-1), group="turn", exclusive=True)

    async def _turn(self, by: int) -> None:
        try:
            await self._turn_by(by)
        except DigestError as error:
            self.say(str(error), fault=True)

    async def _turn_by(self, by: int) -> None:
        days = _days(await self.reader.desk.editions())
        here = self.edition.day if self.edition else ""
        place = days.index(here) + by if here in days else 0
        if not 0 <= place < len(days):
            self.say("This is the oldest edition." if by > 0 else "This is the newest edition.")
        elif edition := await self.reader.desk.edition(days[place]):
            self.say("")
            self.turn_to(edition)

    def follow(self, progress: Progress) -> None:
        """Say how far an update is."""
        if self.edition:
            self.say(words.busy(progress))
        else:
            self.show_words(words.filling(progress))

    def conclude(self, progress: Progress, edition: Edition | None) -> None:
        """An update has ended."""
        known = self.newest
        if edition:
            self.receive(edition)
        fresh = edition is not None and edition != known
        feeds_key = self.reader.keyboard.first(ShowFeeds)
        ending = words.ending(
            progress, self.edition, fresh=fresh, as_of=self._as_of, feeds_key=feeds_key
        )
        first = known is None and edition is not None
        self._tell(ending or (words.at_hand(edition) if first and edition else ""))

    def fail(self, error: DigestError) -> None:
        """An update could not be made."""
        if isinstance(error, Busy):
            self._tell(words.another(self._as_of))
        else:
            self._tell(str(error), fault=True)

    def _tell(self, sentence: str, *, fault: bool = False) -> None:
        if self.edition:
            self.say(sentence, fault=fault)
        else:
            self.show_words(sentence)

    @property
    def _as_of(self) -> str:
        return at(self.newest.made, self.reader.clock().tzinfo) if self.newest else ""


def _days(lines: Sequence[EditionLine]) -> list[str]:
    """The days there are editions of, newest first."""
    return list(dict.fromkeys(line.day for line in lines))


def added(before: Edition, now: Edition) -> int:
    """How many stories have a report that the edition before had not."""
    known = {report.id for story in before.everything for report in story.articles}
    return sum(any(report.id not in known for report in story.articles) for story in now.everything)
