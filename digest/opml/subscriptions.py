"""What a list of subscriptions becomes, whatever its form."""

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from digest.clean import Clean, clean, clean_url
from digest.news import Feed

SEPARATOR: Final = " / "
"""Between the names of folders within folders, as one section."""

_FEED_SCHEME = re.compile(r"feed:(?://)?(?=https?:)|feed:(?=//)", re.IGNORECASE)


class Subscriptions(Struct, frozen=True, kw_only=True):
    """A list, read."""

    feeds: tuple[Feed, ...] = ()
    """Each once, in the order of the list."""

    skipped: tuple[Clean, ...] = ()
    """What is no feed that can be read here, a line each."""


def address(text: str) -> Clean:
    """The address of a feed; "feed:" before it is how browsers once called for a reader."""
    found = _FEED_SCHEME.match(text.strip())
    if found is None:
        return clean_url(text)
    rest = text.strip()[found.end() :]
    return clean_url(f"http:{rest}" if rest.startswith("//") else rest)


def once(feeds: Iterable[Feed]) -> tuple[Feed, ...]:
    """Each address once: as it stands there first."""
    kept: dict[str, Feed] = {}
    for feed in feeds:
        kept.setdefault(feed.url, feed)
    return tuple(kept.values())


def shown(text: str) -> Clean:
    """As much of a line as a message can show."""
    line = clean(text)
    return line if len(line) <= 60 else clean(f"{line[:59]}…")
