"""The one room where the stages meet.

::

    finding   address ── fetch ── parse ──> what Feed it can mean
    gather    Feed ── fetch ── parse ──> Entry
    reading   Entry ── fetch ── extract ──> Article, as its `hosts` allow
    press     Article ── group ──> draft
    makeup    draft ── put right ── lay out ── tell ──> Story ── compose ──> Edition
    proof     Edition, and a Correction ──> its next revision

Gather and press keep what they have made in the store as they go, so a run that is cut off loses
nothing that it had, and the next one goes on from there.
"""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from digest.config.settings import Settings
from digest.edition import FIRST_WINDOW
from digest.errors import NoEdition
from digest.events import EditionReady, Listener, Updated
from digest.fetch import Client
from digest.news import Edition
from digest.pipeline.finding import Candidate, find
from digest.pipeline.gather import Gatherer
from digest.pipeline.press import Press
from digest.store.editions import find_edition
from digest.store.shelf import Shelf
from digest.workers import Workers

__all__ = ["Candidate", "Pipeline", "find"]


class Pipeline:
    """The stages, in the world that it is given."""

    def __init__(
        self, *, client: Client, shelf: Shelf, workers: Workers, clock: Callable[[], datetime]
    ) -> None:
        """`clock` gives the time in the reader's own zone."""
        self._client = client
        self._shelf = shelf
        self._workers = workers
        self._clock = clock

    async def update(
        self,
        settings: Settings,
        listen: Listener,
        *,
        since: timedelta | None = None,
        only: Collection[str] | None = None,
    ) -> Updated:
        """Fetch every feed and read what is new.

        Of a feed that is read for the first time, only entries of the last day are read, or
        of the last `since`. What fails is told to `listen`, kept as the feed's health, and
        stops nothing else. `only` names the feeds, by URL, that the reader wants asked now,
        whatever they said about being asked again.
        """
        gatherer = Gatherer(
            client=self._client,
            shelf=self._shelf,
            workers=self._workers,
            clock=self._clock,
            listen=listen,
            at_once=only is not None,
        )
        feeds = [feed for feed in settings.feeds if only is None or feed.url in only]
        reach = max(since or FIRST_WINDOW, FIRST_WINDOW)
        return await gatherer.run(feeds, reach=reach)

    async def run(
        self,
        settings: Settings,
        listen: Listener,
        *,
        since: timedelta | None = None,
        fetch: bool = True,
    ) -> Edition:
        """Update, then make the edition that is due; with nothing new it is the last again.

        `since` sets the span of the first edition; once there is one, it makes a separate
        edition of that span, which is not kept.

        Raises:
            NoEdition: Nothing has been read yet.
            StoreError: The store cannot be read or written.
        """
        updated = await self.update(settings, listen, since=since) if fetch else None
        offline = updated.offline if updated else False
        press = Press(shelf=self._shelf, workers=self._workers, clock=self._clock, listen=listen)
        last = await self._shelf.ask(find_edition)
        if last and since:
            edition = await press.catch_up(settings, since=since, offline=offline)
        else:
            edition = await press.print(settings, last, since=since, offline=offline)
        if edition is None:
            if last is None:
                raise NoEdition(_nothing(updated))
            listen(EditionReady(edition=last, fresh=False))
            return last
        listen(EditionReady(edition=edition, fresh=True))
        return edition


def _nothing(updated: Updated | None) -> str:
    if updated and updated.offline:
        return "Nothing has been read before: check the network. `digest demo` needs none."
    if updated and updated.missed:
        failed = f"{updated.missed} of {updated.feeds} feeds failed"
        return f"No edition: {failed}, the others have nothing new. See: digest feeds"
    return "No edition yet: nothing is new in the feeds. Try: digest morning --since 7d"
