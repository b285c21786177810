"""The database: rows in, nouns out."""

import os
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from digest.clean import Clean, clean, clean_tree, masked
from digest.errors import StoreError
from digest.news import (
    Article,
    Edition,
    EditionLine,
    Entry,
    Feed,
    FeedHealth,
    Mark,
    Marks,
)
from digest.store.schema import migrate, wal_is_safe

T = TypeVar("T")

_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_NESTED = ("SAVEPOINT step", "RELEASE step", ("ROLLBACK TO step", "RELEASE step"))


class FeedState(Struct, frozen=True, kw_only=True):
    """What the next request for a feed needs to know."""

    title: Clean = clean("")
    etag: str = ""
    modified: str = ""
    validated: datetime | None = None
    next_poll: datetime | None = None
    moved: str = ""
    gone: bool = False
    known: bool = False
    """It has been read before."""


class Outcome(Struct, frozen=True, kw_only=True):
    """How asking for a feed ended, for its row."""

    url: str
    at: datetime
    title: Clean = clean("")
    etag: str = ""
    modified: str = ""
    moved: str = ""
    next_poll: datetime | None = None
    reason: Clean = clean("")
    """Empty: it answered."""

    gone: bool = False


class Brought(Struct, frozen=True, kw_only=True):
    """What a feed had that was not known."""

    new: tuple[Entry, ...] = ()
    changed: tuple[Entry, ...] = ()
    """Known entries with another title or a later update."""


class Arrived(Struct, frozen=True, kw_only=True):
    """An article, and when it was stored."""

    article: Article
    stored: datetime


class Told(Struct, frozen=True, kw_only=True):
    """The story that tells an article."""

    story: str
    first_day: str
    """Of the story, as YYYY-MM-DD."""

    last_day: str | None
    """The last before the day that was asked for; None: it began on that day."""


class Membership(Struct, frozen=True, kw_only=True):
    """An article, in a story of an edition."""

    article: str
    story: str


class Store:
    """One SQLite file. Every method is one transaction; none is safe from two threads."""

    def __init__(self, path: Path | None) -> None:
        """Open the database at `path`, make it if need be; None: one that is kept in memory.

        Raises:
            StoreError: It cannot be opened, or a newer digest wrote it.
        """
        self._path = path
        try:
            self._sql = _connect(path)
            migrate(self._sql, path)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"{path}: cannot be opened: {clean(str(error))}.") from error

    def close(self) -> None:
        """Close the file."""
        self._sql.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept, or nothing; may stand inside another.

        Raises:
            StoreError: The disk is full, the file cannot be written, or it is damaged.
        """
        begin, keep, undo = _NESTED if self._sql.in_transaction else _WHOLE
        try:
            self._sql.execute(begin)
            try:
                yield
            except BaseException:
                for statement in undo:
                    self._sql.execute(statement)
                raise
            self._sql.execute(keep)
        except sqlite3.Error as error:
            if begin == _WHOLE[0] and self._sql.in_transaction:
                self._sql.rollback()
            raise StoreError(f"{self._path}: {clean(str(error))}.") from error

    # --- Feeds and entries ----------------------------------------------------------------

    def feed_state(self, url: str) -> FeedState:
        """What the next request for the feed at `url` needs to know."""
        row = self._sql.execute(
            "SELECT title, etag, modified, validated, next_poll, moved, gone, last_success"
            " FROM feeds WHERE url = ?",
            (url,),
        ).fetchone()
        if not row:
            return FeedState()
        title, etag, modified, validated, next_poll, moved, gone, success = row
        return FeedState(
            title=clean(title),
            etag=etag,
            modified=modified,
            validated=_time(validated),
            next_poll=_time(next_poll),
            moved=moved,
            gone=bool(gone),
            known=success is not None,
        )

    def save_feed(self, outcome: Outcome, entries: Sequence[Entry]) -> Brought:
        """Keep a feed's entries together with its validators; what is new or changed comes back.

        An entry is known by its id or, as some feeds make a new one at each request, by its
        link and title. Under a known id a new title or a later update is a change.
        """
        seen = _text(outcome.at)
        with self.transaction():
            new = [entry for entry in entries if self._is_new(entry)]
            self._sql.executemany(
                "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(*_entry_row(entry), seen, _packed(entry)) for entry in new],
            )
            changed = [entry for entry in entries if self._has_changed(entry)]
            self._sql.executemany(
                "UPDATE entries SET title = ?2, body = ?3 WHERE id = ?1",
                [(entry.id, entry.title, _packed(entry)) for entry in changed],
            )
            self._sql.execute(
                "INSERT INTO feeds (url, title, etag, modified, validated, last_success,"
                " next_poll, moved) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (url) DO UPDATE SET title = excluded.title, etag = excluded.etag,"
                " modified = excluded.modified, validated = excluded.validated,"
                " last_success = excluded.last_success, failures = 0, failing_since = NULL,"
                " reason = '', next_poll = excluded.next_poll, moved = excluded.moved, gone = 0",
                (
                    outcome.url,
                    outcome.title,
                    outcome.etag,
                    outcome.modified,
                    seen,
                    seen,
                    _text(outcome.next_poll) if outcome.next_poll else None,
                    outcome.moved,
                ),
            )
        return Brought(new=tuple(new), changed=tuple(changed))

    def _is_new(self, entry: Entry) -> bool:
        known = self._sql.execute(
            "SELECT 1 FROM entries WHERE id = ?1"
            " UNION ALL SELECT 1 FROM entries WHERE feed = ?2 AND url = ?3 AND title = ?4"
            " AND url != '' LIMIT 1",
            (entry.id, entry.feed, entry.url, entry.title),
        )
        return known.fetchone() is None

    def _has_changed(self, entry: Entry) -> bool:
        row = self._sql.execute("SELECT body FROM entries WHERE id = ?", (entry.id,)).fetchone()
        if row is None:
            return False
        before = _unpacked(row[0], Entry)
        return (before.title, before.updated) != (entry.title, entry.updated)

    def save_unchanged(self, outcome: Outcome) -> None:
        """Keep that a feed answered, and had nothing new. Its validators stay as they are."""
        with self.transaction():
            self._sql.execute(
                "UPDATE feeds SET last_success = ?, failures = 0, failing_since = NULL,"
                " reason = '', next_poll = ?, moved = ? WHERE url = ?",
                (
                    _text(outcome.at),
                    _text(outcome.next_poll) if outcome.next_poll else None,
                    outcome.moved,
                    outcome.url,
                ),
            )

    def save_missed(self, outcomes: Sequence[Outcome]) -> None:
        """Keep that these feeds gave nothing, and why."""
        with self.transaction():
            self._sql.executemany(
                "INSERT INTO feeds (url, failures, failing_since, reason, next_poll, gone)"
                " VALUES (?, 1, ?, ?, ?, ?)"
                " ON CONFLICT (url) DO UPDATE SET failures = failures + 1,"
                " failing_since = coalesce(failing_since, excluded.failing_since),"
                " reason = excluded.reason, next_poll = excluded.next_poll,"
                "  gone = excluded.gone, moved = ''",
                [
                    (
                        outcome.url,
                        _text(outcome.at),
                        outcome.reason,
                        _text(outcome.next_poll) if outcome.next_poll else None,
                        outcome.gone,
                    )
                    for outcome in outcomes
                ],
            )

    def health(self, feeds: Sequence[Feed]) -> tuple[FeedHealth, ...]:
        """How each of `feeds` has been doing."""
        return tuple(self._health(feed) for feed in feeds)

    def _health(self, feed: Feed) -> FeedHealth:
        row = self._sql.execute(
            "SELECT title, last_success, failures, failing_since, reason FROM feeds WHERE url = ?",
            (feed.url,),
        ).fetchone()
        title, success, failures, since, reason = row or ("", None, 0, None, "")
        count, newest = self._sql.execute(
            "SELECT count(*), max(seen) FROM entries WHERE feed = ?", (feed.url,)
        ).fetchone()
        return FeedHealth(
            feed=feed,
            title=feed.title or clean(title) or masked(feed.url),
            last_success=_time(success),
            failures=failures,
            failing_since=_time(since),
            reason=clean(reason),
            entries=count,
            newest=_time(newest),
        )

    # --- Articles -------------------------------------------------------------------------

    def wanting(self, feeds: Sequence[str], start: datetime) -> tuple[Entry, ...]:
        """Entries of `feeds`, not published before `start`, whose article is not stored yet."""
        rows = self._sql.execute(
            "SELECT e.feed, e.body FROM entries e LEFT JOIN articles a ON a.id = e.id"
            " WHERE a.id IS NULL AND coalesce(e.published, e.seen) >= ?"
            " ORDER BY e.seen, e.id",
            (_text(start),),
        )
        wanted = frozenset(feeds)
        return tuple(_unpacked(body, Entry) for feed, body in rows if feed in wanted)

    def save_articles(self, articles: Sequence[Article], stored: datetime) -> None:
        """Keep articles; one that is there already is replaced, its time of arrival stays.

        A clock that has been put back stores after the last article all the same, so that no
        arrival falls behind the end of a window.
        """
        with self.transaction():
            stored = max(stored, self.latest_arrival())
            self._sql.executemany(
                "INSERT INTO articles VALUES (?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET published = excluded.published,"
                " body = excluded.body",
                [
                    (
                        article.id,
                        _text(stored),
                        _text(article.published or stored),
                        _packed(article),
                    )
                    for article in articles
                ],
            )

    def article(self, id_: str) -> Article | None:
        """The article of an entry."""
        row = self._sql.execute("SELECT body FROM articles WHERE id = ?", (id_,)).fetchone()
        return _unpacked(row[0], Article) if row else None

    def arrived(self, start: datetime, end: datetime) -> tuple[Arrived, ...]:
        """The articles stored after `start` and up to `end`, by time, then id."""
        return self._arrived("stored > ? AND stored <= ?", start, end)

    def published(self, start: datetime, end: datetime) -> tuple[Arrived, ...]:
        """The articles published after `start` and up to `end`, by time, then id."""
        return self._arrived("published > ? AND published <= ?", start, end)

    def _arrived(self, condition: str, start: datetime, end: datetime) -> tuple[Arrived, ...]:
        rows = self._sql.execute(
            f"SELECT stored, body FROM articles WHERE {condition} ORDER BY stored, id",  # noqa: S608 - the condition is one of two above
            (_text(start), _text(end)),
        )
        return tuple(
            Arrived(article=_unpacked(body, Article), stored=datetime.fromisoformat(stored))
            for stored, body in rows
        )

    def latest_arrival(self) -> datetime:
        """When the last article was stored; the epoch if there is none."""
        (stored,) = self._sql.execute("SELECT max(stored) FROM articles").fetchone()
        return _time(stored) or datetime.fromtimestamp(0, UTC)

    # --- Editions -------------------------------------------------------------------------

    def save_edition(self, edition: Edition, memberships: Sequence[Membership]) -> None:
        """Keep an edition, and which story told which article."""
        with self.transaction():
            self._sql.execute(
                "INSERT INTO editions VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    edition.day,
                    edition.revision,
                    _text(edition.made),
                    _text(edition.window.start),
                    _text(edition.window.end),
                    len(edition.everything),
                    edition.everything[0].headline if edition.everything else "",
                    _packed(edition),
                ),
            )
            self._sql.executemany(
                "INSERT INTO told VALUES (?, ?, ?)"
                " ON CONFLICT (article) DO UPDATE SET story = excluded.story",
                [(each.article, each.story, edition.day) for each in memberships],
            )

    def edition(self, day: str | None = None, revision: int | None = None) -> Edition | None:
        """The edition of a day (None: the last) and revision (None: the latest)."""
        row = self._sql.execute(
            "SELECT body FROM editions WHERE (?1 IS NULL OR day = ?1)"
            " AND (?2 IS NULL OR revision = ?2) ORDER BY day DESC, revision DESC LIMIT 1",
            (day, revision),
        ).fetchone()
        return _unpacked(row[0], Edition) if row else None

    def editions(self) -> tuple[EditionLine, ...]:
        """All editions, newest first."""
        rows = self._sql.execute(
            "SELECT day, revision, made, stories, headline FROM editions"
            " ORDER BY day DESC, revision DESC"
        )
        return tuple(
            EditionLine(
                day=day,
                revision=revision,
                made=datetime.fromisoformat(made),
                stories=stories,
                headline=clean(headline),
            )
            for day, revision, made, stories, headline in rows
        )

    def told(self, articles: Sequence[str], day: str) -> dict[str, Told]:
        """For those of `articles` that an edition up to `day` has told: their story."""
        found: dict[str, Told] = {}
        for article in articles:
            row = self._sql.execute(
                "SELECT t.story, min(s.day), max(CASE WHEN s.day < ?2 THEN s.day END)"
                " FROM told t JOIN told s ON s.story = t.story AND s.day <= ?2"
                " WHERE t.article = ?1 AND t.day <= ?2 GROUP BY t.story",
                (article, day),
            ).fetchone()
            if row:
                found[article] = Told(story=row[0], first_day=row[1], last_day=row[2])
        return found

    # --- Marks ----------------------------------------------------------------------------

    def marks(self) -> Marks:
        """The reports that carry each mark."""
        found: dict[str, set[str]] = {mark: set() for mark in Mark}
        for id_, mark in self._sql.execute("SELECT id, mark FROM marks"):
            found.setdefault(mark, set()).add(id_)
        return Marks(read=frozenset(found[Mark.READ]), saved=frozenset(found[Mark.SAVED]))

    def mark(self, ids: Sequence[str], mark: Mark, *, on: bool) -> None:
        """Set a mark on reports, or take it away."""
        statement = (
            "INSERT OR IGNORE INTO marks VALUES (?, ?)"
            if on
            else "DELETE FROM marks WHERE id = ? AND mark = ?"
        )
        with self.transaction():
            self._sql.executemany(statement, [(id_, mark) for id_ in ids])


def _connect(path: Path | None) -> sqlite3.Connection:
    if path is not None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    connection = sqlite3.connect(
        path or ":memory:", timeout=5, isolation_level=None, check_same_thread=False
    )
    safe = wal_is_safe(sqlite3.sqlite_version_info)
    connection.execute(f"PRAGMA journal_mode = {'WAL' if safe else 'DELETE'}")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _entry_row(entry: Entry) -> tuple[str, str, str, str, str | None]:
    published = _text(entry.published) if entry.published else None
    return entry.id, entry.feed, entry.url, entry.title, published


def _packed(value: Struct) -> bytes:
    """Canonical JSON, compressed: the same bytes for the same value, for ever."""
    return zlib.compress(msgspec.json.encode(value), 6)


def _unpacked(body: bytes, kind: type[T]) -> T:
    """The value in a row; its text passes the gate again, since an older version wrote it.

    Raises:
        StoreError: The row is damaged.
    """
    try:
        return msgspec.convert(clean_tree(msgspec.json.decode(zlib.decompress(body))), kind)
    except (zlib.error, msgspec.MsgspecError) as error:
        raise StoreError(f"A stored {kind.__name__.lower()} is damaged: {error}.") from error


def _text(time: datetime) -> str:
    """A time as it is stored: UTC, of one width, so that text sorts as time does."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
