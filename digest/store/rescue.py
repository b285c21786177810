"""The daily copy of the database, and the way back to it."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from msgspec import Struct

from digest.errors import StoreError
from digest.store.damage import copied, copy_of, failure
from digest.store.database import Store

LARGE: Final = 200 << 20
"""Bytes. Copying costs about a second for each; a larger database is copied once a week."""

_SIDES: Final = ("", "-journal", "-wal", "-shm")


class Restored(Struct, frozen=True, kw_only=True):
    """A database that has been put aside, and what stands in its place."""

    kept: Path | None
    """The damaged file; None: there was none."""

    copied: datetime | None
    """When the copy was made that is the database now; None: there was none."""


def make_copy(store: Store, now: datetime) -> bool:
    """Copy the database if the last copy is old; a copy that is not whole replaces none.

    Raises:
        StoreError: There is no room for it, or the database is damaged.
    """
    path = store.path
    if path is None or not copy_is_due(store, now):
        return False
    draft = path.with_name(f"{path.name}.copying")
    try:
        draft.unlink(missing_ok=True)
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        with closing(sqlite3.connect(draft)) as copy:
            store.sql.backup(copy)
            (verdict,) = copy.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        draft.replace(copy_of(path))
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise failure(path, error) from error
    return True


def copy_is_due(store: Store, now: datetime) -> bool:
    """Whether the last copy is old."""
    if store.path is None:
        return False
    path, last = store.path, copied(store.path)
    every = timedelta(hours=20) if path.stat().st_size < LARGE else timedelta(days=7)
    return last is None or now - last >= every or last > now


def restore(path: Path, now: datetime) -> Restored:
    """Put the database at `path` aside, under a name of its own, and the copy in its place.

    Raises:
        StoreError: The folder cannot be written.
    """
    kept = path.with_name(f"{path.name}.damaged-{now:%Y%m%d-%H%M%S}")
    made = copied(path)
    try:
        there = path.exists()
        for side in _SIDES:
            beside = path.with_name(path.name + side)
            if beside.exists():
                beside.rename(kept.with_name(kept.name + side))
        if made:
            copy_of(path).rename(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be put aside: {error.strerror}.") from error
    return Restored(kept=kept if there else None, copied=made)
