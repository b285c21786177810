"""What the app asks of the world, and all that it knows of it."""

from collections.abc import Sequence
from typing import Protocol

from digest.events import Listener
from digest.news import (
    Article,
    Because,
    Correction,
    Edition,
    EditionLine,
    FeedHealth,
    Found,
    Mark,
    Marks,
    Missed,
    Report,
)


class Desk(Protocol):
    """Where editions come from, and where a reader's marks are kept."""

    async def latest(self) -> Edition | None:
        """The last edition, in its last revision; None: nothing has been printed yet."""

    async def edition(self, day: str, revision: int | None = None) -> Edition | None:
        """The edition of a day, in its last revision unless one is named."""

    async def editions(self) -> tuple[EditionLine, ...]:
        """All stored editions, newest first."""

    async def article(self, id: str) -> Article | None:  # noqa: A002 - the noun's own field
        """The article behind a report, by the report's id."""

    async def marks(self) -> Marks:
        """All marks."""

    async def mark(self, ids: Sequence[str], mark: Mark, on: bool) -> None:
        """Set or take a mark on reports.

        Raises:
            StoreError: It could not be kept.
        """

    async def health(self) -> tuple[FeedHealth, ...]:
        """How every feed has been doing, in the order of feeds.toml."""

    async def why(self, story_id: str, edition: Edition) -> Because:
        """Why a story's reports stand together, what was left out, and why it stands there."""

    async def corrections(self) -> tuple[Correction, ...]:
        """What the reader's hand has put right and not taken back, the oldest first."""

    async def correct(self, correction: Correction) -> Edition:
        """Keep a correction; today's edition with it, as a revision. Ids of stories stay.

        Raises:
            Busy: Another update is running.
            NoEdition: There is nothing to put right.
            StoreError: It could not be kept.
        """

    async def take_back(self, correction_id: int) -> Edition:
        """Take a correction back; today's edition without it, as a revision.

        Raises:
            Busy: Another update is running.
            NoEdition: There is nothing to put right.
            StoreError: It could not be kept.
        """

    async def reword(self, word: str) -> Edition:
        """Today's edition where it says a word that feeds.toml mutes now, or mutes no more.

        Raises:
            Busy: Another update is running.
            NoEdition: There is nothing to put right.
            StoreError: It could not be kept.
        """

    async def listed(self, *, saved: bool) -> tuple[Report, ...]:
        """Stored articles as a story cites them, newest first; `saved`: those only."""

    async def find(self, words: str) -> tuple[Found, ...]:
        """The stored articles that hold all words, newest first.

        Raises:
            StoreError: They cannot be searched.
        """

    async def retry(self, urls: Sequence[str], listen: Listener) -> tuple[Missed, ...]:
        """Ask these feeds again, now; those that still fail.

        Raises:
            Busy: Another update is running.
        """

    async def refresh(self, listen: Listener) -> Edition | None:
        """Update, and make the edition of now; None: there is nothing to print.

        Raises:
            Busy: Another update is running.
            DigestError: Nothing could be done.
        """
