"""How the feeds are doing: those that fail first, with the reason; then the rest."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from digest.clean import masked
from digest.news import FeedHealth
from digest.tui.typeset.lines import BLANK, SPACE, Block, Line, Set, Span, apart, clipped, flow
from digest.tui.typeset.times import short, when


class FeedRow(NamedTuple):
    """Target: a feed."""

    url: str


def page(feeds: Iterable[FeedHealth], width: int, *, now: datetime) -> list[Block]:
    """All feeds in blocks."""
    feeds = list(feeds)
    failing = [feed for feed in feeds if feed.failures]
    unread = [feed for feed in feeds if not feed.failures and feed.last_success is None]
    healthy = [feed for feed in feeds if not feed.failures and feed.last_success]
    blocks: list[Block] = [Set(((Span("The feeds", "title"),), BLANK))]
    if not feeds:
        blocks.append(Set(((Span("No feeds yet.", "state"),),)))
    for name, group in (("FAILING", failing), ("ANSWERING", healthy), ("NOT READ YET", unread)):
        if group:
            label = (Span(name, "label"), Span(f" {len(group)}", "quiet"))
            blocks.append(Set((apart(label, (Span("last answer", "quiet"),), width),)))
            blocks += [_row(feed, width, now) for feed in group]
            blocks.append(SPACE)
    return blocks


def _row(feed: FeedHealth, width: int, now: datetime) -> Block:
    entries = f"{feed.entries} {'entry' if feed.entries == 1 else 'entries'}"
    last = when(feed.last_success, now) if feed.last_success else "never"
    right = (Span(f"{entries:>12}", "quiet"), Span(f"{last:>18}", "quiet"))
    title = clipped(feed.title, max(10, width - 32))
    sign = Span("! ", "differ") if feed.failures else Span("  ")
    first = apart((sign, Span(title, "value" if feed.failures else "text")), right, width)
    return Set((first, *_trouble(feed, width, now)), FeedRow(feed.feed.url))


def _trouble(feed: FeedHealth, width: int, now: datetime) -> Iterator[Line]:
    if not feed.failures:
        return
    since = feed.failing_since
    days = f" since {short(since.astimezone(now.tzinfo).date())}" if since else ""
    times = "once" if feed.failures == 1 else f"{feed.failures} times"
    for text in (f"{feed.reason}, {times}{days}", masked(feed.feed.url)):
        for line in flow([Span(text, "quiet")], width - 2):
            yield (Span("  "), *line)
