"""The settings, each with a sentence in the reader's words."""

from datetime import time
from typing import Annotated

from msgspec import Meta, Struct, field

from digest.clean import NOTHING, Clean
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


class Mail(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The edition as a message."""

    to: Clean = NOTHING
    """Whom it is written to: one address, or several with commas between."""

    from_: Clean = field(name="from", default=NOTHING)
    """Who it is from; empty: as `to`."""

    command: tuple[str, ...] = ("sendmail", "-i", "--", "{to}")
    """What `--send` pipes it to: a program and its arguments, no shell; {to} is each recipient."""

    subject: Clean = Clean("{headline} · {stories} · {minutes}")
    """The subject line; also {day}."""

    thread: bool = False
    """Whether the messages of a week hang together in one thread."""


class Keep(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long things are kept; what is saved, and what an edition still tells, stays."""

    articles: Annotated[int, Meta(ge=7)] | None = None
    """Days that the text of an article is kept; not set: for ever."""

    editions: Annotated[int, Meta(ge=7)] | None = None
    """Days that an edition is kept; not set: for ever."""


class App(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The app."""

    theme: Clean = NOTHING
    """A theme's name; empty: newsprint, or the one chosen last."""

    mark_read: bool = True
    """Whether a story counts as read once it has been read to its end."""

    ascii: bool = False
    """Whether marks and lines are drawn in ASCII alone."""

    compact: bool = False
    """Whether a story takes one line of the list where it can."""


class Grouping(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How stories are found."""

    semantic: bool = True
    """Whether meaning joins languages, where `digest[semantic]` is installed."""


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of feeds.toml."""

    digest: Digest = Digest()
    mute: Words = Words()
    """Stories about these are not shown, from the next edition or revision on."""

    follow: Words = Words()
    """Stories about these are lifted, from the next edition or revision on."""

    mail: Mail = Mail()
    keep: Keep = Keep()
    app: App = App()
    grouping: Grouping = Grouping()
    keys: dict[str, str] = {}
    """Keys of the app's commands: `next-story = "ctrl+n"`."""

    feeds: tuple[Feed, ...] = ()
