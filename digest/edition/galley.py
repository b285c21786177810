"""The galley: a day's stories as grouping found them, before the reader's hand put them right.

Kept beside each edition, so that a correction can be made, and taken back, without grouping.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from digest.clean import Clean
from digest.edition.drafts import Draft
from digest.edition.rank import Place
from digest.news import Edition, Story, Update


class Grouped(Struct, frozen=True, kw_only=True):
    """A story as grouping found it."""

    id: str
    articles: tuple[str, ...]
    origins: tuple[int, ...]
    together: tuple[Clean, ...] = ()
    update: Update | None = None
    added: datetime | None = None


class Galley(Struct, frozen=True, kw_only=True):
    """What must be known of an edition to put it right."""

    stories: tuple[Grouped, ...]
    front: tuple[str, ...]
    """The front page as it was printed, without any later correction."""

    places: Mapping[str, Place]
    """Of the stories of its latest revision, by id."""


def galley(drafts: Sequence[Draft], *, front: Sequence[str], places: Mapping[str, Place]) -> Galley:
    """The galley of these drafts."""
    return Galley(stories=tuple(map(_grouped, drafts)), front=tuple(front), places=places)


def galley_of(edition: Edition) -> Galley:
    """A galley made from an edition that was kept without one."""
    several = (*edition.stories, *edition.more)
    return Galley(
        stories=tuple(_as_grouped(story) for story in edition.everything),
        front=tuple(story.id for story in edition.stories),
        places={
            story.id: _as_placed(story, score=-float(rank), leads=rank < len(several))
            for rank, story in enumerate(edition.everything)
        },
    )


def _grouped(draft: Draft) -> Grouped:
    return Grouped(
        id=draft.id,
        articles=tuple(article.id for article in draft.articles),
        origins=draft.origins,
        together=draft.together,
        update=draft.update,
        added=draft.added,
    )


def _as_grouped(story: Story) -> Grouped:
    return Grouped(
        id=story.id,
        articles=tuple(report.id for report in story.articles),
        origins=tuple(report.origin for report in story.articles),
        together=story.why.together,
        update=story.update,
        added=story.added,
    )


def _as_placed(story: Story, *, score: float, leads: bool) -> Place:
    shown = story.articles[0]
    return Place(
        score=score,
        reasons=story.why.rank,
        newest=max(report.published for report in story.articles),
        leads=leads,
        publisher=shown.publisher.casefold(),
        byline=(shown.publisher.casefold(), shown.url),
    )
