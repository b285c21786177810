"""Why a story of an edition stands as it does, and what was nearly told with it: in words."""

import math
from collections import Counter
from collections.abc import Iterator
from typing import Final

from digest.clean import Clean
from digest.config.settings import Settings
from digest.edition import Source
from digest.errors import NoEdition, WorkerError
from digest.language.words import stems
from digest.news import Because, Edition, LeftOut, Story
from digest.pipeline.drafting import items, sources
from digest.store.articles import find_arrived
from digest.store.shelf import Shelf
from digest.workers import Workers

_NEAR: Final = 60
"""Stories that are weighed; those with fewer words in common are strangers."""

_TITLES: Final = 20


async def why(
    shelf: Shelf, workers: Workers, settings: Settings, edition: Edition, story_id: str
) -> Because:
    """Why the story stands as it does; without what was left out, if that cannot be found.

    Raises:
        NoEdition: The edition has no such story.
        StoreError: The store cannot be read.
    """
    story = next((each for each in edition.everything if each.id == story_id), None)
    if story is None:
        raise NoEdition("That story is not in the edition.")
    return Because(
        story=story.id,
        headline=story.headline,
        together=story.why.together,
        left_out=await _left_out(shelf, workers, settings, edition, story),
        rank=story.why.rank,
    )


async def _left_out(
    shelf: Shelf, workers: Workers, settings: Settings, edition: Edition, story: Story
) -> LeftOut | None:
    """What was nearest, of the stories that share words with it."""
    near = sorted(_alike(edition, story), key=lambda each: each[:2])[:_NEAR]
    ids = [report.id for each in (story, *(each[2] for each in near)) for report in each.articles]
    found = sources(settings.feeds, await shelf.ask(find_arrived, ids), ())
    own = frozenset(report.id for report in story.articles)
    members = [place for place, each in enumerate(found) if each.article.id in own]
    if not members:
        return None
    try:
        explained = await workers.explain(items(found), members)
        if explained.nearest is None:
            return None
        nearest = found[explained.nearest]
        shared = await _shared(workers, found[members[0]], nearest)
    except WorkerError:
        return None
    home = _home(edition, nearest.article.id)
    return LeftOut(story=home.id, headline=home.headline, shared=shared, against=explained.against)


async def _shared(workers: Workers, one: Source, other: Source) -> tuple[Clean, ...]:
    return (await workers.explain(items([one, other]), [0, 1])).together


def _alike(edition: Edition, story: Story) -> Iterator[tuple[float, str, Story]]:
    """The other stories, each with how much its words are alike, less for more, and its id.

    A word counts the less the more stories have it.
    """
    said = {each.id: _words(each) for each in edition.everything}
    often = Counter(word for its in said.values() for word in its)
    for each in edition.everything:
        shared = said[story.id] & said[each.id]
        if shared and each.id != story.id:
            yield -math.fsum(1 / often[word] for word in shared), each.id, each


def _words(story: Story) -> frozenset[str]:
    titles = (report.title for report in story.articles[:_TITLES])
    return frozenset(stems(" ".join((*titles, *(sentence.text for sentence in story.summary)))))


def _home(edition: Edition, article: str) -> Story:
    """The story that tells an article."""
    return next(
        each for each in edition.everything if article in {report.id for report in each.articles}
    )
