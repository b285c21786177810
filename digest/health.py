"""What a feed's record says: whether it is well and, if not, the command that mends it."""

import shlex
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from urllib.parse import urljoin

from msgspec import Struct

from digest.clean import Clean, clean, masked
from digest.news import FeedHealth

DEAD: Final = timedelta(days=14)
"""Without an answer."""

SILENT: Final = timedelta(days=30)
GAPS: Final = 3
"""So many of its usual gaps without an entry."""

FEW: Final = 20
"""Articles a month, below which nothing is said about reprints."""

REPRINTED: Final = 0.8
"""Of its articles that others told before."""


class State(StrEnum):
    """How a feed is, in a word."""

    GONE = "gone"
    MOVED = "moved"
    DEAD = "dead"
    FAILING = "failing"
    STALE = "stale"
    REDUNDANT = "redundant"
    NEW = "not read yet"
    WELL = "well"


class Advice(Struct, frozen=True, kw_only=True):
    """What to do about a feed."""

    state: State
    why: Clean
    """In words."""

    commands: tuple[str, ...]
    """Any of them mends it, as the reader would type it."""


def state_of(feed: FeedHealth, now: datetime) -> State:
    """How a feed is: the worst that can be said of it."""
    since = feed.last_success or feed.failing_since or now
    if feed.gone:
        return State.GONE
    if feed.failures:
        return State.DEAD if now - since >= DEAD else State.FAILING
    if feed.moved:
        return State.MOVED
    if feed.last_success is None:
        return State.NEW
    if _is_silent(feed, now):
        return State.STALE
    return State.REDUNDANT if _is_redundant(feed) else State.WELL


def advice(feed: FeedHealth, now: datetime) -> Advice | None:
    """What to do about a feed; None: nothing."""
    name = shlex.quote(feed.feed.url if masked(feed.feed.url) == feed.feed.url else feed.title)
    remove = f"digest remove {name}"
    home = masked(feed.home or urljoin(feed.feed.url, "/"))
    search = f"digest add --replace {name} {shlex.quote(home)}"
    match state_of(feed, now):
        case State.GONE as state:
            return _advice(state, "its server says that it is gone for good", remove, search)
        case State.DEAD | State.FAILING as state if state is State.DEAD or not feed.last_success:
            return _advice(state, f"{_no_answer(feed, now)}: {feed.reason}", search, remove)
        case State.MOVED as state:
            told = f"digest add --replace {name} {shlex.quote(feed.moved)}"
            return _advice(state, f"it has moved to {masked(feed.moved)}", told)
        case State.STALE as state:
            return _advice(state, _silence(feed, now), remove, search)
        case State.REDUNDANT as state:
            return _advice(state, _reprints(feed), remove)
    return None


def _advice(state: State, why: str, *commands: str) -> Advice:
    return Advice(state=state, why=clean(why), commands=commands)


def _is_silent(feed: FeedHealth, now: datetime) -> bool:
    """Whether nothing has come for a month, and for three times as long as usual."""
    if feed.newest is None:
        return False
    silence = now - feed.newest
    return silence >= SILENT and silence >= GAPS * timedelta(days=feed.gap or 0.0)


def _is_redundant(feed: FeedHealth) -> bool:
    """Whether it hardly tells anything first. What the reader prefers is never too much."""
    wanted = feed.feed.always or feed.feed.prefer
    return not wanted and feed.told >= FEW and feed.reprinted >= REPRINTED * feed.told


def _no_answer(feed: FeedHealth, now: datetime) -> str:
    if feed.last_success:
        return f"no answer for {(now - feed.last_success).days} days"
    days = (now - (feed.failing_since or now)).days
    return f"it has never answered{f', in {days} days' if days else ''}"


def _silence(feed: FeedHealth, now: datetime) -> str:
    assert feed.newest
    days = (now - feed.newest).days
    usual = f"; one every {feed.gap:.0f} days is usual" if feed.gap and feed.gap >= 2 else ""
    return f"nothing new for {days} days{usual}"


def _reprints(feed: FeedHealth) -> str:
    others = ", ".join(feed.sources)
    return f"{feed.reprinted} of its {feed.told} articles this month were in {others} before"
