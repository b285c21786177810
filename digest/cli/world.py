"""The real world: environment, clock, files, network, processes."""

import os
import signal
import sys
from collections.abc import AsyncIterator, Coroutine, Iterator, Mapping
from contextlib import (
    AbstractContextManager,
    AsyncExitStack,
    ExitStack,
    asynccontextmanager,
    contextmanager,
    suppress,
)
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest.bundled import bundled
from digest.cli.exits import Exit
from digest.errors import Busy, ConfigError

if TYPE_CHECKING:
    from digest.config.paths import Paths
    from digest.config.settings import Settings
    from digest.fetch import Client
    from digest.pipeline import Pipeline
    from digest.pipeline.proof import Proofreader
    from digest.store.database import Store
    from digest.store.shelf import Shelf
    from digest.workers import Workers


PATIENCE = timedelta(minutes=10)
"""How long a run that is told to wait does so: an update seldom takes one minute."""


class World:
    """What a verb works with. Everything is made when it is asked for, not before."""

    def __init__(self, env: Mapping[str, str] = os.environ) -> None:
        self.env = env

    @property
    def paths(self) -> "Paths":
        """Where the reader's files are."""
        from digest.config.paths import Paths  # noqa: PLC0415 - lazily, as all below: a verb pays for what it uses

        return Paths.of(self.env)

    @staticmethod
    def clock() -> datetime:
        """Now, in the reader's zone."""
        return datetime.now(UTC).astimezone()

    def settings(self, *, start: bool = False, strict: bool = False) -> "Settings":
        """What feeds.toml says; with `start` it is made from the starter list if there is none.

        With `strict` every feed in it must have an address that can be asked.

        Raises:
            ConfigError: It is not there, or does not say what it must.
        """
        from digest.config.edit import write  # noqa: PLC0415 - the same
        from digest.config.load import load  # noqa: PLC0415 - the same

        path = self.paths.config
        if start and not path.exists():
            write(path, bundled("feeds.toml").read_text(encoding="utf-8"))
            print(f"digest: starting with the list in {path}; make it your own.", file=sys.stderr)
        if not path.exists():
            raise ConfigError(f"{path}: not there yet. Try: digest add URL, or digest import FILE.")
        return load(path, strict=strict)

    def store(self) -> "Store":
        """The store, for verbs that ask it one thing.

        Raises:
            StoreError: It cannot be opened.
        """
        from digest.store.database import Store  # noqa: PLC0415 - the same

        return Store(self.paths.database)

    def shelf(self) -> "Shelf":
        """The store on its own thread."""
        from digest.store.shelf import Shelf  # noqa: PLC0415 - the same

        return Shelf(self.store)

    def client(self, settings: "Settings | None" = None, *typed: str) -> "Client":
        """The way out; the URLs of feeds.toml, and those `typed`, may be private ones."""
        from digest.fetch import Client  # noqa: PLC0415 - the same

        feeds = [feed.url for feed in settings.feeds] if settings else []
        return Client(typed=[*feeds, *typed], env=self.env)

    def workers(self, size: int | None = None) -> "Workers":
        """The worker processes; None: one for each processor."""
        from digest.workers import Workers  # noqa: PLC0415 - the same

        return Workers(size)

    @contextmanager
    def proofreader(self, shelf: "Shelf", workers: "Workers") -> Iterator["Proofreader"]:
        """Who does the reader's corrections, while this process is the one writer.

        Raises:
            Busy: Another process is.
        """
        from digest.pipeline.proof import Proofreader  # noqa: PLC0415 - the same
        from digest.store.lock import only_writer  # noqa: PLC0415 - the same

        with only_writer(self.paths.database):
            yield Proofreader(shelf=shelf, workers=workers, clock=self.clock)

    @asynccontextmanager
    async def pipeline(
        self, settings: "Settings", shelf: "Shelf | None" = None, *, wait: bool = False
    ) -> AsyncIterator["Pipeline"]:
        """The pipeline, while this process is the one writer; with `wait` it may become it later.

        Raises:
            Busy: Another process is, and stays it for PATIENCE.
            StoreError: The store cannot be opened.
        """
        from digest.cli.log import Log  # noqa: PLC0415 - the same
        from digest.pipeline import Pipeline  # noqa: PLC0415 - the same
        from digest.store.prune import Keep  # noqa: PLC0415 - the same
        from digest.store.tidy import tidy  # noqa: PLC0415 - the same

        async with AsyncExitStack() as stack:
            stack.enter_context(await self._only_writer(PATIENCE if wait else timedelta()))
            if shelf is None:
                shelf = await stack.enter_async_context(self.shelf())
            yield Pipeline(
                shelf=shelf,
                client=await stack.enter_async_context(self.client(settings)),
                workers=await stack.enter_async_context(self.workers()),
                clock=self.clock,
            )
            now, days = self.clock(), settings.keep
            keep = Keep.days(now, articles=days.articles, editions=days.editions)
            for told in await tidy(shelf, keep, now):  # the edition is made all the same
                Log(self.paths.log, self.clock).write(f"tidying: {told}")

    async def _only_writer(self, patience: timedelta) -> AbstractContextManager[object]:
        """The lock of the store, held.

        Raises:
            Busy: Another process has held it all the time.
        """
        import asyncio  # noqa: PLC0415 - 30 ms for the verbs that ask the store one thing

        from digest.store.lock import only_writer  # noqa: PLC0415 - the same

        loop = asyncio.get_running_loop()
        end = loop.time() + patience.total_seconds()
        while True:
            with ExitStack() as stack, suppress(*([Busy] if loop.time() < end else [])):
                stack.enter_context(only_writer(self.paths.database))
                return stack.pop_all()
            await asyncio.sleep(0.5)


_SIGNALS = {
    signal.SIGINT: Exit.INTERRUPTED,
    signal.SIGTERM: Exit.TERMINATED,
    signal.SIGHUP: Exit.HUNG_UP,
}


_LOUD = ("asyncio", "httpcore", "httpx")
"""Libraries whose logs hold whole addresses: nothing of theirs goes to standard error."""


def finish(work: Coroutine[Any, Any, int]) -> int:
    """Run `work` to its end and return its exit code; a signal ends it early, and cleanly."""
    import asyncio  # noqa: PLC0415 - 30 ms for the verbs that ask the store one thing
    import logging  # noqa: PLC0415 - the same

    for name in _LOUD:
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    return asyncio.run(_until_signal(work))


async def _until_signal(work: Coroutine[Any, Any, int]) -> int:
    import asyncio  # noqa: PLC0415 - loaded already

    loop, task = asyncio.get_running_loop(), asyncio.ensure_future(work)
    caught: list[Exit] = []

    def stop(code: Exit) -> None:
        caught.append(code)
        task.cancel()

    before = {number: signal.getsignal(number) for number in _SIGNALS}
    heard = [number for number in _SIGNALS if before[number] is not signal.SIG_IGN]  # as by nohup
    for number in heard:
        loop.add_signal_handler(number, stop, _SIGNALS[number])
    try:
        return await task
    except asyncio.CancelledError:
        if not caught:
            raise
        return caught[0]
    finally:
        for number in heard:  # the loop would leave them to the system
            loop.remove_signal_handler(number)
            signal.signal(number, before[number])


def read_input(name: str) -> bytes:
    """The bytes of the file `name`, or of standard input for "-"."""
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
