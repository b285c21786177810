"""Weighs the evidence about a pair: small boosted trees, fitted by `digest.group.fit`."""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate
from operator import getitem, or_
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

        A tree is a byte of a long number, and each of its questions a bit: so a field answers all
        questions about it at once, and a pair costs a third of asking one by one.
        """
        fields = [_questions(self.trees, field) for field in range(len(self.fields))]
        leaves, start = [tree.leaves for tree in self.trees], self.start

        def probability(evidence: Sequence[float]) -> float:
            said = 0
            for value, (cuts, answers) in zip(evidence, fields, strict=True):
                said |= answers[bisect_right(cuts, value)]
            odds = sum(map(getitem, leaves, said.to_bytes(len(leaves), "little")), start)
            return 1 / (1 + math.exp(-odds))

        return probability


def _questions(trees: Sequence[Tree], field: int) -> tuple[list[float], list[int]]:
    """Where the trees cut a field, and what they are told by a value that reaches so many cuts."""
    told: dict[float, int] = defaultdict(int)
    for place, tree in enumerate(trees):
        for question, (asked, cut) in enumerate(zip(tree.fields, tree.cuts, strict=True)):
            if asked == field:
                told[cut] |= 8 >> question << 8 * place
    cuts = sorted(told)
    return cuts, list(accumulate((told[cut] for cut in cuts), or_, initial=0))


@cache
def fitted() -> Model:
    """The model that ships with the code."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Model)
