"""Which editions the mail command has taken, and which failing feeds the mails have told."""

from datetime import datetime

from digest.news import Edition, Missed
from digest.store.database import Store, as_text, unpacked


def save_owed(store: Store, edition: Edition) -> None:
    """Keep that an edition is to be delivered, before it is tried."""
    with store.transaction():
        store.sql.execute(
            "INSERT OR IGNORE INTO deliveries VALUES (?, ?, NULL)", (edition.day, edition.revision)
        )


def save_delivered(
    store: Store, edition: Edition, *, at: datetime, told: tuple[Missed, ...]
) -> None:
    """Keep that an edition was taken, and which failing feeds it told.

    Earlier revisions of its day are owed no more: it holds their stories.
    """
    with store.transaction():
        store.sql.execute(
            "INSERT INTO deliveries VALUES (?, ?, ?)"
            " ON CONFLICT (day, revision) DO UPDATE SET delivered = excluded.delivered",
            (edition.day, edition.revision, as_text(at)),
        )
        store.sql.execute(
            "DELETE FROM deliveries WHERE day = ? AND revision < ? AND delivered IS NULL",
            (edition.day, edition.revision),
        )
        save_complaints(store, edition, told)


def save_complaints(store: Store, edition: Edition, told: tuple[Missed, ...]) -> None:
    """Keep which failing feeds an edition has told by mail."""
    with store.transaction():
        store.sql.executemany(
            "INSERT OR IGNORE INTO complaints VALUES (?, ?, ?, ?)",
            [(each.url, as_text(each.since), edition.day, edition.revision) for each in told],
        )


def is_delivered(store: Store, edition: Edition) -> bool:
    """Whether the mail command has taken an edition."""
    found = store.row(
        "SELECT 1 FROM deliveries WHERE day = ? AND revision = ? AND delivered IS NOT NULL",
        (edition.day, edition.revision),
    )
    return found is not None


def owed(store: Store, before: str) -> tuple[Edition, ...]:
    """Editions of days before `before` that were tried and not taken: the last of each day."""
    rows = store.rows(
        "SELECT body FROM deliveries AS d JOIN editions AS e USING (day, revision)"
        " WHERE delivered IS NULL AND day < ? AND revision ="
        " (SELECT max(revision) FROM deliveries WHERE day = d.day) ORDER BY day",
        (before,),
    )
    return tuple(unpacked(body, Edition) for (body,) in rows)


def told_elsewhere(store: Store, missed: Missed, edition: Edition) -> bool:
    """Whether another edition than this one has told by mail that a feed is failing."""
    found = store.row(
        "SELECT 1 FROM complaints WHERE url = ? AND since = ? AND (day, revision) != (?, ?)",
        (missed.url, as_text(missed.since), edition.day, edition.revision),
    )
    return found is not None
