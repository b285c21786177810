"""`digest export`: the feeds as OPML."""

from argparse import ArgumentParser, Namespace

from digest.cli.exits import Exit
from digest.cli.printing import emit
from digest.cli.world import World
from digest.opml import write_opml


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("--output", metavar="FILE", help="write to FILE, whole or not at all")


def run(options: Namespace, world: World) -> int:
    """Do it."""
    emit(write_opml(world.settings().feeds), options.output)
    return Exit.DONE
