"""Draws the days that the model learns from: small ones, as a reader's few feeds bring them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final, TypeVar

import msgspec

from digest.group.known import Row

_WHOLE: Final = ((6, 40), (12, 20), (40, 8), (150, 4))
_ALIKE: Final = ((3, 250), (6, 150), (12, 60), (40, 8))
_MIXED: Final = ((10, 60), (30, 60), (60, 30), (120, 10))
"""How many articles, how many days."""

_MORNING: Final = datetime(2026, 1, 5, 6, 0, 7, tzinfo=UTC)

_T = TypeVar("_T")


def whole_stories(known: Sequence[Row], chance: Random) -> Iterator[list[Row]]:
    """Days of a few stories, each with up to four tellings."""
    for size, days in _WHOLE:
        for _ in range(days):
            stories = _shuffled(sorted({row.story for row in known}), chance)
            place = {story: number for number, story in enumerate(stories)}
            order = sorted(_shuffled(known, chance), key=lambda row: place[row.story])
            yield _dressed(_few_of_each(order, 4)[:size], chance)


def look_alikes(
    known: Sequence[Row], nearest: Callable[[int], list[int]], chance: Random
) -> Iterator[list[Row]]:
    """Days of articles near one of them, few of which tell its story."""
    for size, days in _ALIKE:
        for _ in range(days):
            seed = chance.randrange(len(known))
            alike = [known[index] for index in (seed, *nearest(seed))]
            yield _dressed(_few_of_each(alike, chance.choice((1, 2)))[:size], chance)


def loners(sets: Sequence[Sequence[Row]], chance: Random) -> Iterator[list[Row]]:
    """Days on which no two articles tell one story."""
    for size, days in _MIXED:
        for _ in range(days):
            yield _dressed(_mixed(sets, size, 1.0, chance), chance)


def readers_days(sets: Sequence[Sequence[Row]], chance: Random) -> Iterator[list[Row]]:
    """Days on which most articles stand alone, and some stories are told by several."""
    for size, days in _MIXED:
        for _ in range(2 * days):
            yield _dressed(_mixed(sets, size, chance.choice((0.5, 0.8)), chance), chance)


def _mixed(sets: Sequence[Sequence[Row]], size: int, alone: float, chance: Random) -> list[Row]:
    """So many articles of one set or of all; a story is told by one with the chance `alone`."""
    known = chance.choice(sets) if chance.random() < 0.5 else [r for rows in sets for r in rows]
    stories: dict[str, list[Row]] = defaultdict(list)
    for row in chance.sample(known, min(len(known), 20 * size)):
        stories[row.story].append(row)
    day: list[Row] = []
    for its in stories.values():
        tellings = 1 if chance.random() < alone else chance.choice((2, 2, 3, 3, 4, 6, 8))
        day += its[:tellings]
    return day[:size]


def _dressed(day: list[Row], chance: Random) -> list[Row]:
    """As feeds bring it: dated or not; in full, in teasers or in headlines alone."""
    when = chance.random()
    if when < 0.5:
        day = _dated(day, chance)
    elif when < 0.75:
        day = [msgspec.structs.replace(row, date=None) for row in day]
    much = chance.random()
    if much < 0.35:
        most = 0 if much < 0.1 else chance.choice((120, 200, 300))
        day = [msgspec.structs.replace(row, text=(row.text or "")[:most]) for row in day]
    return day


def _dated(day: list[Row], chance: Random) -> list[Row]:
    """Every story begins at some hour of up to three days, and is told for some hours more."""
    begins: dict[str, float] = {}
    dated = []
    for row in day:
        begin = begins.setdefault(row.story, chance.random() * chance.choice((10, 36, 60)))
        hours = begin + chance.expovariate(1 / chance.choice((4, 12, 24)))
        date = (_MORNING + timedelta(hours=hours)).isoformat()
        dated.append(msgspec.structs.replace(row, date=date))
    return dated


def _few_of_each(known: Sequence[Row], most: int) -> list[Row]:
    counts: dict[str, int] = defaultdict(int)
    kept = []
    for row in known:
        counts[row.story] += 1
        if counts[row.story] <= most:
            kept.append(row)
    return kept


def _shuffled(things: Sequence[_T], chance: Random) -> list[_T]:
    return chance.sample(things, len(things))
