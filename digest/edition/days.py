"""Paper days and windows: which edition a moment belongs to."""

from datetime import datetime, time, timedelta
from typing import Final

from msgspec import Struct

from digest.news import Edition, Window
from digest.paper import paper_day

FIRST_WINDOW: Final = timedelta(hours=24)
"""How far back the first edition of all reaches, unless the reader says otherwise."""


class Turn(Struct, frozen=True, kw_only=True):
    """The edition that is to be made now."""

    day: str
    revision: int
    window: Window
    previous: Edition | None = None
    """The revision of the same day that is printed already."""


def turn(
    last: Edition | None,
    *,
    now: datetime,
    morning: time,
    latest: datetime,
    earliest: datetime | None = None,
    first: timedelta = FIRST_WINDOW,
) -> Turn:
    """What is to be made at `now` (in the reader's zone) after the `last` edition.

    Windows meet: a day's begins where that of the day before ended, and the first holds all
    that is there. `earliest` and `latest` are when the first and the last article were stored.
    A clock that has been put back adds to the last day's edition, and what it stored
    meanwhile is not lost.
    """
    day = paper_day(now, morning).isoformat()
    end = max(now, latest)
    if last is None:
        start = min(now - first, (earliest or now) - timedelta(microseconds=1))
        return Turn(day=day, revision=1, window=Window(start=start, end=end))
    if day > last.day:
        return Turn(day=day, revision=1, window=Window(start=last.window.end, end=end))
    window = Window(start=last.window.start, end=end)
    return Turn(day=last.day, revision=last.revision + 1, window=window, previous=last)
