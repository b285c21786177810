"""What speaks for and against two items telling one story: figures about a pair."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
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
        rare = rarity(found, len(items))
        weights = telling(found, len(items))
        hours = [item.hour for item in items]
        self._items = items
        self._rare = rare
        self.vectors = [weighed(counts, weights) for counts in bags]
        self._near = neighbours(self.vectors, hours, terms=30, least=0.06, most=99)
        self._circles = circles(self.vectors, self._near)
        self._circle_near = neighbours(self._circles, hours, terms=16, least=0.2, most=99)
        self._said = [item.said for item in items]
        self._titles = [{term: rare[term] for term in item.title} for item in items]
        self._title_vectors = [normal(title) for title in self._titles]
        self._names = [
            {name: weights[name] for name in sorted(item.names) if name in weights}
            for item in items
        ]
        self._name_vectors = [normal(named) for named in self._names]
        self._ranks = [_ranks(near) for near in self._near]
        self._circle_ranks = [_ranks(near) for near in self._circle_near]
        self._inner = [frozenset(other for _, other in near[:10]) for near in self._near]
        self._crowds = [sum(value for value, _ in near[:20]) for near in self._near]

    def pairs(self) -> Iterator[tuple[int, int, Pair]]:
        """The pairs worth weighing, each once and in order."""
        found = {
            (min(item, other), max(item, other))
            for nearest in (self._near, self._circle_near)
            for item, near in enumerate(nearest)
            for _, other in near
        }
        for one, other in sorted(found):
            yield one, other, self.about(one, other)

    def nearest(self, item: int) -> list[int]:
        """The items most like it, the nearest first."""
        return [other for _, other in self._near[item]]

    def about(self, a: int, b: int) -> Pair:
        """The evidence about two items."""
        one, two = self._items[a], self._items[b]
        words = cosine(self.vectors[a], self.vectors[b])
        circle = cosine(self._circles[a], self._circles[b])
        titles = _told(self._titles[a], self._said[b]), _told(self._titles[b], self._said[a])
        named = _told(self._names[a], self._said[b]), _told(self._names[b], self._said[a])
        ranks = self._ranks[a].get(b, FAR), self._ranks[b].get(a, FAR)
        round_ranks = self._circle_ranks[a].get(b, FAR), self._circle_ranks[b].get(a, FAR)
        near = words / _best(self._near[a]), words / _best(self._near[b])
        circle_near = circle / _best(self._circle_near[a]), circle / _best(self._circle_near[b])
        inner_a, inner_b = self._inner[a] | {a}, self._inner[b] | {b}
        lengths = len(self._said[a]), len(self._said[b])
        crowds = self._crowds[a], self._crowds[b]
        return Pair(
            words,
            cosine(self._title_vectors[a], self._title_vectors[b]),
            min(titles),
            max(titles),
            cosine(self._name_vectors[a], self._name_vectors[b])
            if self._names[a] and self._names[b]
            else UNKNOWN,
            min(named),
            max(named),
            sum(self._rare.get(figure, 0.0) for figure in sorted(one.numbers & two.numbers)),
            _quote(one, two),
            sum(nlargest(3, (self._rare[term] for term in self._said[a] & self._said[b]))),
            UNKNOWN if one.hour is None or two.hour is None else abs(one.hour - two.hour),
            min(ranks),
            max(ranks),
            min(near),
            max(near),
            circle,
            min(round_ranks),
            max(round_ranks),
            min(circle_near),
            max(circle_near),
            len(inner_a & inner_b) / len(inner_a | inner_b),
            min(crowds),
            max(crowds),
            min(lengths),
            max(lengths),
            bool(one.text) + bool(two.text),
            min(len(self._items), A_DAY),
        )


def _ranks(near: Near) -> dict[int, float]:
    return {other: float(rank) for rank, (_, other) in enumerate(near)}


def _best(near: Near) -> float:
    return near[0][0] if near else 1.0


def _told(terms: Mapping[str, float], said: frozenset[str]) -> float:
    """The share of `terms` that is said, by weight; UNKNOWN without terms."""
    whole = sum(terms.values())
    return sum(weight for term, weight in terms.items() if term in said) / whole if whole else -1.0


def _quote(one: Portrait, two: Portrait) -> float:
    longest = 0
    for first in one.quotes:
        for second in two.quotes:
            shorter = min(len(first), len(second))
            if len(first & second) >= 0.7 * shorter:
                longest = max(longest, shorter)
    return float(longest)
