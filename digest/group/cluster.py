"""Clusters by average link: a whole cluster must be near another, not one link of it."""

import heapq
from collections.abc import Iterable
from typing import Final

ALONE: Final = 0.4
"""What two single articles must reach to be one story: nobody else vouches for them.

Among look-alikes, each of a story of its own, half as many are joined as at .3 (5 in a hundred, not
9), and no set loses more than .001 (dev data, crossed by story).
"""

FEW: Final = 3
SURE: Final = 0.45
"""What two clusters of that many must reach: a mean over many pairs is no accident of one.

Of such joins at less, nine in ten were wrong in three sets of articles; of headlines alone,
where it matters less, one in three (dev data).
"""


def average_link(
    count: int,
    pairs: Iterable[tuple[int, int, float]],
    least: float,
    *,
    alone: float = 0.0,
    sure: float = 0.0,
) -> list[int]:
    """A label for each of `count` things, so that things of one label belong together.

    Joins the two clusters with the highest mean over all pairs between them, as long as that
    mean is at least `least`: at least `alone` if both are single things, and at least `sure` if
    both have FEW members or more. A pair that is not named counts as 0. Costs n log n in the
    number of pairs.
    """
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for one, other, value in pairs:
        sums[one][other] = sums[other][one] = value
    sizes, rounds, parents = [1] * count, [0] * count, list(range(count))
    heap = [
        (-value, one, other, 0, 0)
        for one in range(count)
        for other, value in sums[one].items()
        if one < other and value >= max(least, alone)
    ]
    heapq.heapify(heap)
    while heap:
        _, one, other, round_one, round_other = heapq.heappop(heap)
        if (rounds[one], rounds[other]) != (round_one, round_other):
            continue  # one of them has grown since, or is gone
        keep, gone = (one, other) if len(sums[one]) >= len(sums[other]) else (other, one)
        parents[gone], sizes[keep] = keep, sizes[keep] + sizes[gone]
        rounds[keep], rounds[gone] = rounds[keep] + 1, -1
        _merge(sums, keep, gone)
        for third, total in sums[keep].items():
            mean = total / (sizes[keep] * sizes[third])
            if mean >= (least if min(sizes[keep], sizes[third]) < FEW else max(least, sure)):
                low, high = min(keep, third), max(keep, third)
                heapq.heappush(heap, (-mean, low, high, rounds[low], rounds[high]))
    return [_root(parents, item) for item in range(count)]


def _merge(sums: list[dict[int, float]], keep: int, gone: int) -> None:
    del sums[keep][gone], sums[gone][keep]
    for third, total in sums[gone].items():
        del sums[third][gone]
        sums[keep][third] = sums[third][keep] = sums[keep].get(third, 0.0) + total
    sums[gone] = {}


def _root(parents: list[int], item: int) -> int:
    while parents[item] != item:
        parents[item] = item = parents[parents[item]]
    return item
