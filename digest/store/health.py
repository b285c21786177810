"""How feeds have been doing: what their rows and entries say, and the editions of a month."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from digest.clean import clean, clean_url, masked
from digest.news import Feed, FeedHealth, Missed
from digest.store.database import Store, as_text, as_time, glanced

MONTH: Final = timedelta(days=30)
WEEKS: Final = timedelta(weeks=4)
"""Over which entries a week are counted."""

RECENT: Final = 50
"""Entries whose gaps are measured."""

_NEVER_ASKED: Final = ("", "", None, 0, None, "", "", 0)
"""The row of such a feed."""

_NAMED: Final = 3
"""Feeds that are named as those who tell a feed's articles before it."""


class _Report(Struct):
    """As much of a report as reprints are told by."""

    id: str
    feed: str
    origin: int
    published: datetime


class _Story(Struct):
    articles: tuple[_Report, ...]


class _Edition(Struct):
    stories: tuple[_Story, ...]
    more: tuple[_Story, ...] = ()
    alone: tuple[_Story, ...] = ()


class _Told(NamedTuple):
    """What a month's editions say of one feed."""

    ids: set[str]
    """Its articles."""

    before: Counter[str]
    """Other feeds, and how many of its articles they had told before it."""


def feed_health(store: Store, feeds: Sequence[Feed]) -> tuple[FeedHealth, ...]:
    """How each of `feeds` has been doing."""
    found = [_health(store, feed) for feed in feeds]
    told = _told(store, [feed.url for feed in feeds])
    titles = {each.feed.url: each.title for each in found}
    return tuple(
        replace(
            each,
            told=len(told[each.feed.url].ids),
            reprinted=told[each.feed.url].before.total(),
            sources=tuple(
                titles[url]
                for url, _ in sorted(
                    told[each.feed.url].before.items(), key=lambda pair: (-pair[1], pair[0])
                )[:_NAMED]
            ),
        )
        for each in found
    )


def feeds_missed(store: Store, feeds: Sequence[Feed]) -> tuple[Missed, ...]:
    """Those of `feeds` that gave nothing when they were last asked."""
    found = []
    for feed in feeds:
        row = store.row(
            "SELECT title, reason, failures, failing_since FROM feeds"
            " WHERE url = ? AND failures > 0 AND failing_since IS NOT NULL",
            (feed.url,),
        )
        if row:
            title, reason, failures, since = row
            found.append(
                Missed(
                    feed=feed.title or clean(title) or masked(feed.url),
                    url=masked(clean_url(feed.url)),
                    reason=clean(reason),
                    failures=failures,
                    since=datetime.fromisoformat(since),
                )
            )
    return tuple(found)


def _health(store: Store, feed: Feed) -> FeedHealth:
    """What the feed's own row and entries say."""
    row = store.row(
        "SELECT title, home, last_success, failures, failing_since, reason, moved, gone"
        " FROM feeds WHERE url = ?",
        (feed.url,),
    )
    title, home, success, failures, since, reason, moved, gone = row or _NEVER_ASKED
    dates = [
        date
        for (date,) in store.rows(
            "SELECT coalesce(published, seen) FROM entries WHERE feed = ? ORDER BY 1 DESC",
            (feed.url,),
        )
    ]
    return FeedHealth(
        feed=feed,
        title=feed.title or clean(title) or masked(feed.url),
        last_success=as_time(success),
        failures=failures,
        failing_since=as_time(since),
        reason=clean(reason),
        home=clean_url(home),
        moved=clean_url(moved),
        gone=bool(gone),
        entries=len(dates),
        newest=as_time(dates[0]) if dates else None,
        weekly=_weekly(dates, as_time(success)),
        gap=_gap(dates),
    )


def _weekly(dates: Sequence[str], until: datetime | None) -> float:
    """Entries a week in the weeks before `until`; `dates` has the newest first.

    Where fewer weeks are known, it is the gaps between the entries that are counted.
    """
    if not dates or until is None:
        return 0.0
    several = sum(1 for date in dates if date >= as_text(until - WEEKS))
    if several < len(dates) or several == 1:
        return round(several * timedelta(weeks=1) / WEEKS, 1)
    known = max(until - datetime.fromisoformat(dates[-1]), timedelta(days=1))
    return round((several - 1) * timedelta(weeks=1) / known, 1)


def _gap(dates: Sequence[str]) -> float | None:
    """Days between two of the latest entries, as a median."""
    from statistics import median  # noqa: PLC0415 - 5 ms that only a look at the feeds needs

    times = [datetime.fromisoformat(date) for date in dates[:RECENT]]
    gaps = [(later - earlier) / timedelta(days=1) for later, earlier in pairwise(times)]
    return round(median(gaps), 2) if gaps else None


def _told(store: Store, feeds: Iterable[str]) -> dict[str, _Told]:
    """What the editions of a month say of each of `feeds`."""
    told = {url: _Told(set(), Counter()) for url in feeds}
    rows = store.rows(
        "SELECT body, max(revision) FROM editions"
        " WHERE day > (SELECT date(max(day), ?) FROM editions) GROUP BY day ORDER BY day",
        (f"-{MONTH.days} days",),
    )
    for body, _ in rows:
        edition = glanced(body, _Edition)
        for story in (*edition.stories, *edition.more, *edition.alone):
            _count(story, told)
    return told


def _count(story: _Story, told: Mapping[str, _Told]) -> None:
    """Count each new report of a story, and who of those who tell the same text was first."""
    first: dict[int, _Report] = {}
    for report in sorted(story.articles, key=lambda each: (each.published, each.id)):
        original = first.setdefault(report.origin, report)
        if report.feed not in told or report.id in told[report.feed].ids:
            continue
        told[report.feed].ids.add(report.id)
        if original.feed != report.feed and original.feed in told:
            told[report.feed].before[original.feed] += 1
