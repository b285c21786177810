"""`digest demo`: the real pipeline on an invented newsroom, with no network and nothing kept."""

from argparse import ArgumentParser, Namespace
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from datetime import UTC

from digest.clean import Clean
from digest.cli.app import has_terminal, show
from digest.cli.desk import LiveDesk
from digest.cli.exits import Exit
from digest.cli.mailing import envelope
from digest.cli.narrate import Narrator
from digest.cli.nofile import NoFile
from digest.cli.printing import print_edition, printing_arguments
from digest.cli.world import World, finish
from digest.config.settings import SECTIONS, Digest, Settings
from digest.events import silence
from digest.fetch import Client
from digest.news import Edition
from digest.newsroom import MORNINGS, Newsroom
from digest.pipeline import Pipeline
from digest.pipeline.proof import Proofreader
from digest.store.database import Store
from digest.store.shelf import Shelf
from digest.workers import Workers

PAPER = Digest(sections=(*SECTIONS, Clean("Sport")))


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    printing_arguments(parser)
    parser.set_defaults(format=None)


def run(options: Namespace, world: World) -> int:
    """Do it: the app on a terminal, or the edition in a format."""
    if options.format is None and (options.output or not has_terminal(world)):
        options.format = "text"
    return finish(_demo(options))


async def _demo(options: Namespace) -> int:
    async with demo_desk() as (desk, settings, edition):
        if options.format:
            named = options.to or options.sender
            outside = envelope(settings.mail, options) if named else None
            print_edition(edition, options, zone=UTC, envelope=outside)
            return Exit.DONE
        return await show(desk, NoFile(), clock=lambda: MORNINGS[-1])


@asynccontextmanager
async def demo_desk() -> AsyncIterator[tuple[LiveDesk, Settings, Edition]]:
    """A desk on the third morning of the newsroom, its settings and its edition; in memory."""
    newsroom = Newsroom(MORNINGS[0])
    settings = Settings(digest=PAPER, feeds=newsroom.feeds)
    narrator = Narrator()
    nothing: Mapping[str, str] = {}
    async with AsyncExitStack() as stack:
        shelf = await stack.enter_async_context(Shelf(lambda: Store(None)))
        pipeline = Pipeline(
            shelf=shelf,
            client=await stack.enter_async_context(Client(answer=newsroom.answer, env=nothing)),
            workers=await stack.enter_async_context(Workers()),
            clock=lambda: newsroom.now,
        )
        for newsroom.now in MORNINGS[:-1]:
            await pipeline.run(settings, silence)
        newsroom.now = MORNINGS[-1]
        edition = await pipeline.run(settings, narrator)

        @asynccontextmanager
        async def opened() -> AsyncIterator[Pipeline]:
            yield pipeline

        @contextmanager
        def proofreader(shelf: Shelf, workers: Workers) -> Iterator[Proofreader]:
            yield Proofreader(shelf=shelf, workers=workers, clock=lambda: newsroom.now)

        async with LiveDesk(
            shelf, settings, opened, bench=lambda: Workers(1), proofreader=proofreader
        ) as desk:
            yield desk, settings, edition
