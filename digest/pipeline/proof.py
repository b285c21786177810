"""Puts the last edition right by the reader's hand, and redraws no more than that touches."""

from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from digest.config.settings import Settings
from digest.edition import Draft, Galley, Grouped, Source, Turn, compose, galley_of, mentions
from digest.errors import NoEdition
from digest.news import Correction, Edition
from digest.pipeline.drafting import drafted_again, sources
from digest.pipeline.makeup import prepared
from digest.pipeline.memory import Memory, keep, told_of
from digest.pipeline.pages import Page, Standing
from digest.store.articles import find_arrived
from digest.store.corrections import all_corrections, delete_correction, save_correction
from digest.store.database import Store
from digest.store.deliveries import is_delivered, save_delivered
from digest.store.editions import find_edition
from digest.store.galleys import find_galley
from digest.store.shelf import Shelf
from digest.workers import Workers


class _Proof(Struct, frozen=True, kw_only=True):
    """The last edition, and what it is put right with."""

    edition: Edition
    galley: Galley
    memory: Memory
    touched: tuple[Grouped, ...]
    """Its stories, as grouping found them, that a correction speaks of."""


class Proofreader:
    """Makes a revision of the last edition for a correction, or without one."""

    def __init__(self, *, shelf: Shelf, workers: Workers, clock: Callable[[], datetime]) -> None:
        self._shelf = shelf
        self._workers = workers
        self._clock = clock

    async def correct(self, settings: Settings, correction: Correction) -> Edition:
        """The last edition with one correction more; both are kept, or neither.

        Raises:
            NoEdition: There is none to put right.
        """
        before = await self._shelf.ask(all_corrections)
        proof = await self._proof([*before, correction], correction)
        edition, write = await self._redrawn(settings, proof)

        def keep_both(store: Store) -> None:
            with store.transaction():
                save_correction(store, correction)
                write(store)

        await self._shelf.do(keep_both)
        return edition

    async def take_back(self, settings: Settings, id_: int) -> Edition:
        """The last edition without a correction; one that is not there changes nothing.

        Raises:
            NoEdition: There is none to put right.
        """
        before = await self._shelf.ask(all_corrections)
        gone = next((each for each in before if each.id == id_), None)
        if gone is None:
            return await self._last()
        rest = [each for each in before if each is not gone]
        edition, write = await self._redrawn(settings, await self._proof(rest, gone))

        def forget(store: Store) -> None:
            with store.transaction():
                delete_correction(store, id_)
                write(store)

        await self._shelf.do(forget)
        return edition

    async def reword(self, settings: Settings, word: str) -> Edition:
        """The last edition, its stories that say `word` muted or not as the settings wish it now.

        Raises:
            NoEdition: There is none to put right.
        """
        proof = await self._proof(await self._shelf.ask(all_corrections))
        every = replace(proof, touched=proof.galley.stories)
        drafts = _drafts(every.touched, await self._sources(settings, every))
        saying = {each.id for each in drafts if mentions(each, word)}
        if not saying:
            return proof.edition
        saying.update(each.id for each in proof.touched)
        touched = tuple(each for each in every.touched if each.id in saying)
        edition, write = await self._redrawn(settings, replace(proof, touched=touched))
        await self._shelf.do(write)
        return edition

    async def _last(self) -> Edition:
        last = await self._shelf.ask(find_edition)
        if last is None:
            raise NoEdition("No edition yet: there is nothing to put right.")
        return last

    async def _redrawn(
        self, settings: Settings, proof: _Proof
    ) -> tuple[Edition, Callable[[Store], None]]:
        """The next revision, its touched stories redrawn, and what writes it."""
        last, now = proof.edition, self._clock()
        due = Turn(day=last.day, revision=last.revision + 1, window=last.window, previous=last)
        found = await self._sources(settings, proof)
        make_up = await prepared(
            self._shelf,
            self._workers,
            settings,
            due,
            hand=proof.memory.hand(now),
            found=found,
            now=now,
        )
        page = await make_up.page(_drafts(proof.touched, found), _standing(proof))
        edition = _revision(due, last, page, settings, made=now)
        galley = replace(proof.galley, places=page.places)

        def write(store: Store) -> None:
            keep(store, edition, page.memberships, galley)
            if is_delivered(store, last):  # the same news again is no reason for another mail
                save_delivered(store, edition, at=now, told=())

        return edition, write

    async def _proof(
        self, corrections: Sequence[Correction], change: Correction | None = None
    ) -> _Proof:
        """The last edition under these corrections, of which `change` was one or has become one."""
        last = await self._last()
        galley = await self._shelf.ask(find_galley, last.day, Galley) or galley_of(last)
        articles = [article for story in galley.stories for article in story.articles]
        concerned = [*corrections, change] if change else corrections
        told = await told_of(self._shelf, last.day, articles, concerned)
        memory = Memory(day=last.day, told=told, corrections=corrections, galley=galley)
        spoken_of = (
            replace(memory, corrections=concerned)
            .hand(change.made if change else self._clock())
            .concerns
        )
        return _Proof(
            edition=last,
            galley=galley,
            memory=memory,
            touched=tuple(each for each in galley.stories if spoken_of(each.articles)),
        )

    async def _sources(self, settings: Settings, proof: _Proof) -> list[Source]:
        """What the touched stories are made of."""
        ids = [article for story in proof.touched for article in story.articles]
        stored = await self._shelf.ask(find_arrived, ids)
        start = proof.edition.window.start
        return sources(
            settings.feeds,
            [each for each in stored if each.stored > start],
            [each for each in stored if each.stored <= start],
        )


def _drafts(touched: Sequence[Grouped], found: Sequence[Source]) -> list[Draft]:
    by_id = {source.article.id: source for source in found}
    drafts = (drafted_again(story, by_id) for story in touched)
    return [each for each in drafts if each is not None]


def _standing(proof: _Proof) -> Standing:
    """What of the edition stays as it is."""
    redrawn = {article for story in proof.touched for article in story.articles}
    stories = {story.id: story for story in proof.edition.everything}
    kept = (
        id_
        for id_, story in stories.items()
        if id_ in proof.galley.places and not any(report.id in redrawn for report in story.articles)
    )
    return Standing(
        stories=stories,
        kept=tuple(kept),
        places=proof.galley.places,
        front=proof.galley.front,
    )


def _revision(
    due: Turn, last: Edition, page: Page, settings: Settings, *, made: datetime
) -> Edition:
    return compose(
        due,
        front=page.front,
        more=page.more,
        alone=page.alone,
        missed=last.missed,
        sections=settings.digest.sections,
        feeds=last.counts.feeds,
        made=made,
        publishers=page.publishers,
        articles=page.articles,
        unchanged=last.counts.unchanged,
        offline=last.offline,
        notes=last.notes,
    )
