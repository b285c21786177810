"""What is remembered between runs, in one SQLite file.

`Store` is the open file, and blocks; the functions beside it read and write its rows, each in
one transaction. `Shelf` is the same store on a thread of its own, for the event loop::

    await shelf.ask(find_edition, "2026-11-22")

`only_writer` is the lock that one update at a time holds.
"""

from typing import TYPE_CHECKING

from digest.store.articles import (
    Arrived,
    articles_arrived,
    articles_published,
    entries_wanting,
    find_arrived,
    find_article,
    first_arrival,
    latest_arrival,
    save_articles,
)
from digest.store.checkup import (
    Condition,
    engine,
    examine,
)
from digest.store.corrections import (
    all_corrections,
    delete_correction,
    save_correction,
)
from digest.store.database import (
    Store,
)
from digest.store.deliveries import (
    is_delivered,
    owed,
    save_complaints,
    save_delivered,
    save_owed,
    told_elsewhere,
)
from digest.store.editions import (
    Membership,
    Told,
    find_edition,
    list_editions,
    save_edition,
    stories_told,
)
from digest.store.feeds import (
    Brought,
    FeedState,
    Outcome,
    feed_state,
    moves,
    readdress,
    save_feed,
    save_missed,
    save_unchanged,
)
from digest.store.galleys import (
    find_galley,
    save_galley,
)
from digest.store.habits import (
    Marked,
    lately_marked,
    seldom,
)
from digest.store.health import (
    feed_health,
    feeds_missed,
)
from digest.store.hosts import (
    HostState,
    forget_hosts,
    host_state,
    save_hold,
    save_robots,
)
from digest.store.index import (
    index_articles,
)
from digest.store.listing import (
    list_reports,
)
from digest.store.lock import (
    only_writer,
)
from digest.store.marks import (
    all_marks,
    set_mark,
)
from digest.store.prune import (
    Keep,
    Pruned,
    compact,
    overdue,
    prune,
)
from digest.store.rescue import (
    Restored,
    make_copy,
    restore,
)
from digest.store.said import said_before
from digest.store.search import (
    find,
)
from digest.store.tidy import tidy
from digest.store.vectors import (
    Vector,
    find_vectors,
    save_vectors,
)

if TYPE_CHECKING:
    from digest.store.shelf import Shelf

__all__ = [
    "Arrived",
    "Brought",
    "Condition",
    "FeedState",
    "HostState",
    "Keep",
    "Marked",
    "Membership",
    "Outcome",
    "Pruned",
    "Restored",
    "Shelf",
    "Store",
    "Told",
    "Vector",
    "all_corrections",
    "all_marks",
    "articles_arrived",
    "articles_published",
    "compact",
    "delete_correction",
    "engine",
    "entries_wanting",
    "examine",
    "feed_health",
    "feed_state",
    "feeds_missed",
    "find",
    "find_arrived",
    "find_article",
    "find_edition",
    "find_galley",
    "find_vectors",
    "first_arrival",
    "forget_hosts",
    "host_state",
    "index_articles",
    "is_delivered",
    "lately_marked",
    "latest_arrival",
    "list_editions",
    "list_reports",
    "make_copy",
    "moves",
    "only_writer",
    "overdue",
    "owed",
    "prune",
    "readdress",
    "restore",
    "said_before",
    "save_articles",
    "save_complaints",
    "save_correction",
    "save_delivered",
    "save_edition",
    "save_feed",
    "save_galley",
    "save_hold",
    "save_missed",
    "save_owed",
    "save_robots",
    "save_unchanged",
    "save_vectors",
    "seldom",
    "set_mark",
    "stories_told",
    "tidy",
    "told_elsewhere",
]


def __getattr__(name: str) -> object:
    """Load `Shelf` when it is asked for: 30 ms of event loop that most verbs do without."""
    if name != "Shelf":
        raise AttributeError(name)
    from digest.store.shelf import Shelf  # noqa: PLC0415

    return Shelf
