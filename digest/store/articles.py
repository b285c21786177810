"""Articles, as rows: what has been read, and when it was stored."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from digest.news import Article, Entry
from digest.store.database import Store, a_time, as_text, as_time, packed, unpacked


class Arrived(Struct, frozen=True, kw_only=True):
    """An article, and when it was stored."""

    article: Article
    stored: datetime


def entries_wanting(store: Store, feeds: Sequence[str], start: datetime) -> tuple[Entry, ...]:
    """Entries of `feeds`, not published before `start`, whose article is not stored yet."""
    rows = store.rows(
        "SELECT e.feed, e.body FROM entries e LEFT JOIN articles a ON a.id = e.id"
        " WHERE a.id IS NULL AND e.body != x'' AND coalesce(e.published, e.seen) >= ?"
        " ORDER BY e.seen, e.id",
        (as_text(start),),
    )
    wanted = frozenset(feeds)
    return tuple(unpacked(body, Entry) for feed, body in rows if feed in wanted)


def save_articles(store: Store, articles: Sequence[Article], stored: datetime) -> None:
    """Keep articles; one that is there already is replaced, its time of arrival stays.

    A clock that has been put back stores after the last article and the last edition all the
    same, so that no arrival falls into a window that is printed.
    """
    with store.transaction():
        stored = max(stored, latest_arrival(store), _after_the_last_edition(store))
        for article in articles:
            body = packed(article)
            _make_way(store, article.id, body, stored)
            store.sql.execute(
                "INSERT INTO articles (id, stored, published, body) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET published = excluded.published,"
                " body = excluded.body, indexed = 0",
                (article.id, as_text(stored), as_text(article.published or stored), body),
            )
            store.sql.execute(  # its text is in the article now
                "UPDATE entries SET body = x'' WHERE id = ? AND updated IS NOT NULL", (article.id,)
            )


def _make_way(store: Store, id_: str, body: bytes, now: datetime) -> None:
    """Before another version replaces it: what an edition has told of an article is kept."""
    row = store.row("SELECT number, indexed, body FROM articles WHERE id = ?", (id_,))
    if row is None:
        return
    number, indexed, before = row
    if indexed:
        from digest.store.index import forget_words  # noqa: PLC0415 - 2 ms that reading needs not

        forget_words(store, [(number, before)])
    if before != body:
        store.sql.execute(
            "INSERT OR IGNORE INTO earlier (id, until, body)"
            " SELECT article, ?, ? FROM told WHERE article = ?",
            (as_text(now), before, id_),
        )


def find_article(store: Store, id_: str, as_of: datetime | None = None) -> Article | None:
    """The article of an entry, as it is now or as the edition made at `as_of` quoted it."""
    row = store.row(
        "SELECT body, until FROM earlier WHERE id = :id AND until > :as_of"
        " UNION ALL SELECT body, '~' FROM articles WHERE id = :id ORDER BY until LIMIT 1",
        {"id": id_, "as_of": as_text(as_of) if as_of else "9999"},
    )
    return unpacked(row[0], Article) if row else None


def find_arrived(store: Store, ids: Sequence[str]) -> tuple[Arrived, ...]:
    """Those of the articles `ids` that are stored, in their order."""
    found = []
    for id_ in ids:
        if row := store.row("SELECT stored, body FROM articles WHERE id = ?", (id_,)):
            stored, body = row
            article = unpacked(body, Article)
            found.append(Arrived(article=article, stored=a_time(stored)))
    return tuple(found)


def articles_arrived(store: Store, start: datetime, end: datetime) -> tuple[Arrived, ...]:
    """The articles stored after `start` and up to `end`, by time, then id."""
    return _arrived(store, "stored > ? AND stored <= ?", start, end)


def articles_published(store: Store, start: datetime, end: datetime) -> tuple[Arrived, ...]:
    """The articles published after `start` and up to `end`, by time, then id."""
    return _arrived(store, "published > ? AND published <= ?", start, end)


def _arrived(store: Store, condition: str, start: datetime, end: datetime) -> tuple[Arrived, ...]:
    rows = store.rows(
        f"SELECT stored, body FROM articles WHERE {condition} ORDER BY stored, id",  # noqa: S608 - the condition is one of two above
        (as_text(start), as_text(end)),
    )
    return tuple(
        Arrived(article=unpacked(body, Article), stored=a_time(stored)) for stored, body in rows
    )


def _after_the_last_edition(store: Store) -> datetime:
    row = store.row('SELECT "to" FROM editions ORDER BY day DESC, revision DESC LIMIT 1')
    return a_time(row[0]) + timedelta(microseconds=1) if row else datetime.fromtimestamp(0, UTC)


def first_arrival(store: Store) -> datetime | None:
    """When the first article was stored; None if there is none."""
    (stored,) = store.row("SELECT min(stored) FROM articles")
    return as_time(stored)


def latest_arrival(store: Store) -> datetime:
    """When the last article was stored; the epoch if there is none."""
    (stored,) = store.row("SELECT max(stored) FROM articles")
    return as_time(stored) or datetime.fromtimestamp(0, UTC)
