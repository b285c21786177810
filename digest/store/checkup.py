"""How the store is: whether it is whole, and how much it holds."""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime

from msgspec import Struct

from digest.errors import StoreError
from digest.store.damage import copied
from digest.store.database import Store, as_time
from digest.store.index import can_search, mend_index
from digest.store.schema import wal_is_safe


class Engine(Struct, frozen=True, kw_only=True):
    """The SQLite that this Python has."""

    version: str
    wal_is_safe: bool
    can_search: bool


def engine() -> Engine:
    """What the store runs on here."""
    with closing(Store(None)) as store:
        return Engine(
            version=sqlite3.sqlite_version,
            wal_is_safe=wal_is_safe(sqlite3.sqlite_version_info),
            can_search=can_search(store),
        )


class Condition(Struct, frozen=True, kw_only=True):
    """What a look at the whole store has found."""

    faults: tuple[str, ...]
    """SQLite's own words; none: it is whole."""

    schema: int
    journal: str
    size: int
    """Bytes, of which `free` are reused before it grows."""

    free: int
    mended: bool
    """The index was damaged; it is thrown away, and made anew."""

    articles: int
    unindexed: int
    editions: int
    last_success: datetime | None
    """When a feed answered last."""

    copied: datetime | None


def examine(store: Store) -> Condition:
    """Look at all of it: about a second for each 200 MB.

    Raises:
        StoreError: It is too damaged to look at.
    """
    verdict = [row[0] for row in store.rows("PRAGMA quick_check(5)")]
    page = _number(store, "PRAGMA page_size")
    return Condition(
        mended=_mended(store),
        faults=() if verdict == ["ok"] else tuple(verdict),
        schema=_number(store, "PRAGMA user_version"),
        journal=store.row("PRAGMA journal_mode")[0],
        size=page * _number(store, "PRAGMA page_count"),
        free=page * _number(store, "PRAGMA freelist_count"),
        articles=_number(store, "SELECT count(*) FROM articles"),
        unindexed=_number(store, "SELECT count(*) FROM articles WHERE NOT indexed"),
        editions=_number(store, "SELECT count(*) FROM editions"),
        last_success=as_time(store.row("SELECT max(last_success) FROM feeds")[0]),
        copied=copied(store.path) if store.path else None,
    )


def _mended(store: Store) -> bool:
    with suppress(StoreError):  # one that cannot be written is looked at as it is
        return mend_index(store)
    return False


def _number(store: Store, question: str) -> int:
    return int(store.row(question)[0])
