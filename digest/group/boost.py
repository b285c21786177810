"""Grows the trees that weigh evidence.

Boosting of oblivious trees (Prokhorenkova et al. 2018, "CatBoost") by Newton steps on the
logistic loss (Friedman 2001), in plain Python: the same examples give the same trees to the
digit.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from random import Random
from typing import Final, NamedTuple

from msgspec import Struct

from digest.group.model import Tree

_TREES: Final = 160
_DEPTH: Final = 4
_RATE: Final = 0.15
_BINS: Final = 32
_FIELDS_A_TREE: Final = 12
_RIDGE: Final = 4.0


class Example(NamedTuple):
    """The evidence about a pair, whether it is one story, and how much the pair weighs."""

    evidence: tuple[float, ...]
    same: bool
    weight: float


class _Table(Struct, frozen=True):
    """The examples by column, each value as the number of its bin."""

    cuts: tuple[list[float], ...]
    columns: tuple[bytes, ...]


class _Push(NamedTuple):
    """Where each example pulls the odds, and how steeply."""

    slopes: list[float]
    curves: list[float]


def boost(examples: Sequence[Example], chance: Random) -> tuple[float, list[Tree]]:
    """The log odds to start from, and the trees that add to them."""
    scale = len(examples) / sum(example.weight for example in examples)
    weights = [example.weight * scale for example in examples]
    known = [example.same for example in examples]
    same = sum(weight for weight, one in zip(weights, known, strict=True) if one)
    share = min(max(same / len(examples), 0.01), 0.99)
    start = round(math.log(share / (1 - share)), 4)
    table = _table([example.evidence for example in examples])
    odds = [start] * len(examples)
    trees = []
    for _ in range(_TREES):
        fields = chance.sample(range(len(table.cuts)), _FIELDS_A_TREE)
        tree, places = _grow(table, _push(odds, weights, known), fields)
        odds = [value + tree.leaves[place] for value, place in zip(odds, places, strict=True)]
        trees.append(tree)
    return start, trees


def _table(evidence: Sequence[Sequence[float]]) -> _Table:
    """Bins of like size for each field."""
    cuts, columns = [], []
    for values in zip(*evidence, strict=True):
        order = sorted(values)
        steps = {order[len(order) * step // _BINS] for step in range(1, _BINS)}
        cuts.append(sorted({round(step, 4) for step in steps}))
        columns.append(bytes(bisect_right(cuts[-1], value) for value in values))
    return _Table(tuple(cuts), tuple(columns))


def _push(odds: Iterable[float], weights: Iterable[float], known: Iterable[bool]) -> _Push:
    slopes, curves = [], []
    for value, weight, same in zip(odds, weights, known, strict=True):
        likely = 1 / (1 + math.exp(-value))
        slopes.append(weight * (same - likely))
        curves.append(weight * likely * (1 - likely))
    return _Push(slopes, curves)


def _grow(table: _Table, push: _Push, fields: Sequence[int]) -> tuple[Tree, list[int]]:
    """A tree, and the leaf that each example falls into."""
    places = [0] * len(push.slopes)
    questions: list[tuple[int, int]] = []
    for depth in range(_DEPTH):
        gains = {
            (field, cut): gain
            for field in fields
            for cut, gain in enumerate(_gains(table, field, places, push, 2**depth))
        }
        field, cut = max(gains, key=lambda question: gains[question])
        questions.append((field, cut))
        places = [
            place + place + (number > cut)
            for place, number in zip(places, table.columns[field], strict=True)
        ]
    (a, p), (b, q), (c, r), (d, s) = questions
    cuts = table.cuts[a][p], table.cuts[b][q], table.cuts[c][r], table.cuts[d][s]
    return Tree((a, b, c, d), cuts, _leaves(places, push)), places


def _gains(
    table: _Table, field: int, places: Sequence[int], push: _Push, leaves: int
) -> list[float]:
    """How much each cut helps: the sum of slope² / curve over the halves of every leaf."""
    wide = _BINS + 1
    down, up = [0.0] * (leaves * wide), [0.0] * (leaves * wide)
    for number, place, slope, curve in zip(table.columns[field], places, *push, strict=True):
        at = place * wide + number
        down[at] += slope
        up[at] += curve
    gains = [0.0] * len(table.cuts[field])
    for leaf in range(leaves):
        slopes = list(accumulate(down[leaf * wide : (leaf + 1) * wide]))
        curves = list(accumulate(up[leaf * wide : (leaf + 1) * wide]))
        for cut in range(len(gains)):
            rest, steep = slopes[-1] - slopes[cut], curves[-1] - curves[cut]
            gains[cut] += slopes[cut] ** 2 / (curves[cut] + _RIDGE) + rest**2 / (steep + _RIDGE)
    return gains


def _leaves(places: Sequence[int], push: _Push) -> tuple[float, ...]:
    down, up = [0.0] * 2**_DEPTH, [_RIDGE] * 2**_DEPTH
    for place, slope, curve in zip(places, *push, strict=True):
        down[place] += slope
        up[place] += curve
    return tuple(round(_RATE * slope / curve, 4) for slope, curve in zip(down, up, strict=True))
