"""`digest remove`: take a feed out of feeds.toml."""

import sys
from argparse import ArgumentParser, Namespace

from digest.clean import masked
from digest.cli.exits import Exit
from digest.cli.subscribing import named
from digest.cli.world import World
from digest.config.edit import without_feed, write


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("feeds", nargs="+", metavar="FEED", help="its address, or its title")


def run(options: Namespace, world: World) -> int:
    """Do it: all of them, or none."""
    settings, path = world.settings(), world.paths.config
    text = path.read_text(encoding="utf-8")
    urls = list(dict.fromkeys(named(name, settings).url for name in options.feeds))
    for url in urls:
        text = without_feed(text, url)
    write(path, text)
    for url in urls:
        print(f"digest: removed {masked(url)}", file=sys.stderr)
    return Exit.DONE
