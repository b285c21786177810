"""Has the stories of a plan told: what a worker needs to know of each, and what stands in."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from msgspec.structs import replace

from digest.clean import Clean
from digest.edition import MORE_WORDS, Draft, Plan
from digest.errors import WorkerError
from digest.news import Sentence, Telling
from digest.store.said import said_before
from digest.store.shelf import Shelf
from digest.workers import Workers

MOST_COMPARED: Final = 30
"""Articles of a story, in its order, that are told and compared."""

ALONE_SENTENCES: Final = 2


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

    async def tell(self, plan: Plan, budget: Sequence[int]) -> dict[str, Telling]:
        """The telling of every draft, by its id; `budget` holds the front's words.

        An update of which `new` is empty brings nothing that was not said before.
        """
        updates = [each.id for each in plan.everything if each.update]
        said = await self._shelf.ask(said_before, updates, self._day)
        wanted = [*zip(plan.front, budget, strict=True)]
        wanted += [(each, MORE_WORDS) for each in plan.more]
        wanted += [(each, MORE_WORDS) for each in plan.alone if each.update]
        tellings = await asyncio.gather(*(self._told(*each, said) for each in wanted))
        told = dict(zip((each.id for each, _ in wanted), tellings, strict=True))
        return {each.id: told.get(each.id) or _own(each) for each in plan.everything}

    async def _told(
        self, each: Draft, words: int, said: Mapping[str, tuple[Clean, ...]]
    ) -> Telling:
        """A story in `words` words, and its reports compared.

        A story that breaks a worker is told in the summary of its first article.
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
            return _own(each)


def _own(each: Draft) -> Telling:
    """The first sentences of the summary that its one article was given when it was read."""
    fresh = next(index for index, source in enumerate(each.sources) if source.fresh)
    article = each.sources[fresh].article
    told: tuple[Sentence, ...] = tuple(
        replace(sentence, article=fresh) for sentence in article.summary[:ALONE_SENTENCES]
    )
    return Telling(new=told) if each.update else Telling(summary=told)
