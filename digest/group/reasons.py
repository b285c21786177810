"""Says in plain words why items stand together, or apart."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from digest.clean import Clean, clean
from digest.group.item import Item
from digest.group.portrait import HEAD, hour_of
from digest.language.identify import language_of
from digest.language.names import in_capitals, names, numbers
from digest.language.words import stop_words, words

_READ: Final = 40
"""Members looked at: a story of hundreds has the reasons of its first ones."""

_DAYS: Final = """
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
January February March April May June July August September October November December
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag
Januar Jänner Februar Feber März Mai Juni Juli Oktober Dezember
"""
"""Capitalised in English or German, and no reason for anything."""

_CALENDAR: Final = frozenset(_DAYS.split())


def reasons(items: Sequence[Item], origins: Sequence[int]) -> tuple[Clean, ...]:
    """What several of a story's items share: copies, names, numbers, words, the time."""
    if len(items) < 2:
        return ()
    told = [item for item, new in zip(items, _firsts(origins), strict=True) if new][:_READ]
    figures = _shared(told, _numbers)
    said = [
        *_copies(origins),
        *_listed("They name", _shared(told, _names)),
        *_listed(f"They give the number{'s' if len(figures) > 1 else ''}", figures),
        *_listed("Their headlines share", _shared(told, _title_words)),
    ] or _listed("Their texts share", _shared(told, _text_words))
    return tuple(clean(reason) for reason in (*said, *_meaning(told), *_time(items)))


def differences(story: Sequence[Item], stranger: Item) -> tuple[Clean, ...]:
    """What parts an item from a story that it is like: names, numbers, headline words, the time."""
    told = story[:_READ]
    said = [
        *_listed("It does not name", _missing(told, stranger, _names)),
        *_listed("It names", _foreign(told, stranger, _names), "which the story does not"),
        *_listed("It gives the numbers", _foreign(told, stranger, _numbers), "not found here"),
        *_listed("Its headline says", _foreign(told, stranger, _title_words), "not said here"),
        *_gap(told, stranger),
    ]
    return tuple(clean(each) for each in said or ["Too little of what it says is told here"])


def _missing(
    story: Sequence[Item], stranger: Item, said: Callable[[Item], Iterable[str]]
) -> list[str]:
    """What the story's items share, and the stranger does not say."""
    shared = _shared(story, said) if len(story) > 1 else list(dict.fromkeys(said(story[0])))[:3]
    read = f"{stranger.title}\n{stranger.text}".casefold()
    return [thing for thing in shared if thing.casefold() not in read]


def _foreign(
    story: Sequence[Item], stranger: Item, said: Callable[[Item], Iterable[str]]
) -> list[str]:
    """What the stranger says, and none of the story's items: its first three."""
    read = "\n".join(f"{item.title}\n{item.text}" for item in story).casefold()
    own = dict.fromkeys(said(stranger))
    return [thing for thing in own if thing.casefold() not in read][:3]


def _gap(story: Sequence[Item], stranger: Item) -> list[str]:
    """How long before or after the story it appeared, if that is more than half a day."""
    hours = sorted(hour for hour in map(hour_of, story) if hour is not None)
    when = hour_of(stranger)
    if not hours or when is None:
        return []
    early, late = hours[0] - when, when - hours[-1]
    span = max(early, late)
    if span <= 12:
        return []
    length = f"{math.ceil(span)} hours" if span <= 48 else f"{math.ceil(span / 24)} days"
    return [f"It appeared {length} {'before' if early > late else 'after'} them"]


def _firsts(origins: Sequence[int]) -> list[bool]:
    return [origin not in origins[:place] for place, origin in enumerate(origins)]


def _copies(origins: Sequence[int]) -> list[str]:
    copies = Counter(origins).most_common(1)[0][1]
    if copies == len(origins):
        return [f"All {copies} print the same text" if copies > 2 else "Both print the same text"]
    return [f"{copies} print the same text"] if copies > 1 else []


def _shared(items: Sequence[Item], said: Callable[[Item], Iterable[str]]) -> list[str]:
    """What at least half of the items say, and two at least; the most common first."""
    counts = Counter(thing for item in items for thing in dict.fromkeys(said(item)))
    often = [thing for thing, count in counts.items() if count >= 2 and 2 * count >= len(items)]
    first = sorted(often, key=lambda thing: (-counts[thing], -len(thing), thing))
    return [thing for thing in first if not _within(thing, first)][:3]


def _within(name: str, others: Sequence[str]) -> bool:
    """Whether a longer of them holds it in whole words: Jenner in Caitlyn Jenner."""
    return any(f" {name} " in f" {other} " for other in others if other != name)


def _names(item: Item) -> list[str]:
    title = "" if in_capitals(item.title) else item.title
    found = names(f"{item.text[:HEAD]}\n{title}")
    return [name for name in found if len(name) > 2 and not _CALENDAR.issuperset(name.split())]


def _numbers(item: Item) -> list[str]:
    found = numbers(f"{item.title} {item.text[:HEAD]}")
    return [figure for figure in found if len(figure) > 1 and figure[0] != "0"]


def _title_words(item: Item) -> list[str]:
    idle = stop_words(item.language or language_of(item.title) or "en")
    return [word for word in words(item.title) if word not in idle and word.isalpha()]


def _text_words(item: Item) -> list[str]:
    told = words(f"{item.title} {item.text[:HEAD]}")
    return [word for word in told if len(word) > 5 and word.isalpha()]


def _listed(opening: str, things: Sequence[str], ending: str = "") -> list[str]:
    return [f"{opening} {', '.join(things)}{ending and ', '}{ending}"] if things else []


def _meaning(items: Sequence[Item]) -> list[str]:
    """In how many languages they were found to mean the same, if vectors told that."""
    spoken = {item.language or language_of(item.title) for item in items if item.vector}
    return [f"They mean the same in {len(spoken)} languages"] if len(spoken) > 1 else []


def _time(items: Sequence[Item]) -> list[str]:
    hours = sorted(hour for hour in map(hour_of, items) if hour is not None)
    if len(hours) < 2:
        return []
    span = hours[-1] - hours[0]
    if span <= 1:
        return ["They appeared within an hour"]
    if span <= 48:
        return [f"They appeared within {math.ceil(span)} hours"]
    return [f"They appeared over {math.ceil(span / 24)} days"]
