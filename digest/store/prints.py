"""Editions as they were printed, for whoever asks for the same again.

A print is kept under its look: all that the bytes depend on beside the edition, which never
changes. Finding one loads SQLite and nothing else.
"""

import contextlib
import sqlite3
import zlib
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from digest.paper import paper_day

if TYPE_CHECKING:
    from digest.store.database import Store

DAYS_BACK = {"today": 0, "yesterday": 1}


def save_print(
    store: "Store", day: str, revision: int, *, look: str, morning: str, text: str
) -> None:
    """Keep what was printed, in place of older prints of that look, if it can be done at once.

    The reader's `morning`, as HH:MM, says which day is today; it is part of the look.
    """
    with contextlib.suppress(sqlite3.Error):
        store.sql.execute("PRAGMA busy_timeout = 0")
        with store.sql:
            store.sql.execute("DELETE FROM prints WHERE look = ? AND day < ?", (look, day))
            store.sql.execute(
                "INSERT OR REPLACE INTO prints VALUES (?, ?, ?, ?, ?)",
                (look, day, revision, morning, zlib.compress(text.encode())),
            )


def find_print(database: str, named: str, *, look: str, now: datetime) -> bytes | None:
    """What was printed of the day that is `named`; None: it is not known.

    The day is "last", "today" or "yesterday" as of `now`, in the reader's zone, or YYYY-MM-DD.
    """
    try:
        with contextlib.closing(sqlite3.connect(_read_only(database), uri=True)) as sql:
            row = sql.execute(
                "SELECT morning FROM prints WHERE look = ? LIMIT 1", (look,)
            ).fetchone()
            day = row and _day(named, row[0], now)
            row = (
                row
                and sql.execute(
                    "SELECT body FROM prints WHERE look = ? AND (day, revision) ="
                    " (SELECT day, revision FROM editions WHERE day = coalesce(?, day)"
                    " ORDER BY day DESC, revision DESC LIMIT 1)",
                    (look, day or None),
                ).fetchone()
            )
            return zlib.decompress(row[0]) if row else None
    except (sqlite3.Error, zlib.error, UnicodeError, TypeError):  # the file may be damaged
        return None


def _read_only(database: str) -> str:
    """The path as SQLite wants it: https://sqlite.org/uri.html."""
    path = database.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{path}?mode=ro"


def _day(named: str, morning: str, now: datetime) -> str:
    """The day that is named; empty: the last that has an edition."""
    if named == "last":
        return ""
    if named not in DAYS_BACK:
        return named
    today = paper_day(now, time.fromisoformat(morning))
    return str(today - timedelta(days=DAYS_BACK[named]))
