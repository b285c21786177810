"""Finds the items worth comparing through an inverted index: never all pairs."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, TypeAlias

from digest.group.vectors import Vector, heaviest

Near: TypeAlias = list[tuple[float, int]]
"""Nearness and index of the others, the nearest first."""

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
    index = _index(vectors)
    nearness = [0.0] * len(vectors)  # kept zero between items: a dict would cost four times as much
    found: list[Near] = []
    for item, vector in enumerate(vectors):
        telling = {term: weight for term, weight in vector.items() if term in index}
        met: set[int] = set()
        for term, weight in heaviest(telling, terms).items():
            others, weights = index[term]
            met.update(others)
            for other, its in zip(others, weights, strict=True):
                nearness[other] += weight * its
        near = [
            (nearness[other], other)
            for other in met
            if nearness[other] >= least and other != item and in_time(hours[item], hours[other])
        ]
        for other in met:
            nearness[other] = 0.0
        near.sort(key=lambda entry: (-entry[0], entry[1]))
        found.append(near[:most])
    return found


def _index(vectors: Sequence[Vector]) -> dict[str, tuple[list[int], list[float]]]:
    """For each term the items that have it, and beside them its weight there."""
    index: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for item, vector in enumerate(vectors):
        for term, weight in vector.items():
            others, weights = index[term]
            others.append(item)
            weights.append(weight)
    return {term: found for term, found in index.items() if 1 < len(found[0]) <= _COMMON}


def in_time(one: float | None, other: float | None) -> bool:
    """Whether two items, by their hours, may be near each other at all."""
    return one is None or other is None or abs(one - other) <= WINDOW
