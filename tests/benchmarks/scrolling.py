"""How smoothly ten thousand rows scroll.

    python -m tests.benchmarks.scrolling

Every frame is timed from the key that scrolls a page to the first write to the terminal that
follows; and the list is opened and laid out once. The bar is a frame of 1/30 second at the 95th
percentile, and 100 ms to open.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Sequence

from msgspec.structs import replace

from tests.benchmarks.responsiveness import Case, run
from tests.tui.desk import PaperDesk, app_on
from tests.tui.paper import edition, story

FRAME = 1 / 30
OPENING = 0.100


def measured(rows: int, pages: int) -> tuple[float, list[float]]:
    """Seconds to open the list, and for each page of it."""
    stories = tuple(
        story(f"s{n}", f"Story number {n}, told by one paper alone on the same day", reports=1)
        for n in range(rows)
    )
    app = app_on(PaperDesk(replace(edition(), alone=stories)))
    opened = 0.0

    def ready() -> bool:
        nonlocal opened
        if not app.is_running or not app.front.is_mounted or not app.front.stories.blocks:
            return False
        start = time.perf_counter()
        app.front.stories.toggle("alone")
        opened = time.perf_counter() - start
        return True

    case = Case("pages", app, ready, lambda: app.front.stories.scroll_offset.y)
    times = run(case, ["pagedown"] * pages)
    return opened, times


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=200)
    given = parser.parse_args(arguments)
    print(f"{'rows':>8}{'ms to open':>12}{'a page':>9}{'95%':>8}{'worst':>8}")
    late = 0.0
    for rows in (100, given.rows):
        opened, times = measured(rows, given.pages if rows > 100 else 10)
        late = statistics.quantiles(times, n=20)[-1]
        told = (opened, statistics.median(times), late, max(times))
        figures = f"{1000 * told[0]:>12.0f}" + f"{1000 * told[1]:>9.1f}"
        print(f"{rows:>8}{figures}{1000 * late:>8.1f}{1000 * told[3]:>8.1f}")
    return int(late > FRAME or opened > OPENING)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
