"""What the store remembers that the making of an edition must know."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from digest.edition import Draft, Galley, Known, ReadersHand, Turn
from digest.news import Correction, Edition
from digest.pipeline.drafting import continued
from digest.store.corrections import all_corrections
from digest.store.database import Store
from digest.store.editions import Membership, Told, save_edition, stories_told
from digest.store.galleys import find_galley, save_galley
from digest.store.shelf import Shelf


class Memory(Struct, frozen=True, kw_only=True):
    """Of the articles of an edition: what was told, and what the reader has put right."""

    day: str
    told: Mapping[str, Told]
    corrections: Sequence[Correction]
    galley: Galley | None = None
    """Of the revision of the same day that is printed already."""

    added: datetime | None = None
    """The time of what a new revision adds; None: it is the first."""

    @property
    def known(self) -> Known:
        """The story of each article that has one, as grouping found it if it did so today."""
        found = dict(continued(self.told, self.day))
        for story in self.galley.stories if self.galley else ():
            found |= dict.fromkeys(story.articles, (story.id, story.update))
        return found

    def hand(self, now: datetime) -> ReadersHand:
        """The corrections that hold now."""
        return ReadersHand(
            self.corrections,
            told={article: each.story for article, each in self.told.items()},
            known={a: each for a, each in continued(self.told, self.day).items() if each[1]},
            now=now,
        )

    def dated(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """The drafts, each with when a revision added it."""
        before = {story.id: story.added for story in self.galley.stories} if self.galley else {}
        return tuple(replace(each, added=before.get(each.id, self.added)) for each in drafts)


async def remembered(shelf: Shelf, due: Turn, articles: Sequence[str]) -> Memory:
    """What is known of these articles on the day of the edition that is due."""
    corrections = await shelf.ask(all_corrections)
    return Memory(
        day=due.day,
        told=await told_of(shelf, due.day, articles, corrections),
        corrections=corrections,
        galley=await shelf.ask(find_galley, due.day, Galley) if due.previous else None,
        added=due.window.end if due.previous else None,
    )


async def told_of(
    shelf: Shelf, day: str, articles: Sequence[str], corrections: Sequence[Correction]
) -> dict[str, Told]:
    """The stories of the articles, and of those that corrections name."""
    named = (id_ for each in corrections for id_ in (*each.articles, *each.others))
    return await shelf.ask(stories_told, list(dict.fromkeys([*articles, *named])), day)


def keep(store: Store, edition: Edition, memberships: Sequence[Membership], galley: Galley) -> None:
    """Store an edition with all that belongs to it, or nothing."""
    with store.transaction():
        save_edition(store, edition, memberships)
        save_galley(store, edition.day, galley)
