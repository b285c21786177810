"""Feeds, and what they bring."""

from datetime import datetime

from msgspec import Struct

from digest.clean import NOTHING, Clean


class Feed(Struct, frozen=True, kw_only=True):
    """A subscription, as the reader wrote it in feeds.toml."""

    url: str
    """Where the feed is: http or https."""

    title: Clean = NOTHING
    """What the reader calls it; empty: as the feed calls itself."""

    section: Clean = NOTHING
    """The section its stories go to; empty: none."""

    always: bool = False
    """Its stories reach the front page, however few tell them."""

    prefer: bool = False
    """Of several copies of one report, its copy is shown first."""


class Link(Struct, frozen=True, kw_only=True):
    """Something that a text points to: an image, an enclosure."""

    url: Clean
    text: Clean = NOTHING
    """The alternative text or title."""

    type: Clean = NOTHING
    """The media type, as declared."""


class Entry(Struct, frozen=True, kw_only=True):
    """One item of a feed."""

    id: str
    """16 hexadecimal digits, from the feed's URL and the entry's own key: see `entry_id`."""

    feed: str
    """URL of the feed."""

    title: Clean
    url: Clean = NOTHING
    """The page behind it, absolute; empty if it has none."""

    published: datetime | None = None
    """As the feed says, or None: in the future, before 1990 or absent."""

    updated: datetime | None = None
    authors: tuple[Clean, ...] = ()
    summary: Clean = NOTHING
    """The short text, its paragraphs apart by a blank line."""

    content: Clean = NOTHING
    """The full text, if the feed carries it, in the same form."""

    publisher: Clean = NOTHING
    """The real publisher, where an RSS <source> names one."""

    categories: tuple[Clean, ...] = ()
    language: Clean = NOTHING
    """BCP 47, lower case, as the feed or entry declares it."""

    images: tuple[Link, ...] = ()
    enclosures: tuple[Link, ...] = ()


class Parsed(Struct, frozen=True, kw_only=True):
    """A feed document, read."""

    title: Clean = NOTHING
    """As the feed calls itself."""

    home: Clean = NOTHING
    """The site it belongs to."""

    entries: tuple[Entry, ...] = ()
    """In the document's order, each key once."""

    repeated: int = 0
    """Entries that had the key of one before them, and were left out."""


class Missed(Struct, frozen=True, kw_only=True):
    """A feed that gave nothing, and why."""

    feed: Clean
    """Its title."""

    url: Clean
    """Masked; empty where what the reader wrote is no address of the web."""

    reason: Clean
    failures: int
    """In a row."""

    since: datetime


class FeedHealth(Struct, frozen=True, kw_only=True):
    """How a feed has been doing."""

    feed: Feed
    title: Clean
    """The reader's title for it, else its own, else its URL."""

    last_success: datetime | None = None
    failures: int = 0
    """In a row."""

    failing_since: datetime | None = None
    reason: Clean = NOTHING
    entries: int = 0
    """How many of its entries are stored."""

    newest: datetime | None = None
    """When its newest entry was published; first seen, where it does not say."""

    home: Clean = NOTHING
    """The site that it belongs to, as it says; empty: it does not."""

    moved: Clean = NOTHING
    """Its new address, if its server says that it has moved for good."""

    gone: bool = False
    """Its server says that it is gone for good: it is not asked again."""

    weekly: float = 0.0
    """Entries a week, over the last four."""

    gap: float | None = None
    """Days from one entry to the next, as a median; None: there are no two."""

    told: int = 0
    """Its articles in the editions of a month."""

    reprinted: int = 0
    """How many of them others of the reader's feeds had told before it, word for word."""

    sources: tuple[Clean, ...] = ()
    """Those others, the most copied first."""
