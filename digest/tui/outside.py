"""What the app asks of the world beside the news: the list of feeds, and ways out for a story."""

from collections.abc import Sequence
from typing import Protocol

from digest.news import Edition, Feed
from digest.tui.taste import Taste


class Subscriptions(Protocol):
    """The reader's list of feeds, as it is written in feeds.toml.

    Every method raises ConfigError where the file does not say what it must (with its line),
    or cannot be written; what is changed counts from then on.
    """

    def starter(self) -> tuple[Feed, ...]:
        """The feeds that a newcomer is offered."""

    async def begin(self, feeds: Sequence[Feed]) -> None:
        """Write the first list: these feeds, those of the starter list with its comments."""

    async def lead(self, address: str, *, typed: bool = True) -> tuple[Feed, ...]:
        """The feeds that an address leads to, the best first: itself, or those of its page.

        Only one that the reader has `typed` may be private.

        Raises:
            DigestError: It leads to none: says why.
        """

    async def listed(self, path: str) -> tuple[Feed, ...]:
        """The feeds of an OPML file.

        Raises:
            OpmlError: It cannot be read.
        """

    async def add(self, feeds: Sequence[Feed]) -> tuple[Feed, ...]:
        """Write feeds down; those that were not there before come back."""

    async def remove(self, url: str) -> None:
        """Take a feed out."""

    async def move(self, url: str, to: str) -> None:
        """Write another address for a feed."""

    async def mute(self, word: str, *, on: bool) -> None:
        """Write a word among those that hide stories, or take it out."""

    async def take_back(self) -> bool:
        """Undo the last change that was made here; False: there is none."""

    async def edit(self) -> None:
        """Open the file in the reader's editor, and wait until they are done."""

    async def read_again(self) -> tuple[int, Taste]:
        """Go by what the file says now: how many feeds it has, and how the app is to be."""


class Outbox(Protocol):
    """Ways out for an edition, or for one story as an edition of its own."""

    @property
    def to(self) -> str:
        """Whom mail goes to; empty: nobody is set."""

    async def mail(self, edition: Edition) -> None:
        """Hand it to the mail command.

        Raises:
            DigestError: Nobody is set, or the command failed: says how.
        """

    async def export(self, edition: Edition, form: str, path: str) -> str:
        """Write it to a file in a form, as "markdown"; the whole path comes back.

        Raises:
            DigestError: It cannot be written.
        """

    async def pipe(self, edition: Edition, command: str) -> str:
        """Give its text to a command; what the command said.

        Raises:
            DigestError: It cannot be started, or failed: says how.
        """
