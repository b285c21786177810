"""Has stories told: what a worker needs to know of each, and what stands in."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from msgspec.structs import replace

from digest.clean import Clean
from digest.edition import MORE_WORDS, Draft
from digest.errors import WorkerError
from digest.news import Sentence, Telling
from digest.store.said import said_before
from digest.store.shelf import Shelf
from digest.workers import Workers

MOST_COMPARED: Final = 30
"""Articles of a story, in its order, that are told and compared."""

ALONE_SENTENCES: Final = 2
AT_ONCE: Final = 24
"""Articles that one worker summarizes before another may have a turn: a tenth of a second."""


class Teller:
    """Tells stories by its workers, with what earlier editions said of them."""

    def __init__(
        self, *, shelf: Shelf, workers: Workers, day: str, day_of: Callable[[datetime], str]
    ) -> None:
        """`day` is the edition's; `day_of` names the paper day of a moment."""
        self._shelf = shelf
        self._workers = workers
        self._day = day
        self._day_of = day_of

    async def tell(
        self, wanted: Sequence[tuple[Draft, int]], alone: Sequence[Draft]
    ) -> dict[str, Telling]:
        """The telling of every draft, by its id: of those `wanted` in so many words.

        An update of which `new` is empty brings nothing that was not said before.
        """
        compared = [*wanted, *((each, MORE_WORDS) for each in alone if each.update)]
        updates = [each.id for each, _ in compared if each.update]
        said = await self._shelf.ask(said_before, updates, self._day)
        tellings = await asyncio.gather(*(self._told(*each, said) for each in compared))
        told = dict(zip((each.id for each, _ in compared), tellings, strict=True))
        return told | await self._own([each for each in alone if not each.update])

    async def _told(
        self, each: Draft, words: int, said: Mapping[str, tuple[Clean, ...]]
    ) -> Telling:
        """A story in `words` words, and its reports compared.

        A story that breaks a worker is told in the words of its first article alone.
        """
        shown = each.sources[:MOST_COMPARED]
        try:
            return await self._workers.tell(
                [source.article for source in shown],
                origins=each.origins[:MOST_COMPARED],
                words=words,
                fresh=[place for place, source in enumerate(shown) if source.fresh],
                days=[self._day_of(source.published) for source in shown],
                said=said[each.id] if each.update else None,
            )
        except WorkerError:
            return (await self._own([each]))[each.id]

    async def _own(self, drafts: Sequence[Draft]) -> dict[str, Telling]:
        """The drafts told by a short summary of one article each, many at a time."""
        parts = [drafts[start : start + AT_ONCE] for start in range(0, len(drafts), AT_ONCE)]
        told = await asyncio.gather(*(self._summarized(part) for part in parts))
        summaries = [each for part in told for each in part]
        return dict(map(_telling, drafts, summaries))

    async def _summarized(self, drafts: Sequence[Draft]) -> tuple[tuple[Sentence, ...], ...]:
        """A summary for each draft; an article that breaks a worker has none."""
        articles = [each.sources[_fresh(each)].article for each in drafts]
        try:
            return await self._workers.summarize(articles, sentences=ALONE_SENTENCES)
        except WorkerError:
            if len(drafts) == 1:
                return ((),)
            return tuple([(await self._summarized([each]))[0] for each in drafts])


def _telling(each: Draft, summary: Sequence[Sentence]) -> tuple[str, Telling]:
    told = tuple(replace(sentence, article=_fresh(each)) for sentence in summary)
    return each.id, Telling(new=told) if each.update else Telling(summary=told)


def _fresh(each: Draft) -> int:
    """The first source that arrived since the story was last told."""
    return next(index for index, source in enumerate(each.sources) if source.fresh)
