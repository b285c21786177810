"""`digest import`: the feeds of another reader, added to one's own."""

import sys
from argparse import ArgumentParser, Namespace

from digest.cli.exits import Exit
from digest.cli.subscribing import subscribe
from digest.cli.world import World, read_input
from digest.errors import OpmlError
from digest.opml import read_subscriptions
from digest.plural import counted


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument(
        "file", metavar="FILE", help="OPML, newsboat's urls, or an address a line; or -"
    )


def run(options: Namespace, world: World) -> int:
    """Do it."""
    found = read_subscriptions(read_input(options.file), name=options.file)
    for line in found.skipped:
        print(f"digest: {line}", file=sys.stderr)
    if not found.feeds:
        raise OpmlError(f"{options.file}: no feed in it.")
    added = subscribe(found.feeds, world)
    known = len(found.feeds) - len(added)
    there = f", {known} there already" if known else ""
    print(f"digest: {counted(len(added), 'feed')} added{there}.", file=sys.stderr)
    return Exit.PARTLY if found.skipped else Exit.DONE
