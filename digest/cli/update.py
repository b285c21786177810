"""`digest update`: fetch the feeds and read what is new; print nothing."""

from argparse import ArgumentParser, Namespace

from digest.cli.log import Log
from digest.cli.morning import outcome
from digest.cli.narrate import Narrator
from digest.cli.world import World, finish
from digest.config.settings import Settings
from digest.events import Updated, together
from digest.plural import counted


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("--strict", action="store_true", help="exit 3 if any feed failed")
    parser.add_argument("--wait", action="store_true", help="wait while another update runs")
    parser.add_argument("--quiet", action="store_true", help="say nothing when all is well")


def run(options: Namespace, world: World) -> int:
    """Do it."""
    return finish(_update(options, world, world.settings(start=True)))


async def _update(options: Namespace, world: World, settings: Settings) -> int:
    narrator = Narrator(quiet=options.quiet)
    listen = together(narrator, Log(world.paths.log, world.clock))
    async with world.pipeline(settings, wait=options.wait) as pipeline:
        updated = await pipeline.update(settings, listen)
    if not updated.offline:
        narrator.say(_words(updated))
    return outcome(narrator, feeds=len(settings.feeds), strict=options.strict)


def _words(updated: Updated) -> str:
    new = counted(updated.new, "new entry", "new entries") if updated.new else "nothing new"
    failed = f", {updated.missed} failed" if updated.missed else ""
    return f"{counted(updated.feeds, 'feed')}{failed}: {new}."
