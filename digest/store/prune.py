"""What is not kept any longer: old editions, and old articles that nothing needs."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from digest.store.database import Store, as_text
from digest.store.index import forget_words

_AT_ONCE: Final = 500
"""Articles dropped in one transaction."""

_SMALL: Final = 64 << 20
"""Bytes."""

_OLD_EDITIONS: Final = "day < ? AND day < (SELECT max(day) FROM editions)"
"""The last edition stays: the next one begins where it ends."""

_OLD_ARTICLES: Final = f"""
    stored < ? AND id NOT IN (SELECT id FROM marks WHERE mark = 'saved')
    AND id NOT IN (SELECT article FROM told
        WHERE last >= coalesce((SELECT min(day) FROM editions WHERE NOT ({_OLD_EDITIONS})), ''))
"""  # noqa: S608 - two constants
"""Neither saved nor told by an edition that is kept."""


class Keep(Struct, frozen=True, kw_only=True):
    """Since when things are kept; None: for ever."""

    articles: datetime | None = None
    editions: str | None = None
    """A day, as YYYY-MM-DD."""

    @classmethod
    def days(cls, now: datetime, *, articles: int | None, editions: int | None) -> "Keep":
        """By how many days each is kept."""
        return cls(
            articles=now - timedelta(days=articles) if articles else None,
            editions=(now - timedelta(days=editions)).date().isoformat() if editions else None,
        )


class Pruned(Struct, frozen=True, kw_only=True):
    """How much is not kept any longer."""

    articles: int = 0
    editions: int = 0


def overdue(store: Store, keep: Keep) -> Pruned:
    """What `prune` would drop."""
    day, editions, articles = keep.editions or "", 0, 0
    if keep.editions:
        (editions,) = store.row(f"SELECT count(*) FROM editions WHERE {_OLD_EDITIONS}", (day,))  # noqa: S608 - a constant
    if keep.articles:
        (articles,) = store.row(
            f"SELECT count(*) FROM articles WHERE {_OLD_ARTICLES}",  # noqa: S608 - a constant
            (as_text(keep.articles), day),
        )
    return Pruned(articles=articles, editions=editions)


def prune(store: Store, keep: Keep) -> Pruned:
    """Drop what is older than `keep` says; what is saved, or told by a kept edition, stays.

    Of an entry whose article is dropped the names stay, so that it does not come as new again.

    Raises:
        StoreError: The store cannot be written.
    """
    with store.transaction():
        articles = sum(_without_articles(store, keep))
        editions = _without_editions(store, keep.editions) if keep.editions else 0
    return Pruned(articles=articles, editions=editions)


def _without_articles(store: Store, keep: Keep) -> Iterator[int]:
    while keep.articles:
        rows = store.rows(
            f"SELECT number, body, id, indexed FROM articles WHERE {_OLD_ARTICLES} LIMIT ?",  # noqa: S608 - a constant
            (as_text(keep.articles), keep.editions or "", _AT_ONCE),
        )
        forget_words(store, [(number, body) for number, body, _, indexed in rows if indexed])
        for number, _, id_, _ in rows:
            store.sql.execute("DELETE FROM articles WHERE number = ?", (number,))
            store.sql.execute("DELETE FROM earlier WHERE id = ?", (id_,))
            store.sql.execute("DELETE FROM marks WHERE id = ?", (id_,))
            store.sql.execute("DELETE FROM vectors WHERE id = ?", (id_,))
        yield len(rows)
        if len(rows) < _AT_ONCE:
            return


def _without_editions(store: Store, day: str) -> int:
    dropped = store.sql.execute(f"DELETE FROM editions WHERE {_OLD_EDITIONS}", (day,)).rowcount  # noqa: S608 - a constant
    store.sql.execute("DELETE FROM told WHERE last < (SELECT min(day) FROM editions)")
    store.sql.execute("DELETE FROM earlier WHERE id NOT IN (SELECT article FROM told)")
    store.sql.execute("DELETE FROM deliveries WHERE day < (SELECT min(day) FROM editions)")
    return int(dropped)


def is_small(store: Store) -> bool:
    """Whether `compact` takes less than a second."""
    (pages,), (page,) = store.row("PRAGMA page_count"), store.row("PRAGMA page_size")
    return bool(pages * page < _SMALL)


def compact(store: Store) -> None:
    """Give the room of what was dropped back to the disk; needs as much room while it works.

    Raises:
        StoreError: There is none, or another process reads the store.
    """
    store.rows("VACUUM")
