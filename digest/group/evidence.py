"""What speaks for and against two items telling one story: figures about a pair."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import fsum
from typing import Final

from msgspec import Struct

from digest.group.neighbours import Near, neighbours
from digest.group.pair import UNKNOWN, Pair
from digest.group.portrait import Portrait
from digest.group.vectors import (
    A_DAY,
    Vector,
    bag,
    circles,
    cosine,
    normal,
    rarity,
    spread,
    telling,
    weighed,
)

NEAR: Final = 0.25
ROUND: Final = 0.5
"""From where something is near at all: the nearest to a loner is not."""

FAR: Final = 99.0
"""The rank of an item that is not among the nearest."""


class Share(Struct, frozen=True):
    """Terms of an item, a share of which another may say."""

    weights: Vector
    whole: float
    vector: Vector
    """The same, at length 1."""


class Around(Struct, frozen=True):
    """An item among its nearest."""

    ranks: dict[int, float]
    best: float
    """How near the nearest is, or would have to be."""


class Side(Struct, frozen=True):
    """What one item brings to every pair it is in."""

    told: Portrait
    said: frozenset[str]
    rarest: tuple[str, ...]
    """What it says, the rarest first."""

    named: tuple[str, ...]
    """Its names, the rarest first."""

    title: Share
    names: Share
    vector: Vector
    circle: Vector
    near: Around
    round: Around
    inner: frozenset[int]
    """Itself and the ten nearest."""

    crowd: float


class Evidence:
    """All that the items say, made ready to be compared."""

    def __init__(self, items: Sequence[Portrait]) -> None:
        bags = [bag(item) for item in items]
        found = spread(bags)
        self._rare = rarity(found, spread(item.names for item in items), len(items))
        self._weights = telling(self._rare, found, len(items))
        hours = [item.hour for item in items]
        vectors = [weighed(counts, self._weights) for counts in bags]
        self._near = neighbours(vectors, hours, terms=30, least=0.08, most=99)
        round_ = circles(vectors, self._near)
        self._circle_near = neighbours(round_, hours, terms=16, least=0.3, most=99)
        self._sides = [
            self._side(number, item, vectors[number], round_[number])
            for number, item in enumerate(items)
        ]

    def _side(self, number: int, item: Portrait, vector: Vector, circle: Vector) -> Side:
        near, round_ = self._near[number], self._circle_near[number]
        said, rare, weights = item.said, self._rare, self._weights
        return Side(
            told=item,
            said=said,
            rarest=self._rarest_first(said),
            named=self._rarest_first(item.names),
            title=_share({term: rare[term] for term in item.title}),
            names=_share({name: weights[name] for name in sorted(item.names) if name in weights}),
            vector=vector,
            circle=circle,
            near=_around(near, NEAR),
            round=_around(round_, ROUND),
            inner=frozenset([number, *(other for _, other in near[:10])]),
            crowd=sum(value for value, _ in near[:20]),
        )

    def _rarest_first(self, terms: Iterable[str]) -> tuple[str, ...]:
        rare = self._rare
        return tuple(sorted(filter(rare.__contains__, terms), key=rare.__getitem__, reverse=True))

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
        one, two = self._sides[a], self._sides[b]
        return (
            bool(one.names.whole and two.names.whole)
            and two.said.isdisjoint(one.names.weights)
            and one.said.isdisjoint(two.names.weights)
            and one.told.numbers.isdisjoint(two.told.numbers)
            and not _quote(one.told, two.told)
        )

    def nearest(self, item: int) -> list[int]:
        """The items most like it, the nearest first."""
        return [other for _, other in self._near[item]]

    def about(self, a: int, b: int) -> Pair:
        """The evidence about two items."""
        one, two = self._sides[a], self._sides[b]
        first, second = one.told, two.told
        words, circle = cosine(one.vector, two.vector), cosine(one.circle, two.circle)
        heads_a, heads_b = one.title.weights.keys() & two.said, two.title.weights.keys() & one.said
        titles = _told(one.title, heads_a), _told(two.title, heads_b)
        named = (
            _told(one.names, one.names.weights.keys() & two.said),
            _told(two.names, two.names.weights.keys() & one.said),
        )
        ranks = one.near.ranks.get(b, FAR), two.near.ranks.get(a, FAR)
        round_ranks = one.round.ranks.get(b, FAR), two.round.ranks.get(a, FAR)
        return Pair(
            words=words,
            title=cosine(one.title.vector, two.title.vector),
            title_low=min(titles),
            title_high=max(titles),
            names=cosine(one.names.vector, two.names.vector)
            if one.names.vector and two.names.vector
            else UNKNOWN,
            names_low=min(named),
            names_high=max(named),
            numbers=self._rarity(self._rarest_first(first.numbers & second.numbers), 3),
            quote=_quote(first, second),
            rarest=self._rarity(filter(two.said.__contains__, one.rarest), 3),
            named=self._rarity(filter(second.names.__contains__, one.named), 2),
            heads=self._rarity(self._rarest_first(heads_a | heads_b), 3),
            hours=UNKNOWN
            if first.hour is None or second.hour is None
            else abs(first.hour - second.hour),
            rank_low=min(ranks),
            rank_high=max(ranks),
            near_low=words / max(one.near.best, two.near.best),
            near_high=words / min(one.near.best, two.near.best),
            circle=circle,
            circle_rank_low=min(round_ranks),
            circle_rank_high=max(round_ranks),
            circle_near_low=circle / max(one.round.best, two.round.best),
            circle_near_high=circle / min(one.round.best, two.round.best),
            common=len(one.inner & two.inner) / len(one.inner | two.inner),
            crowd_low=min(one.crowd, two.crowd),
            crowd_high=max(one.crowd, two.crowd),
            length_low=min(len(one.said), len(two.said)),
            length_high=max(len(one.said), len(two.said)),
            texts=bool(first.text) + bool(second.text),
            items=min(len(self._sides), A_DAY),
        )

    def _rarity(self, terms: Iterable[str], most: int) -> float:
        """The rarity of the first `most` of these terms, in sum."""
        return sum(map(self._rare.__getitem__, islice(terms, most)))


def _share(weights: Vector) -> Share:
    return Share(weights, fsum(weights.values()), normal(weights))


def _around(near: Near, least: float) -> Around:
    ranks = {other: float(rank) for rank, (_, other) in enumerate(near)}
    return Around(ranks, max(near[0][0], least) if near else least)


def _told(share: Share, said: Iterable[str]) -> float:
    """The share that is said, by weight; UNKNOWN without terms."""
    return fsum([share.weights[term] for term in said]) / share.whole if share.whole else UNKNOWN


def _quote(one: Portrait, two: Portrait) -> float:
    longest = 0
    for first in one.quotes:
        for second in two.quotes:
            shorter = min(len(first), len(second))
            if len(first & second) >= 0.7 * shorter:
                longest = max(longest, shorter)
    return float(longest)
