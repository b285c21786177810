"""Where independent reports put different numbers on the same thing."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice, pairwise
from typing import Final

from msgspec import Struct

from digest.clean import Clean, clean
from digest.compare.counts import Count, counts
from digest.compare.statements import Statement
from digest.news import Article, Claim, Difference

_WITHIN: Final = timedelta(days=5)
"""So long a toll is the same one, still being counted."""

_MOST: Final = 300
"""Counts compared; ten long reports of an earthquake have about fifty."""

_LATE: Final = timedelta(hours=2)
"""A report that goes on telling the old toll for longer than this contradicts the new one."""


class Told(Struct, frozen=True, kw_only=True, eq=False):
    """A count, and where it is told."""

    count: Count
    by: Statement
    time: datetime | None


def differences(
    statements: Sequence[Statement], articles: Sequence[Article]
) -> tuple[Difference, ...]:
    """The differences, in the order in which they are told; only English texts are counted."""
    told = (
        Told(count=count, by=each, time=articles[each.article].published)
        for each in statements
        if each.language == "en"
        for count in counts(each.text)
    )
    groups = _of_one_thing(islice(told, _MOST))
    return tuple(difference for group in groups for difference in _differences(_sides(group)))


def named(count: Count) -> Clean:
    """What is counted, in words: "North Korean soldiers", "people killed"."""
    return clean(f"{' '.join(count.words)} {count.thing} {count.role}")


def _of_one_thing(told: Iterable[Told]) -> list[list[Told]]:
    """Counts of the same thing, together: each counts what another of its group does."""
    groups: list[list[Told]] = []
    for each in told:
        same = [group for group in groups if any(one.count.is_of(each.count) for one in group)]
        groups = [group for group in groups if group not in same]
        groups.append([*(one for group in same for one in group), each])
    return sorted(groups, key=lambda group: min((one.by.article, one.by.place) for one in group))


def _sides(told: Iterable[Told]) -> list[list[Told]]:
    """The counts by what they say, the least first: numbers that agree are one side."""
    sides: list[list[Told]] = []
    for each in told:
        for side in sides:
            if each.count.number.agrees(side[0].count.number):
                side.append(each)
                break
        else:
            sides.append([each])
    return sorted(sides, key=lambda side: side[0].count.number.value)


def _differences(sides: Sequence[list[Told]]) -> Iterator[Difference]:
    """How the sides differ, if different origins stand behind them."""
    if len({each.by.origin for side in sides for each in side}) < 2 or len(sides) < 2:
        return
    grown, against = _grown(sides)
    if len(grown) > 1 and len({each.by.origin for side in grown for each in side}) > 1:
        yield _difference(grown, "revision")
    if against:
        yield _difference(against, "conflict")


def _grown(sides: Sequence[list[Told]]) -> tuple[list[list[Told]], list[list[Told]]]:
    """The sides of a toll in the order in which it grew, and those that contradict each other."""
    times = [each.time for side in sides for each in side if each.time]
    total = sum(len(side) for side in sides)
    toll = sides[0][0].count.role and len(times) == total and max(times) - min(times) <= _WITHIN
    if not toll:
        return [], list(sides)
    ordered = sides[::-1] if sides[0][0].count.role == "missing" else sides
    against = [pair for pair in pairwise(ordered) if _contradict(*pair)]
    behind = [one for one, _ in against]
    grown = [side for side in ordered if side not in behind]
    return grown, [side for side in ordered if any(side in pair for pair in against)]


def _contradict(older: Sequence[Told], newer: Sequence[Told]) -> bool:
    """Whether another origin still tells the older toll when the newer one is known."""
    return any(
        one.by.origin != other.by.origin
        and one.time is not None
        and other.time is not None
        and (one.time == other.time or one.time - other.time > _LATE)
        for one in older
        for other in newer
    )


def _difference(sides: Sequence[Sequence[Told]], kind: str) -> Difference:
    return Difference(
        what=named(sides[0][0].count),
        kind=kind,
        claims=tuple(_claim(each) for each in _speakers(sides)),
    )


def _speakers(sides: Sequence[Sequence[Told]]) -> list[Told]:
    """One report of each side, of as many origins as there are."""
    heard: set[int] = set()
    chosen: dict[int, Told] = {}
    for index in sorted(range(len(sides)), key=lambda index: len(sides[index])):
        fresh = [each for each in sides[index] if each.by.origin not in heard]
        chosen[index] = (fresh or sides[index])[0]
        heard.add(chosen[index].by.origin)
    return [chosen[index] for index in range(len(sides))]


def _claim(told: Told) -> Claim:
    return Claim(
        value=Clean(told.count.number.text),
        text=told.by.text,
        article=told.by.article,
        paragraph=told.by.paragraph,
    )
