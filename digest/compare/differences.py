"""Where reports put different figures or names on the same thing."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice
from typing import Final

from msgspec import Struct

from digest.compare import tolls
from digest.compare.alignment import aligned
from digest.compare.sides import MOST, Told, difference, is_put_right, named, sides, voices
from digest.compare.statements import Statement
from digest.figures.figure import COUNTS, Figure
from digest.figures.read import figures
from digest.figures.sentence import Sentence, differ
from digest.figures.speakers import names_speaker
from digest.news import Article, Difference

_OLDER: Final = timedelta(hours=12)
"""A figure of a report that is older by so much is the state of that time."""

_FIXED: Final = frozenset({"age", "date", "weekday", "year", "hour", "vote", "who", "where"})
"""Dimensions of what does not change while it is reported, unless it is moved or put right."""


class Beside(Struct, frozen=True, kw_only=True, eq=False):
    """The figures of several origins beside each other."""

    differ: tuple[Difference, ...]
    """Those of most sides first, of which a conflict has one more."""

    agree: tuple[tuple[Told, ...], ...]
    """Those that say the same, by what they are of."""

    disputed: frozenset[str]
    """The sentences that count what sides differ about."""


def beside(statements: Sequence[Statement], articles: Sequence[Article]) -> Beside:
    """What figures and names agree and differ in, as they are told; of English texts alone.

    A report by itself differs only in what it says that others say.
    """
    several = len({each.origin for each in statements}) > 1
    asked = statements if several else [each for each in statements if names_speaker(each.text)]
    every = list(islice(_told(asked, articles), MOST))
    compared = [sides(group) for group in aligned(every)]
    found = [each for group in compared for each in _of_one_thing(group) if each.what]
    found.sort(key=_weight, reverse=True)
    what = frozenset(each.what for each in found)
    claims = [claim.text for each in found for claim in each.claims]
    alike = [group[0] for group in compared if len(group) == 1]
    return Beside(
        differ=tuple(found),
        agree=tuple(tuple(side) for side in alike if len({each.by.origin for each in side}) > 1),
        disputed=frozenset(claims).union(
            each.by.text for each in every if found and named(each.of) in what
        ),
    )


def _weight(difference: Difference) -> int:
    return len(difference.claims) + (difference.kind == "conflict")


def _told(statements: Sequence[Statement], articles: Sequence[Article]) -> Iterator[Told]:
    heard: set[tuple[int, str]] = set()
    for each in statements:
        if each.language == "en" and (each.article, each.text) not in heard:
            heard.add((each.article, each.text))
            time = articles[each.article].published
            found = figures(Sentence(each.text))
            for figure in found:
                if not (figure.is_earlier or _is_of_a_toll(figure, found)):
                    yield Told(of=figure, by=each, time=time)


def _is_of_a_toll(figure: Figure, beside: Sequence[Figure]) -> bool:
    """Whether it is a part of a toll: four bodies that bring the dead to seven, two men of five."""
    return bool(figure.role) and (
        bool(figure.listed)
        or any(
            each.role == figure.role and each.number.value > figure.number.value for each in beside
        )
    )


def _of_one_thing(sides: Sequence[list[Told]]) -> Iterator[Difference]:
    if len(sides) < 2 or voices(sides) < 2:
        return
    first = sides[0][0].of
    if first.dimension == "person" and first.role:
        yield from tolls.differing(sides)
    else:
        yield from _differing(sides)


def _differing(sides: Sequence[list[Told]]) -> Iterator[Difference]:
    """How figures differ: as those of another time, or at odds."""
    if is_put_right(sides):
        yield difference(_by_time(sides) or sides, "revision")
        return
    dimension = sides[0][0].of.dimension
    counted = dimension in COUNTS
    if by_time := [] if dimension in _FIXED else _by_time(sides):
        yield difference(by_time, "revision")
    elif counted and any(each.of.change in {"either", "down"} for each in sides[0]):
        yield difference(sides[::-1], "revision")
    elif (counted and any(each.of.change in {"either", "up"} for each in sides[-1])) or (
        dimension not in _FIXED and _name_other_days(sides)
    ):
        yield difference(sides, "revision")
    else:
        yield difference(sides, "conflict")


def _name_other_days(sides: Sequence[Sequence[Told]]) -> bool:
    """Whether two sides tell figures of days that they name, and these are others."""
    named = [each.of.said.days for side in sides for each in side]
    return any(differ(one, other) for one in named for other in named)


def _by_time(sides: Sequence[list[Told]]) -> list[list[Told]]:
    """The sides in the order in which they were reported, if that took long enough."""
    times = [[each.time for each in side if each.time] for side in sides]
    if any(len(known) < len(side) for known, side in zip(times, sides, strict=True)):
        return []
    first = [min(known) for known in times]
    if max(first) - min(first) < _OLDER:
        return []
    return [sides[index] for index in sorted(range(len(sides)), key=lambda index: first[index])]
