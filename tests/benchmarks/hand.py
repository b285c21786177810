"""How long the reader's hand takes.

    python -m tests.benchmarks.hand DATABASE FEEDS_TOML

Works on a copy of a stored edition. Each correction is made and taken back; beside it, what
making the whole edition of the same articles would cost again, in the same run.
"""

import asyncio
import shutil
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from digest.config.load import load
from digest.events import silence
from digest.fetch import Client
from digest.news import Correction, Edition, Hand
from digest.pipeline import Pipeline
from digest.pipeline.proof import Proofreader
from digest.store.corrections import all_corrections
from digest.store.database import Store
from digest.store.editions import find_edition
from digest.store.shelf import Shelf
from digest.workers import Workers

T = TypeVar("T")


def content(edition: Edition) -> Edition:
    """The edition without what tells revisions apart."""
    return replace(edition, revision=0, made=datetime.fromtimestamp(0, UTC))


def corrections(edition: Edition) -> dict[str, Correction]:
    """One of each kind, on the first stories of the front."""
    first, second, third = edition.stories[:3]
    now = datetime.now(UTC)
    one, *rest = [report.id for report in first.articles]
    return {
        "split": Correction(hand=Hand.APART, articles=(one,), others=tuple(rest), made=now),
        "merge": Correction(
            hand=Hand.TOGETHER,
            articles=tuple(report.id for report in first.articles),
            others=tuple(report.id for report in second.articles),
            made=now,
        ),
        "mute": Correction(
            hand=Hand.MUTE,
            articles=tuple(report.id for report in third.articles),
            until=now + timedelta(days=7),
            made=now,
        ),
        "follow": Correction(
            hand=Hand.FOLLOW,
            articles=tuple(report.id for report in edition.more[-1].articles),
            made=now,
        ),
    }


async def timed(work: Callable[[], Awaitable[T]]) -> tuple[float, T]:
    start = time.perf_counter()
    found = await work()
    return time.perf_counter() - start, found


def clock() -> datetime:
    return datetime.now().astimezone()


async def measure(database: Path, feeds: Path) -> None:
    settings = load(feeds)
    async with (
        Shelf(lambda: Store(database)) as shelf,
        Client(answer=lambda _: (404, "", b""), env={}) as client,
        Workers(1) as workers,
    ):
        pipeline = Pipeline(client=client, shelf=shelf, workers=workers, clock=clock)
        proofreader = Proofreader(shelf=shelf, workers=workers, clock=clock)
        before = await shelf.ask(find_edition)
        assert before is not None
        print(f"{before.counts.articles} articles, {before.counts.stories} stories")
        for round_ in ("cold", "warm"):
            for name, correction in corrections(before).items():
                done, after = await timed(lambda c=correction: proofreader.correct(settings, c))
                kept = (await shelf.ask(all_corrections))[-1]
                undone, again = await timed(lambda k=kept: proofreader.take_back(settings, k.id))
                same = content(again) == content(before)
                print(
                    f"{round_}  {name:6}  {done:5.2f} s  taken back {undone:5.2f} s  "
                    f"{before.counts.stories} -> {after.counts.stories} stories  "
                    f"{'equal to before' if same else 'NOT EQUAL'}"
                )
        whole, _ = await timed(
            lambda: pipeline.run(settings, silence, since=timedelta(days=90), fetch=False)
        )
        print(f"the whole edition again: {whole:.2f} s")


def main() -> None:
    database, feeds = map(Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "digest.db"
        shutil.copy(database, copy)
        asyncio.run(measure(copy, feeds))


if __name__ == "__main__":
    main()
