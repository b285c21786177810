"""`digest remove`: take a feed out of feeds.toml."""

import sys
from argparse import ArgumentParser, Namespace

from digest.clean import masked
from digest.cli.exits import Exit
from digest.cli.world import World
from digest.config import Settings, without_feed, write
from digest.errors import UsageError


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("feeds", nargs="+", metavar="URL", help="its address, or its title")


def run(options: Namespace, world: World) -> int:
    """Do it: all of them, or none."""
    settings, path = world.settings(), world.paths.config
    text = path.read_text(encoding="utf-8")
    urls = [_url(name, settings) for name in options.feeds]
    for url in urls:
        text = without_feed(text, url)
    write(path, text)
    for url in urls:
        print(f"digest: removed {masked(url)}", file=sys.stderr)
    return Exit.DONE


def _url(name: str, settings: Settings) -> str:
    """The address of the feed that `name` means.

    Raises:
        UsageError: It means none, or several.
    """
    found = [
        f.url for f in settings.feeds if name == f.url or name.casefold() == f.title.casefold()
    ]
    if not found:
        raise UsageError(f"no feed is called {name!r}. See: digest feeds")
    if len(found) > 1:
        raise UsageError(f"{len(found)} feeds are called {name!r}: name one by its address.")
    return found[0]
