"""The settings, each with a sentence in the reader's words."""

from datetime import time
from typing import Annotated

from msgspec import Meta, Struct

from digest.clean import Clean
from digest.news import Feed

SECTIONS: tuple[Clean, ...] = tuple(
    Clean(name) for name in ("World", "Politics", "Business", "Technology", "Science")
)


class Digest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The daily edition."""

    morning: Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "06:00"
    """When one day's paper ends and the next begins, local time, as HH:MM."""

    stories: Annotated[int, Meta(ge=1, le=100)] = 12
    """How many stories the front page has."""

    minutes: Annotated[int, Meta(ge=1, le=120)] = 5
    """How long the front page takes to read, at 230 words a minute."""

    sections: tuple[Clean, ...] = SECTIONS
    """The sections, in the order of the page."""

    @property
    def morning_hour(self) -> time:
        """`morning` as a time of day."""
        return time.fromisoformat(self.morning)


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words to look for in stories."""

    words: tuple[Clean, ...] = ()
    """Whole words or phrases, in any case."""


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of feeds.toml."""

    digest: Digest = Digest()
    mute: Words = Words()
    follow: Words = Words()
    keys: dict[str, str] = {}
    """Keys of the app's commands: `next-story = "ctrl+n"`."""

    feeds: tuple[Feed, ...] = ()
