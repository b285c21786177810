"""What the pipeline says while it works: data, for others to put into words."""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from digest.clean import Clean
from digest.news import Edition, Missed


class Started(Struct, frozen=True, kw_only=True):
    """An update has begun."""

    feeds: int


class FeedFetched(Struct, frozen=True, kw_only=True):
    """A feed has answered."""

    url: str
    new: int
    """Entries not seen before; 0 also when it has not changed."""

    changed: bool
    """False: the server said that nothing has changed."""


class FeedMissed(Struct, frozen=True, kw_only=True):
    """A feed gave nothing."""

    missed: Missed


class ArticleRead(Struct, frozen=True, kw_only=True):
    """An entry's article is stored."""

    id: str
    url: str = ""
    """Its page, as it may be shown."""

    words: int
    note: str
    """Why its text is the feed's own; empty: it is the page's."""


class Updated(Struct, frozen=True, kw_only=True):
    """An update is over."""

    feeds: int
    missed: int
    new: int
    """Entries not seen before."""

    unread: int = 0
    """Pages that the network did not reach: the next run reads them."""

    offline: bool
    """No host answered at all."""


class Grouping(Struct, frozen=True, kw_only=True):
    """Articles are being grouped into stories."""

    articles: int


class NotGrouped(Struct, frozen=True, kw_only=True):
    """Grouping failed: each article is a story of its own."""

    reason: Clean


class EditionReady(Struct, frozen=True, kw_only=True):
    """There is an edition to show."""

    edition: Edition
    fresh: bool
    """False: nothing was new, and it is the last one again."""


Event: TypeAlias = (
    Started
    | FeedFetched
    | FeedMissed
    | ArticleRead
    | Updated
    | Grouping
    | NotGrouped
    | EditionReady
)
Listener: TypeAlias = Callable[[Event], None]


def together(*listeners: Listener) -> Listener:
    """One listener that tells several, in turn."""

    def listen(event: Event) -> None:
        for each in listeners:
            each(event)

    return listen


def silence(_: Event) -> None:
    """Listen to nothing."""
