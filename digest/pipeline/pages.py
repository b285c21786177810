"""A page made up: its stories in their places, and what stood there before."""

from collections.abc import Mapping

from msgspec import Struct

from digest.edition import Place
from digest.group import publisher_of
from digest.news import Story
from digest.store.editions import Membership


class Page(Struct, frozen=True, kw_only=True):
    """Stories in their places, and what was decided on the way."""

    front: tuple[Story, ...]
    more: tuple[Story, ...]
    alone: tuple[Story, ...]
    places: Mapping[str, Place]
    unchanged: int
    """Updates that had nothing new to say, and were left out."""

    memberships: tuple[Membership, ...]
    """Of all drafts, those that are not shown among them."""

    @property
    def everything(self) -> tuple[Story, ...]:
        """All its stories."""
        return self.front + self.more + self.alone

    @property
    def articles(self) -> int:
        """How many came in the edition's window."""
        return sum(report.fresh for story in self.everything for report in story.articles)

    @property
    def publishers(self) -> int:
        """How many publishers they are of."""
        return len(
            {
                publisher_of(report.publisher, report.url)
                for story in self.everything
                for report in story.articles
                if report.fresh
            }
        )


class Standing(Struct, frozen=True, kw_only=True):
    """What an edition that is put right has already."""

    stories: Mapping[str, Story] = {}
    """Its stories, by id: one that is drafted as it was is not told again."""

    kept: tuple[str, ...] = ()
    """Those of them that no draft stands for."""

    places: Mapping[str, Place] = {}
    front: tuple[str, ...] = ()
    """What stays on the front."""
