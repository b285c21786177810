"""`digest import`: the feeds of an OPML file, added to one's own."""

import sys
from argparse import ArgumentParser, Namespace

from digest.cli.exits import Exit
from digest.cli.subscribing import subscribe
from digest.cli.world import World, read_input
from digest.errors import OpmlError
from digest.opml import read_opml
from digest.render.view import counted


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("file", metavar="FILE", help="an OPML file, or -")


def run(options: Namespace, world: World) -> int:
    """Do it."""
    feeds = read_opml(read_input(options.file), name=options.file)
    if not feeds:
        raise OpmlError(f"{options.file}: no feed in it.")
    added = subscribe(feeds, world)
    known = len(feeds) - len(added)
    there = f", {known} there already" if known else ""
    print(f"digest: {counted(len(added), 'feed')} added{there}.", file=sys.stderr)
    return Exit.DONE
