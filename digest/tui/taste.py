"""How the reader likes the app, as feeds.toml says it."""

from collections.abc import Mapping
from datetime import time
from typing import NamedTuple


class Taste(NamedTuple):
    """The looks, the keys, the hour."""

    theme: str = ""
    """A theme's name; empty: newsprint."""

    mark_read: bool = True
    """What has been read to its end counts as read."""

    ascii: bool = False
    """Signs and lines are drawn in ASCII alone."""

    compact: bool = False
    """A story takes one line of the list."""

    keys: Mapping[str, str] = {}
    """Keys for commands, by their names, in place of their own."""

    morning: time = time(6)
    """When one day's paper ends and the next begins."""
