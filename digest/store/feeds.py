"""Feeds and their entries, as rows: what came, and how asking went."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from digest.clean import Clean, clean
from digest.news import Article, Entry
from digest.store.database import Store, as_text, as_time, packed, unpacked


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

    failures: int = 0
    """In a row."""

    failing_since: datetime | None = None


class Outcome(Struct, frozen=True, kw_only=True):
    """How asking for a feed ended, for its row."""

    url: str
    at: datetime
    title: Clean = clean("")
    home: Clean = clean("")
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


def feed_state(store: Store, url: str) -> FeedState:
    """What the next request for the feed at `url` needs to know."""
    row = store.row(
        "SELECT title, etag, modified, validated, next_poll, moved, gone, last_success,"
        " failures, failing_since FROM feeds WHERE url = ?",
        (url,),
    )
    if not row:
        return FeedState()
    title, etag, modified, validated, next_poll, moved, gone, success, failures, since = row
    return FeedState(
        title=clean(title),
        etag=etag,
        modified=modified,
        validated=as_time(validated),
        next_poll=as_time(next_poll),
        moved=moved,
        gone=bool(gone),
        known=success is not None,
        failures=failures,
        failing_since=as_time(since),
    )


def save_feed(store: Store, outcome: Outcome, entries: Sequence[Entry]) -> Brought:
    """Keep a feed's entries together with its validators; what is new or changed comes back.

    An entry is known by its id or, as some feeds make a new one at each request, by its
    link and title. Under a known id a new title or a later update is a change.
    """
    seen = as_text(outcome.at)
    with store.transaction():
        new = [entry for entry in entries if _is_new(store, entry)]
        store.sql.executemany(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(*_entry_row(entry), seen, packed(entry), _updated(entry)) for entry in new],
        )
        arrived = frozenset(entry.id for entry in new)
        changed = [e for e in entries if e.id not in arrived and _has_changed(store, e)]
        store.sql.executemany(
            "UPDATE entries SET title = ?, body = ?, updated = ? WHERE id = ?",
            [(entry.title, packed(entry), _updated(entry), entry.id) for entry in changed],
        )
        store.sql.execute(
            "INSERT INTO feeds (url, title, home, etag, modified, validated, last_success,"
            " next_poll, moved) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET title = excluded.title, home = excluded.home,"
            " etag = excluded.etag, modified = excluded.modified, validated = excluded.validated,"
            " last_success = excluded.last_success, failures = 0, failing_since = NULL,"
            " reason = '', next_poll = excluded.next_poll, moved = excluded.moved, gone = 0",
            (
                outcome.url,
                outcome.title,
                outcome.home,
                outcome.etag,
                outcome.modified,
                seen,
                seen,
                as_text(outcome.next_poll) if outcome.next_poll else None,
                outcome.moved,
            ),
        )
    return Brought(new=tuple(new), changed=tuple(changed))


def _is_new(store: Store, entry: Entry) -> bool:
    known = store.row(
        "SELECT 1 FROM entries WHERE id = ?"
        " UNION ALL SELECT 1 FROM entries WHERE feed = ? AND url = ? AND title = ?"
        " AND url != '' LIMIT 1",
        (entry.id, entry.feed, entry.url, entry.title),
    )
    return known is None


def _has_changed(store: Store, entry: Entry) -> bool:
    row = store.row("SELECT title, updated, body FROM entries WHERE id = ?", (entry.id,))
    if row is None:
        return False
    title, updated, body = row
    if updated is None:  # an older digest wrote it
        updated = _updated(unpacked(body, Entry))
    return bool((title, updated) != (entry.title, _updated(entry)))


def _updated(entry: Entry) -> str:
    return as_text(entry.updated) if entry.updated else ""


def save_unchanged(store: Store, outcome: Outcome) -> None:
    """Keep that a feed answered, and had nothing new. Its validators stay as they are."""
    with store.transaction():
        store.sql.execute(
            "UPDATE feeds SET last_success = ?, failures = 0, failing_since = NULL,"
            " reason = '', next_poll = ?, moved = ?, gone = 0 WHERE url = ?",
            (
                as_text(outcome.at),
                as_text(outcome.next_poll) if outcome.next_poll else None,
                outcome.moved,
                outcome.url,
            ),
        )


def save_missed(store: Store, outcomes: Sequence[Outcome]) -> None:
    """Keep that these feeds gave nothing, and why."""
    with store.transaction():
        store.sql.executemany(
            "INSERT INTO feeds (url, failures, failing_since, reason, next_poll, gone)"
            " VALUES (?, 1, ?, ?, ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET failures = failures + 1,"
            " failing_since = coalesce(failing_since, excluded.failing_since),"
            " reason = excluded.reason, next_poll = excluded.next_poll,"
            "  gone = excluded.gone, moved = ''",
            [
                (
                    outcome.url,
                    as_text(outcome.at),
                    outcome.reason,
                    as_text(outcome.next_poll) if outcome.next_poll else None,
                    outcome.gone,
                )
                for outcome in outcomes
            ],
        )


def moves(store: Store) -> dict[str, str]:
    """The feeds whose server says that they have moved for good, and where to."""
    return dict(store.rows("SELECT url, moved FROM feeds WHERE moved != '' ORDER BY url"))


def readdress(store: Store, url: str, new: str) -> None:
    """Let a feed go on at another address: what it has told already is not new there.

    An address that has been asked before keeps its own entries, and is given those of `url`.
    """
    with store.transaction():
        rows = store.rows(
            "SELECT e.id, e.body, a.body FROM entries e LEFT JOIN articles a ON a.id = e.id"
            " WHERE e.feed = ?",
            (url,),
        )
        for id_, entry, article in rows:
            body = packed(replace(unpacked(entry, Entry), feed=new)) if entry else b""
            store.sql.execute(
                "UPDATE entries SET feed = ?, body = ? WHERE id = ?", (new, body, id_)
            )
            if article:
                told = replace(unpacked(article, Article), feed=new)
                store.sql.execute("UPDATE articles SET body = ? WHERE id = ?", (packed(told), id_))
        store.sql.execute("DELETE FROM feeds WHERE url = ?", (url,))


def _entry_row(entry: Entry) -> tuple[str, str, str, str, str | None]:
    published = as_text(entry.published) if entry.published else None
    return entry.id, entry.feed, entry.url, entry.title, published
