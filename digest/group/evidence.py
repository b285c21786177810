"""What speaks for and against two items telling one story: figures about a pair."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import Final, NamedTuple

from digest.group.neighbours import Near, neighbours
from digest.group.portrait import Portrait
from digest.group.vectors import (
    A_DAY,
    bag,
    circles,
    cosine,
    normal,
    rarity,
    spread,
    telling,
    weighed,
)

UNKNOWN: Final = -1.0
NEAR: Final = 0.25
ROUND: Final = 0.5
"""From where something is near at all: the nearest to a loner is not."""

FAR: Final = 99.0
"""The rank of an item that is not among the nearest."""


class Pair(NamedTuple):
    """The evidence about two items.

    Where a field ends in low and high, it looks at the pair from both sides: the share of A's
    title that B tells, and the share of B's that A tells.
    """

    words: float
    """Cosine of title and text, in words and pairs of words."""

    title: float
    """Cosine of the titles alone."""

    title_low: float
    title_high: float
    """How much of a title the other item tells, by rarity."""

    names: float
    """Cosine of the names in running text; UNKNOWN where one has none."""

    names_low: float
    names_high: float
    """How many of the names the other item tells, by rarity."""

    numbers: float
    """Rarity of the numerals that both have."""

    quote: float
    """Words of the longest quotation that both have."""

    rarest: float
    """Rarity of the three rarest words that both have."""

    named: float
    """Rarity of the two rarest names that both have."""

    heads: float
    """Rarity of the three rarest title words that the other says."""

    hours: float
    """Between them; UNKNOWN where one knows no hour."""

    rank_low: float
    rank_high: float
    """The place of each among the nearest of the other."""

    near_low: float
    near_high: float
    """How near they are, measured by the nearest that each has."""

    circle: float
    """Cosine of the texts together with their neighbours'."""

    circle_rank_low: float
    circle_rank_high: float
    circle_near_low: float
    circle_near_high: float
    common: float
    """The share of their ten nearest that both have."""

    crowd_low: float
    crowd_high: float
    """How near the twenty nearest of each are, in sum."""

    length_low: float
    length_high: float
    """How many different words each has."""

    texts: float
    """How many of the two have a text, not a title alone."""

    items: float
    """Among how many they were found, up to a full day: ranks among few mean little."""


class Evidence:
    """All that the items say, made ready to be compared."""

    def __init__(self, items: Sequence[Portrait]) -> None:
        bags = [bag(item) for item in items]
        found = spread(bags)
        named = spread(item.names for item in items)
        rare = rarity(found, named, len(items))
        weights = telling(rare, found, len(items))
        hours = [item.hour for item in items]
        self._items = items
        self._rare = rare
        self.vectors = [weighed(counts, weights) for counts in bags]
        self._near = neighbours(self.vectors, hours, terms=30, least=0.08, most=99)
        self._circles = circles(self.vectors, self._near)
        self._circle_near = neighbours(self._circles, hours, terms=16, least=0.3, most=99)
        self._said = [item.said for item in items]
        titles = [{term: rare[term] for term in item.title} for item in items]
        names = [
            {name: weights[name] for name in sorted(item.names) if name in weights}
            for item in items
        ]
        self._titles = [(title, fsum(title.values())) for title in titles]
        self._names = [(named, fsum(named.values())) for named in names]
        self._title_vectors = [normal(title) for title in titles]
        self._name_vectors = [normal(named) for named in names]
        self._ranks = [_ranks(near) for near in self._near]
        self._circle_ranks = [_ranks(near) for near in self._circle_near]
        self._inner = [
            frozenset([item, *(other for _, other in near[:10])])
            for item, near in enumerate(self._near)
        ]
        self._heads = [frozenset(item.title) for item in items]
        self._crowds = [sum(value for value, _ in near[:20]) for near in self._near]

    def pairs(self) -> Iterator[tuple[int, int, Pair]]:
        """All candidates, with the evidence about them."""
        for one, other in self.candidates():
            yield one, other, self.about(one, other)

    def candidates(self) -> list[tuple[int, int]]:
        """The pairs worth a look, each once and in order."""
        found = {
            (min(item, other), max(item, other))
            for nearest in (self._near, self._circle_near)
            for item, near in enumerate(nearest)
            for _, other in near
        }
        return sorted(found)

    def strangers(self, a: int, b: int) -> bool:
        """Whether both name somebody or something, and share no name, figure or quotation.

        Then they are not one story, whatever else they share: "Fire destroys school in Ashby",
        "Fire destroys warehouse in Port Reyes". Costs under .005 of BCubed on any set.
        """
        one, two = self._items[a], self._items[b]
        (names_a, named_a), (names_b, named_b) = self._names[a], self._names[b]
        return (
            bool(named_a and named_b)
            and self._said[b].isdisjoint(names_a)
            and self._said[a].isdisjoint(names_b)
            and one.numbers.isdisjoint(two.numbers)
            and not _quote(one, two)
        )

    def nearest(self, item: int) -> list[int]:
        """The items most like it, the nearest first."""
        return [other for _, other in self._near[item]]

    def about(self, a: int, b: int) -> Pair:
        """The evidence about two items."""
        one, two = self._items[a], self._items[b]
        said_a, said_b = self._said[a], self._said[b]
        words = cosine(self.vectors[a], self.vectors[b])
        circle = cosine(self._circles[a], self._circles[b])
        titles = _told(*self._titles[a], said_b), _told(*self._titles[b], said_a)
        named = _told(*self._names[a], said_b), _told(*self._names[b], said_a)
        near_a, near_b = _best(self._near[a], NEAR), _best(self._near[b], NEAR)
        round_a, round_b = _best(self._circle_near[a], ROUND), _best(self._circle_near[b], ROUND)
        ranks = self._ranks[a].get(b, FAR), self._ranks[b].get(a, FAR)
        round_ranks = self._circle_ranks[a].get(b, FAR), self._circle_ranks[b].get(a, FAR)
        heads = (said_b & self._heads[a]) | (said_a & self._heads[b])
        inner_a, inner_b = self._inner[a], self._inner[b]
        return Pair(
            words=words,
            title=cosine(self._title_vectors[a], self._title_vectors[b]),
            title_low=min(titles),
            title_high=max(titles),
            names=cosine(self._name_vectors[a], self._name_vectors[b])
            if self._name_vectors[a] and self._name_vectors[b]
            else UNKNOWN,
            names_low=min(named),
            names_high=max(named),
            numbers=self._rarest(one.numbers & two.numbers, 3),
            quote=_quote(one, two),
            rarest=self._rarest(said_a & said_b, 3),
            named=self._rarest(one.names & two.names, 2),
            heads=self._rarest(heads, 3),
            hours=UNKNOWN if one.hour is None or two.hour is None else abs(one.hour - two.hour),
            rank_low=min(ranks),
            rank_high=max(ranks),
            near_low=words / max(near_a, near_b),
            near_high=words / min(near_a, near_b),
            circle=circle,
            circle_rank_low=min(round_ranks),
            circle_rank_high=max(round_ranks),
            circle_near_low=circle / max(round_a, round_b),
            circle_near_high=circle / min(round_a, round_b),
            common=len(inner_a & inner_b) / len(inner_a | inner_b),
            crowd_low=min(self._crowds[a], self._crowds[b]),
            crowd_high=max(self._crowds[a], self._crowds[b]),
            length_low=min(len(said_a), len(said_b)),
            length_high=max(len(said_a), len(said_b)),
            texts=bool(one.text) + bool(two.text),
            items=min(len(self._items), A_DAY),
        )

    def _rarest(self, terms: Iterable[str], most: int) -> float:
        """The rarity of the `most` rarest of these terms, in sum."""
        rare = self._rare
        return sum(sorted([rare[term] for term in terms if term in rare], reverse=True)[:most])


def _ranks(near: Near) -> dict[int, float]:
    return {other: float(rank) for rank, (_, other) in enumerate(near)}


def _best(near: Near, least: float) -> float:
    return max(near[0][0], least) if near else least


def _told(terms: Mapping[str, float], whole: float, said: frozenset[str]) -> float:
    """The share of `terms` that is said, by weight; UNKNOWN without terms."""
    return fsum([terms[term] for term in terms.keys() & said]) / whole if whole else UNKNOWN


def _quote(one: Portrait, two: Portrait) -> float:
    longest = 0
    for first in one.quotes:
        for second in two.quotes:
            shorter = min(len(first), len(second))
            if len(first & second) >= 0.7 * shorter:
                longest = max(longest, shorter)
    return float(longest)
