"""Why a story of an edition stands as it does, and what was nearly told with it: in words."""

from datetime import timedelta
from typing import Final

from digest.clean import Clean
from digest.config import Settings
from digest.edition import Source
from digest.errors import NoEdition, WorkerError
from digest.news import Because, Edition, LeftOut, Story
from digest.pipeline.drafting import items, sources
from digest.store import Shelf, articles_arrived
from digest.workers import Workers

_MEMORY: Final = timedelta(days=3)
"""How far before an edition's window what was left out is looked for."""


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
    window = edition.window
    stored = await shelf.ask(articles_arrived, window.start - _MEMORY, window.end)
    found = sources(settings.feeds, stored, ())
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
    return LeftOut(
        story=home.id if home else "",
        headline=home.headline if home else nearest.article.title,
        shared=shared,
        against=explained.against,
    )


async def _shared(workers: Workers, one: Source, other: Source) -> tuple[Clean, ...]:
    return (await workers.explain(items([one, other]), [0, 1])).together


def _home(edition: Edition, article: str) -> Story | None:
    return next(
        (s for s in edition.everything if any(report.id == article for report in s.articles)), None
    )
