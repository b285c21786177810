"""Finds the items worth comparing through an inverted index: never all pairs."""

from array import array
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Final, TypeAlias

from digest.group.vectors import Vector, heaviest

Near: TypeAlias = list[tuple[float, int]]
"""Nearness and index of the others, the nearest first."""

Index: TypeAlias = dict[str, tuple[list[int], "array[float]"]]
"""For each term the items that have it, and beside them its weight there: packed, since it is read
half a million times a day from all over memory."""

WINDOW: Final = 96.0
"""Hours: two items further apart are not compared, where both know their hour."""

_COMMON: Final = 200
"""A term that more items have finds no candidates: it would find everything."""


def neighbours(
    vectors: Sequence[Vector],
    hours: Sequence[float | None],
    *,
    terms: int,
    least: float,
    most: int,
) -> list[Near]:
    """For each item the `most` nearest others, by its `terms` heaviest terms."""
    told, index = _indexed(vectors)
    found: list[Near] = []
    for item, vector in enumerate(told):
        nearness: dict[int, float] = {}
        for term, weight in heaviest(vector, terms).items():
            for other, its in zip(*index[term], strict=True):
                nearness[other] = nearness.get(other, 0.0) + weight * its
        near = [
            (value, other)
            for other, value in nearness.items()
            if value >= least and other != item and in_time(hours[item], hours[other])
        ]
        near.sort(key=lambda entry: (-entry[0], entry[1]))
        found.append(near[:most])
    return found


def _indexed(vectors: Sequence[Vector]) -> tuple[list[Vector], Index]:
    """The vectors, down to the terms that find something, and the index of these."""
    counts = Counter(chain.from_iterable(vectors))
    index: Index = {
        term: ([], array("d")) for term, count in counts.items() if 1 < count <= _COMMON
    }
    told = [
        {term: vector[term] for term in filter(index.__contains__, vector)} for vector in vectors
    ]
    for item, vector in enumerate(told):
        for term, weight in vector.items():
            others, weights = index[term]
            others.append(item)
            weights.append(weight)
    return told, index


def in_time(one: float | None, other: float | None) -> bool:
    """Whether two items, by their hours, may be near each other at all."""
    return one is None or other is None or abs(one - other) <= WINDOW
