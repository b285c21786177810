"""Tolls and other counts that reports put different numbers on: at odds, or still growing."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from digest.compare.sides import Told, difference, is_put_right, origins
from digest.news import Difference

_WITHIN: Final = timedelta(days=5)
"""So long a toll is the same one, still being counted."""

_LATE: Final = timedelta(hours=2)
"""A report that goes on telling the old toll for longer than this contradicts the new one."""


def differing(sides: Sequence[list[Told]]) -> Iterator[Difference]:
    """How the sides differ: some as a toll that grew, some at odds."""
    grown, against = _grown(sides)
    if len(grown) > 1 and origins(grown) > 1:
        yield difference(grown, "revision")
    if against:
        yield difference(against, "revision" if is_put_right(against) else "conflict")


def _grown(sides: Sequence[list[Told]]) -> tuple[list[list[Told]], list[list[Told]]]:
    """The sides of a toll in the order in which it grew, and those that contradict each other."""
    times = [each.time for side in sides for each in side if each.time]
    timed = len(times) == sum(len(side) for side in sides)
    toll = timed and _role(sides) and max(times) - min(times) <= _WITHIN
    if not toll and not any(map(_changes, sides)):
        return [], list(sides)
    missing = timed and _role(sides) in {"missing", "trapped"}
    lowered = any(each.of.change == "down" for each in sides[0])
    ordered = sorted(sides, key=_first) if missing else list(sides)[:: -1 if lowered else 1]
    contradict = _at_once if missing else _contradict
    against = [pair for pair in pairwise(ordered) if contradict(*pair)]
    behind = [one for one, _ in against]
    grown = [side for side in ordered if side not in behind]
    return grown, [side for side in ordered if any(side in pair for pair in against)]


def _contradict(older: Sequence[Told], newer: Sequence[Told]) -> bool:
    """Whether another origin still tells the older toll when the newer one is known.

    One that says that it has risen or fallen to what it is knows of the older.
    """
    return any(
        one.by.origin != other.by.origin
        and other.of.change not in {"up", "down"}
        and (
            one.time is None
            or other.time is None
            or one.time == other.time
            or one.time - other.time > _LATE
        )
        for one in older
        for other in newer
    )


def _changes(side: Sequence[Told]) -> bool:
    return any(each.of.change in {"up", "down"} for each in side)


def _first(side: Sequence[Told]) -> datetime:
    """When a side is told first."""
    return min(each.time for each in side if each.time)


def _at_once(earlier: Sequence[Told], later: Sequence[Told]) -> bool:
    """Whether both are told at a time: the missing may become more, and then fewer."""
    return _first(later) - _first(earlier) <= _LATE


def _role(sides: Sequence[Sequence[Told]]) -> str:
    """What became of those who are counted."""
    return sides[0][0].of.role
