"""How far an update is: the pipeline's events, added up."""

from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from digest.events import (
    ArticleRead,
    Event,
    FeedFetched,
    FeedMissed,
    Grouping,
    Started,
    Updated,
)
from digest.news import Missed

RECENT: Final = 60
"""Articles named at a time: more are not read between two looks at the screen."""


class Progress(Struct, frozen=True, kw_only=True):
    """What an update has done so far."""

    feeds: int = 0
    answered: int = 0
    missed: tuple[Missed, ...] = ()
    articles: int = 0
    recent: tuple[str, ...] = ()
    """The articles read last, by id."""

    grouping: int = 0
    """How many articles are being grouped; 0: not there yet."""

    offline: bool = False

    @property
    def done(self) -> int:
        """Feeds that have answered or failed."""
        return self.answered + len(self.missed)

    @property
    def silent(self) -> bool:
        """Every feed was asked, and none answered."""
        return self.feeds > 0 and len(self.missed) >= self.feeds


def after(progress: Progress, event: Event) -> Progress:
    """The progress once `event` has happened."""
    match event:
        case Started(feeds=feeds):
            progress = Progress(feeds=feeds)
        case FeedFetched():
            progress = replace(progress, answered=progress.answered + 1)
        case FeedMissed(missed=missed):
            progress = replace(progress, missed=(*progress.missed, missed))
        case ArticleRead(id=id_):
            recent = (*progress.recent[-RECENT + 1 :], id_)
            progress = replace(progress, articles=progress.articles + 1, recent=recent)
        case Grouping(articles=articles):
            progress = replace(progress, grouping=articles)
        case Updated(offline=offline):
            progress = replace(progress, offline=offline)
    return progress


def counted(missed: Iterable[Missed]) -> tuple[tuple[str, int], ...]:
    """Reasons and how often each was given, most often first, then by name."""
    counts: dict[str, int] = {}
    for one in missed:
        counts[one.reason] = counts.get(one.reason, 0) + 1
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
