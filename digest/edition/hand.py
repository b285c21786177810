"""The reader's hand: what was split, merged, muted and followed, done again to every edition.

An article that came after a correction counts as named by it if an edition told it in the story
of one that is named, so that a split stays split for as long as the story lasts.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from digest.edition.bonds import Bond, Wall
from digest.edition.drafts import Draft, Known
from digest.edition.split import rearranged
from digest.news import Correction, Hand


class ReadersHand:
    """The corrections that hold at a time, ready to be done to drafts."""

    def __init__(
        self,
        corrections: Sequence[Correction],
        *,
        told: Mapping[str, str],
        known: Known,
        now: datetime,
    ) -> None:
        """`corrections` come oldest first.

        `told` gives the story of each article that an edition has told; `known` holds those that
        were told on earlier days.
        """
        self._corrections = [each for each in corrections if not each.until or each.until > now]
        self._told = told
        self._known = known
        self._stories: dict[str, list[str]] = defaultdict(list)
        for article, story in told.items():
            self._stories[story].append(article)
        self._spoken_of = frozenset(
            article
            for each in self._corrections
            for article in self._reach([*each.articles, *each.others])
        )

    def put_right(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """The drafts with every split and merge made."""
        found = {source.article.id for each in drafts for source in each.sources}
        own = {s.article.id: (each.id, each.update) for each in drafts for s in each.sources}
        return rearranged(drafts, list(self._wanted(found)), {**own, **self._known})

    def muted(self, drafts: Sequence[Draft]) -> frozenset[str]:
        """The ids of those that are not to be shown."""
        return self._named(drafts, Hand.MUTE)

    def followed(self, drafts: Sequence[Draft]) -> frozenset[str]:
        """The ids of those that are to be lifted."""
        return self._named(drafts, Hand.FOLLOW)

    def concerns(self, articles: Sequence[str]) -> bool:
        """Whether a correction speaks of one of these articles."""
        return not self._spoken_of.isdisjoint(articles)

    def _named(self, drafts: Sequence[Draft], hand: Hand) -> frozenset[str]:
        named = {
            article
            for each in self._corrections
            if each.hand is hand
            for article in self._reach(each.articles)
        }
        return frozenset(
            each.id for each in drafts if any(s.article.id in named for s in each.sources)
        )

    def _wanted(self, found: set[str]) -> Iterator[Bond | Wall]:
        """What splits and merges ask of the articles `found`, the latest first."""
        for each in reversed(self._corrections):
            if each.hand is Hand.TOGETHER:
                named = self._reach([*each.articles, *each.others])
                yield Bond(tuple(article for article in named if article in found))
            elif each.hand is Hand.APART:
                one = found.intersection(self._reach(each.articles, but=each.others))
                other = found.intersection(self._reach(each.others, but=each.articles))
                if one and other:
                    yield Wall(frozenset(one), frozenset(other))

    def _reach(self, named: Sequence[str], but: Sequence[str] = ()) -> tuple[str, ...]:
        """The articles named, and all that were told in their stories, but for another side's."""
        others = self._told_in(but)
        stories = [story for story in self._told_in(named) if story not in others]
        more = (article for story in stories for article in self._stories[story])
        return tuple(dict.fromkeys([*named, *(each for each in more if each not in but)]))

    def _told_in(self, articles: Sequence[str]) -> dict[str, None]:
        return dict.fromkeys(self._told[each] for each in articles if each in self._told)
