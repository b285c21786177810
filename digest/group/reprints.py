"""Finds reprints: nearly the same text under other headlines, cut, or with a paragraph added."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from digest.group.item import Item
from digest.language.words import words

Shingles: TypeAlias = frozenset[int]
"""Runs of five words, each by its hash: in a day's texts no two runs have one by chance."""

_HEAD: Final = 2000
"""Characters compared: enough to know a text again."""

_SHINGLE: Final = 5
_SAME: Final = 0.5
"""Share of the shorter text's shingles that the longer one has, from which they are one text.
Different tellings of one event share a quotation at most: under a fifth."""

_SAME_WIRE: Final = 0.25
"""The same, where both credit one agency."""

_FEWEST: Final = 12
"""Shingles: a shorter text proves nothing, its headline must say the same."""

_FIRST: Final = 8
"""With how many of the earlier items that have a shingle each further one is compared."""

_DAYS: Final = 5
"""Reprints appear within days; a form used every week is not the same report."""


def origins(items: Sequence[Item]) -> list[int]:
    """For each item the index of the first whose text it reprints: its own if of none."""
    shingles = [_shingles(item.text) for item in items]
    roots = list(range(len(items)))
    for one, other in _alike(items, shingles):
        low, high = sorted((_root(roots, one), _root(roots, other)))
        if low != high and _in_time(items[one], items[other]):
            roots[high] = low
    return [_root(roots, item) for item in range(len(items))]


def _shingles(text: str) -> Shingles:
    said = words(text[:_HEAD])
    return frozenset(map(hash, zip(*(said[start:] for start in range(_SHINGLE)), strict=False)))


def _alike(items: Sequence[Item], shingles: Sequence[Shingles]) -> Iterator[tuple[int, int]]:
    first: dict[object, int] = {}
    for number, item in enumerate(items):
        for key in _keys(item, shingles[number]):
            yield first.setdefault(key, number), number
    for (one, other), shared in _overlaps(shingles).items():
        shorter = min(len(shingles[one]), len(shingles[other]))
        wire = bool(items[one].agency) and items[one].agency == items[other].agency
        if shared >= (_SAME_WIRE if wire else _SAME) * shorter:
            yield one, other


def _keys(item: Item, shingles: Shingles) -> Iterator[object]:
    """What makes two items one text without a look at more."""
    if item.url:
        yield item.url
    if len(shingles) >= _FEWEST:
        yield shingles
    else:
        title = tuple(words(item.title))
        if len(title) >= _SHINGLE:
            yield title


def _overlaps(shingles: Sequence[Shingles]) -> dict[tuple[int, int], int]:
    """How many shingles each pair shares, of the pairs worth a look.

    Every item is compared with the first few that have the shingle, so that a thousand copies
    cost a thousand comparisons and not a million.
    """
    index: dict[int, list[int]] = defaultdict(list)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    firsts: dict[Shingles, int] = {}
    for number, its in enumerate(shingles):
        if len(its) >= _FEWEST:
            firsts.setdefault(its, number)
    several = _several(firsts)
    for its, number in firsts.items():
        for shingle in its & several:
            earlier = index[shingle]
            for other in earlier:
                shared[other, number] += 1
            if len(earlier) < _FIRST:
                earlier.append(number)
    return shared


def _several(shingles: Iterable[Shingles]) -> set[int]:
    """The shingles that several items have: most have one alone, and need no place in an index."""
    seen: set[int] = set()
    again: set[int] = set()
    for its in shingles:
        again |= its & seen
        seen |= its
    return again


def _in_time(one: Item, other: Item) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs(one.published.timestamp() - other.published.timestamp()) <= _DAYS * 86_400


def _root(roots: list[int], item: int) -> int:
    while roots[item] != item:
        roots[item] = item = roots[roots[item]]
    return item
