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
    found: list[Near] = []
    for item, vector in enumerate(vectors):
        nearness: dict[int, float] = defaultdict(float)
        telling = {term: weight for term, weight in vector.items() if term in index}
        for term, weight in heaviest(telling, terms).items():
            for other, its in index[term]:
                nearness[other] += weight * its
        nearness.pop(item, None)
        near = [
            (value, other)
            for other, value in nearness.items()
            if value >= least and _in_time(hours[item], hours[other])
        ]
        near.sort(key=lambda entry: (-entry[0], entry[1]))
        found.append(near[:most])
    return found


def _index(vectors: Sequence[Vector]) -> dict[str, list[tuple[int, float]]]:
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for item, vector in enumerate(vectors):
        for term, weight in vector.items():
            index[term].append((item, weight))
    return {term: found for term, found in index.items() if 1 < len(found) <= _COMMON}


def _in_time(one: float | None, other: float | None) -> bool:
    return one is None or other is None or abs(one - other) <= WINDOW
