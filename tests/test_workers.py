"""Worker processes: what comes back, and what becomes of one that fails."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable

import pytest

from digest.errors import ExtractError, ParseError, WorkerError
from digest.worker.__main__ import MEMORY
from digest.workers import PAGE_SECONDS, Workers

RSS = b"""<rss version="2.0"><channel><title>Harbour Post</title>
<item><guid>1</guid><title>Crane returns to service</title><link>https://post.example/1</link>
<description>The large crane on the north quay works again.</description></item></channel></rss>"""

URL = "https://post.example/feed"


def run(
    work: Callable[[Workers], Awaitable[object]], *, page_seconds: float = PAGE_SECONDS
) -> None:
    async def main() -> None:
        async with Workers(1, page_seconds=page_seconds) as workers:
            await work(workers)

    asyncio.run(main())


def process(workers: Workers) -> int:
    """The id of its one process."""
    (worker,) = workers._all
    assert worker._process is not None
    return worker._process.pid


async def started(workers: Workers) -> int:
    """The same, before it has had any work."""
    await workers._all[0].start()
    return process(workers)


def test_no_process_starts_before_there_is_work() -> None:
    async def work(workers: Workers) -> None:
        assert workers._all[0]._process is None
        await workers.parse(RSS, url=URL)
        assert process(workers)

    run(work)


def test_a_feed_comes_back_as_entries() -> None:
    async def work(workers: Workers) -> None:
        parsed = await workers.parse(RSS, url=URL)
        assert (parsed.title, [e.title for e in parsed.entries]) == (
            "Harbour Post",
            ["Crane returns to service"],
        )

    run(work)


def test_an_error_of_a_stage_arrives_as_itself() -> None:
    async def work(workers: Workers) -> None:
        with pytest.raises(ParseError, match="empty"):
            await workers.parse(b"", url=URL)
        with pytest.raises(ExtractError):
            await workers.read(b"<html><body></body></html>", url=URL)

    run(work)


def test_a_worker_that_crashes_costs_one_piece_of_work() -> None:
    async def work(workers: Workers) -> None:
        await workers.parse(RSS, url=URL)
        crashed = process(workers)
        os.kill(crashed, signal.SIGKILL)
        with pytest.raises(WorkerError, match="ended the process"):
            await workers.parse(RSS, url=URL)
        assert (await workers.parse(RSS, url=URL)).entries
        assert process(workers) != crashed

    run(work)


def test_a_worker_that_hangs_is_killed_and_replaced() -> None:
    async def work(workers: Workers) -> None:
        hung = await started(workers)
        os.kill(hung, signal.SIGSTOP)
        with pytest.raises(WorkerError, match="took longer than"):
            await workers.parse(RSS, url=URL)
        with pytest.raises(ProcessLookupError):
            os.kill(hung, 0)

    run(work, page_seconds=0.2)


def test_work_that_is_given_up_does_not_answer_for_the_next() -> None:
    async def work(workers: Workers) -> None:
        task = asyncio.ensure_future(workers.parse(RSS, url="https://first.example/"))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        parsed = await workers.parse(RSS, url="https://second.example/")
        assert {entry.feed for entry in parsed.entries} == {"https://second.example/"}

    run(work)


def test_no_process_outlives_the_pool() -> None:
    found: list[int] = []

    async def work(workers: Workers) -> None:
        found.append(await started(workers))

    run(work)
    with pytest.raises(ProcessLookupError):
        os.kill(found[0], 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits address space")
def test_a_worker_keeps_to_its_memory() -> None:
    import resource  # noqa: PLC0415 - not there on every system

    async def work(workers: Workers) -> None:
        await workers.parse(RSS, url=URL)
        limits = resource.prlimit(process(workers), resource.RLIMIT_AS)
        assert limits == (MEMORY, MEMORY)
        less = MEMORY // 4  # of which the end is sooner reached
        resource.prlimit(process(workers), resource.RLIMIT_AS, (less, MEMORY))
        with pytest.raises(WorkerError, match=r"MemoryError|ended the process"):
            await workers.parse(b"<rss>" + b"x" * (less // 2), url=URL)
        assert (await workers.parse(RSS, url=URL)).entries

    run(work)
