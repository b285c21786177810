import asyncio
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest.cli.demo import demo_desk
from digest.cli.desk import LiveDesk
from digest.cli.world import World
from digest.config.settings import Settings
from digest.errors import Busy
from digest.news import Correction, Hand
from digest.store.lock import only_writer
from digest.workers import Workers

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
MUTE = Correction(hand=Hand.MUTE, articles=("a",), made=NOW)


def test_the_desk_corrects_takes_back_and_says_why() -> None:
    async def work() -> None:
        async with demo_desk() as (desk, _, edition):
            story = edition.stories[0]
            assert (await desk.why(story.id, edition)).rank == story.why.rank
            articles = tuple(report.id for report in story.articles)
            hand = Correction(hand=Hand.MUTE, articles=articles, made=NOW)
            muted = await desk.correct(hand)
            assert story.id not in {each.id for each in muted.everything}
            (kept,) = await desk.corrections()
            back = await desk.take_back(kept.id)
            assert back.everything == edition.everything
            assert await desk.latest() == back

    asyncio.run(work())


def test_while_another_update_runs_nothing_is_put_right(tmp_path: Path) -> None:
    world = World({"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)})

    async def work() -> None:
        async with (
            world.shelf() as shelf,
            LiveDesk(
                shelf,
                Settings(),
                nullcontext,  # type: ignore[arg-type, return-value]
                bench=lambda: Workers(1),
                proofreader=world.proofreader,
            ) as desk,
        ):
            with only_writer(world.paths.database), pytest.raises(Busy):
                await desk.correct(MUTE)
            assert await desk.corrections() == ()

    asyncio.run(work())
