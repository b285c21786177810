"""What the reader wrote down: feeds.toml, as typed settings.

An unknown key, a wrong type or a value out of bounds is a `ConfigError` that names the
file, the line, the key and what was expected. Edits keep the reader's comments.
"""

from digest.config.edit import place, readdressed, with_feeds, without_feed, write
from digest.config.load import load, parse_settings
from digest.config.paths import Paths
from digest.config.settings import Settings

__all__ = [
    "Paths",
    "Settings",
    "load",
    "parse_settings",
    "place",
    "readdressed",
    "with_feeds",
    "without_feed",
    "write",
]
