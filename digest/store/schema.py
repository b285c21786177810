"""The tables, and the way from each released schema to the next.

``PRAGMA user_version`` counts the migrations that a file has been through. Each runs in a
transaction of its own; a copy of the file is made before the first.
"""

import shutil
import sqlite3
from pathlib import Path
from typing import Final

from digest.errors import StoreError

MIGRATIONS: Final = (
    """
    CREATE TABLE feeds (
        url TEXT PRIMARY KEY,
        title TEXT NOT NULL DEFAULT '',       -- as the feed calls itself
        etag TEXT NOT NULL DEFAULT '',        -- byte for byte, for the next request
        modified TEXT NOT NULL DEFAULT '',
        validated TEXT,                       -- when the two were given
        last_success TEXT,
        failures INTEGER NOT NULL DEFAULT 0,  -- in a row
        failing_since TEXT,
        reason TEXT NOT NULL DEFAULT '',
        next_poll TEXT,                       -- not before: Retry-After, Cache-Control
        moved TEXT NOT NULL DEFAULT '',       -- its new address, by 301 or 308
        gone INTEGER NOT NULL DEFAULT 0       -- 410: not asked again
    ) WITHOUT ROWID;

    CREATE TABLE entries (
        id TEXT PRIMARY KEY,
        feed TEXT NOT NULL,
        url TEXT NOT NULL,
        title TEXT NOT NULL,
        published TEXT,
        seen TEXT NOT NULL,
        body BLOB NOT NULL                    -- the Entry, as compressed JSON
    ) WITHOUT ROWID;
    CREATE INDEX entries_by_feed ON entries (feed, url);

    CREATE TABLE articles (
        id TEXT PRIMARY KEY,                  -- its entry's
        stored TEXT NOT NULL,                 -- the time that puts it into an edition
        published TEXT NOT NULL,              -- UTC; where nobody says, when it was first seen
        body BLOB NOT NULL                    -- the Article, as compressed JSON
    ) WITHOUT ROWID;
    CREATE INDEX articles_by_time ON articles (stored);
    CREATE INDEX articles_by_date ON articles (published);

    CREATE TABLE editions (
        day TEXT NOT NULL,
        revision INTEGER NOT NULL,
        made TEXT NOT NULL,
        "from" TEXT NOT NULL,
        "to" TEXT NOT NULL,
        stories INTEGER NOT NULL,
        headline TEXT NOT NULL,
        body BLOB NOT NULL,                   -- the Edition, as compressed canonical JSON
        PRIMARY KEY (day, revision)
    ) WITHOUT ROWID;

    CREATE TABLE told (                       -- which story told an article, and when first
        article TEXT PRIMARY KEY,
        story TEXT NOT NULL,
        day TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX told_by_story ON told (story, day);

    CREATE TABLE marks (
        id TEXT NOT NULL,                     -- an article's
        mark TEXT NOT NULL,
        PRIMARY KEY (id, mark)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE corrections (                -- what the reader's hand has put right
        id INTEGER PRIMARY KEY,
        hand TEXT NOT NULL,
        articles TEXT NOT NULL,               -- JSON lists of ids
        others TEXT NOT NULL,
        until TEXT,
        made TEXT NOT NULL
    );

    CREATE TABLE galleys (                    -- a day's stories, before they were put right
        day TEXT PRIMARY KEY,
        body BLOB NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE hosts (                      -- what a host asks of its visitors
        host TEXT PRIMARY KEY,                -- with its scheme: https://a.example
        robots BLOB,                          -- the rules that are meant for us, compressed
        read TEXT,                            -- when
        not_before TEXT                       -- Retry-After
    ) WITHOUT ROWID;

    CREATE TABLE deliveries (                 -- editions that were given to the mail command
        day TEXT NOT NULL,
        revision INTEGER NOT NULL,            -- 0: the word that a day had nothing new
        delivered TEXT,                       -- when it took them; NULL: not yet
        PRIMARY KEY (day, revision)
    ) WITHOUT ROWID;

    CREATE TABLE complaints (                 -- failing feeds, each told once by mail
        url TEXT NOT NULL,
        since TEXT NOT NULL,
        day TEXT NOT NULL,                    -- of the edition that told it
        revision INTEGER NOT NULL,
        PRIMARY KEY (url, since)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE articles_in_order (          -- long rows, one after another: a third less space
        number INTEGER PRIMARY KEY,           -- in the order of arrival; its row in the index
        id TEXT NOT NULL UNIQUE,              -- its entry's
        stored TEXT NOT NULL,                 -- the time that puts it into an edition
        published TEXT NOT NULL,              -- UTC; where nobody says, when it was first seen
        indexed INTEGER NOT NULL DEFAULT 0,   -- whether `words` knows it
        body BLOB NOT NULL                    -- the Article, as compressed JSON
    );
    INSERT INTO articles_in_order (id, stored, published, body)
        SELECT id, stored, published, body FROM articles ORDER BY stored, id;
    DROP TABLE articles;
    ALTER TABLE articles_in_order RENAME TO articles;
    CREATE INDEX articles_by_time ON articles (stored);
    CREATE INDEX articles_by_date ON articles (published);
    CREATE INDEX articles_unindexed ON articles (number) WHERE NOT indexed;

    CREATE TABLE vectors (                    -- what an article means, where that is wanted
        id TEXT PRIMARY KEY,                  -- the article's
        text TEXT NOT NULL,                   -- fingerprint of what it was made from
        vector BLOB NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE earlier (                    -- what an edition told, before its page changed
        id TEXT NOT NULL,
        until TEXT NOT NULL,                  -- when the next version was stored
        body BLOB NOT NULL,
        PRIMARY KEY (id, until)
    );

    -- Of an entry that has its article the body is empty from now on; where `updated` is NULL,
    -- the body says it.
    ALTER TABLE entries ADD COLUMN updated TEXT;

    CREATE TABLE prints (                     -- editions, as they were printed
        look TEXT NOT NULL,                   -- all that the bytes depend on beside the edition
        day TEXT NOT NULL,
        revision INTEGER NOT NULL,
        morning TEXT NOT NULL,                -- the reader's, as HH:MM: part of the look
        body BLOB NOT NULL,
        PRIMARY KEY (look, day, revision)
    ) WITHOUT ROWID;

    ALTER TABLE told ADD COLUMN last TEXT NOT NULL DEFAULT '';  -- the last day that told it
    UPDATE told SET last = coalesce((SELECT max(day) FROM editions), day);
    """,
    """
    ALTER TABLE feeds ADD COLUMN home TEXT NOT NULL DEFAULT '';  -- its site, as it says
    ALTER TABLE hosts ADD COLUMN lost TEXT;   -- since when its robots.txt cannot be had
    ALTER TABLE hosts ADD COLUMN missed TEXT; -- when it was last asked for in vain
    """,
)


def migrate(connection: sqlite3.Connection, path: Path | None) -> None:
    """Bring the open database up to this version of the schema.

    Raises:
        StoreError: A newer digest wrote it.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{path}: written by a newer digest (schema {version}, this one knows "
            f"{len(MIGRATIONS)}). Upgrade digest, or name another XDG_DATA_HOME."
        )
    if 0 < version < len(MIGRATIONS) and path:
        shutil.copy2(path, path.with_name(f"{path.name}.schema-{version}"))
    for number in range(version, len(MIGRATIONS)):
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;{MIGRATIONS[number]};PRAGMA user_version = {number + 1};COMMIT;"
            )
        except sqlite3.OperationalError:
            if connection.in_transaction:
                connection.rollback()
            (now,) = connection.execute("PRAGMA user_version").fetchone()
            if now <= number:  # else another process was quicker
                raise


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite is free of the WAL-reset fault (https://sqlite.org/wal.html).

    From 3.7.0 on, two processes that write and checkpoint at once could lose a committed
    transaction; fixed in 3.51.3, and in 3.50.7 and 3.44.6 of the older lines.
    """
    return (
        version >= (3, 51, 3)
        or (3, 50, 7) <= version < (3, 51, 0)
        or (3, 44, 6) <= version < (3, 45, 0)
    )
