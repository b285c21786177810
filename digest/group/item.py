"""What grouping is given, and what it gives back."""

from datetime import datetime

from msgspec import Struct

from digest.clean import NOTHING, Clean


class Item(Struct, frozen=True, kw_only=True):
    """An article, as far as grouping looks at it."""

    id: str
    title: Clean
    text: str = ""
    """The lead or the full text; may be empty."""

    published: datetime | None = None
    """Midnight sharp is read as a bare day, whose hour is not known."""

    publisher: Clean = NOTHING
    url: Clean = NOTHING
    """Canonical."""

    agency: Clean = NOTHING
    """The wire service it credits."""

    language: Clean = NOTHING

    vector: bytes = b""
    """What it means, as `digest.group.meaning` makes it; empty: not known."""


class Group(Struct, frozen=True, kw_only=True):
    """Items that tell one story."""

    members: tuple[int, ...]
    """Indices into the items, by time, then URL."""

    origins: tuple[int, ...]
    """Beside the members: equal numbers are reprints of one text, counted from 0 in order."""

    why: tuple[Clean, ...]
    """What the members share, in plain words; empty for an item alone."""


class Because(Struct, frozen=True, kw_only=True):
    """Why items tell one story, and another item does not tell it."""

    together: tuple[Clean, ...]
    """What they share, in plain words; empty for an item alone."""

    nearest: int | None
    """Index of the item that was nearest of all those left out; None: nothing was near."""

    against: tuple[Clean, ...]
    """What spoke against it."""
