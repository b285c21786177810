"""Adding to feeds.toml and taking from it, for the verbs that do."""

from collections.abc import Mapping, Sequence
from contextlib import closing

from digest.cli.world import World
from digest.config.edit import place, readdressed, with_feeds, write
from digest.config.load import load
from digest.config.settings import Settings
from digest.errors import UsageError
from digest.news import Feed
from digest.store.feeds import moves, readdress
from digest.store.lock import only_writer

_FIRST_LINE = "# What digest reads. See: digest config --help\n\n"


def subscribed(world: World) -> Mapping[str, Feed]:
    """The feeds of feeds.toml by the `place` of their address, and of that they have moved to.

    Raises:
        ConfigError: The file does not say what it must.
    """
    path = world.paths.config
    feeds = load(path).feeds if path.exists() else ()
    moved: dict[str, str] = {}
    if world.paths.database.exists():
        with closing(world.store()) as store:
            moved = moves(store)
    there = {place(moved[feed.url]): feed for feed in feeds if feed.url in moved}
    return there | {place(feed.url): feed for feed in feeds}


def subscribe(feeds: Sequence[Feed], world: World) -> tuple[Feed, ...]:
    """Write those of `feeds` into feeds.toml that are not in it; the added ones come back.

    Raises:
        ConfigError: The file does not say what it must, or cannot be written.
    """
    known = subscribed(world)
    new: dict[str, Feed] = {}
    for feed in feeds:
        if place(feed.url) not in known:
            new.setdefault(place(feed.url), feed)
    if new:
        path = world.paths.config
        text = path.read_text(encoding="utf-8") if path.exists() else _FIRST_LINE
        write(path, with_feeds(text, new.values()))
    return tuple(new.values())


def move(feed: Feed, url: str, world: World) -> None:
    """Put another address in the place of a feed's; what it has told already is not new there.

    Raises:
        ConfigError: The file cannot be written.
        Busy: An update is running.
    """
    path, database = world.paths.config, world.paths.database
    with only_writer(database):
        write(path, readdressed(path.read_text(encoding="utf-8"), feed.url, url))
        if database.exists():
            with closing(world.store()) as store:
                readdress(store, feed.url, url)


def named(name: str, settings: Settings) -> Feed:
    """The feed that the reader means by its address or title.

    Raises:
        UsageError: It is none, or could be several.
    """
    exact = [f for f in settings.feeds if name == f.url or name.casefold() == f.title.casefold()]
    found = exact or [f for f in settings.feeds if place(name) == place(f.url)]
    if not found:
        import difflib  # noqa: PLC0415 - only after a mistake

        titles = [feed.title for feed in settings.feeds if feed.title]
        near = difflib.get_close_matches(name, titles, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise UsageError(f"no feed is called {name!r}.{hint} See: digest feeds")
    if len(found) > 1:
        raise UsageError(f"{len(found)} feeds are called {name!r}: name one by its address.")
    return found[0]
