"""Scrolling through ten thousand rows: ``python -m tests.benchmarks.scrolling``.

Every frame is timed from the key that scrolls a page to the first write to the terminal that
follows; and the list is opened and laid out once. The bar is a frame of 1/30 second at the 95th
percentile, and 100 ms to open.
"""

import argparse
import asyncio
import statistics
import sys
import time
from collections.abc import Sequence

from msgspec.structs import replace
from textual import events

from tests.benchmarks.responsiveness import Blind, silent
from tests.tui.desk import PaperDesk, app_on
from tests.tui.paper import edition, story

FRAME = 1 / 30
OPENING = 0.100


async def measured(rows: int, pages: int) -> tuple[float, list[float]]:
    """Seconds to open the list, and for each page of it."""
    stories = tuple(
        story(f"s{n}", f"Story number {n}, told by one paper alone on the same day", reports=1)
        for n in range(rows)
    )
    app = app_on(PaperDesk(replace(edition(), alone=stories)))
    app.driver_class = Blind
    running = asyncio.create_task(app.run_async())
    async with asyncio.timeout(60):
        while not app.is_running or not app.front.is_mounted or not app.front.stories.blocks:  # noqa: ASYNC110 - Textual has no event for it
            await asyncio.sleep(0.1)
    await asyncio.sleep(0.5)
    start = time.perf_counter()
    app.front.stories.toggle("alone")
    opened = time.perf_counter() - start
    times = [await paged(app) for _ in range(pages)]
    Blind.written = silent
    app.exit(0)
    await running
    return opened, times


async def paged(app: object) -> float:
    column = app.front.stories  # type: ignore[attr-defined]
    before = column.scroll_offset.y
    painted = asyncio.Event()

    def written() -> None:
        if column.scroll_offset.y != before:
            painted.set()

    Blind.written = written
    start = time.perf_counter()
    app.post_message(events.Key("pagedown", None))  # type: ignore[attr-defined]
    async with asyncio.timeout(10):
        await painted.wait()
    took = time.perf_counter() - start
    await asyncio.sleep(0.013)
    return took


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=200)
    given = parser.parse_args(arguments)
    print(f"{'rows':>8}{'ms to open':>12}{'a page':>9}{'95%':>8}{'worst':>8}")
    late = 0.0
    for rows in (100, given.rows):
        opened, times = asyncio.run(measured(rows, given.pages if rows > 100 else 10))
        late = statistics.quantiles(times, n=20)[-1]
        told = (opened, statistics.median(times), late, max(times))
        figures = f"{1000 * told[0]:>12.0f}" + f"{1000 * told[1]:>9.1f}"
        print(f"{rows:>8}{figures}{1000 * late:>8.1f}{1000 * told[3]:>8.1f}")
    return int(late > FRAME or opened > OPENING)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
