"""What a reader's marks say of their taste: a little, and in words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from digest.clean import Clean
from digest.edition.drafts import Draft
from digest.language.words import stems

_ALIKE: Final = 2
"""Words that a headline shares with a saved one, at least, and"""

_SHARE: Final = 1 / 3
"""the share of the shorter of the two that they make."""

_FEWEST_READ: Final = 20
_MOST_READ: Final = 0.4
"""A section is a favourite with this share of so many read articles."""

_FEWEST_SAVED: Final = 5
"""A publisher is one with so many saved articles."""


class Glance(Struct, frozen=True, kw_only=True):
    """An article that the reader has marked."""

    id: str
    title: Clean
    section: Clean
    publisher: str
    """Its key."""


class Taste(Struct, frozen=True, kw_only=True):
    """What the reader has saved, and where they often read."""

    saved: tuple[tuple[Clean, frozenset[str]], ...] = ()
    """Headlines, the latest first, each with the words that say what it is about."""

    articles: frozenset[str] = frozenset()
    """Ids of what is saved."""

    sections: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()

    def of(self, draft: Draft) -> Iterator[tuple[float, Clean]]:
        """What each liking adds to a story, and its words; all of them less than an origin."""
        if any(article.id in self.articles for article in draft.articles):
            yield 0.6, Clean("you saved a report of it")
        elif like := self._like_saved(draft.headline):
            yield 0.4, Clean(f"like “{like}”, which you saved")
        shown = draft.sources[0]
        if shown.publisher in self.publishers:
            yield 0.2, Clean(f"you often save from {shown.article.publisher}")
        if draft.section in self.sections:
            yield 0.2, Clean(f"you read much of {draft.section}")

    def _like_saved(self, headline: str) -> Clean | None:
        told = _telling(headline)
        for title, saved in self.saved:
            if len(told & saved) >= max(_ALIKE, _SHARE * min(len(told), len(saved))):
                return title
        return None


def taste(*, saved: Sequence[Glance], read: Sequence[Glance]) -> Taste:
    """The reader's taste, from what they saved and read, the latest first."""
    sections = Counter(each.section for each in read if each.section)
    publishers = Counter(each.publisher for each in saved if each.publisher)
    enough = max(_FEWEST_READ, _MOST_READ * sections.total())
    return Taste(
        saved=tuple((each.title, _telling(each.title)) for each in saved),
        articles=frozenset(each.id for each in saved),
        sections=frozenset(name for name, count in sections.items() if count >= enough),
        publishers=frozenset(n for n, count in publishers.items() if count >= _FEWEST_SAVED),
    )


def _telling(title: str) -> frozenset[str]:
    return frozenset(stem for stem in stems(title) if len(stem) > 2)
