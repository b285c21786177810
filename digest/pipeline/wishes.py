"""What the reader wishes of the page, from the settings and from what the store remembers."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from digest.clean import NOTHING
from digest.config.settings import Settings
from digest.edition import Glance, Source, Taste, Wishes, taste
from digest.group import publisher_of
from digest.news import Feed, Mark
from digest.store.habits import Marked, lately_marked, seldom
from digest.store.shelf import Shelf

_TASTE: Final = timedelta(days=60)
"""How far back marks count."""

_MARKS: Final = 200

_SPAN: Final = timedelta(days=28)
_SELDOM: Final = 8
"""Entries in four weeks, at most, of a feed that publishes seldom."""

_ENOUGH: Final = timedelta(days=14)
"""How old the first entry of a feed must be before it is judged."""

_TODAY: Final = 2
"""More articles than that today, and nobody asks how many a feed had in four weeks."""


async def wishes(
    shelf: Shelf, settings: Settings, found: Sequence[Source], now: datetime
) -> Wishes:
    """The wishes, with which of the feeds of `found` publish seldom."""
    return Wishes(
        stories=settings.digest.stories,
        minutes=settings.digest.minutes,
        follow=settings.follow.words,
        mute=settings.mute.words,
        taste=await _taste(shelf, settings.feeds, now),
        rare=await shelf.ask(
            seldom, _quiet(found), since=now - _SPAN, known=now - _ENOUGH, most=_SELDOM
        ),
    )


async def _taste(shelf: Shelf, feeds: Sequence[Feed], now: datetime) -> Taste:
    sections = {feed.url: feed.section for feed in feeds}

    def glance(each: Marked) -> Glance:
        return Glance(
            id=each.id,
            title=each.title,
            section=sections.get(each.feed, NOTHING),
            publisher=publisher_of("", each.url),
        )

    saved = await shelf.ask(lately_marked, Mark.SAVED, now - _TASTE, _MARKS)
    read = await shelf.ask(lately_marked, Mark.READ, now - _TASTE, _MARKS)
    return taste(saved=[*map(glance, saved)], read=[*map(glance, read)])


def _quiet(found: Sequence[Source]) -> list[str]:
    """The feeds with few fresh articles."""
    counts = Counter(source.article.feed for source in found if source.fresh)
    return [feed for feed, count in counts.items() if count <= _TODAY]
