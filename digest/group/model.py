"""Weighs the evidence about a pair: small boosted trees, fitted by `digest.group.fit`."""

import math
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

WEIGHTS: Final = Path(__file__).with_name("weights.json")


class Tree(msgspec.Struct, frozen=True):
    """Four questions and a table of answers: each question is one bit of the table's index."""

    fields: tuple[int, int, int, int]
    """Which field of the evidence each question asks for."""

    cuts: tuple[float, float, float, float]
    """Whether it is at least this."""

    leaves: tuple[float, ...]
    """What that adds to the log odds; the first question is the highest bit."""


class Model(msgspec.Struct, frozen=True):
    """What weights.json holds."""

    fields: tuple[str, ...]
    """The names of the evidence, as the trees count them."""

    least: float
    """The mean probability from which two clusters are one story."""

    start: float
    """Log odds before any evidence."""

    trees: tuple[Tree, ...]

    def weigher(self) -> Callable[[Sequence[float]], float]:
        """Evidence about two items → the probability that they tell the same story.

        The trees are laid out flat, since they answer a million times a morning.
        """
        flat = [(*tree.fields, *tree.cuts, tree.leaves) for tree in self.trees]
        start = self.start

        def probability(evidence: Sequence[float]) -> float:
            odds = start
            for one, two, three, four, a, b, c, d, leaves in flat:
                odds += leaves[
                    8 * (evidence[one] >= a)
                    + 4 * (evidence[two] >= b)
                    + 2 * (evidence[three] >= c)
                    + (evidence[four] >= d)
                ]
            return 1 / (1 + math.exp(-odds))

        return probability


@cache
def fitted() -> Model:
    """The model that ships with the code."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Model)
