"""Weighted words: how near two texts are to each other."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, pairwise
from operator import mul
from typing import Final, TypeAlias

from digest.group.portrait import Portrait

Vector: TypeAlias = dict[str, float]

TITLE_TIMES: Final = 2
A_DAY: Final = 300
"""Fewer items are weighed as if they came from a day of so many: among ten articles a word
that three of them share is no common word."""

_BY_LENGTH: Final = (0.04, 0.04, 0.04, 0.035, 0.03, 0.025, 0.02, 0.015, 0.01, 0.007)
"""Of a stem of one letter, of two, and so on."""


def bag(portrait: Portrait) -> Counter[str]:
    """Its stems and neighbouring pairs of stems, counted, the title twice."""
    title, text = (
        [*said, *map(" ".join, pairwise(said))] for said in (portrait.title, portrait.text)
    )
    return Counter([*title * TITLE_TIMES, *text])


def spread(bags: Iterable[Collection[str]]) -> Counter[str]:
    """How many items have each term."""
    return Counter(chain.from_iterable(bags))


def rarity(found: Mapping[str, int], named: Mapping[str, int], items: int) -> Vector:
    """The inverse document frequency of each term, as if a day of others had been seen before.

    In what share of those others it is found can be guessed from its shape; `named` counts
    the items that write it as a name. A pair of words that one item alone has is left out.
    """
    among = items + A_DAY + 1
    return {
        term: math.log(
            among / (count + A_DAY * _usual(term, 2 * named.get(term, 0) >= count) + 0.5)
        )
        for term, count in found.items()
        if count > 1 or " " not in term
    }


def _usual(term: str, name: bool) -> float:
    """In what share of articles a term of this shape is found: the shorter a word, the more.

    The geometric means over four sets of news, made smooth. A list of common words instead
    was no better (dev data), and would have been in one language.
    """
    if " " in term:
        return 0.0005
    if term[0].isdigit():
        return 0.04 if len(term) < 3 else 0.004
    return 0.003 if name else _BY_LENGTH[min(len(term), len(_BY_LENGTH)) - 1]


def telling(rare: Mapping[str, float], found: Mapping[str, int], items: int) -> Vector:
    """How much each term tells about likeness: its rarity, unless one item alone has it.

    On a full day such a term only dilutes the item's others (without them BCubed rose by .01
    to .02); among few items it is what tells strangers apart. So it fades as items are added.
    """
    alone = 100 / (100 + items)
    return {term: weight if found[term] > 1 else weight * alone for term, weight in rare.items()}


def weighed(counts: Mapping[str, int], rare: Mapping[str, float]) -> Vector:
    """A vector of length 1; terms that are not in `rare` are dropped."""
    return normal(
        {
            term: rare[term] if counts[term] == 1 else (1 + math.log(counts[term])) * rare[term]
            for term in filter(rare.__contains__, counts)
        }
    )


def normal(vector: Mapping[str, float]) -> Vector:
    """The same direction, at length 1."""
    weights = vector.values()
    length = math.sqrt(sum(map(mul, weights, weights))) or 1.0
    return {term: weight / length for term, weight in vector.items()}


def cosine(one: Vector, other: Vector) -> float:
    """How near two vectors of length 1 are: 1 the same, 0 strangers."""
    # Few terms are shared: the set finds them fast, and fsum does not mind its order.
    return math.fsum([one[term] * other[term] for term in one.keys() & other.keys()])


def heaviest(vector: Mapping[str, float], most: int) -> Vector:
    """Its `most` heaviest terms; ties in the order of the alphabet."""
    if len(vector) <= most:
        return dict(vector)
    last = sorted(vector.values(), reverse=True)[most - 1]
    kept = {term: weight for term, weight in vector.items() if weight > last}
    ties = sorted(term for term, weight in vector.items() if weight == last)
    return kept | dict.fromkeys(ties[: most - len(kept)], last)


def circles(vectors: Sequence[Vector], near: Sequence[Sequence[tuple[float, int]]]) -> list[Vector]:
    """Each vector together with its nearest neighbours', the nearer the heavier.

    Two tellings without a word in common still meet in what their neighbours say: this is
    what lifts short texts most (headlines from .60 to .72, dev data).
    """
    alone = [[entry for entry in vector.items() if " " not in entry[0]] for vector in vectors]
    widened: list[Vector] = []
    for vector, neighbours in zip(vectors, near, strict=True):
        circle = dict(vector)
        for nearness, other in neighbours[:6]:
            if nearness < 0.05:
                break
            for term, weight in alone[other]:
                circle[term] = circle.get(term, 0.0) + nearness * weight
        widened.append(normal(heaviest(circle, 60)))
    return widened
