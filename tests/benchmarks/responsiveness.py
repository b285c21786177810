"""How long from key to paint, while thirty feeds stall.

    python -m tests.benchmarks.responsiveness

Each key is timed from its arrival to the first write to the terminal that follows its effect.
Behind the page an update runs that tells an event every few milliseconds and, as the pipeline
may, holds the event loop for ten of them at a time. The bar is 100 ms at the 95th percentile;
an app of one label, with nothing behind it, shows what Textual itself takes.
"""

import argparse
import asyncio
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, NamedTuple
from unittest.mock import patch

from msgspec.structs import replace
from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.driver import Driver
from textual.geometry import Size
from textual.widgets import Label

from digest.events import ArticleRead, FeedFetched, Listener, Started
from digest.news import Edition
from digest.tui.widgets.story_list import StoryList
from tests.tui.desk import PaperDesk, app_on
from tests.tui.paper import edition, story

BAR = 0.100
SIZE = Size(120, 36)
HELD = 0.010  # seconds: nothing on the event loop blocks longer


def silent() -> None:
    """Nobody waits for a write."""


class Blind(Driver):
    """A terminal that shows nothing and notes when it is written to."""

    written: ClassVar[Callable[[], None]] = staticmethod(silent)

    def write(self, _: str) -> None:
        type(self).written()

    def start_application_mode(self) -> None:
        self._app.post_message(events.Resize(SIZE, SIZE))

    def disable_input(self) -> None:
        pass

    def stop_application_mode(self) -> None:
        pass


class Slow(PaperDesk):
    """A desk whose update stalls on many feeds and is not over before the measurement is."""

    def __init__(self, feeds: int, *editions: Edition) -> None:
        super().__init__(*editions)
        self._feeds = feeds

    async def refresh(self, listen: Listener) -> Edition | None:
        listen(Started(feeds=self._feeds))
        async with asyncio.TaskGroup() as feeds:
            for number in range(self._feeds):
                feeds.create_task(self._stall(number, listen))
        return None

    async def _stall(self, number: int, listen: Listener) -> None:
        while True:
            await asyncio.sleep(2 + 0.1 * number)
            held = time.perf_counter() + HELD
            while time.perf_counter() < held:
                pass
            listen(FeedFetched(url=f"https://{number}.example", new=1, changed=True))
            for page in range(10):
                listen(ArticleRead(id=f"{number}-{page}", words=500, note=""))


class Bare(App[int]):
    """One label that a key changes."""

    BINDINGS: ClassVar[list[BindingType]] = [("j", "count", "Count"), ("k", "count", "Count")]
    count = 0

    def compose(self) -> ComposeResult:
        yield Label("0")

    def action_count(self) -> None:
        self.count += 1
        self.query_one(Label).update(str(self.count))


class Case(NamedTuple):
    """An app, how to make it ready, and what a key changes in it."""

    name: str
    app: App[int]
    ready: Callable[[], bool]
    effect: Callable[[], object]


def run(case: Case, keys: Iterable[str]) -> list[float]:
    """Seconds from key to paint, for each of `keys`."""
    with patch("digest.tui.app.terminal_is_lost", lambda: False):  # there may be none to lose
        return asyncio.run(timed(case, keys))


async def timed(case: Case, keys: Iterable[str]) -> list[float]:
    case.app.driver_class = Blind
    running = asyncio.create_task(case.app.run_async())
    async with asyncio.timeout(30):
        while not case.ready():  # noqa: ASYNC110 - Textual has no event for it
            await asyncio.sleep(0.2)
    await asyncio.sleep(1)
    times = [await one(case, key) for key in keys]
    Blind.written = silent
    case.app.exit(0)
    await running
    return times


async def one(case: Case, key: str) -> float:
    """Seconds from a key to the paint of its effect."""
    before = case.effect()
    painted = asyncio.Event()

    def written() -> None:
        if case.effect() != before:
            painted.set()

    Blind.written = written
    start = time.perf_counter()
    case.app.post_message(events.Key(key, key if len(key) == 1 else None))
    async with asyncio.timeout(10):
        await painted.wait()
    took = time.perf_counter() - start
    await asyncio.sleep(0.013)  # a hand's rhythm, and no multiple of a frame
    return took


def bare() -> Case:
    app = Bare()

    return Case("one label, nothing behind", app, lambda: app.is_running, lambda: app.count)


def front(name: str, feeds: int, printed: Edition, part: str = "") -> Case:
    app = app_on(Slow(feeds, printed), refresh=True)

    def ready() -> bool:
        if not app.front.query(StoryList) or not app.front.stories.blocks:
            return False
        if part:
            app.front.stories.toggle(part)
            app.front.stories.put(len(app.front.stories.blocks) // 2)
        return True

    return Case(name, app, ready, lambda: app.front.stories.cursor)


def row(name: str, times: Sequence[float]) -> str:
    at = [
        1000 * value
        for value in (statistics.median(times), statistics.quantiles(times, n=20)[-1], max(times))
    ]
    return f"{name:<34}{len(times):>6}" + "".join(f"{value:>9.1f}" for value in at)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=30)
    parser.add_argument("--presses", type=int, default=200)
    parser.add_argument("--stories", type=int, default=10_000)
    given = parser.parse_args(arguments)
    many = tuple(
        story(f"s{n}", f"Story number {n}, told by one paper alone", reports=1)
        for n in range(given.stories)
    )
    cases = [
        bare(),
        front(f"front page, {given.feeds} feeds stall", given.feeds, edition()),
        front(
            f"{given.stories} stories, the same",
            given.feeds,
            replace(edition(), alone=many),
            "alone",
        ),
    ]
    print(f"{'ms from key to paint':<34}{'keys':>6}{'median':>9}{'95%':>9}{'worst':>9}")
    keys = ["j" if press % 20 < 10 else "k" for press in range(given.presses)]
    slowest = 0.0
    for case in cases:
        times = run(case, keys)
        print(row(case.name, times))
        slowest = max(slowest, statistics.quantiles(times, n=20)[-1])
    return int(slowest > BAR)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
