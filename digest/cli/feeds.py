"""`digest feeds`: the feeds, how each is doing, and what mends those that are not well."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime

import msgspec

from digest.clean import masked
from digest.cli.exits import Exit
from digest.cli.filters import row_text
from digest.cli.printing import emit
from digest.cli.world import World
from digest.health import Advice, State, advice, state_of
from digest.news import FeedHealth
from digest.render.cells import cells
from digest.store.health import feed_health

_TITLE, _SECTION = 30, 13
"""Columns of the table that hold text."""

_HEAD = f"{'Feed':<{_TITLE}}  {'Section':<{_SECTION}}  {'Last answer':<11}  A week  Own  State"

_LEGEND = """A week: entries a week, over the last four. Own: how much of what it told in a month's
editions no other of your feeds had told before, word for word."""


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.description = f"{parser.description}\n\n{_LEGEND}"
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(options: Namespace, world: World) -> int:
    """Do it."""
    settings, now = world.settings(), world.clock()
    with closing(world.store()) as store:
        health = feed_health(store, settings.feeds)
    lines = (_json(each, now) for each in health) if options.json else _table(health, now)
    emit("".join(lines), None)
    return Exit.DONE


def _table(health: Sequence[FeedHealth], now: datetime) -> Iterator[str]:
    """A line for each feed, then what there is to do, each with its commands."""
    yield f"{_HEAD}\n"
    yield from (f"{_line(each, now)}\n" for each in health)
    for each in health:
        if told := advice(each, now):
            yield f"\n{each.title}: {told.why}.\n"
            yield from (f"  {command}\n" for command in told.commands)
        elif each.failures:
            yield f"\n{each.title}: {_failing(each)}.\n  {masked(each.feed.url)}\n"


def _line(each: FeedHealth, now: datetime) -> str:
    state = state_of(each, now)
    cols = (
        _fit(each.title, _TITLE),
        _fit(each.feed.section, _SECTION),
        f"{_when(each.last_success, now):<11}",
        f"{_weekly(each):>6}",
        f"{_own(each):>4}",
        "" if state is State.WELL else state,
    )
    return "  ".join(cols[:4]) + " " + "  ".join(cols[4:]).rstrip()


def _fit(text: str, width: int) -> str:
    """`text` in just so many columns."""
    if cells(text) > width:
        text = text[:width]
        while cells(text) > width - 1:
            text = text[:-1]
        text = text.rstrip() + "…"
    return text + " " * (width - cells(text))


def _when(moment: datetime | None, now: datetime) -> str:
    """A time of today, or a day."""
    if moment is None:
        return "never"
    local = moment.astimezone(now.tzinfo)
    return f"{local:%H:%M}" if local.date() == now.date() else f"{local:%Y-%m-%d}"


def _weekly(each: FeedHealth) -> str:
    if each.last_success is None:
        return "-"
    return f"{each.weekly:.0f}" if each.weekly >= 10 else f"{each.weekly:.1f}"


def _own(each: FeedHealth) -> str:
    """How much of what it told this month no other feed had told before."""
    return f"{100 * (each.told - each.reprinted) / each.told:.0f}%" if each.told else "-"


def _failing(each: FeedHealth) -> str:
    times = "once so far" if each.failures == 1 else f"{each.failures} times in a row"
    return f"{each.reason}, {times}"


def _json(each: FeedHealth, now: datetime) -> str:
    told: Advice | None = advice(each, now)
    fields = msgspec.to_builtins(each)
    feed = fields.pop("feed") | {"url": masked(each.feed.url)}
    shown = fields | {"home": masked(each.home), "moved": masked(each.moved)}
    return row_text(feed | shown | {"state": state_of(each, now), "advice": told})
