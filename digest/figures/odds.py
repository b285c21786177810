"""How likely two figures are of one thing: evidence, each piece with its weight.

`python -m tests.benchmarks.differences --fit` makes the weights from the labelled pairs of
tests/data/compare: logistic regression, where of a pair that differs the likeliest two figures
count, and of a pair that does not all.
"""

import math
from typing import Final

from digest.figures.figure import Figure
from digest.figures.measures import VOTES
from digest.figures.periods import YEAR
from digest.figures.sentence import differ

LEAST: Final = 1.28
"""Log odds from which two figures are compared."""

WEIGHTS: Final = {
    "": -1.49,
    "all terms shared": 0.35,
    "both first": 0.57,
    "changed": 0.30,
    "clause shared, least": 0.58,
    "clause shared, most": 0.35,
    "far": -0.94,
    "kind of one": -0.34,
    "middling": 0.52,
    "names shared": 0.17,
    "names strange": -0.55,
    "names strange to both": -0.39,
    "near": 1.45,
    "only one wanted": -0.64,
    "only one whole": -0.06,
    "other day": 0.89,
    "other head": -0.35,
    "other numbers alike": 0.55,
    "other speakers": 0.64,
    "persons": 0.11,
    "revised": 0.58,
    "same day": 0.95,
    "same head": 0.06,
    "same marks": 0.09,
    "same role": 0.31,
    "share": -0.35,
    "terms shared": 0.78,
    "year of one": -0.77,
}
"""What each piece of evidence adds to the log odds; "" is what they are before any."""

_NAMES: Final = frozenset({"who", "where"})
_CLOSE: Final = {"date": 100, "weekday": 0, "hour": 180, "year": 3}
"""How far apart times are that may be of one thing: a month, no day, hours in minutes, years."""

_NEAR, _MIDDLING, _FAR = 0.25, 0.8, 1.5
"""Logarithms of the ratio of two numbers."""


def odds(one: Figure, other: Figure) -> float:
    """Log odds that two figures are of one thing, if they do not agree."""
    found = evidence(one, other)
    return WEIGHTS[""] + sum(WEIGHTS.get(name, 0.0) * value for name, value in found.items())


def evidence(one: Figure, other: Figure) -> dict[str, float]:
    """What speaks for and against it, by name; what is not there is 0."""
    return {**_of_sentences(one, other), **_of_figures(one, other), **_of_numbers(one, other)}


def _of_sentences(one: Figure, other: Figure) -> dict[str, float]:
    mine, theirs = one.said, other.said
    own = one.own | other.own
    strange = [
        len(mine.names - theirs.all_terms - own),
        len(theirs.names - mine.all_terms - own),
    ]
    known = mine.names & theirs.all_terms | theirs.names & mine.all_terms
    return {
        "terms shared": min(len(mine.terms & theirs.terms), 8) / 4,
        "all terms shared": mine.terms <= theirs.all_terms and theirs.terms <= mine.all_terms,
        "names shared": min(len(known), 4) / 2,
        "names strange": (min(strange[0], 3) + min(strange[1], 3)) / 3,
        "names strange to both": min(*strange, 2),
        "same day": bool(mine.days & theirs.days),
        "other day": differ(mine.days, theirs.days),
        "year of one": bool(YEAR.search(mine.text)) != bool(YEAR.search(theirs.text)),
        "changed": bool(mine.change or theirs.change),
        "revised": mine.revises + theirs.revises,
    }


def _of_figures(one: Figure, other: Figure) -> dict[str, float]:
    clauses = sorted(
        _share(each.near, beside.said.all_terms) for each, beside in ((one, other), (other, one))
    )
    heads = {one.head, other.head}
    kinds = [bool(one.kind - other.said.all_terms), bool(other.kind - one.said.all_terms)]
    marks = one.marks ^ other.marks
    return {
        "clause shared, least": clauses[0],
        "clause shared, most": clauses[1],
        "same head": len(heads) == 1 and "" not in heads,
        "other head": len(heads) == 2 and "" not in heads,
        "same role": bool(one.role) and one.role == other.role,
        "other speakers": one.is_said_against(other),
        "kind of one": kinds[0] != kinds[1],
        "both first": one.is_first and other.is_first,
        "other numbers alike": min(2, sum(map(other.others_have, one.others))),
        "same marks": bool(one.marks & other.marks),
        "only one wanted": "wanted" in marks,
        "only one whole": "whole" in marks,
        "share": one.dimension == "share",
        "persons": one.dimension == other.dimension == "person",
    }


def _share(some: frozenset[str], whole: frozenset[str]) -> float:
    return len(some & whole) / len(some) if some else 0.5


def _of_numbers(one: Figure, other: Figure) -> dict[str, float]:
    first, second = abs(one.number.value), abs(other.number.value)
    if one.dimension in _CLOSE:
        return {"near": abs(first - second) <= _CLOSE[one.dimension]}
    if one.dimension == "vote":
        (yes, no), (ayes, noes) = divmod(first, VOTES), divmod(second, VOTES)
        return {"near": yes == ayes or no == noes}
    if one.dimension in _NAMES or not (first and second):
        return {}
    ratio = abs(math.log(first / second))
    return {
        "near": ratio < _NEAR,
        "middling": _NEAR <= ratio < _MIDDLING,
        "far": min(max(ratio - _FAR, 0), 4),
    }
