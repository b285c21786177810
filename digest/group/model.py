"""Weighs the evidence about a pair: small boosted trees, fitted by `digest.group.fit`."""

import math
from collections.abc import Sequence
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

    def answer(self, evidence: Sequence[float]) -> float:
        """What it adds for this evidence. Written out: it runs a million times a morning."""
        first, second, third, fourth = self.fields
        a, b, c, d = self.cuts
        return self.leaves[
            8 * (evidence[first] >= a)
            + 4 * (evidence[second] >= b)
            + 2 * (evidence[third] >= c)
            + (evidence[fourth] >= d)
        ]


class Model(msgspec.Struct, frozen=True):
    """What weights.json holds."""

    fields: tuple[str, ...]
    """The names of the evidence, as the trees count them."""

    least: float
    """The mean probability from which two clusters are one story."""

    start: float
    """Log odds before any evidence."""

    trees: tuple[Tree, ...]

    common: dict[str, float]
    """In what share of English news a term is found, where it is common."""

    def probability(self, evidence: Sequence[float]) -> float:
        """That two items with this evidence tell the same story."""
        odds = self.start
        for tree in self.trees:
            odds += tree.answer(evidence)
        return 1 / (1 + math.exp(-odds))


@cache
def fitted() -> Model:
    """The model that ships with the code."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Model)
