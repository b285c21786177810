"""Which figures of a story's reports are of one thing."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from typing import Final

from digest.compare.sides import Told
from digest.figures.apart import are_apart
from digest.figures.odds import LEAST, odds

_ANOTHER_WEEK: Final = timedelta(hours=6)
"""Reports so far apart may mean different weeks by "last week"."""

_ALIKE: Final = 0.5
"""Instead of `LEAST`, for one more of a role that two reports are known to count, and for what a
number follows."""


def aligned(told: Sequence[Told]) -> list[list[Told]]:
    """Figures of one thing together, each group in the order in which they are told.

    The likeliest pairs find each other first. A group takes in no two figures of a sentence,
    and none that some other of it is apart from.
    """
    groups = {place: [place] for place in range(len(told))}
    for likely, one, other in _pairs(told):
        mine, theirs = groups[one], groups[other]
        follows = told[one].of.follows(told[other].of)
        if mine is theirs or (not follows and likely < LEAST and len(mine) == len(theirs) == 1):
            continue
        if all(_fit(told[a], told[b]) for a in mine for b in theirs):
            mine.extend(theirs)
            groups.update((place, mine) for place in theirs)
    whole = {min(group): sorted(group) for group in groups.values()}
    return [[told[place] for place in whole[first]] for first in sorted(whole)]


def _pairs(told: Sequence[Told]) -> Iterator[tuple[float, int, int]]:
    """Log odds and places of any two that are likely of one thing, the likeliest first.

    Of what a report tells, only the likeliest number differs from that of another report.
    """
    taken: dict[tuple[int, int], Told] = {}
    for likely, one, other in sorted(_likely(told), key=lambda pair: (-pair[0], pair[1:])):
        chosen = [
            taken.setdefault((place, told[beside].by.article), told[beside])
            for place, beside in ((one, other), (other, one))
        ]
        if all(
            each.of.agrees(told[place].of) for each, place in zip(chosen, (other, one), strict=True)
        ):
            yield likely, one, other


def _likely(told: Sequence[Told]) -> Iterator[tuple[float, int, int]]:
    """The places of any two that are likely of one thing, with the log odds that they are."""
    for (place, one), (other_place, other) in combinations(enumerate(told), 2):
        if not _can_be_beside(one, other) or are_apart(one.of, other.of):
            continue
        likely = odds(one.of, other.of)
        alike = one.of.follows(other.of) or (one.of.role and one.of.role == other.of.role)
        least = _ALIKE if alike else LEAST
        if likely >= least and (one.of.agrees(other.of) or not _is_explained(told, one, other)):
            yield likely, place, other_place


def _can_be_beside(one: Told, other: Told) -> bool:
    """Whether two voices tell something that can be compared."""
    if one.by is other.by or not one.of.compares_with(other.of):
        return False
    if one.of.said.terms.isdisjoint(other.of.said.terms):
        return False
    if one.by.origin == other.by.origin and not one.of.is_said_against(other.of):
        return False
    return one.of.follows(other.of) or not _of_another_week(one, other)


def _of_another_week(one: Told, other: Told) -> bool:
    if not (one.time and other.time) or abs(one.time - other.time) < _ANOTHER_WEEK:
        return False
    return any("week" in each.of.said.whole for each in (one, other))


def _is_explained(told: Sequence[Told], one: Told, other: Told) -> bool:
    """Whether either's report has the other's number too: it knows it as that of another thing."""
    return one.by.origin != other.by.origin and any(
        _has(told, mine, theirs) for mine, theirs in ((one, other), (other, one))
    )


def _has(told: Sequence[Told], mine: Told, theirs: Told) -> bool:
    """Whether the report of theirs tells the number of mine."""
    return any(
        each.by.origin == theirs.by.origin
        and each.of.dimension == mine.of.dimension
        and each.of.agrees(mine.of)
        for each in told
    )


def _fit(one: Told, other: Told) -> bool:
    """Whether two may stand in one group."""
    return one.by is not other.by and not are_apart(one.of, other.of)
