"""Adding to feeds.toml and taking from it, for the verbs that do."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from digest.cli.world import World
from digest.config import load, with_feeds, write
from digest.news import Feed

_FIRST_LINE = "# What digest reads. See: digest config --help\n\n"


def subscribe(feeds: Sequence[Feed], world: World) -> tuple[Feed, ...]:
    """Write those of `feeds` into feeds.toml that are not in it; the added ones come back.

    Raises:
        ConfigError: The file does not say what it must, or cannot be written.
    """
    path = world.paths.config
    known = {_place(feed.url) for feed in load(path).feeds} if path.exists() else set()
    new: dict[str, Feed] = {}
    for feed in feeds:
        if _place(feed.url) not in known:
            new.setdefault(_place(feed.url), feed)
    if new:
        text = path.read_text(encoding="utf-8") if path.exists() else _FIRST_LINE
        write(path, with_feeds(text, new.values()))
    return tuple(new.values())


def _place(url: str) -> str:
    """What two addresses of one feed share: http or https, a slash at the end or none."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}{query}"
