"""`digest feeds`: the feeds, and how each is doing."""

from argparse import ArgumentParser, Namespace
from contextlib import closing

from digest.clean import masked
from digest.cli.exits import Exit
from digest.cli.printing import emit
from digest.cli.world import World
from digest.news import FeedHealth
from digest.render.view import counted
from digest.store import feed_health


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes: nothing."""


def run(options: Namespace, world: World) -> int:  # noqa: ARG001 - it takes nothing
    """Do it."""
    settings = world.settings()
    with closing(world.store()) as store:
        health = feed_health(store, settings.feeds)
    emit("".join(f"{_line(each)}\n" for each in health), None)
    return Exit.DONE


def _line(each: FeedHealth) -> str:
    section = f"  [{each.feed.section}]" if each.feed.section else ""
    return f"{each.title}{section}\n  {masked(each.feed.url)}\n  {_standing(each)}"


def _standing(each: FeedHealth) -> str:
    if each.failures and each.failing_since:
        last = (
            f"; last answer {each.last_success.astimezone():%Y-%m-%d %H:%M}"
            if each.last_success
            else "; it has never answered"
        )
        since = f"{each.failing_since.astimezone():%Y-%m-%d %H:%M}"
        return f"failing since {since} ({counted(each.failures, 'time')}): {each.reason}{last}"
    if each.last_success is None:
        return "not read yet"
    newest = f", the newest of {each.newest.astimezone():%Y-%m-%d}" if each.newest else ""
    entries = counted(each.entries, "entry", "entries")
    return f"read {each.last_success.astimezone():%Y-%m-%d %H:%M}; {entries}{newest}"
