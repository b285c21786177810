"""Bare `digest`: the app."""

import asyncio
import gc
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import datetime

from digest.cli.desk import LiveDesk
from digest.cli.feedsfile import FeedsFile, taste_of
from digest.cli.log import Log
from digest.cli.nofile import NoFile
from digest.cli.notes import Notes
from digest.cli.outbox import Outbox
from digest.cli.world import World, finish
from digest.config.settings import Settings
from digest.errors import UsageError
from digest.tui.browser import browse
from digest.tui.opening import opening


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("--no-fetch", action="store_true", help="show what is stored")


def run(options: Namespace, world: World) -> int:
    """Do it."""
    require_terminal(world)
    gc.disable()  # until all is loaded: that leaves no garbage, and 20 ms are saved
    settings = world.settings() if world.paths.config.exists() else None
    return finish(_app(options, world, settings))


async def _app(options: Namespace, world: World, settings: Settings | None) -> int:
    async with (
        world.shelf() as shelf,
        LiveDesk(
            shelf,
            settings or Settings(),
            lambda: world.pipeline(desk.settings, shelf),
            bench=lambda: world.workers(1),
            proofreader=world.proofreader,
            log=Log(world.paths.log, world.clock),
        ) as desk,
    ):
        return await show(
            desk,
            FeedsFile(world, desk.use),
            clock=world.clock,
            refresh=not options.no_fetch,
            greet=settings is None,
            notes=Notes(world.paths.log.with_name("app.json")),
        )


async def show(
    desk: LiveDesk,
    feeds: FeedsFile | NoFile,
    *,
    clock: Callable[[], datetime],
    refresh: bool = False,
    greet: bool = False,
    notes: Notes | None = None,
) -> int:
    """Run the app on `desk` until the reader quits; its exit code."""
    first = asyncio.ensure_future(opening(desk))
    await asyncio.sleep(0)  # it is read on the store's thread while Textual is loaded here
    asyncio.get_running_loop().call_later(1, _sweep)

    from digest.tui.app import DigestApp  # noqa: PLC0415 - 150 ms that only the app needs
    from digest.tui.memory import Memory  # noqa: PLC0415 - the same
    from digest.tui.reader import Reader  # noqa: PLC0415 - the same

    reader = Reader(
        desk,
        clock=clock,
        browse=browse,
        feeds=feeds,
        outbox=Outbox(lambda: desk.settings.mail, shelf=desk.shelf, clock=clock),
        memory=Memory(notes.read(), notes.write) if notes else Memory(),
        taste=taste_of(desk.settings),
    )
    app = DigestApp(reader, first=first, refresh=refresh, greet=greet)
    return await app.run_async() or app.return_code or 0


def _sweep() -> None:
    """Collect garbage from now on; what has been loaded stays for good, and is never looked at."""
    gc.freeze()
    gc.enable()


def require_terminal(world: World) -> None:
    """Say no where the app cannot be shown.

    Raises:
        UsageError: Standard input or output is no terminal, or one that only types.
    """
    if not has_terminal(world):
        raise UsageError("the app needs a terminal. To print the edition: digest morning")


def has_terminal(world: World) -> bool:
    """Whether a full screen can be drawn here."""
    shown = sys.stdin.isatty() and sys.stdout.isatty()
    return shown and world.env.get("TERM", "dumb") not in ("", "dumb")
