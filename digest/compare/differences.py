"""Where independent reports put different figures or names on the same thing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import islice
from typing import Final

from msgspec import Struct

from digest.compare import tolls
from digest.compare.changing import is_moved
from digest.compare.count import Count
from digest.compare.counts import counts
from digest.compare.figure import Figure
from digest.compare.figures import figures
from digest.compare.sentence import Sentence
from digest.compare.sides import MOST, Told, difference, named, origins, sides
from digest.compare.statements import Statement
from digest.news import Article, Difference

_OLDER: Final = timedelta(hours=12)
"""A figure of a report that is older by so much is the state of that time."""

_FIXED: Final = frozenset({"age", "date", "vote", "who", "where"})
"""Dimensions of what does not change while it is reported."""


class Beside(Struct, frozen=True, kw_only=True, eq=False):
    """The figures of several origins beside each other."""

    differ: tuple[Difference, ...]
    agree: tuple[tuple[Told, ...], ...]
    """Those that say the same, by what they are of."""

    disputed: frozenset[str]
    """The sentences that count what sides differ about."""


def beside(statements: Sequence[Statement], articles: Sequence[Article]) -> Beside:
    """What figures and names agree and differ in, as they are told; of English texts alone."""
    english = [(each, Sentence(each.text)) for each in statements if each.language == "en"]

    def told(
        read: Callable[[Sentence], Iterable[Count | Figure]], known: frozenset[tuple[int, str]]
    ) -> Iterator[Told]:
        for each, said in english:
            if (each.article, each.text) not in known:
                time = articles[each.article].published
                yield from (Told(of=found, by=each, time=time) for found in read(said))

    every = list(islice(told(counts, frozenset()), MOST))
    counted = [sides(group) for group in tolls.of_one_thing(every)]
    differ = [each for group in counted for each in _of_counts(group)]
    known = frozenset((claim.article, claim.text) for each in differ for claim in each.claims)
    figured = [sides(group) for group in _of_one_thing(islice(told(figures, known), MOST))]
    differ += [each for group in figured for each in _differing(group)]
    agree = [group[0] for group in counted + figured if len(group) == 1 and origins(group) > 1]
    what = frozenset(each.what for each in differ)
    claims = [claim.text for each in differ for claim in each.claims]
    return Beside(
        differ=tuple(each for each in differ if each.what),
        agree=tuple(tuple(side) for side in agree),
        disputed=frozenset([*claims, *(each.by.text for each in every if named(each.of) in what)]),
    )


def _of_counts(sides: Sequence[list[Told]]) -> Iterator[Difference]:
    first = sides[0][0].of
    toll = isinstance(first, Count) and first.role
    return tolls.differing(sides) if toll else _differing(sides)


def _of_one_thing(told: Iterable[Told]) -> list[list[Told]]:
    """Figures of the same thing, together: each is of what all others of its group are."""
    groups: list[list[Told]] = []
    for each in told:
        for group in groups:
            if all(one.of.is_of(each.of) for one in group):
                group.append(each)
                break
        else:
            groups.append([each])
    return groups


def _differing(sides: Sequence[list[Told]]) -> Iterator[Difference]:
    """How figures differ: as those of another time, or at odds."""
    if len(sides) < 2 or origins(side[:1] for side in sides) < 2:
        return
    first = sides[0][0].of
    if isinstance(first, Figure) and first.dimension in _FIXED:
        moved = any(is_moved(each.by.text) for side in sides for each in side)
        yield difference(sides, "revision" if moved and first.dimension == "date" else "conflict")
    elif by_time := _by_time(sides):
        yield difference(by_time, "revision")
    elif any(each.of.change in {"either", "down"} for each in sides[0]):
        yield difference(sides[::-1], "revision")
    elif any(each.of.change in {"either", "up"} for each in sides[-1]):
        yield difference(sides, "revision")
    elif not _of_other_days(sides):
        yield difference(sides, "conflict")


def _of_other_days(sides: Sequence[Sequence[Told]]) -> bool:
    """Whether two sides tell figures of days that they name, and these are others."""
    named = [each.of.said.days for side in sides for each in side]
    return any(one.isdisjoint(other) for one in named for other in named if one and other)


def _by_time(sides: Sequence[list[Told]]) -> list[list[Told]]:
    """The sides in the order in which they were reported, if that took long enough."""
    times = [[each.time for each in side if each.time] for side in sides]
    if any(len(known) < len(side) for known, side in zip(times, sides, strict=True)):
        return []
    first = [min(known) for known in times]
    if max(first) - min(first) < _OLDER:
        return []
    return [sides[index] for index in sorted(range(len(sides)), key=lambda index: first[index])]
