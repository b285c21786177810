"""How the feeds are doing: those that fail first, with the reason; then the rest."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final, NamedTuple

from digest.clean import masked
from digest.news import FeedHealth
from digest.tui.keyboard import Key
from digest.tui.typeset.lines import (
    BLANK,
    SPACE,
    Block,
    Line,
    Set,
    Span,
    apart,
    clipped,
    flow,
    width_of,
)
from digest.tui.typeset.remedies import remedy
from digest.tui.typeset.times import short, when

_ROOM: Final = 50
"""Cells: in fewer only the last answer stands beside a title."""


class FeedRow(NamedTuple):
    """Target: a feed."""

    url: str


def page(feeds: Iterable[FeedHealth], width: int, *, now: datetime, key: Key) -> list[Block]:
    """All feeds in blocks."""
    feeds = list(feeds)
    failing = [feed for feed in feeds if _fails(feed)]
    unread = [feed for feed in feeds if not _fails(feed) and feed.last_success is None]
    healthy = [feed for feed in feeds if not _fails(feed) and feed.last_success]
    blocks: list[Block] = [Set(((Span("The feeds", "title"),), BLANK))]
    if not feeds:
        blocks.append(Set(((Span("No feeds yet.", "state"),),)))
    for name, group in (("FAILING", failing), ("ANSWERING", healthy), ("NOT READ YET", unread)):
        if group:
            label = (Span(name, "label"), Span(f" {len(group)}", "quiet"))
            blocks.append(Set((apart(label, (Span("last answer", "quiet"),), width),)))
            blocks += [_row(feed, width, now, key) for feed in group]
            blocks.append(SPACE)
    return blocks


def _fails(feed: FeedHealth) -> bool:
    return feed.failures > 0 or feed.gone


def _row(feed: FeedHealth, width: int, now: datetime, key: Key) -> Block:
    entries = f"{feed.weekly:.0f} a week" if feed.weekly >= 1 else f"{feed.entries} in all"
    last = when(feed.last_success, now) if feed.last_success else "never"
    right: Line = (Span(f"{last:>18}", "quiet"),)
    if width >= _ROOM:
        right = (Span(f"{entries:>12}", "quiet"), *right)
    title = clipped(feed.title, width - width_of(right) - 3)
    sign = Span("! ", "differ") if _fails(feed) else Span("  ")
    first = apart((sign, Span(title, "value" if _fails(feed) else "text")), right, width)
    return Set((first, *_trouble(feed, width, now, key)), FeedRow(feed.feed.url))


def _trouble(feed: FeedHealth, width: int, now: datetime, key: Key) -> Iterator[Line]:
    if not _fails(feed):
        return
    since = feed.failing_since
    days = f" since {short(since.astimezone(now.tzinfo).date())}" if since else ""
    times = "once" if feed.failures == 1 else f"{feed.failures} times"
    trouble = f"{feed.reason or 'gone for good'}, {times}{days}"
    told = ((trouble, "note"), (remedy(feed, key), "text"), (masked(feed.feed.url), "quiet"))
    for text, role in told:
        for line in flow([Span(text, role)], width - 2):
            yield (Span("  "), *line)
